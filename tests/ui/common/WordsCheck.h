// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/ProblemText.h"

namespace pennypost {

/// What holds for the words of every problem: a title without a full stop, whole sentences, no place left
/// unfilled, a button for each remedy, with mnemonics that differ. Fails the test that calls it.
void checkWords(const ProblemText &words);

} // namespace pennypost
