// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shortcuts/ShortcutArea.h"

#include <QJsonObject>
#include <QMap>
#include <QObject>
#include <QSet>

class QAction;
class QKeyEvent;
class QWidget;

namespace pennypost {

class StoreThread;

/// The keys of every command, with what a person chose in place of the usual ones: for all windows and all
/// starts. A small file of the profile (`shortcuts.json`, keys in Qt's portable spelling), read when made,
/// written on the store's thread. A file that is missing or damaged means the usual keys; what a later
/// version has written is left as it is. GUI thread.
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

    /// `command` is one of `area`, here and below. What was chosen for another one of it is not the usual key
    /// of this one any more: a later version may have given it a key that somebody uses.
    Keys keysOf(const ShortcutArea &area, const ShortcutCommand &command) const;
    Gift given(const ShortcutArea &area, const ShortcutCommand &command, const Keys &keys) const;
    const Choices &choices() const { return m_choices; }
    /// Holds at once, in all windows.
    void setChoices(const Choices &choices);
    /// `action` has the command's keys, now and whenever they change, for as long as both live. In the window
    /// of its parent they come before what a field has such a key for: on X11 Ctrl+K deletes to a line's end,
    /// and Ctrl+U all of it.
    void bind(QAction *action, const ShortcutArea &area, const ShortcutCommand &command);

Q_SIGNALS:
    void changed();
    /// The choices hold until the program ends, but could not be stored.
    void notStored();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isCommand(const QWidget &focus, const QKeyEvent &event) const;

    StoreThread &m_store;
    QString m_file;
    Choices m_choices;
    QJsonObject m_foreign; ///< what the file has for a later version
    bool m_tooNew = false; ///< and so nothing is written over it
    QSet<QAction *> m_actions;
};

} // namespace pennypost
