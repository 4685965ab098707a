// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/Attachment.h"
#include "core/store/BlobStore.h"
#include "core/store/StoreError.h"

#include <QImage>

#include <memory>
#include <optional>

namespace pennypost {

/// A pasted picture on its way into the BlobStore: encoded and written by run(), on the store's thread. A
/// draft saved meanwhile is handed over after it on the same thread and finds the result here, so the picture
/// is in it even if the window has gone. run() once, before anyone reads `result`.
struct PictureCapture
{
    QImage picture;
    QString fileName;
    std::optional<Result<Attachment, StoreError>> result;

    /// Lossless PNG. Slow for large pictures: never on the GUI thread.
    void run(const BlobStore &blobs);
};

using PictureCapturePtr = std::shared_ptr<PictureCapture>;

} // namespace pennypost
