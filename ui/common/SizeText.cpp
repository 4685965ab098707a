// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/SizeText.h"

#include <QLocale>

namespace pennypost {

QString sizeText(qint64 octets)
{
    constexpr qint64 mega = 1'000'000;
    constexpr qint64 giga = 1'000 * mega;
    const QLocale locale;
    const auto text = [&locale](qint64 size, int places) {
        return locale.formattedDataSize(size, places, QLocale::DataSizeSIFormat);
    };
    // What rounds up to 1000 of a unit is one of the next.
    if (octets < mega - 500)
        return text(octets, 0);
    if (octets < mega)
        return text(mega, 1);
    if (octets >= giga - 50'000 && octets < giga)
        return text(giga, 1);
    return text(octets, 1);
}

} // namespace pennypost
