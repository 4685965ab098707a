// SPDX-License-Identifier: GPL-3.0-or-later
// What a crash or a damaged disk has left in the outbox.
#include "tests/core/outbox/OutboxStoreTest.h"

using namespace pennypost;

class TestOutboxRecovery : public OutboxStoreTest
{
    Q_OBJECT

private Q_SLOTS:
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
};

QTEST_GUILESS_MAIN(TestOutboxRecovery)
#include "tst_outboxrecovery.moc"
