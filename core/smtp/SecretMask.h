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
/// error's text. Base64 is replaced by **** wherever it stands: nobody writes it by chance. It is known again
/// in pieces of eight characters, in any case, since servers cut and fold what they quote.
///
/// The password itself goes as a whole, wherever it stands. Only one that servers write in any sentence (a
/// reply word as "test" and "password", up to three letters, a short number) goes just where it is plainly
/// quoted: in quotation marks or brackets, as a field's value, beside a NUL however that is written,
/// on a line with the user's name, or as all that a line says. A server that writes "Incorrect user
/// name or password" quotes nobody, and "Incorrect user name or ****" would be no use to its reader and tell
/// everyone else what the password is. Wiped when it goes. Used by SubmissionDialogue for replies and by
/// WireScribe for the trace; any one thread.
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
    /// The password or token as it is: a server may quote what it decoded. `user` signs in with it.
    void hide(const Secret &secret, const QString &user = {});
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
    struct Word
    {
        Secret secret;
        bool ordinary;   ///< stands in many a sentence
        QByteArray user; ///< lower case; none: nobody's
    };
    void hideWord(Word word);

    std::vector<Word> m_words;
};

} // namespace pennypost
