// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/OpenSslHandles.h"

#include <QString>

namespace pennypost {

/// What all TLS connections of the program share: TLS 1.2 or later at OpenSSL's security level 2 (no SHA-1
/// signature, no key under 112 bits of strength), no ALPN (it upsets some mail servers), no session kept, no
/// renegotiation. A session that is resumed shows no certificate, so that a pin or a host name that changed
/// meanwhile would not be looked at. Null when OpenSSL can't be started. Any thread.
SSL_CTX *tlsContext();

/// The system's authorities, and those of the PEM file if one is named. Null when the file has none.
/// Any thread.
X509StoreHandle makeTrustStore(const QString &caFile);

} // namespace pennypost
