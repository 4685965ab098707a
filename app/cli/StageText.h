// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/smtp/SubmissionError.h"

#include <QString>

namespace pennypost {

/// The terminal's words, in English, for how far something is. Pure.

/// "Looked up", "Signed in": what has been done when a stage is over.
QString doneText(Stage stage);
/// "the server is still checking the letter": it has been silent for a while.
QString waitText(Stage stage);

} // namespace pennypost
