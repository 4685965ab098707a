// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/MimePart.h"

#include "core/mime/Base64.h"
#include "core/mime/FlowedText.h"
#include "core/mime/MimeParameter.h"

#include <algorithm>
#include <string_view>

namespace pennypost {

namespace {

/// Lines ended by CRLF, whatever ended them before.
QByteArray canonical(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    QByteArray lines;
    lines.reserve(utf8.size() + utf8.count('\n'));
    const auto endsLine = [](char c) { return c == '\r' || c == '\n'; };
    for (auto rest = utf8.cbegin();;) {
        const auto end = std::find_if(rest, utf8.cend(), endsLine);
        lines.append(QByteArrayView(rest, end));
        if (end == utf8.cend())
            return lines;
        lines.append("\r\n");
        rest = end + 1;
        if (*end == '\r' && rest != utf8.cend() && *rest == '\n')
            ++rest;
    }
}

/// A letter is too short for the table that QByteArray::contains() makes.
bool contains(const QByteArray &text, const QByteArray &words)
{
    return std::string_view(text).find(words) != std::string_view::npos;
}

QByteArray encoded(const QByteArray &text, TransferEncoding encoding)
{
    if (encoding == TransferEncoding::QuotedPrintable)
        return encodeQuotedPrintable(text);
    if (encoding != TransferEncoding::Base64)
        return text;
    QByteArray lines(qsizetype(base64::encodedSize(text.size())), Qt::Uninitialized);
    base64::encodeLines(text.constData(), text.size(), lines.data());
    return lines;
}

/// Gathers bytes at hand into one stretch until a file comes in between.
class StretchCollector
{
public:
    void bytes(QByteArrayView bytes) { m_bytes.append(bytes); }

    void source(std::unique_ptr<ByteSource> source)
    {
        flush();
        m_stretches.push_back(std::move(source));
    }

    void part(MimePart part)
    {
        bytes(part.header);
        bytes("\r\n");
        if (part.children.empty()) {
            source(std::move(part.body));
            return;
        }
        for (MimePart &child : part.children) {
            const bool endsLine = child.bodyEndsLine;
            bytes(QByteArray("--" + part.boundary + "\r\n"));
            this->part(std::move(child)); // NOLINT(misc-no-recursion): three levels
            if (!endsLine)
                bytes("\r\n");
        }
        bytes(QByteArray("--" + part.boundary + "--\r\n"));
    }

    std::vector<std::unique_ptr<ByteSource>> finish()
    {
        flush();
        return std::move(m_stretches);
    }

private:
    void flush()
    {
        if (!m_bytes.isEmpty())
            m_stretches.push_back(std::make_unique<MemorySource>(std::exchange(m_bytes, {})));
    }

    QByteArray m_bytes;
    std::vector<std::unique_ptr<ByteSource>> m_stretches;
};

} // namespace

MimePart textPart(const QByteArray &subtype, const QString &text, bool alone, const QByteArray &mark,
                  Message::TextForm form)
{
    const bool isFlowed = form == Message::TextForm::Flowed;
    const FlowedText asFlowed = isFlowed ? flowed(text) : FlowedText();
    QByteArray lines = canonical(isFlowed ? asFlowed.text : text);
    if (alone && !lines.isEmpty() && !lines.endsWith("\r\n"))
        lines += "\r\n";
    auto encoding = textEncodingFor(lines, isFlowed && !asFlowed.delSp);
    // An older copy of this very letter, quoted in it: only an encoding keeps its boundary from being taken
    // for ours.
    if (encoding == TransferEncoding::SevenBit && contains(lines, "--" + mark))
        encoding = TransferEncoding::QuotedPrintable;
    MimePart part;
    QList<MimeParameter> parameters{{"charset", QStringLiteral("utf-8")}};
    if (isFlowed)
        parameters.append({"format", QStringLiteral("flowed")});
    if (asFlowed.delSp)
        parameters.append({"delsp", QStringLiteral("yes")});
    part.header = fieldWithParameters("Content-Type", "text/" + subtype, parameters);
    part.header += "Content-Transfer-Encoding: " + transferEncodingName(encoding) + "\r\n";
    part.bodyEndsLine = encoding == TransferEncoding::Base64 && !lines.isEmpty();
    part.body = std::make_unique<MemorySource>(encoded(lines, encoding));
    return part;
}

MimePart multipart(const QByteArray &kind, const QByteArray &boundary, std::vector<MimePart> children,
                   const QByteArray &type)
{
    MimePart part;
    QList<MimeParameter> parameters;
    if (!type.isEmpty())
        parameters.append({"type", QString::fromLatin1(type)});
    parameters.append({"boundary", QString::fromLatin1(boundary)});
    part.header = fieldWithParameters("Content-Type", "multipart/" + kind, parameters);
    part.boundary = boundary;
    part.bodyEndsLine = true;
    part.children = std::move(children);
    return part;
}

std::vector<std::unique_ptr<ByteSource>> stretchesOf(const QByteArray &letterHeader, MimePart root)
{
    StretchCollector collector;
    collector.bytes(letterHeader);
    collector.part(std::move(root));
    return collector.finish();
}

} // namespace pennypost
