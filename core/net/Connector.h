// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/HostName.h"
#include "core/net/ProxyHandshake.h"
#include "core/net/SystemProxy.h"
#include "core/net/Transport.h"

#include <QHostInfo>
#include <QList>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace pennypost {

/// Addresses with their families taken in turn, the look-up's first choice first (RFC 8305 section 4).
QList<QHostAddress> interleaved(const QList<QHostAddress> &addresses);

/// This very machine: no proxy knows the way to it.
bool isLoopback(const HostName &host);

/// Finds a host's addresses and gets a TCP connection to one of them. Attempts start one after the other,
/// each when the one before was refused or has been silent for `patience`; a slow one is not given up but
/// races with its successors (RFC 8305). With a proxy it is the proxy's
/// addresses that race, and resolved() names none: the proxy finds the host. Sets no limit on the whole: that
/// is the owner's. Used by
/// TlsTransport on the submission thread. Emits either connected() or failed(), once.
class Connector final : public QObject
{
    Q_OBJECT

public:
    using Found = std::function<void(const QHostInfo &)>;
    /// Calls `found` later, on the calling thread, unless `context` is gone by then.
    using Lookup = std::function<void(const QString &name, QObject *context, Found found)>;

    static constexpr std::chrono::milliseconds defaultPatience{250};

    using FindProxy =
        std::function<void(const QString &host, quint16 port, QObject *context, ProxyFound found)>;

    /// An empty `lookup` or `findProxy` asks the system.
    explicit Connector(std::chrono::milliseconds patience = defaultPatience, Lookup lookup = {},
                       FindProxy findProxy = {});
    ~Connector() override;

    void start(const HostName &host, quint16 port, const Proxy &proxy = Proxy::none());
    void stop();
    /// The connected socket, still without TLS. Once, after connected().
    std::unique_ptr<QTcpSocket> takeSocket();

Q_SIGNALS:
    void resolved(const QList<QHostAddress> &addresses);
    void connected();
    void failed(const pennypost::TransportError &error);

private:
    struct Attempt
    {
        std::unique_ptr<QTcpSocket> socket;
        QHostAddress address;
    };

    void go(const Proxy &proxy);
    void findAddresses(const HostName &host);
    void found(const QHostInfo &info);
    void tryNext();
    void attemptConnected(QTcpSocket *socket);
    void attemptFailed(QTcpSocket *socket);
    void greetProxy();
    void hearProxy();
    void proxyGone();
    void allFailed();
    void end(const TransportError &error);
    void endLater(const TransportError &error);

    std::chrono::milliseconds m_patience;
    Lookup m_lookup;
    FindProxy m_findProxy;
    HostName m_host;
    quint16 m_port = 0;                      ///< of the host
    quint16 m_contactPort = 0;               ///< of whom we connect to: the host or the proxy
    std::unique_ptr<ProxyHandshake> m_proxy; ///< none: straight to the host
    QList<QHostAddress> m_waiting;
    std::vector<Attempt> m_attempts;
    std::unique_ptr<QTcpSocket> m_winner;
    std::optional<TransportError> m_best; ///< of the attempts that failed, the one that tells most
    QStringList m_failures;               ///< what became of each address
    QTimer m_patienceTimer;
    bool m_running = false;
};

} // namespace pennypost
