// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Secret.h"
#include "ui/setup/SetupServices.h"

#include <QObject>

#include <optional>

namespace pennypost {

/// Removes an account with its secret, the secret first; if the account then can't be removed, the secret is
/// put back. Lives until that is settled and deletes itself. GUI thread. Used by AccountsDialog.
class AccountRemover : public QObject
{
    Q_OBJECT

public:
    enum class Secrets {
        Remove,
        Leave, ///< the person knows that the keychain can't be reached
    };

    /// Begins at once; answers from the event loop.
    AccountRemover(const SetupServices &services, Account account, Secrets secrets);

Q_SIGNALS:
    void removed(const QString &id);
    void secretFailed(const pennypost::SecretError &error);
    void storeFailed(const pennypost::AccountStoreError &error);

private:
    SecretStore &store() const;
    void start();
    void removeSecret();
    void removeAccount();

    SetupServices m_services;
    Account m_account;
    Secrets m_secrets;
    std::optional<Secret> m_old;
};

} // namespace pennypost
