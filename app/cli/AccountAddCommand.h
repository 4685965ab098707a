// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/Invocation.h"
#include "app/cli/PasswordKeeping.h"

namespace pennypost {

/// `account add`: settles the server and the id, gets the secrets, stores the account, which makes the id
/// ours, and puts them into the keychain under it; a failure leaves nothing.
class AccountAddCommand final : public Command
{
    Q_OBJECT

public:
    AccountAddCommand(const CommandContext &context, AccountAdd options);
    void start() override;
    void stop() override;

private:
    Result<void, CliError> settleServer();
    Result<void, CliError> settleId();
    /// Each is nothing where none is to be kept.
    Result<std::optional<Secret>, CliError> password();
    Result<std::optional<Secret>, CliError> passPhrase();
    Result<std::optional<Secret>, CliError> proxyPassword();
    Result<std::optional<Secret>, CliError> given(AccountSecret which, bool fromStdin);
    Result<GivenSecrets, CliError> secrets();
    void keep(GivenSecrets secrets);
    Result<void, AccountStoreError> addAccount();
    void store();
    void report();
    void fail(const CliError &error);

    AccountAdd m_options;
    Account m_account;
    std::unique_ptr<PasswordKeeping> m_keeping; ///< from when the keychain is asked
};

} // namespace pennypost
