// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mime/ByteSource.h"

namespace pennypost {

/// Whether bytes can stand in a letter as they are (RFC 5322 2.1.1, 2.3; RFC 2045 2.7, 2.8): what decides for
/// a message/rfc822 part, which must not be re-encoded.
struct LineShape
{
    bool fits = true;         ///< lines end in CRLF, or all of them in LF; none over 998 octets, no NUL
    qint64 bareLines = 0;     ///< ended by LF alone: all of them or, where it fits, none
    bool beginsField = false; ///< the first line is a field's, as a letter's is
    bool eightBit = false;    ///< some octet over 127
    bool mentions = false;    ///< a line begins with "--" and the mark that was asked for
};

/// Reads the source to its end, and rewinds it.
Result<LineShape, MimeError> lineShape(ByteSource &source, const QByteArray &mark);

} // namespace pennypost
