// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/FilePermissions.h"

#include <QFile>

namespace pennypost {

bool makeUnreadable(const QString &file)
{
    return QFile::setPermissions(file, QFile::Permissions()) && !QFile(file).open(QIODevice::ReadOnly);
}

} // namespace pennypost
