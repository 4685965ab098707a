// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Run.h"
#include "app/cli/Terminal.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    pennypost::terminal::prepare();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("Pennypost"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PENNYPOST_VERSION));
    return static_cast<int>(pennypost::runCommandLine(QCoreApplication::arguments().mid(1)));
}
