// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/MimeError.h"
#include "core/base/Result.h"

#include <QString>

#include <memory>
#include <optional>
#include <span>

namespace pennypost {

/// The exact bytes of one letter, from header to last CRLF, made on demand: the wire, a retry, the Sent copy
/// and an export all read the same bytes from it (the receipt tells which of its forms went out). Lines end
/// in CRLF, none is over 998 octets, nothing is dot-stuffed. Memory stays constant whatever the attachments'
/// size. Used by Submitter (on the submission thread), pennypost-cli build and whoever exports; one thread at
/// a time, movable between threads between calls.
class MimeSource
{
public:
    MimeSource() = default;
    MimeSource(const MimeSource &) = delete;
    MimeSource &operator=(const MimeSource &) = delete;
    virtual ~MimeSource() = default;

    /// Exact number of octets, known before the first read, by formula.
    virtual qint64 size() const = 0;
    /// What the bytes ask of a server: any octet over 127 (8BITMIME, RFC 6152), or UTF-8 in a header
    /// (SMTPUTF8).
    virtual bool hasEightBitBody() const = 0;
    virtual bool hasUtf8Headers() const = 0;
    /// How long the letter's other form is, which a server with 8BITMIME gets: its texts as they were typed.
    /// Nothing where there is none.
    virtual std::optional<qint64> eightBitSize() const { return std::nullopt; }
    /// Which of the two all else is about from now on, from its first octet; at first the one in 7 bits. Of
    /// no effect where there is only one.
    virtual void useEightBit(bool eightBit) { Q_UNUSED(eightBit) }
    /// Fills the front of `buffer` (any size from 1), returns how much; 0 only at the end. After an error
    /// nothing more can be read until rewind(). Reading exactly size() octets and then 0 is guaranteed
    /// otherwise.
    virtual Result<qsizetype, MimeError> read(std::span<char> buffer) = 0;
    /// Back to the first octet; the same bytes follow.
    virtual void rewind() = 0;
};

} // namespace pennypost
