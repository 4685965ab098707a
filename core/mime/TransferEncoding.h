// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace pennypost {

/// How a part's octets are written (RFC 2045 6).
enum class TransferEncoding { SevenBit, EightBit, QuotedPrintable, Base64 };

/// The field that says so, with its CRLF.
QByteArray encodingField(TransferEncoding encoding);

/// The one for a text whose lines end in CRLF: 7bit when nothing on the way can harm it (ASCII, lines up to
/// 78, no blank at a line's end, no line that begins with "." or "From "), else the shorter of
/// quoted-printable and base64, so that European texts stay legible and others don't triple. Pure; any
/// thread.
/// `blanksMayGo`: one at a line's end does no harm if it gets lost, as in flowed text.
TransferEncoding textEncodingFor(QByteArrayView canonicalText, bool blanksMayGo = false);
/// Whether a text that is not ASCII could go as it is where a server carries octets over 127 (8BITMIME, RFC
/// 6152): what hinders 7bit otherwise hinders this too.
bool fitsEightBit(QByteArrayView canonicalText, bool blanksMayGo = false);

/// Quoted-printable for text with CRLF line ends (RFC 2045 6.7): lines of at most 76 characters, UTF-8
/// sequences never torn apart, blanks before a line's end kept, "From " and "." at a line's start hidden from
/// mail systems that treat them in their own way. A final line end is neither added nor dropped.
QByteArray encodeQuotedPrintable(QByteArrayView canonicalText);
/// Its length, without writing it.
qint64 quotedPrintableSize(QByteArrayView canonicalText);

} // namespace pennypost
