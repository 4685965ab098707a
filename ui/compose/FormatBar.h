// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shortcuts/ShortcutArea.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QToolButton;

namespace pennypost {

class BodyEditor;
class Shortcuts;

/// Bold, italic, underline, lists, quotation and link for the rich body: only there while the body is rich,
/// and showing what is under the cursor. Its actions have their shortcuts in the whole window; its
/// focus is its first button's. GUI thread.
class FormatBar : public QWidget
{
    Q_OBJECT

public:
    FormatBar(BodyEditor &body, Shortcuts &shortcuts, QWidget *parent = nullptr);
    /// So that the first button stands over the text's edge.
    void setSideMargins(int left, int right);
    /// False while the letter can't be changed.
    void setUsable(bool usable);
    /// As they stand, for the order of Tab.
    QList<QToolButton *> buttons() const;

Q_SIGNALS:
    void linkRequested();

private:
    QAction *add(const QString &icon, const QString &id, bool checkable);
    void showCursorsFormat();
    void enableActions();

    BodyEditor &m_body;
    Shortcuts &m_shortcuts;
    const ShortcutArea m_commands;
    QHBoxLayout *m_row;
    bool m_usable = true;
    QAction *m_strong;
    QAction *m_emphasis;
    QAction *m_underline;
    QAction *m_bullets;
    QAction *m_numbers;
    QAction *m_quote;
    QAction *m_link;
};

} // namespace pennypost
