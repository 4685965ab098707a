// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/HostName.h"
#include "core/net/Proxy.h"
#include "core/net/Transport.h"

#include <QByteArray>
#include <QByteArrayView>

namespace pennypost {

/// What is said to a proxy until it has a connection to the server: SOCKS5 (RFC 1928, 1929) or HTTP CONNECT.
/// Bytes in, bytes out, no socket. Not Qt's own: behind that one the octets on their way can't be counted, so
/// that a large letter would pile up in memory, and what the server says at once can get lost. Takes no octet
/// behind the proxy's last reply: those are the server's. Used by Connector.
class ProxyHandshake
{
public:
    enum class State {
        Working,
        Through, ///< what comes next is the server
        Failed,
    };
    struct Progress
    {
        State state = State::Working;
        qsizetype taken = 0; ///< octets of what came in that are done with
        QByteArray answer = {};
    };

    /// Precondition: proxy.isNamed().
    ProxyHandshake(Proxy proxy, HostName server, quint16 port);

    /// What we say first. It may hold the password: whoever sends it wipes it.
    QByteArray opening() const;
    /// `incoming`: everything that came in and was not yet taken.
    Progress take(QByteArrayView incoming);
    const TransportError &error() const { return m_error; }

private:
    enum class Stage { Method, SignIn, Connect, HttpReply };

    Progress takeMethod(QByteArrayView incoming);
    Progress takeSignIn(QByteArrayView incoming);
    Progress takeSocksReply(QByteArrayView incoming);
    Progress takeHttpReply(QByteArrayView incoming);
    Progress fail(TransportError::Kind kind, const QString &detail);
    QByteArray socksSignIn() const;
    QByteArray socksConnect() const;
    QByteArray httpConnect() const;

    Proxy m_proxy;
    HostName m_server;
    quint16 m_port;
    Stage m_stage;
    TransportError m_error{TransportError::Kind::ProxyFailed, {}, {}};
};

} // namespace pennypost
