// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringView>

#include <optional>

class QTextBlock;
class QTextCursor;
class QTextDocument;

namespace pennypost {

/// Which way the caret stands on a line that has no letter yet: as the line before, and at the letter's
/// beginning as the window (UAX #9, as HL1 allows). Qt would have it stand at the left until the first Arabic
/// letter is typed, line by line. Once there is a letter, it alone decides. View only: nothing of it is sent
/// or stored, and each change is one step to undo with the edit that it follows. GUI thread.
class LineDirection : public QObject
{
    Q_OBJECT

public:
    /// `document` outlives it.
    explicit LineDirection(QTextDocument &document, QObject *parent = nullptr);

    /// The window's direction.
    void setBase(Qt::LayoutDirection base);

    /// Whether a line gets another direction when `typed` ("\n" for a new line) takes the place of what
    /// `edited` selects. Then the edit and what follows here want to be in one edit block, or undo would take
    /// them back one by one; always would be a step of undo for each letter. In doubt it says yes where
    /// something runs from right to left, and never elsewhere.
    bool turnsWith(const QTextCursor &edited, const QString &typed) const;

    /// The first letter's direction; nothing for digits, signs and blanks alone.
    static std::optional<Qt::LayoutDirection> ofText(QStringView text);

private:
    Qt::LayoutDirection directionBefore(const QTextBlock &block) const;
    void follow();

    QTextDocument &m_document;
    Qt::LayoutDirection m_base = Qt::LeftToRight;
    int m_from = -1; ///< of what has changed; -1 for nothing
    int m_to = -1;
    bool m_following = false;
};

} // namespace pennypost
