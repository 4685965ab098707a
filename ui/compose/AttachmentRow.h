// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/BlobCapture.h"
#include "ui/compose/AttachmentModel.h"

namespace pennypost {

/// One attachment on its way into the letter or in it. For AttachmentModel's own two files. GUI thread.
struct AttachmentModel::Row
{
    quint64 id = 0;
    quint64 asked = 0; ///< when its bytes were, counted: a later one is the newer version
    State state = State::Capturing;
    Attachment attachment; ///< whole once Ready; before, the name and what is known of the size
    QString path;          ///< of a file's source
    qint64 done = 0;
    StoreError error;
    std::unique_ptr<BlobCapture> capture;
    PictureCapturePtr picture; ///< until it is ready
    bool mayRepeat = false;    ///< it was decided that it is in the letter, whatever else is
};

} // namespace pennypost
