// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/CanonicalLines.h"

#include <algorithm>
#include <utility>

namespace pennypost {

namespace {

constexpr qint64 portion = qint64(256) * 1024;

/// Where a line ends in LF alone, or -1.
qsizetype bareEnd(QByteArrayView octets, bool afterReturn)
{
    for (qsizetype at = octets.indexOf('\n'); at >= 0; at = octets.indexOf('\n', at + 1)) {
        const bool isPair = at == 0 ? afterReturn : octets[at - 1] == '\r';
        if (!isPair)
            return at;
    }
    return -1;
}

} // namespace

CanonicalLines::CanonicalLines(std::shared_ptr<ByteSource> inner, const Extent &extent)
    : m_inner(std::move(inner)),
      m_from(extent.from),
      m_size(m_inner->size() - extent.from + extent.bareLines + (extent.endsLast ? 2 : 0)),
      m_hasBareLines(extent.bareLines > 0)
{
}

Result<qsizetype, MimeError> CanonicalLines::read(std::span<char> buffer)
{
    qsizetype filled = 0;
    const auto give = [&](QByteArrayView bytes) {
        std::copy(bytes.begin(), bytes.end(), buffer.data() + filled);
        filled += bytes.size();
        m_given += bytes.size();
        m_afterReturn = bytes.isEmpty() ? m_afterReturn : bytes.back() == '\r';
    };
    while (size_t(filled) < buffer.size() && m_given < m_size) {
        const qsizetype room = qsizetype(buffer.size()) - filled;
        if (!m_pending.isEmpty()) {
            const QByteArrayView now = m_pending.first(std::min(room, m_pending.size()));
            m_pending = m_pending.sliced(now.size());
            give(now);
            continue;
        }
        if (m_rawAt == m_rawEnd) {
            if (auto filledUp = refill(); !filledUp)
                return Failure{filledUp.error()};
            continue;
        }
        // No further than there is room: what lies behind would be looked through with each read.
        const QByteArrayView rest(m_raw.constData() + m_rawAt, std::min(room, m_rawEnd - m_rawAt));
        const qsizetype end = m_hasBareLines ? bareEnd(rest, m_afterReturn) : -1;
        const qsizetype piece = end < 0 ? rest.size() : end;
        give(rest.first(piece));
        m_rawAt += piece;
        if (end == piece) {
            ++m_rawAt;
            m_pending = "\r\n";
        }
    }
    return filled;
}

Result<void, MimeError> CanonicalLines::refill()
{
    if (m_raw.isEmpty())
        m_raw.resize(qsizetype(std::min(portion, std::max<qint64>(m_inner->size(), 1))));
    const auto count = m_inner->read({m_raw.data(), size_t(m_raw.size())});
    if (!count)
        return Failure{count.error()};
    m_rawEnd = *count;
    m_rawAt = qsizetype(std::min<qint64>(*count, m_from - m_skipped));
    m_skipped += m_rawAt;
    if (*count == 0) // all but the end of an open last line is given
        m_pending = "\r\n";
    return {};
}

void CanonicalLines::rewind()
{
    m_inner->rewind();
    m_rawAt = m_rawEnd = 0;
    m_skipped = m_given = 0;
    m_afterReturn = false;
    m_pending = {};
}

} // namespace pennypost
