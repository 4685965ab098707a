// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shortcuts/ShortcutArea.h"

namespace pennypost {

/// What can be done in the window of a letter that was opened, and by which keys: ReceivedView's buttons are
/// made from it. GUI thread.
struct ReceivedCommands
{
    static ShortcutArea area();
};

} // namespace pennypost
