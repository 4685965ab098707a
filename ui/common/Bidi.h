// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMargins>
#include <QString>
#include <Qt>

namespace pennypost {

/// Words and Latin values side by side, in windows that run from right to left as well (UAX #9). GUI thread.
struct Bidi
{
    /// An address, a host, a file's name within a sentence: isolated (U+2068, U+2069) where the words around
    /// it run the other way, so that its dots and colons stay with it. Otherwise as it is.
    static QString value(const QString &foreign);

    /// A text for a label: each line begins where the window's lines begin, even if its first word runs the
    /// other way (U+200F or U+200E before it). Otherwise as it is.
    static QString lines(const QString &text);
    static QString lines(const QString &text, Qt::LayoutDirection direction);

    /// Where the window's lines begin, for a label or field whose value may run the other way (an address, a
    /// server's words): else a column of them stands ragged on both edges. Without a vertical part.
    static Qt::Alignment readingSide();
    static Qt::Alignment readingSide(Qt::LayoutDirection direction);

    /// Margins given as in a window from left to right, turned round where it runs the other way: a layout
    /// turns its items round, not its margins, and a scroll area neither.
    static QMargins margins(const QMargins &margins, Qt::LayoutDirection direction);
};

} // namespace pennypost
