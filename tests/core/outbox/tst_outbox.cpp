// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/MimeBuilder.h"
#include "core/outbox/OutboxRun.h"
#include "tests/core/outbox/OutboxTest.h"

#include <QSignalSpy>

using namespace pennypost;

class TestOutbox : public OutboxTest
{
    Q_OBJECT

private Q_SLOTS:
    // --- the whole road

    void fromSendToTheReceipt()
    {
        QSignalSpy changed(m_bench->outbox.get(), &Outbox::changed);
        Posting posting = m_bench->posting(letter(), m_draft);
        posting.partialRefusal = Transaction::PartialRefusal::DeliverToRest;
        Dispatch *dispatch = m_bench->outbox->send(std::move(posting), &m_bench->owner);
        Ends ends(dispatch);
        QCOMPARE(m_bench->outbox->underWay(), 1);
        QVERIFY(dispatch->canCancel());
        QTRY_COMPARE(m_bench->submitter.count(), 1);

        FakeSubmission &submission = *m_bench->submitter.last();
        const SubmissionRequest &request = submission.request();
        QCOMPARE(request.server.host, QStringLiteral("mail.example.org"));
        QCOMPARE(request.credential.secret.bytes(), QByteArrayView("let me in"));
        QCOMPARE(request.letter->envelope, envelopeOf(letter()));
        QCOMPARE(request.letter->partialRefusal, Transaction::PartialRefusal::DeliverToRest);
        QVERIFY(request.letter->holdFinalDot);
        QVERIFY(submission.letter().contains("\r\nSubject: Tea\r\n"));
        QVERIFY(submission.letter().contains("Message-ID: <id-"));
        const auto items = m_bench->items();
        QCOMPARE(items.size(), 1);
        QCOMPARE(items[0].phase, Phase::Sending);
        QCOMPARE(items[0].draftId, m_draft);

        submission.report(Stage::Body, 100);
        submission.reportFinalDotDue();
        QTRY_VERIFY(submission.isFinalDotReleased());
        QCOMPARE(m_bench->items()[0].phase, Phase::FinalDot);
        QVERIFY(!dispatch->canCancel());
        submission.accept();
        QCOMPARE(ends.count(), 0); // not before it is written down
        QTRY_COMPARE(ends.accepted.size(), 1);

        const SentLetter sent = ends.letter();
        QCOMPARE(sent.accountId, QStringLiteral("alice"));
        QCOMPARE(sent.receipt.accepted.size(), 2);
        QVERIFY(!sent.id.isEmpty());
        QVERIFY(sent.message.date.isValid());
        const auto stored = m_bench->ask(
            [&](Database &database) { return OutboxStore(database, m_bench->clock).sentLetter(sent.id); });
        QVERIFY(stored && *stored == sent);
        QVERIFY(!m_bench->draft(m_draft));
        QVERIFY(m_bench->items().isEmpty());
        QCOMPARE(m_bench->outbox->underWay(), 0);
        QVERIFY(changed.size() >= 3);
        bool sawBody = false;
        for (const auto &progress : ends.progress)
            sawBody = sawBody || progress[0].value<SubmissionProgress>().sent == 100;
        QVERIFY(sawBody);
        OutboxBench::turn();
        QCOMPARE(ends.count(), 1);
    }

    // --- a connection that stands ready

    void preparedOnlyWhereALetterHasGone()
    {
        FakeSubmitter &submitter = m_bench->submitter;
        const Account account = m_bench->posting(letter()).account;
        m_bench->outbox->prepare(account);
        OutboxBench::turn();
        QCOMPARE(submitter.prepared.size(), 0); // nobody knows whether its password is right
        QCOMPARE(m_bench->credentials.asked, 0);

        std::unique_ptr<OutboxBench::Hold> none;
        const Ends ends(m_bench->bring(OutboxBench::Until::DotDue, m_draft, &none));
        none.reset();
        submitter.last()->accept();
        QTRY_COMPARE(ends.accepted.size(), 1);
        m_bench->outbox->prepare(account); // the letter's own connection still stands
        OutboxBench::turn();
        QCOMPARE(submitter.prepared.size(), 0);
        for (int i = 0; i < 3; ++i) {
            m_bench->clock.advance(std::chrono::seconds(21));
            for (int key = 0; key < 5; ++key)
                m_bench->outbox->prepare(account);
            OutboxBench::turn();
            QCOMPARE(submitter.prepared.size(), i + 1);
        }
        QCOMPARE(submitter.prepared.first().host, account.server.host);

        m_bench->clock.advance(std::chrono::minutes(1));
        Account other = account; // as it is set up now nothing has gone out from it
        other.server.host = QStringLiteral("elsewhere.example");
        m_bench->outbox->prepare(other);
        OutboxBench::turn();
        QCOMPARE(submitter.prepared.size(), 3);
    }

    void notPreparedOnceItIsRefused()
    {
        FakeSubmitter &submitter = m_bench->submitter;
        const Account account = m_bench->posting(letter()).account;
        std::unique_ptr<OutboxBench::Hold> none;
        const Ends first(m_bench->bring(OutboxBench::Until::DotDue, m_draft, &none));
        none.reset();
        submitter.last()->accept();
        QTRY_COMPARE(first.accepted.size(), 1);
        const Ends second(m_bench->outbox->send(m_bench->posting(letter()), &m_bench->owner));
        QTRY_COMPARE(submitter.count(), 2);
        SubmissionError error;
        error.problem = Problem::WrongPassword;
        error.stage = Stage::Authenticate;
        error.reply = Reply{535, std::nullopt, {"no"}};
        submitter.last()->fail(error);
        QTRY_COMPARE(second.failed.size(), 1);
        m_bench->clock.advance(std::chrono::minutes(1));
        m_bench->outbox->prepare(account);
        OutboxBench::turn();
        QCOMPARE(submitter.prepared.size(), 0); // each try counts towards a locked account
    }

    // --- what must be on the disk before what

    void theItemIsWrittenBeforeAnyoneSubmits()
    {
        m_bench->credentials.wait = true;
        std::ignore = m_bench->outbox->send(m_bench->posting(letter()), &m_bench->owner);
        QTRY_COMPARE(m_bench->credentials.asked, 1);
        OutboxBench::Hold hold(*m_bench);
        m_bench->credentials.answerWaiting();
        OutboxBench::turn();
        QCOMPARE(m_bench->submitter.count(), 0);
        hold.release();
        QTRY_COMPARE(m_bench->submitter.count(), 1);
        // A second reader of the file, as the next start would be.
        Database next(m_bench->databaseFile());
        QCOMPARE(OutboxStore(next, m_bench->clock).items()->size(), 1);
    }

    void theDotWaitsForThePhase()
    {
        std::unique_ptr<OutboxBench::Hold> hold;
        std::ignore = m_bench->bring(OutboxBench::Until::DotDue, m_draft, &hold);
        OutboxBench::turn();
        QVERIFY(!m_bench->submitter.last()->isFinalDotReleased());
        hold->release();
        QTRY_VERIFY(m_bench->submitter.last()->isFinalDotReleased());
        Database next(m_bench->databaseFile());
        QCOMPARE(OutboxStore(next, m_bench->clock).items()->first().phase, Phase::FinalDot);
        hold.reset();
    }

    // --- failures before anything is submitted

    void notEvenSubmitted_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<Problem>("problem");
        QTest::addColumn<QString>("detail");
        QTest::newRow("file missing") << "file" << Problem::LetterUnreadable << "/no/such/file";
        QTest::newRow("line end in a header") << "header" << Problem::LetterUnreadable << "X-Bad";
        QTest::newRow("no sender") << "from" << Problem::SenderRefused << "";
        QTest::newRow("a recipient that is none") << "to" << Problem::RecipientsRefused << "";
        QTest::newRow("no recipient") << "nobody" << Problem::RecipientsRefused << "";
        QTest::newRow("the store is broken") << "store" << Problem::StoreFailed << "broken";
    }
    void notEvenSubmitted()
    {
        QFETCH(QString, what);
        QFETCH(Problem, problem);
        QFETCH(QString, detail);
        Message message = letter();
        if (what == u"file")
            message.attachments = {{QStringLiteral("f"),
                                    "text/plain",
                                    Attachment::Disposition::Attachment,
                                    {},
                                    3,
                                    FileContent{QStringLiteral("/no/such/file"), m_bench->clock.now()}}};
        else if (what == u"header")
            message.extraHeaders = {{"X-Bad", QStringLiteral("a\r\nBcc: eve@example.net")}};
        else if (what == u"from")
            message.from = {};
        else if (what == u"to")
            message.to.append({{}, QStringLiteral("x\r\nDATA"), QStringLiteral("example.net")});
        else if (what == u"nobody")
            message.to.clear();
        else
            m_bench->breakStore();
        Ends ends(m_bench->outbox->send(m_bench->posting(message, m_draft), &m_bench->owner));
        QTRY_COMPARE(ends.failed.size(), 1);
        QCOMPARE(ends.error().problem, problem);
        QCOMPARE(ends.error().stage, Stage::Preparing);
        QVERIFY(!ends.error().secret);
        QVERIFY2(ends.error().detail.contains(detail), qPrintable(ends.error().detail));
        QCOMPARE(m_bench->submitter.count(), 0);
        QVERIFY(m_bench->items().isEmpty());
        QCOMPARE(m_bench->outbox->underWay(), 0);
        draftIsWhole();
        OutboxBench::turn();
        QCOMPARE(ends.count(), 1);
    }

    void noSecretSaysWhichWay_data()
    {
        QTest::addColumn<SecretError::Kind>("kind");
        QTest::newRow("none stored") << SecretError::Kind::NotFound;
        QTest::newRow("no keychain") << SecretError::Kind::NoKeychain;
        QTest::newRow("locked") << SecretError::Kind::Locked;
        QTest::newRow("denied") << SecretError::Kind::Denied;
        QTest::newRow("another failure") << SecretError::Kind::Other;
    }
    void noSecretSaysWhichWay()
    {
        QFETCH(SecretError::Kind, kind);
        m_bench->credentials.refusal = secretUnavailable({kind, QStringLiteral("the keychain's own words")});
        Ends ends(m_bench->outbox->send(m_bench->posting(letter(), m_draft), &m_bench->owner));
        QTRY_COMPARE(ends.failed.size(), 1);
        QCOMPARE(ends.error().problem, Problem::SecretUnavailable);
        QCOMPARE(ends.error().stage, Stage::Preparing);
        QVERIFY(ends.error().secret == kind);
        QCOMPARE(ends.error().detail, QStringLiteral("the keychain's own words"));
        QCOMPARE(m_bench->submitter.count(), 0);
        QVERIFY(m_bench->items().isEmpty());
        QCOMPARE(m_bench->outbox->underWay(), 0);
        draftIsWhole();
        OutboxBench::turn();
        QCOMPARE(ends.count(), 1);
    }

    void thePracticeAccountAsksNoKeychain()
    {
        SubmissionError refusal;
        refusal.problem = Problem::PracticeServerFailed;
        refusal.detail = QStringLiteral("no port");
        m_bench->credentials.refusal = refusal;
        Posting posting = m_bench->posting(letter(), m_draft);
        posting.account.practice = true;
        Ends ends(m_bench->outbox->send(std::move(posting), &m_bench->owner));
        QTRY_COMPARE(ends.failed.size(), 1);
        QCOMPARE(ends.error().problem, Problem::PracticeServerFailed);
        QCOMPARE(ends.error().detail, QStringLiteral("no port"));
        QVERIFY(!ends.error().secret);
        draftIsWhole();
    }

    void withoutADatabaseNothingGoesOut()
    {
        m_bench.reset();
        OutboxBench bench(m_profile->filePath(QStringLiteral("missing")));
        Ends ends(bench.outbox->send(bench.posting(letter()), &bench.owner));
        QTRY_COMPARE(ends.failed.size(), 1);
        QCOMPARE(ends.error().problem, Problem::StoreFailed);
        QCOMPARE(bench.submitter.count(), 0);
    }

    // --- failures of the submission

    void everyProblemGivesTheLetterBack_data()
    {
        QTest::addColumn<Problem>("problem");
        for (int problem = 0; problem < int(Problem::MayHaveBeenSent); ++problem)
            QTest::newRow(qPrintable(nameOf(Problem(problem)))) << Problem(problem);
    }
    void everyProblemGivesTheLetterBack()
    {
        QFETCH(Problem, problem);
        Ends ends(m_bench->bring(OutboxBench::Until::Submitted, m_draft));
        SubmissionError error = lost(problem, Stage::Recipients, 550);
        error.refused = {{QStringLiteral("bob@example.net"), *error.reply}};
        m_bench->submitter.last()->fail(error);
        QTRY_COMPARE(ends.failed.size(), 1);
        QVERIFY(ends.error() == error);
        QVERIFY(m_bench->items().isEmpty());
        QVERIFY(m_bench->sent().isEmpty());
        draftIsWhole();
        // Only what the server said of the secret itself counts against it.
        const bool refused = problem == Problem::WrongPassword || problem == Problem::AppPasswordNeeded ||
                             problem == Problem::TokenRefused;
        QCOMPARE(m_bench->credentials.refusedFor,
                 refused ? QStringList(QStringLiteral("alice")) : QStringList());
    }

    void afterTheDot_data()
    {
        QTest::addColumn<SubmissionError>("error");
        QTest::addColumn<bool>("inDoubt");
        QTest::newRow("the link was lost") << lost(Problem::MayHaveBeenSent, Stage::FinalDot) << true;
        QTest::newRow("said plainly as lost") << lost(Problem::ConnectionLost, Stage::FinalDot) << true;
        QTest::newRow("ten minutes of silence") << lost(Problem::TimedOut, Stage::FinalDot) << true;
        QTest::newRow("garbage for a reply") << lost(Problem::ProtocolViolation, Stage::FinalDot) << true;
        QTest::newRow("354 once more") << lost(Problem::ProtocolViolation, Stage::FinalDot, 354) << true;
        QTest::newRow("refused") << lost(Problem::ContentRefused, Stage::FinalDot, 554) << false;
        QTest::newRow("not now") << lost(Problem::Temporary, Stage::FinalDot, 451) << false;
        QTest::newRow("lost before the dot went") << lost(Problem::ConnectionLost, Stage::Body) << false;
    }
    void afterTheDot()
    {
        QFETCH(SubmissionError, error);
        QFETCH(bool, inDoubt);
        QCOMPARE(leavesInDoubt(error, true), inDoubt);
        Ends ends(m_bench->bring(OutboxBench::Until::Released, m_draft));
        m_bench->submitter.last()->fail(error);
        QTRY_COMPARE(ends.failed.size(), 1);
        QCOMPARE(ends.error().problem, inDoubt ? Problem::MayHaveBeenSent : error.problem);
        draftIsWhole();
        const auto items = m_bench->items();
        QCOMPARE(items.size(), inDoubt ? 1 : 0);
        if (inDoubt)
            QCOMPARE(items[0].phase, Phase::MayHaveBeenSent);
    }

    /// Whoever called the command line is told, and a person still has to decide.
    void aDoubtFromTheCommandLineStays()
    {
        Ends ends(m_bench->bring(OutboxBench::Until::Released, {}));
        m_bench->submitter.last()->fail(Problem::MayHaveBeenSent, Stage::FinalDot);
        QTRY_COMPARE(ends.failed.size(), 1);
        QCOMPARE(ends.error().problem, Problem::MayHaveBeenSent);
        const auto items = m_bench->items();
        QCOMPARE(items.size(), 1);
        QCOMPARE(items[0].phase, Phase::MayHaveBeenSent);
    }

    // --- failures of the store on the way

    void theStoreBreaksBeforeTheDot()
    {
        Ends ends(m_bench->bring(OutboxBench::Until::Submitted, m_draft));
        m_bench->breakStore();
        m_bench->submitter.last()->reportFinalDotDue();
        QTRY_COMPARE(ends.failed.size(), 1);
        QCOMPARE(ends.error().problem, Problem::StoreFailed);
        QVERIFY(!m_bench->submitter.last() || !m_bench->submitter.last()->isFinalDotReleased());
        draftIsWhole();
    }

    void theStoreBreaksAfterThe250()
    {
        Ends ends(m_bench->bring(OutboxBench::Until::Released, m_draft));
        m_bench->breakStore();
        m_bench->submitter.last()->accept();
        QTRY_COMPARE(ends.count(), 1);
        QCOMPARE(ends.accepted.size(), 1); // it was sent, and that is what counts
        QVERIFY(ends.letter().id.isEmpty());
        QCOMPARE(ends.letter().receipt.accepted.size(), 2);
        QCOMPARE(m_bench->items()[0].phase, Phase::FinalDot); // "may have been sent" at the next start
    }

    // --- letters that are finished already

    void aFinishedLetterGoesOutAsItIs()
    {
        Message source = letter();
        source.messageId = "fixed@example.org";
        source.date = m_bench->clock.now();
        auto built = buildMime(source);
        QVERIFY(built);
        Posting posting = m_bench->posting(Message());
        posting.finished = std::move(*built);
        posting.envelope = envelopeOf(letterTo({QStringLiteral("dan@example.net")}));
        Ends ends(m_bench->outbox->send(std::move(posting), &m_bench->owner));
        QTRY_COMPARE(m_bench->submitter.count(), 1);
        QVERIFY(m_bench->submitter.last()->letter().contains("<fixed@example.org>"));
        QCOMPARE(m_bench->submitter.last()->request().letter->envelope.forwardPaths.size(), 1);
        m_bench->submitter.last()->accept();
        QTRY_COMPARE(ends.accepted.size(), 1);
        QCOMPARE(m_bench->sent()[0].recipients, QStringLiteral("dan@example.net"));
    }

    void anEnvelopeOfItsOwn()
    {
        Posting posting = m_bench->posting(letter(), m_draft);
        posting.envelope = envelopeOf(letterTo({QStringLiteral("bob@example.net")}));
        Ends ends(m_bench->outbox->send(std::move(posting), &m_bench->owner));
        QTRY_COMPARE(m_bench->submitter.count(), 1);
        QCOMPARE(m_bench->submitter.last()->request().letter->envelope.forwardPaths.size(), 1);
        QCOMPARE(m_bench->items()[0].recipients, QStringLiteral("bob@example.net"));
        QVERIFY(m_bench->submitter.last()->letter().contains("carol@example.net")); // still in the To field
    }
};

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
