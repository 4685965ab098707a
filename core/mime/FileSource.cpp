// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/FileSource.h"

#include <QFileInfo>

#include <algorithm>

namespace pennypost {

using Kind = MimeError::Kind;

Result<void, MimeError> FileSource::check()
{
    auto opened = open();
    rewind();
    return opened;
}

Result<qsizetype, MimeError> FileSource::read(std::span<char> buffer)
{
    if (!m_file.isOpen() && !m_finished) {
        if (auto opened = open(); !opened)
            return Failure{opened.error()};
    }
    const qint64 wanted = std::min<qint64>(qint64(buffer.size()), m_stamp.size - m_at);
    const qint64 count = wanted > 0 ? m_file.read(buffer.data(), wanted) : 0;
    if (count < 0)
        return Failure{error(Kind::FileUnreadable, m_file.errorString())};
    // After the read: whatever changed before these bytes were taken shows now.
    if (auto same = compareWithStamp(); !same)
        return Failure{same.error()};
    if (count == 0 && wanted > 0)
        return Failure{error(Kind::FileChanged)};
    m_at += count;
    if (m_at == m_stamp.size) {
        // Not with the source itself: a letter may have more files than a process may hold open.
        m_file.close();
        m_finished = true;
    }
    return qsizetype(count);
}

void FileSource::rewind()
{
    m_file.close();
    m_at = 0;
    m_finished = false;
}

Result<void, MimeError> FileSource::open()
{
    // A pipe or a device must not even be opened: that alone can block or have effects.
    if (auto same = compareWithStamp(); !same)
        return same;
    m_file.setFileName(m_stamp.path);
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Failure{error(Kind::FileUnreadable, m_file.errorString())};
    // Some file systems call everything empty; what is then read would be cut off in silence.
    char first = 0;
    if (m_stamp.size == 0 && m_file.read(&first, 1) > 0)
        return Failure{error(Kind::FileChanged)};
    return {};
}

Result<void, MimeError> FileSource::compareWithStamp() const
{
    // A fresh QFileInfo each time: an open QFile remembers what it once saw.
    const QFileInfo now(m_stamp.path);
    if (!now.exists())
        return Failure{error(Kind::FileMissing)};
    if (!now.isFile())
        return Failure{error(Kind::FileUnreadable)};
    const bool sameTime = !m_stamp.modified.isValid() || now.lastModified() == m_stamp.modified;
    if (now.size() != m_stamp.size || !sameTime)
        return Failure{error(Kind::FileChanged)};
    return {};
}

MimeError FileSource::error(Kind kind, const QString &detail) const
{
    return {kind, m_stamp.path, detail};
}

} // namespace pennypost
