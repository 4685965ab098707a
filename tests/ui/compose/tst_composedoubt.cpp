// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"
#include "ui/common/ProblemText.h"

#include <QApplication>

using namespace pennypost;

Q_DECLARE_METATYPE(pennypost::Problem)

/// A letter that may have been sent, and windows that go while theirs is on its way.
class TestComposeDoubt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mayHaveBeenSent_data();
    void mayHaveBeenSent();
    void saysHowTheWaitEnded_data();
    void saysHowTheWaitEnded();
    void sendAgainKeepsTheMessageId();
    void answeredInBothWindows_data();
    void answeredInBothWindows();
    void answeredHereFirst();
    void noticesTheOtherAnswer_data();
    void noticesTheOtherAnswer();
    void closedWhileSending_data();
    void closedWhileSending();
    void destroyedWhileSending();
    void answerNotStored_data();
    void answerNotStored();
    void comesBackWithTheProblem_data();
    void comesBackWithTheProblem();
};

void TestComposeDoubt::mayHaveBeenSent_data()
{
    QTest::addColumn<bool>("reopened");
    QTest::addColumn<QString>("answer");
    for (const bool reopened : {false, true}) {
        for (const char *answer : {"It arrived", "Send again", "It did not arrive"})
            QTest::addRow("%s, %s", answer, reopened ? "after a restart" : "at once")
                << reopened << QString::fromLatin1(answer);
    }
}

void TestComposeDoubt::mayHaveBeenSent()
{
    QFETCH(bool, reopened);
    QFETCH(QString, answer);
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.leaveInDoubt();
    if (reopened) {
        const QString id = window->draftId();
        bench.restart();
        QVERIFY(!window);
        const QList<DraftSummary> drafts = bench.drafts();
        QCOMPARE(drafts.size(), 1);
        QVERIFY(drafts.first().mayHaveBeenSent);
        window = bench.open(*bench.draft(id), true);
    }
    const Parts parts(window);
    QSignalSpy sent(window, &ComposeWindow::sent);
    QVERIFY(parts.strip->isUp());
    QCOMPARE(parts.strip->strip().buttons.size(), 3);
    QVERIFY(!parts.isWritable()); // nothing is changed in doubt
    const qsizetype before = bench.submitter->count();
    parts.press(Qt::Key_Return); // nor sent by a shortcut
    QCOMPARE(bench.submitter->count(), before);

    parts.click(answer);
    if (answer == u"It arrived") {
        SOON(!window);
        QCOMPARE(sent.size(), 1);
        QCOMPARE(bench.sent().size(), 1);
        QCOMPARE(bench.items().size(), 0);
        QCOMPARE(bench.drafts().size(), 0);
    } else if (answer == u"Send again") {
        bench.submission(before + 1)->accept();
        SOON(!window);
        QCOMPARE(bench.sent().size(), 1);
        QCOMPARE(bench.items().size(), 0);
    } else {
        SOON(parts.isWritable());
        QVERIFY(!parts.strip->isUp());
        QCOMPARE(bench.items().size(), 0);
        QCOMPARE(bench.drafts().size(), 1);
        QVERIFY(!bench.drafts().first().mayHaveBeenSent);
    }
}

void TestComposeDoubt::saysHowTheWaitEnded_data()
{
    QTest::addColumn<Problem>("doubt");
    QTest::newRow("lost") << Problem::ConnectionLost;
    QTest::newRow("timed out") << Problem::TimedOut;
    QTest::newRow("no answer") << Problem::ProtocolViolation;
}

void TestComposeDoubt::saysHowTheWaitEnded()
{
    QFETCH(Problem, doubt);
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"words"_qs);
    parts.press(Qt::Key_Return);
    FakeSubmission *submission = bench.submission();
    submission->reportFinalDotDue();
    SOON(submission->isFinalDotReleased());
    SubmissionError error;
    error.problem = Problem::MayHaveBeenSent;
    error.stage = Stage::FinalDot;
    error.doubt = doubt;
    error.detail = u"what the link said"_qs;
    submission->fail(error);
    SOON(!parts.strip->showsProgress());
    ProblemContext context;
    context.server = bench.accounts->find(u"alice"_qs)->server;
    const ProblemText words = ProblemWords::of(error, context);
    QCOMPARE(parts.strip->strip().title, words.title);
    QCOMPARE(parts.strip->strip().sentence, words.sentence);
    QCOMPARE(parts.strip->strip().details, words.serverWords);
    QVERIFY(words.serverWords.contains(error.detail));
}

void TestComposeDoubt::sendAgainKeepsTheMessageId()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"words"_qs);
    parts.press(Qt::Key_Return);
    FakeSubmission *submission = bench.submission();
    const auto messageId = [](const QByteArray &letter) {
        const auto start = letter.indexOf("Message-ID:");
        return letter.mid(start, letter.indexOf("\r\n", start) - start);
    };
    const QByteArray first = messageId(submission->letter());
    QVERIFY(first.size() > 20);
    submission->reportFinalDotDue();
    SOON(submission->isFinalDotReleased());
    submission->fail(Problem::MayHaveBeenSent, Stage::FinalDot);
    SOON(!parts.strip->showsProgress());
    parts.click(u"Send again"_qs);
    QCOMPARE(messageId(bench.submission(2)->letter()), first);
}

void TestComposeDoubt::answeredInBothWindows_data()
{
    QTest::addColumn<bool>("arrivedThere"); // the main window's answer, which comes first; else: send again
    QTest::addColumn<QString>("answerHere");
    for (const bool arrived : {false, true}) {
        for (const char *answer : {"It arrived", "Send again", "It did not arrive"})
            QTest::addRow("%s there, %s here", arrived ? "It arrived" : "Send again", answer)
                << arrived << QString::fromLatin1(answer);
    }
}

void TestComposeDoubt::answeredInBothWindows()
{
    QFETCH(bool, arrivedThere);
    QFETCH(QString, answerHere);
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.leaveInDoubt();
    const Parts parts(window);
    const QString item = bench.items().constFirst().id;
    QVERIFY(bench.ask([&](Database &database) -> Result<void, StoreError> {
        OutboxStore outbox(database, bench.clock);
        if (arrivedThere)
            return outbox.settleAsSent(item, *outbox.letterOf(item));
        const auto given = outbox.giveBackAsDraft(item);
        return given ? Result<void, StoreError>() : Failure{given.error()};
    }));

    parts.click(answerHere);
    if (arrivedThere) {
        SOON(!window);
        QCOMPARE(bench.drafts().size(), 0);
    } else {
        SOON(parts.isWritable()); // a draft again, as was decided first
        QVERIFY(parts.strip->isUp());
        QVERIFY(bench.draft(window->draftId()));
    }
    QCOMPARE(bench.submitter->count(), 1); // nothing went out on the late answer
    QCOMPARE(bench.sent().size(), arrivedThere ? 1 : 0);
    QCOMPARE(bench.items().size(), 0);
    if (!arrivedThere) {
        parts.press(Qt::Key_Return); // but it can be sent
        bench.submission(2)->accept();
        SOON(!window);
        QCOMPARE(bench.sent().size(), 1);
    }
}

void TestComposeDoubt::answeredHereFirst()
{
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.leaveInDoubt();
    const QString item = bench.items().constFirst().id;
    Parts(window).click(u"Send again"_qs);
    bench.submission(2);
    const auto given = bench.ask(
        [&](Database &database) { return OutboxStore(database, bench.clock).giveBackAsDraft(item); });
    QVERIFY(!given);
    QCOMPARE(given.error().kind, StoreError::Kind::NotFound); // which the main window tells
    const auto arrived =
        bench.ask([&](Database &database) { return OutboxStore(database, bench.clock).letterOf(item); });
    QVERIFY(!arrived);
    QCOMPARE(bench.items().size(), 1); // the attempt under way is not touched
    bench.submission(2)->accept();
    SOON(!window);
    QCOMPARE(bench.submitter->count(), 2);
    QCOMPARE(bench.sent().size(), 1);
}

void TestComposeDoubt::noticesTheOtherAnswer_data()
{
    QTest::addColumn<QString>("answer");
    QTest::newRow("none") << QString();
    QTest::newRow("it arrived") << u"arrived"_qs;
    QTest::newRow("send again") << u"again"_qs;
}

void TestComposeDoubt::noticesTheOtherAnswer()
{
    QFETCH(QString, answer);
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.leaveInDoubt();
    const Parts parts(window);
    QSignalSpy sent(window, &ComposeWindow::sent);
    const QString item = bench.items().constFirst().id;
    QVERIFY(bench.ask([&](Database &database) -> Result<void, StoreError> {
        OutboxStore outbox(database, bench.clock);
        if (answer == u"arrived")
            return outbox.settleAsSent(item, *outbox.letterOf(item));
        if (answer == u"again" && !outbox.giveBackAsDraft(item))
            return Failure{StoreError{}};
        return {};
    }));
    // In front again, as the main window brings it.
    QEvent activation(QEvent::ActivationChange);
    QApplication::sendEvent(window, &activation);
    bench.items(); // the store has answered
    if (answer == u"arrived") {
        SOON(!window);
        QCOMPARE(sent.size(), 1);
    } else if (answer == u"again") {
        SOON(parts.isWritable());
    } else {
        QTest::qWait(0);
        QVERIFY(!parts.isWritable());
        QCOMPARE(parts.strip->strip().buttons.size(), 3); // still asking
    }
    QCOMPARE(bench.submitter->count(), 1);
}

void TestComposeDoubt::closedWhileSending_data()
{
    QTest::addColumn<bool>("works");
    QTest::newRow("accepted") << true;
    QTest::newRow("failed") << false;
}

void TestComposeDoubt::closedWhileSending()
{
    QFETCH(bool, works);
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.open();
    const Parts parts(window);
    QSignalSpy sent(window, &ComposeWindow::sent);
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"words"_qs);
    parts.press(Qt::Key_Return);
    FakeSubmission *submission = bench.submission();
    window->close();
    QVERIFY(window);
    QVERIFY(!window->isVisible());
    QVERIFY(!submission->isCancelled());
    if (works) {
        submission->accept();
        SOON_EQUAL(sent.size(), 1);
        SOON(!window);
    } else {
        submission->fail(Problem::WrongPassword, Stage::Authenticate);
        SOON(window->isVisible()); // it comes back with what there is to say
        QVERIFY(parts.strip->isUp());
        QVERIFY(parts.isWritable());
        QCOMPARE(parts.body->plainText(), u"words"_qs);
    }
}

void TestComposeDoubt::destroyedWhileSending()
{
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.open();
    const QString id = window->draftId();
    {
        const Parts parts(window);
        parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"words"_qs);
        parts.press(Qt::Key_Return);
        bench.submission()->report(Stage::Body, 10);
    }
    bench.restart();
    const auto kept = bench.draft(id);
    QVERIFY(kept);
    QCOMPARE(kept->message.text, u"words"_qs);
    QCOMPARE(kept->typedTo, u"bob@example.net"_qs);
    QCOMPARE(bench.drafts().size(), 1);
    QVERIFY(!bench.drafts().first().mayHaveBeenSent); // its dot had not gone out
}

void TestComposeDoubt::comesBackWithTheProblem_data()
{
    QTest::addColumn<QString>("statement"); // to the database, behind the window's back
    QTest::addColumn<QString>("button");
    QTest::newRow("nothing left") << u"DELETE FROM draft"_qs << u"Close the letter"_qs;
    QTest::newRow("the store fails") << u"ALTER TABLE sent RENAME TO elsewhere"_qs << u"Back"_qs;
}

/// Closed while its letter goes out again, and then somebody must hear what became of it.
void TestComposeDoubt::comesBackWithTheProblem()
{
    QFETCH(QString, statement);
    QFETCH(QString, button);
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.leaveInDoubt();
    const Parts parts(window);
    parts.click(u"Send again"_qs);
    FakeSubmission *submission = bench.submission(2);
    window->close();
    QVERIFY(!window->isVisible());
    QVERIFY(bench.ask([&](Database &database) -> Result<void, StoreError> {
        for (const QString &each : {u"DELETE FROM outbox_item"_qs, statement}) {
            if (auto done = database.run(each); !done)
                return Failure{done.error()};
        }
        return {};
    }));
    submission->fail(Problem::Offline, Stage::Connect);
    SOON(window->isVisible());
    QVERIFY(parts.button(button));
}

void TestComposeDoubt::answerNotStored_data()
{
    QTest::addColumn<QString>("answer");
    for (const char *answer : {"It arrived", "It did not arrive"})
        QTest::newRow(answer) << QString::fromLatin1(answer);
}

/// Whether it was sent is the very question: nothing may call it unsent, and so have it sent twice.
void TestComposeDoubt::answerNotStored()
{
    QFETCH(QString, answer);
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.leaveInDoubt();
    const Parts parts(window);
    const QString question = parts.strip->strip().title;
    QVERIFY(bench.ask([&](Database &database) {
        return database.run(u"CREATE TRIGGER full BEFORE DELETE ON outbox_item BEGIN "
                            "SELECT RAISE(ABORT, 'no room'); END"_qs);
    }));
    parts.click(answer);
    SOON(parts.strip->strip().title != question && parts.button(u"Back"_qs));
    const QString sentence = parts.strip->strip().sentence;
    QVERIFY2(!sentence.contains(u"othing was sent"), qPrintable(sentence));
    QVERIFY2(!sentence.contains(u"as a file"), qPrintable(sentence)); // nothing here does that
    parts.click(u"Back"_qs);
    QCOMPARE(parts.strip->strip().title, question);
    QVERIFY(!parts.isWritable());
    QCOMPARE(bench.submitter->count(), 1);
}

QTEST_MAIN(TestComposeDoubt)
#include "tst_composedoubt.moc"
