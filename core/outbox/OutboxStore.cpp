// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outbox/OutboxStore.h"

#include "core/drafts/DraftStore.h"
#include "core/drafts/StoredMessage.h"
#include "core/outbox/PhaseName.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pennypost {

namespace {

QString storedEnvelope(const Envelope &envelope)
{
    QJsonArray forward;
    for (const SmtpPath &path : envelope.forwardPaths)
        forward.append(path.display());
    const QJsonObject json{{u"reversePath"_qs, envelope.reversePath.display()},
                           {u"forwardPaths"_qs, forward}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QStringList forwardPathsOf(const QString &envelope)
{
    QStringList paths;
    const auto json = QJsonDocument::fromJson(envelope.toUtf8()).object();
    for (const auto &path : json[u"forwardPaths"].toArray())
        paths.append(path.toString());
    return paths;
}

QString asTyped(const MailboxList &mailboxes)
{
    QStringList typed;
    for (const Mailbox &mailbox : mailboxes)
        typed.append(mailbox.display());
    return typed.join(u", ");
}

StoreError onItsWay(const QString &id)
{
    return {StoreError::Kind::Failed, QStringLiteral("%1: on its way already").arg(id)};
}

/// What the rows of an item are about; the columns of `rowColumns`, in their order.
struct ItemRow
{
    QString draftId;
    QString accountId;
    Phase phase;
    bool doubtful;
    QString message;
    QString envelope;
    bool finished;
};

Result<ItemRow, StoreError> rowOf(Database &database, const QString &itemId)
{
    auto query =
        database.run(QStringLiteral("SELECT draft_id, account_id, phase, doubtful, message, envelope,"
                                    " finished FROM outbox_item WHERE id = ?"),
                     {itemId});
    if (!query)
        return Failure{query.error()};
    if (!query->next())
        return Failure{StoreError{StoreError::Kind::NotFound, itemId}};
    return ItemRow{
        query->value(0).toString(), query->value(1).toString(), phaseNamed(query->value(2).toString()),
        query->value(3).toBool(),   query->value(4).toString(), query->value(5).toString(),
        query->value(6).toBool()};
}

} // namespace

OutboxStore::OutboxStore(Database &database, const Clock &clock) : m_database(database), m_clock(clock) {}

Result<void, StoreError> OutboxStore::begin(const OutboxItem &item, const Message &message,
                                            const Envelope &envelope, const QString &insteadOf)
{
    const QString owner = m_database.owner().token();
    // Without it another process would take the item for one that was left behind.
    if (owner.isEmpty())
        return Failure{
            StoreError{StoreError::Kind::CannotOpen, m_database.folder() + QStringLiteral("/owners")}};
    const QDateTime now = m_clock.now();
    return m_database.transaction([&]() -> Result<void, StoreError> {
        bool doubtful = false;
        QString replaced;
        if (!item.draftId.isEmpty()) {
            auto earlier = m_database.run(
                QStringLiteral("SELECT id, phase FROM outbox_item WHERE draft_id = ?"), {item.draftId});
            if (!earlier)
                return Failure{earlier.error()};
            if (earlier->next()) {
                if (phaseNamed(earlier->value(1).toString()) != Phase::MayHaveBeenSent)
                    return Failure{onItsWay(item.draftId)};
                doubtful = true;
                replaced = earlier->value(0).toString();
                if (auto removed = removeItem(replaced); !removed)
                    return removed;
            }
            auto told = m_database.run(QStringLiteral("UPDATE draft SET message_id = ? WHERE id = ?"),
                                       {message.messageId, item.draftId});
            if (!told)
                return Failure{told.error()};
        }
        if (!insteadOf.isEmpty() && replaced != insteadOf)
            return Failure{StoreError{StoreError::Kind::NotFound, insteadOf}};
        auto inserted = m_database.run(
            QStringLiteral(
                "INSERT INTO outbox_item (id, draft_id, account_id, message_id, subject, message, envelope,"
                " phase, doubtful, owner, since, since_offset, finished)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {item.id, item.draftId, item.accountId, message.messageId, item.subject, storedMessage(message),
             storedEnvelope(envelope), nameOf(item.phase), doubtful, owner, now.toMSecsSinceEpoch(),
             now.offsetFromUtc(), item.finished});
        if (!inserted)
            return Failure{inserted.error()};
        return storeBlobs(m_database, QStringLiteral("outbox_blob"), QStringLiteral("item_id"), item.id,
                          message);
    });
}

Result<void, StoreError> OutboxStore::setPhase(const QString &itemId, Phase phase)
{
    const QDateTime now = m_clock.now();
    auto updated = m_database.run(
        QStringLiteral("UPDATE outbox_item SET phase = ?, since = ?, since_offset = ? WHERE id = ?"),
        {nameOf(phase), now.toMSecsSinceEpoch(), now.offsetFromUtc(), itemId});
    if (!updated)
        return Failure{updated.error()};
    if (updated->numRowsAffected() == 0)
        return Failure{StoreError{StoreError::Kind::NotFound, itemId}};
    return {};
}

Result<void, StoreError> OutboxStore::giveBack(const QString &itemId)
{
    return m_database.transaction([&]() -> Result<void, StoreError> {
        const auto row = rowOf(m_database, itemId);
        if (!row && row.error().kind == StoreError::Kind::NotFound)
            return {}; // settled meanwhile, for instance by another process
        if (!row)
            return Failure{row.error()};
        if (row->doubtful && row->phase == Phase::MayHaveBeenSent)
            return {};
        if (row->doubtful)
            return setPhase(itemId, Phase::MayHaveBeenSent);
        return removeItem(itemId);
    });
}

/// In the caller's transaction.
Result<QString, StoreError> OutboxStore::draftOf(const QString &itemId)
{
    const auto row = rowOf(m_database, itemId);
    if (!row)
        return Failure{row.error()};
    if (row->finished)
        return Failure{StoreError{StoreError::Kind::NoDraft, itemId}};
    DraftStore drafts(m_database, m_clock);
    QString id = row->draftId.isEmpty() ? itemId : row->draftId;
    const auto known = drafts.load(id);
    if (known)
        return id;
    if (known.error().kind == StoreError::Kind::Unreadable && id != itemId)
        id = itemId; // beside the damaged one, which is left as it is
    else if (known.error().kind != StoreError::Kind::NotFound)
        return Failure{known.error()};
    auto message = messageFromStored(row->message, m_database);
    if (!message)
        return Failure{message.error()};
    // A draft goes to whom it names; the command line may have said otherwise.
    const auto envelope = envelopeFor(*message);
    if (row->draftId.isEmpty() && (!envelope || storedEnvelope(*envelope) != row->envelope))
        return Failure{StoreError{StoreError::Kind::NoDraft, itemId}};
    Draft fresh;
    fresh.id = id;
    fresh.accountId = row->accountId;
    fresh.message = std::move(*message);
    fresh.message.date = {}; // the time of the next attempt
    fresh.typedTo = asTyped(fresh.message.to);
    fresh.typedCc = asTyped(fresh.message.cc);
    fresh.typedBcc = asTyped(fresh.message.bcc);
    fresh.rich = !fresh.message.html.isEmpty();
    if (auto saved = drafts.save(fresh); !saved)
        return Failure{saved.error()};
    return id;
}

Result<QString, StoreError> OutboxStore::draftToDecide(const QString &itemId)
{
    return m_database.transaction([&]() -> Result<QString, StoreError> {
        const auto row = rowOf(m_database, itemId);
        if (!row)
            return Failure{row.error()};
        if (row->phase != Phase::MayHaveBeenSent) // on its way once more: there is nothing to decide now
            return Failure{StoreError{StoreError::Kind::NotFound, itemId}};
        auto id = draftOf(itemId);
        if (!id || *id == row->draftId)
            return id;
        auto told =
            m_database.run(QStringLiteral("UPDATE outbox_item SET draft_id = ? WHERE id = ?"), {*id, itemId});
        if (!told)
            return Failure{told.error()};
        return id;
    });
}

Result<QString, StoreError> OutboxStore::giveBackAsDraft(const QString &itemId)
{
    return m_database.transaction([&]() -> Result<QString, StoreError> {
        auto id = draftOf(itemId);
        if (!id)
            return id;
        if (auto removed = removeItem(itemId); !removed)
            return Failure{removed.error()};
        return id;
    });
}

Result<void, StoreError> OutboxStore::forget(const QString &itemId)
{
    return m_database.transaction([&]() -> Result<void, StoreError> {
        const auto row = rowOf(m_database, itemId);
        if (!row && row.error().kind == StoreError::Kind::NotFound)
            return {};
        if (!row)
            return Failure{row.error()};
        if (row->phase != Phase::MayHaveBeenSent)
            return Failure{onItsWay(itemId)};
        return removeItem(itemId);
    });
}

Result<void, StoreError> OutboxStore::accepted(const QString &itemId, const SentLetter &letter)
{
    return m_database.transaction([&]() -> Result<void, StoreError> {
        if (auto inserted = insertSent(letter); !inserted)
            return inserted;
        // An item that has gone meanwhile does not make the receipt less true.
        if (const auto row = rowOf(m_database, itemId); row && !row->draftId.isEmpty()) {
            if (auto removed = DraftStore(m_database, m_clock).remove(row->draftId); !removed)
                return removed;
        }
        return removeItem(itemId);
    });
}

Result<SentLetter, StoreError> OutboxStore::letterOf(const QString &itemId) const
{
    const auto row = rowOf(m_database, itemId);
    if (!row)
        return Failure{row.error()};
    auto message = messageFromStored(row->message, m_database);
    if (!message)
        return Failure{message.error()};
    SentLetter letter;
    letter.id = itemId;
    letter.accountId = row->accountId;
    letter.message = std::move(*message);
    letter.receipt.time = m_clock.now();
    letter.receipt.accepted = forwardPathsOf(row->envelope);
    letter.settledByHand = true;
    letter.finished = row->finished;
    return letter;
}

Result<QByteArray, StoreError> OutboxStore::messageIdOf(const QString &draftId) const
{
    // The item's first: it is there also when the draft has been discarded or was never stored.
    auto query = m_database.run(QStringLiteral("SELECT message_id FROM outbox_item WHERE draft_id = ?"
                                               " UNION ALL SELECT message_id FROM draft WHERE id = ?"),
                                {draftId, draftId});
    if (!query)
        return Failure{query.error()};
    while (query->next()) {
        if (auto messageId = query->value(0).toByteArray(); !messageId.isEmpty())
            return messageId;
    }
    return QByteArray();
}

Result<QList<OutboxItem>, StoreError> OutboxStore::items() const
{
    auto query =
        m_database.run(QStringLiteral("SELECT id, draft_id, account_id, message_id, subject, envelope, phase,"
                                      " since, since_offset, finished FROM outbox_item"
                                      " ORDER BY since DESC, rowid DESC"));
    if (!query)
        return Failure{query.error()};
    QList<OutboxItem> items;
    while (query->next()) {
        items.append({query->value(0).toString(), query->value(1).toString(), query->value(2).toString(),
                      query->value(3).toByteArray(), query->value(4).toString(),
                      forwardPathsOf(query->value(5).toString()).join(u", "),
                      phaseNamed(query->value(6).toString()),
                      timeFromStored(query->value(7), query->value(8)), query->value(9).toBool()});
    }
    return items;
}

/// Nobody has its window open any more: what is not among the drafts is nowhere else.
Result<void, StoreError> OutboxStore::giveBackLeft(const QString &itemId)
{
    const auto row = rowOf(m_database, itemId);
    if (!row)
        return Failure{row.error()};
    if (row->doubtful || row->finished || row->draftId.isEmpty())
        return giveBack(itemId);
    const auto given = giveBackAsDraft(itemId);
    if (given)
        return {};
    if (given.error().kind == StoreError::Kind::Unreadable) // for a person to see
        return setPhase(itemId, Phase::MayHaveBeenSent);
    return Failure{given.error()};
}

Result<void, StoreError> OutboxStore::recover()
{
    return m_database.transaction([&]() -> Result<void, StoreError> {
        auto query =
            m_database.run(QStringLiteral("SELECT id, phase, owner FROM outbox_item WHERE phase <> ?"),
                           {nameOf(Phase::MayHaveBeenSent)});
        if (!query)
            return Failure{query.error()};
        // Asked after the rows were read: an owner holds its lock before it writes its first row, so one that
        // is missing from the list has gone.
        QList<std::pair<QString, QString>> found; // id, owner
        QSet<QString> beforeTheDot;
        while (query->next()) {
            found.append({query->value(0).toString(), query->value(2).toString()});
            // Of a phase that a later version knows nothing is concluded.
            if (phaseNamed(query->value(1).toString()) == Phase::Sending)
                beforeTheDot.insert(query->value(0).toString());
        }
        const QSet<QString> living = m_database.owner().living();
        for (const auto &[id, owner] : found) {
            if (living.contains(owner))
                continue;
            auto settled =
                beforeTheDot.contains(id) ? giveBackLeft(id) : setPhase(id, Phase::MayHaveBeenSent);
            if (!settled)
                return settled;
        }
        return {};
    });
}

Result<void, StoreError> OutboxStore::removeItem(const QString &itemId)
{
    if (auto removed = m_database.run(QStringLiteral("DELETE FROM outbox_item WHERE id = ?"), {itemId});
        !removed)
        return Failure{removed.error()};
    return {};
}

} // namespace pennypost
