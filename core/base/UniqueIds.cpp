// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/UniqueIds.h"

#include <QRandomGenerator>

#include <array>

namespace pennypost {

QByteArray RandomIds::next()
{
    static constexpr char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
    std::array<quint32, 26> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    QByteArray id;
    id.reserve(qsizetype(words.size()));
    for (const quint32 word : words)
        id.append(alphabet[word % 32]);
    return id;
}

} // namespace pennypost
