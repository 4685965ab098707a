// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contacts/RecipientHistory.h"
#include "tests/core/outbox/OutboxTest.h"

#include <QSignalSpy>

using namespace pennypost;

class TestDispatch : public OutboxTest
{
    Q_OBJECT

private Q_SLOTS:
    // --- cancelling

    void cancelling_data()
    {
        QTest::addColumn<OutboxBench::Until>("until");
        QTest::newRow("at once") << OutboxBench::Until::Posted;
        QTest::newRow("while the keyring asks") << OutboxBench::Until::Access;
        QTest::newRow("while it is written down") << OutboxBench::Until::WrittenDown;
        QTest::newRow("while it is submitted") << OutboxBench::Until::Submitted;
        QTest::newRow("while the dot waits") << OutboxBench::Until::DotDue;
    }
    void cancelling()
    {
        QFETCH(OutboxBench::Until, until);
        std::unique_ptr<OutboxBench::Hold> hold;
        Dispatch *dispatch = m_bench->bring(until, m_draft, &hold);
        Ends ends(dispatch);
        QVERIFY(dispatch->canCancel());
        dispatch->cancel();
        QVERIFY(!dispatch->canCancel());
        dispatch->cancel();
        QCOMPARE(ends.count(), 0); // from the event loop
        hold.reset();
        QTRY_COMPARE(ends.failed.size(), 1);
        QCOMPARE(ends.error().problem, Problem::Cancelled);
        QVERIFY(m_bench->items().isEmpty());
        QVERIFY(m_bench->sent().isEmpty());
        draftIsWhole();
        QCOMPARE(m_bench->outbox->underWay(), 0);
        OutboxBench::turn();
        QCOMPARE(ends.count(), 1);
        if (auto *submission = m_bench->submitter.last())
            QVERIFY(!submission->isFinalDotReleased());
    }
    void cancellingAfterTheDotIsIgnored()
    {
        Dispatch *dispatch = m_bench->bring(OutboxBench::Until::Released, m_draft);
        Ends ends(dispatch);
        QVERIFY(!dispatch->canCancel());
        dispatch->cancel();
        m_bench->submitter.last()->accept();
        QTRY_COMPARE(ends.accepted.size(), 1);
    }

    /// The store has not written it down yet.
    void outcomesAreKnownBeforeTheyAreTold_data()
    {
        QTest::addColumn<bool>("taken");
        QTest::newRow("accepted") << true;
        QTest::newRow("refused") << false;
    }
    void outcomesAreKnownBeforeTheyAreTold()
    {
        QFETCH(bool, taken);
        Dispatch *dispatch = m_bench->bring(OutboxBench::Until::Submitted, m_draft);
        Ends ends(dispatch);
        QVERIFY(!dispatch->isReleased());
        m_bench->submitter.last()->reportFinalDotDue();
        QTRY_VERIFY(dispatch->isReleased());
        QVERIFY(std::holds_alternative<std::monostate>(dispatch->outcome()));
        const OutboxBench::Hold hold(*m_bench);
        if (taken)
            m_bench->submitter.last()->accept();
        else
            m_bench->submitter.last()->fail(lost(Problem::ContentRefused, Stage::FinalDot, 554));
        QTRY_VERIFY(!std::holds_alternative<std::monostate>(dispatch->outcome()));
        QCOMPARE(ends.count(), 0);
        if (taken) {
            const auto known = std::get<SentLetter>(dispatch->outcome());
            QCOMPARE(known.id, QString());
            QCOMPARE(known.receipt.finalReply.code, 250);
        } else {
            QCOMPARE(std::get<SubmissionError>(dispatch->outcome()).problem, Problem::ContentRefused);
        }
    }

    /// Those who were taken, and of a real server alone.
    void recipientsAreRemembered_data()
    {
        QTest::addColumn<bool>("practice");
        QTest::newRow("sent") << false;
        QTest::newRow("practised") << true;
    }
    void recipientsAreRemembered()
    {
        QFETCH(bool, practice);
        const Message message =
            letterTo({QStringLiteral("bob@example.net"), QStringLiteral("carol@example.net")});
        Posting posting = m_bench->posting(message);
        posting.account.practice = practice;
        Ends ends(m_bench->outbox->send(std::move(posting), &m_bench->owner));
        QTRY_COMPARE(m_bench->submitter.count(), 1);
        m_bench->submitter.last()->reportFinalDotDue();
        m_bench->submitter.last()->accept(receiptFor(message, FakeClock::defaultStart(), true));
        QTRY_COMPARE(ends.accepted.size(), 1);
        const auto known = [this](const QString &typed) {
            return m_bench->ask([&](Database &database) {
                return RecipientHistory(database, m_bench->clock)
                    .matching({typed, QStringLiteral("alice"), {}});
            });
        };
        QCOMPARE(known(QStringLiteral("bob"))->size(), practice ? 0 : 1);
        QCOMPARE(known(QStringLiteral("carol"))->size(), 0); // refused
    }

    void lettingGo_data() { cancelling_data(); }
    void lettingGo()
    {
        QFETCH(OutboxBench::Until, until);
        std::unique_ptr<OutboxBench::Hold> hold;
        delete m_bench->bring(until, m_draft, &hold);
        hold.reset();
        QTRY_COMPARE(m_bench->outbox->underWay(), 0);
        QVERIFY(m_bench->items().isEmpty());
        draftIsWhole();
    }
    void lettingGoAfterTheDotLosesNoReceipt()
    {
        delete m_bench->bring(OutboxBench::Until::Released, m_draft);
        QVERIFY(m_bench->submitter.last());
        m_bench->submitter.last()->accept();
        QTRY_COMPARE(m_bench->outbox->underWay(), 0);
        QCOMPARE(m_bench->sent().size(), 1);
        QVERIFY(!m_bench->draft(m_draft));
    }

    void theOutboxGoes_data()
    {
        QTest::addColumn<OutboxBench::Until>("until");
        QTest::addColumn<bool>("inDoubt");
        QTest::newRow("while the keyring asks") << OutboxBench::Until::Access << false;
        QTest::newRow("while it is submitted") << OutboxBench::Until::Submitted << false;
        QTest::newRow("after the dot") << OutboxBench::Until::Released << true;
    }
    void theOutboxGoes()
    {
        QFETCH(OutboxBench::Until, until);
        QFETCH(bool, inDoubt);
        Dispatch *dispatch = m_bench->bring(until, m_draft);
        m_bench->outbox.reset();
        QVERIFY(!dispatch->canCancel());
        dispatch->cancel();
        const auto items = m_bench->items();
        QCOMPARE(items.size(), inDoubt ? 1 : 0);
        if (inDoubt)
            QCOMPARE(items[0].phase, Phase::MayHaveBeenSent);
        draftIsWhole();
    }

    // --- one letter, one Message-ID

    void everyAttemptHasTheSameMessageId_data()
    {
        QTest::addColumn<Problem>("first");
        QTest::newRow("after a refusal") << Problem::Refused;
        QTest::newRow("after a cancellation") << Problem::Cancelled;
        QTest::newRow("after it may have been sent") << Problem::MayHaveBeenSent;
    }
    void everyAttemptHasTheSameMessageId()
    {
        QFETCH(Problem, first);
        Ends ends(m_bench->bring(OutboxBench::Until::Released, m_draft));
        const QByteArray before = m_bench->items()[0].messageId;
        QVERIFY(before.endsWith("@example.org"));
        m_bench->submitter.last()->fail(
            lost(first, Stage::FinalDot, first == Problem::MayHaveBeenSent ? 0 : 550));
        QTRY_COMPARE(ends.failed.size(), 1);

        // The author edits, the editor saves without a Message-ID, and sends again.
        Message edited = letter();
        edited.subject = QStringLiteral("Tea, please");
        m_bench->saveDraft(draftWith(m_draft, edited));
        Ends again(m_bench->outbox->send(m_bench->posting(edited, m_draft), &m_bench->owner));
        QTRY_COMPARE(m_bench->submitter.count(), 2);
        QVERIFY(m_bench->submitter.last()->letter().contains(QByteArray("Message-ID: <" + before + ">\r\n")));
        QVERIFY(m_bench->submitter.last()->letter().contains("Subject: Tea, please\r\n"));
        m_bench->submitter.last()->accept();
        QTRY_COMPARE(again.accepted.size(), 1);
        QVERIFY(m_bench->items().isEmpty());
    }

    void anotherLetterHasAnother()
    {
        std::ignore = m_bench->bring(OutboxBench::Until::Submitted, m_draft);
        std::ignore =
            m_bench->outbox->send(m_bench->posting(letter(), QStringLiteral("other")), &m_bench->owner);
        QTRY_COMPARE(m_bench->submitter.count(), 2);
        const auto items = m_bench->items();
        QVERIFY(items[0].messageId != items[1].messageId);
    }

    void givenOnesAreKept()
    {
        Message message = letter();
        message.messageId = "mine@example.org";
        message.date = QDateTime(QDate(2001, 2, 3), QTime(4, 5, 6), Qt::OffsetFromUTC, 3600);
        Ends ends(m_bench->outbox->send(m_bench->posting(message), &m_bench->owner));
        QTRY_COMPARE(m_bench->submitter.count(), 1);
        m_bench->submitter.last()->accept();
        QTRY_COMPARE(ends.accepted.size(), 1);
        QVERIFY(ends.letter().message == message);
    }

    // --- several at once

    void twoLettersSideBySide()
    {
        m_bench->saveDraft(draftWith(QStringLiteral("other"), letter()));
        Ends first(m_bench->outbox->send(m_bench->posting(letter(), m_draft), &m_bench->owner));
        Ends second(
            m_bench->outbox->send(m_bench->posting(letter(), QStringLiteral("other")), &m_bench->owner));
        QCOMPARE(m_bench->outbox->underWay(), 2);
        QTRY_COMPARE(m_bench->submitter.count(), 2);
        QCOMPARE(m_bench->items().size(), 2);
        m_bench->submitter.at(0)->reportFinalDotDue();
        QTRY_VERIFY(m_bench->submitter.at(0)->isFinalDotReleased());
        QVERIFY(!m_bench->submitter.at(1)->isFinalDotReleased());
        m_bench->submitter.at(1)->fail(Problem::Refused, Stage::MailFrom);
        m_bench->submitter.at(0)->accept();
        QTRY_COMPARE(first.count() + second.count(), 2);
        // Which submission was whose is the pool's to say: one ended well, one did not, and neither as the
        // other.
        QCOMPARE(first.accepted.size() + second.accepted.size(), 1);
        QCOMPARE(m_bench->sent().size(), 1);
        QVERIFY(m_bench->draft(m_draft).has_value() != m_bench->draft(QStringLiteral("other")).has_value());
        QVERIFY(m_bench->items().isEmpty());
    }

    void oneDraftTwiceAtOnce()
    {
        Ends first(m_bench->bring(OutboxBench::Until::Submitted, m_draft));
        Ends second(m_bench->outbox->send(m_bench->posting(letter(), m_draft), &m_bench->owner));
        QTRY_COMPARE(second.failed.size(), 1);
        QCOMPARE(second.error().problem, Problem::StoreFailed);
        QCOMPARE(m_bench->submitter.count(), 1);
        m_bench->submitter.last()->accept();
        QTRY_COMPARE(first.accepted.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestDispatch)
#include "tst_dispatch.moc"
