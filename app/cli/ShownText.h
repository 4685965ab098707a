// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace pennypost {

/// UTF-8 as a terminal may show it: each octet as \xNN that belongs to a control character (C0 but for the
/// tab, DEL, C1), to a character that turns the direction of what follows (U+061C, U+200E, U+200F, U+202A to
/// U+202E, U+2066 to U+2069), to a line or paragraph separator, or to nothing in UTF-8. Arguments, file names
/// and what a server says could otherwise colour, hide or reorder the words around them. Line ends are
/// control characters too: the caller parts lines before. Pure.
QByteArray shownText(QByteArrayView text);

} // namespace pennypost
