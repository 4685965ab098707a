// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/RecipientCompletion.h"

#include "core/contacts/RecipientHistory.h"
#include "core/store/StoreThread.h"
#include "ui/compose/LetterForm.h"
#include "ui/compose/LetterHead.h"
#include "ui/compose/RecipientField.h"

namespace pennypost {

RecipientCompletion::RecipientCompletion(LetterHead &head, const LetterForm &form, StoreThread &store,
                                         const Clock &clock, QObject *parent)
    : QObject(parent), m_head(head), m_form(form), m_store(store), m_clock(clock)
{
    for (RecipientField *field : {&head.to(), &head.cc(), &head.bcc()})
        follow(*field);
}

void RecipientCompletion::follow(RecipientField &field)
{
    connect(&field, &RecipientField::suggestionsWanted, this,
            [this, &field](const QString &typed) { ask(field, typed); });
    connect(&field, &RecipientField::forgetWanted, this, [this](const Mailbox &mailbox) {
        m_store.run(
            this,
            [mailbox, &clock = m_clock](Database &database) {
                return RecipientHistory(database, clock).forget(mailbox);
            },
            [](const Result<void, StoreError> &) {}); // it is offered once more, and can be forgotten then
    });
}

void RecipientCompletion::ask(RecipientField &field, const QString &typed)
{
    RecipientQuestion question;
    question.typed = typed;
    if (const auto account = m_form.account())
        question.accountId = account->id;
    for (const RecipientField *each : {&m_head.to(), &m_head.cc(), &m_head.bcc()})
        question.present += each->mailboxes();
    m_store.run(
        &field,
        [question, &clock = m_clock](Database &database) {
            return RecipientHistory(database, clock).matching(question);
        },
        [&field, typed](const Result<QList<KnownRecipient>, StoreError> &known) {
            field.suggest(typed, known ? *known : QList<KnownRecipient>());
        });
}

} // namespace pennypost
