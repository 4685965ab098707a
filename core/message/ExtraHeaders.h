// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/Message.h"

#include <QByteArray>
#include <QList>

namespace pennypost {

/// Names of a message's extra fields that can't go out: no field name (RFC 5322 2.2), CR, LF or NUL in the
/// value, a field that is not an author's to set (those begin with X- or List-, or are known: Importance,
/// Autocrypt ...), or a second one where one alone may be (RFC 5322 3.6). Asked by SendChecks to tell the
/// author and by MimeBuilder to be sure. Pure; any thread.
QList<QByteArray> forbiddenExtraHeaders(const Message &message);

} // namespace pennypost
