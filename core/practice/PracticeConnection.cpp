// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/PracticeConnection.h"

#include <chrono>
#include <utility>

namespace pennypost {

namespace {

using namespace std::chrono_literals;
constexpr auto handshakeLimit = 60s;
constexpr auto silenceLimit = 5min; // RFC 5321 4.5.3.2.7
/// Replies that wait to be read by a client that does not.
constexpr qint64 mostUnread = 1 << 20;
/// What may wait for us, once in clear and once encrypted: a faster client waits for the disk as we do.
constexpr qint64 mostUnheard = 256 << 10;

} // namespace

PracticeConnection::PracticeConnection(qintptr socket, const QSslConfiguration &tls,
                                       const PracticeSecrets &secrets, const QString &folder,
                                       const Clock &clock, UniqueIds &ids, QObject *parent)
    : QObject(parent),
      m_folder(folder, clock, ids, [this](const QString &file) { m_stored.append(file); }),
      m_session(secrets, m_folder)
{
    connect(&m_socket, &QSslSocket::encrypted, this, &PracticeConnection::greet);
    connect(&m_socket, &QSslSocket::readyRead, this, &PracticeConnection::serve);
    connect(&m_socket, &QSslSocket::disconnected, this, &QObject::deleteLater);
    // A failed handshake (plain text, a client that trusts nobody) need not end in disconnected().
    connect(&m_socket, &QSslSocket::errorOccurred, this, &QObject::deleteLater);
    connect(&m_silence, &QTimer::timeout, this, [this] { hangUp(PracticeSession::tooSlow()); });
    m_silence.setSingleShot(true);
    m_silence.start(handshakeLimit);

    m_socket.setSslConfiguration(tls);
    m_socket.setReadBufferSize(mostUnheard);
    if (!m_socket.setSocketDescriptor(socket)) {
        deleteLater();
        return;
    }
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket.startServerEncryption();
}

PracticeConnection::~PracticeConnection()
{
    m_socket.disconnect(this); // it speaks once more when it goes
}

void PracticeConnection::greet()
{
    m_silence.start(silenceLimit);
    m_socket.write(PracticeSession::greeting());
}

void PracticeConnection::serve()
{
    if (!m_socket.isEncrypted() || m_session.isOver())
        return;
    m_silence.start(silenceLimit);
    const auto replies = m_session.take(m_socket.readAll());
    if (m_session.isOver()) {
        hangUp(replies);
    } else {
        m_socket.write(replies);
        if (m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite() > mostUnread)
            m_socket.abort();
    }
    announce();
}

/// After the client has its 250: whoever hears of a letter may end the server, and a client that knows of a
/// letter less than we do would send it twice.
void PracticeConnection::announce()
{
    if (m_stored.isEmpty())
        return;
    m_socket.flush();
    const QStringList stored = std::exchange(m_stored, {});
    for (const QString &file : stored)
        Q_EMIT received(file);
}

void PracticeConnection::hangUp(const QByteArray &lastWords)
{
    if (!m_socket.isEncrypted())
        return m_socket.abort();
    // Once more a limit: a client that neither reads nor closes is not waited for.
    m_silence.disconnect(this);
    connect(&m_silence, &QTimer::timeout, this, &QObject::deleteLater);
    m_silence.start(handshakeLimit);
    m_socket.write(lastWords);
    m_socket.disconnectFromHost();
}

} // namespace pennypost
