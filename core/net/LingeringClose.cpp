// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/LingeringClose.h"

#include <QThread>
#include <QTimer>

#include <chrono>

namespace pennypost {

namespace {
constexpr std::chrono::seconds longest{3};
}

void closeLingering(std::unique_ptr<QSslSocket> owned)
{
    QSslSocket *socket = owned.release();
    socket->disconnect();
    if (socket->state() != QAbstractSocket::ConnectedState) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    const auto drop = [socket] { socket->readAll(); };
    QObject::connect(socket, &QSslSocket::readyRead, socket, drop);
    QObject::connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
    QObject::connect(socket, &QSslSocket::errorOccurred, socket, &QObject::deleteLater);
    QObject::connect(QThread::currentThread(), &QThread::finished, socket, &QObject::deleteLater);
    QTimer::singleShot(longest, socket, [socket] {
        socket->abort();
        socket->deleteLater();
    });
    drop();
    socket->flush(); // now: the thread may end before the event loop comes round
}

} // namespace pennypost
