// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mime/ByteSource.h"

#include <memory>
#include <optional>
#include <vector>

namespace pennypost {

/// A letter as the row of its stretches, whose bodies are all 7-bit. Made by MimeBuilder; read through
/// MimeSource.
class LetterSource final : public MimeSource
{
public:
    LetterSource(std::vector<std::unique_ptr<ByteSource>> stretches, bool utf8Headers);

    qint64 size() const override { return m_size; }
    bool hasEightBitBody() const override { return false; }
    bool hasUtf8Headers() const override { return m_utf8Headers; }
    Result<qsizetype, MimeError> read(std::span<char> buffer) override;
    void rewind() override;

private:
    std::vector<std::unique_ptr<ByteSource>> m_stretches;
    qint64 m_size = 0;
    bool m_utf8Headers;
    size_t m_current = 0;
    std::optional<MimeError> m_error; ///< sticks until rewind(): no letter goes on behind a gap
};

} // namespace pennypost
