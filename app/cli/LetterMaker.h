// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/CliError.h"
#include "app/cli/Invocation.h"
#include "app/cli/StandardInput.h"
#include "core/message/Message.h"

namespace pennypost {

/// From the options of `build` and `send` to a Message: reads addresses, --text, --html and what is known of
/// attached files, which stay where they lie. `from` stands where --from is missing. Waits for files and
/// standard input; the CLI's only thread.
Result<Message, CliError> makeLetter(const LetterOptions &options, const Mailbox &from, StandardInput &input);

/// --to, --cc, --rcpt and their like: each may hold a list.
Result<MailboxList, CliError> readMailboxes(const QStringList &values, const QString &option);

/// The Content-ID of an inline file, which html refers to as cid:NAME: its name with every character outside
/// of A-Z a-z 0-9 . _ - as a hyphen. Pure.
QByteArray contentIdFor(const QString &fileName);

} // namespace pennypost
