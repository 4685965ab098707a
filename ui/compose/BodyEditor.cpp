// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/BodyEditor.h"

#include "ui/common/Bidi.h"
#include "ui/common/Tones.h"
#include "ui/compose/BlockShape.h"
#include "ui/compose/HtmlExport.h"
#include "ui/compose/HtmlImport.h"
#include "ui/compose/LineDirection.h"
#include "ui/compose/LinkHighlighter.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextList>

#include <algorithm>

namespace pennypost {

namespace {
constexpr int charactersAcross = 80;
constexpr qreal characterWidth = 0.6; ///< in em: what a wide face's letters take
constexpr int smallestZoom = -4;
constexpr int largestZoom = 20;
} // namespace

BodyEditor::BodyEditor(QWidget *parent)
    : QTextEdit(parent),
      m_links(new LinkHighlighter(document())),
      m_directions(new LineDirection(*document(), this))
{
    setFrameShape(QFrame::NoFrame);
    setBackgroundRole(QPalette::Base); // the margins beside the viewport are paper too
    setAutoFillBackground(true);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(0);
    setAccessibleName(tr("Letter"));
    applyViewFont();
    m_links->setLinkColor(Tones::focus(palette()));
    m_directions->setBase(layoutDirection());
    setBody({}, {}, false);
    connect(document(), &QTextDocument::contentsChange, this, [this](int, int removed, int added) {
        if (!m_filling)
            Q_EMIT edited(std::max(removed, added));
    });
}

void BodyEditor::setBody(const QString &text, const QString &html, bool rich)
{
    m_filling = true;
    if (rich && !html.isEmpty())
        importHtml(html, *document());
    else
        importPlainText(text, *document());
    document()->clearUndoRedoStacks();
    m_filling = false;
    const bool changed = m_rich != rich;
    m_rich = rich;
    setAcceptRichText(rich);
    moveCursor(QTextCursor::Start);
    if (changed)
        Q_EMIT richChanged(rich);
}

QString BodyEditor::plainText() const
{
    return exportPlainText(*document());
}

QString BodyEditor::html() const
{
    return m_rich ? exportHtml(*document()) : QString();
}

bool BodyEditor::isEmpty() const
{
    return document()->isEmpty();
}

bool BodyEditor::hasFormattingToLose() const
{
    return m_rich && hasFormatting(*document());
}

void BodyEditor::setRich(bool rich)
{
    if (rich == m_rich)
        return;
    const int position = textCursor().position();
    setBody(plainText(), {}, rich);
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(position, document()->characterCount() - 1));
    setTextCursor(cursor);
    Q_EMIT edited(1);
}

void BodyEditor::setSideMargins(int left, int right)
{
    setViewportMargins(Bidi::margins({left, 16, right, 0}, layoutDirection()));
}

int BodyEditor::textWidth() const
{
    // Not averageCharWidth(): that is the mean of every glyph that a font happens to hold, in whole pixels,
    // and eighty of them differ by a label column between what one language gets for a font and another.
    const qreal em = font().pointSizeF() * logicalDpiY() / 72;
    return qRound(em * characterWidth * charactersAcross);
}

void BodyEditor::zoom(int steps)
{
    m_zoom = std::clamp(m_zoom + steps, smallestZoom, largestZoom);
    applyViewFont();
}

void BodyEditor::resetZoom()
{
    m_zoom = 0;
    applyViewFont();
}

void BodyEditor::applyViewFont()
{
    QFont view = QApplication::font(this);
    const qreal size = view.pointSizeF() > 0 ? view.pointSizeF() : 10;
    // Who has a large system font needs it here most of all.
    view.setPointSizeF(std::max(size, std::clamp(size + 1, 10.0, 12.0)) + m_zoom);
    setFont(view);
}

void BodyEditor::mergeMarks(const QTextCharFormat &format)
{
    if (m_rich)
        mergeCurrentCharFormat(format);
}

void BodyEditor::toggleStrong()
{
    QTextCharFormat format;
    format.setFontWeight(currentCharFormat().fontWeight() >= QFont::DemiBold ? QFont::Normal : QFont::Bold);
    mergeMarks(format);
}

void BodyEditor::toggleEmphasis()
{
    QTextCharFormat format;
    format.setFontItalic(!currentCharFormat().fontItalic());
    mergeMarks(format);
}

void BodyEditor::toggleUnderline()
{
    QTextCharFormat format;
    format.setFontUnderline(!currentCharFormat().fontUnderline());
    mergeMarks(format);
}

void BodyEditor::toggleList(bool ordered)
{
    if (!m_rich)
        return;
    QTextCursor cursor = textCursor();
    const BlockShape here = BlockShape::of(cursor.block());
    cursor.beginEditBlock();
    if (here.listDepth > 0 && here.ordered == ordered) {
        QTextBlock block = document()->findBlock(cursor.selectionStart());
        for (; block.isValid() && block.position() <= cursor.selectionEnd(); block = block.next()) {
            if (QTextList *list = block.textList())
                list->remove(block);
            BlockShape plain;
            plain.quote = BlockShape::of(block).quote;
            QTextCursor(block).setBlockFormat(plain.blockFormat());
        }
    } else {
        BlockShape item = here;
        item.heading = 0;
        item.listDepth = std::max(1, here.listDepth);
        item.ordered = ordered;
        cursor.createList(item.listFormat());
    }
    cursor.endEditBlock();
    Q_EMIT cursorPositionChanged(); // the buttons look at the line, which is another one now
}

void BodyEditor::toggleQuote()
{
    if (!m_rich)
        return;
    QTextCursor cursor = textCursor();
    const int quote = BlockShape::of(cursor.block()).quote > 0 ? 0 : 1;
    cursor.beginEditBlock();
    QTextBlock block = document()->findBlock(cursor.selectionStart());
    for (; block.isValid() && block.position() <= cursor.selectionEnd(); block = block.next()) {
        BlockShape shape = BlockShape::of(block);
        shape.quote = quote;
        QTextBlockFormat format = shape.blockFormat();
        if (QTextList *list = block.textList())
            format.setObjectIndex(list->objectIndex());
        QTextCursor(block).setBlockFormat(format);
    }
    cursor.endEditBlock();
    Q_EMIT cursorPositionChanged();
}

QString BodyEditor::linkAtCursor() const
{
    return TextMarks::of(textCursor().charFormat(), 0).link;
}

void BodyEditor::setLink(const QString &address)
{
    QTextCursor cursor = textCursor();
    const QString old = linkAtCursor();
    if (!cursor.hasSelection() && !old.isEmpty()) {
        // All of the link the cursor stands in.
        const auto within = [&](int position) {
            QTextCursor probe(document());
            probe.setPosition(position);
            return position > cursor.block().position() && probe.charFormat().anchorHref() == old;
        };
        int start = cursor.position();
        int end = cursor.position();
        while (within(start))
            --start;
        while (end < cursor.block().position() + cursor.block().length() - 1 && within(end + 1))
            ++end;
        cursor.setPosition(start);
        cursor.setPosition(end, QTextCursor::KeepAnchor);
    }
    const BlockShape shape = BlockShape::of(cursor.block());
    TextMarks marks = TextMarks::of(cursor.charFormat(), shape.heading);
    marks.link = address;
    cursor.beginEditBlock();
    if (cursor.hasSelection()) {
        QTextCharFormat format;
        format.setAnchor(!address.isEmpty());
        format.setAnchorHref(address);
        cursor.mergeCharFormat(format);
    } else if (!address.isEmpty()) {
        cursor.insertText(address, marks.charFormat(shape));
    }
    cursor.setPosition(cursor.selectionEnd());
    marks.link.clear();
    cursor.endEditBlock();
    setTextCursor(cursor);
    setCurrentCharFormat(marks.charFormat(shape)); // what is typed next is no part of the link
}

} // namespace pennypost
