// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace pennypost {

/// What may stand in a file ahead of a letter's header and is no part of the letter: a byte order mark, blank
/// lines, and one "From sender date" line of a mailbox file (RFC 4155). Told line by line until one is of the
/// header. Used by EmlSource, which sends a letter without it, and by MimeParser, which must read the same
/// header: else a Bcc might be text to one of them. A value; any thread.
class LetterPrelude
{
public:
    enum class Line {
        Blank,
        Separator, ///< the mailbox file's
        OfLetter,
    };
    /// With or without its line end.
    Line take(QByteArrayView line);

    /// How much of the file's first line is a byte order mark.
    static qsizetype markLength(QByteArrayView firstLine);

private:
    bool m_separated = false;
};

} // namespace pennypost
