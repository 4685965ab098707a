// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace pennypost {

/// Octets as text by the operating system's own converter (iconv, or Windows' code pages): for a Qt that was
/// built without ICU and knows the UTFs and Latin-1 alone. `name` is one that Charset knows. Nothing where
/// the system has no such converter, or the octets are none of it; a last character that is cut off is left
/// out. Linear; pure; any thread. Used by textFrom().
std::optional<QString> systemTextFrom(QByteArrayView octets, const QByteArray &name);

} // namespace pennypost
