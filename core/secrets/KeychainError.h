// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/SecretStore.h"

namespace pennypost {

/// From what a QtKeychain job answered to a kind a person can act on. `code` is a QKeychain::Error other than
/// NoError. The code alone doesn't do: "no keyring runs", "no session bus" and "libsecret is not installed"
/// all come as OtherError, told apart by their text. Pure; any thread. Used by KeychainSecretStore.
SecretError secretErrorOf(int code, const QString &text);

} // namespace pennypost
