// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/Connector.h"

#include "core/net/NameLookup.h"

#include <QNetworkProxy>
#include <QPointer>

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

/// The same trouble on the way to a proxy, which a person has to look for elsewhere.
TransportError ofProxy(TransportError error)
{
    if (error.kind == Kind::HostNotFound)
        error.kind = Kind::ProxyNotFound;
    else if (error.kind == Kind::Refused || error.kind == Kind::TimedOut || error.kind == Kind::Lost)
        error.kind = Kind::ProxyUnreachable;
    return error;
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

bool isLoopback(const HostName &host)
{
    if (const auto &address = host.address())
        return address->isLoopback();
    return host.ascii() == QLatin1StringView("localhost") ||
           host.ascii().endsWith(QLatin1StringView(".localhost")); // RFC 6761 6.3
}

Connector::Connector(std::chrono::milliseconds patience, Lookup lookup, FindProxy findProxy)
    : m_patience(patience),
      m_lookup(lookup ? std::move(lookup) : Lookup(askTheSystem)),
      m_findProxy(findProxy ? std::move(findProxy) : FindProxy(findSystemProxy))
{
    m_patienceTimer.setSingleShot(true);
    connect(&m_patienceTimer, &QTimer::timeout, this, &Connector::tryNext);
}

Connector::~Connector()
{
    stop();
}

void Connector::start(const HostName &host, quint16 port, const Proxy &proxy)
{
    m_host = host;
    m_port = port;
    m_running = true;
    if (isLoopback(host))
        return go(Proxy::none());
    if (proxy.kind != Proxy::Kind::System)
        return go(proxy);
    m_findProxy(host.ascii(), port, this, [this](const Proxy &found) {
        if (m_running)
            go(found);
    });
}

void Connector::go(const Proxy &proxy)
{
    m_contactPort = m_port;
    if (!proxy.isNamed())
        return findAddresses(m_host);
    const auto name = HostName::make(proxy.host);
    if (!name)
        return endLater({Kind::ProxyNotFound, proxy.host, {}});
    m_contactPort = proxy.port;
    m_proxy = std::make_unique<ProxyHandshake>(proxy, m_host, m_port);
    findAddresses(*name);
}

void Connector::findAddresses(const HostName &host)
{
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
    for (Attempt &attempt : std::exchange(m_attempts, {}))
        discard(std::move(attempt.socket));
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
        return end(m_proxy ? ofProxy(lookupFailure(info)) : lookupFailure(info));
    m_waiting = interleaved(info.addresses());
    Q_EMIT resolved(m_proxy ? QList<QHostAddress>() : m_waiting);
    tryNext();
}

void Connector::tryNext()
{
    m_patienceTimer.stop();
    if (!m_running || m_waiting.isEmpty())
        return;
    auto made = std::make_unique<QTcpSocket>();
    QTcpSocket *socket = made.get();
    const QHostAddress address = m_waiting.takeFirst();
    m_attempts.push_back({std::move(made), address});
    socket->setProxy(QNetworkProxy::NoProxy);
    connect(socket, &QTcpSocket::connected, this, [this, socket] { attemptConnected(socket); });
    connect(socket, &QTcpSocket::errorOccurred, this, [this, socket] { attemptFailed(socket); });
    if (!m_waiting.isEmpty())
        m_patienceTimer.start(m_patience);
    socket->connectToHost(address, m_contactPort);
}

void Connector::attemptConnected(QTcpSocket *socket)
{
    const auto place = std::find_if(m_attempts.begin(), m_attempts.end(), [socket](const Attempt &attempt) {
        return attempt.socket.get() == socket;
    });
    if (!m_running || place == m_attempts.end())
        return;
    auto winner = std::move(place->socket);
    m_attempts.erase(place);
    stop(); // the others have lost
    winner->disconnect(this);
    m_winner = std::move(winner);
    if (m_proxy)
        return greetProxy();
    Q_EMIT connected();
}

void Connector::greetProxy()
{
    m_running = true; // the race is over, the way is not
    connect(m_winner.get(), &QTcpSocket::readyRead, this, &Connector::hearProxy);
    connect(m_winner.get(), &QTcpSocket::errorOccurred, this, &Connector::proxyGone);
    QByteArray words = m_proxy->opening();
    m_winner->write(words.constData(), words.size()); // a copy, so that ours can be wiped
    Secret::wipe(words);
}

void Connector::hearProxy()
{
    while (m_running && m_winner) {
        const QByteArray heard = m_winner->peek(m_winner->bytesAvailable());
        ProxyHandshake::Progress progress = m_proxy->take(heard);
        m_winner->skip(progress.taken);
        m_winner->write(progress.answer.constData(), progress.answer.size());
        Secret::wipe(progress.answer);
        if (progress.state == ProxyHandshake::State::Failed)
            return end(m_proxy->error());
        if (progress.state == ProxyHandshake::State::Through) {
            m_running = false;
            m_winner->disconnect(this);
            Q_EMIT connected();
            return;
        }
        if (progress.taken == 0)
            return;
    }
}

void Connector::proxyGone()
{
    const QPointer<Connector> alive(this);
    const QString text = m_winner->errorString();
    hearProxy(); // its last words may tell why
    if (alive && m_running)
        end({Kind::ProxyFailed, text, {}});
}

void Connector::attemptFailed(QTcpSocket *socket)
{
    const auto place = std::find_if(m_attempts.begin(), m_attempts.end(), [socket](const Attempt &attempt) {
        return attempt.socket.get() == socket;
    });
    if (!m_running || place == m_attempts.end())
        return;
    const TransportError error = attemptFailure(*socket);
    if (!m_best || weight(error.kind) > weight(m_best->kind))
        m_best = error;
    m_failures.append(place->address.toString() + u": " + error.detail);
    auto loser = std::move(place->socket);
    m_attempts.erase(place);
    discard(std::move(loser));

    if (!m_waiting.isEmpty())
        tryNext();
    else if (m_attempts.empty())
        allFailed();
}

void Connector::allFailed()
{
    if (!m_best)
        return;
    TransportError error = m_proxy ? ofProxy(*m_best) : *m_best;
    if (m_failures.size() > 1)
        error.detail = m_failures.join(QLatin1StringView("; "));
    end(error);
}

void Connector::end(const TransportError &error)
{
    stop();
    Q_EMIT failed(error);
}

void Connector::endLater(const TransportError &error)
{
    QMetaObject::invokeMethod(
        this,
        [this, error] {
            if (m_running)
                end(error);
        },
        Qt::QueuedConnection);
}

} // namespace pennypost
