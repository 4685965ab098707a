// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mime/MimeParser.h"

#include <QBuffer>

namespace pennypost::letters {

/// A letter in memory and what was read of it.
struct Letter
{
    explicit Letter(const QByteArray &bytes, const MimeLimits &limits = {})
    {
        device.setData(bytes);
        device.open(QIODevice::ReadOnly);
        auto parsed = parseMime(device, limits);
        ok = bool(parsed);
        if (parsed)
            root = *parsed;
        else
            error = parsed.error();
    }
    QByteArray raw(const ReceivedPart &part) const
    {
        return device.data().mid(part.bodyOffset, part.bodyLength);
    }

    QBuffer device;
    ReceivedPart root;
    bool ok = false;
    MimeParseError error{};
};

/// The head of a letter whose boundary is "b", and this behind it.
inline QByteArray multipart(const QByteArray &body)
{
    return "Content-Type: multipart/mixed; boundary=b\n\n" + body;
}

} // namespace pennypost::letters
