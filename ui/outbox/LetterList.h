// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace pennypost {

/// The main window's list view. Its headings can't be current; Qt's own view takes the first row for Home all
/// the same, and then goes nowhere. GUI thread.
class LetterList : public QListView
{
    Q_OBJECT

public:
    using QListView::QListView;

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    /// The first letter from that row on, with the step 1 or -1; none: invalid.
    QModelIndex letterFrom(int row, int step) const;
    QModelIndex aPageAway(int step) const;
};

} // namespace pennypost
