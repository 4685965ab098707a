// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/TextCharset.h"

#include <QUtf8StringView>

#include <algorithm>
#include <utility>

namespace pennypost {

namespace {

constexpr qsizetype portion = qsizetype(256) * 1024;

/// Octets of the character that starts here and is cut off by the end; 0 if none is.
qsizetype cutOff(QByteArrayView octets)
{
    for (qsizetype back = 1; back <= std::min<qsizetype>(3, octets.size()); ++back) {
        const auto octet = uchar(octets[octets.size() - back]);
        if ((octet & 0xc0) == 0x80)
            continue;
        const qsizetype length = octet >= 0xf0 ? 4 : octet >= 0xe0 ? 3 : octet >= 0xc0 ? 2 : 1;
        return length > back ? back : 0;
    }
    return 0;
}

} // namespace

Result<std::optional<QByteArray>, MimeError> charsetOf(ByteSource &source)
{
    using Found = std::optional<QByteArray>;
    QByteArray octets;
    bool isAscii = true;
    bool isFirst = true;
    Found found = QByteArray("utf-8");
    for (;;) {
        const qsizetype kept = octets.size();
        octets.resize(kept + portion);
        const auto count = source.read({octets.data() + kept, size_t(portion)});
        if (!count)
            return Failure{count.error()};
        octets.truncate(kept + *count);
        if (*count == 0) {
            if (kept > 0) // cut off for good
                found.reset();
            break;
        }
        // UTF-32 begins as one of them does, and nothing that is read by escape sequences is ASCII.
        const bool isOther = octets.startsWith(QByteArrayView("\xff\xfe\0\0", 4)) || octets.contains('\x1b');
        if (isOther) {
            found.reset();
            break;
        }
        if (std::exchange(isFirst, false) &&
            (octets.startsWith("\xff\xfe") || octets.startsWith("\xfe\xff"))) {
            found = source.size() % 2 == 0 ? Found("utf-16") : std::nullopt;
            isAscii = false;
            break;
        }
        const qsizetype whole = octets.size() - cutOff(octets);
        const QByteArrayView text = QByteArrayView(octets).first(whole);
        if (text.contains('\0') || !QUtf8StringView(text.data(), text.size()).isValidUtf8()) {
            found.reset();
            break;
        }
        isAscii = isAscii && std::all_of(text.begin(), text.end(), [](char c) { return uchar(c) < 0x80; });
        octets.remove(0, whole);
        isAscii = isAscii && octets.isEmpty();
    }
    source.rewind();
    return found && isAscii ? Found("us-ascii") : found;
}

} // namespace pennypost
