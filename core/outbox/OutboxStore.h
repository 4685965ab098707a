// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/message/Envelope.h"
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

    /// Writes down that a letter goes out, whole, marked as this Database's work (StoreOwner); its draft is
    /// told the Message-ID, so that a later attempt has the same one. Fails if the draft is on its way
    /// already. If an earlier attempt at it may have been sent, this item takes that one's place and its
    /// doubt. `insteadOf`: that earlier one's id where a person decided about it; NotFound, and nothing done,
    /// once somebody else has decided.
    Result<void, StoreError> begin(const OutboxItem &item, const Message &message, const Envelope &envelope,
                                   const QString &insteadOf = {});
    /// NotFound if there is no such item.
    Result<void, StoreError> setPhase(const QString &itemId, Phase phase);
    /// The letter was not sent: forget the item, keep the draft. (An attempt that took over an earlier one's
    /// doubt goes back to MayHaveBeenSent instead, however often this is said; forget() is a person's.)
    Result<void, StoreError> giveBack(const QString &itemId);
    /// To look at an item that may have been sent once more, in its own window, before a person decides: the
    /// id of its draft, made from the item if it had none, or, under the item's id, if the one it had cannot
    /// be read. The item stays, and with it the doubt. NoDraft for a finished message, and for one from the
    /// command line that went to others than it names; NotFound also while the item is on its way.
    Result<QString, StoreError> draftToDecide(const QString &itemId);
    /// giveBack() as a person's decision to write on: whatever the doubt, the item goes, and a draft as
    /// draftToDecide() would make it is there. Returns the draft's id. NoDraft for a finished message, which
    /// stays.
    Result<QString, StoreError> giveBackAsDraft(const QString &itemId);
    /// A person wants to hear no more of an item that may have been sent; its draft, if any, stays. Fails
    /// while the item is on its way; forgetting what is not there succeeds.
    Result<void, StoreError> forget(const QString &itemId);
    /// One transaction: the receipt enters the Sent list, the item and its draft go.
    Result<void, StoreError> accepted(const QString &itemId, const SentLetter &letter);
    /// A person says that it arrived: it enters the Sent list as such, item and draft go. A draft that
    /// holdsMore() stays, as a letter of its own: it has no part in the doubt, and gets another Message-ID.
    Result<void, StoreError> settleAsSent(const QString &itemId, const SentLetter &letter);
    /// Whether something was written into this draft since `letter` went out; so it is taken of one that
    /// cannot be read. False if there is no such draft.
    Result<bool, StoreError> holdsMore(const QString &draftId, const Message &letter) const;
    /// The item as it would enter the Sent list: for settleAsSent(), and to look at.
    Result<SentLetter, StoreError> letterOf(const QString &itemId) const;
    /// The Message-ID that this draft has gone out with before; empty if it never did.
    Result<QByteArray, StoreError> messageIdOf(const QString &draftId) const;
    /// Newest first.
    Result<QList<OutboxItem>, StoreError> items() const;
    /// At a start: items whose Database is no longer open in any process. Sending is given back, as a draft
    /// if the letter came from one that is not there; everything else becomes MayHaveBeenSent.
    Result<void, StoreError> recover();

    /// Newest first; `search`: letters that have all of its words, each by its beginning, in subject, text,
    /// recipients (also those refused), files' names or the queue's text; empty for all.
    Result<QList<SentSummary>, StoreError> sent(const QString &search = {}, int limit = 500) const;
    Result<SentLetter, StoreError> sentLetter(const QString &id) const;
    Result<void, StoreError> removeSent(const QString &id);
    /// Hashes that any sent letter or any on its way holds on to.
    Result<QList<QByteArray>, StoreError> blobs() const;
    /// Those and the drafts', as of one moment: what BlobStore::sweep must leave. Damaged while a damaged
    /// database lies set aside: what can be brought back from it wants its attachments, which nobody knows.
    Result<QList<QByteArray>, StoreError> blobsInUse() const;

private:
    Result<void, StoreError> insertSent(const SentLetter &letter);
    Result<void, StoreError> removeItem(const QString &itemId);
    Result<QString, StoreError> draftOf(const QString &itemId);
    Result<void, StoreError> giveBackLeft(const QString &itemId);

    Database &m_database;
    const Clock &m_clock;
};

} // namespace pennypost
