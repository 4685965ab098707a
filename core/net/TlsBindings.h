// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ChannelBindings.h"
#include "core/net/OpenSslHandles.h"

namespace pennypost {

/// What names this very TLS connection, once its handshake is done (RFC 9266, RFC 5929 4.1). The exporter is
/// left out where two connections could have the same: TLS 1.2 without the extended master secret (RFC 7627).
/// Used by TlsEngine.
ChannelBindings channelBindingsOf(SSL *ssl);

} // namespace pennypost
