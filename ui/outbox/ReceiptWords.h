// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outbox/SentLetter.h"

#include <QCoreApplication>
#include <QList>

namespace pennypost {

/// A receipt in words: what ReceiptView shows and copies. GUI thread.
class ReceiptWords
{
    Q_DECLARE_TR_FUNCTIONS(ReceiptWords)

public:
    struct Line
    {
        QString label;
        QString value;
    };
    struct Recipient
    {
        QString address;
        QString words; ///< "Accepted", or the server's reply
        bool refused = false;
    };

    static QString title(const SentLetter &letter);
    /// `account`: the account's address, as it is now.
    static QList<Line> lines(const SentLetter &letter, const QString &account);
    static QList<Recipient> recipients(const SentLetter &letter);
    /// All of it as plain text, for the clipboard.
    static QString asText(const SentLetter &letter, const QString &account);
};

} // namespace pennypost
