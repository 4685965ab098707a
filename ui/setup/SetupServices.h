// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/AccountStore.h"
#include "core/account/ServerDiscovery.h"
#include "core/secrets/CredentialSource.h"
#include "core/secrets/SecretStore.h"
#include "core/submission/Submitter.h"

namespace pennypost {

/// What setting up an account stands on; all of it outlives the windows.
struct SetupServices
{
    AccountStore &accounts;
    const ServerDiscovery &providers;
    Submitter &submitter;
    SecretStore &keychain;
    SecretStore &session;
    CredentialSource &credentials;
};

} // namespace pennypost
