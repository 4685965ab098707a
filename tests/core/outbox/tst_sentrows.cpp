// SPDX-License-Identifier: GPL-3.0-or-later
// The Sent list, and which attachments are held.
#include "core/store/BlobStore.h"
#include "tests/core/outbox/OutboxStoreTest.h"

#include <algorithm>

using namespace pennypost;
using namespace std::chrono_literals;

class TestSentRows : public OutboxStoreTest
{
    Q_OBJECT

private Q_SLOTS:
    void search_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("found");
        const QStringList carols{QStringLiteral("c"), QStringLiteral("b"), QStringLiteral("a")};
        const QStringList all = QStringList{QStringLiteral("d")} + carols;
        QTest::newRow("nothing asked: all, newest first") << "" << all;
        QTest::newRow("a subject") << "grusse" << QStringList{QStringLiteral("b")};
        QTest::newRow("case and accents") << "GRÜßE" << QStringList{QStringLiteral("b")};
        QTest::newRow("a recipient") << "carol" << carols;
        QTest::newRow("the refused one, too") << "dora@" << QStringList{QStringLiteral("c")};
        QTest::newRow("queue text") << "4f3b2a1c" << all;
        QTest::newRow("each word, anywhere") << "100% carol" << QStringList{QStringLiteral("a")};
        QTest::newRow("a beginning") << "1%" << QStringList{QStringLiteral("a")};
        QTest::newRow("no middle") << "00" << QStringList{};
        QTest::newRow("the text") << "kettl" << QStringList{QStringLiteral("d")};
        QTest::newRow("a file's name") << "BERICHT mai" << QStringList{QStringLiteral("d")};
        QTest::newRow("an address") << "carol@example.net" << carols;
        QTest::newRow("Chinese, within a sentence")
            << QStringLiteral("天氣") << QStringList{QStringLiteral("d")};
        QTest::newRow("Chinese, in another order") << QStringLiteral("氣天") << QStringList{};
        QTest::newRow("a search's own words") << "NOT tea" << QStringList{};
        QTest::newRow("and its signs") << "\"gr*\" subject:x" << QStringList{};
        QTest::newRow("a sign alone") << "*" << QStringList{};
        QTest::newRow("an underscore is one") << "b_b" << QStringList{};
        QTest::newRow("a backslash is one") << "\\" << QStringList{};
        QTest::newRow("quotes do no harm") << "' OR 1=1 --" << QStringList{};
        QTest::newRow("not there") << "zebra" << QStringList{};
    }
    void search()
    {
        QFETCH(QString, words);
        QFETCH(QStringList, found);
        const auto keep = [&](const QString &id, const Message &message, bool lastRefused) {
            m_clock.advance(1min);
            QVERIFY(outbox().accepted({}, sentAs(id, message, m_clock.now(), lastRefused)));
        };
        keep(QStringLiteral("a"), stampedLetter(QStringLiteral("100% tea")), false);
        keep(QStringLiteral("b"), stampedLetter(QStringLiteral("Viele Grüße")), false);
        Message dora = letterTo(bobAndCarol + QStringList{QStringLiteral("dora@example.net")});
        keep(QStringLiteral("c"), dora, true);
        Message other = letterTo({QStringLiteral("erin@example.com")}, QStringLiteral("Other"));
        other.text = QStringLiteral("The kettle. 今天天氣很好。");
        other.attachments = {{QStringLiteral("Bericht Mai.pdf"),
                              "application/pdf",
                              Attachment::Disposition::Attachment,
                              {},
                              1,
                              MemoryContent{"x"}}};
        keep(QStringLiteral("d"), other, false);
        QStringList ids;
        const auto letters = outbox().sent(words);
        for (const SentSummary &summary : *letters)
            ids.append(summary.id);
        QCOMPARE(ids, found);
    }

    void limitAndRemoval()
    {
        for (const QString &id : {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}) {
            m_clock.advance(1s);
            QVERIFY(outbox().accepted({}, sentAs(id, stampedLetter(), m_clock.now())));
        }
        QCOMPARE(outbox().sent({}, 2)->size(), 2);
        QCOMPARE(outbox().sent({}, 2)->first().id, QStringLiteral("c"));
        QCOMPARE(outbox().sent(QStringLiteral("tea"), 2)->size(), 2);
        QCOMPARE(outbox().sent(QStringLiteral("tea"))->size(), 3);
        QVERIFY(outbox().removeSent(QStringLiteral("c")));
        QVERIFY(outbox().removeSent(QStringLiteral("c")));
        QCOMPARE(outbox().sent()->size(), 2);
        QCOMPARE(outbox().sent(QStringLiteral("tea"))->size(), 2);
        QVERIFY(m_database->run(
            QStringLiteral("INSERT INTO sent_search (sent_search) VALUES ('integrity-check')")));
    }

    void whoWasLeftOutDidNotGetIt()
    {
        Message message = letterTo(bobAndCarol + QStringList{QStringLiteral("dora@example.net")});
        SentLetter letter = sentAs(QStringLiteral("rest"), message, m_clock.now());
        QCOMPARE(letter.leftOut(), QStringList());
        letter.receipt.accepted = bobAndCarol; // the letter was sent to the others
        QCOMPARE(letter.leftOut(), QStringList{QStringLiteral("dora@example.net")});
        QVERIFY(outbox().accepted({}, letter));
        QCOMPARE(outbox().sent()->first().recipients, bobAndCarol.join(u", "));
        QCOMPARE(outbox().sent(QStringLiteral("dora"))->size(), 1);
        QCOMPARE(outbox().sentLetter(QStringLiteral("rest"))->leftOut(), letter.leftOut());
        letter.finished = true; // whose message is no more than a header
        QCOMPARE(letter.leftOut(), QStringList());
    }

    void aFinishedLetterShowsItsEnvelope()
    {
        SentLetter letter = sentAs(QStringLiteral("eml"), stampedLetter(), m_clock.now());
        letter.message = Message();
        QVERIFY(outbox().accepted({}, letter));
        QCOMPARE(outbox().sent()->first().recipients, bobAndCarol.join(u", "));
    }

    // --- attachments

    /// What an expert may bring back from the damaged file wants its attachments.
    void noBlobIsFreeBesideADamagedDatabase()
    {
        QVERIFY(outbox().blobsInUse());
        QFile damaged(file() + QStringLiteral(".damaged-1"));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        const auto inUse = outbox().blobsInUse();
        QVERIFY(!inUse);
        QCOMPARE(inUse.error().kind, StoreError::Kind::Damaged);
        QVERIFY(inUse.error().detail.contains(QStringLiteral(".damaged-1")));
        QVERIFY(damaged.remove());
        QVERIFY(outbox().blobsInUse());
    }

    void everyRowHoldsItsBlobs()
    {
        const auto with = [](char hash) {
            Message message = stampedLetter();
            message.attachments = {{QStringLiteral("f"),
                                    "x/y",
                                    Attachment::Disposition::Attachment,
                                    {},
                                    1,
                                    BlobContent{QByteArray(32, hash), {}}}};
            return message;
        };
        QVERIFY(drafts().save(draftWith(QStringLiteral("a"), with('a'))));
        QVERIFY(begin(m_item, m_draft, with('b')));
        QVERIFY(outbox().accepted({}, sentAs(QStringLiteral("c"), with('c'), m_clock.now())));
        auto hashes = *outbox().blobsInUse();
        std::sort(hashes.begin(), hashes.end());
        QCOMPARE(hashes, (QList<QByteArray>{QByteArray(32, 'a'), QByteArray(32, 'b'), QByteArray(32, 'c')}));
    }

    void blobsAreHeldOnTheWayAndAfterwards()
    {
        const auto blob = BlobStore(m_profile->filePath(QStringLiteral("blobs"))).captureBytes("bytes");
        QVERIFY(blob);
        Message message = stampedLetter();
        message.attachments = {
            {QStringLiteral("f"), "text/plain", Attachment::Disposition::Attachment, {}, 5, blob->content}};
        const QList<QByteArray> held{blob->content.sha256};
        QVERIFY(begin(m_item, m_draft, message));
        QCOMPARE(*outbox().blobs(), held);
        QVERIFY(outbox().accepted(m_item, sentAs(QStringLiteral("sent"), message, m_clock.now())));
        QCOMPARE(*outbox().blobs(), held);
        QVERIFY(outbox().removeSent(QStringLiteral("sent")));
        QVERIFY(outbox().blobs()->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSentRows)
#include "tst_sentrows.moc"
