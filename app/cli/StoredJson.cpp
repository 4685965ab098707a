// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/StoredJson.h"

#include "app/cli/CauseText.h"
#include "core/outbox/PhaseName.h"
#include "core/outbox/ReceiptJson.h"

#include <QJsonArray>
#include <QLocale>

namespace pennypost {

namespace {

QString timeText(const QDateTime &time)
{
    return time.toString(Qt::ISODate);
}

QString listed(const MailboxList &mailboxes)
{
    QStringList names;
    for (const Mailbox &mailbox : mailboxes)
        names.append(mailbox.display());
    return names.join(u", ");
}

QJsonArray listedJson(const MailboxList &mailboxes)
{
    QJsonArray names;
    for (const Mailbox &mailbox : mailboxes)
        names.append(mailbox.display());
    return names;
}

/// A subject may hold anything; of a line it is one column.
QString column(const QString &text)
{
    return text.simplified();
}

QString octetsText(qint64 octets)
{
    return QLocale::c().toString(octets) + (octets == 1 ? u" octet" : u" octets");
}

} // namespace

QJsonObject summaryJson(const DraftSummary &draft)
{
    return {{u"id"_qs, draft.id},
            {u"account"_qs, draft.accountId},
            {u"to"_qs, draft.to},
            {u"subject"_qs, draft.subject},
            {u"savedAt"_qs, timeText(draft.savedAt)},
            {u"mayHaveBeenSent"_qs, draft.mayHaveBeenSent}};
}

QJsonObject summaryJson(const OutboxItem &item)
{
    return {{u"id"_qs, item.id},
            {u"draft"_qs, item.draftId},
            {u"account"_qs, item.accountId},
            {u"messageId"_qs, QString::fromUtf8(item.messageId)},
            {u"recipients"_qs, item.recipients},
            {u"subject"_qs, item.subject},
            {u"state"_qs, nameOf(item.phase)},
            {u"since"_qs, timeText(item.since)},
            {u"finished"_qs, item.finished}};
}

QJsonObject summaryJson(const SentSummary &letter)
{
    return {{u"id"_qs, letter.id},
            {u"account"_qs, letter.accountId},
            {u"recipients"_qs, letter.recipients},
            {u"subject"_qs, letter.subject},
            {u"time"_qs, timeText(letter.time)},
            {u"refused"_qs, letter.refused}};
}

QJsonObject letterJson(const Message &message)
{
    QJsonArray attachments;
    for (const Attachment &attachment : message.attachments)
        attachments.append(
            QJsonObject{{u"name"_qs, attachment.fileName},
                        {u"type"_qs, QString::fromLatin1(attachment.mimeType)},
                        {u"size"_qs, attachment.size},
                        {u"inline"_qs, attachment.disposition == Attachment::Disposition::Inline}});
    return {{u"from"_qs, message.from.isEmpty() ? QString() : message.from.display()},
            {u"to"_qs, listedJson(message.to)},
            {u"cc"_qs, listedJson(message.cc)},
            {u"bcc"_qs, listedJson(message.bcc)},
            {u"subject"_qs, message.subject},
            {u"messageId"_qs, QString::fromUtf8(message.messageId)},
            {u"date"_qs, message.date.isValid() ? timeText(message.date) : QString()},
            {u"text"_qs, message.text},
            {u"html"_qs, message.html},
            {u"attachments"_qs, attachments}};
}

QJsonObject draftJson(const Draft &draft)
{
    QJsonObject json = letterJson(draft.message);
    json[u"id"] = draft.id;
    json[u"account"] = draft.accountId;
    json[u"typed"] =
        QJsonObject{{u"to"_qs, draft.typedTo}, {u"cc"_qs, draft.typedCc}, {u"bcc"_qs, draft.typedBcc}};
    json[u"savedAt"] = timeText(draft.savedAt);
    return json;
}

QJsonObject sentJson(const SentLetter &letter)
{
    QJsonObject json = letterJson(letter.message);
    json[u"id"] = letter.id;
    json[u"account"] = letter.accountId;
    json[u"receipt"] = receiptToJson(letter.receipt);
    json[u"leftOut"] = QJsonArray::fromStringList(letter.leftOut());
    json[u"settledByHand"] = letter.settledByHand;
    json[u"finished"] = letter.finished;
    return json;
}

QString summaryLine(const DraftSummary &draft)
{
    return QStringList{draft.id, timeText(draft.savedAt), column(draft.to), column(draft.subject)}.join(
               u'\t') +
           (draft.mayHaveBeenSent ? u"\tmay have been sent" : u"");
}

QString summaryLine(const OutboxItem &item)
{
    return QStringList{item.id, timeText(item.since), nameOf(item.phase), column(item.recipients),
                       column(item.subject)}
        .join(u'\t');
}

QString summaryLine(const SentSummary &letter)
{
    return QStringList{letter.id, timeText(letter.time), column(letter.recipients), column(letter.subject)}
               .join(u'\t') +
           (letter.refused > 0 ? u"\t" + QString::number(letter.refused) + u" refused" : QString());
}

QStringList letterLines(const Message &message)
{
    QStringList lines;
    const auto field = [&lines](QLatin1StringView name, const QString &value) {
        if (!value.isEmpty())
            lines.append(name + u": " + column(value));
    };
    field(QLatin1StringView("From"), message.from.isEmpty() ? QString() : message.from.display());
    field(QLatin1StringView("To"), listed(message.to));
    field(QLatin1StringView("Cc"), listed(message.cc));
    field(QLatin1StringView("Bcc"), listed(message.bcc));
    field(QLatin1StringView("Subject"), message.subject);
    field(QLatin1StringView("Date"), message.date.isValid() ? timeText(message.date) : QString());
    for (const Attachment &attachment : message.attachments)
        lines.append(u"Attached: \"" + attachment.fileName + u"\", " + octetsText(attachment.size));
    if (!message.text.isEmpty())
        lines << QString() << message.text.chopped(message.text.endsWith(u'\n') ? 1 : 0).split(u'\n');
    return lines;
}

QStringList receiptLines(const SentLetter &letter)
{
    const Receipt &receipt = letter.receipt;
    if (letter.settledByHand)
        return {u"Settled by hand, " + timeText(receipt.time)};
    QStringList lines{u"Accepted by " + serverText(receipt.host, receipt.port) + u", " +
                      timeText(receipt.time) + u": " + column(receipt.finalReply.text())};
    if (!receipt.tls.isNull())
        lines.append(u"Over " + receipt.tls.protocol + u", " + receipt.tls.cipher + u", certificate " +
                     QString::fromLatin1(receipt.tls.certificate.sha256.toHex()));
    for (const QString &path : receipt.accepted)
        lines.append(u"Taken for: " + path);
    for (const RefusedPath &path : receipt.refused)
        lines.append(u"Refused: " + path.path + u": " + column(path.reply.text()));
    for (const QString &path : letter.leftOut())
        lines.append(u"Not sent to: " + path);
    return lines;
}

} // namespace pennypost
