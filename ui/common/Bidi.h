// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
};

} // namespace pennypost
