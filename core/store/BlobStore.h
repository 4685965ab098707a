// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/message/Attachment.h"
#include "core/store/StoreError.h"

#include <QIODevice>
#include <QString>

#include <functional>

namespace pennypost {

struct CapturedBlob
{
    BlobContent content;
    qint64 size = 0;
};

/// Attachment bytes by content hash, in `blobs/ab/cdef...` of the profile: captured once when attached, so
/// that the source may change, move or vanish. A blob is complete and on disk (fsync) before its name exists;
/// equal contents are one file. Synchronous and free of state beside the folder: any thread, several at a
/// time; BlobCapture runs it beside the GUI.
class BlobStore
{
public:
    explicit BlobStore(QString folder);

    /// Streams the file in. `progress(done, total)` is asked after each megabyte; false from it cancels. Free
    /// space is looked at first (DiskFull); a source that grows, shrinks or is written to meanwhile is
    /// SourceChanged.
    Result<CapturedBlob, StoreError> capture(const QString &path,
                                             const std::function<bool(qint64, qint64)> &progress = {}) const;
    Result<CapturedBlob, StoreError> captureBytes(const QByteArray &bytes) const;
    /// What `write` puts into the device that it is given, about `expected` octets (0: nobody knows), for
    /// which there has to be room. CannotRead where it gives false and the disk is not to blame.
    Result<CapturedBlob, StoreError> captureWritten(qint64 expected,
                                                    const std::function<bool(QIODevice &sink)> &write) const;
    BlobContent contentFor(const QByteArray &sha256) const;
    bool contains(const QByteArray &sha256) const;
    /// Deletes what no hash in `kept` names and is older than an hour (a capture may be under way), of files
    /// that are named as ours are; returns how many octets.
    qint64 sweep(const QList<QByteArray> &kept) const;

private:
    QString m_folder;
};

} // namespace pennypost
