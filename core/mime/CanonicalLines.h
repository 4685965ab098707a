// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mime/ByteSource.h"

#include <QByteArrayView>

#include <memory>

namespace pennypost {

/// Another source's octets from one of them on, with each LF alone as CRLF: what a file of lines is in a
/// letter (RFC 2045 2.7, 2049 4). Used by EntitySource and attachmentPart().
class CanonicalLines final : public ByteSource
{
public:
    /// What somebody has counted in the source.
    struct Extent
    {
        qint64 from = 0;       ///< octets that are left out
        qint64 bareLines = 0;  ///< behind them, ended by LF alone
        bool endsLast = false; ///< the last line is open and shall have its CRLF
    };
    CanonicalLines(std::shared_ptr<ByteSource> inner, const Extent &extent);

    qint64 size() const override { return m_size; }
    Result<qsizetype, MimeError> read(std::span<char> buffer) override;
    void rewind() override;

private:
    Result<void, MimeError> refill();

    std::shared_ptr<ByteSource> m_inner;
    qint64 m_from;
    qint64 m_size;
    bool m_hasBareLines;

    QByteArray m_raw;
    qsizetype m_rawAt = 0;
    qsizetype m_rawEnd = 0;
    qint64 m_skipped = 0;
    qint64 m_given = 0;
    bool m_afterReturn = false;
    QByteArrayView m_pending; ///< a CRLF on its way
};

} // namespace pennypost
