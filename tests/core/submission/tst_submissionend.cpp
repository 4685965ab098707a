// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/submission/WorkerRig.h"

#include <QTest>

using namespace pennypost;
using namespace std::chrono_literals;
using Security = ServerSettings::Security;
using Kind = TransportError::Kind;
using Wire = FakeTransport::State;
using Minutes = std::chrono::milliseconds;
Q_DECLARE_METATYPE(ServerSettings::Security)
Q_DECLARE_METATYPE(Wire)

namespace {

const QList<Stage> underway{Stage::Lookup, Stage::Connect,  Stage::Encrypt,      Stage::Greeting,
                            Stage::Hello,  Stage::MailFrom, Stage::Authenticate, Stage::Recipients,
                            Stage::Data,   Stage::Body,     Stage::FinalDot};

} // namespace

/// Every way in which we or the clock or the link can end it before the 250, at every stage.
class TestSubmissionEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeLimits_data();
    void timeLimits();
    void repliesRestartTheLimit();
    void piecesOfAReplyDoNot();
    void cancel_data();
    void cancel();
    void shutDown_data();
    void shutDown();
    void linkLost_data();
    void linkLost();
    void unfinishedReplyIsNone();
    void unreadableLetter();
};

void TestSubmissionEnd::timeLimits_data()
{
    QTest::addColumn<Security>("security");
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<Minutes>("limit");
    QTest::addColumn<Problem>("problem");
    const TimeLimits limits;
    const auto row = [](const char *title, Stage stage, Minutes limit, Problem problem = Problem::TimedOut,
                        Security security = Security::Tls) {
        QTest::newRow(title) << security << stage << limit << problem;
    };
    row("look-up", Stage::Lookup, limits.lookup);
    row("connect", Stage::Connect, limits.connect);
    row("handshake", Stage::Encrypt, limits.handshake);
    row("handshake after STARTTLS", Stage::Encrypt, limits.handshake, Problem::TimedOut, Security::StartTls);
    row("greeting", Stage::Greeting, limits.greeting);
    row("greeting in clear", Stage::Greeting, limits.greeting, Problem::TimedOut, Security::StartTls);
    row("EHLO", Stage::Hello, limits.command);
    row("AUTH", Stage::Authenticate, limits.command);
    row("MAIL", Stage::MailFrom, limits.command);
    row("RCPT", Stage::Recipients, limits.command);
    row("DATA", Stage::Data, limits.data);
    row("a block", Stage::Body, limits.block);
    row("final dot", Stage::FinalDot, limits.finalDot, Problem::MayHaveBeenSent);
}

void TestSubmissionEnd::timeLimits()
{
    QFETCH(Security, security);
    QFETCH(Stage, stage);
    QFETCH(Minutes, limit);
    QFETCH(Problem, problem);
    WorkerRig rig(withBigLetter(security));
    rig.advanceTo(stage);
    QCOMPARE(rig.stage(), stage);
    rig.clock.advance(limit - 1ms);
    QVERIFY(!rig.isOver());
    rig.clock.advance(51ms); // the body is looked at every 50 ms
    QVERIFY(rig.error);
    QCOMPARE(rig.error->problem, problem);
    QCOMPARE(rig.error->stage, stage);
    const bool inDoubt = problem == Problem::MayHaveBeenSent;
    QCOMPARE(rig.error->doubt, inDoubt ? std::optional(Problem::TimedOut) : std::nullopt);
    QCOMPARE(rig.wire().state(), Wire::Aborted);
    QCOMPARE(hasFinalDot(rig.wire().written()), stage == Stage::FinalDot);
    rig.clock.advance(24h);
    QCOMPARE(rig.ends, 1);
    QCOMPARE(rig.clock.pendingAlarms(), 0);
}

void TestSubmissionEnd::repliesRestartTheLimit()
{
    WorkerRig rig({.pipelining = true,
                   .recipients = {QStringLiteral("a@example.org"), QStringLiteral("b@example.org"),
                                  QStringLiteral("c@example.org")}});
    rig.advanceTo(Stage::MailFrom);
    for (int i = 0; i < 4; ++i) {
        rig.clock.advance(4min);
        rig.say("250 slow but alive\r\n");
    }
    QCOMPARE(rig.stage(), Stage::Data);
    QVERIFY(!rig.isOver());
}

void TestSubmissionEnd::piecesOfAReplyDoNot()
{
    WorkerRig rig;
    rig.advanceTo(Stage::Hello);
    for (int i = 0; i < 5; ++i) {
        QVERIFY(!rig.isOver());
        rig.say("250-and so on\r\n");
        rig.clock.advance(1min);
    }
    QVERIFY(rig.error);
    QCOMPARE(rig.error->problem, Problem::TimedOut);
    QCOMPARE(rig.error->stage, Stage::Hello);
}

void TestSubmissionEnd::cancel_data()
{
    QTest::addColumn<Stage>("stage");
    QTest::newRow("before it began") << Stage::Preparing;
    for (const Stage stage : underway)
        QTest::newRow(qPrintable(nameOf(stage))) << stage;
}

void TestSubmissionEnd::cancel()
{
    QFETCH(Stage, stage);
    WorkerRig rig(withBigLetter());
    rig.advanceTo(stage);
    if (stage != Stage::Preparing)
        rig.wire().takeWritten();
    rig.worker->cancel();
    rig.worker->cancel();
    if (stage == Stage::FinalDot) {
        // Nobody can take it back: it goes on to whatever the server says.
        QVERIFY(!rig.isOver());
        rig.advanceTo(Stage::Done);
        QVERIFY(rig.receipt);
        return;
    }
    QVERIFY(rig.error);
    QCOMPARE(rig.error->problem, Problem::Cancelled);
    QCOMPARE(rig.error->stage, stage);
    QCOMPARE(rig.ends, 1);
    QCOMPARE(rig.clock.pendingAlarms(), 0);
    rig.worker->start(); // as when both calls were queued
    if (stage == Stage::Preparing) {
        QVERIFY(rig.transports.empty());
        return;
    }
    const bool betweenCommands =
        stage == Stage::Hello || stage == Stage::MailFrom || stage == Stage::Recipients;
    QCOMPARE(rig.wire().takeWritten(), betweenCommands ? QByteArray("QUIT\r\n") : QByteArray());
    QCOMPARE(rig.wire().state(), betweenCommands ? Wire::Closed : Wire::Aborted);
    QVERIFY(!hasFinalDot(rig.wire().written()));
}

void TestSubmissionEnd::shutDown_data()
{
    cancel_data();
}

void TestSubmissionEnd::shutDown()
{
    QFETCH(Stage, stage);
    WorkerRig rig(withBigLetter());
    rig.advanceTo(stage);
    rig.worker->shutDown();
    QVERIFY(rig.error);
    QCOMPARE(rig.error->problem, stage == Stage::FinalDot ? Problem::MayHaveBeenSent : Problem::Cancelled);
    QCOMPARE(rig.error->doubt, stage == Stage::FinalDot ? std::optional(Problem::Cancelled) : std::nullopt);
    QCOMPARE(rig.error->stage, stage);
    QCOMPARE(rig.ends, 1);
}

void TestSubmissionEnd::linkLost_data()
{
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<Security>("security");
    for (const Stage stage : underway)
        QTest::addRow("TLS, %s", qPrintable(nameOf(stage))) << stage << Security::Tls;
    for (const Stage stage : underway)
        QTest::addRow("STARTTLS, %s", qPrintable(nameOf(stage))) << stage << Security::StartTls;
}

void TestSubmissionEnd::linkLost()
{
    QFETCH(Stage, stage);
    QFETCH(Security, security);
    WorkerRig rig(withBigLetter(security));
    rig.advanceTo(stage);
    QCOMPARE(rig.stage(), stage);
    const QByteArray written = rig.wire().written();
    rig.wire().fail(Kind::Lost);
    QVERIFY(rig.error);
    QCOMPARE(rig.error->problem,
             stage == Stage::FinalDot ? Problem::MayHaveBeenSent : Problem::ConnectionLost);
    QCOMPARE(rig.error->stage, stage);
    QCOMPARE(rig.error->doubt,
             stage == Stage::FinalDot ? std::optional(Problem::ConnectionLost) : std::nullopt);
    QCOMPARE(rig.error->detail, QStringLiteral("said the system"));
    QCOMPARE(rig.wire().written(), written);
    QCOMPARE(hasFinalDot(written), stage == Stage::FinalDot);
    QCOMPARE(rig.ends, 1);
    QCOMPARE(rig.clock.pendingAlarms(), 0);
}

void TestSubmissionEnd::unfinishedReplyIsNone()
{
    // Success is a complete reply, line end and all.
    for (const char *words : {"250 2.0.0 Ok: queued", "250-2.0.0 Ok\r\n", "550 5.7.1 no", ""}) {
        WorkerRig rig;
        rig.advanceTo(Stage::FinalDot);
        rig.say(words);
        QVERIFY(!rig.isOver());
        rig.wire().fail(Kind::Lost);
        QVERIFY(rig.error);
        QCOMPARE(rig.error->problem, Problem::MayHaveBeenSent);
    }
}

void TestSubmissionEnd::unreadableLetter()
{
    auto source = FakeMimeSource::generated(WorkerRig::bigLetter);
    source->failAt(2'000'000, {MimeError::Kind::FileChanged, QStringLiteral("/home/alice/plan.pdf"), {}});
    WorkerRig rig({.source = std::move(source)});
    rig.advanceTo(Stage::Body);
    rig.wire().drain(rig.wire().unsent());
    QVERIFY(!rig.isOver());
    rig.wire().drain(rig.wire().unsent());
    QVERIFY(rig.error);
    QCOMPARE(rig.error->problem, Problem::LetterUnreadable);
    QCOMPARE(rig.error->stage, Stage::Body);
    QCOMPARE(rig.error->detail, QStringLiteral("/home/alice/plan.pdf"));
    QCOMPARE(rig.error->unreadable->kind, MimeError::Kind::FileChanged);
    QCOMPARE(rig.wire().state(), Wire::Aborted);
    QVERIFY(!hasFinalDot(rig.wire().written()));
    QVERIFY(!rig.wire().written().contains("QUIT"));
}

QTEST_GUILESS_MAIN(TestSubmissionEnd)
#include "tst_submissionend.moc"
