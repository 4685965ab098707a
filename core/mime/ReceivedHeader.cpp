// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/ReceivedHeader.h"

#include "core/message/Attachment.h"
#include "core/mime/EncodedWord.h"
#include "core/mime/MimeParameter.h"

#include <algorithm>
#include <array>

namespace pennypost {

namespace {

QByteArray unfolded(QByteArrayView raw)
{
    QByteArray value;
    value.reserve(raw.size());
    for (const char c : raw) {
        if (c != '\r' && c != '\n')
            value.append(c);
    }
    return value.trimmed();
}

const ReceivedField *find(const ReceivedPart &part, QByteArrayView name)
{
    const auto found = std::find_if(part.header.begin(), part.header.end(), [&](const ReceivedField &field) {
        return name.compare(field.name, Qt::CaseInsensitive) == 0;
    });
    return found == part.header.end() ? nullptr : &*found;
}

QByteArray unfoldedValue(const ReceivedPart &part, QByteArrayView name)
{
    const ReceivedField *field = find(part, name);
    return field ? unfolded(QByteArrayView(field->raw).sliced(field->raw.indexOf(':') + 1)) : QByteArray();
}

ParsedField parsedField(const ReceivedPart &part, QByteArrayView name)
{
    return parseFieldWithParameters(unfoldedValue(part, name));
}

/// Of mailboxes (RFC 5322 3.6.2, 3.6.3, 3.6.6), and those of their kind that are about.
bool isAddressField(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 15> names{"From",
                                                   "Sender",
                                                   "Reply-To",
                                                   "To",
                                                   "Cc",
                                                   "Bcc",
                                                   "Resent-From",
                                                   "Resent-Sender",
                                                   "Resent-To",
                                                   "Resent-Cc",
                                                   "Resent-Bcc",
                                                   "Resent-Reply-To",
                                                   "Mail-Reply-To",
                                                   "Mail-Followup-To",
                                                   "Disposition-Notification-To"};
    return std::any_of(names.begin(), names.end(),
                       [name](QByteArrayView each) { return name.compare(each, Qt::CaseInsensitive) == 0; });
}

QByteArray withoutAngles(QByteArray id)
{
    id = id.trimmed();
    if (id.startsWith('<'))
        id.remove(0, 1);
    if (id.endsWith('>'))
        id.chop(1);
    return id;
}

bool isMimeType(const QByteArray &type)
{
    const qsizetype slash = type.indexOf('/');
    return isMimeToken(QByteArrayView(type).first(std::max<qsizetype>(slash, 0))) &&
           isMimeToken(QByteArrayView(type).sliced(slash + 1));
}

} // namespace

ReceivedField receivedField(const QByteArray &raw)
{
    ReceivedField field;
    const qsizetype colon = raw.indexOf(':');
    const QByteArray name = raw.first(std::max<qsizetype>(colon, 0)).trimmed();
    const bool sound = std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 0x7f; });
    if (colon <= 0 || !sound)
        return field;
    field.name = name;
    field.raw = raw;
    const QByteArray value = unfolded(QByteArrayView(raw).sliced(colon + 1));
    field.isOfMailboxes = isAddressField(name);
    field.value = sanitisedValue(field.isOfMailboxes ? decodedMailboxes(value) : decodedEncodedWords(value));
    return field;
}

QByteArray readContentFields(ReceivedPart &part, QByteArrayView defaultType)
{
    const QByteArray typeField = unfoldedValue(part, "Content-Type");
    const ParsedField type = parseFieldWithParameters(typeField);
    part.mimeType = isMimeType(type.value) ? type.value : defaultType.toByteArray();
    part.charset = type.parameter("charset").toLatin1().trimmed().toLower();
    const auto is = [&type](QByteArrayView parameter, QLatin1StringView value) {
        return type.parameter(parameter).trimmed().compare(value, Qt::CaseInsensitive) == 0;
    };
    part.isFlowed = part.mimeType == "text/plain" && is("format", QLatin1StringView("flowed"));
    part.delSp = part.isFlowed && is("delsp", QLatin1StringView("yes"));

    const ParsedField disposition = parsedField(part, "Content-Disposition");
    part.disposition = disposition.value;
    QString name = disposition.parameter("filename");
    if (name.isEmpty())
        name = type.parameter("name");
    if (!name.isEmpty())
        part.fileName = safeFileName(name);

    QByteArray encoding = parsedField(part, "Content-Transfer-Encoding").value;
    encoding.replace('"', "");
    part.transferEncoding = encoding.isEmpty() ? QByteArray("7bit") : encoding;
    if (const ReceivedField *id = find(part, "Content-ID"))
        part.contentId = withoutAngles(id->value.toUtf8());
    QByteArray boundary = part.isMultipart() ? rawParameter(typeField, "boundary") : QByteArray();
    while (boundary.endsWith(' ')) // no boundary ends so (RFC 2046 5.1.1), and its lines lose them on the way
        boundary.chop(1);
    return boundary;
}

} // namespace pennypost
