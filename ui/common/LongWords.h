// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;

namespace pennypost {

/// Words of others that are longer than a line: a file's name of 200 letters, a link in a server's reply.
/// GUI thread.
struct LongWords
{
    /// A file's name within a sentence: at most `most` characters (grapheme clusters), cut in the middle, so
    /// that its beginning and its extension stay. "Report of the year….pdf"
    static QString cut(const QString &name, int most = 48);

    /// Lets a label that wraps be narrower than its longest word, which is then cut off at the edge: QLabel
    /// breaks at blanks alone, and would widen the window, beyond the screen if need be.
    static void neverWiden(QLabel *label);
};

} // namespace pennypost
