// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/CliError.h"
#include "app/cli/Invocation.h"

#include <QStringList>

namespace pennypost {

/// `arguments` without the program's name. Every mistake is a CliError with ExitCode::Usage, but for an
/// address that is none (Data). Looks at no file. Pure.
Result<Invocation, CliError> parseCommandLine(const QStringList &arguments);

/// Whether --json stands in a command line that may be wrong otherwise: errors are told in the form that was
/// asked for.
bool wantsJson(const QStringList &arguments);

/// What --help prints, the table of exit codes included.
QString helpText();

} // namespace pennypost
