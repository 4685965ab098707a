// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace pennypost {

/// Reads a device line by line in one pass, knowing where each line lies and keeping only its beginning: a
/// line of a gigabyte costs no memory. Used by MimeParser, to which boundaries and header lines are what
/// matters.
class LineReader
{
public:
    /// The longest beginning that is kept; no boundary is longer (RFC 2046 5.1.1: 70 characters).
    static constexpr qsizetype shortKept = 256;

    explicit LineReader(QIODevice &device) : m_device(device) {}

    /// To the next line, keeping up to `kept` octets of it; false at the end or if reading fails.
    bool next(qsizetype kept = shortKept);
    /// To the next line that begins by `first`, as next(); what lies between is passed over at the speed of a
    /// search.
    bool nextBeginningBy(char first, qsizetype kept = shortKept);
    /// The last of the lines that nextBeginningBy() passed over: the length of its end; 0 if there was none.
    int endLengthPassed() const { return m_endLengthPassed; }
    bool failed() const { return m_failed; }

    /// The line's beginning without its end, which is CRLF or LF.
    QByteArrayView text() const { return m_text; }
    qint64 start() const { return m_start; }
    qint64 end() const { return m_end; }                            ///< one past the line's end
    qint64 length() const { return m_end - m_start - m_endLength; } ///< without the line's end
    int endLength() const { return m_endLength; }

private:
    bool refill();

    QIODevice &m_device;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    qsizetype m_filled = 0;
    QByteArray m_text;
    qint64 m_start = 0;
    qint64 m_end = 0;
    int m_endLength = 0;
    int m_endLengthPassed = 0;
    bool m_failed = false;
};

} // namespace pennypost
