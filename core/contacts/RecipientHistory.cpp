// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contacts/RecipientHistory.h"

#include "core/contacts/RecipientWords.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace pennypost {

namespace {

constexpr double halfLifeMilliseconds = 30.0 * 24 * 60 * 60 * 1000;
/// Of a mailing to many nobody keeps company with anybody.
constexpr qsizetype mostInCompany = 20;
/// As many rows as are looked at one by one: what fits more is common, and the likeliest tell enough.
constexpr int mostExact = 2'000;
constexpr int mostLikely = 5'000;
constexpr int candidates = 200;
/// What being written to from this account, or once together with somebody present, is worth in half-lives.
constexpr double worthOfAccount = 1;
constexpr double worthOfCompany = 3;

/// The sum of 2^(time of each letter in half-lives), as its logarithm: it needs no later ageing, for what all
/// have lost since is the same.
double scoreWith(double score, double moment)
{
    const double higher = std::max(score, moment);
    return higher + std::log2(1 + std::exp2(-std::abs(score - moment)));
}

/// One mailbox, however it is written.
QString keyOf(const Mailbox &mailbox)
{
    const QString ascii = asciiDomain(mailbox.domain);
    return mailbox.localPart + u'@' + (ascii.isEmpty() ? mailbox.domain : ascii);
}

/// Behind all words that begin so.
QString endOf(const QString &word)
{
    return word + QString::fromUcs4(U"\U0010ffff", 1);
}

QString marks(qsizetype count)
{
    return QStringList(count, QStringLiteral("?")).join(u',');
}

struct Candidate
{
    KnownRecipient recipient;
    QString key;
    double worth = 0;
};

/// Of `alias`'s id, each with two values.
QString beginsWith(qsizetype words)
{
    return QStringLiteral(" AND EXISTS (SELECT 1 FROM recipient_word AS other WHERE other.recipient_id = r.id"
                          " AND other.word >= ? AND other.word < ?)")
        .repeated(words);
}

} // namespace

RecipientHistory::RecipientHistory(Database &database, const Clock &clock)
    : m_database(database), m_clock(clock)
{
}

Result<void, StoreError> RecipientHistory::remember(const QString &accountId, const MailboxList &taken)
{
    const QDateTime now = m_clock.now();
    return m_database.transaction([&]() -> Result<void, StoreError> {
        QList<qint64> ids;
        QSet<QString> seen;
        for (const Mailbox &mailbox : taken) {
            const QString key = keyOf(mailbox);
            if (seen.contains(key))
                continue;
            seen.insert(key);
            const auto id = rememberOne(accountId, mailbox, now);
            if (!id)
                return Failure{id.error()};
            ids.append(*id);
        }
        return ids.size() > mostInCompany ? Result<void, StoreError>() : rememberCompany(ids);
    });
}

Result<qint64, StoreError> RecipientHistory::rememberOne(const QString &accountId, const Mailbox &mailbox,
                                                         const QDateTime &now)
{
    const double moment = double(now.toMSecsSinceEpoch()) / halfLifeMilliseconds;
    const QString key = keyOf(mailbox);
    auto known = m_database.run(
        QStringLiteral("SELECT id, score, display_name FROM recipient WHERE address_key = ?"), {key});
    if (!known)
        return Failure{known.error()};
    const bool isKnown = known->next();
    const QString knownName = isKnown ? known->value(2).toString() : QString();
    const double score = isKnown ? scoreWith(known->value(1).toDouble(), moment) : moment;
    Mailbox named = mailbox; // a name is not lost by a letter that has none
    if (named.displayName.isEmpty())
        named.displayName = knownName;
    auto written = m_database.run(
        QStringLiteral("INSERT INTO recipient (address_key, display_name, local_part, domain, letters, score,"
                       " last, last_offset) VALUES (?, ?, ?, ?, 1, ?, ?, ?)"
                       " ON CONFLICT (address_key) DO UPDATE SET display_name = excluded.display_name,"
                       " local_part = excluded.local_part, domain = excluded.domain, letters = letters + 1,"
                       " score = excluded.score, last = excluded.last, last_offset = excluded.last_offset"
                       " RETURNING id"),
        {key, named.displayName, named.localPart, named.domain, score, now.toMSecsSinceEpoch(),
         now.offsetFromUtc()});
    if (!written)
        return Failure{written.error()};
    if (!written->next())
        return Failure{StoreError{StoreError::Kind::Failed, key}};
    const qint64 id = written->value(0).toLongLong();
    written->finish();
    if (!isKnown || named.displayName != knownName) {
        if (auto words = writeWords(id, named); !words)
            return Failure{words.error()};
    }
    auto account = m_database.run(
        QStringLiteral("INSERT OR IGNORE INTO recipient_account (recipient_id, account_id) VALUES (?, ?)"),
        {id, accountId});
    if (!account)
        return Failure{account.error()};
    return id;
}

Result<void, StoreError> RecipientHistory::writeWords(qint64 id, const Mailbox &mailbox)
{
    auto removed = m_database.run(QStringLiteral("DELETE FROM recipient_word WHERE recipient_id = ?"), {id});
    if (!removed)
        return Failure{removed.error()};
    for (const QString &word : recipientWords(mailbox)) {
        auto written = m_database.run(
            QStringLiteral("INSERT INTO recipient_word (word, recipient_id) VALUES (?, ?)"), {word, id});
        if (!written)
            return Failure{written.error()};
    }
    return {};
}

Result<void, StoreError> RecipientHistory::rememberCompany(const QList<qint64> &ids)
{
    for (const qint64 one : ids) {
        for (const qint64 other : ids) {
            if (one == other)
                continue;
            auto written = m_database.run(
                QStringLiteral("INSERT INTO recipient_company (recipient_id, other_id, letters)"
                               " VALUES (?, ?, 1)"
                               " ON CONFLICT (recipient_id, other_id) DO UPDATE SET letters = letters + 1"),
                {one, other});
            if (!written)
                return Failure{written.error()};
        }
    }
    return {};
}

Result<QList<KnownRecipient>, StoreError> RecipientHistory::matching(const RecipientQuestion &question) const
{
    QStringList words = typedWords(question.typed);
    if (words.isEmpty() || question.limit <= 0)
        return QList<KnownRecipient>();
    // The rarest first: where few have it, they are all looked at.
    int fewest = mostExact + 1;
    for (qsizetype i = 0; i < words.size(); ++i) {
        auto counted = m_database.run(QStringLiteral("SELECT count(*) FROM (SELECT 1 FROM recipient_word"
                                                     " WHERE word >= ? AND word < ? LIMIT ?)"),
                                      {words[i], endOf(words[i]), mostExact + 1});
        if (!counted)
            return Failure{counted.error()};
        const int count = counted->next() ? counted->value(0).toInt() : 0;
        if (count < fewest) {
            fewest = count;
            words.move(i, 0);
        }
    }
    const bool isRare = fewest <= mostExact;
    QStringList present;
    for (const Mailbox &mailbox : question.present)
        present.append(keyOf(mailbox));

    // together: letters that went to them and to somebody who is present
    const QString select =
        QStringLiteral("SELECT r.address_key, r.display_name, r.local_part, r.domain, r.letters, r.last,"
                       " r.last_offset, r.score, EXISTS (SELECT 1 FROM recipient_account AS a WHERE"
                       " a.recipient_id = r.id AND a.account_id = ?), (SELECT coalesce(sum(c.letters), 0)"
                       " FROM recipient AS p JOIN recipient_company AS c ON c.recipient_id = p.id"
                       " WHERE p.address_key IN (%1) AND c.other_id = r.id) FROM ")
            .arg(marks(present.size()));
    QVariantList values{question.accountId};
    for (const QString &key : present)
        values.append(key);
    const auto range = [&values](const QString &word) { values << word << endOf(word); };
    QString from;
    if (isRare) {
        from = QStringLiteral("recipient AS r WHERE r.id IN (SELECT recipient_id FROM recipient_word"
                              " WHERE word >= ? AND word < ?)") +
               beginsWith(words.size() - 1);
        for (const QString &word : words)
            range(word);
    } else {
        from = QStringLiteral("(SELECT * FROM recipient ORDER BY score DESC LIMIT ?) AS r WHERE 1") +
               beginsWith(words.size());
        values.append(mostLikely);
        for (const QString &word : words)
            range(word);
    }
    values.append(candidates);
    auto query = m_database.run(select + from + QStringLiteral(" ORDER BY r.score DESC LIMIT ?"), values);
    if (!query)
        return Failure{query.error()};

    QList<Candidate> found;
    while (query->next()) {
        Candidate candidate;
        candidate.key = query->value(0).toString();
        if (present.contains(candidate.key))
            continue;
        candidate.recipient.mailbox = {query->value(1).toString(), query->value(2).toString(),
                                       query->value(3).toString()};
        candidate.recipient.letters = query->value(4).toInt();
        candidate.recipient.last = QDateTime::fromMSecsSinceEpoch(query->value(5).toLongLong(),
                                                                  Qt::OffsetFromUTC, query->value(6).toInt());
        candidate.worth = query->value(7).toDouble() + (query->value(8).toBool() ? worthOfAccount : 0) +
                          worthOfCompany * std::log2(1 + query->value(9).toDouble());
        found.append(std::move(candidate));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Candidate &a, const Candidate &b) { return a.worth > b.worth; });
    QList<KnownRecipient> likeliest;
    for (const Candidate &candidate : found.first(std::min<qsizetype>(found.size(), question.limit)))
        likeliest.append(candidate.recipient);
    return likeliest;
}

Result<void, StoreError> RecipientHistory::forget(const Mailbox &mailbox)
{
    auto removed =
        m_database.run(QStringLiteral("DELETE FROM recipient WHERE address_key = ?"), {keyOf(mailbox)});
    if (!removed)
        return Failure{removed.error()};
    return {};
}

} // namespace pennypost
