// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/CliError.h"
#include "core/account/Account.h"
#include "core/message/MailboxParser.h"
#include "core/net/ClientCertificateFile.h"
#include "core/smtp/SubmissionError.h"
#include "core/store/StoreError.h"
#include "core/submission/Receipt.h"

namespace pennypost {

/// The terminal's words, in English, a line each: ui/common/ProblemText is for windows. The server's and the
/// system's are not among them: wordsOf(). Pure.
QString causeOf(const SubmissionError &error);
/// Of a letter that some recipients got and some did not; empty if all did.
QString causeOf(const Receipt &receipt);
QString causeOf(MailboxError error);
QString causeOf(SecretError::Kind kind, AccountSecret which);
QString causeOf(ClientCertificateError error);
/// "pass phrase"
QLatin1StringView nameOf(AccountSecret which);
/// "--pass-phrase-stdin"
QString stdinOption(AccountSecret which);

/// Ctrl+C and its like, before anything was sent.
CliError cancelledError();
CliError practiceServerError(const QString &reason);
CliError badAddress(const QString &option, const QString &text, MailboxError error);
/// "[::1]:465": an IPv6 address in the brackets that keep its colons apart from the port's.
QString serverText(const QString &host, quint16 port);
/// What --id takes.
QString accountIdRule();
CliError cliError(const MimeError &error);
CliError cliError(const SecretError &error, AccountSecret which = AccountSecret::Password);
CliError cliError(const ClientCertificateFailure &failure, const QString &file);
/// `id`: of the draft or letter that was asked for, if one was.
CliError storeError(const StoreError &error, const QString &id);
/// `file`: the accounts file, for a person to find.
CliError cliError(const AccountStoreError &error, const QString &file);

} // namespace pennypost
