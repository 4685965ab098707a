// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QIODevice>
#include <QList>
#include <QString>

#include <memory>

namespace pennypost {

/// One field of a header as it was received: name as written, value unfolded, decoded by RFC 2047 and
/// sanitised (no control characters), and the raw bytes.
struct ReceivedField
{
    QByteArray name;
    QString value;
    QByteArray raw;
    bool isOfMailboxes = false; ///< "To" and its like: `value` is for parseMailboxes()
};

/// A part of a received letter. Leaves know where their bytes lie, they don't hold them.
struct ReceivedPart
{
    QList<ReceivedField> header;
    QByteArray mimeType;         ///< lower case, "text/plain" by default
    QByteArray charset;          ///< lower case, may be empty
    bool isFlowed = false;       ///< text/plain by RFC 3676
    bool delSp = false;          ///< of a flowed text
    QByteArray disposition;      ///< lower case, may be empty
    QByteArray contentId;        ///< without <>
    QByteArray transferEncoding; ///< lower case, "7bit" by default
    QString fileName;            ///< by RFC 2231, else RFC 2047, else raw; sanitised; may be empty
    qint64 bodyOffset = 0;       ///< in the device, octets
    qint64 bodyLength = 0;
    QList<ReceivedPart> children; ///< of a multipart; of a letter within the letter the one that it is
    bool isCut = false;           ///< there is more of its header or in it than MimeLimits let be read

    QString field(QByteArrayView name) const; ///< the first of that name, empty if none
    bool isMultipart() const { return mimeType.startsWith("multipart/"); }
    /// A letter within the letter (RFC 2046 5.2.1, RFC 6532 3.7). It is a leaf all the same, whose bytes are
    /// its own letter; its one child is that letter's tree, where no encoding hides it.
    bool isLetter() const { return mimeType == "message/rfc822" || mimeType == "message/global"; }
};

/// Limits that make a hostile letter cheap. What lies beyond is passed over, and the part says so.
struct MimeLimits
{
    qint64 headerOctets = 1 << 20;    ///< of one header; the letter's own has to end within
    qint64 allHeaderOctets = 8 << 20; ///< of all together, where each field counts for 64 more
    int depth = 50;
    int parts = 2'000;
};

enum class MimeParseError {
    CannotRead,
    HeaderTooLong, ///< of the letter itself: it is none
};

/// Reads a letter's structure: tolerant (bare LF, missing boundaries, wrong labels), bounded by MimeLimits,
/// linear, never recursing on input. The device must be seekable and stay open while contents are asked for.
/// Used by the "as received" view and pennypost-cli. Any thread, one at a time.
Result<ReceivedPart, MimeParseError> parseMime(QIODevice &device, const MimeLimits &limits = {});

/// The part's bytes without their transfer encoding, at most `limit` octets of them.
QByteArray decodedBytes(QIODevice &device, const ReceivedPart &part, qint64 limit);
/// The same as text by its charset (UTF-8, then Windows-1252 where the label is unknown or wrong); a flowed
/// one with a line for each paragraph.
QString decodedText(QIODevice &device, const ReceivedPart &part, qint64 limit);
/// Streams the part's bytes without their transfer encoding into `sink`; false if either device fails.
bool copyDecoded(QIODevice &device, const ReceivedPart &part, QIODevice &sink);

} // namespace pennypost
