// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shortcuts/ShortcutArea.h"

namespace pennypost {

/// What can be done in the main window, and by which keys: its actions are made from it. GUI thread.
struct MainCommands
{
    static ShortcutArea area();
};

} // namespace pennypost
