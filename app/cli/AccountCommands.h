// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/Invocation.h"

namespace pennypost {

/// `account list`: id, address, server, a line each; the default one with a star.
class AccountListCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
};

/// `account remove ID`: the secret first, then the account, so that no secret is left without one.
class AccountRemoveCommand final : public Command
{
    Q_OBJECT

public:
    AccountRemoveCommand(const CommandContext &context, AccountRemove options);
    void start() override;
    void stop() override;

private:
    void remove();
    void keep(const SecretError &reason);

    AccountRemove m_options;
    QString m_key;
    std::optional<Secret> m_old; ///< as it was in the keychain
};

} // namespace pennypost
