// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/CliError.h"
#include "app/cli/StandardInput.h"
#include "core/message/Envelope.h"
#include "core/message/Message.h"
#include "core/mime/MimeSource.h"

#include <QTemporaryFile>

#include <memory>

namespace pennypost {

/// A letter of `send --eml`: its bytes, and what its header says for the envelope and the Sent list. From
/// standard input it is kept in a file of the profile that goes with this object. The CLI's only thread.
struct FinishedLetter
{
    std::unique_ptr<QTemporaryFile> spool; ///< where it came from standard input
    std::unique_ptr<MimeSource> source;
    Message header; ///< From, To, Cc, Bcc, Subject, Date, Message-ID; no bodies

    /// `path` is a file or "-"; `folder` takes the spool.
    static Result<FinishedLetter, CliError> open(const QString &path, StandardInput &input,
                                                 const QString &folder);
};

} // namespace pennypost
