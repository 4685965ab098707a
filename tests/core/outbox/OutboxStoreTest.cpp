// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/outbox/OutboxStoreTest.h"

namespace pennypost {

Message stampedLetter(const QString &subject)
{
    Message message = letterTo(bobAndCarol, subject);
    message.messageId = "first@example.org";
    message.date = FakeClock::defaultStart();
    return message;
}

OutboxItem itemFor(const QString &id, const QString &draftId, const Message &message)
{
    OutboxItem item;
    item.id = id;
    item.draftId = draftId;
    item.accountId = QStringLiteral("alice");
    item.messageId = message.messageId;
    item.subject = message.subject;
    return item;
}

SentLetter sentAs(const QString &id, const Message &message, const QDateTime &time, bool lastRefused)
{
    return {id, QStringLiteral("alice"), message, receiptFor(message, time, lastRefused), false};
}

} // namespace pennypost
