// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/AttachmentPart.h"

#include "core/mime/Base64Source.h"
#include "core/mime/CanonicalLines.h"
#include "core/mime/FileSource.h"
#include "core/mime/LineShape.h"
#include "core/mime/MimeParameter.h"
#include "core/mime/TextCharset.h"

#include <algorithm>

namespace pennypost {

namespace {

using Disposition = Attachment::Disposition;

bool isContentId(const QByteArray &id)
{
    return std::all_of(id.begin(), id.end(),
                       [](char c) { return c > ' ' && c < 0x7f && c != '<' && c != '>'; });
}

/// The type if it is one and may stand on an encoded leaf.
QByteArray leafType(const QByteArray &type)
{
    const QByteArray lower = type.split(';').front().trimmed().toLower();
    const qsizetype slash = lower.indexOf('/');
    const bool sound = slash > 0 && isMimeToken(lower.left(slash)) && isMimeToken(lower.mid(slash + 1));
    return sound && !lower.startsWith("multipart/") ? lower : QByteArray("application/octet-stream");
}

/// A parameter of the type as it was declared, where it is a token; else empty.
QByteArray declared(const QByteArray &type, QByteArrayView parameter)
{
    const QByteArray value = parseFieldWithParameters(type).parameter(parameter).toLatin1();
    return isMimeToken(value) ? value : QByteArray();
}

QByteArray partHeader(const Attachment &attachment, const QByteArray &type, TransferEncoding encoding,
                      const QByteArray &charset = {})
{
    const QString name = safeFileName(attachment.fileName);
    QList<MimeParameter> parameters;
    if (!charset.isEmpty())
        parameters.append({"charset", QString::fromLatin1(charset)});
    // An invitation without it is no more than a file (RFC 5545 8.1).
    if (const QByteArray method = declared(attachment.mimeType, "method");
        type == "text/calendar" && !method.isEmpty())
        parameters.append({"method", QString::fromLatin1(method)});
    parameters.append({"name", name, MimeParameter::Style::EncodedWord});
    QByteArray header = fieldWithParameters("Content-Type", type, parameters);
    header += encodingField(encoding);
    header += fieldWithParameters("Content-Disposition",
                                  attachment.disposition == Disposition::Inline ? "inline" : "attachment",
                                  {{"filename", name}});
    if (!attachment.contentId.isEmpty())
        header += "Content-ID: <" + attachment.contentId + ">\r\n";
    return header;
}

} // namespace

Result<std::unique_ptr<ByteSource>, MimeError> openContent(const Attachment &attachment)
{
    if (const auto *memory = std::get_if<MemoryContent>(&attachment.content))
        return std::make_unique<MemorySource>(memory->bytes);
    FileStamp stamp;
    stamp.size = attachment.size;
    if (const auto *file = std::get_if<FileContent>(&attachment.content)) {
        stamp.path = file->path;
        stamp.modified = file->modified;
    } else {
        stamp.path = std::get<BlobContent>(attachment.content).path;
    }
    auto source = std::make_unique<FileSource>(std::move(stamp));
    if (auto there = source->check(); !there)
        return Failure{there.error()};
    return source;
}

Result<MimePart, MimeError> attachmentPart(const Attachment &attachment, const QByteArray &mark)
{
    if (!isContentId(attachment.contentId))
        return Failure{MimeError{MimeError::Kind::BadHeader, QStringLiteral("Content-ID"), {}}};
    auto opened = openContent(attachment);
    if (!opened)
        return Failure{opened.error()};
    const std::shared_ptr<ByteSource> content = std::move(*opened);

    MimePart part;
    QByteArray type = leafType(attachment.mimeType);
    if (type.startsWith("message/")) {
        const auto shape = lineShape(*content, mark);
        if (!shape)
            return Failure{shape.error()};
        // It must go as it is (RFC 2046 5.2.1), which 8-bit data can do only where the server has 8BITMIME.
        // What can't is a file like any other, under its own name.
        const bool isLetter = type == "message/rfc822" || type == "message/global";
        const bool goesAsItIs = shape->fits && !shape->mentions && (shape->beginsField || !isLetter);
        // Lines that all end in LF are how many systems keep a letter (RFC 2049 4).
        const auto lines = shape->bareLines == 0
                               ? content
                               : std::make_shared<CanonicalLines>(
                                     content, CanonicalLines::Extent{.bareLines = shape->bareLines});
        if (goesAsItIs && !shape->eightBit) {
            part.form = {partHeader(attachment, type, TransferEncoding::SevenBit), lines};
            return part;
        }
        if (goesAsItIs)
            part.eightBit = {partHeader(attachment, type, TransferEncoding::EightBit), lines};
        type = "application/octet-stream";
    }
    QByteArray charset;
    if (type.startsWith("text/")) {
        // Its bytes stay, so that it is told what they are: what the file says itself, else who attached it.
        const auto found = charsetOf(*content);
        if (!found)
            return Failure{found.error()};
        charset = found->value_or(declared(attachment.mimeType, "charset").toLower());
        if (charset.isEmpty())
            type = "application/octet-stream";
    }
    part.form = {partHeader(attachment, type, TransferEncoding::Base64, charset),
                 std::make_shared<Base64Source>(content), content->size() > 0};
    return part;
}

} // namespace pennypost
