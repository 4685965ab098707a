// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mime/MimePart.h"
#include "core/mime/MimeSource.h"

#include <optional>

namespace pennypost {

/// A letter as the row of its stretches. Made by MimeBuilder; read through MimeSource.
class LetterSource final : public MimeSource
{
public:
    /// In two forms; `eightBit` is empty if there is only one.
    LetterSource(Stretches sevenBit, Stretches eightBit, bool utf8Headers);
    /// In one, with octets over 127 in its body or not.
    LetterSource(Stretches stretches, bool eightBitBody, bool utf8Headers);

    qint64 size() const override { return m_form->size; }
    bool hasEightBitBody() const override { return m_form == &m_eightBit || m_needsEightBit; }
    bool hasUtf8Headers() const override { return m_utf8Headers; }
    std::optional<qint64> eightBitSize() const override;
    void useEightBit(bool eightBit) override;
    Result<qsizetype, MimeError> read(std::span<char> buffer) override;
    void rewind() override;

private:
    struct Form
    {
        explicit Form(Stretches stretches);
        Stretches stretches;
        qint64 size = 0;
    };
    Form m_sevenBit;
    Form m_eightBit;
    Form *m_form = &m_sevenBit; ///< the one that is read
    bool m_needsEightBit = false;
    bool m_utf8Headers;
    size_t m_current = 0;
    std::optional<MimeError> m_error; ///< sticks until rewind(): no letter goes on behind a gap
};

} // namespace pennypost
