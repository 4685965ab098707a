// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/SubjectEdit.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace pennypost {

namespace {

/// By its words, which are Qt's own in whatever language: it has no name.
QAction *pasteOf(const QMenu &menu)
{
    const char *const words = "&Paste";
    const QString text = QCoreApplication::translate("QLineEdit", words);
    const QList<QAction *> entries = menu.actions();
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const QAction *entry) { return entry->text().startsWith(text); });
    return found == entries.end() ? nullptr : *found;
}

} // namespace

int SubjectEdit::inset() const
{
    // Two on either side; a line at the right keeps two more, for a caret behind it. Not to be taken back by
    // negative text margins: there that caret would stand beyond the field.
    return layoutDirection() == Qt::RightToLeft ? 4 : 2;
}

void SubjectEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste) && OfferedFiles::areOnClipboard()) {
        Q_EMIT filesOffered(OfferedFiles::fromClipboard());
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SubjectEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    // Qt's own entry pastes text alone, and is dead where there is none.
    if (QAction *paste = pasteOf(*menu); paste && !isReadOnly() && OfferedFiles::areOnClipboard()) {
        paste->disconnect(this);
        paste->setEnabled(true);
        connect(paste, &QAction::triggered, this,
                [this] { Q_EMIT filesOffered(OfferedFiles::fromClipboard()); });
    }
    menu->popup(event->globalPos());
}

} // namespace pennypost
