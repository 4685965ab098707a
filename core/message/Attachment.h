// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <variant>

namespace pennypost {

/// Bytes captured in core/store's BlobStore: the file is named by its content, so it can't change under us.
struct BlobContent
{
    QByteArray sha256; ///< 32 bytes
    QString path;      ///< absolute, within the profile
    bool operator==(const BlobContent &) const = default;
};

/// A file that is read where it lies (the command line does that): it must not change between `build` and the
/// last byte, which MimeSource checks by size and time.
struct FileContent
{
    QString path; ///< absolute
    QDateTime modified;
    bool operator==(const FileContent &) const = default;
};

/// Bytes in memory: small things that never were a file, such as a pasted picture.
struct MemoryContent
{
    QByteArray bytes;
    bool operator==(const MemoryContent &) const = default;
};

/// One attached or inline file of a Message. A value; any thread.
struct Attachment
{
    enum class Disposition { Attachment, Inline };

    QString fileName;    ///< for the receiver; no path, no control characters
    QByteArray mimeType; ///< "image/png"; from mimeTypeFor()
    Disposition disposition = Disposition::Attachment;
    QByteArray contentId; ///< without <>, for an inline part; else empty
    qint64 size = 0;      ///< octets before any transfer encoding
    std::variant<MemoryContent, FileContent, BlobContent> content;

    bool operator==(const Attachment &) const = default;
};

/// The type for a name and, for what the name does not tell, the content's first bytes (up to 4 KiB are
/// looked at): QMimeDatabase with our overrides (.asc is no text/plain, .msg is application/vnd.ms-outlook).
/// text/* without a known charset and message/* that would need re-encoding come out as they are: the bytes
/// are never touched.
QByteArray mimeTypeFor(const QString &fileName, QByteArrayView firstBytes);

/// Removes what could fool a receiver from a file name: directories, control characters, bidirectional
/// overrides, leading dots and blanks at the ends. Never empty: "attachment" if nothing is left.
QString safeFileName(const QString &name);

/// The same short enough for any file system: what is too long loses of its stem, not of its suffix.
QString fileNameToSave(const QString &name);

} // namespace pennypost
