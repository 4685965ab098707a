// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/LetterSource.h"

namespace pennypost {

LetterSource::LetterSource(std::vector<std::unique_ptr<ByteSource>> stretches, bool utf8Headers)
    : m_stretches(std::move(stretches)), m_utf8Headers(utf8Headers)
{
    for (const auto &stretch : m_stretches)
        m_size += stretch->size();
}

Result<qsizetype, MimeError> LetterSource::read(std::span<char> buffer)
{
    if (m_error)
        return Failure{*m_error};
    size_t filled = 0;
    while (filled < buffer.size() && m_current < m_stretches.size()) {
        const auto count = m_stretches[m_current]->read(buffer.subspan(filled));
        if (!count) {
            m_error = count.error();
            return Failure{*m_error};
        }
        if (*count == 0)
            ++m_current;
        filled += size_t(*count);
    }
    return qsizetype(filled);
}

void LetterSource::rewind()
{
    for (const auto &stretch : m_stretches)
        stretch->rewind();
    m_current = 0;
    m_error.reset();
}

} // namespace pennypost
