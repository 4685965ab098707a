// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Secret.h"
#include "ui/setup/Leftover.h"
#include "ui/setup/SetupServices.h"

#include <QObject>

#include <functional>
#include <optional>

namespace pennypost {

/// What is to be stored.
struct AccountToSave
{
    Account account;
    std::optional<Secret> secret;    ///< nothing: the stored one stays
    std::optional<Account> previous; ///< the account as it was, when it is changed
};

/// Stores an account with its secret so that a failure of either leaves nothing half: the secret first, then
/// the account; if that fails, the secret as it was before, and where the keychain won't take the old one
/// again, the session, so that the old account works on. `account add` of the command line has the other
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
    SecretStore &storeOf(const Account &account) const;
    void rememberOldSecret();
    void writeSecret();
    void notWritten(const SecretError &error);
    void storeAccount();
    void notStored(const AccountStoreError &error, Leftover left = Leftover::Nothing);
    using Undone = std::function<void(Leftover)>;
    /// Puts the secret back as it was, then calls `done`.
    void undoSecret(const Undone &done);
    void putBack(const Undone &done);
    void takeBack(const Undone &done);
    void removeOrphan();
    void finish();

    SetupServices m_services;
    AccountToSave m_job;
    std::optional<Secret> m_oldSecret;
    bool m_abandoned = false;
};

} // namespace pennypost
