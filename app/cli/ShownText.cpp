// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ShownText.h"

#include "core/base/ShownCharacter.h"

#include <QList>
#include <QString>

namespace pennypost {

namespace {

/// The octets of the character that `text` begins with, by its first one (RFC 3629); 1 where it is none.
qsizetype lengthOf(QByteArrayView text)
{
    const auto first = static_cast<unsigned char>(text.front());
    const qsizetype length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
    return qMin(length, text.size());
}

} // namespace

QByteArray shownText(QByteArrayView text)
{
    QByteArray shown;
    shown.reserve(text.size());
    while (!text.isEmpty()) {
        auto octets = text.first(lengthOf(text));
        if (octets.size() > 1 && !octets.isValidUtf8())
            octets = text.first(1);
        const QList<uint> character = QString::fromUtf8(octets).toUcs4();
        const bool asItIs = octets.isValidUtf8() && character.size() == 1 &&
                            (character.front() == '\t' || showsAsItself(char32_t(character.front())));
        if (asItIs) {
            shown += octets;
        } else {
            for (const char octet : octets)
                shown += "\\x" + QByteArray(1, octet).toHex();
        }
        text = text.sliced(octets.size());
    }
    return shown;
}

} // namespace pennypost
