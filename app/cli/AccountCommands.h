// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/Invocation.h"
#include "core/secrets/AccountRemoval.h"

namespace pennypost {

/// `account list`: id, address, server, a line each; the default one with a star.
class AccountListCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
};

/// `account remove ID`.
class AccountRemoveCommand final : public Command
{
    Q_OBJECT

public:
    AccountRemoveCommand(const CommandContext &context, AccountRemove options);
    void start() override;
    void stop() override;

private:
    AccountRemove m_options;
    std::unique_ptr<AccountRemoval> m_removal;
};

} // namespace pennypost
