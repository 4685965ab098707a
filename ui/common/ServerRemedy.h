// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/ServerSettings.h"
#include "ui/common/ProblemText.h"

#include <optional>

namespace pennypost {

/// What a remedy that changes the encryption makes of the server whose problem it is for: the assistant, the
/// accounts dialog and a letter that came back act alike. Nothing for every other remedy. Any thread.
std::optional<ServerSettings> serverBy(Remedy remedy, const ServerSettings &server);

} // namespace pennypost
