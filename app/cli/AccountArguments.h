// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Arguments.h"
#include "app/cli/CliError.h"
#include "app/cli/Invocation.h"

namespace pennypost {

/// What a command line says of an account, checked as far as it can be without the account's profile. Pure.
/// Used by CommandLine.

/// `table`: of all options, for what --practice can't be had with: all but those of `everyCommand`.
Result<AccountAdd, CliError> readAccountAdd(const Arguments &arguments, const QList<OptionRow> &table,
                                            unsigned everyCommand);
SecretLines readSecretLines(const Arguments &arguments);
Result<quint16, CliError> readPort(const QString &text, bool zeroToo);

} // namespace pennypost
