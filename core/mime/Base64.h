// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace pennypost {

/// Base64 as MIME lays it out (RFC 2045 6.8): 57 octets a line, 76 characters and CRLF, the last line
/// shorter. The kernel writes straight into the caller's memory: this is where a large attachment spends its
/// time. Pure; any thread.
namespace base64 {

inline constexpr qint64 octetsPerLine = 57;
inline constexpr qint64 charactersPerLine = 76;
/// With its CRLF.
inline constexpr qint64 lineLength = charactersPerLine + 2;

/// How long `octets` become, line ends included. Holds for any size that qint64 can hold the result of.
constexpr qint64 encodedSize(qint64 octets)
{
    return (octets + 2) / 3 * 4 + (octets + octetsPerLine - 1) / octetsPerLine * 2;
}

/// Encodes all of the octets as lines, each ended by CRLF, and returns one past the last character. `out` has
/// room for encodedSize(octets). To go on later, `octets` must be a multiple of octetsPerLine.
char *encodeLines(const char *in, qint64 octets, char *out);

/// The same without line ends: (octets + 2) / 3 * 4 characters.
char *encode(const char *in, qint64 octets, char *out);

} // namespace base64

} // namespace pennypost
