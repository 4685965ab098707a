// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/InputSpool.h"

#include "core/base/PrivateFiles.h"
#include "core/base/UniqueIds.h"

#include <QDir>

namespace pennypost {

namespace {

constexpr QLatin1StringView letterSuffix(".eml");
constexpr QLatin1StringView lockSuffix(".lock");
constexpr qint64 portion = qint64(64) * 1024;

/// From the first line on that is a dot alone.
bool cutAtDot(QFile &file)
{
    if (!file.open(QIODevice::ReadWrite))
        return false;
    bool atLineStart = true;
    for (qint64 start = 0; !file.atEnd(); start = file.pos()) {
        const QByteArray line = file.readLine(portion); // a long line comes in pieces
        const bool isDot = line == ".\n" || line == ".\r\n" || (line == "." && file.atEnd());
        if (atLineStart && isDot) {
            const bool cut = file.resize(start);
            file.close();
            return cut;
        }
        atLineStart = line.endsWith('\n');
    }
    file.close();
    return true;
}

} // namespace

InputSpool::InputSpool(const QString &base) : m_lock(base + lockSuffix), m_file(base + letterSuffix)
{
    m_lock.setStaleLockTime(0); // a letter takes its time: stale is only what a process left that is gone
}

InputSpool::~InputSpool()
{
    if (m_lock.isLocked())
        m_file.remove(); // first: without its lock it would be anybody's
}

Result<std::unique_ptr<InputSpool>, QString> InputSpool::fill(const QString &folder, StandardInput &input,
                                                              bool dotEnds)
{
    const QString base = folder + u"/input-" + QString::fromLatin1(RandomIds().next());
    std::unique_ptr<InputSpool> spool(new InputSpool(base));
    if (!lockPrivately(spool->m_lock, base + lockSuffix, 0))
        return Failure{QStringLiteral("no lock file could be made in the profile")};
    QFile &file = spool->m_file;
    const bool kept = file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnlyFile) &&
                      input.copyRest(file) && file.flush();
    if (!kept)
        return Failure{file.error() == QFileDevice::NoError ? QString() : file.errorString()};
    file.close();
    if (dotEnds && !cutAtDot(file))
        return Failure{file.errorString()};
    return spool;
}

void InputSpool::removeStale(const QString &folder)
{
    const QDir dir(folder);
    // By the locks: a letter without one is not ours, but of a person whose own folder is the profile.
    const QStringList locks = dir.entryList({u"input-*" + lockSuffix}, QDir::Files | QDir::Hidden);
    for (const QString &name : locks) {
        const QString base = dir.filePath(name.chopped(lockSuffix.size()));
        InputSpool left(base);
        // Whoever can take the lock has proof that its owner has gone, and is the owner from here on: its end
        // removes the letter and then, by unlocking, the lock's file.
        (void)left.m_lock.tryLock(0);
    }
}

} // namespace pennypost
