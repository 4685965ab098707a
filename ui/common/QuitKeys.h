// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>

namespace pennypost {

/// The keys that end the program: the platform's, or Ctrl+Q on Windows, which has no standard one. The same
/// in every window.
QList<QKeySequence> quitKeys();

} // namespace pennypost
