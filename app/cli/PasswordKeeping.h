// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Paths.h"
#include "app/cli/SecretInput.h"
#include "core/account/AccountStore.h"
#include "core/secrets/SecretStore.h"

#include <QObject>

namespace pennypost {

/// Puts the secrets of an account that has just been added into the keychain. Where that fails, is stopped
/// or finds the account removed by another process meanwhile, all is taken out again: they are there
/// together or not at all. What could not be taken out is told with the way to remove it. Used by
/// AccountAddCommand; the CLI's only thread.
class PasswordKeeping final : public QObject
{
    Q_OBJECT

public:
    PasswordKeeping(AccountStore &accounts, SecretStore &keychain, const Paths &paths, Account account);

    /// At least one.
    void start(GivenSecrets secrets);
    /// What the keychain was asked to write it may still write: once it has answered, all is taken out again.
    void stop() { m_stopped = true; }

Q_SIGNALS:
    /// As it is stored now: with SecretPlace::Session for each where no keychain runs.
    void kept(const pennypost::Account &account);
    void failed(const pennypost::CliError &error);

private:
    void write(size_t index);
    void answered(size_t index, const Result<void, SecretError> &written);
    void allWritten();
    void goOnWithoutKeychain();
    /// Those before `count`, the last first.
    void takeSecretsOut(size_t count, const CliError &error);
    void takeAccountOut(const CliError &error);
    CliError removedMeanwhile() const;
    bool isRemoved();

    AccountStore &m_accounts;
    SecretStore &m_keychain;
    const Paths m_paths;
    Account m_account;
    GivenSecrets m_given;
    bool m_stopped = false;
};

} // namespace pennypost
