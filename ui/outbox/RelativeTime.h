// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace pennypost {

/// When something was, as short as it can be told: the time today, "Yesterday", the weekday within a week,
/// else the date. In the locale's way of writing. Pure.
class RelativeTime
{
    Q_DECLARE_TR_FUNCTIONS(RelativeTime)

public:
    static QString of(const QDateTime &time, const QDateTime &now, const QLocale &locale = QLocale());
    /// In full, for a tooltip and a screen reader.
    static QString inFull(const QDateTime &time, const QLocale &locale = QLocale());
};

} // namespace pennypost
