// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/LetterList.h"

namespace pennypost {

QModelIndex LetterList::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const bool somewhere = currentIndex().isValid();
    switch (action) {
    case MoveHome:
        return letterFrom(0, 1);
    case MoveEnd:
        return letterFrom(model()->rowCount() - 1, -1);
    case MovePageUp:
        return somewhere ? aPageAway(-1) : letterFrom(0, 1);
    case MovePageDown:
        return somewhere ? aPageAway(1) : letterFrom(0, 1);
    default:
        return QListView::moveCursor(action, modifiers);
    }
}

QModelIndex LetterList::letterFrom(int row, int step) const
{
    for (; row >= 0 && row < model()->rowCount(); row += step) {
        const QModelIndex index = model()->index(row, 0);
        if (index.flags() & Qt::ItemIsSelectable)
            return index;
    }
    return {};
}

QModelIndex LetterList::aPageAway(int step) const
{
    const QRect here = visualRect(currentIndex());
    // The row that was at one edge is then at the other.
    const int page = qMax(viewport()->height() - here.height(), here.height());
    const QModelIndex there = indexAt(here.center() + QPoint(0, step * page));
    const int end = step < 0 ? 0 : model()->rowCount() - 1;
    const int row = there.isValid() ? there.row() : end;
    const QModelIndex onwards = letterFrom(row, step);
    return onwards.isValid() ? onwards : letterFrom(row, -step); // a heading is the last of all there
}

} // namespace pennypost
