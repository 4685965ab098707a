// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/LingeringClose.h"

#include <QThread>
#include <QTimer>

#include <chrono>
#include <utility>

namespace pennypost {

namespace {
constexpr std::chrono::seconds longest{3};
}

void closeLingering(std::unique_ptr<QTcpSocket> owned, const QByteArray &farewell)
{
    QTcpSocket *socket = owned.release();
    socket->disconnect();
    if (socket->state() != QAbstractSocket::ConnectedState) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, last = QByteArray(farewell)]() mutable {
        socket->readAll();
        socket->write(std::exchange(last, {}));
    });
    QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    QObject::connect(socket, &QTcpSocket::errorOccurred, socket, &QObject::deleteLater);
    QObject::connect(QThread::currentThread(), &QThread::finished, socket, &QObject::deleteLater);
    QTimer::singleShot(longest, socket, [socket] {
        socket->abort();
        socket->deleteLater();
    });
    socket->readAll();
    socket->flush(); // now: the thread may end before the event loop comes round
}

} // namespace pennypost
