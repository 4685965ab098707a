// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/CliError.h"
#include "core/message/MailboxParser.h"
#include "core/smtp/SubmissionError.h"

namespace pennypost {

/// The terminal's words, in English, a line each: ui/common/ProblemText is for windows. Pure.
QString causeOf(const SubmissionError &error);
QString causeOf(MailboxError error);
/// "Looked up", "Signed in": what has been done when a stage is over.
QString doneText(Stage stage);

/// Ctrl+C and its like, before anything was sent.
CliError cancelledError();
CliError badAddress(const QString &option, const QString &text, MailboxError error);
CliError cliError(const MimeError &error);
CliError cliError(const SecretError &error);
CliError cliError(const AccountStoreError &error);

} // namespace pennypost
