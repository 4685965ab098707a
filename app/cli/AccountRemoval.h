// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Paths.h"
#include "app/cli/CliError.h"
#include "core/account/AccountStore.h"
#include "core/secrets/SecretStore.h"

#include <QObject>

#include <optional>

namespace pennypost {

/// Takes an account out, its password in the keychain first, so that none is left without an account. Where
/// the account has to stay it gets its password back. Used by AccountRemoveCommand; the CLI's only thread.
class AccountRemoval final : public QObject
{
    Q_OBJECT

public:
    AccountRemoval(AccountStore &accounts, SecretStore &keychain, const Paths &paths, Account account);

    void start();

Q_SIGNALS:
    void removed();
    void failed(const pennypost::CliError &error);

private:
    void takePasswordOut();
    void takeAccountOut();
    void givePasswordBack(const CliError &error);
    void lookOnceMore();
    void keep(const SecretError &reason);

    AccountStore &m_accounts;
    SecretStore &m_keychain;
    const Paths m_paths;
    const Account m_account;
    std::optional<Secret> m_old; ///< as it was in the keychain
};

} // namespace pennypost
