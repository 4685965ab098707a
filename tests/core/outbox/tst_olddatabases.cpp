// SPDX-License-Identifier: GPL-3.0-or-later
// Databases of every version that was ever released, in tests/data/store. Each is opened as a profile's would
// be and must give back what was put in. A new version's file is written once, by the stores of that day:
//     PENNYPOST_WRITE_DATABASE=tests/data/store/version-3.sqlite build/dev/bin/tst_olddatabases write
#include "core/contacts/RecipientHistory.h"
#include "core/drafts/DraftStore.h"
#include "core/drafts/StoredMessage.h"
#include "core/outbox/OutboxStore.h"
#include "core/store/Schema.h"
#include "tests/core/outbox/Letters.h"
#include "tests/fakes/FakeClock.h"

#include <QDir>
#include <QFile>
#include <QSqlError>
#include <QTemporaryDir>
#include <QTest>

using namespace pennypost;

namespace {

const QString draftId = QStringLiteral("draft-1");
const QString itemId = QStringLiteral("item-1");
const QString sentId = QStringLiteral("sent-1");
const QString finishedId = QStringLiteral("item-2"); // from version 2 on

Message richLetter()
{
    Message message = letterTo({QStringLiteral("bob@example.net"), QStringLiteral("carol@example.net")},
                               QStringLiteral("Grüße, version by version"));
    message.cc = {
        {QStringLiteral("Dan \"D\" Ünal"), QStringLiteral("dan"), QStringLiteral("bücher.example")}};
    message.html = QStringLiteral("<p>At <b>five</b>?</p>");
    message.extraHeaders = {{"X-Mood", QStringLiteral("fine 😀")}};
    message.messageId = "kept@example.org";
    message.references = {"a@example.net", "b@example.net"};
    message.date = FakeClock::defaultStart();
    message.attachments = {
        {QStringLiteral("report.pdf"),
         "application/pdf",
         Attachment::Disposition::Attachment,
         {},
         1234,
         BlobContent{QByteArray(32, '\x42'), QStringLiteral("/nowhere/blobs/42/42")}},
        {QStringLiteral("dot.png"), "image/png", Attachment::Disposition::Inline, "dot@x", 3,
         MemoryContent{"png"}},
    };
    return message;
}

Draft theDraft()
{
    Draft draft = draftWith(draftId, richLetter());
    draft.rich = true;
    draft.cursor = 3;
    draft.typedBcc = QStringLiteral("half an addr");
    return draft;
}

/// Of a finished message only the header is known.
Message headerAlone()
{
    Message message = letterTo({QStringLiteral("bob@example.net")}, QStringLiteral("From \"text\": a file"));
    message.text.clear();
    message.messageId = "finished@example.org";
    return message;
}

SentLetter theSentLetter()
{
    return {sentId,       QStringLiteral("alice"),
            richLetter(), receiptFor(richLetter(), FakeClock::defaultStart(), true),
            false,        false};
}

} // namespace

class TestOldDatabases : public QObject
{
    Q_OBJECT

private:
    FakeClock m_clock;

private Q_SLOTS:
    void write()
    {
        const QString path = qEnvironmentVariable("PENNYPOST_WRITE_DATABASE");
        if (path.isEmpty())
            QSKIP("only when a new version is kept");
        QVERIFY(!QFile::exists(path));
        Database database(path);
        QVERIFY(DraftStore(database, m_clock).save(theDraft()));
        OutboxStore outbox(database, m_clock);
        OutboxItem item;
        item.id = itemId;
        item.draftId = draftId;
        item.accountId = QStringLiteral("alice");
        item.messageId = richLetter().messageId;
        item.subject = richLetter().subject;
        QVERIFY(outbox.begin(item, richLetter(), envelopeOf(richLetter())));
        QVERIFY(outbox.setPhase(itemId, Phase::FinalDot));
        QVERIFY(outbox.accepted({}, theSentLetter()));
        item.id = finishedId;
        item.draftId.clear();
        item.finished = true;
        QVERIFY(outbox.begin(item, headerAlone(), envelopeOf(headerAlone())));
        QVERIFY(outbox.setPhase(finishedId, Phase::FinalDot));
        QVERIFY(RecipientHistory(database, m_clock).remember(QStringLiteral("alice"), richLetter().cc));
    }

    void open_data()
    {
        QTest::addColumn<QString>("name");
        const QDir folder(QStringLiteral(PENNYPOST_TEST_DATA "/store"));
        for (const QString &name : folder.entryList({QStringLiteral("version-*.sqlite")}))
            QTest::newRow(qPrintable(name)) << name;
    }
    void open()
    {
        QFETCH(QString, name);
        QTemporaryDir profile;
        const QString file = profile.filePath(QStringLiteral("pennypost.sqlite"));
        QVERIFY(QFile::copy(QStringLiteral(PENNYPOST_TEST_DATA "/store/") + name, file));
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner));
        Database database(file);
        QVERIFY2(!database.openError(), database.openError() ? qPrintable(database.openError()->detail) : "");
        QCOMPARE(database.schemaVersion(), schemaSteps().size());

        Draft draft = theDraft();
        draft.savedAt = m_clock.now();
        const auto loaded = DraftStore(database, m_clock).load(draftId);
        QVERIFY(loaded && *loaded == draft);
        OutboxStore outbox(database, m_clock);
        QVERIFY(*outbox.sentLetter(sentId) == theSentLetter());
        QCOMPARE(outbox.sent(QStringLiteral("grusse dan"))->size(), 1);
        QCOMPARE(outbox.sent()->first().refused, 1);
        QCOMPARE(*outbox.blobs(), (QList<QByteArray>{QByteArray(32, '\x42'), QByteArray(32, '\x42')}));
        const auto known = RecipientHistory(database, m_clock)
                               .matching({QStringLiteral("unal"), QStringLiteral("alice"), {}});
        QVERIFY(known);
        QCOMPARE(known->size(), name < u"version-3.sqlite" ? 0 : 1); // not kept before
        QVERIFY(outbox.recover());                                   // the process that wrote it is long gone
        const auto items = outbox.items();
        QCOMPARE(items->size(), name == u"version-1.sqlite" ? 1 : 2);
        for (const OutboxItem &item : *items) {
            QCOMPARE(item.phase, Phase::MayHaveBeenSent);
            QCOMPARE(item.finished, item.id == finishedId);
        }
        QVERIFY(outbox.letterOf(itemId)->message == richLetter());
    }

    /// Version 1 did not say which items were finished messages: they are told by what they lack.
    void finishedMessagesOfVersionOne_data()
    {
        QTest::addColumn<QString>("itemDraft");
        QTest::addColumn<Message>("message");
        QTest::addColumn<bool>("finished");
        Message attached = headerAlone();
        attached.attachments = {richLetter().attachments[1]};
        Message rich = headerAlone();
        rich.html = QStringLiteral("<p>x</p>");
        QTest::newRow("a header alone, from the command line") << QString() << headerAlone() << true;
        QTest::newRow("with text") << QString() << richLetter() << false;
        QTest::newRow("with HTML alone") << QString() << rich << false;
        QTest::newRow("with attachments alone") << QString() << attached << false;
        QTest::newRow("of a draft") << QStringLiteral("draft-2") << headerAlone() << false;
    }
    void finishedMessagesOfVersionOne()
    {
        QFETCH(QString, itemDraft);
        QFETCH(Message, message);
        QFETCH(bool, finished);
        QTemporaryDir profile;
        const QString file = profile.filePath(QStringLiteral("pennypost.sqlite"));
        QVERIFY(QFile::copy(QStringLiteral(PENNYPOST_TEST_DATA "/store/version-1.sqlite"), file));
        {
            auto old = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("old"));
            old.setDatabaseName(file);
            QVERIFY(old.open());
            QSqlQuery query(old);
            QVERIFY(query.prepare(QStringLiteral("INSERT INTO outbox_item VALUES ('old', ?, 'alice', x'61',"
                                                 " 'Tea', ?, '{}', 'final-dot', 0, 'gone', 0, 0)")));
            query.addBindValue(itemDraft.isNull() ? QStringLiteral("") : itemDraft);
            query.addBindValue(storedMessage(message));
            QVERIFY2(query.exec(), qPrintable(query.lastError().text()));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("old"));
        Database database(file);
        QVERIFY(!database.openError());
        QCOMPARE(database.schemaVersion(), schemaSteps().size());
        const auto items = OutboxStore(database, m_clock).items();
        QCOMPARE(items->size(), 2);
        for (const OutboxItem &item : *items)
            QCOMPARE(item.finished, finished && item.id == u"old");
    }

    /// A version that was released has its file.
    void everyVersionIsKept()
    {
        for (int version = 1; version <= schemaSteps().size(); ++version)
            QVERIFY(
                QFile::exists(QStringLiteral(PENNYPOST_TEST_DATA "/store/version-%1.sqlite").arg(version)));
    }
};

QTEST_GUILESS_MAIN(TestOldDatabases)
#include "tst_olddatabases.moc"
