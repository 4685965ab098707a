// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/AccountStore.h"
#include "core/secrets/SecretStore.h"

#include <QObject>

#include <optional>

namespace pennypost {

/// Why an account was not removed, or not wholly.
struct AccountRemovalError
{
    enum class Left {
        Nothing, ///< another process was faster: `account`
        Both,    ///< as they were: the reason is `secret` or `account`
        Account, ///< for `account`, without its secret, for `secret`: AccountRemoval::takeSecret() has it
        Secret,  ///< perhaps, for `secret`: it could not be looked for once the account had gone
    };
    Left left;
    std::optional<AccountStoreError> account = {};
    std::optional<SecretError> secret = {};
};

/// Takes an account out, its secret first, so that none is left without an account. Where the account has to
/// stay it gets its secret back. Another process may be adding the account, or changing its password, at this
/// moment: it looks for the account after it has written, and here the secret is looked for after the account
/// has gone, so that one of the two finds what the other left. GUI thread, or the CLI's only one. Used by
/// both programs: ui/setup's AccountRemover and AccountRemoveCommand.
class AccountRemoval final : public QObject
{
    Q_OBJECT

public:
    enum class Secrets {
        Remove,
        Leave, ///< there is none, or the person knows that it can't be reached
    };

    /// `secrets`: where the account's own lies. Both stores outlive this.
    AccountRemoval(AccountStore &accounts, SecretStore &secrets, Account account, Secrets what);

    void start();
    /// After Left::Account: the secret that the account has no more.
    std::optional<Secret> takeSecret();

Q_SIGNALS:
    void removed();
    void failed(const pennypost::AccountRemovalError &error);

private:
    void takeSecretOut();
    void takeAccountOut();
    void giveSecretBack(const Secret &secret, const AccountStoreError &error);
    void lookOnceMore();
    void keep(const SecretError &reason);

    AccountStore &m_accounts;
    SecretStore &m_secrets;
    const Account m_account;
    const Secrets m_what;
    std::optional<Secret> m_old; ///< as it was
};

} // namespace pennypost
