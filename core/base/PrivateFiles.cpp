// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/PrivateFiles.h"

#include "core/base/Durable.h"
#include "core/base/UniqueIds.h"

#include <QDir>
#include <QFileInfo>

namespace pennypost {

namespace {

constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                        QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;

/// A link is followed, as QSaveFile does: some keep their settings elsewhere.
QString behindLink(const QString &path)
{
    const QFileInfo info(path);
    return info.isSymLink() ? info.symLinkTarget() : path;
}

bool holdsNothingBut(const QStringList &ours, const QString &folder)
{
    constexpr auto everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    const QDir dir(folder);
    const auto all = dir.entryList(everything).size();
    return all == (ours.isEmpty() ? 0 : dir.entryList(ours, everything).size());
}

} // namespace

bool makePrivateFolder(const QString &path, const QStringList &ours)
{
    const QFileInfo info(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    if (info.isDir()) {
        if (!info.isSymLink() && (info.permissions() & others) && holdsNothingBut(ours, info.filePath()))
            QFile::setPermissions(info.filePath(), ownerOnlyFolder);
        return true;
    }
    // What is above and there already may be anybody's.
    const QString above = info.path();
    if (!QFileInfo(above).isDir() && (above == info.filePath() || !makePrivateFolder(above)))
        return false;
    return QDir().mkdir(info.filePath(), ownerOnlyFolder) ||
           QFileInfo(info.filePath()).isDir(); // another process was faster
}

bool lockPrivately(QLockFile &lock, const QString &path, int milliseconds)
{
    if (!lock.tryLock(milliseconds))
        return false;
    QFile::setPermissions(path, ownerOnlyFile);
    return true;
}

PrivateSaveFile::PrivateSaveFile(const QString &target)
    : m_target(target), m_file(behindLink(target) + u'.' + QString::fromLatin1(RandomIds().next().first(10)))
{
}

PrivateSaveFile::~PrivateSaveFile()
{
    if (m_file.isOpen())
        m_file.remove();
}

bool PrivateSaveFile::open()
{
    const QFileInfo there(m_target);
    if (there.exists() && (!there.isFile() || !there.isWritable())) {
        m_error = m_target + u": " + (there.isFile() ? u"write-protected" : u"not a file");
        return m_good = false;
    }
    return m_good = m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnlyFile);
}

bool PrivateSaveFile::write(QByteArrayView bytes)
{
    m_good = m_good && m_file.write(bytes.data(), bytes.size()) == bytes.size();
    return m_good;
}

bool PrivateSaveFile::commit()
{
    if (!m_good || !m_file.isOpen())
        return m_good = false;
    if (auto placed = putInPlace(m_file, behindLink(m_target)); !placed) {
        m_error = placed.error();
        return m_good = false;
    }
    return true;
}

QString PrivateSaveFile::errorString() const
{
    return m_error.isEmpty() ? m_file.errorString() : m_error;
}

} // namespace pennypost
