// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QSet>
#include <QString>

#include <memory>

namespace pennypost {

/// Who is working on a row: a name for one open Database, held up by a lock file `owners/NAME.lock` in the
/// profile for as long as it is open. When a process ends, however it ends, its lock falls; so another
/// process can tell work that is under way from work that was left behind. Made by Database, asked by
/// OutboxStore::recover(). The thread of its Database.
class StoreOwner
{
public:
    /// Empty: a database in memory, which no other process can see.
    explicit StoreOwner(const QString &profile);

    /// Takes the lock at the first call. Empty if it could not be taken, as with an unusable
    /// Database.
    QString token();
    /// The names whose locks are held, our own included. Lock files left behind are removed.
    QSet<QString> living();

private:
    QString m_folder;
    QString m_token;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace pennypost
