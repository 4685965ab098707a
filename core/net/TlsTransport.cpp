// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/TlsTransport.h"

#include "core/net/Connector.h"
#include "core/net/HostName.h"
#include "core/net/LingeringClose.h"
#include "core/net/TlsEngine.h"
#include "core/net/WriteQueue.h"

#include <QPointer>
#include <QTcpSocket>

#include <limits>
#include <utility>

namespace pennypost {

namespace {

using Kind = TransportError::Kind;

constexpr qint64 drainedBelow = qint64(256) * 1024;
/// With more than this in the socket's own buffer the system takes nothing just now.
constexpr qint64 socketFull = qint64(64) * 1024;
/// Of TLS (RFC 8446 5.1).
constexpr qsizetype oneRecord = qsizetype(16) * 1024;
/// What a peer may say ahead of our reading it; then TCP makes it wait.
constexpr qint64 readAhead = qint64(256) * 1024;

} // namespace

class TlsTransport::Private
{
public:
    explicit Private(TlsTransport *transport, std::unique_ptr<Connector> maker);

    void open(const Endpoint &endpoint, Start start);
    void handshake();
    QByteArray read();
    void write(const QByteArray &bytes);
    qint64 unsent() const;
    void retire(bool linger);
    bool isUp() const { return m_state == State::Plain || m_state == State::Encrypted; }

    std::unique_ptr<QTcpSocket> m_socket;
    std::unique_ptr<TlsEngine> m_tls;
    TlsSession m_session;

private:
    enum class State {
        New,
        Connecting,
        Plain,
        Handshaking,
        Encrypted,
        Doomed, ///< failed() is on its way
        Over,
    };

    void adopt(std::unique_ptr<QTcpSocket> socket);
    void take();
    void cameIn();
    void send(const QByteArray &bytes);
    void hand(qint64 room);
    void pump();
    void pumpLater();
    void written();
    void broken();
    void fail(const TransportError &error, bool linger = false);
    /// From the event loop: nothing is emitted within a call.
    void failLater(const TransportError &error);

    TlsTransport *q;
    std::unique_ptr<Connector> m_connector;
    State m_state = State::New;
    Start m_start = Start::Plain;
    HostName m_host;
    WriteQueue m_queue;
    bool m_pumpDue = false;
    bool m_sending = false; ///< within a write to the socket, which may tell of its end at once
    bool m_wrote = false;   ///< the system took something meanwhile
};

TlsTransport::Private::Private(TlsTransport *transport, std::unique_ptr<Connector> maker)
    : q(transport), m_connector(std::move(maker))
{
    connect(m_connector.get(), &Connector::resolved, q, &Transport::resolved);
    connect(m_connector.get(), &Connector::failed, q, [this](const TransportError &error) { fail(error); });
    connect(m_connector.get(), &Connector::connected, q, [this] { adopt(m_connector->takeSocket()); });
}

void TlsTransport::Private::open(const Endpoint &endpoint, Start start)
{
    Q_ASSERT(m_state == State::New);
    m_state = State::Connecting;
    m_start = start;
    const auto host = HostName::make(endpoint.host);
    if (!host)
        return failLater({Kind::HostNotFound, endpoint.host, {}});
    m_host = *host;
    m_connector->start(m_host, endpoint.port,
                       endpoint.proxy); // the system works at it while the authorities are read
    auto engine = TlsEngine::make(m_host, endpoint.trust, endpoint.clientCertificate);
    if (!engine) {
        m_connector->stop();
        return failLater(engine.error());
    }
    m_tls = *std::move(engine);
}

void TlsTransport::Private::adopt(std::unique_ptr<QTcpSocket> socket)
{
    m_socket = std::move(socket);
    m_state = State::Plain;
    m_socket->setReadBufferSize(readAhead);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    // A scanner may think about a letter for ten minutes: no middle box must forget us meanwhile.
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, q, [this] { broken(); });
    connect(m_socket.get(), &QTcpSocket::disconnected, q, [this] { broken(); });
    connect(m_socket.get(), &QTcpSocket::bytesWritten, q, [this] { written(); });
    connect(m_socket.get(), &QTcpSocket::readyRead, q, [this] { take(); });

    if (m_socket->state() != QAbstractSocket::ConnectedState) // a proxy that let us through and went
        QMetaObject::invokeMethod(q, [this] { broken(); }, Qt::QueuedConnection);

    const QPointer<TlsTransport> alive(q);
    Q_EMIT q->connected();
    if (!alive || m_state != State::Plain)
        return;
    if (m_start == Start::Tls)
        handshake();
    else
        take();
}

void TlsTransport::Private::handshake()
{
    if (m_state != State::Plain)
        return;
    hand(std::numeric_limits<qint64>::max()); // what was written before goes in clear
    // A TLS server never speaks first, and what it said in clear must not pass for protected: the class of
    // CVE-2011-0411.
    if (m_socket->bytesAvailable() > 0) {
        m_state = State::Doomed;
        return failLater({Kind::PeerSpeaksPlain, QString::fromLatin1(m_socket->read(64)), {}});
    }
    m_state = State::Handshaking;
    m_tls->feed({});
    send(m_tls->takeCipher());
}

void TlsTransport::Private::take()
{
    if (m_state == State::Plain) {
        if (m_socket->bytesAvailable() > 0)
            Q_EMIT q->readyRead();
        return;
    }
    if ((m_state != State::Handshaking && m_state != State::Encrypted) || m_tls->readable() >= readAhead)
        return;
    m_tls->feed(m_socket->readAll());
    send(m_tls->takeCipher()); // of the handshake, or the answer to a KeyUpdate
    cameIn();
}

void TlsTransport::Private::cameIn()
{
    const QPointer<TlsTransport> alive(q);
    if (m_state == State::Handshaking && m_tls->isEstablished()) {
        m_state = State::Encrypted;
        m_session = m_tls->session();
        Q_EMIT q->encrypted();
        if (!alive)
            return;
    }
    // The last words before an end count: a 421, or the 250 we are waiting for.
    if (m_state == State::Encrypted && m_tls->readable() > 0)
        Q_EMIT q->readyRead();
    if (!alive || m_state == State::Over)
        return;
    if (m_tls->state() == TlsEngine::State::Failed)
        fail(m_tls->error(), true);
    else if (m_tls->state() == TlsEngine::State::Closed)
        fail({Kind::Lost, {}, {}}, true);
}

QByteArray TlsTransport::Private::read()
{
    if (m_state == State::Plain)
        return m_socket->readAll();
    if (m_state != State::Encrypted)
        return {};
    const QByteArray bytes = m_tls->read();
    if (m_socket->bytesAvailable() > 0) // it was kept waiting
        QMetaObject::invokeMethod(q, [this] { take(); }, Qt::QueuedConnection);
    return bytes;
}

void TlsTransport::Private::write(const QByteArray &bytes)
{
    if (!isUp() || bytes.isEmpty())
        return;
    // A flight of commands goes at once, if the system takes it: a letter waits for each of their replies.
    const bool atOnce = m_queue.isEmpty() && bytes.size() <= oneRecord && m_socket->bytesToWrite() == 0;
    m_queue.append(bytes);
    if (atOnce)
        hand(socketFull);
    if (atOnce && unsent() == 0)
        m_wrote = false;
    else
        pumpLater();
}

qint64 TlsTransport::Private::unsent() const
{
    return m_socket ? m_queue.size() + m_socket->bytesToWrite() : 0;
}

void TlsTransport::Private::send(const QByteArray &bytes)
{
    if (bytes.isEmpty() || !m_socket || !m_socket->isOpen())
        return;
    m_sending = true;
    m_socket->write(bytes); // shares a piece of this size, and copies none of it
    m_socket->flush();
    m_sending = false;
}

/// What of a letter is written within one turn of the event loop goes out together: small records and
/// segments cost a server as much as large ones.
void TlsTransport::Private::pumpLater()
{
    if (!std::exchange(m_pumpDue, true))
        QMetaObject::invokeMethod(q, [this] { pump(); }, Qt::QueuedConnection);
}

/// Encrypts what is queued and hands it to the socket, while that holds less than `room`. Tells nobody.
void TlsTransport::Private::hand(qint64 room)
{
    // A write may find out that the link is gone; broken() tells of it when we are done.
    while (isUp() && m_socket->isOpen() && !m_queue.isEmpty() && m_socket->bytesToWrite() < room) {
        const QByteArrayView piece = m_queue.front();
        if (m_state == State::Encrypted)
            m_tls->write(piece);
        const QByteArray out = m_state == State::Encrypted ? m_tls->takeCipher() : piece.toByteArray();
        m_queue.dropFront();
        send(out);
    }
    if (m_state == State::Encrypted && m_tls->state() == TlsEngine::State::Failed)
        failLater(m_tls->error());
}

void TlsTransport::Private::pump()
{
    m_pumpDue = false;
    hand(socketFull);
    if (std::exchange(m_wrote, false) && isUp() && unsent() < drainedBelow)
        Q_EMIT q->drained();
}

void TlsTransport::Private::written()
{
    m_wrote = true;
    if (!m_sending)
        pump();
}

void TlsTransport::Private::broken()
{
    if (m_sending || m_state == State::Doomed || m_state == State::Over) {
        // Whoever is writing goes on with a socket that is closed, and this comes when they are done.
        if (m_sending)
            QMetaObject::invokeMethod(q, [this] { broken(); }, Qt::QueuedConnection);
        return;
    }
    const QString text = m_socket->errorString();
    const QPointer<TlsTransport> alive(q);
    if (m_state == State::Plain && m_socket->bytesAvailable() > 0) {
        Q_EMIT q->readyRead();
    } else if (m_state != State::Plain) {
        if (m_socket->isOpen())
            m_tls->feed(m_socket->readAll());
        cameIn();
    }
    if (alive && m_state != State::Over)
        fail({Kind::Lost, text, {}});
}

void TlsTransport::Private::fail(const TransportError &error, bool linger)
{
    if (m_state == State::Over)
        return;
    // It may be the engine's, which goes: NOLINTNEXTLINE(performance-unnecessary-copy-initialization)
    const TransportError copy = error;
    retire(linger);
    Q_EMIT q->failed(copy);
}

void TlsTransport::Private::failLater(const TransportError &error)
{
    QMetaObject::invokeMethod(q, [this, error] { fail(error); }, Qt::QueuedConnection);
}

void TlsTransport::Private::retire(bool linger)
{
    if (linger && isUp())
        hand(std::numeric_limits<qint64>::max());
    m_state = State::Over;
    m_connector->stop();
    if (!m_socket)
        return;
    m_socket->disconnect(q);
    if (linger) {
        m_tls->shutDown();
        return closeLingering(std::move(m_socket), m_tls->takeCipher());
    }
    m_socket->abort();
    m_socket.release()->deleteLater(); // it may be in the middle of its own signal
}

TlsTransport::TlsTransport(QObject *parent) : TlsTransport(std::make_unique<Connector>(), parent) {}

TlsTransport::TlsTransport(std::unique_ptr<Connector> connector, QObject *parent)
    : Transport(parent), d(std::make_unique<Private>(this, std::move(connector)))
{
}

TlsTransport::~TlsTransport()
{
    d->retire(false);
}

void TlsTransport::open(const Endpoint &endpoint, Start start)
{
    d->open(endpoint, start);
}

void TlsTransport::startTls()
{
    d->handshake();
}

QByteArray TlsTransport::read()
{
    return d->read();
}

void TlsTransport::write(const QByteArray &bytes)
{
    d->write(bytes);
}

qint64 TlsTransport::unsent() const
{
    return d->unsent();
}

void TlsTransport::close()
{
    d->retire(true);
}

void TlsTransport::abort()
{
    d->retire(false);
}

TlsSession TlsTransport::tls() const
{
    return d->m_session;
}

ChannelBindings TlsTransport::channelBindings() const
{
    return d->m_session.isNull() ? ChannelBindings() : d->m_tls->channelBindings();
}

bool TlsTransport::clientCertificateSent() const
{
    return !d->m_session.isNull() && d->m_tls->hasShownCertificate();
}

QHostAddress TlsTransport::peerAddress() const
{
    return d->m_socket ? d->m_socket->peerAddress() : QHostAddress();
}

QHostAddress TlsTransport::localAddress() const
{
    return d->m_socket ? d->m_socket->localAddress() : QHostAddress();
}

} // namespace pennypost
