// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/RecipientEdit.h"

#include "ui/common/Bidi.h"
#include "ui/compose/RecipientPaste.h"

#include <QAbstractTextDocumentLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
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
        QToolTip::showText(help->globalPos(), text, this);
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
    Q_EMIT focusChanged();
}

void RecipientEdit::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    Q_EMIT focusChanged();
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
