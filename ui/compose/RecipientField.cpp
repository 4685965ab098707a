// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/RecipientField.h"

#include "core/message/Envelope.h"
#include "ui/common/Bidi.h"
#include "ui/common/Glyph.h"
#include "ui/common/ProblemText.h"
#include "ui/common/Tones.h"
#include "ui/compose/RecipientEdit.h"
#include "ui/compose/RecipientSuggestions.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>

namespace pennypost {

namespace {

/// As a server names it in a refusal: the wire's form.
QString pathOf(const ParsedMailbox &entry)
{
    const auto path = entry.mailbox ? SmtpPath::make(*entry.mailbox) : std::nullopt;
    return path ? path->display() : QString();
}

} // namespace

RecipientField::RecipientField(const QString &name, QWidget *parent)
    : QWidget(parent),
      m_name(name),
      m_edit(new RecipientEdit(this)),
      m_suggestions(new RecipientSuggestions(*m_edit, this)),
      m_hint(new QWidget(this)),
      m_hintIcon(new QLabel(m_hint)),
      m_hintText(new QLabel(m_hint))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_edit);
    column->addWidget(m_hint);

    auto *row = new QHBoxLayout(m_hint);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_hintIcon, 0, Qt::AlignTop);
    row->addWidget(m_hintText, 1);
    m_hintText->setWordWrap(true);
    m_hintText->setTextFormat(Qt::PlainText);
    m_hintText->setAccessibleDescription(tr("What is wrong in %1").arg(name));
    m_hintIcon->setAccessibleName(tr("Warning"));
    m_hint->hide();

    setFocusProxy(m_edit);
    m_edit->setAccessibleName(name);
    m_edit->setToolTipSource([this](int position) {
        for (const ParsedMailbox &entry : m_entries) {
            if (position >= entry.start && position <= entry.start + entry.length)
                return complaintAbout(entry);
        }
        return QString();
    });
    connect(m_edit->document(), &QTextDocument::contentsChange, this,
            [this](int, int removed, int added) { textChanged(removed, added); });
    connect(m_suggestions, &RecipientSuggestions::chosen, this, &RecipientField::choose);
    connect(m_suggestions, &RecipientSuggestions::forgotten, this, &RecipientField::forgetWanted);
    connect(m_edit, &RecipientEdit::focusChanged, this, &RecipientField::mark);
    connect(m_edit, &QTextEdit::cursorPositionChanged, this, &RecipientField::mark);
    connect(m_edit, &RecipientEdit::filesOffered, this, &RecipientField::filesOffered);
    mark();
}

QString RecipientField::typed() const
{
    return m_edit->written();
}

void RecipientField::setTyped(const QString &text)
{
    m_filling = true;
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
    m_filling = false;
}

bool RecipientField::isEmpty() const
{
    return typed().trimmed().isEmpty();
}

MailboxList RecipientField::mailboxes() const
{
    MailboxList mailboxes;
    for (const ParsedMailbox &entry : m_entries) {
        if (entry.mailbox)
            mailboxes.append(*entry.mailbox);
    }
    return mailboxes;
}

qsizetype RecipientField::wrongEntries() const
{
    return std::count_if(m_entries.begin(), m_entries.end(),
                         [](const auto &entry) { return !entry.mailbox; });
}

void RecipientField::textChanged(int removed, int added)
{
    m_entries = parseMailboxes(typed());
    mark();
    if (m_filling || m_edit->isTidying())
        return;
    askForSuggestions();
    Q_EMIT edited(std::max(removed, added));
}

std::optional<ParsedMailbox> RecipientField::entryAtCursor() const
{
    const QTextCursor cursor = m_edit->textCursor();
    for (const ParsedMailbox &entry : m_entries) {
        if (cursor.position() == entry.start + entry.length && !cursor.hasSelection())
            return entry;
    }
    return std::nullopt;
}

void RecipientField::askForSuggestions()
{
    const auto entry = entryAtCursor();
    if (!entry || m_edit->isReadOnly() || !m_edit->hasFocus())
        return m_suggestions->close();
    Q_EMIT suggestionsWanted(entry->text);
}

void RecipientField::suggest(const QString &typed, const QList<KnownRecipient> &recipients)
{
    const auto entry = entryAtCursor();
    if (!entry || entry->text != typed || !m_edit->hasFocus())
        return;
    // What is an address as it stands is what was meant.
    m_suggestions->suggest(recipients, int(entry->start), !entry->mailbox);
}

void RecipientField::choose(const Mailbox &mailbox)
{
    const auto entry = entryAtCursor();
    if (!entry)
        return;
    QTextCursor cursor = m_edit->textCursor();
    cursor.setPosition(int(entry->start));
    cursor.setPosition(int(entry->start + entry->length), QTextCursor::KeepAnchor);
    const bool isLast = QStringView(m_edit->toPlainText()).mid(cursor.position()).trimmed().isEmpty();
    cursor.insertText(mailbox.display() + (isLast ? QStringLiteral(", ") : QString()));
    m_edit->setTextCursor(cursor);
}

bool RecipientField::isBeingTyped(const ParsedMailbox &entry) const
{
    const int cursor = m_edit->textCursor().position();
    // What was told to be wrong stays so until it is another text, wherever the cursor goes.
    return m_edit->hasFocus() && !m_edit->isReadOnly() && !m_judged.contains(entry.text) &&
           cursor >= entry.start && cursor <= entry.start + entry.length;
}

QString RecipientField::complaintAbout(const ParsedMailbox &entry) const
{
    if (!entry.mailbox)
        return ProblemWords::of(entry.error);
    return m_refused.isEmpty() ? QString() : m_refused.value(pathOf(entry));
}

void RecipientField::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    QStringList complaints;
    QSet<QString> judged;
    const QColor color = Tones::problem(palette());
    for (const ParsedMailbox &entry : m_entries) {
        const QString complaint = complaintAbout(entry);
        if (complaint.isEmpty() || isBeingTyped(entry))
            continue;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(m_edit->document());
        selection.cursor.setPosition(int(entry.start));
        selection.cursor.setPosition(int(entry.start + entry.length), QTextCursor::KeepAnchor);
        // A wave for what is no address, dots for one that was refused: told apart without colours.
        selection.format.setUnderlineStyle(entry.mailbox ? QTextCharFormat::DotLine
                                                         : QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(color);
        selection.format.setForeground(color);
        marks.append(selection);
        judged.insert(entry.text);
        complaints.append(tr("“%1”: %2", "an entry of an address field, what is wrong with it")
                              .arg(entry.text.trimmed(), complaint));
    }
    m_edit->setExtraSelections(marks);
    m_marked = marks.size();
    m_judged = judged;
    m_edit->setAccessibleDescription(complaints.join(u'\n'));

    QString shown = complaints.value(0);
    if (complaints.size() > 1)
        shown += u' ' + tr("And %n more.", "further wrong addresses", int(complaints.size()) - 1);
    m_hintText->setText(Bidi::lines(shown));
    m_hintText->setAccessibleName(shown); // without the marks that are for the eye
    m_hint->setVisible(!complaints.isEmpty());
    QPalette hintPalette = palette();
    hintPalette.setColor(QPalette::WindowText, color);
    m_hintText->setPalette(hintPalette);
    const int size = fontMetrics().height();
    m_hintIcon->setPixmap(glyph(QStringLiteral("warning"), color, size, devicePixelRatioF()));
}

void RecipientField::focusEntry(const QString &text)
{
    m_edit->setFocus(Qt::OtherFocusReason);
    for (const ParsedMailbox &entry : m_entries) {
        if (!entry.mailbox)
            m_judged.insert(entry.text);
    }
    mark();
    for (const ParsedMailbox &entry : m_entries) {
        if (text.isEmpty() ? complaintAbout(entry).isEmpty() : entry.text.trimmed() != text.trimmed())
            continue;
        QTextCursor cursor = m_edit->textCursor();
        cursor.setPosition(int(entry.start));
        cursor.setPosition(int(entry.start + entry.length), QTextCursor::KeepAnchor);
        m_edit->setTextCursor(cursor);
        return;
    }
}

void RecipientField::setRefused(const QList<RefusedPath> &refused)
{
    m_refused.clear();
    for (const RefusedPath &path : refused)
        m_refused.insert(path.path, tr("The server refused this address: %1").arg(path.reply.text()));
    for (const ParsedMailbox &entry : m_entries) {
        if (!complaintAbout(entry).isEmpty())
            m_judged.insert(entry.text);
    }
    mark();
}

bool RecipientField::holds(const QString &path) const
{
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [&](const ParsedMailbox &entry) { return pathOf(entry) == path; });
}

void RecipientField::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
    mark();
}

QWidget *RecipientField::input() const
{
    return m_edit;
}

void RecipientField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        mark();
}

} // namespace pennypost
