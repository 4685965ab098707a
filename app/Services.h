// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Paths.h"
#include "app/PracticeCredentialSource.h"
#include "core/account/AccountStore.h"
#include "core/account/ServerDiscovery.h"
#include "core/base/Clock.h"
#include "core/base/UniqueIds.h"
#include "core/outbox/Outbox.h"
#include "core/practice/PracticeServer.h"
#include "core/secrets/KeychainSecretStore.h"
#include "core/secrets/SessionSecretStore.h"
#include "core/store/BlobStore.h"
#include "core/store/StoreThread.h"
#include "core/submission/RecordingSubmitter.h"
#include "core/submission/SmtpSubmitter.h"

namespace pennypost {

/// Everything the program runs on, built once for a profile, each part given what it needs. Members stand in
/// the order they are built; the later ones go first. Nothing here touches the network, the keychain or the
/// disk's slow parts yet: accounts are read by accounts.load(), the database opens on its own thread, the
/// practice server starts with its first letter. GUI thread (the CLI's only one).
class Services
{
public:
    explicit Services(const Paths &paths, AccountStore::OnDamage onDamage = AccountStore::OnDamage::SetAside,
                      const TimeLimits &limits = {});
    Services(const Services &) = delete;
    Services &operator=(const Services &) = delete;

    const Paths paths;
    SystemClock clock;
    RandomIds ids;
    const ServerDiscovery providers;
    AccountStore accounts;
    KeychainSecretStore keychain;
    SessionSecretStore session;
    PracticeServer practice;
    StoredCredentialSource storedCredentials;
    PracticeCredentialSource credentials;
    BlobStore blobs;
    StoreThread store;
    RecentDialogues dialogues;
    SmtpSubmitter smtp;
    RecordingSubmitter submitter;
    Outbox outbox;
};

/// The provider table that is compiled in (resources/providers.json).
Result<ServerDiscovery, QString> embeddedProviders();

} // namespace pennypost
