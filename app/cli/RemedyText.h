// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/smtp/SubmissionError.h"

#include <QString>

namespace pennypost {

/// What to do now, in the terminal's words and options, a line; empty where the cause says it all. Pure.
QString remedyOf(const SubmissionError &error);

} // namespace pennypost
