// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/outbox/OutboxItem.h"
#include "core/outbox/SentLetter.h"
#include "core/store/Database.h"

namespace pennypost {

/// Outbox items and the Sent list in the database, durable when a call returns. Synchronous: on the
/// StoreThread in the app.
class OutboxStore
{
public:
    OutboxStore(Database &database, const Clock &clock);

    Result<void, StoreError> begin(const OutboxItem &item);
    Result<void, StoreError> setPhase(const QString &itemId, Phase phase);
    /// The letter was not sent: forget the item, keep the draft.
    Result<void, StoreError> giveBack(const QString &itemId);
    /// One transaction: the receipt enters the Sent list, the item and its draft go.
    Result<void, StoreError> accepted(const QString &itemId, const SentLetter &letter);
    /// A person says that it arrived: it enters the Sent list as such, item and draft go.
    Result<void, StoreError> settleAsSent(const QString &itemId, const SentLetter &letter);
    Result<QList<OutboxItem>, StoreError> items() const;
    /// At a start: items of a process that has ended. Sending is given back, FinalDot becomes
    /// MayHaveBeenSent.
    Result<void, StoreError> recover();

    /// Newest first; `search` matches subject, recipients and queue text, empty for all.
    Result<QList<SentSummary>, StoreError> sent(const QString &search = {}, int limit = 500) const;
    Result<SentLetter, StoreError> sentLetter(const QString &id) const;
    Result<void, StoreError> removeSent(const QString &id);
    /// Hashes that any sent letter holds on to.
    Result<QList<QByteArray>, StoreError> blobs() const;

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace pennypost
