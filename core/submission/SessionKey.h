// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/ConnectionSecrets.h"
#include "core/account/ServerSettings.h"
#include "core/sasl/Credential.h"

#include <QByteArray>

namespace pennypost {

/// What two letters must share to go over one session: everything that its security depends on, so that none
/// is sent over a link which its own account would have refused (CVE-2026-4873, CVE-2026-8286). A new field
/// of ServerSettings is part of it by itself. Secrets are in it as keyed hashes, the key made afresh in each
/// process. A value; any thread.
struct SessionKey
{
    SessionKey() = default;
    SessionKey(const ServerSettings &settings, const Credential &credential,
               const ConnectionSecrets &secrets = {});

    ServerSettings server; ///< the host in lower case
    Credential::Kind kind = Credential::Kind::None;
    QString userName;
    QByteArray secret;            ///< HMAC-SHA-256; empty: there is none
    QByteArray proxyPassword;     ///< likewise
    QByteArray clientCertificate; ///< its SHA-256, for the file of that name can be another one tomorrow

    bool operator==(const SessionKey &) const = default;
};

} // namespace pennypost
