// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pennypost {

/// What a failed change could not put back as it was. Worded by SetupWords.
enum class Leftover {
    Nothing,
    OldForSession, ///< the keychain would not take the old password again: the session has it
    Password,      ///< the keychain may still hold one that no account uses
};

} // namespace pennypost
