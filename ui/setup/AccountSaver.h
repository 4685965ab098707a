// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Secret.h"
#include "ui/setup/SecretChange.h"
#include "ui/setup/SetupServices.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace pennypost {

/// What is to be stored.
struct AccountToSave
{
    Account account;
    std::optional<Secret> secret;             ///< nothing: the stored one stays
    std::optional<Account> previous;          ///< the account as it was, when it is changed
    std::optional<Secret> passPhrase = {};    ///< of its certificate; nothing: as `secret`
    std::optional<Secret> proxyPassword = {}; ///< the same
};

/// Stores an account with its secrets so that a failure of either leaves nothing half: the secrets first,
/// then the account; if that fails, the secrets as they were before, and where the keychain won't take an old
/// one again, the session, so that the old account works on. `account add` of the command line has the other
/// order, the account first, which makes the id its own; here an account is on show in every window as soon
/// as it is stored, so an id that another program took meanwhile is found out at the end. Lives until that is
/// settled, even if nobody waits any more (a keyring may be asking its person meanwhile), and then deletes
/// itself. GUI thread. Used by TestPage.
class AccountSaver : public QObject
{
    Q_OBJECT

public:
    /// Begins at once; answers from the event loop.
    AccountSaver(const SetupServices &services, AccountToSave job);

    /// Nobody wants it any more: what was written by then is undone, nothing is emitted.
    void abandon();

Q_SIGNALS:
    void saved(const pennypost::Account &account);
    void secretFailed(const pennypost::SecretError &error, pennypost::Leftover left);
    void storeFailed(const pennypost::AccountStoreError &error, pennypost::Leftover left);

private:
    void begin();
    void write(size_t index);
    void notWritten(size_t index, const SecretError &error);
    void storeAccount();
    void notStored(const AccountStoreError &error, Leftover left = Leftover::Nothing);
    using Undone = std::function<void(Leftover)>;
    /// Puts those before `count` back as they were, the last first, then calls `done` with the worst of it.
    void undo(size_t count, const Undone &done, Leftover worst = Leftover::Nothing);
    void removeOrphans();
    void finish();

    SetupServices m_services;
    const Account m_account;
    const std::optional<Account> m_previous;
    struct Change
    {
        AccountSecret which;
        std::unique_ptr<SecretChange> change;
    };
    std::vector<Change> m_changes;
    bool m_abandoned = false;
};

} // namespace pennypost
