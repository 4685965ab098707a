// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/AccountStore.h"
#include "core/mime/MimeSource.h"
#include "core/secrets/SecretStore.h"
#include "core/smtp/SubmissionError.h"

#include <QList>

namespace pennypost {

/// sysexits.h's, with what they mean here: --help, the man page and the README show this table.
enum class ExitCode : int {
    Ok = 0,
    Usage = 64,        ///< the command line
    Data = 65,         ///< an address, a field or the letter can't be sent as it is
    NoInput = 66,      ///< a file is missing or can't be read
    NoUser = 67,       ///< recipients were refused
    NoHost = 68,       ///< the server's name was not found
    Unavailable = 69,  ///< the server is not reachable or does not serve us
    Software = 70,     ///< an internal error
    CantCreate = 73,   ///< a file, folder or account could not be made
    IoError = 74,      ///< reading or writing failed
    TempFail = 75,     ///< trying the same again is right
    Protocol = 76,     ///< the server or its certificate is not what it should be; or may have been sent
    NoPermission = 77, ///< signing in or the sender was refused, or the secret is not to be had
    Config = 78,       ///< no such account, damaged accounts file
};

struct ExitCodeRow
{
    ExitCode code;
    QLatin1StringView meaning; ///< one line, for --help
};
QList<ExitCodeRow> exitCodeTable();

/// THE table from a failed submission or check to its code. A reply of 4yz makes temporary what the problem
/// alone would not; "may have been sent" is never temporary, for trying again could send it twice.
ExitCode exitCodeOf(const SubmissionError &error);
ExitCode exitCodeOf(const MimeError &error);
ExitCode exitCodeOf(const SecretError &error);
ExitCode exitCodeOf(const AccountStoreError &error);

} // namespace pennypost
