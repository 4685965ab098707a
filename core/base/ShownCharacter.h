// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

namespace pennypost {

/// Does a stranger's character show as itself and leave the text around it alone? Not so controls, and the
/// format characters: bidi overrides, tags, interlinear marks. Of those only the two joiners are spared, for
/// Persian, the Indic scripts and emoji are misspelt without them. Used for a server's words, in windows and
/// at the terminal. Pure.
inline bool showsAsItself(char32_t c)
{
    if (c == 0x200C || c == 0x200D)
        return true;
    switch (QChar::category(c)) {
    case QChar::Other_Control: // C0, DEL and C1
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned: // with the noncharacters; unknown to this Qt, so shown as nothing anyway
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

} // namespace pennypost
