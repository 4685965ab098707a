// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/PictureCapture.h"

#include <QBuffer>

namespace pennypost {

void PictureCapture::run(const BlobStore &blobs)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !picture.save(&buffer, "PNG")) {
        result = Failure{StoreError{StoreError::Kind::CannotRead, fileName}};
        return;
    }
    const auto captured = blobs.captureBytes(bytes);
    if (!captured) {
        result = Failure{captured.error()};
        return;
    }
    picture = {}; // not before: on a disk that is full it is the only one there is
    Attachment attachment;
    attachment.fileName = fileName;
    attachment.mimeType = "image/png";
    attachment.size = captured->size;
    attachment.content = captured->content;
    result = attachment;
}

} // namespace pennypost
