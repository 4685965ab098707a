// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace pennypost {

/// Takes a part's octets in any portions and gives them back without their transfer encoding (RFC 2045 6). As
/// tolerant as a receiver must be: what is no base64 is skipped, an "=" that begins nothing stays as it is,
/// uuencode, which was never registered, is known by the names it had. An unknown encoding is none. One part,
/// one decoder.
///
///     TransferDecoder decoder(part.transferEncoding);
///     out += decoder.decode(portion);   // as often as there are portions
///     out += decoder.finish();
class TransferDecoder
{
public:
    explicit TransferDecoder(QByteArrayView encoding);

    /// Does what it gives back equal what it got?
    bool isIdentity() const { return m_kind == Kind::Identity; }

    QByteArray decode(QByteArrayView portion);
    /// What was held back to see how it goes on.
    QByteArray finish();

private:
    enum class Kind { Identity, Base64, QuotedPrintable, Uuencode };

    static Kind kindOf(QByteArrayView encoding);

    QByteArray decodeBase64(QByteArrayView portion);
    QByteArray decodeQuotedPrintable(QByteArrayView portion);
    /// One line with its end, if it has one.
    void decodeQuotedLine(QByteArrayView line, QByteArray &out) const;
    QByteArray decodeUuencoded(QByteArrayView portion);
    void decodeUuLine(QByteArrayView line, QByteArray &out);

    Kind m_kind;
    QByteArray m_held;   ///< quoted-printable, uuencode: the end of a portion that may go on
    bool m_inUu = false; ///< between "begin" and "end"
    quint32 m_bits = 0;  ///< base64: what has not made whole octets yet
    int m_bitCount = 0;
};

} // namespace pennypost
