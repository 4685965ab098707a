// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/LineShape.h"

#include <algorithm>

namespace pennypost {

namespace {

constexpr qsizetype portion = qsizetype(256) * 1024;
constexpr qsizetype longestLine = 998;

/// Sees each octet once, across portions.
class LineInspector
{
public:
    explicit LineInspector(const QByteArray &mark) : m_mark("--" + mark) {}

    void take(std::span<const char> octets)
    {
        for (const char c : octets)
            take(c);
    }

    LineShape finish()
    {
        if (m_afterReturn || m_column > longestLine || (m_shape.bareLines > 0 && m_hasPairs))
            m_shape.fits = false;
        return m_shape;
    }

private:
    void take(char c)
    {
        m_shape.eightBit = m_shape.eightBit || uchar(c) > 0x7f;
        if (c == '\n') {
            m_shape.fits = m_shape.fits && m_column <= longestLine;
            m_shape.bareLines += m_afterReturn ? 0 : 1;
            m_hasPairs = m_hasPairs || m_afterReturn;
            m_inName = false;
            m_column = 0;
            m_matched = 0;
            m_afterReturn = false;
            return;
        }
        if (m_afterReturn || c == '\0')
            m_shape.fits = false;
        m_afterReturn = c == '\r';
        if (m_afterReturn)
            return;
        if (m_matched == m_column && m_matched < m_mark.size() && m_mark[m_matched] == c) {
            ++m_matched;
            m_shape.mentions = m_shape.mentions || m_matched == m_mark.size();
        }
        if (m_inName)
            takeName(c);
        ++m_column;
    }

    /// Of the first line, up to its colon (RFC 5322 2.2; 4.5 for the blanks ahead of it).
    void takeName(char c)
    {
        m_shape.beginsField = c == ':' && m_column > 0;
        m_nameEnded = m_nameEnded || c == ' ' || c == '\t';
        m_inName = c != ':' && c < 0x7f && (m_nameEnded ? c == ' ' || c == '\t' : c > ' ');
    }

    QByteArray m_mark;
    LineShape m_shape;
    qint64 m_column = 0;
    qsizetype m_matched = 0;
    bool m_afterReturn = false;
    bool m_hasPairs = false; ///< some line ends in CRLF
    bool m_inName = true;
    bool m_nameEnded = false;
};

} // namespace

Result<LineShape, MimeError> lineShape(ByteSource &source, const QByteArray &mark)
{
    LineInspector inspector(mark);
    QByteArray buffer(qsizetype(std::min<qint64>(portion, std::max<qint64>(source.size(), 1))),
                      Qt::Uninitialized);
    for (;;) {
        const auto count = source.read({buffer.data(), size_t(buffer.size())});
        if (!count)
            return Failure{count.error()};
        if (*count == 0)
            break;
        inspector.take({buffer.constData(), size_t(*count)});
    }
    source.rewind();
    return inspector.finish();
}

} // namespace pennypost
