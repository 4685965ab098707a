// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/Connector.h"

#include "core/net/NameLookup.h"

#include <QNetworkProxy>

#include <algorithm>

namespace pennypost {

namespace {

using Kind = TransportError::Kind;

void askTheSystem(const QString &name, QObject *context, Connector::Found found)
{
    new NameLookup(name, context, std::move(found));
}

/// Only "there is no such name" is the host's fault. Everything else getaddrinfo() says (try again, no name
/// server answers) is about our own connection.
TransportError lookupFailure(const QHostInfo &info)
{
    const bool noSuchName = info.error() == QHostInfo::HostNotFound || info.error() == QHostInfo::NoError;
    return {noSuchName ? Kind::HostNotFound : Kind::Offline, info.errorString(), {}};
}

TransportError attemptFailure(const QAbstractSocket &socket)
{
    Kind kind = Kind::Offline; // no route to the host or the network, or an interface that is down
    if (socket.error() == QAbstractSocket::ConnectionRefusedError)
        kind = Kind::Refused;
    else if (socket.error() == QAbstractSocket::SocketTimeoutError)
        kind = Kind::TimedOut;
    else if (socket.error() == QAbstractSocket::RemoteHostClosedError)
        kind = Kind::Lost;
    return {kind, socket.errorString(), {}};
}

/// A host that refuses is there, one that is silent may be, one without a route says nothing about itself.
int weight(Kind kind)
{
    switch (kind) {
    case Kind::Refused:
        return 3;
    case Kind::Lost:
        return 2;
    case Kind::TimedOut:
        return 1;
    default:
        return 0;
    }
}

/// A socket may be in the middle of its own signal: it goes when the event loop has it back.
void discard(std::unique_ptr<QTcpSocket> socket)
{
    socket->disconnect();
    socket->abort();
    socket.release()->deleteLater();
}

} // namespace

QList<QHostAddress> interleaved(const QList<QHostAddress> &addresses)
{
    QList<QHostAddress> first, second, mixed;
    for (const QHostAddress &address : addresses)
        (address.protocol() == addresses.first().protocol() ? first : second).append(address);
    mixed.reserve(addresses.size());
    for (qsizetype i = 0; i < std::max(first.size(), second.size()); ++i) {
        if (i < first.size())
            mixed.append(first.at(i));
        if (i < second.size())
            mixed.append(second.at(i));
    }
    return mixed;
}

Connector::Connector(std::chrono::milliseconds patience, Lookup lookup)
    : m_patience(patience), m_lookup(lookup ? std::move(lookup) : Lookup(askTheSystem))
{
    m_patienceTimer.setSingleShot(true);
    connect(&m_patienceTimer, &QTimer::timeout, this, &Connector::tryNext);
}

Connector::~Connector()
{
    stop();
}

void Connector::start(const HostName &host, quint16 port)
{
    m_port = port;
    m_running = true;
    if (const auto &address = host.address()) {
        QHostInfo literal;
        literal.setAddresses({*address});
        QMetaObject::invokeMethod(this, [this, literal] { found(literal); }, Qt::QueuedConnection);
    } else {
        m_lookup(host.ascii(), this, [this](const QHostInfo &info) { found(info); });
    }
}

void Connector::stop()
{
    m_running = false;
    m_waiting.clear();
    m_patienceTimer.stop();
    for (auto &attempt : std::exchange(m_attempts, {}))
        discard(std::move(attempt));
    if (m_winner)
        discard(std::move(m_winner));
}

std::unique_ptr<QTcpSocket> Connector::takeSocket()
{
    return std::move(m_winner);
}

void Connector::found(const QHostInfo &info)
{
    if (!m_running)
        return;
    if (info.addresses().isEmpty())
        return end(lookupFailure(info));
    m_waiting = interleaved(info.addresses());
    Q_EMIT resolved(m_waiting);
    tryNext();
}

void Connector::tryNext()
{
    m_patienceTimer.stop();
    if (!m_running || m_waiting.isEmpty())
        return;
    auto made = std::make_unique<QTcpSocket>();
    QTcpSocket *socket = made.get();
    m_attempts.push_back(std::move(made));
    socket->setProxy(QNetworkProxy::NoProxy);
    connect(socket, &QTcpSocket::connected, this, [this, socket] { attemptConnected(socket); });
    connect(socket, &QTcpSocket::errorOccurred, this, [this, socket] { attemptFailed(socket); });
    const QHostAddress address = m_waiting.takeFirst();
    if (!m_waiting.isEmpty())
        m_patienceTimer.start(m_patience);
    socket->connectToHost(address, m_port);
}

void Connector::attemptConnected(QTcpSocket *socket)
{
    const auto place = std::find_if(m_attempts.begin(), m_attempts.end(),
                                    [socket](const auto &attempt) { return attempt.get() == socket; });
    if (!m_running || place == m_attempts.end())
        return;
    auto winner = std::move(*place);
    m_attempts.erase(place);
    stop(); // the others have lost
    winner->disconnect(this);
    m_winner = std::move(winner);
    Q_EMIT connected();
}

void Connector::attemptFailed(QTcpSocket *socket)
{
    const auto place = std::find_if(m_attempts.begin(), m_attempts.end(),
                                    [socket](const auto &attempt) { return attempt.get() == socket; });
    if (!m_running || place == m_attempts.end())
        return;
    const TransportError error = attemptFailure(*socket);
    if (!m_best || weight(error.kind) > weight(m_best->kind))
        m_best = error;
    auto loser = std::move(*place);
    m_attempts.erase(place);
    discard(std::move(loser));

    if (!m_waiting.isEmpty())
        tryNext();
    else if (m_attempts.empty())
        end(*m_best);
}

void Connector::end(const TransportError &error)
{
    stop();
    Q_EMIT failed(error);
}

} // namespace pennypost
