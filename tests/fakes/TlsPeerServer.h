// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fakes/TlsPeer.h"

#include <QTcpServer>

#include <limits>

class QTcpSocket;

namespace pennypost {

/// A TlsPeer behind a port of the loopback interface, one connection at a time, that says "220 inside" under
/// TLS; and that can go away at any octet of what it says. Test's thread.
class TlsPeerServer : public QTcpServer
{
    Q_OBJECT

public:
    enum class End { None, Fin, Rst };

    explicit TlsPeerServer(const TlsPeer::Wishes &wishes);
    ~TlsPeerServer() override;

    /// Says "220 go" in clear and shakes hands after it, as after STARTTLS.
    void setStartTls(bool startTls) { m_startTls = startTls; }
    /// Ends after so many octets of TLS.
    void setEnd(End end, qsizetype after);
    void start();
    void endNow(End end);

    bool wasUp() const { return m_peer && m_peer->isUp(); }
    QByteArray received() const { return m_received; }
    QByteArray clientSha256() const { return m_peer ? m_peer->clientSha256() : QByteArray(); }
    /// Octets of TLS that it said.
    qsizetype said() const { return m_said; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void take();
    void say(const QByteArray &cipher);

    TlsPeer::Wishes m_wishes;
    bool m_startTls = false;
    End m_end = End::None;
    qsizetype m_endAfter = std::numeric_limits<qsizetype>::max();
    std::unique_ptr<TlsPeer> m_peer;
    std::unique_ptr<QTcpSocket> m_socket;
    bool m_greeted = false;
    qsizetype m_said = 0;
    QByteArray m_received;
};

} // namespace pennypost
