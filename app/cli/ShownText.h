// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace pennypost {

/// UTF-8 as a terminal may show it: each octet as \xNN that belongs to a character that does not show as
/// itself (ShownCharacter.h; the tab does), or to nothing in UTF-8. Arguments, file names
/// and what a server says could otherwise colour, hide or reorder the words around them. Line ends are
/// control characters too: the caller parts lines before. Pure.
QByteArray shownText(QByteArrayView text);

} // namespace pennypost
