// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace pennypost {

/// The few colours beyond QPalette's roles that the compose window needs, each worked out from the palette at
/// hand, so that dark, high contrast and a person's own colours hold. Text tones keep 4.5:1 on Base and on
/// Window, edges 3:1 where they carry meaning (WCAG 2.1). Asked when painting, never kept: the palette may
/// change at any time. Pure.
struct Tones
{
    static QColor hairline(const QPalette &palette);    ///< between fields; carries no meaning
    static QColor muted(const QPalette &palette);       ///< labels, sizes, status
    static QColor accent(const QPalette &palette);      ///< the fill of the one thing to do next
    static QColor onAccent(const QPalette &palette);    ///< text on accent()
    static QColor focus(const QPalette &palette);       ///< the edge of what has the focus
    static QColor problem(const QPalette &palette);     ///< text and edges of what is wrong
    static QColor problemFill(const QPalette &palette); ///< behind it, under ordinary text
    static QColor raised(const QPalette &palette);      ///< a surface that lies on the paper

    /// WCAG 2.1's ratio, 1 to 21.
    static qreal contrast(const QColor &one, const QColor &other);
    static QColor mixed(const QColor &one, const QColor &other, qreal shareOfOther);
};

} // namespace pennypost
