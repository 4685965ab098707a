// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StoreOwner.h"

#include "core/base/PrivateFiles.h"
#include "core/base/UniqueIds.h"

#include <QDir>

namespace pennypost {

namespace {

constexpr QLatin1StringView suffix(".lock");

/// Never stale by age: a letter of a gigabyte takes its time. A process that has ended is recognised by its
/// id, its name and the machine's boot.
std::unique_ptr<QLockFile> lockAt(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(path);
    lock->setStaleLockTime(0);
    return lock;
}

} // namespace

StoreOwner::StoreOwner(const QString &profile)
    : m_folder(profile.isEmpty() ? QString() : profile + QStringLiteral("/owners"))
{
}

QString StoreOwner::token()
{
    if (!m_token.isEmpty())
        return m_token;
    const auto token = QString::fromLatin1(RandomIds().next());
    if (!m_folder.isEmpty()) {
        const QString path = m_folder + u'/' + token + suffix;
        auto lock = lockAt(path);
        if (!makePrivateFolder(m_folder, {u'*' + suffix}) || !lockPrivately(*lock, path, 0))
            return {};
        m_lock = std::move(lock);
    }
    m_token = token;
    return m_token;
}

QSet<QString> StoreOwner::living()
{
    QSet<QString> names;
    if (!m_token.isEmpty())
        names.insert(m_token);
    if (m_folder.isEmpty())
        return names;
    const auto files = QDir(m_folder).entryList({u'*' + suffix}, QDir::Files | QDir::Hidden);
    for (const QString &file : files) {
        const QString name = file.chopped(suffix.size());
        // Whoever can take the lock has proof that its owner has gone; unlocking removes the file.
        if (name != m_token && !lockAt(m_folder + u'/' + file)->tryLock(0))
            names.insert(name);
    }
    return names;
}

} // namespace pennypost
