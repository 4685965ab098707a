// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Desktop.h"

#include <QString>
#include <QStringList>
#include <QtGlobal>

namespace pennypost {

Desktop currentDesktop()
{
#if defined(Q_OS_WIN)
    return Desktop::Windows;
#elif defined(Q_OS_MACOS)
    return Desktop::MacOs;
#else
    // A list from the most to the least special: "ubuntu:GNOME".
    const QStringList names = qEnvironmentVariable("XDG_CURRENT_DESKTOP").toLower().split(u':');
    for (const QString &name : names) {
        if (name == u"kde")
            return Desktop::Kde;
        for (const char16_t *gnome :
             {u"gnome", u"unity", u"x-cinnamon", u"cinnamon", u"mate", u"budgie", u"pantheon"}) {
            if (name == QStringView(gnome))
                return Desktop::Gnome;
        }
    }
    return Desktop::OtherUnix;
#endif
}

} // namespace pennypost
