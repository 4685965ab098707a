// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shortcuts/ShortcutArea.h"

namespace pennypost {

/// What can be done in a compose window, and by which keys. GUI thread.
struct ComposeCommands
{
    /// Of the window and its format bar. Their actions are made from it, and named by its ids.
    static ShortcutArea letter();
    /// Of the list of attachments, whose keys are every list's.
    static ShortcutArea attachments();
};

} // namespace pennypost
