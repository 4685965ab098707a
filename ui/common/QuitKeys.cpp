// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/QuitKeys.h"

namespace pennypost {

QList<QKeySequence> quitKeys()
{
    const QList<QKeySequence> keys = QKeySequence::keyBindings(QKeySequence::Quit);
    return keys.isEmpty() ? QList<QKeySequence>{Qt::CTRL | Qt::Key_Q} : keys;
}

} // namespace pennypost
