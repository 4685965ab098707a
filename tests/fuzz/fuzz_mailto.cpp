// SPDX-License-Identifier: GPL-3.0-or-later
// A link, as a web page writes it: whatever it holds, nothing but what it may set is set, no line ends in a
// field, and the letter can be written.
#include "core/message/MailtoUrl.h"
#include "core/mime/MimeBuilder.h"

#include <cstdint>
#include <cstdlib>

using namespace pennypost;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    auto letter = parseMailto("mailto:" + QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    require(letter.has_value());
    Message &message = letter->message;
    require(message.from.isEmpty() && message.attachments.isEmpty() && message.html.isEmpty());
    require(message.extraHeaders.isEmpty() && message.replyTo.isEmpty() && message.messageId.isEmpty());
    require(!message.subject.contains(u'\r') && !message.subject.contains(u'\n'));
    message.from = {{}, QStringLiteral("me"), QStringLiteral("here.example")};
    message.messageId = "1@here.example";
    message.date = QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
    require(bool(buildMime(message)));
    return 0;
}
