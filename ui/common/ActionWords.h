// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QKeySequence>
#include <QString>

namespace pennypost {

/// What an action is called where its mnemonic can't be shown: as an accessible name, in a tooltip. GUI
/// thread.
class ActionWords
{
    Q_DECLARE_TR_FUNCTIONS(pennypost::ActionWords)

public:
    /// "&Send" as "Send", "Q&&A" as "Q&A".
    static QString plain(const QString &text);
    /// "Send (Ctrl+Enter)", for a tooltip; the words alone if there are no keys.
    static QString withKeys(const QString &words, const QKeySequence &keys);
};

} // namespace pennypost
