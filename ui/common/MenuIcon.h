// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace pennypost {

/// As themedIcon(), for a menu's entry: while the entry is highlighted the icon has the colour of its words.
/// Only for menus: a button that the pointer rests on asks for the same mode, and has no highlight behind
/// it. GUI thread.
QIcon menuIcon(const QString &name);

} // namespace pennypost
