// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/Transport.h"

#include <QByteArray>
#include <QStringList>

#include <functional>

namespace pennypost {

/// A Transport without sockets. The test plays the network and the server: it says when the name is found,
/// the connection stands and bytes come in, and sees what was written. Keeps Transport's promises: nothing is
/// emitted after failed(), close() or abort(). Any one thread.
class FakeTransport final : public Transport
{
    Q_OBJECT

public:
    using Transport::Transport;
    ~FakeTransport() override;

    void open(const Endpoint &endpoint, Start start) override;
    void startTls() override;
    QByteArray read() override;
    void write(const QByteArray &bytes) override;
    qint64 unsent() const override { return m_unsent; }
    void close() override;
    void abort() override;
    TlsSession tls() const override { return m_tls; }
    QHostAddress peerAddress() const override { return QHostAddress(QStringLiteral("192.0.2.25")); }
    QHostAddress localAddress() const override { return QHostAddress(QStringLiteral("198.51.100.7")); }

    enum class State { New, Opening, Up, Handshaking, Failed, Closed, Aborted };
    State state() const { return m_state; }
    const Endpoint &endpoint() const { return m_endpoint; }
    Start start() const { return m_start; }

    // What the network does.
    void resolve();
    void connectNow();
    /// Ends a handshake, asked for from the start or by startTls().
    void encryptNow();
    /// What the next handshake shows, but for the fingerprint.
    void setCertificate(const PeerCertificate &certificate) { m_tls.certificate = certificate; }
    void receive(const QByteArray &bytes);
    /// The same, one byte at a time, each with its own readyRead().
    void receiveByteByByte(const QByteArray &bytes);
    void fail(TransportError::Kind kind, const PeerCertificate &certificate = {});
    void fail(const TransportError &error);
    /// Bytes that lie in the buffer without a readyRead() yet, as when they come in the same turn.
    void receiveSilently(const QByteArray &bytes) { m_incoming += bytes; }

    /// While clogged, what is written stays unsent until drain() takes it.
    void setClogged(bool clogged) { m_clogged = clogged; }
    void drain(qint64 octets);

    /// All that was written, and what of it since the last call.
    const QByteArray &written() const { return m_written; }
    QByteArray takeWritten();
    qint64 highestUnsent() const { return m_highestUnsent; }

    /// Called in the destructor, for tests that lose sight of the object.
    std::function<void()> onDestroyed;
    /// Called after each write: a server that answers by itself.
    std::function<void(const QByteArray &)> onWrite;

private:
    bool isUp() const { return m_state == State::Up; }

    State m_state = State::New;
    Start m_start = Start::Plain;
    Endpoint m_endpoint;
    TlsSession m_tls;
    QByteArray m_incoming;
    QByteArray m_written;
    qsizetype m_taken = 0;
    qint64 m_unsent = 0;
    qint64 m_highestUnsent = 0;
    bool m_clogged = false;
};

} // namespace pennypost
