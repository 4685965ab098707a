// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Paths.h"
#include "app/cli/CliError.h"
#include "core/secrets/AccountRemoval.h"

namespace pennypost {

/// The terminal's words for an account that could not be removed: what stays, and how it goes. Pure.
CliError cliError(const AccountRemovalError &error, const QString &id, const Paths &paths);

} // namespace pennypost
