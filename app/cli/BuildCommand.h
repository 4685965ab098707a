// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Console.h"
#include "app/cli/Invocation.h"
#include "app/cli/StandardInput.h"

namespace pennypost {

/// `build`: the letter's exact bytes on standard output, CRLF, streamed. Needs no profile, no network and no
/// event loop. With --json the errors alone are JSON: the bytes are the result.
ExitCode runBuild(const BuildLetter &options, Console &console, StandardInput &input);

} // namespace pennypost
