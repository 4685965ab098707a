// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/AccountStore.h"
#include "core/secrets/SecretStore.h"

#include <QObject>

#include <optional>
#include <vector>

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

/// Takes an account out, its secrets first, so that none is left without an account. Where the account has to
/// stay it gets them back. Another process may be adding the account, or changing its password, at this
/// moment: it looks for the account after it has written, and here the secret is looked for after the account
/// has gone, so that one of the two finds what the other left. GUI thread, or the CLI's only one. Used by
/// both programs: ui/setup's AccountRemover and AccountRemoveCommand.
class AccountRemoval final : public QObject
{
    Q_OBJECT

public:
    enum class Secrets {
        Remove,
        Leave, ///< there are none, or the person knows that they can't be reached
    };
    struct Kept
    {
        AccountSecret which;
        Secret secret;
    };

    /// `secrets`: where the account's own lie. Both stores outlive this.
    AccountRemoval(AccountStore &accounts, SecretStore &secrets, Account account, Secrets what);

    void start();
    /// After Left::Account: the secrets that the account may have no more.
    std::vector<Kept> takeSecrets();

Q_SIGNALS:
    void removed();
    void failed(const pennypost::AccountRemovalError &error);

private:
    void readSecret(size_t index);
    void takeSecretOut(size_t index);
    void takeAccountOut();
    /// Those before `index`; then it fails with what keeps the account here.
    void giveSecretsBack(size_t index, const AccountRemovalError &error);
    void lookOnceMore(size_t index);

    AccountStore &m_accounts;
    SecretStore &m_secrets;
    const Account m_account;
    const Secrets m_what;
    std::vector<Kept> m_old; ///< as they were
};

} // namespace pennypost
