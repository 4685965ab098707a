// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/drafts/Draft.h"
#include "core/outbox/OutboxItem.h"
#include "core/outbox/SentLetter.h"
#include "core/store/Database.h"

#include <QList>

namespace pennypost {

/// What the main window shows of the store, read in one go. A value that crosses from the store's thread.
struct OutboxLists
{
    QList<OutboxItem> items;
    QList<DraftSummary> drafts;
    QList<SentSummary> sent; ///< those that match the search
    /// An older database was found damaged and set aside when the store was opened.
    std::optional<StoreError> setAside;
};

/// On the store's thread.
Result<OutboxLists, StoreError> readLists(Database &database, const Clock &clock, const QString &search);

/// A letter that the practice server stored, as its header says.
struct ReceivedSummary
{
    QString file; ///< absolute
    QString from;
    QString subject;
    QDateTime time;
    bool operator==(const ReceivedSummary &) const = default;
};

/// Newest first, at most `limit`; reads no more than each file's header. Any thread but the GUI's.
QList<ReceivedSummary> readReceived(const QString &folder, int limit = 200);

} // namespace pennypost
