// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pennypost {

/// A tooltip that says exactly these words, wrapped, lines kept. For what holds somebody's own words (a
/// file's name, a server's reply): Qt takes a text that looks like HTML for some. Any thread.
QString toolTipText(const QString &words);

} // namespace pennypost
