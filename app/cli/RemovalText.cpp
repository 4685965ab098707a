// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RemovalText.h"

#include "app/cli/CauseText.h"

namespace pennypost {

CliError cliError(const AccountRemovalError &error, const QString &id, const Paths &paths)
{
    using Left = AccountRemovalError::Left;
    const CliError secret = error.secret ? cliError(*error.secret) : CliError{};
    CliError told = error.account ? cliError(*error.account, paths.accounts) : secret;
    if (error.left == Left::Account)
        return leaving(told, u"the account " + id + u" stays without its password (" + secret.cause +
                                 u"): account remove " + id + u" takes it out");
    if (error.left == Left::Secret)
        told.cause =
            u"account " + id + u" is removed, but a password of it may stay in the keychain: " + secret.cause;
    else if (!error.account)
        told.cause = u"the password could not be removed, so the account stays: " + secret.cause;
    return told;
}

} // namespace pennypost
