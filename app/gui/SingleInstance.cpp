// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/SingleInstance.h"

#include "core/base/PrivateFiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QTimer>

#include <chrono>

namespace pennypost {

namespace {

using namespace std::chrono_literals;
constexpr auto patience = 5s;
/// "raise" and a JSON array of what to open, in one line.
const QByteArray request = QByteArrayLiteral("raise ");
constexpr qsizetype longestRequest = 1 << 20;
const QByteArray reply = QByteArrayLiteral("raised\n");

QString socketName(const QString &profile)
{
#ifdef Q_OS_UNIX
    // In the profile, which is its owner's alone: in a folder for all somebody else could have made it first,
    // to be told what is opened. A socket's path has not much room, though.
    constexpr qsizetype longestPath = 90;
    QString own = QFileInfo(profile).canonicalFilePath() + QStringLiteral("/pennypost.socket");
    if (QFile::encodeName(own).size() <= longestPath)
        return own;
#endif
    // By the profile and the person: two people on one computer each have theirs.
    const QString whose = QFileInfo(profile).canonicalFilePath() + u'\n' + QDir::homePath();
    const auto hash = QCryptographicHash::hash(whose.toUtf8(), QCryptographicHash::Sha256);
    QString name = QStringLiteral("pennypost-") + QString::fromLatin1(hash.toHex().first(24));
#ifdef Q_OS_UNIX
    if (const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
        !runtime.isEmpty())
        return runtime + u'/' + name;
#endif
    return name;
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
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::takeConnection);
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

void SingleInstance::takeConnection()
{
    while (auto *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { takeRequest(*socket); });
    }
}

void SingleInstance::takeRequest(QLocalSocket &socket)
{
    if (!socket.canReadLine() && socket.bytesAvailable() < longestRequest)
        return; // the rest is on its way
    const QByteArray line = socket.readLine(longestRequest);
    const auto letters = QJsonDocument::fromJson(line.mid(request.size()));
    if (line.startsWith(request) && letters.isArray()) {
        socket.write(reply);
        QStringList list;
        for (const auto &letter : letters.array())
            list.append(letter.toString());
        Q_EMIT raiseRequested(list);
    }
    socket.disconnectFromServer();
}

void SingleInstance::raiseOther(const QStringList &letters)
{
    auto *socket = new QLocalSocket(this);
    auto *limit = new QTimer(socket);
    const auto end = [this, socket](bool raised) {
        socket->disconnect(this);
        socket->deleteLater();
        Q_EMIT answered(raised);
    };
    const QJsonDocument document(QJsonArray::fromStringList(letters));
    const QByteArray line = request + document.toJson(QJsonDocument::Compact) + '\n';
    connect(socket, &QLocalSocket::connected, this, [socket, line] { socket->write(line); });
    connect(socket, &QLocalSocket::readyRead, this, [socket, end] {
        if (socket->bytesAvailable() >= reply.size())
            end(socket->readAll() == reply);
    });
    // Never within this call: who waits for it may not turn yet.
    connect(socket, &QLocalSocket::errorOccurred, this, [end] { end(false); }, Qt::QueuedConnection);
    connect(limit, &QTimer::timeout, this, [end] { end(false); });
    limit->setSingleShot(true);
    limit->start(patience);
    socket->connectToServer(m_name);
}

} // namespace pennypost
