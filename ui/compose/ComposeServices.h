// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/AccountStore.h"
#include "core/account/ServerDiscovery.h"
#include "core/base/Clock.h"
#include "core/base/UniqueIds.h"
#include "core/outbox/Outbox.h"
#include "core/store/BlobStore.h"
#include "core/store/StoreThread.h"

namespace pennypost {

class SecretStore;
class Shortcuts;
class WritingHabits;

/// What writing and sending stand on; all of it outlives the window.
struct ComposeServices
{
    AccountStore &accounts;
    const ServerDiscovery &providers;
    Outbox &outbox;
    StoreThread &store;
    BlobStore blobs;
    const Clock &clock;
    Clock &timers;
    UniqueIds &ids;
    WritingHabits &habits;
    SecretStore &session; ///< passwords that are kept until the program ends
    Shortcuts &shortcuts;
};

} // namespace pennypost
