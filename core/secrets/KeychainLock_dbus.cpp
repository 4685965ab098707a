// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/KeychainLock.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

namespace pennypost {

void whetherLocked(const QString &service, const QString &key, QObject *context,
                   std::function<void(bool locked)> done)
{
    using Attributes = QMap<QString, QString>;
    using Paths = QList<QDBusObjectPath>;
    qDBusRegisterMetaType<Attributes>();
    // Secret Service API 0.2, "SearchItems"; the attributes are those that QtKeychain stores under.
    QDBusMessage search = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("SearchItems"));
    search << QVariant::fromValue(
        Attributes{{QStringLiteral("server"), service}, {QStringLiteral("user"), key}});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(search), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, done = std::move(done)] {
        const QDBusPendingReply<Paths, Paths> reply = *watcher; // unlocked, locked
        watcher->deleteLater();
        done(!reply.isError() && reply.argumentAt<0>().isEmpty() && !reply.argumentAt<1>().isEmpty());
    });
}

} // namespace pennypost
