// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/LetterPrelude.h"

#include <utility>

namespace pennypost {

namespace {

constexpr QByteArrayView byteOrderMark = "\xef\xbb\xbf";
constexpr QByteArrayView separator = "From ";

} // namespace

LetterPrelude::Line LetterPrelude::take(QByteArrayView line)
{
    if (line.trimmed().isEmpty())
        return Line::Blank;
    if (!line.startsWith(separator))
        return Line::OfLetter;
    // Old letters have blanks ahead of the colon (RFC 5322 4.5): then it is the field.
    QByteArrayView rest = line.sliced(separator.size());
    while (rest.startsWith(' ') || rest.startsWith('\t'))
        rest = rest.sliced(1);
    return rest.startsWith(':') || std::exchange(m_separated, true) ? Line::OfLetter : Line::Separator;
}

qsizetype LetterPrelude::markLength(QByteArrayView firstLine)
{
    return firstLine.startsWith(byteOrderMark) ? byteOrderMark.size() : 0;
}

} // namespace pennypost
