// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/KeychainLock.h"

#include <QMetaObject>

#include <utility>

namespace pennypost {

void whetherLocked(const QString &service, const QString &key, QObject *context,
                   std::function<void(bool locked)> done)
{
    Q_UNUSED(service)
    Q_UNUSED(key)
    QMetaObject::invokeMethod(context, [done = std::move(done)] { done(false); }, Qt::QueuedConnection);
}

} // namespace pennypost
