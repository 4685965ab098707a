// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReadBack.h"

#include <QBuffer>

namespace pennypost::letters {

QByteArray outline(const ReceivedPart &part)
{
    QByteArrayList children;
    for (const ReceivedPart &child : part.children)
        children.append(outline(child));
    return part.children.isEmpty() ? part.mimeType
                                   : QByteArray(part.mimeType + '(' + children.join(", ") + ')');
}

ReceivedPart parsed(const QByteArray &letter)
{
    QBuffer buffer;
    buffer.setData(letter);
    buffer.open(QIODevice::ReadOnly);
    auto part = parseMime(buffer);
    return part ? *part : ReceivedPart();
}

QByteArray partBytes(const QByteArray &letter, const ReceivedPart &part)
{
    QBuffer buffer;
    buffer.setData(letter);
    buffer.open(QIODevice::ReadOnly);
    return decodedBytes(buffer, part, 1 << 30);
}

} // namespace pennypost::letters
