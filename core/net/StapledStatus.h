// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/OpenSslHandles.h"

namespace pennypost {

enum class StapledStatus {
    Unknown, ///< nothing stapled, or nothing that this certificate's authority signed, or that is in force
    Good,
    Revoked,
};

/// What the authority says of the peer's certificate by the OCSP response that the server sent along (RFC
/// 6066 8, RFC 6960). Whoever holds a revoked certificate just staples nothing, so that a bad staple tells no
/// more than none; but a signed "revoked" counts even when it is old. Within OpenSSL's status callback, after
/// the chain was verified. Used by PeerVerifier.
StapledStatus stapledStatusOf(SSL *ssl);

} // namespace pennypost
