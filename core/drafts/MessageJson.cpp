// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drafts/MessageJson.h"

#include <QJsonArray>

namespace pennypost {

namespace {

template<class... Cases>
struct Overloaded : Cases...
{
    using Cases::operator()...;
};
template<class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

// Octets that need be no UTF-8 stand as one character each; most are ASCII and so stay legible.
QString fromOctets(const QByteArray &octets)
{
    return QString::fromLatin1(octets);
}

QByteArray toOctets(const QJsonValue &value)
{
    return value.toString().toLatin1();
}

// Absent members are empty ones: a row holds what was written and nothing else.
void put(QJsonObject &json, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        json.insert(name, text);
}

void put(QJsonObject &json, const QString &name, const QJsonArray &array)
{
    if (!array.isEmpty())
        json.insert(name, array);
}

// --- times: the instant and the offset it was written with

void putTime(QJsonObject &json, const QString &name, const QDateTime &time)
{
    if (time.isValid())
        json.insert(name,
                    QJsonObject{{u"ms"_qs, time.toMSecsSinceEpoch()}, {u"offset"_qs, time.offsetFromUtc()}});
}

QDateTime timeFrom(const QJsonValue &value)
{
    if (!value.isObject())
        return {};
    return QDateTime::fromMSecsSinceEpoch(value[u"ms"].toInteger(), Qt::OffsetFromUTC,
                                          value[u"offset"].toInt());
}

// --- mailboxes

QJsonObject toJson(const Mailbox &mailbox)
{
    QJsonObject json;
    put(json, u"name"_qs, mailbox.displayName);
    put(json, u"local"_qs, mailbox.localPart);
    put(json, u"domain"_qs, mailbox.domain);
    return json;
}

Mailbox mailboxFrom(const QJsonValue &json)
{
    return {json[u"name"].toString(), json[u"local"].toString(), json[u"domain"].toString()};
}

QJsonArray toJson(const MailboxList &mailboxes)
{
    QJsonArray array;
    for (const Mailbox &mailbox : mailboxes)
        array.append(toJson(mailbox));
    return array;
}

MailboxList mailboxesFrom(const QJsonValue &json)
{
    MailboxList mailboxes;
    for (const auto &value : json.toArray())
        mailboxes.append(mailboxFrom(value));
    return mailboxes;
}

// --- attachments

QJsonObject toJson(const Attachment &attachment)
{
    QJsonObject json{{u"size"_qs, attachment.size}};
    put(json, u"fileName"_qs, attachment.fileName);
    put(json, u"type"_qs, fromOctets(attachment.mimeType));
    put(json, u"contentId"_qs, fromOctets(attachment.contentId));
    if (attachment.disposition == Attachment::Disposition::Inline)
        json.insert(u"inline"_qs, true);
    std::visit(Overloaded{
                   [&](const MemoryContent &memory) {
                       json.insert(u"bytes"_qs, QString::fromLatin1(memory.bytes.toBase64()));
                   },
                   [&](const FileContent &file) {
                       QJsonObject content{{u"path"_qs, file.path}};
                       putTime(content, u"modified"_qs, file.modified);
                       json.insert(u"file"_qs, content);
                   },
                   [&](const BlobContent &blob) {
                       json.insert(u"blob"_qs,
                                   QJsonObject{{u"sha256"_qs, QString::fromLatin1(blob.sha256.toHex())},
                                               {u"path"_qs, blob.path}});
                   },
               },
               attachment.content);
    return json;
}

Attachment attachmentFrom(const QJsonValue &json)
{
    Attachment attachment;
    attachment.fileName = json[u"fileName"].toString();
    attachment.mimeType = toOctets(json[u"type"]);
    attachment.contentId = toOctets(json[u"contentId"]);
    attachment.size = json[u"size"].toInteger();
    if (json[u"inline"].toBool())
        attachment.disposition = Attachment::Disposition::Inline;
    if (const auto blob = json[u"blob"]; blob.isObject())
        attachment.content =
            BlobContent{QByteArray::fromHex(toOctets(blob[u"sha256"])), blob[u"path"].toString()};
    else if (const auto file = json[u"file"]; file.isObject())
        attachment.content = FileContent{file[u"path"].toString(), timeFrom(file[u"modified"])};
    else
        attachment.content = MemoryContent{QByteArray::fromBase64(toOctets(json[u"bytes"]))};
    return attachment;
}

} // namespace

QJsonObject messageToJson(const Message &message)
{
    QJsonObject json{{u"from"_qs, toJson(message.from)}};
    put(json, u"replyTo"_qs, toJson(message.replyTo));
    put(json, u"to"_qs, toJson(message.to));
    put(json, u"cc"_qs, toJson(message.cc));
    put(json, u"bcc"_qs, toJson(message.bcc));
    put(json, u"subject"_qs, message.subject);
    put(json, u"text"_qs, message.text);
    if (message.textForm == Message::TextForm::Flowed)
        json.insert(u"textForm"_qs, u"flowed"_qs);
    put(json, u"html"_qs, message.html);
    put(json, u"messageId"_qs, fromOctets(message.messageId));
    put(json, u"inReplyTo"_qs, fromOctets(message.inReplyTo));
    putTime(json, u"date"_qs, message.date);
    if (message.dateInUtc)
        json.insert(u"dateInUtc"_qs, true);

    QJsonArray attachments;
    for (const Attachment &attachment : message.attachments)
        attachments.append(toJson(attachment));
    put(json, u"attachments"_qs, attachments);

    if (message.entity)
        json.insert(u"entity"_qs, toJson(*message.entity));

    QJsonArray headers;
    for (const HeaderField &field : message.extraHeaders)
        headers.append(QJsonObject{{u"name"_qs, fromOctets(field.name)}, {u"value"_qs, field.value}});
    put(json, u"headers"_qs, headers);

    QJsonArray references;
    for (const QByteArray &reference : message.references)
        references.append(fromOctets(reference));
    put(json, u"references"_qs, references);
    return json;
}

Message messageFromJson(const QJsonObject &json)
{
    Message message;
    message.from = mailboxFrom(json[u"from"]);
    message.replyTo = mailboxesFrom(json[u"replyTo"]);
    message.to = mailboxesFrom(json[u"to"]);
    message.cc = mailboxesFrom(json[u"cc"]);
    message.bcc = mailboxesFrom(json[u"bcc"]);
    message.subject = json[u"subject"].toString();
    message.text = json[u"text"].toString();
    if (json[u"textForm"].toString() == u"flowed")
        message.textForm = Message::TextForm::Flowed;
    message.html = json[u"html"].toString();
    message.messageId = toOctets(json[u"messageId"]);
    message.inReplyTo = toOctets(json[u"inReplyTo"]);
    message.date = timeFrom(json[u"date"]);
    if (const auto entity = json[u"entity"]; entity.isObject())
        message.entity = attachmentFrom(entity);
    message.dateInUtc = json[u"dateInUtc"].toBool();
    for (const auto &value : json[u"attachments"].toArray())
        message.attachments.append(attachmentFrom(value));
    for (const auto &value : json[u"headers"].toArray())
        message.extraHeaders.append({toOctets(value[u"name"]), value[u"value"].toString()});
    for (const auto &value : json[u"references"].toArray())
        message.references.append(toOctets(value));
    return message;
}

} // namespace pennypost
