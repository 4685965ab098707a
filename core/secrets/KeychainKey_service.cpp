// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/KeychainKey.h"

namespace pennypost {

QString keychainKey(const QString &service, const QString &key)
{
    // Secret Service, KWallet and the macOS keychain keep services apart themselves.
    Q_UNUSED(service)
    return key;
}

} // namespace pennypost
