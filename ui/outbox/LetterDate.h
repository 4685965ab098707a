// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

namespace pennypost {

/// A received letter's Date field for a person's eyes. Pure.
class LetterDate
{
public:
    /// In the locale's words and this computer's zone; a field that is no date as it stands.
    static QString shown(const QString &field, const QLocale &locale = QLocale());
};

} // namespace pennypost
