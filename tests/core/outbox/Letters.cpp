// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/outbox/Letters.h"

namespace pennypost {

Message letterTo(const QStringList &recipients, const QString &subject)
{
    Message message;
    message.from = {QStringLiteral("Alice Liddell"), QStringLiteral("alice"), QStringLiteral("example.org")};
    for (const QString &address : recipients)
        message.to.append({{}, address.section(u'@', 0, 0), address.section(u'@', 1)});
    message.subject = subject;
    message.text = QStringLiteral("At five?\n");
    return message;
}

Draft draftWith(const QString &id, const Message &message)
{
    Draft draft;
    draft.id = id;
    draft.accountId = QStringLiteral("alice");
    draft.message = message;
    for (const Mailbox &mailbox : message.to)
        draft.typedTo += (draft.typedTo.isEmpty() ? QString() : QStringLiteral(", ")) + mailbox.display();
    return draft;
}

Envelope envelopeOf(const Message &message)
{
    auto envelope = envelopeFor(message);
    Q_ASSERT(envelope);
    return *envelope;
}

Receipt receiptFor(const Message &message, const QDateTime &time, bool lastRefused)
{
    Receipt receipt;
    receipt.time = time;
    receipt.host = QStringLiteral("mail.example.org");
    receipt.port = 465;
    receipt.address = QStringLiteral("2001:db8::25");
    receipt.serverName = QStringLiteral("mx.example.net");
    receipt.tls.protocol = QStringLiteral("TLSv1.3");
    receipt.tls.cipher = QStringLiteral("TLS_AES_256_GCM_SHA384");
    receipt.tls.certificate = {QStringLiteral("mail.example.org"),
                               QStringLiteral("Example Authority"),
                               {QStringLiteral("mail.example.org"), QStringLiteral("smtp.example.org")},
                               QDateTime(QDate(2024, 1, 1), QTime(0, 0), Qt::UTC),
                               QDateTime(QDate(2025, 1, 1), QTime(0, 0), Qt::UTC),
                               QByteArray(32, '\xab')};
    receipt.mechanism = "PLAIN";
    receipt.finalReply = {250, EnhancedStatus{2, 0, 0}, {"2.0.0 Ok: queued as 4F3B2A1C"}};
    for (const SmtpPath &path : envelopeOf(message).forwardPaths)
        receipt.accepted.append(path.display());
    if (lastRefused)
        receipt.refused.append(
            {receipt.accepted.takeLast(), {550, EnhancedStatus{5, 1, 1}, {"5.1.1 No such user", "here"}}});
    receipt.octets = 1234;
    return receipt;
}

} // namespace pennypost
