// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/BlobStore.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace pennypost {

/// One file on its way into the BlobStore, on a thread of its own pool (two at a time: the disk is the
/// limit). GUI thread. Exactly one of captured() and failed(), from the event loop; destroying it cancels.
class BlobCapture : public QObject
{
    Q_OBJECT

public:
    BlobCapture(BlobStore store, QString path, QObject *parent = nullptr);
    ~BlobCapture() override;
    void start();

Q_SIGNALS:
    void progress(qint64 done, qint64 total);
    /// `firstBytes`: up to 4 KiB of it, for mimeTypeFor().
    void captured(const pennypost::CapturedBlob &blob, const QByteArray &firstBytes);
    void failed(const pennypost::StoreError &error);

private:
    BlobStore m_store;
    QString m_path;
    std::shared_ptr<std::atomic_bool> m_cancelled;
};

} // namespace pennypost

Q_DECLARE_METATYPE(pennypost::CapturedBlob)
