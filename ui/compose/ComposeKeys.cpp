// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/ComposeKeys.h"

namespace pennypost {

ComposeKeys ComposeKeys::of(Keyboard keyboard)
{
    ComposeKeys keys;
    keys.send = {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter};
    keys.attach = {Qt::CTRL | Qt::SHIFT | Qt::Key_A};
    keys.goToTo = {Qt::CTRL | Qt::SHIFT | Qt::Key_T};
    keys.showCc = {Qt::CTRL | Qt::SHIFT | Qt::Key_C};
    keys.showBcc = {Qt::CTRL | Qt::SHIFT | Qt::Key_B};
    keys.find = {Qt::CTRL | Qt::Key_F};
    keys.usualSize = {Qt::CTRL | Qt::Key_0};
    keys.nextArea = {Qt::Key_F6};
    keys.previousArea = {Qt::SHIFT | Qt::Key_F6};
    if (keyboard == Keyboard::Mac) {
        keys.send.append(Qt::CTRL | Qt::SHIFT | Qt::Key_D);
        keys.showBcc.append(Qt::CTRL | Qt::ALT | Qt::Key_B);
        keys.pastePlain = {Qt::CTRL | Qt::ALT | Qt::SHIFT | Qt::Key_V};
        keys.pasteQuoted = {Qt::CTRL | Qt::SHIFT | Qt::Key_V};
        keys.findNext = {Qt::CTRL | Qt::Key_G};
        keys.findPrevious = {Qt::CTRL | Qt::SHIFT | Qt::Key_G};
        keys.replace = {Qt::CTRL | Qt::ALT | Qt::Key_F};
        keys.nextArea.append(Qt::META | Qt::Key_Tab);
        // Which of the two a keyboard sends with Shift is the system's affair.
        keys.previousArea.append(Qt::META | Qt::SHIFT | Qt::Key_Tab);
        keys.previousArea.append(Qt::META | Qt::SHIFT | Qt::Key_Backtab);
    } else {
        keys.pastePlain = {Qt::CTRL | Qt::SHIFT | Qt::Key_V};
        keys.pasteQuoted = {Qt::CTRL | Qt::SHIFT | Qt::Key_O};
        keys.findNext = {Qt::Key_F3};
        keys.findPrevious = {Qt::SHIFT | Qt::Key_F3};
        keys.replace = {Qt::CTRL | Qt::Key_H};
    }
    return keys;
}

ComposeKeys ComposeKeys::here()
{
#ifdef Q_OS_MACOS
    return of(Keyboard::Mac);
#else
    return of(Keyboard::Pc);
#endif
}

} // namespace pennypost
