// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compose/OfferedFiles.h"

#include <QTextEdit>

#include <functional>

namespace pennypost {

class LineDirection;
class LinkHighlighter;

/// Where the letter itself is written: plain or rich, at most as wide as can be read well. What it holds
/// comes out as plain text and, in rich mode, as the lean HTML of HtmlExport; nothing else gets in, whatever
/// is pasted. A link takes in what is typed within it, nothing at its edges. Files and pictures that are
/// pasted or dropped are handed to whoever attaches. GUI thread.
class BodyEditor : public QTextEdit
{
    Q_OBJECT

public:
    explicit BodyEditor(QWidget *parent = nullptr);

    /// As a draft was left; the undo stack begins here.
    void setBody(const QString &text, const QString &html, bool rich);
    QString plainText() const;
    /// Empty in plain mode.
    QString html() const;
    bool isRich() const { return m_rich; }
    bool isEmpty() const;

    /// Whether going plain would lose anything.
    bool hasFormattingToLose() const;
    /// Keeps every word; formatting that plain text can't say becomes "- " and "> ".
    void setRich(bool rich);

    /// Pixels between the widget's edges and the text; the text itself is `textWidth()` wide at most.
    void setSideMargins(int left, int right);
    /// 80 average characters.
    int textWidth() const;
    /// View only: the letter's size is the receiver's choice.
    void zoom(int steps);
    void resetZoom();

    void toggleStrong();
    void toggleEmphasis();
    void toggleUnderline();
    void toggleList(bool ordered);
    void toggleQuote();
    /// The link under the cursor, empty for none.
    QString linkAtCursor() const;
    /// Links the selection or the link at the cursor, else inserts the address; empty removes the link.
    void setLink(const QString &address);
    void pastePlain();
    void pasteQuoted();

Q_SIGNALS:
    /// `characters`: how many were typed, pasted or taken away.
    void edited(int characters);
    void richChanged(bool rich);
    void filesOffered(const pennypost::OfferedFiles &offered);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    bool leaveEmptyItem();
    bool indentItem(bool deeper);
    void answerKey(QKeyEvent *event);
    QTextCursor reachOf(const QKeyEvent &key) const;
    void inOneStep(const std::function<void()> &edit);
    QString linkOf(int position) const;
    bool isWithinLink() const;
    void typeOutsideLinks(bool endsLine, const std::function<void()> &type);
    void mergeMarks(const QTextCharFormat &format);
    void applyViewFont();
    void insertLines(const QString &text, int quote);

    LinkHighlighter *m_links;
    LineDirection *m_directions;
    bool m_rich = false;
    bool m_filling = false;
    int m_zoom = 0;
};

} // namespace pennypost
