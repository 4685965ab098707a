// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mime/MimeParser.h"

namespace pennypost {

/// One raw field (with its line ends and folds) as name and shown value; empty name if it is no field.
ReceivedField receivedField(const QByteArray &raw);

/// Fills in what the Content-* fields of `part.header` say, with the defaults of RFC 2045 5.2 where they say
/// nothing: `defaultType` depends on where the part is. Returns the boundary of a multipart, octet by octet
/// as it stands there, else empty.
QByteArray readContentFields(ReceivedPart &part, QByteArrayView defaultType = "text/plain");

} // namespace pennypost
