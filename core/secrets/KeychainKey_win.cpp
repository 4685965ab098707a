// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/KeychainKey.h"

namespace pennypost {

QString keychainKey(const QString &service, const QString &key)
{
    // The Credential Manager knows a target name alone and QtKeychain gives it the key: without the service
    // in it, two profiles would overwrite each other's passwords.
    return service + u'/' + key;
}

} // namespace pennypost
