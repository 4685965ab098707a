// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/LetterSource.h"

namespace pennypost {

LetterSource::Form::Form(Stretches of) : stretches(std::move(of))
{
    for (const auto &stretch : stretches)
        size += stretch->size();
}

LetterSource::LetterSource(Stretches sevenBit, Stretches eightBit, bool utf8Headers)
    : m_sevenBit(std::move(sevenBit)), m_eightBit(std::move(eightBit)), m_utf8Headers(utf8Headers)
{
}

LetterSource::LetterSource(Stretches stretches, bool eightBitBody, bool utf8Headers)
    : LetterSource(std::move(stretches), Stretches(), utf8Headers)
{
    m_needsEightBit = eightBitBody;
}

std::optional<qint64> LetterSource::eightBitSize() const
{
    return m_eightBit.stretches.empty() ? std::nullopt : std::optional(m_eightBit.size);
}

void LetterSource::useEightBit(bool eightBit)
{
    m_form = eightBit && !m_eightBit.stretches.empty() ? &m_eightBit : &m_sevenBit;
    rewind();
}

Result<qsizetype, MimeError> LetterSource::read(std::span<char> buffer)
{
    if (m_error)
        return Failure{*m_error};
    size_t filled = 0;
    const Stretches &stretches = m_form->stretches;
    while (filled < buffer.size() && m_current < stretches.size()) {
        const auto count = stretches[m_current]->read(buffer.subspan(filled));
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
    for (const auto &stretch : m_form->stretches)
        stretch->rewind();
    m_current = 0;
    m_error.reset();
}

} // namespace pennypost
