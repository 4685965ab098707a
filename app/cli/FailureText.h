// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/smtp/SubmissionError.h"

#include <QStringList>

namespace pennypost {

/// "550 5.1.1 unknown", on one line. Pure.
QString codesOf(const Reply &reply);
/// "refused: PATH: 550 5.1.1 unknown"; "refused for now" where the same may be tried again. Pure.
QString refusalLine(const RefusedPath &refused);
/// The server's words, else the system's, the keychain's or what came instead of a reply: `text` of --json.
/// Empty where nobody said anything. Pure.
QString wordsOf(const SubmissionError &error);
/// What standard error says of a failure: causeOf(), each refused recipient, what to do now, the words, the
/// certificate. Pure.
QStringList failureLines(const SubmissionError &error, const QString &cause);

} // namespace pennypost
