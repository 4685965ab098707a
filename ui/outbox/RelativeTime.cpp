// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/RelativeTime.h"

namespace pennypost {

QString RelativeTime::of(const QDateTime &time, const QDateTime &now, const QLocale &locale)
{
    if (!time.isValid())
        return {};
    // On the reader's clock, wherever it was written.
    const QDateTime there = time.toOffsetFromUtc(now.offsetFromUtc());
    const qint64 days = there.date().daysTo(now.date());
    if (days == 0)
        return locale.toString(there.time(), QLocale::ShortFormat);
    if (days == 1)
        return tr("Yesterday");
    if (days > 1 && days < 7)
        return locale.standaloneDayName(there.date().dayOfWeek());
    return locale.toString(there.date(), QLocale::ShortFormat);
}

QString RelativeTime::inFull(const QDateTime &time, const QLocale &locale)
{
    return time.isValid() ? locale.toString(time.toLocalTime(), QLocale::LongFormat) : QString();
}

} // namespace pennypost
