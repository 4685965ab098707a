// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Schema.h"

namespace pennypost {

namespace {

// Times are milliseconds since 1970 UTC beside the offset in seconds, so that rows sort by instant and are
// shown as they were written. What a list shows or a search asks for stands in columns; the letter itself is
// JSON (core/drafts/MessageJson), which takes new members without a new version of the schema.
QStringList stepFromNothing()
{
    return {
        // message_id outlives edits: given when the draft first goes out, the same for every later attempt.
        QStringLiteral("CREATE TABLE draft ("
                       " id TEXT PRIMARY KEY NOT NULL,"
                       " account_id TEXT NOT NULL,"
                       " message_id BLOB NOT NULL,"
                       " subject TEXT NOT NULL,"
                       " typed_to TEXT NOT NULL,"
                       " typed_cc TEXT NOT NULL,"
                       " typed_bcc TEXT NOT NULL,"
                       " rich INTEGER NOT NULL,"
                       " cursor INTEGER NOT NULL,"
                       " message TEXT NOT NULL,"
                       " saved_at INTEGER NOT NULL,"
                       " saved_offset INTEGER NOT NULL) STRICT"),
        QStringLiteral("CREATE INDEX draft_by_time ON draft (saved_at)"),
        QStringLiteral("CREATE TABLE draft_blob ("
                       " draft_id TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,"
                       " sha256 BLOB NOT NULL,"
                       " PRIMARY KEY (draft_id, sha256)) STRICT, WITHOUT ROWID"),

        // No foreign key to draft: the item holds the whole letter and stays when its draft is discarded.
        // doubtful: an earlier attempt at the same draft may have been sent, and nobody has settled that.
        QStringLiteral("CREATE TABLE outbox_item ("
                       " id TEXT PRIMARY KEY NOT NULL,"
                       " draft_id TEXT NOT NULL,"
                       " account_id TEXT NOT NULL,"
                       " message_id BLOB NOT NULL,"
                       " subject TEXT NOT NULL,"
                       " message TEXT NOT NULL,"
                       " envelope TEXT NOT NULL,"
                       " phase TEXT NOT NULL,"
                       " doubtful INTEGER NOT NULL,"
                       " owner TEXT NOT NULL,"
                       " since INTEGER NOT NULL,"
                       " since_offset INTEGER NOT NULL) STRICT"),
        // One letter is on its way once.
        QStringLiteral(
            "CREATE UNIQUE INDEX outbox_item_by_draft ON outbox_item (draft_id) WHERE draft_id <> ''"),
        QStringLiteral("CREATE TABLE outbox_blob ("
                       " item_id TEXT NOT NULL REFERENCES outbox_item (id) ON DELETE CASCADE,"
                       " sha256 BLOB NOT NULL,"
                       " PRIMARY KEY (item_id, sha256)) STRICT, WITHOUT ROWID"),

        QStringLiteral("CREATE TABLE sent ("
                       " id TEXT PRIMARY KEY NOT NULL,"
                       " account_id TEXT NOT NULL,"
                       " message_id BLOB NOT NULL,"
                       " subject TEXT NOT NULL,"
                       " recipients TEXT NOT NULL,"
                       " search_key TEXT NOT NULL,"
                       " message TEXT NOT NULL,"
                       " receipt TEXT NOT NULL,"
                       " settled_by_hand INTEGER NOT NULL,"
                       " time INTEGER NOT NULL,"
                       " time_offset INTEGER NOT NULL) STRICT"),
        QStringLiteral("CREATE INDEX sent_by_time ON sent (time)"),
        QStringLiteral("CREATE INDEX sent_by_message_id ON sent (message_id)"),
        QStringLiteral("CREATE TABLE sent_recipient ("
                       " sent_id TEXT NOT NULL REFERENCES sent (id) ON DELETE CASCADE,"
                       " position INTEGER NOT NULL,"
                       " path TEXT NOT NULL,"
                       " accepted INTEGER NOT NULL,"
                       " PRIMARY KEY (sent_id, position)) STRICT, WITHOUT ROWID"),
        QStringLiteral("CREATE TABLE sent_blob ("
                       " sent_id TEXT NOT NULL REFERENCES sent (id) ON DELETE CASCADE,"
                       " sha256 BLOB NOT NULL,"
                       " PRIMARY KEY (sent_id, sha256)) STRICT, WITHOUT ROWID"),
    };
}

/// finished: the bytes came ready made (--eml), and `message` holds what their header said. Version 1 did not
/// write that down; such a message is told by having neither bodies nor attachments, whose members the JSON
/// then lacks (a quotation mark within a value is escaped, so that no text looks like one).
QStringList stepFinishedMessages()
{
    const auto bare = QStringLiteral(" message NOT LIKE '%\"text\":%' AND message NOT LIKE '%\"html\":%'"
                                     " AND message NOT LIKE '%\"attachments\":%'");
    const auto column = QStringLiteral("ALTER TABLE %1 ADD COLUMN finished INTEGER NOT NULL DEFAULT 0");
    return {
        column.arg(QStringLiteral("outbox_item")),
        column.arg(QStringLiteral("sent")),
        QStringLiteral("UPDATE outbox_item SET finished = 1 WHERE draft_id = '' AND") + bare,
        QStringLiteral("UPDATE sent SET finished = 1 WHERE") + bare,
    };
}

/// Whom letters went to (core/contacts), from now on. score: RecipientHistory's own measure.
QStringList stepRecipients()
{
    return {
        QStringLiteral("CREATE TABLE recipient ("
                       " id INTEGER PRIMARY KEY NOT NULL,"
                       " address_key TEXT NOT NULL UNIQUE,"
                       " display_name TEXT NOT NULL,"
                       " local_part TEXT NOT NULL,"
                       " domain TEXT NOT NULL,"
                       " letters INTEGER NOT NULL,"
                       " score REAL NOT NULL,"
                       " last INTEGER NOT NULL,"
                       " last_offset INTEGER NOT NULL) STRICT"),
        QStringLiteral("CREATE INDEX recipient_by_score ON recipient (score)"),
        QStringLiteral("CREATE TABLE recipient_word ("
                       " word TEXT NOT NULL,"
                       " recipient_id INTEGER NOT NULL REFERENCES recipient (id) ON DELETE CASCADE,"
                       " PRIMARY KEY (word, recipient_id)) STRICT, WITHOUT ROWID"),
        QStringLiteral("CREATE INDEX recipient_word_by_recipient ON recipient_word (recipient_id, word)"),
        QStringLiteral("CREATE TABLE recipient_account ("
                       " recipient_id INTEGER NOT NULL REFERENCES recipient (id) ON DELETE CASCADE,"
                       " account_id TEXT NOT NULL,"
                       " PRIMARY KEY (recipient_id, account_id)) STRICT, WITHOUT ROWID"),
        QStringLiteral("CREATE TABLE recipient_company ("
                       " recipient_id INTEGER NOT NULL REFERENCES recipient (id) ON DELETE CASCADE,"
                       " other_id INTEGER NOT NULL REFERENCES recipient (id) ON DELETE CASCADE,"
                       " letters INTEGER NOT NULL,"
                       " PRIMARY KEY (recipient_id, other_id)) STRICT, WITHOUT ROWID"),
        QStringLiteral("CREATE INDEX recipient_company_by_other ON recipient_company (other_id)"),
    };
}

/// The Sent list's words, found by their beginnings (core/outbox/SentRows, which keeps the index in step with
/// sent_words: no trigger may write to it, for the schema is not trusted). ids grow, so that the newest
/// letter is the last. Of letters that went out before, the words are as they were written, and the index
/// folds most of what a search folds.
QStringList stepSearch()
{
    return {
        QStringLiteral("CREATE TABLE sent_words ("
                       " id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,"
                       " sent_id TEXT NOT NULL UNIQUE REFERENCES sent (id) ON DELETE CASCADE,"
                       " words TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE VIRTUAL TABLE sent_search USING fts5 (words, content = 'sent_words',"
                       " content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2')"),
        QStringLiteral("INSERT INTO sent_words (sent_id, words) SELECT id,"
                       " search_key || ' ' || coalesce(json_extract(message, '$.text'), '') FROM sent"
                       " ORDER BY time, rowid"),
        QStringLiteral("INSERT INTO sent_search (sent_search) VALUES ('rebuild')"),
        QStringLiteral("ALTER TABLE sent DROP COLUMN search_key"),
    };
}

} // namespace

QList<QStringList> schemaSteps()
{
    return {stepFromNothing(), stepFinishedMessages(), stepRecipients() + stepSearch()};
}

} // namespace pennypost
