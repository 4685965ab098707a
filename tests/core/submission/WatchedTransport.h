// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/TlsTransport.h"

#include <atomic>

namespace pennypost {

/// What a test wants to know of transports on another thread.
struct TransportFigures
{
    std::atomic<qint64> highestUnsent = 0;
    std::atomic<int> alive = 0;
};

/// A TlsTransport that is measured. Submission thread.
class WatchedTransport final : public Transport
{
public:
    explicit WatchedTransport(std::shared_ptr<TransportFigures> figures) : m_figures(std::move(figures))
    {
        ++m_figures->alive;
        connect(&m_real, &Transport::resolved, this, &Transport::resolved);
        connect(&m_real, &Transport::connected, this, &Transport::connected);
        connect(&m_real, &Transport::encrypted, this, &Transport::encrypted);
        connect(&m_real, &Transport::readyRead, this, &Transport::readyRead);
        connect(&m_real, &Transport::drained, this, &Transport::drained);
        connect(&m_real, &Transport::failed, this, &Transport::failed);
    }
    ~WatchedTransport() override { --m_figures->alive; }

    void open(const Endpoint &endpoint, Start start) override { m_real.open(endpoint, start); }
    void startTls() override { m_real.startTls(); }
    QByteArray read() override { return m_real.read(); }
    void write(const QByteArray &bytes) override
    {
        m_real.write(bytes);
        m_figures->highestUnsent = std::max(m_figures->highestUnsent.load(), m_real.unsent());
    }
    qint64 unsent() const override { return m_real.unsent(); }
    void close() override { m_real.close(); }
    void abort() override { m_real.abort(); }
    TlsSession tls() const override { return m_real.tls(); }
    QHostAddress peerAddress() const override { return m_real.peerAddress(); }
    QHostAddress localAddress() const override { return m_real.localAddress(); }

private:
    TlsTransport m_real;
    std::shared_ptr<TransportFigures> m_figures;
};

} // namespace pennypost
