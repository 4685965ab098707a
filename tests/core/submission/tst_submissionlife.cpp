// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/submission/SubmitterRig.h"
#include "tests/core/submission/WatchedTransport.h"

#include <QSignalSpy>
#include <QTest>

using namespace pennypost;
using Security = ServerSettings::Security;

/// Who goes first: a submission, its submitter or the person, against real sockets on the loopback interface.
class TestSubmissionLife : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cancel();
    void destroyedEarly_data();
    void destroyedEarly();
    void submitterGoesFirst_data();
    void submitterGoesFirst();
    void submitterGoesAtOnce();
    void quitOutlivesTheSubmitter();

private:
    SystemClock m_clock;
};

void TestSubmissionLife::cancel()
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

void TestSubmissionLife::destroyedEarly_data()
{
    QTest::addColumn<bool>("atOnce");
    QTest::newRow("at once") << true;
    QTest::newRow("under way") << false;
}

void TestSubmissionLife::destroyedEarly()
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

void TestSubmissionLife::submitterGoesFirst_data()
{
    QTest::addColumn<bool>("afterTheDot");
    QTest::newRow("before the final dot") << false;
    QTest::newRow("after the final dot") << true;
}

void TestSubmissionLife::submitterGoesFirst()
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

void TestSubmissionLife::submitterGoesAtOnce()
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

void TestSubmissionLife::quitOutlivesTheSubmitter()
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

QTEST_GUILESS_MAIN(TestSubmissionLife)
#include "tst_submissionlife.moc"
