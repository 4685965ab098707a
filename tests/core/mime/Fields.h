// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace pennypost::letters {

/// A written field's value, unfolded, without the blanks around it.
QByteArray valueOf(const QByteArray &field);

/// What is wrong with a written field, whatever is in it (RFC 5322 2.1.1, 2.2; RFC 2047 2, 5): lines, folds,
/// octets, encoded-words too long or with a character torn; else empty.
QString fieldFault(const QByteArray &field);

} // namespace pennypost::letters
