// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/ExitCodes.h"

#include <QStringList>

namespace pennypost {

/// All of pennypost-cli: parses, opens the profile, does the command in an event loop, returns its code.
/// Needs a QCoreApplication.
ExitCode runCommandLine(const QStringList &arguments);

} // namespace pennypost
