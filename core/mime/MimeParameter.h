// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace pennypost {

/// A parameter of Content-Type or Content-Disposition (RFC 2045 5.1, RFC 2231).
struct MimeParameter
{
    enum class Style {
        Standard,    ///< quoted, or by RFC 2231 with continuations when long or not ASCII
        EncodedWord, ///< quoted, not-ASCII as RFC 2047 words within the quotes: what old Outlook reads in
                     ///< `name=`
    };
    QByteArray name;
    QString value; ///< no CR, LF or NUL
    Style style = Style::Standard;
};

/// The field with its parameters, each on a line of its own where it does not fit, no line over 78 where it
/// can be helped and never over 998. Ends in CRLF.
QByteArray fieldWithParameters(const QByteArray &name, const QByteArray &value,
                               const QList<MimeParameter> &parameters);

/// What was received in such a field.
struct ParsedField
{
    QByteArray value; ///< lower case, without blanks and comments
    QList<MimeParameter>
        parameters; ///< name in lower case; value decoded by RFC 2231, else RFC 2047, else raw

    /// The first of that name; empty if none.
    QString parameter(QByteArrayView name) const;
};

/// RFC 2045 5.1: what a type or a parameter's value is without quotes.
bool isMimeToken(QByteArrayView text);

/// Tolerant and linear: what is no parameter is passed over, a missing semicolon is seen.
ParsedField parseFieldWithParameters(QByteArrayView unfolded);

/// The octets of the first of that name as they stand there, without quotes; joined where there are pieces
/// (RFC 2231). For a boundary, which is compared and not read.
QByteArray rawParameter(QByteArrayView unfolded, QByteArrayView name);

} // namespace pennypost
