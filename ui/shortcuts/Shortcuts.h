// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shortcuts/ShortcutArea.h"

#include <QMap>
#include <QObject>

class QAction;

namespace pennypost {

class StoreThread;

/// The keys of every command, with what a person chose in place of the usual ones: for all windows and all
/// starts. A small file of the profile (`shortcuts.json`, keys in Qt's portable spelling), read when made,
/// written on the store's thread. A file that is missing or damaged means the usual keys. GUI thread.
class Shortcuts : public QObject
{
    Q_OBJECT

public:
    /// By the command's id; empty: it has no keys any more.
    using Choices = QMap<QString, Keys>;

    /// `store` outlives it.
    Shortcuts(StoreThread &store, const QString &file, QObject *parent = nullptr);

    /// What the choices become when a command gets other keys.
    struct Gift
    {
        Choices choices;
        QList<ShortcutCommand> robbed; ///< of the same area: what had one of the keys, and has it no more
    };

    Keys keysOf(const ShortcutCommand &command) const;
    /// `command` is one of `area`.
    Gift given(const ShortcutArea &area, const ShortcutCommand &command, const Keys &keys) const;
    const Choices &choices() const { return m_choices; }
    /// Holds at once, in all windows.
    void setChoices(const Choices &choices);
    /// `action` has the command's keys, now and whenever they change, for as long as both live.
    void bind(QAction *action, const ShortcutCommand &command);

Q_SIGNALS:
    void changed();
    /// The choices hold until the program ends, but could not be stored.
    void notStored();

private:
    StoreThread &m_store;
    QString m_file;
    Choices m_choices;
};

} // namespace pennypost
