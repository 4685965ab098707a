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
    if (encoding != TransferEncoding::Base64) // as it is, in 7 bits or 8
        return text;
    QByteArray lines(qsizetype(base64::encodedSize(text.size())), Qt::Uninitialized);
    base64::encodeLines(text.constData(), text.size(), lines.data());
    return lines;
}

/// Gathers bytes at hand into one stretch until a file comes in between.
class StretchCollector
{
public:
    explicit StretchCollector(bool eightBit) : m_eightBit(eightBit) {}

    void bytes(QByteArrayView bytes) { m_bytes.append(bytes); }

    void part(const MimePart &part)
    {
        const MimePart::Form &form = formOf(part);
        bytes(form.header);
        const bool isLeaf = part.children.empty();
        if (!isLeaf && m_eightBit && part.hasEightBit()) // RFC 2045 6.4: what holds such parts says so itself
            bytes("Content-Transfer-Encoding: 8bit\r\n");
        bytes("\r\n");
        if (isLeaf) {
            source(form.body);
            return;
        }
        for (const MimePart &child : part.children) {
            bytes(QByteArray("--" + part.boundary + "\r\n"));
            this->part(child); // NOLINT(misc-no-recursion): three levels
            if (!formOf(child).bodyEndsLine)
                bytes("\r\n");
        }
        bytes(QByteArray("--" + part.boundary + "--\r\n"));
    }

    Stretches finish()
    {
        flush();
        return std::move(m_stretches);
    }

private:
    const MimePart::Form &formOf(const MimePart &part) const
    {
        return m_eightBit && part.eightBit ? *part.eightBit : part.form;
    }

    void source(std::shared_ptr<ByteSource> source)
    {
        flush();
        m_stretches.push_back(std::move(source));
    }

    void flush()
    {
        if (!m_bytes.isEmpty())
            m_stretches.push_back(std::make_shared<MemorySource>(std::exchange(m_bytes, {})));
    }

    bool m_eightBit;
    QByteArray m_bytes;
    Stretches m_stretches;
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
    const bool blanksMayGo = isFlowed && !asFlowed.delSp;
    auto encoding = textEncodingFor(lines, blanksMayGo);
    // An older copy of this very letter, quoted in it: only an encoding keeps its boundary from being taken
    // for ours.
    const bool mentionsMark = contains(lines, "--" + mark);
    if (encoding == TransferEncoding::SevenBit && mentionsMark)
        encoding = TransferEncoding::QuotedPrintable;
    QList<MimeParameter> parameters{{"charset", QStringLiteral("utf-8")}};
    if (isFlowed)
        parameters.append({"format", QStringLiteral("flowed")});
    if (asFlowed.delSp)
        parameters.append({"delsp", QStringLiteral("yes")});
    const QByteArray type = fieldWithParameters("Content-Type", "text/" + subtype, parameters);
    const auto formWith = [&](TransferEncoding as) {
        return MimePart::Form{type + encodingField(as), std::make_shared<MemorySource>(encoded(lines, as)),
                              as == TransferEncoding::Base64 && !lines.isEmpty()};
    };
    MimePart part;
    part.form = formWith(encoding);
    if (encoding != TransferEncoding::SevenBit && !mentionsMark && fitsEightBit(lines, blanksMayGo))
        part.eightBit = formWith(TransferEncoding::EightBit);
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
    part.form.header = fieldWithParameters("Content-Type", "multipart/" + kind, parameters);
    part.form.bodyEndsLine = true;
    part.boundary = boundary;
    part.children = std::move(children);
    return part;
}

bool MimePart::hasEightBit() const
{
    return eightBit || std::any_of(children.begin(), children.end(), [](const MimePart &child) {
               return child.hasEightBit(); // NOLINT(misc-no-recursion): three levels
           });
}

Stretches stretchesOf(const QByteArray &letterHeader, const MimePart &root, bool eightBit)
{
    StretchCollector collector(eightBit);
    collector.bytes(letterHeader);
    collector.part(root);
    return collector.finish();
}

} // namespace pennypost
