// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pennypost {

/// Where this runs, as far as it decides which program keeps passwords and what its window is called.
enum class Desktop {
    Gnome, ///< and all others that come with gnome-keyring
    Kde,
    OtherUnix,
    Windows,
    MacOs,
};

/// By the system and XDG_CURRENT_DESKTOP. Any thread.
Desktop currentDesktop();

} // namespace pennypost
