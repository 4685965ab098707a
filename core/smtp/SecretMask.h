// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Secret.h"
#include "core/smtp/Reply.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <vector>

namespace pennypost {

/// Keeps what was sent at sign-in out of what comes back: a server that quotes the line it did not like
/// (`501 Syntax error: "AUTH PLAIN AGFsaWNl..."`) would put the password into a trace, a receipt and an
/// error's text. What it was told of is replaced by ****, wherever it stands. Base64 is known again in pieces
/// of eight characters, in any case, since servers cut and fold what they quote; the password itself only as
/// a whole, and one of less than four octets only as a word of its own, or every other word would hold it.
/// Wiped when it goes. Used by SubmissionDialogue for replies and by WireScribe for the trace; any one
/// thread.
///
///     mask.hideLine("AUTH PLAIN AGFsaWNlAHNlY3JldA==\r\n");
///     mask.hide(Secret("secret"));
///     mask.masked("bad: agfsawnlahnly3jlda");   // "bad: ****"
class SecretMask
{
public:
    SecretMask() = default;
    SecretMask(const SecretMask &) = delete;
    SecretMask &operator=(const SecretMask &) = delete;
    ~SecretMask();

    /// The base64 that ends a line of RFC 4954: of an AUTH with an initial response, or of an answer to 334.
    void hideLine(QByteArrayView line);
    /// The password or token as it is: a server may quote what it decoded.
    void hide(const Secret &secret);
    /// Nothing more will come back that could quote them.
    void forget();

    QByteArray masked(const QByteArray &text) const;
    QString masked(const QString &text) const;
    Reply masked(const Reply &reply) const;

private:
    using Cover = std::vector<bool>; ///< which octets of a text go
    void coverPieces(QByteArrayView text, Cover &cover) const;
    void coverWords(QByteArrayView text, Cover &cover) const;

    std::vector<quint64> m_pieces; ///< eight characters of base64 each, lower case; sorted
    std::vector<Secret> m_words;
};

} // namespace pennypost
