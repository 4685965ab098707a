// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pennypost {

/// Root gives up the right to read and write what permissions forbid, so that it can meet such a file: this
/// thread and those it starts from now on (hence from initTestCase), for as long as the process lives. Does
/// nothing outside Linux.
void obeyFilePermissions();
/// A file that its owner, too, may not read. False where there is no such thing: on Windows, and for whom
/// permissions don't stop.
bool makeUnreadable(const QString &file);

} // namespace pennypost
