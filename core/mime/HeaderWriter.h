// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mime/EncodedWord.h"

#include <QByteArray>
#include <QString>

namespace pennypost {

/// Writes one header field and folds it (RFC 5322 2.2.3): only between the words it is given, so only where
/// the field's grammar allows blanks, never ahead of the first word, and before column 78 where words allow
/// it.
class HeaderWriter
{
public:
    explicit HeaderWriter(const QByteArray &name) : m_field(name + ':'), m_column(m_field.size()) {}

    /// Appends a blank (or fold) and the word as it is.
    void word(QByteArrayView word);
    /// Appends a blank (or fold) and the text as encoded-words.
    void encoded(QStringView text);
    /// Appends without a blank: "," behind an address.
    void glue(QByteArrayView text);
    /// The field with its CRLF.
    QByteArray finish() const { return m_field + "\r\n"; }

private:
    void fold();

    QByteArray m_field;
    qsizetype m_column;
    bool m_empty = true;
    bool m_lineHasEncoded = false; ///< which makes its limit 76 (RFC 2047 2)
};

} // namespace pennypost
