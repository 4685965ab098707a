// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/HostName.h"
#include "core/net/OpenSslHandles.h"
#include "core/net/Transport.h"

#include <QList>
#include <QSslCertificate>

#include <optional>

namespace pennypost {

/// Decides for one connection whether its peer is the server that the account means: the chain ends at an
/// authority of the store, is strong enough and in force, the host's name or address stands in it (RFC 9525,
/// by OpenSSL and once more by HostName), and no answer stapled to it (RFC 6066 8) says that it is revoked.
/// Or, with a pin: it is exactly that certificate. Asked by OpenSSL before any byte of ours is sent under the
/// new keys. Used by TlsEngine, which it lives in.
class PeerVerifier
{
public:
    /// For a context, once: makes every connection of it ask its own verifier, and refuse without one.
    static void install(SSL_CTX *context);

    PeerVerifier(HostName host, QByteArray pinnedSha256);
    /// Sets the connection's authorities, names and SNI. The verifier outlives the connection and stays where
    /// it is. False: OpenSSL did not take them.
    bool attach(SSL *ssl, X509_STORE *store);

    /// Why the peer was refused, if it was.
    const std::optional<TransportError> &refusal() const { return m_refusal; }
    /// Null before it is shown.
    const QSslCertificate &certificate() const { return m_certificate; }

private:
    static int verifyChain(X509_STORE_CTX *chain, void *);
    static int noteError(int fits, X509_STORE_CTX *chain);
    static int verifyStaple(SSL *ssl, void *);
    bool judge(X509_STORE_CTX *chain);
    void refuse(TransportError::Kind kind, const QString &detail);

    HostName m_host;
    QByteArray m_pin;
    QList<int> m_errors; ///< X509_V_ERR_..., all of the chain's
    QSslCertificate m_certificate;
    std::optional<TransportError> m_refusal;
};

} // namespace pennypost
