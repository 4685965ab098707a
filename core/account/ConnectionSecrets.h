// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Secret.h"

namespace pennypost {

/// What a connection needs beside ServerSettings and the Credential that signs in over it, and that no file
/// may hold. Empty: none. Move-only; made by CredentialSource, goes with the submission.
struct ConnectionSecrets
{
    Secret passPhrase;    ///< of ServerSettings::clientCertificate
    Secret proxyPassword; ///< for ProxySettings::user

    ConnectionSecrets clone() const { return {passPhrase.clone(), proxyPassword.clone()}; }
};

} // namespace pennypost
