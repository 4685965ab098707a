// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pennypost {

/// The plain text's lines as "format=flowed" has them (RFC 3676): paragraphs in lines of 72 columns that a
/// reader joins again, to whatever width its window has. Line ends are '\n' on both sides. Pure; any thread.
struct FlowedText
{
    QString text;
    /// The blank at a line's end is no part of the text (DelSp=yes): for scripts that write none between
    /// words.
    bool delSp = false;
};

/// Each line of `text` is a paragraph. Quoted ones (">") keep their depth on each line, the signature's line
/// ("-- ") and what holds no place to break stay whole. A paragraph's own trailing blanks go, for they would
/// join it to the next.
FlowedText flowed(const QString &text);

/// What a reader makes of it: one line a paragraph, quoted ones behind their ">" and a blank.
QString unflowed(const QString &text, bool delSp);

} // namespace pennypost
