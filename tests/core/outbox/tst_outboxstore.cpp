// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/outbox/OutboxStoreTest.h"

#include <functional>

using namespace pennypost;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(std::function<void(pennypost::Draft &)>)

class TestOutboxStore : public OutboxStoreTest
{
    Q_OBJECT

private Q_SLOTS:
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
                                   bobAndCarol.first(), // the other was refused
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

    // --- settled by a person, and what was written since the letter went out

    void keepsWhatWasWrittenSince_data()
    {
        using Write = std::function<void(Draft &)>;
        QTest::addColumn<Write>("write");
        QTest::addColumn<bool>("kept");
        QTest::newRow("nothing") << Write([](Draft &) {}) << false;
        QTest::newRow("the cursor") << Write([](Draft &draft) { draft.cursor = 3; }) << false;
        QTest::newRow("a blank entry") << Write([](Draft &draft) { draft.typedTo += u", "; }) << false;
        QTest::newRow("a word") << Write([](Draft &draft) { draft.message.text += u" more"; }) << true;
        QTest::newRow("the subject") << Write([](Draft &draft) { draft.message.subject += u'?'; }) << true;
        QTest::newRow("half an address") << Write([](Draft &draft) { draft.typedCc += u", do"; }) << true;
        QTest::newRow("one recipient less")
            << Write([](Draft &draft) { draft.message.to.removeLast(); }) << true;
        QTest::newRow("an attachment")
            << Write([](Draft &draft) { draft.message.attachments.append(Attachment()); }) << true;
    }
    void keepsWhatWasWrittenSince()
    {
        QFETCH(std::function<void(Draft &)>, write);
        QFETCH(bool, kept);
        QVERIFY(begin(m_item, m_draft));
        QVERIFY(outbox().setPhase(m_item, Phase::MayHaveBeenSent));
        Draft draft = *drafts().load(m_draft);
        write(draft);
        QVERIFY(drafts().save(draft));
        const SentLetter letter = *outbox().letterOf(m_item);
        QCOMPARE(*outbox().holdsMore(m_draft, letter.message), kept);
        QVERIFY(outbox().settleAsSent(m_item, letter));
        QVERIFY(outbox().items()->isEmpty());
        QVERIFY(outbox().sentLetter(letter.id)->settledByHand);
        QCOMPARE(drafts().list()->size(), kept ? 1 : 0);
        QCOMPARE(*outbox().holdsMore(m_draft, letter.message), kept);
        if (!kept)
            return;
        // A letter of its own now: not in doubt, and no second copy to whoever compares Message-IDs.
        QVERIFY(!drafts().list()->first().mayHaveBeenSent);
        Draft after = *drafts().load(m_draft);
        QVERIFY(after.message.messageId.isEmpty());
        QVERIFY(outbox().messageIdOf(m_draft)->isEmpty());
        after.message.messageId = draft.message.messageId;
        QVERIFY(after == draft);
    }

    void keepsADraftThatCannotBeRead()
    {
        QVERIFY(begin(m_item, m_draft));
        QVERIFY(outbox().setPhase(m_item, Phase::MayHaveBeenSent));
        QVERIFY(m_database->run(QStringLiteral("UPDATE draft SET message = substr(message, 1, 20)")));
        QVERIFY(outbox().settleAsSent(m_item, *outbox().letterOf(m_item)));
        QCOMPARE(drafts().list()->size(), 1);
        QCOMPARE(outbox().sent()->size(), 1);
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

    void toDecide_data()
    {
        QTest::addColumn<QString>("draftId");
        QTest::addColumn<QString>("gone"); // how its draft was lost
        QTest::addColumn<QString>("expected");
        QTest::newRow("its draft is there") << m_draft << "" << m_draft;
        QTest::newRow("its draft was discarded") << m_draft << "discarded" << m_draft;
        QTest::newRow("its draft is damaged") << m_draft << "damaged" << m_item;
        QTest::newRow("from the command line") << QString() << "" << m_item;
    }
    void toDecide()
    {
        QFETCH(QString, draftId);
        QFETCH(QString, gone);
        QFETCH(QString, expected);
        QVERIFY(begin(m_item, draftId));
        QCOMPARE(outbox().draftToDecide(m_item).error().kind, StoreError::Kind::NotFound); // on its way
        QVERIFY(outbox().setPhase(m_item, Phase::MayHaveBeenSent));
        if (gone == u"discarded")
            QVERIFY(drafts().remove(m_draft));
        else if (gone == u"damaged")
            QVERIFY(m_database->run(QStringLiteral("UPDATE draft SET message = substr(message, 1, 20)")));
        for (int time = 0; time < 2; ++time)
            QCOMPARE(*outbox().draftToDecide(m_item), expected);
        QCOMPARE(phases(), QList<Phase>{Phase::MayHaveBeenSent});
        QCOMPARE(drafts().load(expected)->message.text, stampedLetter().text);
        const auto all = drafts().list();
        for (const DraftSummary &summary : *all)
            QCOMPARE(summary.mayHaveBeenSent, summary.id == expected);

        QVERIFY(begin(QStringLiteral("second"), expected)); // takes the doubt over
        QVERIFY(outbox().giveBack(QStringLiteral("second")));
        QCOMPARE(phases(), QList<Phase>{Phase::MayHaveBeenSent});
    }

    /// --rcpt: sent again from a window it would go to whom the letter names.
    void toOthersThanItNames()
    {
        const Message message = stampedLetter();
        Envelope envelope = envelopeOf(message);
        envelope.forwardPaths.removeLast();
        QVERIFY(outbox().begin(itemFor(m_item, {}, message), message, envelope));
        QVERIFY(outbox().setPhase(m_item, Phase::MayHaveBeenSent));
        QCOMPARE(outbox().draftToDecide(m_item).error().kind, StoreError::Kind::NoDraft);
        QCOMPARE(outbox().giveBackAsDraft(m_item).error().kind, StoreError::Kind::NoDraft);
        QCOMPARE(phases(), QList<Phase>{Phase::MayHaveBeenSent});
        QVERIFY(outbox().forget(m_item));
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
        QCOMPARE(outbox().giveBackAsDraft(m_item).error().kind, StoreError::Kind::NoDraft);
        QCOMPARE(outbox().draftToDecide(m_item).error().kind, StoreError::Kind::NoDraft);
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

    /// Of two answers to one question only the first may send: the other finds it answered.
    void goesAgainOnlyInThePlaceOfTheExpected_data()
    {
        QTest::addColumn<QString>("expected");
        QTest::addColumn<bool>("answered"); // elsewhere, meanwhile
        QTest::addColumn<bool>("taken");
        QTest::newRow("nothing expected") << QString() << false << true;
        QTest::newRow("as expected") << m_item << false << true;
        QTest::newRow("another one") << QStringLiteral("earlier") << false << false;
        QTest::newRow("answered") << m_item << true << false;
    }
    void goesAgainOnlyInThePlaceOfTheExpected()
    {
        QFETCH(QString, expected);
        QFETCH(bool, answered);
        QFETCH(bool, taken);
        QVERIFY(begin(m_item, m_draft));
        QVERIFY(outbox().setPhase(m_item, Phase::MayHaveBeenSent));
        if (answered)
            QVERIFY(outbox().giveBackAsDraft(m_item));
        const auto before = outbox().items();
        const Message message = stampedLetter();
        const auto begun = outbox().begin(itemFor(QStringLiteral("second"), m_draft, message), message,
                                          envelopeOf(message), expected);
        QCOMPARE(begun.hasValue(), taken);
        if (taken)
            return;
        QCOMPARE(begun.error().kind, StoreError::Kind::NotFound);
        QCOMPARE(*outbox().items(), *before);
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
        QCOMPARE(outbox().draftToDecide(QStringLiteral("none")).error().kind, StoreError::Kind::NotFound);
        QCOMPARE(outbox().sentLetter(QStringLiteral("none")).error().kind, StoreError::Kind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestOutboxStore)
#include "tst_outboxstore.moc"
