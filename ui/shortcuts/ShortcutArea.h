// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

namespace pennypost {

using Keys = QList<QKeySequence>;

/// Something that a key can do.
struct ShortcutCommand
{
    QString id;   ///< "letter.send": for the profile's file, never shown nor translated
    QString text; ///< as its menu says it, with the mnemonic
    Keys usual;   ///< until a person decides otherwise; empty: none
};

/// The commands of one window, which share its keys: the one list from which its actions are made and that
/// ShortcutsDialog shows. A value; any thread.
struct ShortcutArea
{
    QString title;
    QList<ShortcutCommand> commands;
    /// Keys of a list or a field in it, which stay as they are. They are shown, so that all can be found in
    /// one place.
    QList<ShortcutCommand> fixed = {};

    /// The command of this id; there is one.
    const ShortcutCommand &command(QStringView id) const;
};

} // namespace pennypost
