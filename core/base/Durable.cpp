// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Durable.h"

#include <QFileInfo>

#include <filesystem>
#include <system_error>

namespace pennypost {

namespace {

std::filesystem::path native(const QString &path)
{
    return {path.toStdU16String()};
}

} // namespace

Result<void, QString> putInPlace(QFile &file, const QString &target)
{
    const QString name = file.fileName();
    if (!flushToDisk(file)) {
        const QString reason = file.errorString();
        file.remove();
        return Failure{reason};
    }
    file.close(); // Windows renames no open file
    std::error_code failure;
    std::filesystem::rename(native(name), native(target), failure); // unlike QFile's, over what is there
    if (failure) {
        QFile::remove(name);
        return Failure{QString::fromStdString(failure.message())};
    }
    const QString from = QFileInfo(name).absolutePath();
    const QString to = QFileInfo(target).absolutePath();
    flushFolderToDisk(to);
    if (from != to)
        flushFolderToDisk(from);
    return {};
}

} // namespace pennypost
