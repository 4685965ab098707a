// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace pennypost {

/// What ties a sign-in to the one TLS connection it runs over (RFC 5056), so that nobody between can pass it
/// on. Given by a Transport, used by the SCRAM mechanisms whose names end in -PLUS. Raw octets, not secret;
/// empty where the connection has none. A value; any thread.
struct ChannelBindings
{
    /// tls-exporter (RFC 9266): 32 octets of the exporter "EXPORTER-Channel-Binding" with an empty context.
    /// TLS 1.3 alone; TLS 1.2 would need the extended master secret.
    QByteArray tlsExporter;
    /// tls-server-end-point (RFC 5929 4.1): the hash of the peer's certificate.
    QByteArray tlsServerEndPoint;

    bool operator==(const ChannelBindings &) const = default;
};

} // namespace pennypost
