// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace pennypost {

/// Is there an entry that the store won't show because it is locked? libsecret answers "not found" when the
/// person cancels its unlock prompt, which is a quite different thing to be told. Asks without a prompt;
/// nothing is answered once `context` is gone. One file a platform: KeychainLock_dbus.cpp asks the Secret
/// Service, KeychainLock_other.cpp stands where the store tells the two apart itself. Used by
/// KeychainSecretStore.
void whetherLocked(const QString &service, const QString &key, QObject *context,
                   std::function<void(bool locked)> done);

} // namespace pennypost
