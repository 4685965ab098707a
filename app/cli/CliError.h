// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/ExitCodes.h"
#include "core/base/Result.h"

#include <QString>

namespace pennypost {

/// Why a command of the terminal can't go on, where no server had a part in it. A value. Submissions fail
/// with SubmissionError instead.
struct CliError
{
    ExitCode code = ExitCode::Software;
    QString problem; ///< a name for scripts: "Usage", "UnknownAccount"; never translated
    QString cause;   ///< one line for a person
    QString detail;  ///< the system's, the keychain's or the file's words; may be empty
};

inline Failure<CliError> usageError(const QString &cause)
{
    return Failure{CliError{ExitCode::Usage, QStringLiteral("Usage"), cause, {}}};
}

/// `error`, and what it leaves behind beside what it says.
inline CliError leaving(CliError error, const QString &what)
{
    error.detail = error.detail.isEmpty() ? what : QString(error.detail + u'\n' + what);
    return error;
}

} // namespace pennypost
