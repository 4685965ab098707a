// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shortcuts/ShortcutArea.h"

namespace pennypost {

/// Whether a key can be given to a command, in a window in which letters are written. Needs a
/// QGuiApplication, which knows the platform; GUI thread.
enum class KeyChoice {
    Usable,
    TypesText, ///< with Alt, Option or AltGr, too: it opens a menu or types another letter
    EditsText, ///< Ctrl+C, Ctrl+Left: every field needs it
    Navigates, ///< Tab, Escape, Return, the arrows, alone or with Shift or Alt
};

KeyChoice choiceOf(const QKeySequence &key);

/// The key as a list of one, or of two where the number pad has the same: Ctrl+Return is Ctrl+Enter, too.
Keys withTwins(const QKeySequence &key);

} // namespace pennypost
