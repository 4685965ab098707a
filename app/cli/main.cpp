// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Names.h"
#include "app/cli/Run.h"
#include "app/cli/Terminal.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    pennypost::terminal::prepare();
    pennypost::setApplicationNames();
    const QCoreApplication application(argc, argv);
    return static_cast<int>(pennypost::runCommandLine(QCoreApplication::arguments().mid(1)));
}
