// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/SecretStore.h"

#include <memory>

namespace pennypost {

/// SecretStore::write() for a store that may take what it cannot hold: writes, reads back, and takes out
/// again what is not the same or can't be read; half a password is worse than none, for it would be tried and
/// lock the account. `store` writes without looking; it is kept until the answer. Used by
/// KeychainSecretStore.
void writeAndReadBack(std::shared_ptr<SecretStore> store, const QString &key, const Secret &secret,
                      QObject *context, SecretStore::Done done);

} // namespace pennypost
