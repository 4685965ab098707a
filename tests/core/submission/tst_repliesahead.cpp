// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/submission/WorkerRig.h"

#include <QTest>

using namespace pennypost;

/// A reply that is there before its command answers nothing, but its words are the server's all the same.
class TestRepliesAhead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ends_data();
    void ends();
    void inABurst_data();
    void inABurst();
    void beforeABurst();
    void quotesNoSecret();
};

void TestRepliesAhead::ends_data()
{
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<int>("code");
    QTest::addColumn<Problem>("problem");
    const auto row = [](const char *title, Stage stage, const char *said, int code,
                        Problem problem = Problem::ProtocolViolation) {
        QTest::newRow(title) << stage << QByteArray(said) << code << problem;
    };
    row("two greetings", Stage::Greeting, "220 a\r\n220 b\r\n", 220);
    row("all that one could wish for", Stage::Hello, "250 mx\r\n250 ok\r\n250 ok\r\n250 ok\r\n250 sent\r\n",
        250);
    row("MAIL's and RCPT's", Stage::MailFrom, "250 ok\r\n250 ok\r\n", 250);
    row("a no to RCPT", Stage::MailFrom, "250 ok\r\n550 5.1.1 nobody\r\n", 550);
    row("a yes before the letter", Stage::Data, "354 go\r\n250 queued\r\n", 250);
    row("a no before the letter", Stage::Data, "354 go\r\n554 5.7.1 not you\r\n", 554,
        Problem::ContentRefused);
    row("421 behind the greeting", Stage::Greeting, "220 hi\r\n421 4.7.0 too many connections\r\n", 421,
        Problem::Temporary);
    row("421 behind EHLO's reply", Stage::Hello, "250 mx\r\n421 shutting down\r\n", 421, Problem::Temporary);
    row("421 behind MAIL's", Stage::MailFrom, "250 ok\r\n421 shutting down\r\n", 421, Problem::Temporary);
    row("421 behind RCPT's", Stage::Recipients, "250 ok\r\n421 shutting down\r\n", 421, Problem::Temporary);
    row("421 before the letter", Stage::Data, "354 go\r\n421 shutting down\r\n", 421, Problem::Temporary);
}

void TestRepliesAhead::ends()
{
    QFETCH(const Stage, stage);
    QFETCH(const QByteArray, said);
    QFETCH(const int, code);
    QFETCH(const Problem, problem);
    for (const bool hold : {true, false}) {
        WorkerRig rig({.signIn = false, .hold = hold});
        rig.advanceTo(stage);
        rig.say(said);
        rig.wire().fail(TransportError::Kind::Lost);
        QVERIFY(rig.error); // nobody takes it for the answer to what was not said yet
        QCOMPARE(rig.ends, 1);
        QCOMPARE(rig.error->problem, problem);
        QVERIFY(rig.error->reply);
        QCOMPARE(rig.error->reply->code, code);
        QVERIFY(!rig.wire().written().contains("Subject:"));
    }
}

void TestRepliesAhead::inABurst_data()
{
    QTest::addColumn<QByteArray>("last");
    QTest::addColumn<size_t>("connections");
    QTest::newRow("closing") << QByteArray("421 4.3.2 shutting down\r\n") << size_t(1);
    QTest::newRow("lost its way") << QByteArray("250 ok\r\n") << size_t(2);
}

void TestRepliesAhead::inABurst()
{
    QFETCH(const QByteArray, last);
    QFETCH(const size_t, connections);
    // With one alone DATA would be out, and this might be its answer.
    WorkerRig rig({.pipelining = true,
                   .recipients = {QStringLiteral("bob@example.org"), QStringLiteral("carol@example.org")}});
    rig.advanceTo(Stage::MailFrom);
    rig.say("250 ok\r\n250 ok\r\n250 ok\r\n" + last);
    QCOMPARE(rig.transports.size(), connections);
    QCOMPARE(rig.error.has_value(), connections == 1);
    if (rig.error)
        QCOMPARE(rig.error->problem, Problem::Temporary);
}

/// MAIL and RCPT were ready to go and did not: there was no burst to lose one's way in.
void TestRepliesAhead::beforeABurst()
{
    WorkerRig rig({.pipelining = true});
    rig.advanceTo(Stage::Authenticate);
    rig.say("235 ok\r\n235 again\r\n");
    QCOMPARE(rig.transports.size(), size_t(1));
    QVERIFY(rig.error);
    QCOMPARE(rig.error->problem, Problem::ProtocolViolation);
    QCOMPARE(rig.error->stage, Stage::Authenticate);
    QVERIFY(!rig.wire().written().contains("MAIL"));
}

void TestRepliesAhead::quotesNoSecret()
{
    WorkerRig rig;
    rig.advanceTo(Stage::Authenticate);
    rig.say("235 welcome\r\n421 no more of \"" + password() + "\"\r\n");
    QVERIFY(rig.error);
    QCOMPARE(rig.error->problem, Problem::Temporary);
    QCOMPARE(rig.error->reply->text(), QStringLiteral("no more of \"****\""));
}

QTEST_GUILESS_MAIN(TestRepliesAhead)
#include "tst_repliesahead.moc"
