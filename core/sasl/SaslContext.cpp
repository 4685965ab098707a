// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/SaslContext.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace pennypost {

QByteArray randomNonce()
{
    std::array<quint32, 6> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), qsizetype(sizeof words)).toBase64();
}

bool SaslContext::offers(QByteArrayView name) const
{
    return std::any_of(offered.begin(), offered.end(), [name](QByteArrayView offer) {
        return offer.compare(name, Qt::CaseInsensitive) == 0;
    });
}

bool SaslContext::offersPlus() const
{
    return std::any_of(offered.begin(), offered.end(), [](const QByteArray &offer) {
        const QByteArray name = offer.toUpper();
        return name.startsWith("SCRAM-") && name.endsWith("-PLUS");
    });
}

} // namespace pennypost
