// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mime/Base64.h"
#include "core/mime/ByteSource.h"

#include <array>
#include <memory>

namespace pennypost {

/// Another source's bytes in base64, lines ended by CRLF. Reads in portions of 256 KiB and encodes into the
/// reader's own buffer wherever a whole line fits; only what straddles two reads goes through a line's worth
/// of memory here.
class Base64Source final : public ByteSource
{
public:
    explicit Base64Source(std::shared_ptr<ByteSource> inner) : m_inner(std::move(inner)) {}

    qint64 size() const override { return base64::encodedSize(m_inner->size()); }
    Result<qsizetype, MimeError> read(std::span<char> buffer) override;
    void rewind() override;

private:
    Result<void, MimeError> refill();
    qint64 pending() const { return m_rawEnd - m_rawAt; }

    std::shared_ptr<ByteSource> m_inner;
    QByteArray m_raw; ///< allocated with the first read: a letter in the queue costs nothing
    qint64 m_rawAt = 0;
    qint64 m_rawEnd = 0;
    std::array<char, base64::lineLength> m_line{};
    qsizetype m_lineAt = 0;
    qsizetype m_lineEnd = 0;
};

} // namespace pennypost
