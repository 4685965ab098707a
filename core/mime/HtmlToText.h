// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pennypost {

/// The words of an HTML body for readers without HTML, where the author's side gave no text of its own:
/// blocks become lines, list items get a dash, links keep their address in angle brackets, pictures their alt
/// text; styles and scripts go. No layout is attempted. Linear, tolerant of any input. Pure; any thread.
QString htmlToText(QStringView html);

/// Whether elements lie in each other beyond what anybody writes: Qt's reader takes minutes for what nests by
/// the thousand. For whoever shows or takes over foreign HTML, which then takes htmlToText() instead. Linear;
/// pure.
bool nestsTooDeep(QStringView html);

} // namespace pennypost
