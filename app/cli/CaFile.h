// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/CliError.h"

namespace pennypost {

/// A file of --ca must be there and hold a certificate (PEM). Asked when the account is stored, and again
/// before each connection: a file that has vanished since is not the server's fault, as a failing handshake
/// would have it. An empty path is none.
Result<void, CliError> checkCaFile(const QString &path);

} // namespace pennypost
