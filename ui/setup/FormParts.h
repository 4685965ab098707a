// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

class QScrollArea;

namespace pennypost {

/// What the pages of the setup windows are put together from. GUI thread.
struct FormParts
{
    /// A label above its field, with the field as its buddy; the field takes its name for screen readers.
    static QLabel *labelFor(QWidget *field, const QString &text, QWidget *parent);
    /// The title of a page: larger, wrapping.
    static QLabel *heading(QWidget *parent);
    /// Keeps whatever gets the focus inside `area` in view, also when a program puts it there.
    static void followFocus(QScrollArea *area);
    /// Lays `area` out now, from `inner` outwards: each layout on the way would learn of a new part one event
    /// later.
    static void settle(QScrollArea &area, QWidget &inner);
};

} // namespace pennypost
