// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/HeaderWriter.h"

namespace pennypost {

namespace {

/// RFC 5322 2.1.1, less one for a comma that may be glued on.
constexpr qsizetype softLimit = 77;
/// RFC 2047 2: a line that holds an encoded-word.
constexpr qsizetype encodedLimit = 76;
/// Less than this on a line is not worth a word: the frame alone takes 12.
constexpr qsizetype leastRoom = 24;

} // namespace

void HeaderWriter::word(QByteArrayView word)
{
    const qsizetype limit = m_lineHasEncoded ? encodedLimit : softLimit;
    if (!m_empty && m_column + 1 + word.size() > limit)
        fold();
    else
        glue(QByteArrayView(" "));
    glue(word);
    m_empty = false;
}

void HeaderWriter::encoded(QStringView text)
{
    qsizetype room = encodedLimit - m_column - 1;
    // A line of its own if that keeps the text in one word: some readers put a blank between two.
    const auto whole = encodedWords(text, longestEncodedWord - 1);
    const bool fitsAlone = whole.size() == 1 && whole.front().size() > room;
    if (!m_empty && (room < leastRoom || fitsAlone)) {
        fold();
        room = longestEncodedWord - 1; // one octet is kept for a comma
    } else {
        glue(QByteArrayView(" "));
    }
    bool first = true;
    for (const QByteArray &word : encodedWords(text, room, longestEncodedWord - 1)) {
        if (!first)
            fold();
        glue(word);
        first = false;
        m_lineHasEncoded = true;
    }
    m_empty = false;
}

void HeaderWriter::glue(QByteArrayView text)
{
    m_field.append(text);
    m_column += text.size();
}

void HeaderWriter::fold()
{
    m_field.append("\r\n ");
    m_column = 1;
    m_lineHasEncoded = false;
}

} // namespace pennypost
