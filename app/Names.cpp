// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Names.h"

#include <QCoreApplication>

namespace pennypost {

void setApplicationNames()
{
    QCoreApplication::setApplicationName(QStringLiteral("pennypost"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PENNYPOST_VERSION));
}

} // namespace pennypost
