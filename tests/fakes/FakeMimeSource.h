// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mime/MimeSource.h"

#include <QByteArray>

#include <optional>

namespace pennypost {

/// A letter made of given bytes or of a pattern as long as one likes, that can break off on demand. Holds
/// nothing but the pattern in memory. One thread at a time.
class FakeMimeSource final : public MimeSource
{
public:
    /// Exactly these bytes.
    explicit FakeMimeSource(const QByteArray &letter);
    /// At least `octets` of numbered 76-character lines, some of which begin with a dot.
    static std::unique_ptr<FakeMimeSource> generated(qint64 octets);

    /// The bytes up to `offset` can be read, then there is this error.
    void failAt(qint64 offset, const MimeError &error);
    /// Ends there, short of its size(): what no source may do.
    void endAt(qint64 offset) { m_end = offset; }
    void setEightBit(bool eightBit) { m_eightBit = eightBit; }
    /// The same bytes pass for its form for 8BITMIME.
    void setHasEightBitForm() { m_hasEightBitForm = true; }
    /// Gives no more than so many octets a read.
    void setLargestRead(qsizetype largest) { m_largestRead = largest; }
    int rewinds() const { return m_rewinds; }

    qint64 size() const override { return m_size; }
    bool hasEightBitBody() const override { return m_eightBit; }
    bool hasUtf8Headers() const override { return false; }
    std::optional<qint64> eightBitSize() const override
    {
        return m_hasEightBitForm ? std::optional(m_size) : std::nullopt;
    }
    void useEightBit(bool eightBit) override
    {
        if (m_hasEightBitForm)
            m_eightBit = eightBit;
        rewind();
    }
    Result<qsizetype, MimeError> read(std::span<char> buffer) override;
    void rewind() override;

private:
    FakeMimeSource(const QByteArray &pattern, qint64 size);

    QByteArray m_pattern; ///< repeated up to m_size
    qint64 m_size;
    qint64 m_end;
    qint64 m_position = 0;
    qint64 m_failAt = -1;
    std::optional<MimeError> m_error;
    bool m_eightBit = false;
    bool m_hasEightBitForm = false;
    qsizetype m_largestRead = 0;
    int m_rewinds = 0;
};

} // namespace pennypost
