// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/mime/MimeSource.h"

#include <QByteArray>

#include <span>

namespace pennypost {

/// A stretch of a letter that can be read again and again: a header, a file, a file in base64. What a
/// LetterSource is made of. Read by one thread at a time.
class ByteSource
{
public:
    ByteSource() = default;
    ByteSource(const ByteSource &) = delete;
    ByteSource &operator=(const ByteSource &) = delete;
    virtual ~ByteSource() = default;

    virtual qint64 size() const = 0;
    /// 0 only after size() octets; never fewer in all.
    virtual Result<qsizetype, MimeError> read(std::span<char> buffer) = 0;
    virtual void rewind() = 0;
};

/// Bytes at hand: headers, boundaries, text bodies, pasted pictures.
class MemorySource final : public ByteSource
{
public:
    explicit MemorySource(QByteArray bytes) : m_bytes(std::move(bytes)) {}

    qint64 size() const override { return m_bytes.size(); }
    Result<qsizetype, MimeError> read(std::span<char> buffer) override;
    void rewind() override { m_at = 0; }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

} // namespace pennypost
