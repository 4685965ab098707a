// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/Transport.h"

#include <memory>

namespace pennypost {

class Connector;

/// Transport over OpenSSL and QTcpSocket: a Connector finds the host and an address that answers; the peer is
/// checked by CertificateTrust: host name and authorities, or the one pinned certificate. TLS 1.2 or later,
/// SNI, no ALPN. Submission thread.
class TlsTransport final : public Transport
{
    Q_OBJECT

public:
    explicit TlsTransport(QObject *parent = nullptr);
    /// With a Connector of one's own, for its look-up and patience.
    explicit TlsTransport(std::unique_ptr<Connector> connector, QObject *parent = nullptr);
    ~TlsTransport() override;

    void open(const Endpoint &endpoint, Start start) override;
    void startTls() override;
    QByteArray read() override;
    void write(const QByteArray &bytes) override;
    qint64 unsent() const override;
    void close() override;
    void abort() override;
    TlsSession tls() const override;
    ChannelBindings channelBindings() const override;
    bool clientCertificateSent() const override;
    QHostAddress peerAddress() const override;
    QHostAddress localAddress() const override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pennypost
