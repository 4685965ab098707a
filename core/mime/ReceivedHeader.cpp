// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/ReceivedHeader.h"

#include "core/message/Attachment.h"
#include "core/mime/EncodedWord.h"
#include "core/mime/MimeParameter.h"

#include <algorithm>

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

ParsedField parsedField(const ReceivedPart &part, QByteArrayView name)
{
    const ReceivedField *field = find(part, name);
    if (!field)
        return {};
    return parseFieldWithParameters(unfolded(QByteArrayView(field->raw).sliced(field->raw.indexOf(':') + 1)));
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
    return slash > 0 && slash + 1 < type.size() && !type.contains(' ');
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
    field.value = sanitisedValue(decodedEncodedWords(unfolded(QByteArrayView(raw).sliced(colon + 1))));
    return field;
}

QByteArray readContentFields(ReceivedPart &part)
{
    const ParsedField type = parsedField(part, "Content-Type");
    part.mimeType = isMimeType(type.value) ? type.value : QByteArray("text/plain");
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
    return part.isMultipart() ? type.parameter("boundary").toUtf8() : QByteArray();
}

} // namespace pennypost
