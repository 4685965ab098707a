// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Secret.h"
#include "ui/setup/SetupServices.h"

#include <QObject>

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
/// the account; if that fails, the secret as it was before. Lives until that is settled, even if nobody waits
/// any more (a keyring may be asking its person meanwhile), and then deletes itself. GUI thread. Used by
/// TestPage.
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
    void secretFailed(const pennypost::SecretError &error);
    void storeFailed(const pennypost::AccountStoreError &error);

private:
    SecretStore &storeOf(const Account &account) const;
    void rememberOldSecret();
    void writeSecret();
    void storeAccount();
    /// Puts the secret back as it was, then calls `done`.
    void undoSecret(std::function<void()> done);
    void removeOrphan();
    void finish();

    SetupServices m_services;
    AccountToSave m_job;
    std::optional<Secret> m_oldSecret;
    bool m_abandoned = false;
};

} // namespace pennypost
