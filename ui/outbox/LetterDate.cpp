// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/LetterDate.h"

#include "core/mime/DateField.h"
#include "ui/outbox/RelativeTime.h"

namespace pennypost {

QString LetterDate::shown(const QString &field, const QLocale &locale)
{
    const QDateTime time = dateFromField(field);
    return time.isValid() ? RelativeTime::inFull(time, locale) : field;
}

} // namespace pennypost
