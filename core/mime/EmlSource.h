// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mime/FileSource.h"
#include "core/mime/LetterPrelude.h"

#include <optional>

namespace pennypost {

/// A finished letter as it lies in a file, made fit for the wire line by line: LF alone becomes CRLF, a Bcc
/// field with its folded lines is left out, an open last line is ended. What stands ahead of the header and
/// is no part of the letter goes (LetterPrelude). What can't be sent as it is (a bare CR, NUL, a line over
/// 998 octets) is BadEncoding, and a header that is none NoHeader, for a Bcc in it could be taken for text;
/// both with the line's number as detail. So is HeaderNotUtf8, with the field's name: raw octets in a header
/// have no charset but the one that SMTPUTF8 promises (RFC 6532 3.2). Made by openEml().
class EmlSource final : public MimeSource
{
public:
    explicit EmlSource(FileStamp stamp);

    /// Reads the file through once, to know the size and that all of it can be sent; rewinds.
    Result<void, MimeError> survey();

    qint64 size() const override { return m_size; }
    bool hasEightBitBody() const override { return m_eightBitBody; }
    bool hasUtf8Headers() const override { return m_utf8Headers; }
    Result<qsizetype, MimeError> read(std::span<char> buffer) override;
    void rewind() override;

private:
    /// Makes m_line the next line to go out, empty at the end.
    Result<void, MimeError> nextLine();
    Result<void, MimeError> takeFileLine();
    Result<void, MimeError> refill();
    /// A field's first line decides whether the field must not go out; its folded lines go with it.
    Result<void, MimeError> takeFieldLine(bool first);
    Result<void, MimeError> checkFieldLine() const;
    MimeError error(MimeError::Kind kind) const;

    FileSource m_file;
    QString m_path;
    qint64 m_size = 0;
    bool m_eightBitBody = false;
    bool m_utf8Headers = false;

    QByteArray m_raw;
    qsizetype m_rawAt = 0;
    qsizetype m_rawEnd = 0;
    QByteArray m_line;
    qsizetype m_lineAt = 0;
    qint64 m_lineNumber = 0;
    qint64 m_delivered = 0;
    enum class Place { Prelude, Header, Body } m_place = Place::Prelude;
    LetterPrelude m_prelude;
    bool m_hiding = false;
    QByteArray m_field; ///< the name of the field that m_line belongs to
    std::optional<MimeError> m_error;
};

} // namespace pennypost
