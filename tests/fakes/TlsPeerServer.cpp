// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/TlsPeerServer.h"

#include "tests/fakes/AbortiveClose.h"

#include <QTcpSocket>

#include <utility>

namespace pennypost {

TlsPeerServer::TlsPeerServer(const TlsPeer::Wishes &wishes) : m_wishes(wishes) {}

TlsPeerServer::~TlsPeerServer() = default;

void TlsPeerServer::setEnd(End end, qsizetype after)
{
    m_end = end;
    m_endAfter = after;
}

void TlsPeerServer::start()
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("TlsPeerServer: %s", qPrintable(errorString()));
}

void TlsPeerServer::incomingConnection(qintptr descriptor)
{
    m_peer = std::make_unique<TlsPeer>(m_wishes);
    m_socket = std::make_unique<QTcpSocket>();
    m_greeted = false;
    m_said = 0;
    m_socket->setSocketDescriptor(descriptor);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &TlsPeerServer::take);
    if (m_startTls)
        m_socket->write("220 go\r\n");
}

void TlsPeerServer::take()
{
    m_peer->feed(m_socket->readAll());
    if (m_peer->isUp() && !std::exchange(m_greeted, true))
        m_peer->write("220 inside\r\n");
    m_received += m_peer->read();
    say(m_peer->takeCipher());
}

void TlsPeerServer::say(const QByteArray &cipher)
{
    const QByteArray piece = cipher.left(m_endAfter - m_said);
    m_said += piece.size();
    m_socket->write(piece);
    m_socket->flush();
    if (m_end == End::None || m_said < m_endAfter)
        return;
    endNow(std::exchange(m_end, End::None));
}

void TlsPeerServer::endNow(End end)
{
    if (end == End::Rst) {
        makeCloseAbortive(m_socket->socketDescriptor());
        m_socket->abort();
    } else {
        m_socket->disconnectFromHost();
    }
}

} // namespace pennypost
