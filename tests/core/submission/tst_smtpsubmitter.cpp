// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/submission/SubmitterRig.h"
#include "tests/core/submission/WatchedTransport.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace pennypost;
using namespace std::chrono_literals;
using Security = ServerSettings::Security;
Q_DECLARE_METATYPE(ServerSettings::Security)

namespace {

constexpr qint64 mebi = 1024 * 1024;

/// A server that offers PIPELINING and hangs up on whoever believes it. Submission thread.
std::unique_ptr<Transport> burstCutter(std::atomic<int> &bursts)
{
    auto made = std::make_unique<FakeTransport>();
    FakeTransport *wire = made.get();
    const auto later = [wire](auto call) {
        QMetaObject::invokeMethod(wire, std::move(call), Qt::QueuedConnection);
    };
    wire->onWrite = [wire, later, &bursts](const QByteArray &bytes) {
        const auto say = [&](const QByteArray &reply) { later([wire, reply] { wire->receive(reply); }); };
        if (bytes.startsWith("MAIL") && bytes.contains("RCPT")) {
            ++bursts;
            later([wire] { wire->fail(TransportError::Kind::Lost); });
        } else if (bytes.startsWith("EHLO")) {
            say("250-mx\r\n250-PIPELINING\r\n250 AUTH PLAIN\r\n");
        } else if (bytes.startsWith("AUTH")) {
            say("235 ok\r\n");
        } else if (bytes.startsWith("DATA")) {
            say("354 go\r\n");
        } else if (bytes.startsWith("MAIL") || bytes.startsWith("RCPT") || bytes.endsWith("\r\n.\r\n")) {
            say("250 ok\r\n");
        }
    };
    later([wire] {
        wire->resolve();
        wire->connectNow();
        wire->encryptNow();
        wire->receive("220 mx\r\n");
    });
    return made;
}

/// No session is left for a next letter.
TimeLimits quitsAtOnce()
{
    TimeLimits limits;
    limits.idle = {};
    return limits;
}

} // namespace

/// The whole of it on its thread, against real sockets on the loopback interface.
class TestSmtpSubmitter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bigLetter_data();
    void bigLetter();
    void sideBySide();
    void finalDotIsReleased();
    void problems_data();
    void problems();
    void injection_data();
    void injection();
    void silentTlsPort();
    void burstsAreRemembered();

private:
    SystemClock m_clock;
};

void TestSmtpSubmitter::bigLetter_data()
{
    QTest::addColumn<Security>("security");
    QTest::addColumn<QByteArray>("extensions");
    QTest::newRow("TLS") << Security::Tls << QByteArray();
    QTest::newRow("STARTTLS") << Security::StartTls << QByteArray();
}

void TestSmtpSubmitter::bigLetter()
{
    QFETCH(Security, security);
    QFETCH(QByteArray, extensions);
    ScriptedServer server;
    scriptHonest(server, security, extensions);
    server.start();
    const auto figures = std::make_shared<TransportFigures>();
    SmtpSubmitter submitter(m_clock, quitsAtOnce(),
                            [figures] { return std::make_unique<WatchedTransport>(figures); });
    const auto same = FakeMimeSource::generated(64 * mebi);
    auto submission = submitter.submit(requestTo(server, security, FakeMimeSource::generated(64 * mebi)));
    Told told(*submission);
    QVERIFY(told.stages.isEmpty()); // nothing within the call
    QTRY_VERIFY_WITH_TIMEOUT(told.isOver(), 240'000);
    QVERIFY(told.receipt);
    QVERIFY(!told.endedBefore);
    QCOMPARE(server.letterSize(), same->size());
    QCOMPARE(server.letterSha256(), sha256Of(*same));
    QCOMPARE(told.receipt->octets, same->size());
    QCOMPARE(told.receipt->mechanism, QByteArray("PLAIN"));
    QCOMPARE(told.receipt->tls.protocol, QStringLiteral("TLSv1.3"));
    QCOMPARE(told.receipt->address, QStringLiteral("127.0.0.1"));
    QVERIFY(figures->highestUnsent > mebi / 2);
    QVERIFY2(figures->highestUnsent <= mebi + mebi / 4, QByteArray::number(figures->highestUnsent));
    QTRY_VERIFY(server.isFinished()); // QUIT and all
    QCOMPARE(server.complaint(), QByteArray());
}

void TestSmtpSubmitter::sideBySide()
{
    constexpr int count = 5;
    SmtpSubmitter submitter(m_clock);
    std::vector<std::unique_ptr<ScriptedServer>> servers;
    std::vector<std::unique_ptr<Submission>> submissions;
    std::vector<std::unique_ptr<Told>> told;
    for (int i = 0; i < count; ++i) {
        servers.push_back(std::make_unique<ScriptedServer>());
        scriptHonest(*servers.back(), Security::Tls);
        servers.back()->start();
        submissions.push_back(submitter.submit(
            requestTo(*servers.back(), Security::Tls, FakeMimeSource::generated((i + 1) * 100'000))));
        told.push_back(std::make_unique<Told>(*submissions.back()));
    }
    for (int i = 0; i < count; ++i) {
        QTRY_VERIFY_WITH_TIMEOUT(told[size_t(i)]->receipt.has_value(), 30'000);
        QCOMPARE(servers[size_t(i)]->letterSha256(), sha256Of(*FakeMimeSource::generated((i + 1) * 100'000)));
    }
}

void TestSmtpSubmitter::finalDotIsReleased()
{
    ScriptedServer server;
    scriptHonest(server, Security::Tls);
    server.start();
    SmtpSubmitter submitter(m_clock);
    SubmissionRequest request = requestTo(server, Security::Tls, FakeMimeSource::generated(1000));
    request.letter->holdFinalDot = true;
    auto submission = submitter.submit(std::move(request));
    Told told(*submission);
    QSignalSpy due(submission.get(), &Submission::finalDotDue);
    QTRY_COMPARE_WITH_TIMEOUT(due.count(), 1, 30'000);
    QVERIFY(!server.hasLetter());
    QVERIFY(!told.isOver());
    submission->releaseFinalDot();
    QTRY_VERIFY_WITH_TIMEOUT(told.receipt.has_value(), 30'000);
    QVERIFY(server.hasLetter());
    QVERIFY(told.stages.endsWith(Stage::Done));
}

void TestSmtpSubmitter::problems_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<Security>("security");
    QTest::addColumn<Problem>("problem");
    QTest::addColumn<Stage>("stage");
    QTest::newRow("TLS to a plain port")
        << QStringLiteral("plain") << Security::Tls << Problem::TlsOnPlainPort << Stage::Encrypt;
    QTest::newRow("untrusted") << QStringLiteral("self-signed") << Security::Tls
                               << Problem::CertificateUntrusted << Stage::Encrypt;
    QTest::newRow("expired") << QStringLiteral("expired") << Security::Tls << Problem::CertificateExpired
                             << Stage::Encrypt;
    QTest::newRow("HTTP") << QStringLiteral("http") << Security::StartTls << Problem::NotSmtp
                          << Stage::Greeting;
    QTest::newRow("gone") << QStringLiteral("gone") << Security::Tls << Problem::ConnectionRefused
                          << Stage::Connect;
    QTest::newRow("closes") << QStringLiteral("closes") << Security::StartTls << Problem::ConnectionLost
                            << Stage::Greeting;
    QTest::newRow("resets") << QStringLiteral("resets") << Security::StartTls << Problem::ConnectionLost
                            << Stage::Greeting;
    QTest::newRow("421 and closes") << QStringLiteral("421") << Security::StartTls << Problem::Temporary
                                    << Stage::Greeting;
}

void TestSmtpSubmitter::problems()
{
    QFETCH(QString, server);
    QFETCH(Security, security);
    QFETCH(Problem, problem);
    QFETCH(Stage, stage);
    ScriptedServer peer;
    if (server == QStringLiteral("plain"))
        peer.say("220 hello\r\n").swallow();
    else if (server == QStringLiteral("self-signed"))
        peer.setImplicitTls(TestCertificates::shared().selfSigned());
    else if (server == QStringLiteral("expired"))
        peer.setImplicitTls(TestCertificates::shared().expired());
    else if (server == QStringLiteral("http"))
        peer.say("HTTP/1.1 302 Found\r\nLocation: http://portal.example/\r\n\r\n").close();
    else if (server == QStringLiteral("closes"))
        peer.close();
    else if (server == QStringLiteral("resets"))
        peer.reset();
    else if (server == QStringLiteral("421"))
        peer.say("421 4.3.2 busy\r\n").close();
    peer.start();
    SmtpSubmitter submitter(m_clock);
    SubmissionRequest request = requestTo(peer, security, nullptr);
    if (server == QStringLiteral("gone"))
        peer.QTcpServer::close();
    auto submission = submitter.submit(std::move(request));
    Told told(*submission);
    QTRY_VERIFY_WITH_TIMEOUT(told.isOver(), 30'000);
    QVERIFY(told.error);
    QCOMPARE(told.error->problem, problem);
    QCOMPARE(told.error->stage, stage);
    QCOMPARE(told.error->certificate.has_value(),
             server == QStringLiteral("self-signed") || server == QStringLiteral("expired"));
}

void TestSmtpSubmitter::injection_data()
{
    QTest::addColumn<QByteArray>("injected");
    QTest::addColumn<bool>("nextSegment");
    for (const bool nextSegment : {false, true}) {
        const char *when = nextSegment ? "next segment" : "same segment";
        QTest::addRow("%s, whole reply", when) << QByteArray("250 AUTH PLAIN\r\n") << nextSegment;
        QTest::addRow("%s, no CRLF", when) << QByteArray("250 AUTH PL") << nextSegment;
    }
}

void TestSmtpSubmitter::injection()
{
    QFETCH(QByteArray, injected);
    QFETCH(bool, nextSegment);
    ScriptedServer server;
    server.setIdentity(TestCertificates::shared().good());
    server.say("220 hello\r\n").expect("EHLO").say("250-localhost\r\n250 STARTTLS\r\n").expect("STARTTLS");
    if (nextSegment)
        server.say("220 go\r\n").pause().say(injected);
    else
        server.say("220 go\r\n" + injected);
    server.startTls().expect("EHLO").say("250 AUTH PLAIN\r\n").expect("AUTH");
    server.start();
    SmtpSubmitter submitter(m_clock);
    auto submission =
        submitter.submit(requestTo(server, Security::StartTls, FakeMimeSource::generated(1000)));
    Told told(*submission);
    QTRY_VERIFY_WITH_TIMEOUT(told.stages.contains(Stage::Encrypt) || told.isOver(), 30'000);
    server.proceed();
    QTRY_VERIFY_WITH_TIMEOUT(told.isOver(), 30'000);
    QVERIFY(told.error);
    QCOMPARE(told.error->problem, Problem::InjectedBeforeTls);
    QCOMPARE(server.lines(), (QList<QByteArray>{"EHLO [127.0.0.1]", "STARTTLS"}));
}

void TestSmtpSubmitter::silentTlsPort()
{
    // Everything real but the clock, so that nobody waits five seconds.
    ScriptedServer server;
    server.setImplicitTls(TestCertificates::shared().good());
    server.say("220 hello\r\n");
    server.start();
    FakeClock clock;
    SubmissionWorker worker(requestTo(server, Security::StartTls, nullptr), clock, {},
                            [] { return std::make_unique<TlsTransport>(); });
    std::optional<SubmissionError> error;
    Stage stage = Stage::Preparing;
    connect(&worker, &SubmissionWorker::progress, this,
            [&](const SubmissionProgress &p) { stage = p.stage; });
    connect(&worker, &SubmissionWorker::failed, this, [&](const SubmissionError &e) { error = e; });
    worker.start();
    QTRY_COMPARE(stage, Stage::Greeting);
    clock.advance(5s);
    QTRY_VERIFY(error.has_value());
    QCOMPARE(error->problem, Problem::PlainOnTlsPort);
    QCOMPARE(error->stage, Stage::Greeting);
}

void TestSmtpSubmitter::burstsAreRemembered()
{
    std::atomic<int> bursts = 0;
    std::atomic<int> connections = 0;
    SmtpSubmitter submitter(m_clock, quitsAtOnce(), [&] {
        ++connections;
        return burstCutter(bursts);
    });
    ScriptedServer address; // for a port's number
    address.start();
    for (int letter = 1; letter <= 2; ++letter) {
        auto submission =
            submitter.submit(requestTo(address, Security::Tls, FakeMimeSource::generated(1000)));
        Told told(*submission);
        QTRY_VERIFY_WITH_TIMEOUT(told.isOver(), 30'000);
        QVERIFY(told.receipt);
        QCOMPARE(bursts.load(), 1);
        QCOMPARE(connections.load(), letter + 1);
    }
}

QTEST_GUILESS_MAIN(TestSmtpSubmitter)
#include "tst_smtpsubmitter.moc"
