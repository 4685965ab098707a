// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Secret.h"

#include <QByteArray>

namespace pennypost {

/// Whom the practice server lets in. Move-only, like its Secret.
struct PracticeSecrets
{
    QByteArray userName;
    Secret password;
};

/// The server's side of one AUTH exchange, PLAIN (RFC 4616) or LOGIN, without I/O. Used by PracticeSession.
class PracticeSignIn
{
public:
    struct Answer
    {
        enum class Kind {
            Challenge, ///< `challenge` is due, still without base64
            Accepted,
            WrongSecret,
            Malformed, ///< no base64, or not what the mechanism allows
            Cancelled, ///< the client said "*"
        };
        Kind kind;
        QByteArray challenge;
    };

    static bool knows(const QByteArray &mechanism);
    /// `mechanism` is one that knows() knows, upper case.
    PracticeSignIn(const PracticeSecrets &secrets, QByteArray mechanism);

    /// The initial response as it stands in the AUTH command: absent is null, "=" is present and empty.
    Answer begin(const QByteArray &initialResponse);
    /// A line of base64.
    Answer respond(QByteArrayView line);

private:
    Answer take(const QByteArray &response);
    Answer takePlain(const QByteArray &response) const;
    Answer check(QByteArrayView userName, QByteArrayView password) const;

    const PracticeSecrets &m_secrets;
    QByteArray m_mechanism;
    QByteArray m_userName; ///< LOGIN: what came first
    bool m_haveUserName = false;
};

} // namespace pennypost
