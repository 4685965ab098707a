// SPDX-License-Identifier: GPL-3.0-or-later
// Address fields: whatever is typed, positions stay within the text, what parses is shown so that it parses
// to the same, and no path carries what a server could take for a second line.
#include "core/message/Envelope.h"
#include "core/message/MailboxParser.h"

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
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const ParsedMailbox &entry : parseMailboxes(text)) {
        require(entry.start >= 0 && entry.length > 0 && entry.start + entry.length <= text.size());
        require(QStringView(text).mid(entry.start, entry.length) == entry.text);
        if (!entry.mailbox)
            continue;
        const auto again = parseMailboxes(entry.mailbox->display());
        require(again.size() == 1 && again.front().mailbox == entry.mailbox);
        const auto path = SmtpPath::make(*entry.mailbox);
        require(path.has_value());
        for (const char c : path->octets())
            require(uchar(c) >= 0x20 && c != 0x7f);
    }
    (void)parseMailbox(text);
    return 0;
}
