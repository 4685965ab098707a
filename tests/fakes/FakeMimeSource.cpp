// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/FakeMimeSource.h"

#include <algorithm>
#include <cstring>

namespace pennypost {

namespace {

constexpr qint64 lineLength = 78;

/// Lines of every kind that dot-stuffing has to get right. The number of lines is odd, so that chunk borders
/// fall differently each time.
QByteArray linePattern()
{
    QByteArray pattern;
    for (int number = 0; number < 1021; ++number) {
        QByteArray line = number % 7 == 0 ? QByteArray(".dots first ") : QByteArray("line ");
        line += QByteArray::number(number).rightJustified(6, '0') + ' ';
        line = line.leftJustified(lineLength - 3, 'x') + (number % 5 == 0 ? ".\r\n" : "x\r\n");
        pattern += line;
    }
    return pattern;
}

} // namespace

FakeMimeSource::FakeMimeSource(const QByteArray &letter) : FakeMimeSource(letter, letter.size()) {}

FakeMimeSource::FakeMimeSource(const QByteArray &pattern, qint64 size)
    : m_pattern(pattern), m_size(size), m_end(size)
{
}

std::unique_ptr<FakeMimeSource> FakeMimeSource::generated(qint64 octets)
{
    const qint64 wholeLines = (octets + lineLength - 1) / lineLength * lineLength;
    return std::unique_ptr<FakeMimeSource>(new FakeMimeSource(linePattern(), wholeLines));
}

void FakeMimeSource::failAt(qint64 offset, const MimeError &error)
{
    m_failAt = offset;
    m_error = error;
}

Result<qsizetype, MimeError> FakeMimeSource::read(std::span<char> buffer)
{
    if (m_error && m_position >= m_failAt)
        return Failure{*m_error};
    qint64 count = std::min(qint64(buffer.size()), m_end - m_position);
    if (m_error)
        count = std::min(count, m_failAt - m_position);
    if (m_largestRead > 0)
        count = std::min(count, qint64(m_largestRead));
    for (qint64 done = 0; done < count;) {
        const qint64 offset = (m_position + done) % m_pattern.size();
        const qint64 piece = std::min(count - done, m_pattern.size() - offset);
        std::memcpy(buffer.data() + done, m_pattern.constData() + offset, size_t(piece));
        done += piece;
    }
    m_position += count;
    return qsizetype(count);
}

void FakeMimeSource::rewind()
{
    m_position = 0;
    ++m_rewinds;
}

} // namespace pennypost
