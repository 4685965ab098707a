// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/Invocation.h"

namespace pennypost {

/// `account add`: settles the server and the id, gets the password, puts it into the keychain, and stores the
/// account last, so that a failure leaves neither.
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
    Result<std::optional<Secret>, CliError> password();
    void keep(const Secret &password);
    Result<void, AccountStoreError> addAccount();
    void store();
    void report();
    void giveUp(const CliError &error);
    void withdraw(const CliError &error);
    void fail(const CliError &error);

    AccountAdd m_options;
    Account m_account;
    bool m_keychainIsAsked = false;
    bool m_stopped = false;
};

} // namespace pennypost
