// SPDX-License-Identifier: GPL-3.0-or-later
// Header fields both ways: any text that is accepted is written as one field, in ASCII, and reads as the same
// text; any bytes can be read.
#include "core/message/MailboxParser.h"
#include "core/mime/EncodedWord.h"
#include "core/mime/HeaderEncoder.h"
#include "core/mime/MimeParameter.h"

#include <cstdint>
#include <cstdlib>

using namespace pennypost;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// One field and no more: each line but the first begins with a blank and has something in it.
QByteArray valueOfSoundField(const QByteArray &field)
{
    require(field.endsWith("\r\n"));
    const auto lines = field.chopped(2).split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        require(i + 1 == lines.size() || lines[i].endsWith('\r'));
        require(lines[i].size() <= 999 && !lines[i].trimmed().isEmpty());
        require(i == 0 || lines[i].startsWith(' '));
        for (const char c : lines[i])
            require((uchar(c) >= 0x20 && uchar(c) < 0x7f) || c == '\r');
    }
    QByteArray whole = field;
    whole.replace("\r\n", "");
    return whole.mid(whole.indexOf(':') + 1).trimmed();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    (void)decodedEncodedWords(bytes);
    (void)decodedMailboxes(bytes);
    (void)parseFieldWithParameters(bytes);
    (void)rawParameter(bytes, "boundary");

    const QString text = QString::fromUtf8(bytes);
    // Without a BOM, which the decoder takes off as it should, text and its UTF-8 are the same.
    if (text.contains(QChar::ByteOrderMark))
        return 0;
    const auto subject = header::unstructured("Subject", text);
    const bool forbidden = text.contains(u'\r') || text.contains(u'\n') || text.contains(QChar(0));
    require(bool(subject) != forbidden);
    if (!subject)
        return 0;
    require(decodedEncodedWords(valueOfSoundField(*subject)) == text);
    const auto from = header::addressList("From", {{text, QStringLiteral("a"), QStringLiteral("b.c")}});
    require(bool(from));
    require(valueOfSoundField(*from).endsWith(text.isEmpty() ? "a@b.c" : "<a@b.c>"));
    // Whatever somebody is called, it is he who is read.
    const auto entries = parseMailboxes(sanitisedValue(decodedMailboxes(valueOfSoundField(*from))));
    require(entries.size() == 1);
    if (const auto &mailbox = entries.front().mailbox)
        require(mailbox->addrSpec() == QStringLiteral("a@b.c"));
    for (const auto style : {MimeParameter::Style::Standard, MimeParameter::Style::EncodedWord}) {
        const QByteArray field = fieldWithParameters("Content-Type", "a/b", {{"name", text, style}});
        require(parseFieldWithParameters(valueOfSoundField(field)).parameter("name") == text);
    }
    return 0;
}
