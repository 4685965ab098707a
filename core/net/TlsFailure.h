// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/Transport.h"

#include <QList>
#include <QSsl>
#include <QString>

#include <optional>

namespace pennypost {

/// The tables from what OpenSSL says about a failed handshake to TransportError's kinds. Pure; any
/// thread. Used by PeerVerifier and TlsEngine.

/// For errors found in the certificate chain (X509_V_ERR_...). With several, the gravest: who does not vouch
/// for a server can't say its name or dates either, nor can a signature that anybody could have made, and a
/// wrong name is graver than a date.
TransportError::Kind kindOf(const QList<int> &errors);

/// For a handshake that broke: `text` is the TLS library's, `alert` the peer's fatal alert if it sent one.
/// OpenSSL's reason texts are not translated and have been the same since 1.0.
TransportError::Kind kindOfBrokenHandshake(const QString &text, std::optional<QSsl::AlertType> alert);

} // namespace pennypost
