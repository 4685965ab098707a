// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>

namespace pennypost {

/// A received letter's Date field (RFC 5322, 3.3, with the obsolete zones and short years of 4.3) for a
/// person's eyes. Pure.
class LetterDate
{
public:
    /// Invalid where the field is no date.
    static QDateTime parsed(const QString &field);
    /// In the locale's words and this computer's zone; a field that is no date as it stands.
    static QString shown(const QString &field, const QLocale &locale = QLocale());
};

} // namespace pennypost
