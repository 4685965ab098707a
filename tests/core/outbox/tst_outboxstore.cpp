// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drafts/DraftStore.h"
#include "core/outbox/OutboxStore.h"
#include "core/store/BlobStore.h"
#include "tests/core/outbox/Letters.h"
#include "tests/fakes/FakeClock.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace pennypost;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(pennypost::Phase)

namespace {

const QStringList bobAndCarol{QStringLiteral("bob@example.net"), QStringLiteral("carol@example.net")};

Message stampedLetter(const QString &subject = QStringLiteral("Tea"))
{
    Message message = letterTo(bobAndCarol, subject);
    message.messageId = "first@example.org";
    message.date = FakeClock::defaultStart();
    return message;
}

OutboxItem itemFor(const QString &id, const QString &draftId, const Message &message = stampedLetter())
{
    OutboxItem item;
    item.id = id;
    item.draftId = draftId;
    item.accountId = QStringLiteral("alice");
    item.messageId = message.messageId;
    item.subject = message.subject;
    return item;
}

SentLetter sentAs(const QString &id, const Message &message, const QDateTime &time, bool lastRefused = false)
{
    return {id, QStringLiteral("alice"), message, receiptFor(message, time, lastRefused), false};
}

} // namespace

class TestOutboxStore : public QObject
{
    Q_OBJECT

private:
    const QString m_draft = QStringLiteral("draft");
    const QString m_item = QStringLiteral("item");
    std::unique_ptr<QTemporaryDir> m_profile;
    FakeClock m_clock;
    std::unique_ptr<Database> m_database;

    QString file() const { return m_profile->filePath(QStringLiteral("pennypost.sqlite")); }
    OutboxStore outbox() { return {*m_database, m_clock}; }
    DraftStore drafts() { return {*m_database, m_clock}; }
    Result<void, StoreError> begin(const QString &id, const QString &draftId,
                                   const Message &message = stampedLetter())
    {
        return outbox().begin(itemFor(id, draftId, message), message, envelopeOf(message));
    }
    /// Phases of all items, by their names in the enum.
    QList<Phase> phases()
    {
        QList<Phase> phases;
        const auto items = outbox().items();
        for (const OutboxItem &item : *items)
            phases.append(item.phase);
        return phases;
    }

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<QTemporaryDir>();
        m_database = std::make_unique<Database>(file());
        QVERIFY(drafts().save(draftWith(m_draft, letterTo(bobAndCarol))));
    }
    void cleanup() { m_database.reset(); }

    void anItemAsItWasWritten()
    {
        m_clock.advance(3s);
        QVERIFY(begin(m_item, m_draft));
        OutboxItem expected = itemFor(m_item, m_draft);
        expected.recipients = bobAndCarol.join(u", ");
        expected.since = m_clock.now();
        const auto items = outbox().items();
        QVERIFY(items);
        QCOMPARE(items->size(), 1);
        QVERIFY(items->first() == expected);
        const auto letter = outbox().letterOf(m_item);
        QVERIFY(letter);
        QVERIFY(letter->message == stampedLetter());
        QCOMPARE(letter->receipt.accepted, bobAndCarol);
        QVERIFY(letter->settledByHand);
    }

    // --- ends

    void acceptedIsOneTransaction()
    {
        QVERIFY(begin(m_item, m_draft));
        QVERIFY(outbox().setPhase(m_item, Phase::FinalDot));
        const SentLetter letter = sentAs(QStringLiteral("sent"), stampedLetter(), m_clock.now(), true);
        QVERIFY(outbox().accepted(m_item, letter));
        QVERIFY(outbox().items()->isEmpty());
        QCOMPARE(drafts().load(m_draft).error().kind, StoreError::Kind::NotFound);
        m_database.reset();
        m_database = std::make_unique<Database>(file()); // survives a restart
        QVERIFY(*outbox().sentLetter(letter.id) == letter);
        const auto list = outbox().sent();
        QCOMPARE(list->size(), 1);
        const SentSummary expected{letter.id,
                                   QStringLiteral("alice"),
                                   bobAndCarol.join(u", "),
                                   QStringLiteral("Tea"),
                                   letter.receipt.time,
                                   1};
        QVERIFY(list->first() == expected);
    }

    void acceptedThatCannotBeStoredChangesNothing()
    {
        QVERIFY(begin(m_item, m_draft));
        QVERIFY(outbox().setPhase(m_item, Phase::FinalDot));
        const SentLetter letter = sentAs(QStringLiteral("sent"), stampedLetter(), m_clock.now());
        QVERIFY(m_database->run(QStringLiteral("DROP TABLE sent_blob"))); // the last thing that it writes
        SentLetter withBlob = letter;
        withBlob.message.attachments = {{QStringLiteral("f"),
                                         "x/y",
                                         Attachment::Disposition::Attachment,
                                         {},
                                         1,
                                         BlobContent{QByteArray(32, 'x'), {}}}};
        QVERIFY(!outbox().accepted(m_item, withBlob));
        QCOMPARE(phases(), QList<Phase>{Phase::FinalDot});
        QVERIFY(drafts().load(m_draft));
        QVERIFY(outbox().sent()->isEmpty());
    }

    void acceptedWithoutItsItem()
    {
        const SentLetter letter = sentAs(QStringLiteral("sent"), stampedLetter(), m_clock.now());
        QVERIFY(outbox().accepted(QStringLiteral("gone"), letter));
        QVERIFY(*outbox().sentLetter(letter.id) == letter);
    }

    void givenBackTheDraftIsWhole()
    {
        const Draft before = *drafts().load(m_draft);
        QVERIFY(begin(m_item, m_draft));
        QVERIFY(outbox().giveBack(m_item));
        QVERIFY(outbox().items()->isEmpty());
        Draft after = *drafts().load(m_draft);
        QCOMPARE(after.message.messageId, QByteArray("first@example.org")); // kept for the next attempt
        after.message.messageId.clear();
        QVERIFY(after == before);
        QVERIFY2(outbox().giveBack(m_item), "twice does no harm");
    }

    void settledAsSent()
    {
        QVERIFY(begin(m_item, m_draft));
        QVERIFY(outbox().setPhase(m_item, Phase::MayHaveBeenSent));
        QVERIFY(drafts().list()->first().mayHaveBeenSent);
        SentLetter letter = *outbox().letterOf(m_item);
        letter.settledByHand = false; // settleAsSent says so itself
        QVERIFY(outbox().settleAsSent(m_item, letter));
        QVERIFY(outbox().items()->isEmpty());
        QVERIFY(drafts().list()->isEmpty());
        QVERIFY(outbox().sentLetter(letter.id)->settledByHand);
    }

    void sentAgain_data()
    {
        QTest::addColumn<QString>("draftId");
        QTest::addColumn<bool>("discarded");
        QTest::addColumn<QString>("expected");
        QTest::newRow("its draft is there") << m_draft << false << m_draft;
        QTest::newRow("its draft was discarded") << m_draft << true << m_draft;
        QTest::newRow("from the command line") << QString() << false << m_item;
    }
    void sentAgain()
    {
        QFETCH(QString, draftId);
        QFETCH(bool, discarded);
        QFETCH(QString, expected);
        QVERIFY(begin(m_item, draftId));
        QVERIFY(outbox().setPhase(m_item, Phase::MayHaveBeenSent));
        if (discarded)
            QVERIFY(drafts().remove(m_draft));
        const auto id = outbox().giveBackAsDraft(m_item);
        QVERIFY(id);
        QCOMPARE(*id, expected);
        QVERIFY(outbox().items()->isEmpty());
        const auto draft = drafts().load(*id);
        QVERIFY(draft);
        QCOMPARE(draft->message.messageId, QByteArray("first@example.org"));
        QCOMPARE(draft->message.text, stampedLetter().text);
        QCOMPARE(draft->typedTo, bobAndCarol.join(u", "));
        QVERIFY(!draft->message.date.isValid());
        QCOMPARE(*outbox().messageIdOf(*id), QByteArray("first@example.org"));
    }

    // --- a finished message: its bytes are not ours to edit, nor ours to keep

    void aFinishedMessageIsNoDraft()
    {
        OutboxItem item = itemFor(m_item, {});
        item.finished = true;
        Message header = stampedLetter();
        header.text.clear();
        QVERIFY(outbox().begin(item, header, envelopeOf(header)));
        QVERIFY(outbox().setPhase(m_item, Phase::MayHaveBeenSent));
        QVERIFY(outbox().items()->first().finished);
        const auto refused = outbox().giveBackAsDraft(m_item);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, StoreError::Kind::NoDraft);
        QCOMPARE(phases(), QList<Phase>{Phase::MayHaveBeenSent});
        QCOMPARE(drafts().list()->size(), 1); // the one of init()
        const auto letter = outbox().letterOf(m_item);
        QVERIFY(letter && letter->finished);
        QVERIFY(outbox().settleAsSent(m_item, *letter));
        QVERIFY(outbox().sentLetter(m_item)->finished); // what stands there is its header alone
    }

    void anOrdinaryOneIsNotFinished()
    {
        QVERIFY(begin(m_item, {}));
        QVERIFY(!outbox().items()->first().finished);
        QVERIFY(!outbox().letterOf(m_item)->finished);
    }

    void forgetting_data()
    {
        QTest::addColumn<Phase>("phase");
        QTest::addColumn<bool>("forgotten");
        QTest::newRow("in doubt") << Phase::MayHaveBeenSent << true;
        QTest::newRow("on its way") << Phase::Sending << false;
        QTest::newRow("at its dot") << Phase::FinalDot << false;
    }
    void forgetting()
    {
        QFETCH(Phase, phase);
        QFETCH(bool, forgotten);
        QVERIFY(begin(m_item, m_draft));
        QVERIFY(outbox().setPhase(m_item, phase));
        QCOMPARE(outbox().forget(m_item).hasValue(), forgotten);
        QCOMPARE(outbox().items()->isEmpty(), forgotten);
        QVERIFY(drafts().load(m_draft));
        QVERIFY2(!forgotten || outbox().forget(m_item), "twice does no harm");
    }

    // --- one letter, several attempts

    void onItsWayOnce_data()
    {
        QTest::addColumn<Phase>("earlier");
        QTest::addColumn<bool>("taken");
        QTest::newRow("sending") << Phase::Sending << false;
        QTest::newRow("at its dot") << Phase::FinalDot << false;
        QTest::newRow("in doubt") << Phase::MayHaveBeenSent << true;
    }
    void onItsWayOnce()
    {
        QFETCH(Phase, earlier);
        QFETCH(bool, taken);
        QVERIFY(begin(m_item, m_draft));
        QVERIFY(outbox().setPhase(m_item, earlier));
        QCOMPARE(begin(QStringLiteral("second"), m_draft).hasValue(), taken);
        QCOMPARE(outbox().items()->size(), 1);
        QCOMPARE(outbox().items()->first().id, taken ? QStringLiteral("second") : m_item);
        QVERIFY2(begin(QStringLiteral("cli-1"), {}) && begin(QStringLiteral("cli-2"), {}), "others are free");
    }

    void doubtOutlivesAFailedSecondAttempt()
    {
        QVERIFY(begin(m_item, m_draft));
        QVERIFY(outbox().setPhase(m_item, Phase::MayHaveBeenSent));
        QVERIFY(begin(QStringLiteral("second"), m_draft));
        QVERIFY(outbox().giveBack(QStringLiteral("second")));
        QCOMPARE(phases(), QList<Phase>{Phase::MayHaveBeenSent}); // the first one may still have been sent
    }

    /// Said twice, by a failure and by the outbox that goes at that moment.
    void doubtOutlivesAnAttemptThatIsGivenBackTwice()
    {
        QVERIFY(begin(m_item, m_draft));
        QVERIFY(outbox().setPhase(m_item, Phase::MayHaveBeenSent));
        QVERIFY(begin(QStringLiteral("second"), m_draft));
        QVERIFY(outbox().giveBack(QStringLiteral("second")));
        QVERIFY(outbox().giveBack(QStringLiteral("second")));
        QCOMPARE(phases(), QList<Phase>{Phase::MayHaveBeenSent});
        QVERIFY(outbox().forget(QStringLiteral("second"))); // a person says that it was not
        QVERIFY(outbox().items()->isEmpty());
    }

    void knownMessageIds()
    {
        QCOMPARE(*outbox().messageIdOf(m_draft), QByteArray());
        QVERIFY(begin(m_item, m_draft));
        QCOMPARE(*outbox().messageIdOf(m_draft), QByteArray("first@example.org"));
        QVERIFY(drafts().save(draftWith(m_draft, letterTo(bobAndCarol, QStringLiteral("edited")))));
        QVERIFY(outbox().giveBack(m_item));
        QCOMPARE(*outbox().messageIdOf(m_draft), QByteArray("first@example.org"));
        QVERIFY(begin(m_item, QStringLiteral("never saved")));
        QCOMPARE(*outbox().messageIdOf(QStringLiteral("never saved")), QByteArray("first@example.org"));
    }

    void phasesOfNothing()
    {
        QCOMPARE(outbox().setPhase(QStringLiteral("none"), Phase::FinalDot).error().kind,
                 StoreError::Kind::NotFound);
        QCOMPARE(outbox().letterOf(QStringLiteral("none")).error().kind, StoreError::Kind::NotFound);
        QCOMPARE(outbox().giveBackAsDraft(QStringLiteral("none")).error().kind, StoreError::Kind::NotFound);
        QCOMPARE(outbox().sentLetter(QStringLiteral("none")).error().kind, StoreError::Kind::NotFound);
    }

    // --- at a start

    void recover_data()
    {
        QTest::addColumn<Phase>("phase");
        QTest::addColumn<bool>("living");
        QTest::addColumn<QList<Phase>>("left");
        using Phases = QList<Phase>;
        QTest::newRow("left while sending") << Phase::Sending << false << Phases{};
        QTest::newRow("left at the dot") << Phase::FinalDot << false << Phases{Phase::MayHaveBeenSent};
        QTest::newRow("left in doubt") << Phase::MayHaveBeenSent << false << Phases{Phase::MayHaveBeenSent};
        QTest::newRow("another process sends it") << Phase::Sending << true << Phases{Phase::Sending};
        QTest::newRow("another one's dot") << Phase::FinalDot << true << Phases{Phase::FinalDot};
    }
    void recover()
    {
        QFETCH(Phase, phase);
        QFETCH(bool, living);
        QFETCH(QList<Phase>, left);
        auto other = std::move(m_database);
        OutboxStore others(*other, m_clock);
        QVERIFY(others.begin(itemFor(m_item, m_draft), stampedLetter(), envelopeOf(stampedLetter())));
        QVERIFY(others.setPhase(m_item, phase));
        if (!living)
            other.reset();
        m_database = std::make_unique<Database>(file());
        QVERIFY(outbox().recover());
        QCOMPARE(phases(), left);
        QVERIFY2(drafts().load(m_draft), "the draft is there in any case");
        QVERIFY(outbox().recover());
        QCOMPARE(phases(), left);
    }

    /// Deleted while it went out, or never stored: what the crash left in the outbox is all there is.
    void aLetterLeftWithoutItsDraftBecomesOne()
    {
        QVERIFY(begin(m_item, m_draft));
        QVERIFY(drafts().remove(m_draft));
        QVERIFY(m_database->run(QStringLiteral("UPDATE outbox_item SET owner = 'gone'")));
        QVERIFY(outbox().recover());
        QVERIFY(outbox().items()->isEmpty());
        const auto draft = drafts().load(m_draft);
        QVERIFY(draft);
        QCOMPARE(draft->message.text, stampedLetter().text);
        QCOMPARE(draft->typedTo, bobAndCarol.join(u", "));
    }

    /// One that cannot be read keeps no other from being recovered, and is not thrown away.
    void aDamagedLetterLeftBehind()
    {
        QVERIFY(begin(m_item, QStringLiteral("never stored")));
        QVERIFY(begin(QStringLiteral("whole"), m_draft));
        QVERIFY(m_database->run(QStringLiteral("UPDATE outbox_item SET owner = 'gone'")));
        QVERIFY(
            m_database->run(QStringLiteral("UPDATE outbox_item SET message = '' WHERE id = ?"), {m_item}));
        QVERIFY(outbox().recover());
        QCOMPARE(phases(), QList<Phase>{Phase::MayHaveBeenSent});
        QCOMPARE(outbox().items()->first().id, m_item);
        QVERIFY(drafts().load(m_draft));
    }

    /// A later Pennypost's: what it means is not known, so nothing is concluded from it.
    void aPhaseOfALaterVersionIsInDoubt()
    {
        QVERIFY(begin(m_item, m_draft));
        QVERIFY(
            m_database->run(QStringLiteral("UPDATE outbox_item SET phase = 'handed-over', owner = 'gone'")));
        QVERIFY(outbox().recover());
        QCOMPARE(phases(), QList<Phase>{Phase::MayHaveBeenSent});
        QCOMPARE(*outbox().messageIdOf(m_draft), QByteArray("first@example.org"));
        QVERIFY(outbox().forget(m_item));
    }

    void ourOwnItemsAreNotLeftBehind()
    {
        QVERIFY(begin(m_item, m_draft));
        QVERIFY(outbox().recover());
        QCOMPARE(phases(), QList<Phase>{Phase::Sending});
    }

    // --- the Sent list

    void search_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("found");
        const QStringList all{QStringLiteral("c"), QStringLiteral("b"), QStringLiteral("a")};
        QTest::newRow("nothing asked: all, newest first") << "" << all;
        QTest::newRow("a subject") << "grusse" << QStringList{QStringLiteral("b")};
        QTest::newRow("case and accents") << "GRÜßE" << QStringList{QStringLiteral("b")};
        QTest::newRow("a recipient") << "carol" << all;
        QTest::newRow("the refused one, too") << "dora@" << QStringList{QStringLiteral("c")};
        QTest::newRow("queue text") << "4f3b2a1c" << all;
        QTest::newRow("each word, anywhere") << "100% carol" << QStringList{QStringLiteral("a")};
        QTest::newRow("a percent sign is one") << "1%" << QStringList{};
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
        QVERIFY(outbox().removeSent(QStringLiteral("c")));
        QVERIFY(outbox().removeSent(QStringLiteral("c")));
        QCOMPARE(outbox().sent()->size(), 2);
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

    /// Nothing is made of a letter whose text is damaged, least of all an empty one.
    void aDamagedLetter()
    {
        QVERIFY(begin(m_item, {}));
        QVERIFY(outbox().setPhase(m_item, Phase::MayHaveBeenSent));
        QVERIFY(outbox().accepted({}, sentAs(QStringLiteral("sent"), stampedLetter(), m_clock.now())));
        for (const QString &table : {QStringLiteral("outbox_item"), QStringLiteral("sent")})
            QVERIFY(
                m_database->run(QStringLiteral("UPDATE %1 SET message = substr(message, 1, 20)").arg(table)));
        QCOMPARE(outbox().giveBackAsDraft(m_item).error().kind, StoreError::Kind::Unreadable);
        QCOMPARE(outbox().letterOf(m_item).error().kind, StoreError::Kind::Unreadable);
        QCOMPARE(outbox().sentLetter(QStringLiteral("sent")).error().kind, StoreError::Kind::Unreadable);
        QCOMPARE(phases(), QList<Phase>{Phase::MayHaveBeenSent});
        QCOMPARE(drafts().list()->size(), 1);
    }

    /// The item's copy is sound: it is not given up for a row that is there and says nothing.
    void aDamagedDraftOfASoundLetter_data()
    {
        QTest::addColumn<bool>("recovered");
        QTest::newRow("sent again") << false;
        QTest::newRow("left behind by a crash") << true;
    }
    void aDamagedDraftOfASoundLetter()
    {
        QFETCH(bool, recovered);
        QVERIFY(begin(m_item, m_draft));
        QVERIFY(m_database->run(QStringLiteral("UPDATE draft SET message = substr(message, 1, 20)")));
        if (recovered) {
            QVERIFY(m_database->run(QStringLiteral("UPDATE outbox_item SET owner = 'gone'")));
            QVERIFY(outbox().recover());
        } else {
            QCOMPARE(*outbox().giveBackAsDraft(m_item), m_item);
        }
        QVERIFY(outbox().items()->isEmpty());
        const auto draft = drafts().load(m_item);
        QVERIFY(draft);
        QCOMPARE(draft->message.text, stampedLetter().text);
        QCOMPARE(draft->message.messageId, stampedLetter().messageId);
        QCOMPARE(drafts().load(m_draft).error().kind, StoreError::Kind::Unreadable);
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

QTEST_GUILESS_MAIN(TestOutboxStore)
#include "tst_outboxstore.moc"
