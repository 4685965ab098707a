// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mime/ByteSource.h"

#include <QDateTime>
#include <QFile>

namespace pennypost {

/// What a file must look like for its bytes to be those that were attached.
struct FileStamp
{
    QString path;
    qint64 size = 0;
    QDateTime modified; ///< invalid: not compared (a blob is named by its content)
};

/// A file's bytes as they are, read without a buffer of its own in whatever portions are asked for. The file
/// is held against its stamp when it is opened and after each read, so a letter never ends with a piece of
/// another version: it fails and names the file.
class FileSource final : public ByteSource
{
public:
    explicit FileSource(FileStamp stamp) : m_stamp(std::move(stamp)) {}

    /// Is it there, a plain file, readable, and as the stamp says? Reads nothing.
    Result<void, MimeError> check();

    qint64 size() const override { return m_stamp.size; }
    Result<qsizetype, MimeError> read(std::span<char> buffer) override;
    void rewind() override;

private:
    Result<void, MimeError> compareWithStamp() const;
    Result<void, MimeError> open();
    MimeError error(MimeError::Kind kind, const QString &detail = {}) const;

    FileStamp m_stamp;
    QFile m_file;
    qint64 m_at = 0;
    bool m_finished = false;
};

} // namespace pennypost
