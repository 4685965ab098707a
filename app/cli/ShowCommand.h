// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Console.h"
#include "app/cli/Invocation.h"

namespace pennypost {

/// `show FILE`: a letter's header, decoded, and the tree of its parts, as text or as an object. Needs no
/// profile. FileMissing, FileUnreadable, BadLetter.
ExitCode runShow(const ShowLetter &options, Console &console);

} // namespace pennypost
