// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/SingleInstance.h"

#include "core/base/PrivateFiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QTimer>

#include <chrono>

namespace pennypost {

namespace {

using namespace std::chrono_literals;
constexpr auto patience = 5s;
const QByteArray request = QByteArrayLiteral("raise\n");
const QByteArray reply = QByteArrayLiteral("raised\n");

QString socketName(const QString &profile)
{
    // By the profile and the person: two people on one computer each have theirs.
    const QString whose = QFileInfo(profile).canonicalFilePath() + u'\n' + QDir::homePath();
    const auto hash = QCryptographicHash::hash(whose.toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("pennypost-") + QString::fromLatin1(hash.toHex().first(24));
}

} // namespace

SingleInstance::SingleInstance(const QString &profile, QObject *parent)
    : QObject(parent),
      m_lockName(QDir(profile).filePath(QStringLiteral("pennypost.lock"))),
      m_lock(m_lockName),
      m_name(socketName(profile))
{
    m_lock.setStaleLockTime(0); // stale only if the process that holds it has gone
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::takeRequest);
}

bool SingleInstance::claim()
{
    if (!lockPrivately(m_lock, m_lockName, 0))
        return false;
    QLocalServer::removeServer(m_name); // what a crash left; we hold the lock
    // Without the socket a second start can't raise us, no more: the lock still keeps it from our profile.
    if (!m_server.listen(m_name))
        qWarning("no local socket: %ls", qUtf16Printable(m_server.errorString()));
    return true;
}

void SingleInstance::takeRequest()
{
    while (auto *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->bytesAvailable() < request.size())
                return;
            if (socket->readAll() == request) {
                socket->write(reply);
                Q_EMIT raiseRequested();
            }
            socket->disconnectFromServer();
        });
    }
}

void SingleInstance::raiseOther()
{
    auto *socket = new QLocalSocket(this);
    auto *limit = new QTimer(socket);
    const auto end = [this, socket](bool raised) {
        socket->disconnect(this);
        socket->deleteLater();
        Q_EMIT answered(raised);
    };
    connect(socket, &QLocalSocket::connected, this, [socket] { socket->write(request); });
    connect(socket, &QLocalSocket::readyRead, this, [socket, end] {
        if (socket->bytesAvailable() >= reply.size())
            end(socket->readAll() == reply);
    });
    connect(socket, &QLocalSocket::errorOccurred, this, [end] { end(false); });
    connect(limit, &QTimer::timeout, this, [end] { end(false); });
    limit->setSingleShot(true);
    limit->start(patience);
    socket->connectToServer(m_name);
}

} // namespace pennypost
