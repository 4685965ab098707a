// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drafts/DraftStore.h"
#include "core/store/BlobStore.h"
#include "tests/fakes/FakeClock.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace pennypost;
using namespace std::chrono_literals;

namespace {

Draft draftOf(const QString &id)
{
    Draft draft;
    draft.id = id;
    draft.accountId = QStringLiteral("alice-example-org");
    draft.message.from = {QStringLiteral("Alice"), QStringLiteral("alice"), QStringLiteral("example.org")};
    draft.message.to = {{{}, QStringLiteral("bob"), QStringLiteral("example.net")}};
    draft.message.subject = QStringLiteral("Subject of ") + id;
    draft.message.text = QStringLiteral("Half a sen");
    draft.typedTo = QStringLiteral("bob@example.net, carol@");
    draft.typedCc = QStringLiteral("dan");
    draft.typedBcc = QStringLiteral("\"Eve");
    draft.rich = true;
    draft.cursor = 10;
    return draft;
}

} // namespace

class TestDraftStore : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_profile;
    FakeClock m_clock;
    QString file() const { return m_profile->filePath(QStringLiteral("pennypost.sqlite")); }

private Q_SLOTS:
    void init() { m_profile = std::make_unique<QTemporaryDir>(); }

    void asItWas()
    {
        Draft draft = draftOf(QStringLiteral("a"));
        {
            Database database(file());
            const auto saved = DraftStore(database, m_clock).save(draft);
            QVERIFY(saved);
            QCOMPARE(*saved, m_clock.now());
        }
        Database database(file());
        const auto loaded = DraftStore(database, m_clock).load(QStringLiteral("a"));
        QVERIFY(loaded);
        draft.savedAt = m_clock.now();
        QVERIFY(*loaded == draft);
        QCOMPARE(loaded->savedAt.offsetFromUtc(), m_clock.now().offsetFromUtc());
    }

    void anEmptyOneToo()
    {
        Database database(file());
        DraftStore store(database, m_clock);
        Draft draft;
        draft.id = QStringLiteral("empty");
        QVERIFY(store.save(draft));
        draft.savedAt = m_clock.now();
        QVERIFY(*store.load(draft.id) == draft);
    }

    void savingAgainReplaces()
    {
        Database database(file());
        DraftStore store(database, m_clock);
        Draft draft = draftOf(QStringLiteral("a"));
        QVERIFY(store.save(draft));
        m_clock.advance(5s);
        draft.message.text = QStringLiteral("A whole sentence.");
        draft.rich = false;
        draft.typedTo.clear();
        QVERIFY(store.save(draft));
        draft.savedAt = m_clock.now();
        QVERIFY(*store.load(draft.id) == draft);
        QCOMPARE(store.list()->size(), 1);
    }

    void newestFirst()
    {
        Database database(file());
        DraftStore store(database, m_clock);
        for (const QString &id : {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}) {
            QVERIFY(store.save(draftOf(id)));
            m_clock.advance(1s);
        }
        QVERIFY(store.save(draftOf(QStringLiteral("a"))));
        const auto list = store.list();
        QVERIFY(list);
        QStringList ids;
        for (const DraftSummary &summary : *list)
            ids.append(summary.id);
        QCOMPARE(ids, (QStringList{QStringLiteral("a"), QStringLiteral("c"), QStringLiteral("b")}));
        const DraftSummary expected{QStringLiteral("a"),
                                    QStringLiteral("alice-example-org"),
                                    QStringLiteral("bob@example.net, carol@"),
                                    QStringLiteral("Subject of a"),
                                    m_clock.now(),
                                    false};
        QVERIFY(list->first() == expected);
    }

    void removing()
    {
        Database database(file());
        DraftStore store(database, m_clock);
        QVERIFY(store.save(draftOf(QStringLiteral("a"))));
        QVERIFY(store.save(draftOf(QStringLiteral("b"))));
        QVERIFY(store.remove(QStringLiteral("a")));
        QVERIFY2(store.remove(QStringLiteral("a")), "what is not there is removed already");
        const auto loaded = store.load(QStringLiteral("a"));
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().kind, StoreError::Kind::NotFound);
        QVERIFY(store.load(QStringLiteral("b")));
    }

    // The editor knows nothing of the Message-ID that Outbox gave: its next autosave must not lose it.
    void theMessageIdStays_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("never had one") << QByteArray() << QByteArray() << QByteArray();
        QTest::newRow("saved without") << QByteArray("1@x") << QByteArray() << QByteArray("1@x");
        QTest::newRow("given later") << QByteArray() << QByteArray("2@x") << QByteArray("2@x");
        QTest::newRow("given anew") << QByteArray("1@x") << QByteArray("2@x") << QByteArray("2@x");
    }
    void theMessageIdStays()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(QByteArray, kept);
        Database database(file());
        DraftStore store(database, m_clock);
        Draft draft = draftOf(QStringLiteral("a"));
        draft.message.messageId = first;
        QVERIFY(store.save(draft));
        draft.message.messageId = second;
        QVERIFY(store.save(draft));
        QCOMPARE(store.load(draft.id)->message.messageId, kept);
    }

    // --- attachments

    void blobsAreHeldWhileADraftNamesThem()
    {
        const BlobStore blobs(m_profile->filePath(QStringLiteral("blobs")));
        const auto one = blobs.captureBytes("one");
        const auto two = blobs.captureBytes("two");
        QVERIFY(one && two);
        Database database(file());
        DraftStore store(database, m_clock);
        Draft draft = draftOf(QStringLiteral("a"));
        for (const auto &blob : {*one, *two, *one}) // the same file twice
            draft.message.attachments.append({QStringLiteral("f"),
                                              "text/plain",
                                              Attachment::Disposition::Attachment,
                                              {},
                                              3,
                                              blob.content});
        QVERIFY(store.save(draft));
        auto held = *store.blobs();
        QCOMPARE(QSet<QByteArray>(held.begin(), held.end()),
                 (QSet<QByteArray>{one->content.sha256, two->content.sha256}));
        QVERIFY(store.load(draft.id)->message == draft.message);

        draft.message.attachments = {draft.message.attachments[1]};
        QVERIFY(store.save(draft));
        QCOMPARE(*store.blobs(), QList<QByteArray>{two->content.sha256});
        QVERIFY(store.remove(draft.id));
        QCOMPARE(*store.blobs(), QList<QByteArray>());
    }

    void aProfileThatMovedFindsItsBlobs()
    {
        const QString before = m_profile->filePath(QStringLiteral("before"));
        const QString after = m_profile->filePath(QStringLiteral("after"));
        const auto blob = BlobStore(before + QStringLiteral("/blobs")).captureBytes("bytes");
        QVERIFY(blob);
        {
            Database database(before + QStringLiteral("/pennypost.sqlite"));
            Draft draft = draftOf(QStringLiteral("a"));
            draft.message.attachments = {{QStringLiteral("f"),
                                          "text/plain",
                                          Attachment::Disposition::Attachment,
                                          {},
                                          5,
                                          blob->content}};
            QVERIFY(DraftStore(database, m_clock).save(draft));
        }
        QVERIFY(QDir().rename(before, after));
        Database database(after + QStringLiteral("/pennypost.sqlite"));
        const auto loaded = DraftStore(database, m_clock).load(QStringLiteral("a"));
        QVERIFY(loaded);
        const auto content = std::get<BlobContent>(loaded->message.attachments[0].content);
        QCOMPARE(content, BlobStore(after + QStringLiteral("/blobs")).contentFor(blob->content.sha256));
        QVERIFY(QFile::exists(content.path));
    }

    // --- what goes wrong

    void aFullDiskLeavesTheOlderState()
    {
        Database database(file());
        DraftStore store(database, m_clock);
        Draft draft = draftOf(QStringLiteral("a"));
        QVERIFY(store.save(draft));
        const Draft before = *store.load(draft.id);
        auto pages = database.run(QStringLiteral("PRAGMA page_count"));
        QVERIFY(pages && pages->next());
        QVERIFY(database.run(QStringLiteral("PRAGMA max_page_count = %1").arg(pages->value(0).toInt())));
        draft.message.text = QString(200'000, u'x');
        const auto saved = store.save(draft);
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, StoreError::Kind::DiskFull);
        QVERIFY(*store.load(draft.id) == before);
    }

    /// Opened as an empty one it would be saved as that.
    void aDamagedLetterIsNotAnEmptyOne()
    {
        Database database(file());
        DraftStore store(database, m_clock);
        QVERIFY(store.save(draftOf(QStringLiteral("a"))));
        QVERIFY(store.save(draftOf(QStringLiteral("b"))));
        QVERIFY(
            database.run(QStringLiteral("UPDATE draft SET message = substr(message, 1, 20) WHERE id = 'a'")));
        const auto loaded = store.load(QStringLiteral("a"));
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().kind, StoreError::Kind::Unreadable);
        QVERIFY(store.load(QStringLiteral("b")));
        QCOMPARE(store.list()->size(), 2); // it can still be seen, and removed
    }

    void withoutADatabase()
    {
        Database database(m_profile->filePath(QStringLiteral("no/folder/x.sqlite")));
        DraftStore store(database, m_clock);
        QCOMPARE(store.save(draftOf(QStringLiteral("a"))).error().kind, StoreError::Kind::CannotOpen);
        QCOMPARE(store.load(QStringLiteral("a")).error().kind, StoreError::Kind::CannotOpen);
        QCOMPARE(store.list().error().kind, StoreError::Kind::CannotOpen);
        QCOMPARE(store.remove(QStringLiteral("a")).error().kind, StoreError::Kind::CannotOpen);
        QCOMPARE(store.blobs().error().kind, StoreError::Kind::CannotOpen);
    }
};

QTEST_GUILESS_MAIN(TestDraftStore)
#include "tst_draftstore.moc"
