// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Durable.h"

#include <QDir>

#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>

namespace pennypost {

bool flushToDisk(QFile &file)
{
    if (!file.flush())
        return false;
    // By a handle of our own: QFile has none to give here. What is flushed is the file, not the handle.
    const QString path = QDir::toNativeSeparators(QFileInfo(file.fileName()).absoluteFilePath());
    const HANDLE handle = ::CreateFileW(reinterpret_cast<const wchar_t *>(path.utf16()), GENERIC_WRITE,
                                        FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                        OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return false;
    const bool done = ::FlushFileBuffers(handle) != 0;
    ::CloseHandle(handle);
    return done;
}

bool flushFolderToDisk(const QString &)
{
    return true; // NTFS journals names itself
}

} // namespace pennypost
