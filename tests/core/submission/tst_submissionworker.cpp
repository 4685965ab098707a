// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/submission/WorkerRig.h"

#include <QTest>

using namespace pennypost;
using namespace std::chrono_literals;
using Security = ServerSettings::Security;
Q_DECLARE_METATYPE(ServerSettings::Security)

/// A letter's way when all goes well, and what is told about it.
class TestSubmissionWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepted_data();
    void accepted();
    void transcript();
    void check();
    void stagesInOrder_data();
    void stagesInOrder();
    void progressKnows();
    void aTakenCertificateIsHarmless();
    void finalDotWaits();
    void deliverToRest();
    void logIsMasked_data();
    void logIsMasked();
    void slowServer();
    void fewAlarms();
    void quitIsSent();
};

void TestSubmissionWorker::accepted_data()
{
    QTest::addColumn<Security>("security");
    QTest::addColumn<bool>("pipelining");
    QTest::addColumn<bool>("hold");
    QTest::addColumn<bool>("byteByByte");
    QTest::addColumn<bool>("signIn");
    for (const bool pipelining : {false, true}) {
        for (const bool byteByByte : {false, true}) {
            const auto row = [&](const char *name, Security security, bool hold, bool signIn) {
                QTest::addRow("%s%s%s", name, pipelining ? ", pipelining" : "", byteByByte ? ", bytes" : "")
                    << security << pipelining << hold << byteByByte << signIn;
            };
            row("TLS", Security::Tls, true, true);
            row("TLS, dot not held", Security::Tls, false, true);
            row("STARTTLS", Security::StartTls, true, true);
            row("in clear", Security::None, true, false);
        }
    }
}

void TestSubmissionWorker::accepted()
{
    QFETCH(Security, security);
    QFETCH(bool, pipelining);
    QFETCH(bool, hold);
    QFETCH(bool, byteByByte);
    QFETCH(bool, signIn);
    WorkerRig rig({.security = security,
                   .signIn = signIn,
                   .pipelining = pipelining,
                   .hold = hold,
                   .source = FakeMimeSource::generated(WorkerRig::bigLetter),
                   .recipients = {QStringLiteral("bob@example.org"), QStringLiteral("carol@example.org")}});
    rig.byteByByte = byteByByte;
    rig.advanceTo(Stage::Done);
    QVERIFY(rig.receipt);
    QCOMPARE(rig.ends, 1);
    QCOMPARE(rig.finalDotsDue, hold ? 1 : 0);
    const Receipt &receipt = *rig.receipt;
    QCOMPARE(receipt.time, rig.clock.now());
    QCOMPARE(receipt.host, QStringLiteral("mail.example.org"));
    QCOMPARE(receipt.port, quint16(465));
    QCOMPARE(receipt.address, QStringLiteral("192.0.2.25"));
    QCOMPARE(receipt.serverName, QStringLiteral("mail.example.org"));
    QCOMPARE(receipt.tls.isNull(), security == Security::None);
    QCOMPARE(receipt.mechanism, signIn ? QByteArray("PLAIN") : QByteArray());
    QCOMPARE(receipt.finalReply.code, 250);
    QCOMPARE(receipt.finalReply.lines, QList<QByteArray>{"2.0.0 Ok: queued as 4F3B2A1C"});
    QCOMPARE(receipt.accepted,
             QStringList({QStringLiteral("bob@example.org"), QStringLiteral("carol@example.org")}));
    QVERIFY(receipt.refused.isEmpty());
    QCOMPARE(receipt.octets, FakeMimeSource::generated(WorkerRig::bigLetter)->size());
    QCOMPARE(int(rig.wire().state()), int(FakeTransport::State::Closed));
    QCOMPARE(rig.clock.pendingAlarms(), 0);
}

void TestSubmissionWorker::transcript()
{
    WorkerRig rig;
    rig.advanceTo(Stage::Done);
    QCOMPARE(rig.wire().written(), QByteArray("EHLO [127.0.0.1]\r\n"
                                              "AUTH PLAIN ") +
                                       plainResponse() + "\r\nMAIL FROM:<alice@example.org> SIZE=" +
                                       QByteArray::number(WorkerRig::smallLetter().size()) +
                                       "\r\nRCPT TO:<bob@example.org>\r\nDATA\r\n"
                                       "Subject: dots\r\n\r\n..one\r\n...two\r\nthree.\r\n..\r\nend\r\n"
                                       ".\r\nQUIT\r\n");
}

void TestSubmissionWorker::check()
{
    WorkerRig rig({.check = true});
    rig.advanceTo(Stage::Done);
    QVERIFY(rig.receipt);
    QCOMPARE(rig.receipt->finalReply.code, 0);
    QCOMPARE(rig.receipt->octets, 0);
    QCOMPARE(rig.receipt->mechanism, QByteArray("PLAIN"));
    QCOMPARE(rig.receipt->serverName, QStringLiteral("mail.example.org"));
    QVERIFY(rig.receipt->accepted.isEmpty());
    QVERIFY(rig.wire().written().endsWith("\r\nQUIT\r\n"));
    QVERIFY(!rig.wire().written().contains("MAIL"));
    QCOMPARE(rig.progresses.last().total, 0);
}

void TestSubmissionWorker::stagesInOrder_data()
{
    QTest::addColumn<Security>("security");
    QTest::addColumn<QList<Stage>>("stages");
    using enum Stage;
    QTest::newRow("TLS") << Security::Tls
                         << QList<Stage>{Lookup,   Connect,    Encrypt, Greeting, Hello,    Authenticate,
                                         MailFrom, Recipients, Data,    Body,     FinalDot, Done};
    QTest::newRow("STARTTLS") << Security::StartTls
                              << QList<Stage>{Lookup, Connect,      Greeting, Hello,      Encrypt,
                                              Hello,  Authenticate, MailFrom, Recipients, Data,
                                              Body,   FinalDot,     Done};
}

void TestSubmissionWorker::stagesInOrder()
{
    QFETCH(Security, security);
    QFETCH(QList<Stage>, stages);
    WorkerRig rig({.security = security});
    rig.advanceTo(Stage::Done);
    QList<Stage> seen;
    for (const SubmissionProgress &progress : rig.progresses)
        seen.append(progress.stage);
    QCOMPARE(seen, stages);
}

void TestSubmissionWorker::progressKnows()
{
    WorkerRig rig({.source = FakeMimeSource::generated(WorkerRig::bigLetter)});
    const qint64 total = FakeMimeSource::generated(WorkerRig::bigLetter)->size();
    rig.advanceTo(Stage::Lookup);
    QCOMPARE(rig.progresses.last().host, QStringLiteral("mail.example.org"));
    QCOMPARE(rig.progresses.last().total, total);
    rig.advanceTo(Stage::Encrypt);
    QCOMPARE(rig.progresses.last().address, QStringLiteral("192.0.2.25"));
    QVERIFY(rig.progresses.last().tls.isNull());
    rig.advanceTo(Stage::Greeting);
    QCOMPARE(rig.progresses.last().tls.protocol, QStringLiteral("TLSv1.3"));
    rig.advanceTo(Stage::Authenticate);
    QCOMPARE(rig.progresses.last().serverName, QStringLiteral("mail.example.org"));
    QVERIFY(rig.progresses.last().mechanism.isEmpty());
    rig.advanceTo(Stage::MailFrom);
    QCOMPARE(rig.progresses.last().mechanism, QByteArray("PLAIN"));
    rig.advanceTo(Stage::Body);
    QCOMPARE(rig.progresses.last().sent, 0);
    rig.wire().drain(500'000);
    rig.clock.advance(50ms);
    QCOMPARE(rig.stage(), Stage::Body);
    QVERIFY(rig.progresses.last().sent > 400'000);
    QVERIFY(rig.progresses.last().sent <= 500'000);
    rig.advanceTo(Stage::FinalDot);
    QCOMPARE(rig.progresses.last().sent, total);
}

/// A pin takes a certificate whatever its names are.
void TestSubmissionWorker::aTakenCertificateIsHarmless()
{
    WorkerRig rig;
    rig.advanceTo(Stage::Encrypt);
    PeerCertificate certificate;
    certificate.subject = QStringLiteral("x\nSigned in by: somebody");
    certificate.issuer = QStringLiteral("Good\u2069\u202E CA");
    certificate.names = {QStringLiteral("a\u0007b.example")};
    rig.wire().setCertificate(certificate);
    rig.advanceTo(Stage::Done);
    QVERIFY(rig.receipt);
    const PeerCertificate &kept = rig.receipt->tls.certificate;
    QCOMPARE(kept.subject, QStringLiteral("x Signed in by: somebody"));
    QCOMPARE(kept.issuer, QStringLiteral("Good CA"));
    QCOMPARE(kept.names, QStringList{QStringLiteral("ab.example")});
    QCOMPARE(kept.sha256, QByteArray(32, 'c'));
    QCOMPARE(rig.progresses.last().tls.certificate, kept);
}

void TestSubmissionWorker::finalDotWaits()
{
    WorkerRig rig;
    rig.advanceTo(Stage::Body);
    QCOMPARE(rig.finalDotsDue, 1);
    QVERIFY(rig.wire().written().endsWith("\r\nend\r\n"));
    rig.worker->releaseFinalDot();
    QVERIFY(rig.wire().written().endsWith("\r\nend\r\n.\r\n"));
    QCOMPARE(rig.stage(), Stage::FinalDot);
    rig.worker->releaseFinalDot();
    QVERIFY(rig.wire().written().endsWith("\r\nend\r\n.\r\n"));
}

void TestSubmissionWorker::deliverToRest()
{
    WorkerRig rig({.pipelining = true,
                   .recipients = {QStringLiteral("bob@example.org"), QStringLiteral("nobody@example.org"),
                                  QStringLiteral("carol@example.org")},
                   .partialRefusal = Transaction::PartialRefusal::DeliverToRest});
    rig.advanceTo(Stage::MailFrom);
    rig.say("250 ok\r\n250 ok\r\n550 5.1.1 nobody here\r\n250 ok\r\n");
    QCOMPARE(rig.stage(), Stage::Data);
    rig.advanceTo(Stage::Done);
    QVERIFY(rig.receipt);
    QCOMPARE(rig.receipt->accepted,
             QStringList({QStringLiteral("bob@example.org"), QStringLiteral("carol@example.org")}));
    QCOMPARE(rig.receipt->refused.size(), 1);
    QCOMPARE(rig.receipt->refused.first().path, QStringLiteral("nobody@example.org"));
    QCOMPARE(rig.receipt->refused.first().reply.code, 550);
}

void TestSubmissionWorker::logIsMasked_data()
{
    QTest::addColumn<QByteArray>("offer");
    QTest::newRow("PLAIN") << QByteArray("PLAIN");
    QTest::newRow("LOGIN") << QByteArray("LOGIN");
}

void TestSubmissionWorker::logIsMasked()
{
    QFETCH(QByteArray, offer);
    WorkerRig rig;
    rig.advanceTo(Stage::Hello);
    rig.say("250-mail.example.org\r\n250 AUTH " + offer + "\r\n");
    if (offer == "LOGIN") {
        rig.say("334 VXNlcm5hbWU6\r\n");
        rig.say("334 UGFzc3dvcmQ6\r\n");
    }
    rig.advanceTo(Stage::Done);
    QVERIFY(rig.receipt);
    const QByteArray &log = rig.log->text;
    QVERIFY(log.contains(QByteArray("C: AUTH " + offer)));
    QVERIFY(log.contains("****\n"));
    QVERIFY(!log.contains(password()));
    QVERIFY(!log.contains(password().toBase64()));
    QVERIFY(!log.contains(password().toBase64().mid(4, 12))); // in whatever alignment
    QVERIFY(!log.contains(plainResponse()));
    QVERIFY(log.contains("S: 235 2.7.0 welcome\n"));
    QVERIFY(log.contains("C: EHLO [127.0.0.1]\n"));
    const QByteArray size = QByteArray::number(WorkerRig::smallLetter().size());
    QVERIFY(log.contains(QByteArray("* " + size + " octets of letter\n")));
    QVERIFY(!log.contains("three."));
    QVERIFY(log.contains("C: .\n"));
    QVERIFY(log.contains("* TLSv1.3 TLS_AES_256_GCM_SHA384\n"));
    QVERIFY(log.contains("C: QUIT\n"));
}

/// A person hears of it before anybody gives up.
void TestSubmissionWorker::slowServer()
{
    for (const Stage stage : {Stage::Greeting, Stage::Authenticate, Stage::FinalDot}) {
        WorkerRig rig;
        rig.advanceTo(stage);
        rig.clock.advance(4900ms);
        QVERIFY(!rig.progresses.last().slow);
        const auto before = rig.progresses.size();
        rig.clock.advance(200ms);
        QCOMPARE(rig.progresses.size(), before + 1);
        QVERIFY(rig.progresses.last().slow);
        QCOMPARE(rig.stage(), stage);
        rig.clock.advance(1min);
        QCOMPARE(rig.progresses.size(), before + 1); // once is enough
        rig.advanceTo(stage == Stage::FinalDot ? Stage::Done : Stage(int(stage) + 1));
        QVERIFY(!rig.progresses.last().slow);
    }
}

void TestSubmissionWorker::fewAlarms()
{
    WorkerRig rig({.hold = false, .source = FakeMimeSource::generated(32 * 1024 * 1024)});
    rig.advanceTo(Stage::Data);
    const qint64 before = rig.clock.alarmsSet();
    rig.wire().setClogged(false);
    rig.say("354 go\r\n");
    QCOMPARE(rig.stage(), Stage::FinalDot);
    QVERIFY(rig.clock.alarmsSet() - before <= 2);
}

void TestSubmissionWorker::quitIsSent()
{
    // An unanswered QUIT costs the person nothing: the receipt is there before.
    WorkerRig rig;
    rig.advanceTo(Stage::Done);
    QVERIFY(rig.receipt);
    QVERIFY(rig.wire().written().endsWith("\r\n.\r\nQUIT\r\n"));
    rig.wire().receive("221 bye\r\n");
    rig.wire().fail(TransportError::Kind::Lost);
    rig.clock.advance(1h);
    QCOMPARE(rig.ends, 1);
}

QTEST_GUILESS_MAIN(TestSubmissionWorker)
#include "tst_submissionworker.moc"
