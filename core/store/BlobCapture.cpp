// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/BlobCapture.h"

#include "core/store/Background.h"
#include "core/store/WorkerPool.h"

#include <QFile>

namespace pennypost {

namespace {

constexpr qint64 firstOctets = 4096;

/// Waits at its end, when the program ends, for captures that have been told to stop.
WorkerPool &capturePool()
{
    static WorkerPool pool(2);
    return pool;
}

QByteArray firstBytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(firstOctets) : QByteArray();
}

} // namespace

BlobCapture::BlobCapture(BlobStore store, QString path, QObject *parent)
    : QObject(parent),
      m_store(std::move(store)),
      m_path(std::move(path)),
      m_cancelled(std::make_shared<std::atomic_bool>(false))
{
}

BlobCapture::~BlobCapture()
{
    *m_cancelled = true;
}

void BlobCapture::start()
{
    capturePool().start(
        [store = m_store, path = m_path, cancelled = m_cancelled, back = WayBack(this), self = this] {
            // One progress() on its way at a time: a fast disk does not flood the event loop.
            auto underWay = std::make_shared<std::atomic_bool>(false);
            const auto captured = store.capture(path, [&](qint64 done, qint64 total) {
                if (!underWay->exchange(true)) {
                    back.post([=] {
                        *underWay = false;
                        Q_EMIT self->progress(done, total);
                    });
                }
                return !*cancelled;
            });
            if (captured) {
                // From our copy, which is what will be sent.
                const QByteArray first = firstBytesOf(captured->content.path);
                back.post([=, blob = *captured] { Q_EMIT self->captured(blob, first); });
            } else {
                back.post([=, error = captured.error()] { Q_EMIT self->failed(error); });
            }
        });
}

} // namespace pennypost
