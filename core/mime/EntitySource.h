// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mime/CanonicalLines.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace pennypost {

/// A MIME entity that somebody made (RFC 2045 2.4), as a body below our own header: fields that begin with
/// Content-, a blank line, the body. Not an octet of the body is changed, for it may be signed (RFC
/// 1847 2.1), but that an LF alone becomes CRLF: signatures are made over that, and programs print either,
/// some both. MIME-Version, which is the letter's, is left out. Made and surveyed by MimeBuilder.
class EntitySource final : public ByteSource
{
public:
    /// `name`: what errors call it.
    EntitySource(std::unique_ptr<ByteSource> inner, QString name);

    /// Reads it once through; rewinds. BadHeader with `name` as subject: a field that is none or not
    /// Content-, no Content-Type or two, no blank line, a header over 64 KiB. BadEncoding with the line's
    /// number: a CR that ends no line, NUL, a line over 998 octets.
    Result<void, MimeError> survey();
    /// Its fields, each with its CRLF.
    const QByteArray &header() const { return m_header; }
    bool isEightBit() const { return m_eightBit; }

    /// The body, its last line ended; once survey() found it sound.
    qint64 size() const override { return m_body->size(); }
    Result<qsizetype, MimeError> read(std::span<char> buffer) override { return m_body->read(buffer); }
    void rewind() override { m_body->rewind(); }

private:
    class Survey;

    std::shared_ptr<ByteSource> m_inner;
    QString m_name;
    QByteArray m_header;
    bool m_eightBit = false;
    std::unique_ptr<CanonicalLines> m_body; ///< once surveyed
};

} // namespace pennypost
