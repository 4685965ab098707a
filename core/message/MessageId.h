// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <algorithm>

namespace pennypost {

/// left@right of RFC 5322 3.6.4, without <>, as far as mail systems insist on it: ASCII, an "@" within, no
/// blank or bracket, short enough for a line. There are letters with two "@" in theirs, and an answer has to
/// name them by it.
inline bool isMessageId(QByteArrayView id)
{
    constexpr qsizetype longest = 900; ///< with a name and <> on a line of 998
    const bool characters =
        std::all_of(id.begin(), id.end(), [](char c) { return c > ' ' && c < 0x7f && c != '<' && c != '>'; });
    return characters && id.size() <= longest && id.indexOf('@') > 0 && !id.endsWith('@');
}

} // namespace pennypost
