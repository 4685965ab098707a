// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drafts/DraftStore.h"

#include "core/drafts/StoredMessage.h"

namespace pennypost {

DraftStore::DraftStore(Database &database, const Clock &clock) : m_database(database), m_clock(clock) {}

Result<QDateTime, StoreError> DraftStore::save(const Draft &draft)
{
    const QDateTime now = m_clock.now();
    return m_database.transaction([&]() -> Result<QDateTime, StoreError> {
        // An editor that knows no Message-ID leaves the one alone that the draft went out with.
        auto saved = m_database.run(
            QStringLiteral(
                "INSERT INTO draft (id, account_id, message_id, subject, typed_to, typed_cc, typed_bcc,"
                " rich, cursor, message, saved_at, saved_offset)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (id) DO UPDATE SET account_id = excluded.account_id,"
                " message_id = iif(length(excluded.message_id), excluded.message_id, message_id),"
                " subject = excluded.subject, typed_to = excluded.typed_to,"
                " typed_cc = excluded.typed_cc, typed_bcc = excluded.typed_bcc, rich = excluded.rich,"
                " cursor = excluded.cursor, message = excluded.message, saved_at = excluded.saved_at,"
                " saved_offset = excluded.saved_offset"),
            {draft.id, draft.accountId, draft.message.messageId, draft.message.subject, draft.typedTo,
             draft.typedCc, draft.typedBcc, draft.rich, draft.cursor, storedMessage(draft.message),
             now.toMSecsSinceEpoch(), now.offsetFromUtc()});
        if (!saved)
            return Failure{saved.error()};
        auto blobs = storeBlobs(m_database, QStringLiteral("draft_blob"), QStringLiteral("draft_id"),
                                draft.id, draft.message);
        if (!blobs)
            return Failure{blobs.error()};
        return now;
    });
}

Result<Draft, StoreError> DraftStore::load(const QString &id) const
{
    auto query =
        m_database.run(QStringLiteral("SELECT account_id, message_id, typed_to, typed_cc, typed_bcc, rich,"
                                      " cursor, message, saved_at, saved_offset FROM draft WHERE id = ?"),
                       {id});
    if (!query)
        return Failure{query.error()};
    if (!query->next())
        return Failure{StoreError{StoreError::Kind::NotFound, id}};
    auto message = messageFromStored(query->value(7).toString(), m_database);
    if (!message)
        return Failure{message.error()};
    Draft draft;
    draft.id = id;
    draft.accountId = query->value(0).toString();
    draft.typedTo = query->value(2).toString();
    draft.typedCc = query->value(3).toString();
    draft.typedBcc = query->value(4).toString();
    draft.rich = query->value(5).toBool();
    draft.cursor = query->value(6).toInt();
    draft.message = std::move(*message);
    draft.message.messageId = query->value(1).toByteArray();
    draft.savedAt = timeFromStored(query->value(8), query->value(9));
    return draft;
}

Result<QList<DraftSummary>, StoreError> DraftStore::list() const
{
    auto query = m_database.run(QStringLiteral(
        "SELECT id, account_id, typed_to, subject, saved_at, saved_offset,"
        " EXISTS (SELECT 1 FROM outbox_item WHERE draft_id = draft.id AND phase = 'may-have-been-sent')"
        " FROM draft ORDER BY saved_at DESC, rowid DESC"));
    if (!query)
        return Failure{query.error()};
    QList<DraftSummary> drafts;
    while (query->next()) {
        drafts.append({query->value(0).toString(), query->value(1).toString(), query->value(2).toString(),
                       query->value(3).toString(), timeFromStored(query->value(4), query->value(5)),
                       query->value(6).toBool()});
    }
    return drafts;
}

Result<void, StoreError> DraftStore::remove(const QString &id)
{
    if (auto removed = m_database.run(QStringLiteral("DELETE FROM draft WHERE id = ?"), {id}); !removed)
        return Failure{removed.error()};
    return {};
}

Result<QList<QByteArray>, StoreError> DraftStore::blobs() const
{
    return storedBlobs(m_database, QStringLiteral("draft_blob"));
}

} // namespace pennypost
