// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/smtp/Reply.h"

namespace pennypost {

/// What is known of a server by the program that it names in its greeting (RFC 5321 4.2, which lets it):
/// where experience says more than EHLO does. THE table of such experience. Anybody can put a name into a
/// greeting, so nothing here may decide about safety. Used by SubmissionDialogue; pure.
struct ServerSoftware
{
    enum class Chunking {
        Unknown, ///< to be tried with care
        Good,    ///< many letters have gone to it by BDAT
        Bad,     ///< it offers CHUNKING and stalls or loses letters
    } chunking = Chunking::Unknown;
    /// Its EHLO offers more to who has signed in, and asking again does no harm.
    bool tellsMoreAfterSignIn = false;

    bool operator==(const ServerSoftware &) const = default;
};

ServerSoftware softwareOf(const Reply &greeting);

} // namespace pennypost
