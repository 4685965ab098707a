// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/submission/WorkerRig.h"

#include <QTest>

using namespace pennypost;
using namespace std::chrono_literals;
using Security = ServerSettings::Security;
using Kind = TransportError::Kind;
using Wire = FakeTransport::State;
Q_DECLARE_METATYPE(ServerSettings::Security)
Q_DECLARE_METATYPE(TransportError::Kind)
Q_DECLARE_METATYPE(Wire)

/// What a server, or what answers in its place, says or does instead of taking the letter, at every stage.
class TestServerFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void earlyReply_data();
    void earlyReply();
    void earlyReplyWhileHeld();
    void refusedAt_data();
    void refusedAt();
    void noReplyAtTheDot_data();
    void noReplyAtTheDot();
    void injection_data();
    void injection();
    void wrongPort_data();
    void wrongPort();
    void probe_data();
    void probe();
    void probeIsDue_data();
    void probeIsDue();
    void transportProblems_data();
    void transportProblems();
    void strangersWordsAreHarmless();
    void secretsStayHome_data();
    void secretsStayHome();
};

void TestServerFaults::earlyReply_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<Problem>("problem");
    QTest::newRow("552") << QByteArray("552 5.3.4 message too big\r\n") << Problem::LetterTooLarge;
    QTest::newRow("421") << QByteArray("421 4.3.2 shutting down\r\n") << Problem::Temporary;
    QTest::newRow("550 policy") << QByteArray("550 5.7.1 spam\r\n") << Problem::ContentRefused;
    QTest::newRow("250, of all things") << QByteArray("250 ok\r\n") << Problem::ProtocolViolation;
    QTest::newRow("garbage") << QByteArray("what?\r\n") << Problem::ProtocolViolation;
}

void TestServerFaults::earlyReply()
{
    QFETCH(QByteArray, reply);
    QFETCH(Problem, problem);
    for (const bool byteByByte : {false, true}) {
        WorkerRig rig(withBigLetter());
        rig.advanceTo(Stage::Body);
        const qsizetype written = rig.wire().written().size();
        rig.byteByByte = byteByByte;
        rig.say(reply);
        QVERIFY(rig.error);
        QCOMPARE(rig.error->problem, problem);
        QCOMPARE(rig.error->stage, Stage::Body);
        QCOMPARE(rig.wire().state(), Wire::Aborted);
        rig.wire().drain(10'000'000);
        QCOMPARE(rig.wire().written().size(), written); // not even QUIT: it would be part of the letter
    }
}

void TestServerFaults::earlyReplyWhileHeld()
{
    WorkerRig rig;
    rig.advanceTo(Stage::Body);
    QCOMPARE(rig.finalDotsDue, 1);
    rig.say("552 5.3.4 too big\r\n");
    QVERIFY(rig.error);
    QCOMPARE(rig.error->problem, Problem::LetterTooLarge);
    rig.worker->releaseFinalDot();
    QVERIFY(!hasFinalDot(rig.wire().written()));
}

void TestServerFaults::refusedAt_data()
{
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<Problem>("problem");
    QTest::addColumn<QByteArray>("politeness");
    const auto row = [](const char *title, Stage stage, const char *reply, Problem problem,
                        const char *politeness = "QUIT\r\n") {
        QTest::newRow(title) << stage << QByteArray(reply) << problem << QByteArray(politeness);
    };
    row("554 greeting", Stage::Greeting, "554 go away\r\n", Problem::ServerRefusesUs);
    row("421 greeting", Stage::Greeting, "421 busy\r\n", Problem::Temporary, "");
    row("HTTP", Stage::Greeting, "HTTP/1.1 200 OK\r\nServer: x\r\n", Problem::NotSmtp, "");
    row("POP3", Stage::Greeting, "+OK ready\r\n", Problem::NotSmtp, "");
    row("two codes", Stage::Greeting, "220-a\r\n554 b\r\n", Problem::ProtocolViolation, "");
    row("535", Stage::Authenticate, "535 5.7.8 wrong\r\n", Problem::WrongPassword);
    row("550 at MAIL", Stage::MailFrom, "550 5.7.1 not you\r\n", Problem::SenderRefused, "RSET\r\nQUIT\r\n");
    row("550 at RCPT", Stage::Recipients, "550 5.1.1 unknown\r\n", Problem::RecipientsRefused,
        "RSET\r\nQUIT\r\n");
    row("451 at DATA", Stage::Data, "451 4.3.0 later\r\n", Problem::Temporary, "RSET\r\nQUIT\r\n");
    row("554 after the dot", Stage::FinalDot, "554 5.7.1 spam\r\n", Problem::ContentRefused);
    row("garbage after the dot", Stage::FinalDot, "queued\r\n", Problem::MayHaveBeenSent, "");
}

void TestServerFaults::refusedAt()
{
    QFETCH(Stage, stage);
    QFETCH(QByteArray, reply);
    QFETCH(Problem, problem);
    QFETCH(QByteArray, politeness);
    for (const bool byteByByte : {false, true}) {
        WorkerRig rig;
        rig.advanceTo(stage);
        rig.wire().takeWritten();
        rig.byteByByte = byteByByte;
        rig.say(reply);
        QVERIFY(rig.error);
        QCOMPARE(rig.error->problem, problem);
        QCOMPARE(rig.error->stage, stage);
        QCOMPARE(rig.wire().takeWritten(), politeness);
        QCOMPARE(rig.wire().state(), politeness.isEmpty() ? Wire::Aborted : Wire::Closed);
        QCOMPARE(rig.ends, 1);
    }
}

void TestServerFaults::noReplyAtTheDot_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QString>("detail"); // what a person may read of it
    const auto row = [](const char *title, const QByteArray &said, const QString &detail) {
        QTest::newRow(title) << said << detail;
    };
    row("words", "queued as 4711\r\n", QStringLiteral("queued as 4711"));
    row("HTML with escapes", "\x1b[31m<b>proxy\x1b[0m</b>\r\n", QStringLiteral("<b>proxy</b>"));
    row("two codes", "250-ok\r\n550 no\r\n", QStringLiteral("550 no"));
    row("two lines", "so\r\nwhat\r\n", QStringLiteral("so\nwhat"));
    row("the password quoted", "who is " + password() + "?\r\n", QStringLiteral("who is ****?"));
}

void TestServerFaults::noReplyAtTheDot()
{
    QFETCH(const QByteArray, said);
    QFETCH(const QString, detail);
    WorkerRig rig;
    rig.advanceTo(Stage::FinalDot);
    rig.say(said);
    QVERIFY(rig.error);
    // The server spoke: the link was not lost, and yet nobody knows.
    QCOMPARE(rig.error->problem, Problem::MayHaveBeenSent);
    QCOMPARE(rig.error->doubt, std::optional(Problem::ProtocolViolation));
    QCOMPARE(rig.error->detail, detail);
    QVERIFY(!rig.error->reply);
    QCOMPARE(retryOf(*rig.error), RetryAdvice::Decide);
}

void TestServerFaults::injection_data()
{
    QTest::addColumn<QByteArray>("injected");
    QTest::addColumn<bool>("silently"); // in the buffer, no readyRead() yet
    QTest::newRow("a reply") << QByteArray("250-injected\r\n250 AUTH PLAIN\r\n") << false;
    QTest::newRow("half a reply") << QByteArray("250-injected\r\n") << false;
    QTest::newRow("no CRLF") << QByteArray("250 inj") << false;
    QTest::newRow("one byte") << QByteArray("2") << false;
    QTest::newRow("an empty line") << QByteArray("\r\n") << false;
    QTest::newRow("next segment, a reply") << QByteArray("250 injected\r\n") << true;
    QTest::newRow("next segment, no CRLF") << QByteArray("25") << true;
}

void TestServerFaults::injection()
{
    QFETCH(QByteArray, injected);
    QFETCH(bool, silently);
    WorkerRig rig({.security = Security::StartTls});
    rig.advanceTo(Stage::Hello);
    rig.say("250-mail.example.org\r\n250 STARTTLS\r\n");
    QVERIFY(rig.wire().takeWritten().endsWith("STARTTLS\r\n"));
    if (silently) {
        // A log is the last to hear of the 220 before the handshake: what comes then is in the buffer unread.
        rig.log->onReceived = [&] { rig.wire().receiveSilently(injected); };
        rig.say("220 go ahead\r\n");
    } else {
        rig.say(QByteArray("220 go ahead\r\n" + injected));
    }
    QVERIFY(rig.error);
    QCOMPARE(rig.error->problem, Problem::InjectedBeforeTls);
    QCOMPARE(rig.error->stage, Stage::Encrypt);
    QCOMPARE(rig.wire().state(), Wire::Aborted);
    QVERIFY(rig.wire().takeWritten().isEmpty());
}

void TestServerFaults::wrongPort_data()
{
    QTest::addColumn<Security>("security");
    QTest::addColumn<QByteArray>("bytes");
    for (const Security security : {Security::StartTls, Security::None}) {
        const char *name = security == Security::None ? "in clear" : "STARTTLS";
        QTest::addRow("%s, alert", name) << security << QByteArray::fromHex("15030100020246");
        QTest::addRow("%s, handshake", name) << security << QByteArray::fromHex("1603030010");
    }
}

void TestServerFaults::wrongPort()
{
    QFETCH(Security, security);
    QFETCH(QByteArray, bytes);
    for (const bool byteByByte : {false, true}) {
        WorkerRig rig({.security = security, .signIn = false});
        rig.advanceTo(Stage::Greeting);
        rig.byteByByte = byteByByte;
        rig.say(bytes);
        QVERIFY(rig.error);
        QCOMPARE(rig.error->problem, Problem::PlainOnTlsPort);
        QCOMPARE(rig.error->stage, Stage::Greeting);
        QVERIFY(rig.wire().written().isEmpty());
    }
}

void TestServerFaults::probe_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("settled"); // by proof alone
    QTest::newRow("TLS") << QStringLiteral("encrypted") << true;
    QTest::newRow("an alert") << QStringLiteral("alert") << true;
    QTest::newRow("TLS failed, whoever's fault") << QStringLiteral("failed") << false;
    QTest::newRow("a bad certificate") << QStringLiteral("untrusted") << true;
    QTest::newRow("old TLS") << QStringLiteral("old") << true;
    QTest::newRow("clear text") << QStringLiteral("plain") << false;
    QTest::newRow("lost") << QStringLiteral("lost") << false;
    QTest::newRow("silence") << QStringLiteral("silence") << false;
    QTest::newRow("the greeting comes first") << QStringLiteral("greeting") << false;
}

void TestServerFaults::probe()
{
    QFETCH(QString, answer);
    QFETCH(bool, settled);
    WorkerRig rig({.security = Security::StartTls});
    rig.advanceTo(Stage::Greeting);
    rig.clock.advance(5s - 1ms);
    QCOMPARE(rig.transports.size(), size_t(1));
    rig.clock.advance(1ms);
    QCOMPARE(rig.transports.size(), size_t(2));
    FakeTransport &second = *rig.transports.back();
    QCOMPARE(second.start(), Transport::Start::Tls);
    QCOMPARE(second.endpoint(), rig.wire().endpoint());
    second.resolve();
    second.connectNow();
    if (answer == QStringLiteral("encrypted"))
        second.encryptNow();
    else if (answer == QStringLiteral("untrusted"))
        second.fail(Kind::CertificateUntrusted);
    else if (answer == QStringLiteral("old"))
        second.fail(Kind::TlsTooOld);
    else if (answer == QStringLiteral("alert"))
        second.fail({Kind::TlsFailed, QStringLiteral("alert handshake failure"), {}, true});
    else if (answer == QStringLiteral("failed"))
        second.fail(Kind::TlsFailed);
    else if (answer == QStringLiteral("plain"))
        second.fail(Kind::PeerSpeaksPlain);
    else if (answer == QStringLiteral("lost"))
        second.fail(Kind::Lost);
    else if (answer == QStringLiteral("greeting"))
        rig.say("220-still here\r\n");
    QVERIFY(rig.transports.back().isNull() || second.written().isEmpty()); // no word of SMTP

    if (settled) {
        QVERIFY(rig.error);
        QCOMPARE(rig.error->problem, Problem::PlainOnTlsPort);
        QCOMPARE(rig.wire().state(), Wire::Aborted);
        return;
    }
    QVERIFY(!rig.isOver());
    rig.advanceTo(Stage::Done);
    QVERIFY(rig.receipt);
    QVERIFY(answer != QStringLiteral("greeting") || rig.transports.back().isNull());
}

void TestServerFaults::probeIsDue_data()
{
    QTest::addColumn<quint16>("port");
    QTest::addColumn<Security>("security");
    QTest::addColumn<int>("seconds"); // 0: never
    QTest::newRow("465") << quint16(465) << Security::StartTls << 5;
    QTest::newRow("a port of one's own") << quint16(10587) << Security::None << 5;
    QTest::newRow("587, which may greet late") << quint16(587) << Security::StartTls << 65;
    QTest::newRow("25") << quint16(25) << Security::None << 65;
    QTest::newRow("2525") << quint16(2525) << Security::StartTls << 65;
    QTest::newRow("under TLS") << quint16(465) << Security::Tls << 0;
}

void TestServerFaults::probeIsDue()
{
    QFETCH(const quint16, port);
    QFETCH(const Security, security);
    QFETCH(const int, seconds);
    WorkerRig rig({.security = security, .signIn = false, .port = port});
    rig.advanceTo(Stage::Greeting);
    rig.clock.advance(seconds > 0 ? std::chrono::seconds(seconds) - 1ms : rig.limits.greeting - 1ms);
    QCOMPARE(rig.transports.size(), size_t(1));
    rig.clock.advance(1ms);
    QCOMPARE(rig.transports.size(), size_t(seconds > 0 ? 2 : 1));
    // Unproven, it is a matter of time: trying again later is right.
    rig.clock.advance(rig.limits.greeting);
    QVERIFY(rig.error);
    QCOMPARE(rig.error->problem, Problem::TimedOut);
    QCOMPARE(rig.error->stage, Stage::Greeting);
    QCOMPARE(retryOf(*rig.error), RetryAdvice::Later);
}

void TestServerFaults::transportProblems_data()
{
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Problem>("problem");
    QTest::newRow("offline") << Stage::Lookup << Kind::Offline << Problem::Offline;
    QTest::newRow("no host") << Stage::Lookup << Kind::HostNotFound << Problem::HostNotFound;
    QTest::newRow("refused") << Stage::Connect << Kind::Refused << Problem::ConnectionRefused;
    QTest::newRow("no route") << Stage::Connect << Kind::Offline << Problem::Offline;
    QTest::newRow("untrusted") << Stage::Encrypt << Kind::CertificateUntrusted
                               << Problem::CertificateUntrusted;
    QTest::newRow("expired") << Stage::Encrypt << Kind::CertificateExpired << Problem::CertificateExpired;
    QTest::newRow("name") << Stage::Encrypt << Kind::CertificateWrongName << Problem::CertificateWrongName;
    QTest::newRow("pin") << Stage::Encrypt << Kind::CertificateNotPinned << Problem::CertificateNotPinned;
    QTest::newRow("old") << Stage::Encrypt << Kind::TlsTooOld << Problem::TlsTooOld;
    QTest::newRow("TLS") << Stage::Encrypt << Kind::TlsFailed << Problem::TlsFailed;
    QTest::newRow("clear text") << Stage::Encrypt << Kind::PeerSpeaksPlain << Problem::TlsOnPlainPort;
}

void TestServerFaults::transportProblems()
{
    QFETCH(Stage, stage);
    QFETCH(Kind, kind);
    QFETCH(Problem, problem);
    for (const Security security : {Security::Tls, Security::StartTls}) {
        WorkerRig rig({.security = security});
        rig.advanceTo(stage);
        PeerCertificate certificate;
        if (stage == Stage::Encrypt)
            certificate.sha256 = QByteArray(32, 'x');
        rig.wire().fail(kind, certificate);
        QVERIFY(rig.error);
        const bool injected = security == Security::StartTls && kind == Kind::PeerSpeaksPlain;
        QCOMPARE(rig.error->problem, injected ? Problem::InjectedBeforeTls : problem);
        QCOMPARE(rig.error->stage, stage);
        QCOMPARE(rig.error->certificate.has_value(), stage == Stage::Encrypt);
        QCOMPARE(rig.error->detail, kind == Kind::HostNotFound
                                        ? QStringLiteral("mail.example.org: said the system")
                                        : QStringLiteral("said the system"));
    }
}

void TestServerFaults::strangersWordsAreHarmless()
{
    WorkerRig rig;
    rig.advanceTo(Stage::Encrypt);
    PeerCertificate certificate;
    certificate.sha256 = QByteArray(32, 'x');
    certificate.subject = QStringLiteral("mail\x1b[2J.example.org");
    certificate.issuer = QStringLiteral("Good\u202E\nCA");
    certificate.names = {QStringLiteral("a\u0007b.example")};
    rig.wire().fail({Kind::CertificateUntrusted, QStringLiteral("said \x1b[31mred"), certificate});
    QVERIFY(rig.error);
    QCOMPARE(rig.error->detail, QStringLiteral("said red"));
    QCOMPARE(rig.error->certificate->subject, QStringLiteral("mail.example.org"));
    QCOMPARE(rig.error->certificate->issuer, QStringLiteral("Good CA"));
    QCOMPARE(rig.error->certificate->names, QStringList{QStringLiteral("ab.example")});
    QCOMPARE(rig.error->certificate->sha256, certificate.sha256);
}

void TestServerFaults::secretsStayHome_data()
{
    QTest::addColumn<Security>("security");
    QTest::addColumn<QByteArray>("ehlo");
    QTest::addColumn<Problem>("problem");
    QTest::newRow("STARTTLS is hidden")
        << Security::StartTls << QByteArray("250-x\r\n250 AUTH PLAIN LOGIN\r\n") << Problem::StartTlsMissing;
    QTest::newRow("in clear") << Security::None << QByteArray("250-x\r\n250 AUTH PLAIN LOGIN\r\n")
                              << Problem::EncryptionRequired;
}

void TestServerFaults::secretsStayHome()
{
    QFETCH(Security, security);
    QFETCH(QByteArray, ehlo);
    QFETCH(Problem, problem);
    WorkerRig rig({.security = security});
    rig.advanceTo(Stage::Hello);
    rig.say(ehlo);
    QVERIFY(rig.error);
    QCOMPARE(rig.error->problem, problem);
    QCOMPARE(rig.wire().written(), QByteArray("EHLO [127.0.0.1]\r\nQUIT\r\n"));
}

QTEST_GUILESS_MAIN(TestServerFaults)
#include "tst_serverfaults.moc"
