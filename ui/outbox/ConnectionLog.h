// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/submission/RecentDialogues.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

namespace pennypost {

/// The last dialogues with the mail servers as a text that a person gives to somebody who can read it: first
/// what it is and what is not in it, then each dialogue with its time and its end, grouped by account. UTF-8.
/// GUI thread.
class ConnectionLog
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionLog)

public:
    static QByteArray text(const QList<DialogueRecord> &records, const QDateTime &now);
    /// "pennypost-2026-11-23.txt"
    static QString suggestedName(const QDateTime &now);
    /// Whole or not at all; the system's words if not. Any thread.
    static Result<void, QString> write(const QByteArray &text, const QString &file);
};

} // namespace pennypost
