// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts/ShortcutArea.h"

#include <algorithm>

namespace pennypost {

const ShortcutCommand &ShortcutArea::command(QStringView id) const
{
    const auto found = std::find_if(commands.begin(), commands.end(),
                                    [id](const ShortcutCommand &command) { return command.id == id; });
    if (found == commands.end())
        qFatal("there is no command %s", qPrintable(id.toString()));
    return *found;
}

} // namespace pennypost
