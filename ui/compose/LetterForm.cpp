// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/LetterForm.h"

#include "ui/compose/AttachmentModel.h"
#include "ui/compose/AttachmentPane.h"
#include "ui/compose/BodyEditor.h"
#include "ui/compose/LetterHead.h"
#include "ui/compose/RecipientField.h"
#include "ui/compose/WritingHabits.h"

#include <algorithm>

namespace pennypost {

namespace {

/// One line of a header: what a paste brings in of line ends and controls becomes blanks.
QString oneLine(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator ||
            c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return text;
}

} // namespace

LetterForm::LetterForm(const LetterWidgets &widgets, const Draft &draft, const WritingHabits &habits,
                       QObject *parent)
    : QObject(parent), m_widgets(widgets), m_habits(habits), m_base(draft)
{
    m_base.message.messageId.clear();
    restore();
    const auto changed = [this](int characters) {
        if (!m_restoring)
            Q_EMIT edited(characters);
    };
    for (RecipientField *field : {&m_widgets.head.to(), &m_widgets.head.cc(), &m_widgets.head.bcc()})
        connect(field, &RecipientField::edited, this, changed);
    connect(&m_widgets.head.from(), &QComboBox::activated, this, [this, changed] {
        changed(1);
        Q_EMIT senderChosen();
    });
    connect(&m_widgets.head.from(), &IdentityCombo::senderLost, this, &LetterForm::senderLost);
    connect(&m_widgets.head.from(), &IdentityCombo::senderBack, this, &LetterForm::senderChosen);
    connect(&m_widgets.head.subject(), &QLineEdit::textChanged, this, [changed] { changed(1); });
    connect(&m_widgets.body, &BodyEditor::edited, this, changed);
    connect(&m_widgets.attachments, &AttachmentModel::edited, this, [changed] { changed(1); });
}

void LetterForm::restore()
{
    m_restoring = true;
    LetterHead &head = m_widgets.head;
    head.from().choose(m_base.accountId, m_base.message.from);
    const auto fill = [](RecipientField &field, const QString &typed, const MailboxList &mailboxes) {
        QStringList entries;
        for (const Mailbox &mailbox : mailboxes)
            entries.append(mailbox.display());
        // A new letter may come with mailboxes alone, from a mailto: link.
        field.setTyped(typed.isEmpty() ? entries.join(QLatin1StringView(", ")) : typed);
    };
    fill(head.to(), m_base.typedTo, m_base.message.to);
    fill(head.cc(), m_base.typedCc, m_base.message.cc);
    fill(head.bcc(), m_base.typedBcc, m_base.message.bcc);
    head.showFilled();
    head.subject().setText(m_base.message.subject);
    m_widgets.body.setBody(m_base.message.text, m_base.message.html, m_base.rich);
    QTextCursor cursor = m_widgets.body.textCursor();
    cursor.setPosition(std::clamp(m_base.cursor, 0, m_widgets.body.document()->characterCount() - 1));
    m_widgets.body.setTextCursor(cursor);
    m_widgets.attachments.setAttachments(m_base.message.attachments);
    m_restoring = false;
}

Message LetterForm::message() const
{
    Message message = m_base.message;
    message.from = m_widgets.head.from().mailbox();
    message.to = m_widgets.head.to().mailboxes();
    message.cc = m_widgets.head.cc().mailboxes();
    message.bcc = m_widgets.head.bcc().mailboxes();
    message.subject = subject();
    message.text = m_widgets.body.plainText();
    message.html = m_widgets.body.isEmpty() ? QString() : m_widgets.body.html();
    message.attachments = m_widgets.attachments.ready();
    m_habits.applyTo(message);
    return message;
}

TypedRecipients LetterForm::typedRecipients() const
{
    return {m_widgets.head.to().entries(), m_widgets.head.cc().entries(), m_widgets.head.bcc().entries()};
}

std::optional<Account> LetterForm::account() const
{
    return m_widgets.head.from().account();
}

std::optional<LostSender> LetterForm::lostSender() const
{
    return m_widgets.head.from().lost();
}

void LetterForm::acceptSender()
{
    m_widgets.head.from().acceptShown();
    Q_EMIT edited(1); // the draft has another sender now
    Q_EMIT senderChosen();
}

UnsavedDraft LetterForm::draft() const
{
    Draft draft = m_base;
    draft.message = message();
    draft.message.attachments = m_widgets.attachments.forDraft();
    if (const auto lost = lostSender()) {
        // Opened again, it says so again.
        draft.accountId = lost->accountId;
        draft.message.from = lost->mailbox;
    } else if (const auto from = account()) {
        draft.accountId = from->id;
    }
    draft.typedTo = m_widgets.head.to().typed();
    draft.typedCc = m_widgets.head.cc().typed();
    draft.typedBcc = m_widgets.head.bcc().typed();
    draft.rich = m_widgets.body.isRich();
    draft.cursor = m_widgets.body.textCursor().position();
    return {draft, m_widgets.attachments.picturesUnderWay()};
}

QString LetterForm::subject() const
{
    return oneLine(m_widgets.head.subject().text());
}

void LetterForm::setSubject(const QString &subject)
{
    m_widgets.head.subject().setText(subject);
}

void LetterForm::setReadOnly(bool readOnly)
{
    if (m_readOnly == readOnly)
        return;
    m_readOnly = readOnly;
    m_widgets.head.setReadOnly(readOnly);
    m_widgets.body.setReadOnly(readOnly);
    m_widgets.pane.setReadOnly(readOnly);
    Q_EMIT readOnlyChanged(readOnly);
}

void LetterForm::focusStart()
{
    if (!m_widgets.head.focusFirstEmpty())
        m_widgets.body.setFocus(Qt::OtherFocusReason);
}

void LetterForm::focusOn(SendFinding::Field field, const QString &text)
{
    switch (field) {
    case SendFinding::Field::None:
        break;
    case SendFinding::Field::From:
        m_widgets.head.from().setFocus(Qt::OtherFocusReason);
        break;
    case SendFinding::Field::To:
        m_widgets.head.to().focusEntry(text);
        break;
    case SendFinding::Field::Cc:
        m_widgets.head.showCc();
        m_widgets.head.cc().focusEntry(text);
        break;
    case SendFinding::Field::Bcc:
        m_widgets.head.showBcc();
        m_widgets.head.bcc().focusEntry(text);
        break;
    case SendFinding::Field::Subject:
        m_widgets.head.subject().setFocus(Qt::OtherFocusReason);
        break;
    case SendFinding::Field::Body:
        m_widgets.body.setFocus(Qt::OtherFocusReason);
        break;
    case SendFinding::Field::Attachments: {
        const int failed = m_widgets.attachments.firstFailed();
        m_widgets.pane.focusRow(std::max(0, failed >= 0 ? failed : m_widgets.attachments.rowNamed(text)));
        break;
    }
    }
}

void LetterForm::showRefused(const QList<RefusedPath> &refused)
{
    for (RecipientField *field : {&m_widgets.head.to(), &m_widgets.head.cc(), &m_widgets.head.bcc()})
        field->setRefused(refused);
}

bool LetterForm::holdsAny(const QList<RefusedPath> &refused) const
{
    LetterHead &head = m_widgets.head;
    return std::any_of(refused.begin(), refused.end(), [&](const RefusedPath &path) {
        return head.to().holds(path.path) || head.cc().holds(path.path) || head.bcc().holds(path.path);
    });
}

void LetterForm::focusRefused(const QList<RefusedPath> &refused)
{
    for (const RefusedPath &path : refused) {
        for (RecipientField *field : {&m_widgets.head.to(), &m_widgets.head.cc(), &m_widgets.head.bcc()}) {
            if (field->holds(path.path)) {
                field->focusEntry({});
                return;
            }
        }
    }
    focusOn(SendFinding::Field::To);
}

} // namespace pennypost
