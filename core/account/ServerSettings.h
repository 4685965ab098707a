// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/ProxySettings.h"

#include <QByteArray>
#include <QString>

namespace pennypost {

/// How to reach one submission server and sign in to it, without the secret. A value; any thread.
struct ServerSettings
{
    enum class Security {
        Tls,      ///< implicit TLS (RFC 8314), port 465
        StartTls, ///< required STARTTLS, port 587
        None,     ///< in clear; only after an explicit warning and never with a password
    };

    QString host;
    quint16 port = 465;
    Security security = Security::Tls;
    QString userName;        ///< empty: no sign-in
    QByteArray mechanism;    ///< empty: automatic
    QByteArray pinnedSha256; ///< 32 bytes: this certificate alone, for this host and port; empty: none
    QString caFile;          ///< further authorities, PEM; empty: none
    /// A file with a certificate of the person's own and its key, PEM or PKCS#12, shown to the server where
    /// it asks for one; empty: none. Its pass phrase lies where Account::passPhrasePlace says.
    QString clientCertificate = {};
    ProxySettings proxy = {};

    bool operator==(const ServerSettings &) const = default;
};

} // namespace pennypost
