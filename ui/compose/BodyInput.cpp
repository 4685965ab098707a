// SPDX-License-Identifier: GPL-3.0-or-later
// BodyEditor's answers to keys, paste, drop and paint; its operations are in BodyEditor.cpp.
#include "ui/common/Tones.h"
#include "ui/compose/BlockShape.h"
#include "ui/compose/BodyEditor.h"
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

namespace pennypost {

bool BodyEditor::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress: {
        // Before the focus takes it, which comes before keyPressEvent().
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool tab = key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab;
        const bool plain = !(key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
        if (tab && plain && m_rich && !isReadOnly() && indentItem(key->key() == Qt::Key_Tab)) {
            event->accept();
            return true;
        }
        break;
    }
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonRelease: {
        // The growing margins belong to the sheet: a click there goes to the nearest line.
        auto *mouse = static_cast<QMouseEvent *>(event);
        QMouseEvent moved(mouse->type(), viewport()->mapFrom(this, mouse->position().toPoint()),
                          mouse->globalPosition(), mouse->button(), mouse->buttons(), mouse->modifiers());
        return QTextEdit::viewportEvent(&moved);
    }
    default:
        break;
    }
    return QTextEdit::event(event);
}

void BodyEditor::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_links->setLinkColor(Tones::focus(palette()));
    if (event->type() == QEvent::LayoutDirectionChange)
        m_directions->setBase(layoutDirection());
}

bool BodyEditor::leaveEmptyItem()
{
    QTextCursor cursor = textCursor();
    const BlockShape shape = BlockShape::of(cursor.block());
    if (!cursor.block().text().isEmpty() || (shape.listDepth == 0 && shape.quote == 0))
        return false;
    BlockShape outer = shape;
    cursor.beginEditBlock();
    if (QTextList *list = cursor.currentList()) {
        list->remove(cursor.block());
        outer.listDepth = shape.listDepth - 1;
    } else {
        outer.quote = shape.quote - 1;
    }
    cursor.setBlockFormat(outer.blockFormat());
    if (outer.listDepth > 0)
        cursor.createList(outer.listFormat());
    cursor.endEditBlock();
    Q_EMIT cursorPositionChanged();
    return true;
}

bool BodyEditor::indentItem(bool deeper)
{
    QTextCursor cursor = textCursor();
    BlockShape shape = BlockShape::of(cursor.block());
    constexpr int deepest = 6;
    if (shape.listDepth == 0 || (deeper && shape.listDepth == deepest) || (!deeper && shape.listDepth == 1))
        return false;
    shape.listDepth += deeper ? 1 : -1;
    cursor.beginEditBlock();
    // Join the list that is there at this depth, so that numbers go on.
    QTextList *neighbour = nullptr;
    for (QTextBlock above = cursor.block().previous(); above.textList() && !neighbour;
         above = above.previous()) {
        const int depth = BlockShape::of(above).listDepth;
        if (depth < shape.listDepth)
            break;
        if (depth == shape.listDepth)
            neighbour = above.textList();
    }
    if (neighbour)
        neighbour->add(cursor.block());
    else
        cursor.createList(shape.listFormat());
    cursor.endEditBlock();
    return true;
}

/// Of the character after `position`; empty for none, and at a line's end.
QString BodyEditor::linkOf(int position) const
{
    const QTextBlock block = document()->findBlock(position);
    if (!block.isValid() || position >= block.position() + block.length() - 1)
        return {};
    QTextCursor after(document());
    after.setPosition(position + 1);
    return TextMarks::of(after.charFormat(), 0).link;
}

/// With one and the same link on both sides of the cursor, or of what is selected.
bool BodyEditor::isWithinLink() const
{
    const QTextCursor cursor = textCursor();
    const QString after = linkOf(cursor.selectionEnd());
    const int start = cursor.selectionStart();
    return !after.isEmpty() && start > document()->findBlock(start).position() && linkOf(start - 1) == after;
}

/// `type` puts something in at the cursor. Qt gives it the format of the character before, and at a line's
/// start that of the first one: a link would take in all that is written after it, line by line.
void BodyEditor::typeOutsideLinks(bool endsLine, const std::function<void()> &type)
{
    const int start = textCursor().selectionStart();
    const bool takesLink = textCursor().charFormat().isAnchor();
    const bool within = isWithinLink() && !endsLine;
    const int revision = document()->revision();
    type();
    QTextCursor typed = textCursor();
    const int end = typed.position();
    if (within || end <= start || document()->revision() == revision)
        return;
    if (!takesLink && linkOf(start).isEmpty())
        return;
    QTextCharFormat unlinked;
    unlinked.setAnchor(false);
    unlinked.setAnchorHref({});
    typed.joinPreviousEditBlock();
    typed.setPosition(start);
    typed.setPosition(end, QTextCursor::KeepAnchor);
    typed.mergeCharFormat(unlinked);
    typed.endEditBlock();
}

void BodyEditor::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool command = event->modifiers() & Qt::ControlModifier && !(event->modifiers() & Qt::AltModifier);
    const bool types = enter || (!command && !event->text().isEmpty() &&
                                 event->text().at(0).category() != QChar::Other_Control);
    const bool removes = event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete;
    const bool turns =
        !isReadOnly() && (types || removes) &&
        m_directions->turnsWith(removes ? reachOf(*event) : textCursor(),
                                removes ? QString() : (enter ? QStringLiteral("\n") : event->text()));
    const auto answer = [this, event, turns] {
        if (turns)
            inOneStep([this, event] { answerKey(event); });
        else
            answerKey(event);
    };
    if (m_rich && types && !isReadOnly())
        typeOutsideLinks(enter, answer);
    else
        answer();
}

/// What Backspace or Delete will take away.
QTextCursor BodyEditor::reachOf(const QKeyEvent &key) const
{
    QTextCursor reach = textCursor();
    if (reach.hasSelection())
        return reach;
    const bool back = key.key() == Qt::Key_Backspace;
    const bool word = key.modifiers() & (Qt::ControlModifier | Qt::AltModifier);
    if (key.modifiers() & Qt::ShiftModifier && word) // to the line's end
        reach.movePosition(back ? QTextCursor::StartOfBlock : QTextCursor::EndOfBlock,
                           QTextCursor::KeepAnchor);
    else if (word)
        reach.movePosition(back ? QTextCursor::PreviousWord : QTextCursor::NextWord, QTextCursor::KeepAnchor);
    else
        reach.movePosition(back ? QTextCursor::PreviousCharacter : QTextCursor::NextCharacter,
                           QTextCursor::KeepAnchor);
    return reach;
}

void BodyEditor::inOneStep(const std::function<void()> &edit)
{
    QTextCursor step(document());
    step.beginEditBlock();
    edit();
    step.endEditBlock();
    ensureCursorVisible(); // it could not be known before where the cursor stands
}

void BodyEditor::inputMethodEvent(QInputMethodEvent *event)
{
    const bool types = !event->commitString().isEmpty() && !isReadOnly();
    const bool turns = types && m_directions->turnsWith(textCursor(), event->commitString());
    const auto answer = [this, event, turns] {
        if (turns)
            inOneStep([this, event] { QTextEdit::inputMethodEvent(event); });
        else
            QTextEdit::inputMethodEvent(event);
    };
    if (m_rich && types)
        typeOutsideLinks(false, answer);
    else
        answer();
}

void BodyEditor::answerKey(QKeyEvent *event)
{
    const bool plainKey = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (m_rich && plainKey && !isReadOnly()) {
        const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (enter && !(event->modifiers() & Qt::ShiftModifier) && leaveEmptyItem())
            return;
        if (enter && BlockShape::of(textCursor().block()).heading > 0 && textCursor().atBlockEnd()) {
            // After a heading comes text.
            const BlockShape plain;
            textCursor().insertBlock(plain.blockFormat(), plain.charFormat());
            ensureCursorVisible();
            return;
        }
    }
    // On an empty line Qt would first take the line's format away (our line height) and insert nothing: the
    // first blank line of a letter would need Enter twice.
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !(event->modifiers() & ~Qt::KeypadModifier) && !isReadOnly() &&
        !textCursor().hasSelection() && textCursor().block().text().isEmpty()) {
        textCursor().insertBlock();
        ensureCursorVisible();
        return;
    }
    QTextEdit::keyPressEvent(event);
}

void BodyEditor::paintEvent(QPaintEvent *event)
{
    QTextEdit::paintEvent(event);
    // A quotation's bar, one a level, on the side where its lines begin.
    QPainter painter(viewport());
    painter.setPen(Qt::NoPen);
    painter.setBrush(Tones::edge(palette()));
    const int offset = verticalScrollBar()->value();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const int quote = BlockShape::of(block).quote;
        if (quote == 0)
            continue;
        const QRectF area = document()->documentLayout()->blockBoundingRect(block).translated(0, -offset);
        if (area.bottom() < 0)
            continue;
        if (area.top() > viewport()->height())
            break;
        // One bar for what is quoted in a row, over the gaps between its paragraphs.
        const QTextBlock below = block.next();
        const int quoteBelow = below.isValid() ? BlockShape::of(below).quote : 0;
        const qreal topBelow =
            quoteBelow > 0 ? document()->documentLayout()->blockBoundingRect(below).top() - offset : 0;
        for (int level = 0; level < quote; ++level) {
            const qreal bottom = level < quoteBelow ? topBelow : area.bottom();
            const qreal step = level * 16;
            const bool rightToLeft = block.textDirection() == Qt::RightToLeft;
            const qreal x = rightToLeft ? viewport()->width() - step - 3 : step;
            painter.drawRect(QRectF(x, area.top(), 3, bottom - area.top()));
        }
    }
}

bool BodyEditor::canInsertFromMimeData(const QMimeData *source) const
{
    return OfferedFiles::areIn(*source) || source->hasText() || (m_rich && source->hasHtml());
}

void BodyEditor::insertFromMimeData(const QMimeData *source)
{
    if (isReadOnly())
        return;
    if (const OfferedFiles offered = OfferedFiles::of(*source); !offered.isEmpty()) {
        Q_EMIT filesOffered(offered);
        return;
    }
    if (m_rich && source->hasHtml())
        textCursor().insertFragment(fragmentFromHtml(leanHtml(source->html())));
    else
        insertLines(source->text(), 0);
    ensureCursorVisible();
}

void BodyEditor::insertLines(const QString &text, int quote)
{
    QString lines = text;
    lines.replace(QLatin1StringView("\r\n"), QLatin1StringView("\n")).replace(u'\r', u'\n');
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    if (quote > 0 && m_rich) {
        BlockShape quoted;
        quoted.quote = BlockShape::of(cursor.block()).quote + quote;
        const BlockShape after = BlockShape::of(cursor.block());
        if (!cursor.atBlockStart())
            cursor.insertBlock();
        if (QTextList *list = cursor.currentList())
            list->remove(cursor.block());
        cursor.setBlockFormat(quoted.blockFormat());
        cursor.insertText(lines, quoted.charFormat());
        cursor.insertBlock(BlockShape{after.quote, 0, 0, false}.blockFormat());
    } else {
        QTextCharFormat format = cursor.charFormat();
        if (!isWithinLink() || lines.contains(u'\n')) {
            format.clearProperty(QTextFormat::IsAnchor);
            format.clearProperty(QTextFormat::AnchorHref);
        }
        cursor.insertText(lines, format);
    }
    cursor.endEditBlock();
    setTextCursor(cursor);
}

void BodyEditor::pastePlain()
{
    if (!isReadOnly())
        insertLines(QApplication::clipboard()->text(), 0);
}

void BodyEditor::pasteQuoted()
{
    const QString text = QApplication::clipboard()->text();
    if (isReadOnly() || text.isEmpty())
        return;
    if (m_rich) {
        insertLines(text, 1);
        return;
    }
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = u"> " + line;
    insertLines(lines.join(u'\n') + u'\n', 0);
}

void BodyEditor::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu(event->pos());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(event->globalPos());
}

} // namespace pennypost
