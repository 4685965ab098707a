// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/Attachment.h"
#include "core/mime/MimePart.h"

namespace pennypost {

/// An attachment as a part of the letter: base64, so its bytes arrive exactly as they are, with its name by
/// RFC 2231 and, beside, by RFC 2047. message/* may not be encoded (RFC 2046 5.2.1): it goes as it lies, or,
/// where its lines don't fit the wire, under application/octet-stream. text/* gets the charset that its
/// octets tell, or that its type names; a text in none is application/octet-stream too. Looks whether the
/// file is there and unchanged; reads it only for message/* and text/*. `mark`: what this letter's boundaries
/// begin with.
Result<MimePart, MimeError> attachmentPart(const Attachment &attachment, const QByteArray &mark);

/// Its octets as they are. Fails if its file is not there or not what it was.
Result<std::unique_ptr<ByteSource>, MimeError> openContent(const Attachment &attachment);

} // namespace pennypost
