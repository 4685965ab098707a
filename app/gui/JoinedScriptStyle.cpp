// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/JoinedScriptStyle.h"

#include <QApplication>

namespace pennypost {

void JoinedScriptStyle::installIfNeeded()
{
    if (QGuiApplication::isRightToLeft())
        QApplication::setStyle(new JoinedScriptStyle);
}

int JoinedScriptStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                 QStyleHintReturn *returned) const
{
    return hint == SH_UnderlineShortcut ? 0 : QProxyStyle::styleHint(hint, option, widget, returned);
}

} // namespace pennypost
