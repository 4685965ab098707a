// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/message/Mailbox.h"
#include "core/store/Database.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>

namespace pennypost {

/// Somebody whom a server has taken a letter for. A value; any thread.
struct KnownRecipient
{
    Mailbox mailbox; ///< by the name that the last letter called them
    int letters = 0;
    QDateTime last;

    bool operator==(const KnownRecipient &) const = default;
};

/// What a field wants to know while somebody types in it.
struct RecipientQuestion
{
    QString typed;       ///< of the entry at the cursor: beginnings of words, in any order
    QString accountId;   ///< from which the letter goes
    MailboxList present; ///< of the letter already: they are not offered, and their company comes first
    int limit = 8;
};

/// To whom letters have gone, so that nobody is typed twice: remembered when a server took a letter for them,
/// never before. Ranked by how often and how lately (a letter counts half of one that is 30 days younger), by
/// the account they were written from and by those they were written together with. Synchronous: on the
/// StoreThread in the app. A question among 100,000 takes some milliseconds (tests/bench/store). Used by
/// OutboxStore, which remembers, and by ui/compose, which asks.
class RecipientHistory
{
public:
    RecipientHistory(Database &database, const Clock &clock);

    /// They were taken for a letter from this account. One transaction.
    Result<void, StoreError> remember(const QString &accountId, const MailboxList &taken);
    /// The likeliest first; nobody where nothing is typed. Words in any case, accents or none.
    Result<QList<KnownRecipient>, StoreError> matching(const RecipientQuestion &question) const;
    /// Until a letter goes there again. Forgetting whom nobody knows succeeds.
    Result<void, StoreError> forget(const Mailbox &mailbox);

private:
    Result<qint64, StoreError> rememberOne(const QString &accountId, const Mailbox &mailbox,
                                           const QDateTime &now);
    Result<void, StoreError> writeWords(qint64 id, const Mailbox &mailbox);
    Result<void, StoreError> rememberCompany(const QList<qint64> &ids);

    Database &m_database;
    const Clock &m_clock;
};

} // namespace pennypost

Q_DECLARE_METATYPE(pennypost::KnownRecipient)
