// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/submission/WorkerRig.h"

#include <QTest>

using namespace pennypost;
using namespace std::chrono_literals;
using Kind = TransportError::Kind;
using Wire = FakeTransport::State;

namespace {

WorkerRig::Setup pipelined()
{
    return {.pipelining = true,
            .recipients = {QStringLiteral("a@example.org"), QStringLiteral("b@example.org")}};
}

/// A segment for each reply: none is there before its command.
void sayOneByOne(WorkerRig &rig, const QByteArray &said)
{
    for (qsizetype start = 0, end = 0; start < said.size(); start = end) {
        end = said.indexOf('\n', start) + 1;
        rig.say(said.mid(start, end - start));
    }
}

} // namespace

/// A server that offers PIPELINING and loses its way in a burst gets the letter once more, one command at a
/// time.
class TestPlainerRetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void again_data();
    void again();
    void onceOnly_data() { again_data(); }
    void onceOnly();
    void notAgain_data();
    void notAgain();
    void cancelledTheSecondTime();
    void theFormerLinkIsDeaf();
    void nextLetter_data();
    void nextLetter();
    void whatTheSecondTrySaysOfTheFirst_data();
    void whatTheSecondTrySaysOfTheFirst();
};

void TestPlainerRetry::again_data()
{
    QTest::addColumn<QByteArray>("said"); // to the flight of MAIL and two RCPT
    QTest::addColumn<bool>("lost");       // then
    QTest::addColumn<bool>("quits");
    QTest::newRow("hangs up at once") << QByteArray() << true << false;
    QTest::newRow("hangs up behind the first") << QByteArray("250 ok\r\n") << true << false;
    QTest::newRow("hangs up at DATA") << QByteArray("250 ok\r\n250 ok\r\n250 ok\r\n") << true << false;
    QTest::newRow("falls silent") << QByteArray("250 ok\r\n") << false << false;
    QTest::newRow("garbage") << QByteArray("250 ok\r\n2\x00\r\n", 12) << false << false;
    QTest::newRow("a piece of a command")
        << QByteArray("250 ok\r\n250 ok\r\n500 what is CPT?\r\n") << false << true;
    QTest::newRow("MAIL lost") << QByteArray("503 5.5.1 MAIL first\r\n503 5.5.1 MAIL first\r\n") << false
                               << true;
    QTest::newRow("in words") << QByteArray("554 5.7.0 improper use of pipelining\r\n") << false << true;
    QTest::newRow("no RCPT known at DATA")
        << QByteArray("250 ok\r\n250 ok\r\n250 ok\r\n503 5.5.1 RCPT first\r\n") << false << true;
}

void TestPlainerRetry::again()
{
    QFETCH(const QByteArray, said);
    QFETCH(const bool, lost);
    QFETCH(const bool, quits);
    WorkerRig rig(pipelined());
    rig.advanceTo(Stage::MailFrom);
    sayOneByOne(rig, said);
    if (lost)
        rig.wire().fail(Kind::Lost);
    else if (rig.transports.size() == 1)
        rig.clock.advance(5min);

    QVERIFY(!rig.isOver());
    QCOMPARE(rig.transports.size(), size_t(2));
    const QByteArray first = rig.wire().written();
    QVERIFY(first.contains("MAIL FROM:<alice@example.org> SIZE="));
    QVERIFY(first.contains("RCPT TO:<a@example.org>\r\nRCPT TO:<b@example.org>\r\n"));
    QCOMPARE(first.endsWith("QUIT\r\n"), quits);
    QCOMPARE(rig.wire().state(), quits ? Wire::Closed : Wire::Aborted);
    QCOMPARE(rig.stage(), Stage::Lookup);

    rig.current = 1;
    rig.advanceTo(Stage::Recipients);
    QVERIFY(rig.wire().written().endsWith("RCPT TO:<a@example.org>\r\n")); // and no other yet
    rig.advanceTo(Stage::Done);
    QVERIFY(rig.receipt);
    QCOMPARE(rig.ends, 1);
    QCOMPARE(rig.receipt->accepted,
             (QStringList{QStringLiteral("a@example.org"), QStringLiteral("b@example.org")}));
    QCOMPARE(rig.receipt->mechanism, QByteArray("PLAIN"));
    QVERIFY(rig.log->text.contains("one at a time"));
    QCOMPARE(rig.log->text.count("C: AUTH PLAIN ****"), 2);
    QVERIFY(!rig.log->text.contains(plainResponse()));
    QCOMPARE(rig.log->text.count("octets of letter"), 1);
    QCOMPARE(rig.clock.pendingAlarms(), 0);
}

void TestPlainerRetry::onceOnly()
{
    QFETCH(const QByteArray, said);
    QFETCH(const bool, lost);
    WorkerRig rig(pipelined());
    for (rig.current = 0; rig.current < 2; ++rig.current) {
        QVERIFY(!rig.isOver());
        rig.advanceTo(Stage::MailFrom);
        // The second time each reply answers the one command that is out.
        sayOneByOne(rig, said);
        if (lost)
            rig.wire().fail(Kind::Lost);
        else if (rig.transports.size() == rig.current + 1)
            rig.clock.advance(5min);
    }
    QVERIFY(rig.error);
    QCOMPARE(rig.ends, 1);
    QCOMPARE(rig.transports.size(), size_t(2));
    QVERIFY(rig.error->problem != Problem::MayHaveBeenSent);
    QCOMPARE(rig.clock.pendingAlarms(), 0);
}

void TestPlainerRetry::notAgain_data()
{
    QTest::addColumn<bool>("pipelining");
    QTest::addColumn<Stage>("stage"); // where the link is lost
    QTest::newRow("none was offered, MAIL") << false << Stage::MailFrom;
    QTest::newRow("none was offered, RCPT") << false << Stage::Recipients;
    QTest::newRow("none was offered, DATA") << false << Stage::Data;
    QTest::newRow("before the burst") << true << Stage::Authenticate;
    QTest::newRow("in the letter") << true << Stage::Body;
    QTest::newRow("after the final dot") << true << Stage::FinalDot;
}

void TestPlainerRetry::notAgain()
{
    QFETCH(const bool, pipelining);
    QFETCH(const Stage, stage);
    WorkerRig::Setup setup = pipelined();
    setup.pipelining = pipelining;
    setup.source = FakeMimeSource::generated(WorkerRig::bigLetter);
    WorkerRig rig(std::move(setup));
    rig.advanceTo(stage);
    QCOMPARE(rig.stage(), stage);
    rig.wire().fail(Kind::Lost);
    QVERIFY(rig.error);
    QCOMPARE(rig.error->problem,
             stage == Stage::FinalDot ? Problem::MayHaveBeenSent : Problem::ConnectionLost);
    QCOMPARE(rig.transports.size(), size_t(1));
}

void TestPlainerRetry::cancelledTheSecondTime()
{
    WorkerRig rig(pipelined());
    rig.advanceTo(Stage::MailFrom);
    rig.wire().fail(Kind::Lost);
    rig.current = 1;
    rig.worker->cancel();
    QVERIFY(rig.error);
    QCOMPARE(rig.error->problem, Problem::Cancelled);
    QCOMPARE(rig.transports.size(), size_t(2));
    QCOMPARE(rig.clock.pendingAlarms(), 0);
}

void TestPlainerRetry::theFormerLinkIsDeaf()
{
    WorkerRig rig(pipelined());
    rig.advanceTo(Stage::MailFrom);
    rig.say("500 what?\r\n500 what?\r\n500 what?\r\n221 bye\r\n");
    QCOMPARE(rig.transports.size(), size_t(2));
    Q_EMIT rig.wire().readyRead();
    Q_EMIT rig.wire().failed({Kind::Lost, {}, {}});
    QVERIFY(!rig.isOver());
    rig.current = 1;
    rig.advanceTo(Stage::Done);
    QVERIFY(rig.receipt);
}

void TestPlainerRetry::nextLetter_data()
{
    QTest::addColumn<bool>("cameThrough"); // the second try of the letter before
    QTest::addColumn<quint16>("port");     // of the next letter's server
    QTest::addColumn<bool>("burst");
    QTest::newRow("the same server") << true << quint16(465) << false;
    QTest::newRow("another port") << true << quint16(10465) << true;
    // A link that is lost twice says nothing about bursts.
    QTest::newRow("lost one at a time, too") << false << quint16(465) << true;
}

void TestPlainerRetry::nextLetter()
{
    QFETCH(const bool, cameThrough);
    QFETCH(const quint16, port);
    QFETCH(const bool, burst);
    const auto servers = std::make_shared<ServerHabits>();
    WorkerRig::Setup setup = pipelined();
    setup.habits = servers;
    WorkerRig first(std::move(setup));
    first.advanceTo(Stage::MailFrom);
    first.wire().fail(Kind::Lost);
    first.current = 1;
    first.advanceTo(cameThrough ? Stage::Done : Stage::MailFrom);
    if (!cameThrough)
        first.wire().fail(Kind::Lost);
    QCOMPARE(first.receipt.has_value(), cameThrough);

    setup = pipelined();
    setup.habits = servers;
    setup.port = port;
    WorkerRig next(std::move(setup));
    next.advanceTo(Stage::MailFrom);
    QCOMPARE(next.wire().written().contains("RCPT"), burst);
    next.advanceTo(Stage::Done);
    QVERIFY(next.receipt);
    QCOMPARE(next.transports.size(), size_t(1));
}

void TestPlainerRetry::whatTheSecondTrySaysOfTheFirst_data()
{
    QTest::addColumn<TransportError::Kind>("kind");
    QTest::addColumn<Problem>("told");
    QTest::newRow("not reached") << Kind::Refused << Problem::ConnectionLost;
    QTest::newRow("no such name any more") << Kind::HostNotFound << Problem::ConnectionLost;
    QTest::newRow("another certificate") << Kind::CertificateUntrusted << Problem::CertificateUntrusted;
}

void TestPlainerRetry::whatTheSecondTrySaysOfTheFirst()
{
    QFETCH(const TransportError::Kind, kind);
    QFETCH(const Problem, told);
    WorkerRig rig(pipelined());
    rig.advanceTo(Stage::MailFrom);
    rig.wire().fail(Kind::Lost);
    QCOMPARE(rig.transports.size(), size_t(2));
    rig.current = 1;
    if (kind == Kind::CertificateUntrusted)
        rig.advanceTo(Stage::Encrypt);
    rig.wire().fail(kind);
    QVERIFY(rig.error);
    QCOMPARE(rig.error->problem, told);
    QCOMPARE(rig.ends, 1);
}

QTEST_GUILESS_MAIN(TestPlainerRetry)
#include "tst_plainerretry.moc"
