// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QFile>
#include <QString>

namespace pennypost {

/// What QFile has no word for: that bytes and names are on the disk, not only with the system. Written once
/// for each kind of system (Durable_unix.cpp, Durable_win.cpp). Any thread.

/// The bytes written so far. False with the system's reason in file.errorString() or errno.
bool flushToDisk(QFile &file);
/// The names in a folder, so that a rename survives a power cut. True where the system does that by itself.
bool flushFolderToDisk(const QString &folder);
/// Gives a file that has been written its place, replacing what is there: a crash at any moment leaves the
/// old one or the whole new one under `target`. Afterwards `file` is closed; if it could not be done, it is
/// gone and the error is the system's reason.
Result<void, QString> putInPlace(QFile &file, const QString &target);

} // namespace pennypost
