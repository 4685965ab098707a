// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/ReplyParser.h"

#include <algorithm>
#include <utility>

namespace pennypost {

namespace {

constexpr qsizetype maxLine = qsizetype(64) * 1024;
constexpr qsizetype maxLines = 1000;
constexpr qsizetype maxOctets = qsizetype(256) * 1024;
constexpr qsizetype maxBad = 512;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// One to three digits at `at`, which moves behind them; nothing if there are none or more.
std::optional<int> takeNumber(QByteArrayView text, qsizetype &at)
{
    int value = 0;
    qsizetype digits = 0;
    for (; at < text.size() && isDigit(text[at]); ++at, ++digits) {
        if (digits == 3)
            return std::nullopt;
        value = value * 10 + (text[at] - '0');
    }
    if (digits == 0)
        return std::nullopt;
    return value;
}

/// The code of RFC 2034 at the start of a line's text. Some gateways write "#5.1.0" or put a colon behind it.
std::optional<EnhancedStatus> enhancedStatusIn(QByteArrayView text, int klass)
{
    qsizetype at = text.startsWith('#') ? 1 : 0;
    if (at >= text.size() || text[at] != char('0' + klass) || (klass != 2 && klass != 4 && klass != 5))
        return std::nullopt;
    ++at;
    int parts[2] = {};
    for (int &part : parts) {
        if (at >= text.size() || text[at] != '.')
            return std::nullopt;
        const auto number = takeNumber(text, ++at);
        if (!number)
            return std::nullopt;
        part = *number;
    }
    // "5.7.1.2" and "5.1.1a" are host names or versions, not codes.
    const char next = at < text.size() ? text[at] : ' ';
    if (next == '.' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z'))
        return std::nullopt;
    return EnhancedStatus{klass, parts[0], parts[1]};
}

} // namespace

void ReplyParser::feed(QByteArrayView bytes)
{
    if (m_error)
        return;
    m_buffer.append(bytes);

    qsizetype start = 0;
    while (!m_error) {
        const qsizetype lineFeed = m_buffer.indexOf('\n', std::max(m_scanned, start));
        const qsizetype end = lineFeed < 0 ? m_buffer.size() : lineFeed + 1;
        if (end - start > maxLine || m_octets + (end - start) > maxOctets) {
            m_error = ReplyError::TooLong;
        } else if (lineFeed < 0) {
            break;
        } else {
            m_octets += end - start;
            takeLine(QByteArrayView(m_buffer).sliced(start, lineFeed - start));
        }
        if (m_error)
            m_bad = m_buffer.mid(start, maxBad);
        start = end;
    }
    m_buffer.remove(0, m_error ? m_buffer.size() : start);
    m_scanned = m_buffer.size();
}

void ReplyParser::takeLine(QByteArrayView line)
{
    if (line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty() && !m_partial)
        return; // an empty line before the reply: seen in the wild, means nothing

    if (line.size() < 3 || line[0] < '1' || line[0] > '5' || !isDigit(line[1]) || !isDigit(line[2]) ||
        (line.size() > 3 && line[3] != ' ' && line[3] != '-')) {
        m_error = ReplyError::NotAReply;
        return;
    }
    const int code = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
    if (!m_partial)
        m_partial = Reply{code, std::nullopt, {}};
    if (m_partial->code != code) {
        m_error = ReplyError::CodeChanged;
        return;
    }
    if (m_partial->lines.size() == maxLines) {
        m_error = ReplyError::TooLong;
        return;
    }

    const QByteArrayView text = line.size() > 4 ? line.sliced(4) : QByteArrayView();
    m_partial->lines.append(text.toByteArray());
    if (!m_partial->enhanced)
        m_partial->enhanced = enhancedStatusIn(text, code / 100);
    if (line.size() > 3 && line[3] == '-')
        return;
    m_ready.append(*m_partial);
    m_partial.reset();
    m_octets = 0;
}

std::optional<Reply> ReplyParser::next()
{
    if (m_ready.isEmpty())
        return std::nullopt;
    return m_ready.takeFirst();
}

bool ReplyParser::hasReplyBeside(int code) const
{
    return std::any_of(m_ready.begin(), m_ready.end(),
                       [code](const Reply &reply) { return reply.code != code; });
}

bool ReplyParser::hasRest() const
{
    // m_octets also counts the empty lines that were skipped: behind the 220 to STARTTLS even those are
    // tampering.
    return m_error || !m_ready.isEmpty() || !m_buffer.isEmpty() || m_octets > 0;
}

} // namespace pennypost
