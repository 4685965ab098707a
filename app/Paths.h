// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>

namespace pennypost {

/// Where a profile keeps what: everything of Pennypost's is under one folder, readable by its owner alone.
/// The default is QStandardPaths::AppDataLocation; `--profile DIR` isolates everything, the keychain's
/// service name included.
struct Paths
{
    QString profile;         ///< absolute
    QString accounts;        ///< accounts.json
    QString database;        ///< pennypost.sqlite
    QString blobs;           ///< blobs/
    QString practice;        ///< practice/: received .eml files
    QString keychainService; ///< "Pennypost", or "Pennypost HASH" for a profile of its own

    /// Makes the folders; the error is the system's words with the path.
    static Result<Paths, QString> open(const QString &profile = {});
};

} // namespace pennypost
