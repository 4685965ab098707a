// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Durable.h"

#include <fcntl.h>
#include <unistd.h>

namespace pennypost {

namespace {

bool sync(int descriptor)
{
#ifdef F_FULLFSYNC
    // macOS: fsync alone leaves the bytes in the drive's own cache.
    if (::fcntl(descriptor, F_FULLFSYNC) == 0)
        return true;
#endif
    return ::fsync(descriptor) == 0;
}

} // namespace

bool flushToDisk(QFile &file)
{
    return file.flush() && sync(file.handle());
}

bool flushFolderToDisk(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool done = sync(descriptor);
    ::close(descriptor);
    return done;
}

} // namespace pennypost
