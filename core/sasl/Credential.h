// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Secret.h"

#include <QString>

namespace pennypost {

/// Who signs in and with what. Move-only, like its Secret; made by CredentialSource, handed to the submission
/// thread, gone with the connection.
struct Credential
{
    enum class Kind {
        None, ///< no sign-in at all (never with a password on a connection without TLS)
        Password,
        Token,       ///< OAuth 2.0 bearer
        Ticket,      ///< Kerberos, as the system has it; no secret, the name optional
        Certificate, ///< the client certificate that the transport presents; no secret, the name optional
    };
    Kind kind = Kind::None;
    QString userName; ///< the authentication identity as the server knows it
    Secret secret;

    /// Who we are is known by other means; nothing to be asked for, or to be found wrong.
    bool needsNoSecret() const { return kind == Kind::Ticket || kind == Kind::Certificate; }
    Credential clone() const { return {kind, userName, secret.clone()}; }
};

} // namespace pennypost
