// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/SmtpSubmitter.h"
#include "tests/core/submission/WatchedTransport.h"
#include "tests/core/submission/WorkerRig.h"
#include "tests/fakes/ScriptedServer.h"

#include <QSignalSpy>
#include <QTest>

using namespace pennypost;
using namespace std::chrono_literals;
using Security = ServerSettings::Security;
Q_DECLARE_METATYPE(ServerSettings::Security)

namespace {

constexpr qint64 mebi = 1024 * 1024;

QByteArray sha256Of(MimeSource &source)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    source.rewind();
    std::vector<char> buffer(1 << 16);
    while (true) {
        const auto got = source.read(buffer);
        if (!got || *got == 0)
            return hash.result();
        hash.addData(QByteArrayView(buffer.data(), *got));
    }
}

/// A server that takes one letter, by the book.
void scriptHonest(ScriptedServer &server, Security security, const QByteArray &extensions = "")
{
    const QByteArray offer = "250-AUTH PLAIN\r\n" + extensions + "250 8BITMIME\r\n";
    if (security == Security::StartTls) {
        server.setIdentity(TestCertificates::shared().good());
        server.say("220 hello\r\n").expect("EHLO").say("250-localhost\r\n250 STARTTLS\r\n");
        server.expect("STARTTLS").say("220 go\r\n").startTls();
    } else {
        server.setImplicitTls(TestCertificates::shared().good());
        server.say("220 hello\r\n");
    }
    server.expect("EHLO").say("250-localhost\r\n" + offer);
    server.expect("AUTH PLAIN").say("235 2.7.0 welcome\r\n");
    server.expect("MAIL FROM").say("250 ok\r\n").expect("RCPT TO").say("250 ok\r\n");
    server.expect("DATA").say("354 go\r\n").takeLetter().say("250 2.0.0 queued as 1\r\n");
    server.expect("QUIT").say("221 bye\r\n").close();
}

SubmissionRequest requestTo(const ScriptedServer &server, Security security,
                            std::unique_ptr<FakeMimeSource> source)
{
    SubmissionRequest request;
    request.server.host = QStringLiteral("127.0.0.1");
    request.server.port = server.serverPort();
    request.server.security = security;
    request.server.userName = QStringLiteral("alice");
    request.server.caFile = TestCertificates::shared().caFile();
    request.credential = passwordCredential();
    if (source)
        request.letter = Letter{envelopeTo({QStringLiteral("bob@example.org")}), std::move(source),
                                Transaction::PartialRefusal::AllOrNothing, false};
    return request;
}

/// What a Submission told, in order.
struct Told
{
    explicit Told(Submission &submission)
    {
        QObject::connect(&submission, &Submission::progress, &context,
                         [this](const SubmissionProgress &progress) {
                             endedBefore |= receipt || error;
                             stages.append(progress.stage);
                         });
        QObject::connect(&submission, &Submission::accepted, &context, [this](const Receipt &given) {
            ++ends;
            receipt = given;
        });
        QObject::connect(&submission, &Submission::failed, &context, [this](const SubmissionError &given) {
            ++ends;
            error = given;
        });
    }
    bool isOver() const { return ends > 0; }

    QObject context;
    QList<Stage> stages;
    std::optional<Receipt> receipt;
    std::optional<SubmissionError> error;
    int ends = 0;
    bool endedBefore = false; ///< something came after the end
};

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
    void cancel();
    void destroyedEarly_data();
    void destroyedEarly();
    void submitterGoesFirst_data();
    void submitterGoesFirst();
    void submitterGoesAtOnce();
    void silentTlsPort();
    void quitOutlivesTheSubmitter();

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
    SmtpSubmitter submitter(m_clock, {}, [figures] { return std::make_unique<WatchedTransport>(figures); });
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

void TestSmtpSubmitter::cancel()
{
    ScriptedServer server;
    server.setImplicitTls(TestCertificates::shared().good());
    server.say("220 hello\r\n").expect("EHLO").swallow();
    server.start();
    SmtpSubmitter submitter(m_clock);
    auto submission = submitter.submit(requestTo(server, Security::Tls, FakeMimeSource::generated(1000)));
    Told told(*submission);
    QTRY_VERIFY_WITH_TIMEOUT(told.stages.contains(Stage::Hello), 30'000);
    submission->cancel();
    submission->cancel();
    QVERIFY(!told.isOver()); // never within the call
    QTRY_VERIFY_WITH_TIMEOUT(told.isOver(), 30'000);
    QCOMPARE(told.error->problem, Problem::Cancelled);
    QCOMPARE(told.ends, 1);
}

void TestSmtpSubmitter::destroyedEarly_data()
{
    QTest::addColumn<bool>("atOnce");
    QTest::newRow("at once") << true;
    QTest::newRow("under way") << false;
}

void TestSmtpSubmitter::destroyedEarly()
{
    QFETCH(bool, atOnce);
    ScriptedServer server;
    server.setImplicitTls(TestCertificates::shared().good());
    server.say("220 hello\r\n").expect("EHLO").swallow();
    server.start();
    QSignalSpy peerGone(&server, &ScriptedServer::peerGone);
    const auto figures = std::make_shared<TransportFigures>();
    SmtpSubmitter submitter(m_clock, {}, [figures] { return std::make_unique<WatchedTransport>(figures); });
    auto submission = submitter.submit(requestTo(server, Security::Tls, FakeMimeSource::generated(1000)));
    Told told(*submission);
    if (!atOnce)
        QTRY_VERIFY_WITH_TIMEOUT(told.stages.contains(Stage::Hello), 30'000);
    submission.reset();
    if (!atOnce)
        QTRY_COMPARE_WITH_TIMEOUT(peerGone.count(), 1, 30'000);
    QTRY_COMPARE(figures->alive, 0);
    QCOMPARE(told.ends, 0);
}

void TestSmtpSubmitter::submitterGoesFirst_data()
{
    QTest::addColumn<bool>("afterTheDot");
    QTest::newRow("before the final dot") << false;
    QTest::newRow("after the final dot") << true;
}

void TestSmtpSubmitter::submitterGoesFirst()
{
    QFETCH(bool, afterTheDot);
    ScriptedServer server;
    server.setImplicitTls(TestCertificates::shared().good());
    server.say("220 hello\r\n")
        .expect("EHLO")
        .say("250-localhost\r\n250 AUTH PLAIN\r\n")
        .expect("AUTH")
        .say("235 ok\r\n");
    server.expect("MAIL");
    if (afterTheDot)
        server.say("250 ok\r\n")
            .expect("RCPT")
            .say("250 ok\r\n")
            .expect("DATA")
            .say("354 go\r\n")
            .takeLetter();
    server.swallow();
    server.start();
    auto submitter = std::make_unique<SmtpSubmitter>(m_clock);
    auto submission = submitter->submit(requestTo(server, Security::Tls, FakeMimeSource::generated(1000)));
    Told told(*submission);
    const Stage stage = afterTheDot ? Stage::FinalDot : Stage::MailFrom;
    QTRY_VERIFY_WITH_TIMEOUT(told.stages.contains(stage), 30'000);
    submitter.reset();
    QVERIFY(!told.isOver());
    submission->cancel(); // harmless by now
    submission->releaseFinalDot();
    QTRY_VERIFY(told.isOver());
    QCOMPARE(told.error->problem, afterTheDot ? Problem::MayHaveBeenSent : Problem::Cancelled);
    QCOMPARE(told.ends, 1);
}

void TestSmtpSubmitter::submitterGoesAtOnce()
{
    ScriptedServer server;
    server.start();
    std::vector<std::unique_ptr<Submission>> submissions;
    {
        SmtpSubmitter submitter(m_clock);
        for (int i = 0; i < 20; ++i)
            submissions.push_back(
                submitter.submit(requestTo(server, Security::Tls, FakeMimeSource::generated(1000))));
        submissions.resize(10); // half of them are gone before it, half after
    }
    QSignalSpy failed(submissions.front().get(), &Submission::failed);
    QTRY_COMPARE(failed.count(), 1);
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

void TestSmtpSubmitter::quitOutlivesTheSubmitter()
{
    // pennypost-cli ends as soon as it has its receipt: the QUIT has to be out by then.
    ScriptedServer server;
    scriptHonest(server, Security::Tls);
    server.start();
    auto submitter = std::make_unique<SmtpSubmitter>(m_clock);
    auto submission = submitter->submit(requestTo(server, Security::Tls, FakeMimeSource::generated(1000)));
    QObject::connect(submission.get(), &Submission::accepted, this, [&] { submitter.reset(); });
    QTRY_VERIFY_WITH_TIMEOUT(server.isFinished(), 30'000);
    QVERIFY(!submitter);
    QVERIFY(server.lines().endsWith("QUIT"));
    QCOMPARE(server.complaint(), QByteArray());
}

QTEST_GUILESS_MAIN(TestSmtpSubmitter)
#include "tst_smtpsubmitter.moc"
