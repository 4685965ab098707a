// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/UniqueIds.h"
#include "core/message/Message.h"
#include "core/mime/MimeSource.h"

namespace pennypost {

/// Makes a letter's bytes from a Message (RFC 5322, 2045-2049, 2183, 2231): text/plain or
/// multipart/alternative, with inline parts in multipart/related and attachments in multipart/mixed; headers
/// in ASCII by RFC 2047 and 2231 with the RFC 2047 `name=` beside; no Bcc, no trace of host or client.
/// Boundaries are derived from `messageId`, so the same Message gives the same bytes. Texts beyond ASCII and
/// attached letters have a form for servers with 8BITMIME beside the one in 7 bits (MimeSource::useEightBit).
/// Requires `from`, `messageId` and `date`. Opens each file once to see that it is there. Used by Outbox,
/// pennypost-cli. Any thread.
///
///     auto source = buildMime(stamped(message, clock, ids));
///     if (!source) return source.error();   // a MimeError that names the file or field
Result<std::unique_ptr<MimeSource>, MimeError> buildMime(const Message &message);

/// What of it somebody may sign or encrypt: the texts and files as a MIME entity (RFC 2045 2.4), without the
/// letter's own header. All of it in 7 bits, and no line that a mail system would change (RFC 3156 3), but
/// for attached letters, which can't be encoded. What came of it is Message::entity.
Result<std::unique_ptr<MimeSource>, MimeError> buildEntity(const Message &message);

/// The message with a Date and a Message-ID, where it has none yet. The Message-ID is in `domain`, or where
/// that is empty in From's.
Message stamped(Message message, const class Clock &clock, UniqueIds &ids, const QString &domain = {});

/// A finished letter from a file as it lies there (pennypost-cli send --eml): bare LF becomes CRLF, a Bcc
/// field is left out, everything else goes out byte for byte. Reads the file once to know its size.
/// FileChanged if it changes later.
Result<std::unique_ptr<MimeSource>, MimeError> openEml(const QString &path);

} // namespace pennypost
