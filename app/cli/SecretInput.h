// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/Invocation.h"
#include "core/account/Account.h"

#include <functional>
#include <optional>
#include <vector>

namespace pennypost {

/// One of an account's secrets, as it was typed or came on standard input.
struct GivenSecret
{
    AccountSecret which;
    Secret secret;
};
using GivenSecrets = std::vector<GivenSecret>;

/// Those of standard input that were announced, a line each. Fails with Usage where one has nobody to give it
/// to: an account without a user name, a certificate or a proxy of its own.
Result<GivenSecrets, CliError> readSecrets(StandardInput &input, const SecretLines &lines,
                                           const Account &account);
/// One line of standard input; fails where it is empty, did not come or fails checkSecret().
Result<Secret, CliError> secretLine(StandardInput &input, AccountSecret which);
/// Typed at the terminal; nothing where there is none.
Result<std::optional<Secret>, CliError> askSecret(StandardInput &input, AccountSecret which,
                                                  const Account &account);
/// Fails on a NUL, which parts the fields of a sign-in (RFC 4616, 2) and ends a pass phrase.
Result<void, CliError> checkSecret(const Secret &secret, AccountSecret which);

/// Sees to it that the account's secrets can be had without a keychain where they must: those `given`, else,
/// for an account that keeps none, from the terminal. Then `account` refers to session memory for them.
/// `done` is called from the event loop, once, not after `asker` is gone.
void provideSecrets(const CommandContext &context, Account &account, GivenSecrets given, QObject *asker,
                    std::function<void(std::optional<CliError>)> done);

} // namespace pennypost
