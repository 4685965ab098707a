// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace pennypost {

/// A Date field's value (RFC 5322 3.3, with the obsolete zones and short years of 4.3); invalid where it is
/// no date. Qt's own RFC2822Date knows neither the zones' names nor short years. Used for letters that others
/// made: received ones and those of `send --eml`. Pure; any thread.
QDateTime dateFromField(const QString &value);

} // namespace pennypost
