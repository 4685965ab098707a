// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QPalette>

namespace pennypost {

/// The few colours beyond QPalette's roles that our windows need, each worked out from the palette at hand,
/// so that light, dark, high contrast and a person's own colours hold, and a palette that leaves a role unset
/// or gets it wrong does no harm. What is read keeps 4.5:1, edges and marks that mean something 3:1
/// (WCAG 2.1, 1.4.3 and 1.4.11), on Base, on Window and on our own surfaces; where these are so far apart
/// that no colour can be read on all of them, on Base. Asked when painting, never kept: the palette may
/// change at any time. Pure.
struct Tones
{
    static QColor muted(const QPalette &palette);       ///< labels, sizes, status: quieter than the text
    static QColor hint(const QPalette &palette);        ///< what an empty field asks for
    static QColor accentText(const QPalette &palette);  ///< links, and words in the accent
    static QColor problem(const QPalette &palette);     ///< what is wrong: words, marks, edges
    static QColor warning(const QPalette &palette);     ///< what to look at: words, marks, edges
    static QColor success(const QPalette &palette);     ///< what went well: words, marks
    static QColor accent(const QPalette &palette);      ///< the fill of the one thing to do next
    static QColor onAccent(const QPalette &palette);    ///< words on accent()
    static QColor focus(const QPalette &palette);       ///< the edge of what has the focus
    static QColor edge(const QPalette &palette);        ///< the edge of a control that has no fill of its own
    static QColor hairline(const QPalette &palette);    ///< between fields; carries no meaning
    static QColor raised(const QPalette &palette);      ///< a surface that lies on the paper
    static QColor problemFill(const QPalette &palette); ///< behind what is wrong, under ordinary text

    /// `ink` faded towards the first of the grounds as far as it can still be read on all of them: the second
    /// line of a row, selected or not. An ink that can't be read to begin with is made to.
    static QColor quiet(const QColor &ink, const QList<QColor> &grounds);
    /// `color`, made darker or lighter no further than it takes to stand out from all the grounds, or, where
    /// nothing does, from the first ones.
    static QColor legible(const QColor &color, const QList<QColor> &grounds, qreal ratio = readable);

    /// WCAG 2.1's ratio, 1 to 21, of opaque colours.
    static qreal contrast(const QColor &one, const QColor &other);
    static QColor mixed(const QColor &one, const QColor &other, qreal shareOfOther);

    static constexpr qreal readable = 4.5;
    static constexpr qreal visible = 3.0;
};

} // namespace pennypost
