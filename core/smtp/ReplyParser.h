// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/smtp/Reply.h"

#include <QByteArray>

#include <optional>

namespace pennypost {

enum class ReplyError {
    NotAReply,   ///< no three digits, or a separator that is none
    CodeChanged, ///< "250-" followed by "550 "
    TooLong,     ///< a line over 64 KiB, over 1,000 lines or over 256 KiB in all: a server that misbehaves
};

/// Puts replies together from whatever pieces the network hands over: one byte at a time, LF alone, an empty
/// line before the reply, no text after the code. Never looks at a byte before its line is whole. After an
/// error it stays failed. Used by SubmissionWorker, one for each connection state: at STARTTLS a new one is
/// made and `hasRest()` must be false.
///
///     parser.feed(bytes);
///     while (auto reply = parser.next()) dialogue.take(*reply);
///     if (parser.error()) ...
class ReplyParser
{
public:
    void feed(QByteArrayView bytes);
    std::optional<Reply> next();
    /// Does next() have one?
    bool hasReply() const { return !m_ready.isEmpty(); }
    /// One of another code than this?
    bool hasReplyBeside(int code) const;
    std::optional<ReplyError> error() const { return m_error; }
    /// Bytes that are in and belong to no finished reply that next() gave: tampering, where nothing more was
    /// due.
    bool hasRest() const;
    /// The first bytes of what was no reply (at most 512), for telling HTTP from garbage.
    QByteArray badBytes() const { return m_bad; }

private:
    void takeLine(QByteArrayView line);

    QByteArray m_buffer;
    qsizetype m_scanned = 0; ///< no LF before this index of m_buffer
    qsizetype m_octets = 0;  ///< of the unfinished reply
    QList<Reply> m_ready;
    std::optional<Reply> m_partial;
    std::optional<ReplyError> m_error;
    QByteArray m_bad;
};

} // namespace pennypost
