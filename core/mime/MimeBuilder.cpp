// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/MimeBuilder.h"

#include "core/base/Clock.h"
#include "core/message/ExtraHeaders.h"
#include "core/message/MessageId.h"
#include "core/mime/AttachmentPart.h"
#include "core/mime/EntitySource.h"
#include "core/mime/HeaderEncoder.h"
#include "core/mime/HtmlToText.h"
#include "core/mime/LetterSource.h"
#include "core/mime/MimePart.h"

#include <QCryptographicHash>

#include <algorithm>

namespace pennypost {

namespace {

using Disposition = Attachment::Disposition;
using PartResult = Result<MimePart, MimeError>;

/// What all boundaries of a letter begin with: the same each time it is built, never within quoted-printable
/// or base64 ("=_" is in neither), and like nothing in any other letter.
QByteArray boundaryMark(const QByteArray &messageId)
{
    return "=_" + QCryptographicHash::hash(messageId, QCryptographicHash::Sha256).left(15).toHex();
}

Result<void, MimeError> checkRequired(const Message &message)
{
    if (message.from.isEmpty())
        return Failure{MimeError{MimeError::Kind::BadAddress, {}, QStringLiteral("From")}};
    // Our own, unlike those we quote, has one "@" alone.
    if (!isMessageId(message.messageId) || message.messageId.count('@') != 1)
        return Failure{MimeError{MimeError::Kind::BadHeader, QStringLiteral("Message-ID"), {}}};
    const auto forbidden = forbiddenExtraHeaders(message);
    if (!forbidden.isEmpty())
        return Failure{MimeError{MimeError::Kind::BadHeader, QString::fromUtf8(forbidden.front()), {}}};
    return {};
}

/// RFC 5322 3.6: a letter whose recipients are all hidden says just that.
header::Field toField(const Message &message)
{
    if (message.to.isEmpty() && message.cc.isEmpty())
        return QByteArray("To: undisclosed-recipients:;\r\n");
    return header::addressList("To", message.to);
}

QList<QByteArray> idsOf(const QByteArray &id)
{
    return id.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{id};
}

/// Everything above the MIME fields, Bcc not among it.
header::Field letterHeader(const Message &message)
{
    std::vector<header::Field> fields;
    fields.push_back(header::date(message.date));
    fields.push_back(header::addressList("From", {message.from}));
    fields.push_back(header::addressList("Reply-To", message.replyTo));
    fields.push_back(toField(message));
    fields.push_back(header::addressList("Cc", message.cc));
    fields.push_back(header::unstructured("Subject", message.subject));
    fields.push_back(header::identifiers("Message-ID", {message.messageId}));
    fields.push_back(header::identifiers("In-Reply-To", idsOf(message.inReplyTo)));
    fields.push_back(header::identifiers("References", message.references));
    for (const HeaderField &field : message.extraHeaders)
        fields.push_back(header::extra(field));

    QByteArray whole;
    for (const auto &field : fields) {
        if (!field)
            return Failure{field.error()};
        whole += *field;
    }
    return QByteArray(whole + "MIME-Version: 1.0\r\n");
}

/// Belongs to the rich body and is called by its content id there.
bool isRelated(const Message &message, const Attachment &attachment)
{
    return attachment.disposition == Disposition::Inline && !attachment.contentId.isEmpty() &&
           !message.html.isEmpty();
}

/// text/html, or multipart/related around it and what it shows.
PartResult richBody(const Message &message, const QByteArray &mark)
{
    std::vector<MimePart> parts;
    parts.push_back(textPart("html", message.html, false, mark));
    for (const Attachment &attachment : message.attachments) {
        if (!isRelated(message, attachment))
            continue;
        auto part = attachmentPart(attachment, mark);
        if (!part)
            return part;
        parts.push_back(std::move(*part));
    }
    if (parts.size() == 1)
        return std::move(parts.front());
    return multipart("related", mark + "-r", std::move(parts), "text/html");
}

/// text/plain, or multipart/alternative with the plain form first, as RFC 2046 5.1.4 orders by richness.
PartResult textBody(const Message &message, bool alone, const QByteArray &mark)
{
    if (message.html.isEmpty())
        return textPart("plain", message.text, alone, mark, message.textForm);
    auto rich = richBody(message, mark);
    if (!rich)
        return rich;
    std::vector<MimePart> parts;
    const QString plain = message.text.isEmpty() ? htmlToText(message.html) : message.text;
    parts.push_back(textPart("plain", plain, false, mark, message.textForm));
    parts.push_back(std::move(*rich));
    return multipart("alternative", mark + "-a", std::move(parts));
}

/// The whole: the text, and multipart/mixed around it where files come along.
PartResult letterBody(const Message &message, const QByteArray &mark)
{
    const auto isBeside = [&](const Attachment &attachment) { return !isRelated(message, attachment); };
    const bool alone = std::none_of(message.attachments.begin(), message.attachments.end(), isBeside);
    auto text = textBody(message, alone, mark);
    if (!text || alone)
        return text;
    std::vector<MimePart> parts;
    parts.push_back(std::move(*text));
    for (const Attachment &attachment : message.attachments) {
        if (!isBeside(attachment))
            continue;
        auto part = attachmentPart(attachment, mark);
        if (!part)
            return part;
        parts.push_back(std::move(*part));
    }
    return multipart("mixed", mark + "-m", std::move(parts));
}

/// The one that somebody else made.
Result<std::unique_ptr<EntitySource>, MimeError> openEntity(const Attachment &entity)
{
    auto content = openContent(entity);
    if (!content)
        return Failure{content.error()};
    const auto *file = std::get_if<FileContent>(&entity.content);
    auto source = std::make_unique<EntitySource>(std::move(*content), file ? file->path : entity.fileName);
    if (auto sound = source->survey(); !sound)
        return Failure{sound.error()};
    return source;
}

MimePart partOf(std::shared_ptr<EntitySource> entity)
{
    MimePart part;
    part.form = {entity->header(), std::move(entity), true};
    return part;
}

bool hasEightBit(const QByteArray &octets)
{
    return std::any_of(octets.begin(), octets.end(), [](char c) { return uchar(c) > 0x7f; });
}

} // namespace

Result<std::unique_ptr<MimeSource>, MimeError> buildMime(const Message &message)
{
    if (auto complete = checkRequired(message); !complete)
        return Failure{complete.error()};
    const auto head = letterHeader(message);
    if (!head)
        return Failure{head.error()};
    if (message.entity) {
        auto entity = openEntity(*message.entity);
        if (!entity)
            return Failure{entity.error()};
        const bool eightBit = (*entity)->isEightBit();
        const MimePart part = partOf(std::move(*entity));
        return std::make_unique<LetterSource>(stretchesOf(*head, part, false), eightBit, hasEightBit(*head));
    }
    auto body = letterBody(message, boundaryMark(message.messageId));
    if (!body)
        return Failure{body.error()};
    Stretches eightBit = body->hasEightBit() ? stretchesOf(*head, *body, true) : Stretches();
    return std::make_unique<LetterSource>(stretchesOf(*head, *body, false), std::move(eightBit),
                                          hasEightBit(*head));
}

Result<std::unique_ptr<MimeSource>, MimeError> buildEntity(const Message &message)
{
    if (auto complete = checkRequired(message); !complete)
        return Failure{complete.error()};
    const auto body = letterBody(message, boundaryMark(message.messageId));
    if (!body)
        return Failure{body.error()};
    return std::make_unique<LetterSource>(stretchesOf({}, *body, false), false, false);
}

Message stamped(Message message, const Clock &clock, UniqueIds &ids, const QString &domain)
{
    if (message.messageId.isEmpty()) {
        // Without a usable From the letter won't be built; the name that RFC 2606 keeps for nobody stands in.
        const QString ascii = asciiDomain(domain.isEmpty() ? message.from.domain : domain);
        message.messageId = ids.next() + '@' + (ascii.isEmpty() ? QByteArray("invalid") : ascii.toLatin1());
    }
    if (!message.date.isValid())
        message.date = message.dateAt(clock.now());
    return message;
}

} // namespace pennypost
