// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/Base64Source.h"

#include <algorithm>

namespace pennypost {

namespace {

/// Whole lines, just over 256 KiB: large enough that a system call costs nothing beside the encoding, small
/// enough to stay in the second cache.
constexpr qint64 portion = base64::octetsPerLine * 4608;

} // namespace

Result<qsizetype, MimeError> Base64Source::read(std::span<char> buffer)
{
    char *out = buffer.data();
    char *const end = out + buffer.size();
    while (out < end) {
        if (m_lineAt < m_lineEnd) {
            const qsizetype count = std::min<qsizetype>(end - out, m_lineEnd - m_lineAt);
            out = std::copy_n(m_line.data() + m_lineAt, count, out);
            m_lineAt += count;
            continue;
        }
        if (pending() == 0) {
            if (auto filled = refill(); !filled)
                return Failure{filled.error()};
            if (pending() == 0) {
                m_raw = {}; // a letter of a thousand files needs room for one
                break;
            }
        }
        const qint64 lines =
            std::min<qint64>((end - out) / base64::lineLength, pending() / base64::octetsPerLine);
        if (lines > 0) {
            out = base64::encodeLines(m_raw.constData() + m_rawAt, lines * base64::octetsPerLine, out);
            m_rawAt += lines * base64::octetsPerLine;
            continue;
        }
        const qint64 count = std::min(pending(), base64::octetsPerLine);
        m_lineAt = 0;
        m_lineEnd = base64::encodeLines(m_raw.constData() + m_rawAt, count, m_line.data()) - m_line.data();
        m_rawAt += count;
    }
    return qsizetype(out - buffer.data());
}

Result<void, MimeError> Base64Source::refill()
{
    if (m_raw.isEmpty())
        m_raw.resize(qsizetype(std::min(portion, std::max<qint64>(m_inner->size(), 1))));
    m_rawAt = m_rawEnd = 0;
    // Only the last portion may end within a line, so short reads are made up for.
    while (m_rawEnd < m_raw.size()) {
        const auto count = m_inner->read({m_raw.data() + m_rawEnd, size_t(m_raw.size() - m_rawEnd)});
        if (!count)
            return Failure{count.error()};
        if (*count == 0)
            break;
        m_rawEnd += *count;
    }
    return {};
}

void Base64Source::rewind()
{
    m_inner->rewind();
    m_rawAt = m_rawEnd = 0;
    m_lineAt = m_lineEnd = 0;
}

} // namespace pennypost
