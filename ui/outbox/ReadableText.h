// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pennypost {

/// Makes text that a hostile or merely odd letter brings cheap to lay out: Qt's text layout takes time by the
/// square of an unbroken run (half a minute for 200,000 characters). For the view alone; what is saved is
/// never touched. Pure.

/// Breaks lines after `longest` characters.
QString withShortLines(const QString &text, qsizetype longest = 1000);
/// Lets words break after `longest` characters (zero width spaces), outside of tags; at most `most`
/// characters of it all.
QString withBreakableWords(const QString &html, qsizetype longest = 200, qsizetype most = 200'000);

} // namespace pennypost
