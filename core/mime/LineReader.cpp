// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/LineReader.h"

#include <algorithm>
#include <cstring>

namespace pennypost {

namespace {

constexpr qsizetype portion = qsizetype(64) * 1024;

} // namespace

bool LineReader::next(qsizetype kept)
{
    m_text.resize(0);
    m_start = m_end;
    m_endLength = 0;
    bool afterReturn = false;
    while (m_at < m_filled || refill()) {
        const QByteArrayView rest = QByteArrayView(m_buffer).sliced(m_at, m_filled - m_at);
        const qsizetype lineEnd = rest.indexOf('\n');
        const qsizetype count = lineEnd < 0 ? rest.size() : lineEnd;
        // One more than asked for, so that a CR there can be told from text.
        m_text.append(rest.first(std::min(count, std::max<qsizetype>(kept + 1 - m_text.size(), 0))));
        if (count > 0)
            afterReturn = rest[count - 1] == '\r';
        m_at += count;
        m_end += count;
        if (lineEnd >= 0) {
            ++m_at;
            ++m_end;
            m_endLength = afterReturn ? 2 : 1;
            break;
        }
    }
    m_text.truncate(std::min<qint64>(kept, length()));
    return m_end > m_start;
}

bool LineReader::nextBeginningBy(char first, qsizetype kept)
{
    m_endLengthPassed = 0;
    while ((m_at < m_filled || refill()) && m_buffer[m_at] != first) {
        const char *const begin = m_buffer.constData() + m_at;
        const auto *const lineEnd =
            static_cast<const char *>(std::memchr(begin, '\n', size_t(m_filled - m_at)));
        if (lineEnd) {
            const qsizetype length = lineEnd + 1 - begin;
            m_endLengthPassed = length > 1 && lineEnd[-1] == '\r' ? 2 : 1;
            m_at += length;
            m_end += length;
        } else { // it goes on in the next portion, perhaps by its line end alone
            next(0);
            m_endLengthPassed = m_endLength;
        }
    }
    return next(kept);
}

bool LineReader::refill()
{
    if (m_buffer.isEmpty())
        m_buffer.resize(portion);
    const qint64 count = m_device.read(m_buffer.data(), m_buffer.size());
    m_failed = m_failed || count < 0;
    m_at = 0;
    m_filled = std::max<qint64>(count, 0);
    return m_filled > 0;
}

} // namespace pennypost
