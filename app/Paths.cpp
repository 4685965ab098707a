// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Paths.h"

#include "core/base/PrivateFiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <array>
#include <utility>

namespace pennypost {

namespace {

/// Makes the profile for its owner alone. One that is there already keeps its permissions, unless it is
/// empty: then it becomes ours now. A person's folder with other things in it is not for us to close.
Result<void, QString> makeProfile(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir()) {
        if (QDir(path).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
            QFile::setPermissions(path, ownerOnlyFolder);
    } else if (!QDir().mkpath(info.path()) || !QDir(info.path()).mkdir(info.fileName(), ownerOnlyFolder)) {
        // Another process may have made it in between.
        if (const QString reason = qt_error_string(); !QFileInfo(path).isDir())
            return Failure{QString(path + u": " + reason)};
    }
    if (!QFileInfo(path).isWritable())
        return Failure{QString(path + u": not writable")};
    return {};
}

QString serviceFor(const QString &profile, const QString &usual)
{
    const QString canonical = QFileInfo(profile).canonicalFilePath();
    if (canonical == QFileInfo(usual).canonicalFilePath())
        return QStringLiteral("Pennypost");
    const auto hash = QCryptographicHash::hash(canonical.toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("Pennypost ") + QString::fromLatin1(hash.toHex().first(16));
}

} // namespace

Result<Paths, QString> Paths::open(const QString &profile)
{
    const QString usual = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    Paths paths;
    paths.profile = QDir::cleanPath(QFileInfo(profile.isEmpty() ? usual : profile).absoluteFilePath());
    const QDir folder(paths.profile);
    paths.accounts = folder.filePath(QStringLiteral("accounts.json"));
    paths.database = folder.filePath(QStringLiteral("pennypost.sqlite"));
    paths.blobs = folder.filePath(QStringLiteral("blobs"));
    paths.practice = folder.filePath(QStringLiteral("practice"));
    if (auto made = makeProfile(paths.profile); !made)
        return Failure{made.error()};
    // What BlobStore and PracticeFolder put there. A profile may be given a person's own folder, where a
    // `blobs` or `practice` with anything else in it is theirs: it stays as open as they made it.
    const std::array<std::pair<QString, QStringList>, 2> folders{
        {{paths.blobs, {QStringLiteral("[0-9a-f][0-9a-f]"), QStringLiteral("incoming-*")}},
         {paths.practice, {QStringLiteral("????????T??????Z-*.eml*")}}}};
    for (const auto &[each, ours] : folders) {
        if (const bool made = makePrivateFolder(each, ours); !made || !QFileInfo(each).isWritable())
            return Failure{
                QString(each + u": " + (made ? QStringLiteral("not writable") : qt_error_string()))};
    }
    paths.keychainService = serviceFor(paths.profile, usual);
    return paths;
}

} // namespace pennypost
