// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/CliError.h"
#include "app/cli/InputSpool.h"
#include "core/message/Envelope.h"
#include "core/message/Message.h"
#include "core/mime/MimeSource.h"

#include <memory>

namespace pennypost {

/// A letter of `send --eml`: its bytes, and what its header says for the envelope and the Sent list. From
/// standard input it is kept in a file of the profile that goes with this object. The CLI's only thread.
///
/// A letter that has been resent (RFC 5322 3.6.6) goes from and to whom its first block of Resent- fields
/// names, which is the latest; From, To, Cc and Bcc tell of its first way. As `sendmail -t` has it.
struct FinishedLetter
{
    std::unique_ptr<InputSpool> spool; ///< where it came from standard input
    std::unique_ptr<MimeSource> source;
    Message header;    ///< From, To, Cc, Bcc, Subject, Date, Message-ID; no bodies
    Message addresses; ///< From, To, Cc, Bcc for the envelope

    /// `path` is a file or "-"; `folder` takes the spool. `dotEnds`: as InputSpool has it.
    static Result<FinishedLetter, CliError> open(const QString &path, StandardInput &input,
                                                 const QString &folder, bool dotEnds = false);
};

} // namespace pennypost
