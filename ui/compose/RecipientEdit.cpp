// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/RecipientEdit.h"

#include "core/message/MailboxParser.h"
#include "ui/common/Bidi.h"
#include "ui/common/ToolTipText.h"
#include "ui/compose/RecipientPaste.h"

#include <QAbstractTextDocumentLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace pennypost {

namespace {
constexpr int mostLines = 5; ///< then the field scrolls
} // namespace

RecipientEdit::RecipientEdit(QWidget *parent) : QTextEdit(parent)
{
    setAcceptRichText(false);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &RecipientEdit::fitHeight);
    alignToReadingSide();
    fitHeight();
}

void RecipientEdit::alignToReadingSide()
{
    // Addresses are mostly Latin; in a right-to-left window they still begin where the label is.
    QTextOption option = document()->defaultTextOption();
    option.setAlignment(Bidi::readingSide(layoutDirection()));
    document()->setDefaultTextOption(option);
}

void RecipientEdit::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        alignToReadingSide();
}

void RecipientEdit::fitHeight()
{
    const int line = fontMetrics().lineSpacing();
    const int lines = std::max(1, int(std::ceil(document()->size().height() / std::max(1, line))));
    const int wanted = std::clamp(int(std::ceil(document()->size().height())), line, line * mostLines);
    setVerticalScrollBarPolicy(lines > mostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (wanted != height())
        setFixedHeight(wanted);
}

QSize RecipientEdit::sizeHint() const
{
    return {200, height()};
}

QSize RecipientEdit::minimumSizeHint() const
{
    return {80, fontMetrics().lineSpacing()};
}

bool RecipientEdit::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_toolTipAt) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = m_toolTipAt(cursorForPosition(help->pos()).position());
        QToolTip::showText(help->globalPos(), toolTipText(text), this);
        return true;
    }
    return QTextEdit::viewportEvent(event);
}

void RecipientEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !(event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier))) {
        // Enter ends an entry; with nothing left to end it goes on to the next field.
        const QString text = toPlainText().trimmed();
        const bool entryOpen = !text.isEmpty() && !text.endsWith(u',') && !text.endsWith(u';');
        if (entryOpen && textCursor().atEnd() && !isReadOnly())
            insertPlainText(QStringLiteral(", "));
        else
            focusNextChild();
        return;
    }
    QTextEdit::keyPressEvent(event);
}

void RecipientEdit::focusInEvent(QFocusEvent *event)
{
    QTextEdit::focusInEvent(event);
    const Qt::FocusReason reason = event->reason();
    if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason)
        openNextEntry();
    Q_EMIT focusChanged();
}

void RecipientEdit::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    const Qt::FocusReason reason = event->reason();
    // Another window or a menu in between: one goes on typing here.
    if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason &&
        reason != Qt::MenuBarFocusReason)
        dropLastSeparator();
    Q_EMIT focusChanged();
}

QString RecipientEdit::written() const
{
    const QString text = toPlainText();
    return !m_opened.isEmpty() && text == m_opened ? m_written : text;
}

bool RecipientEdit::isComposing() const
{
    const QTextLayout *layout = textCursor().block().layout();
    return layout && !layout->preeditAreaText().isEmpty();
}

/// Else the next address would be typed onto the last one.
void RecipientEdit::openNextEntry()
{
    const QString text = toPlainText();
    const QList<ParsedMailbox> entries = parseMailboxes(text);
    if (isReadOnly() || isComposing() || textCursor().hasSelection() || !textCursor().atEnd() ||
        entries.isEmpty() || !entries.constLast().mailbox)
        return;
    const qsizetype end = entries.constLast().start + entries.constLast().length;
    if (!QStringView(text).mid(end).trimmed().isEmpty())
        return;
    replaceFrom(end, QStringLiteral(", "));
    m_written = text;
    m_opened = toPlainText();
}

void RecipientEdit::dropLastSeparator()
{
    const QString text = toPlainText();
    if (isReadOnly() || isComposing())
        return;
    const QList<ParsedMailbox> entries = parseMailboxes(text);
    const qsizetype end = entries.isEmpty() ? 0 : entries.constLast().start + entries.constLast().length;
    const QStringView rest = QStringView(text).mid(end);
    const bool separates =
        std::all_of(rest.begin(), rest.end(), [](QChar c) { return c == u',' || c == u';' || c.isSpace(); });
    const bool mayEndGroup = rest.contains(u';') && text.contains(u':');
    if (!rest.isEmpty() && separates && !mayEndGroup)
        replaceFrom(end, {});
}

/// No step of its own for Undo: it goes with the one before, or, where there is none, is none.
void RecipientEdit::replaceFrom(qsizetype position, const QString &text)
{
    const bool hasSteps = document()->isUndoAvailable() || document()->isRedoAvailable();
    const bool atEnd = textCursor().atEnd();
    m_tidying = true;
    if (!hasSteps)
        document()->setUndoRedoEnabled(false);
    QTextCursor cursor(document());
    cursor.joinPreviousEditBlock();
    cursor.setPosition(int(position));
    cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    cursor.insertText(text);
    cursor.endEditBlock();
    document()->setUndoRedoEnabled(true);
    m_tidying = false;
    if (atEnd)
        moveCursor(QTextCursor::End);
}

void RecipientEdit::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    fitHeight();
}

bool RecipientEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return OfferedFiles::areIn(*source) || source->hasText() || source->hasUrls();
}

void RecipientEdit::insertFromMimeData(const QMimeData *source)
{
    if (isReadOnly())
        return;
    if (const OfferedFiles offered = OfferedFiles::of(*source); !offered.isEmpty()) {
        Q_EMIT filesOffered(offered);
        return;
    }
    const QString pasted = source->text();
    const bool oneWord = !pasted.contains(u'@') && !pasted.contains(u'\n') && !pasted.contains(u'\t');
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    QString text = oneWord ? pasted : recipientsFromPaste(pasted);
    if (!oneWord) {
        // Whole entries stay apart from what stands around them.
        const QString all = toPlainText();
        const QString before = all.left(cursor.position()).trimmed();
        const QString after = all.mid(cursor.position()).trimmed();
        const bool inAngle = before.endsWith(u'<') || before.endsWith(u'"');
        if (!before.isEmpty() && !before.endsWith(u',') && !before.endsWith(u';') && !inAngle)
            text.prepend(QLatin1StringView(", "));
        if (!inAngle && !after.startsWith(u',') && !after.startsWith(u';'))
            text.append(QLatin1StringView(", "));
    }
    cursor.insertText(text);
    cursor.endEditBlock();
    setTextCursor(cursor);
}

} // namespace pennypost
