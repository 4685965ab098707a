// SPDX-License-Identifier: GPL-3.0-or-later
// The Sent list's half of OutboxStore.
#include "core/drafts/DraftStore.h"
#include "core/drafts/StoredMessage.h"
#include "core/message/MailboxParser.h"
#include "core/outbox/OutboxStore.h"
#include "core/outbox/ReceiptJson.h"
#include "core/store/SearchKey.h"

#include <QJsonDocument>

#include <algorithm>

namespace pennypost {

namespace {

/// Of a letter's text; what is beyond is found by what is before it.
constexpr qsizetype mostSearched = qsizetype(256) * 1024;

/// In what is written without blanks each character is a word, and a word of somebody's a phrase of them.
bool isWordOfItsOwn(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

/// Folded, as the index takes it and as it is asked.
QString indexed(const QString &text)
{
    const QString key = searchKey(text);
    QString words;
    words.reserve(key.size());
    for (const QChar c : key) {
        if (isWordOfItsOwn(c))
            words.append(u' ').append(c).append(u' ');
        else
            words.append(c == QChar(0) ? QChar(u' ') : c);
    }
    return words;
}

/// All words, each by its beginning, in FTS5's language; nothing where there is no word in what is asked.
QString searchQuery(const QString &search)
{
    QStringList phrases;
    for (const QString &word : searchWords(search)) {
        const bool saysSomething = std::any_of(
            word.begin(), word.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
        if (saysSomething)
            phrases.append(u'"' + indexed(word).replace(u'"', u' ') + u"\" *");
    }
    return phrases.join(QLatin1StringView(" AND "));
}

QString searchedText(const SentLetter &letter)
{
    QStringList parts{letter.message.subject, letter.recipients().join(u' '),
                      letter.receipt.accepted.join(u' '), letter.leftOut().join(u' '),
                      letter.receipt.finalReply.text()};
    for (const RefusedPath &path : letter.receipt.refused)
        parts.append(path.path);
    for (const Attachment &attachment : letter.message.attachments)
        parts.append(attachment.fileName);
    parts.append(letter.message.text.left(mostSearched));
    return indexed(parts.join(u'\n'));
}

Result<void, StoreError> insertWords(Database &database, const QString &sentId, const QString &words)
{
    auto inserted =
        database.run(QStringLiteral("INSERT INTO sent_words (sent_id, words) VALUES (?, ?) RETURNING id"),
                     {sentId, words});
    if (!inserted)
        return Failure{inserted.error()};
    const QVariant id = inserted->next() ? inserted->value(0) : QVariant();
    inserted->finish();
    auto indexed =
        database.run(QStringLiteral("INSERT INTO sent_search (rowid, words) VALUES (?, ?)"), {id, words});
    if (!indexed)
        return Failure{indexed.error()};
    return {};
}

/// What a letter that goes out has none of: it would have been stopped.
bool hasUnfinishedEntries(const QString &typed)
{
    const auto entries = parseMailboxes(typed);
    return std::any_of(entries.begin(), entries.end(),
                       [](const ParsedMailbox &entry) { return !entry.mailbox && !entry.text.isEmpty(); });
}

/// Without what a letter is given on its way, and how it is written, which is a habit and nobody's words.
Message unstamped(Message message)
{
    message.messageId.clear();
    message.date = {};
    message.dateInUtc = false;
    message.textForm = Message::TextForm::Paragraphs;
    return message;
}

} // namespace

Result<bool, StoreError> OutboxStore::holdsMore(const QString &draftId, const Message &letter) const
{
    const auto draft = DraftStore(m_database, m_clock).load(draftId);
    if (!draft && draft.error().kind == StoreError::Kind::NotFound)
        return false;
    if (!draft && draft.error().kind == StoreError::Kind::Unreadable)
        return true;
    if (!draft)
        return Failure{draft.error()};
    return hasUnfinishedEntries(draft->typedTo) || hasUnfinishedEntries(draft->typedCc) ||
           hasUnfinishedEntries(draft->typedBcc) || unstamped(draft->message) != unstamped(letter);
}

Result<void, StoreError> OutboxStore::settleAsSent(const QString &itemId, const SentLetter &letter)
{
    SentLetter settled = letter;
    settled.settledByHand = true;
    return m_database.transaction([&]() -> Result<void, StoreError> {
        auto query =
            m_database.run(QStringLiteral("SELECT draft_id FROM outbox_item WHERE id = ?"), {itemId});
        if (!query)
            return Failure{query.error()};
        const QString draftId = query->next() ? query->value(0).toString() : QString();
        const auto more = holdsMore(draftId, letter.message); // none without a name
        if (!more)
            return Failure{more.error()};
        if (*more) {
            // Under the Message-ID of what arrived, receivers would drop it as a second copy.
            auto told =
                m_database.run(QStringLiteral("UPDATE draft SET message_id = x'' WHERE id = ?"), {draftId});
            auto parted =
                m_database.run(QStringLiteral("UPDATE outbox_item SET draft_id = '' WHERE id = ?"), {itemId});
            if (!told || !parted)
                return Failure{told ? parted.error() : told.error()};
        }
        return accepted(itemId, settled);
    });
}

Result<void, StoreError> OutboxStore::insertSent(const SentLetter &letter)
{
    const QString recipients = letter.recipients().join(u", ");
    QStringList refused;
    for (const RefusedPath &path : letter.receipt.refused)
        refused.append(path.path);
    const QString receipt =
        QString::fromUtf8(QJsonDocument(receiptToJson(letter.receipt)).toJson(QJsonDocument::Compact));
    auto inserted = m_database.run(
        QStringLiteral(
            "INSERT INTO sent (id, account_id, message_id, subject, recipients, message, receipt,"
            " settled_by_hand, time, time_offset, finished) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {letter.id, letter.accountId, letter.message.messageId, letter.message.subject, recipients,
         storedMessage(letter.message), receipt, letter.settledByHand,
         letter.receipt.time.toMSecsSinceEpoch(), letter.receipt.time.offsetFromUtc(), letter.finished});
    if (!inserted)
        return Failure{inserted.error()};
    if (auto searched = insertWords(m_database, letter.id, searchedText(letter)); !searched)
        return searched;

    int position = 0;
    const auto addRecipient = [&](const QString &path, bool wasAccepted) {
        return m_database.run(
            QStringLiteral(
                "INSERT INTO sent_recipient (sent_id, position, path, accepted) VALUES (?, ?, ?, ?)"),
            {letter.id, position++, path, wasAccepted});
    };
    for (const QString &path : letter.receipt.accepted) {
        if (auto added = addRecipient(path, true); !added)
            return Failure{added.error()};
    }
    for (const QString &path : refused) {
        if (auto added = addRecipient(path, false); !added)
            return Failure{added.error()};
    }
    return storeBlobs(m_database, QStringLiteral("sent_blob"), QStringLiteral("sent_id"), letter.id,
                      letter.message);
}

Result<QList<SentSummary>, StoreError> OutboxStore::sent(const QString &search, int limit) const
{
    const bool isSearch = !search.trimmed().isEmpty();
    const QString asked = searchQuery(search);
    if (isSearch && asked.isEmpty())
        return QList<SentSummary>();
    const auto select = QStringLiteral(
        "SELECT sent.id, account_id, recipients, subject, time, time_offset,"
        " (SELECT count(*) FROM sent_recipient WHERE sent_id = sent.id AND NOT accepted) FROM ");
    // The index comes first and gives the newest ones first: no more rows are read than are shown.
    auto query =
        isSearch ? m_database.run(
                       select + QStringLiteral(
                                    "sent_search CROSS JOIN sent_words ON sent_words.id ="
                                    " sent_search.rowid CROSS JOIN sent ON sent.id = sent_words.sent_id"
                                    " WHERE sent_search MATCH ? ORDER BY sent_search.rowid DESC LIMIT ?"),
                       {asked, limit})
                 : m_database.run(select + QStringLiteral("sent ORDER BY time DESC, sent.rowid DESC LIMIT ?"),
                                  {limit});
    if (!query)
        return Failure{query.error()};
    QList<SentSummary> letters;
    while (query->next()) {
        letters.append({query->value(0).toString(), query->value(1).toString(), query->value(2).toString(),
                        query->value(3).toString(), timeFromStored(query->value(4), query->value(5)),
                        query->value(6).toInt()});
    }
    return letters;
}

Result<SentLetter, StoreError> OutboxStore::sentLetter(const QString &id) const
{
    auto query = m_database.run(
        QStringLiteral(
            "SELECT account_id, message, receipt, settled_by_hand, finished FROM sent WHERE id = ?"),
        {id});
    if (!query)
        return Failure{query.error()};
    if (!query->next())
        return Failure{StoreError{StoreError::Kind::NotFound, id}};
    auto message = messageFromStored(query->value(1).toString(), m_database);
    if (!message)
        return Failure{message.error()};
    SentLetter letter;
    letter.id = id;
    letter.accountId = query->value(0).toString();
    letter.message = std::move(*message);
    letter.receipt = receiptFromJson(QJsonDocument::fromJson(query->value(2).toString().toUtf8()).object());
    letter.settledByHand = query->value(3).toBool();
    letter.finished = query->value(4).toBool();
    return letter;
}

Result<void, StoreError> OutboxStore::removeSent(const QString &id)
{
    return m_database.transaction([&]() -> Result<void, StoreError> {
        // The index has to be told what it forgets.
        auto searched =
            m_database.run(QStringLiteral("INSERT INTO sent_search (sent_search, rowid, words)"
                                          " SELECT 'delete', id, words FROM sent_words WHERE sent_id = ?"),
                           {id});
        if (!searched)
            return Failure{searched.error()};
        if (auto removed = m_database.run(QStringLiteral("DELETE FROM sent WHERE id = ?"), {id}); !removed)
            return Failure{removed.error()};
        return {};
    });
}

Result<QList<QByteArray>, StoreError> OutboxStore::blobsInUse() const
{
    if (const QStringList aside = m_database.setAsideFiles(); !aside.isEmpty())
        return Failure{StoreError{StoreError::Kind::Damaged, aside.join(u'\n')}};
    return m_database.transaction([&]() -> Result<QList<QByteArray>, StoreError> {
        auto hashes = blobs();
        const auto drafts = DraftStore(m_database, m_clock).blobs();
        if (!hashes || !drafts)
            return hashes ? drafts : hashes;
        *hashes += *drafts;
        return hashes;
    });
}

Result<QList<QByteArray>, StoreError> OutboxStore::blobs() const
{
    auto sentBlobs = storedBlobs(m_database, QStringLiteral("sent_blob"));
    auto itemBlobs = storedBlobs(m_database, QStringLiteral("outbox_blob"));
    if (!sentBlobs || !itemBlobs)
        return sentBlobs ? itemBlobs : sentBlobs;
    *sentBlobs += *itemBlobs;
    return sentBlobs;
}

} // namespace pennypost
