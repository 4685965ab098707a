// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/setup/AssistantTest.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTest>

using namespace pennypost;
using Security = ServerSettings::Security;

/// The page that tries it: guesses, failures and what their remedies do.
class TestAssistantTest : public AssistantTest
{
    Q_OBJECT

private:
    int top(const char *name) const { return part(name)->mapTo(m_window, QPoint()).y(); }

private Q_SLOTS:
    void guessesAreTriedInTurn();
    void guessesStopAtOtherFailures();
    void failuresAndTheirRemedies_data();
    void failuresAndTheirRemedies();
    void certificateIsPinnedOnlyAfterItWasShown();
    void changedHostDropsThePin();
    void stopEndsTheTest();
};

void TestAssistantTest::guessesAreTriedInTurn()
{
    toTest(QStringLiteral("alice@example.org"));
    QCOMPARE(request().server.host, QStringLiteral("smtp.example.org"));
    submission()->fail(Problem::ConnectionRefused, Stage::Connect);
    QCOMPARE(m_harness->submitter.count(), 2);
    QCOMPARE(request().server.port, quint16(587));
    QCOMPARE(request().server.security, Security::StartTls);
    QVERIFY(request().credential.secret.bytes() == QByteArray("wonderland"));
    QVERIFY(steps().first().startsWith(u"Failed: smtp.example.org, port 465"));
    submission()->fail(Problem::TimedOut, Stage::Connect);
    QCOMPARE(request().server.host, QStringLiteral("mail.example.org"));
    submission()->accept();
    click("next");
    QTRY_COMPARE(m_ready->count(), 1);
    QCOMPARE(m_harness->accounts.accounts().first().server.host, QStringLiteral("mail.example.org"));
}

void TestAssistantTest::guessesStopAtOtherFailures()
{
    toTest(QStringLiteral("alice@example.org"));
    submission()->fail(Problem::HostNotFound, Stage::Lookup);
    // The other port of a name that isn't there is left out.
    QCOMPARE(m_harness->submitter.count(), 2);
    QCOMPARE(request().server.host, QStringLiteral("mail.example.org"));
    submission()->fail(Problem::WrongPassword, Stage::Authenticate);
    QCOMPARE(m_harness->submitter.count(), 2); // a password is not tried around
    QVERIFY(part("problemTitle")->isVisible());
}

void TestAssistantTest::failuresAndTheirRemedies_data()
{
    QTest::addColumn<int>("problem");
    QTest::addColumn<int>("stage");
    QTest::addColumn<int>("reply");
    QTest::addColumn<QString>("then"); // what pressing the first button leads to
    const auto row = [](const char *name, Problem problem, Stage stage, int reply, const char *then) {
        QTest::newRow(name) << int(problem) << int(stage) << reply << QString::fromLatin1(then);
    };
    row("wrong host", Problem::HostNotFound, Stage::Lookup, 0, "host");
    row("port closed", Problem::ConnectionRefused, Stage::Connect, 0, "starttls");
    row("TLS to a plain port", Problem::TlsOnPlainPort, Stage::Encrypt, 0, "starttls here");
    row("plain to a TLS port", Problem::PlainOnTlsPort, Stage::Greeting, 0, "tls here");
    row("expired", Problem::CertificateExpired, Stage::Encrypt, 0, "certificate");
    row("untrusted", Problem::CertificateUntrusted, Stage::Encrypt, 0, "certificate");
    row("other name", Problem::CertificateWrongName, Stage::Encrypt, 0, "host");
    row("STARTTLS missing", Problem::StartTlsMissing, Stage::Hello, 0, "tls");
    row("535", Problem::WrongPassword, Stage::Authenticate, 535, "password");
    row("535 5.7.139", Problem::PasswordsDisabled, Stage::Authenticate, 535, "link");
    row("time-out", Problem::TimedOut, Stage::Greeting, 0, "again");
    row("offline", Problem::Offline, Stage::Lookup, 0, "again");
    row("no mail server", Problem::NotSmtp, Stage::Greeting, 0, "again");
    row("454", Problem::AuthenticationDelayed, Stage::Authenticate, 454, "again");
}

void TestAssistantTest::failuresAndTheirRemedies()
{
    QFETCH(int, problem);
    QFETCH(int, stage);
    QFETCH(int, reply);
    QFETCH(QString, then);
    toTest();
    SubmissionError error;
    error.problem = Problem(problem);
    error.stage = Stage(stage);
    if (reply != 0)
        error.reply = Reply{reply, std::nullopt, {"the server's <b>own</b> words"}};
    if (then == u"certificate")
        error.certificate = SetupHarness::certificate();
    const quint16 before = request().server.port;
    submission()->fail(error);

    QVERIFY(part("problemTitle")->isVisible());
    QVERIFY(!part<QLabel>("problemTitle")->text().isEmpty());
    QVERIFY(!part<QLabel>("problemSentence")->text().isEmpty());
    if (reply != 0)
        QVERIFY(part<QLabel>("serverWords")->text().contains(u"<b>own</b>")); // as text, not as markup
    QCOMPARE(part<QLabel>("problemTitle")->textFormat(), Qt::PlainText);
    QVERIFY(!part("next")->isEnabled());
    QCOMPARE(steps().filter(QStringLiteral("Failed:")).size(), 1);

    click("remedy");
    if (then.startsWith(u"starttls") || then.startsWith(u"tls")) {
        const bool tls = then.startsWith(u"tls");
        QCOMPARE(m_harness->submitter.count(), 2);
        QCOMPARE(request().server.security, tls ? Security::Tls : Security::StartTls);
        QCOMPARE(request().server.port, then.endsWith(u"here") ? before : quint16(tls ? 465 : 587));
        QCOMPARE(part<QSpinBox>("port")->value(), int(request().server.port)); // the fields know
    } else if (then == u"again") {
        QCOMPARE(m_harness->submitter.count(), 2);
        QCOMPARE(request().server, m_harness->submitter.request(0).server);
    } else if (then == u"certificate") {
        QCOMPARE(m_harness->submitter.count(), 1);
        QVERIFY(part("certificate")->isVisible());
    } else if (then == u"link") {
        QCOMPARE(m_opened.size(), 1);
        QCOMPARE(m_harness->submitter.count(), 1);
    } else {
        QCOMPARE(m_harness->submitter.count(), 1);
        QVERIFY(m_window->findChild<QWidget *>(then)->isVisible());
        QCOMPARE(m_window->focusWidget(), m_window->findChild<QWidget *>(then));
    }
}

void TestAssistantTest::certificateIsPinnedOnlyAfterItWasShown()
{
    toTest();
    SubmissionError error;
    error.problem = Problem::CertificateUntrusted;
    error.stage = Stage::Encrypt;
    error.certificate = SetupHarness::certificate();
    error.detail = QStringLiteral("The root certificate is self-signed, and untrusted");
    submission()->fail(error);
    QVERIFY(!part("trust")->isVisible());
    click("remedy");
    QString shown = part<QLabel>("certificate")->text();
    shown.remove(u'\n');
    QVERIFY(shown.contains(u"00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF"));
    QVERIFY(shown.contains(u"mail.example.org"));
    QVERIFY(shown.contains(u"Example Home CA"));
    QCOMPARE(m_window->focusWidget(), part("certificate"));
    // Everything that speaks against it is read, and reached by Tab, before the button.
    QTRY_VERIFY(top("serverWords") < top("certificate") && top("certificate") < top("trust") &&
                top("trust") < top("secondRemedy"));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
    QCOMPARE(m_window->focusWidget(), part("trust"));
    click("trust");
    QCOMPARE(m_harness->submitter.count(), 2);
    QCOMPARE(request().server.pinnedSha256, error.certificate->sha256);
    QCOMPARE(request().server.host, QStringLiteral("mail.gmx.net"));
    submission()->accept();
    click("next");
    QTRY_COMPARE(m_ready->count(), 1);
    QCOMPARE(m_harness->accounts.accounts().first().server.pinnedSha256, error.certificate->sha256);
}

void TestAssistantTest::changedHostDropsThePin()
{
    toTest();
    SubmissionError error;
    error.problem = Problem::CertificateUntrusted;
    error.stage = Stage::Encrypt;
    error.certificate = SetupHarness::certificate();
    submission()->fail(error);
    click("remedy");
    click("trust");
    click("back");
    click("fold");
    QVERIFY(part("pin")->isVisible());
    type("host", QStringLiteral("mail.example.net"));
    click("next");
    QVERIFY(request().server.pinnedSha256.isEmpty());
}

void TestAssistantTest::stopEndsTheTest()
{
    toTest();
    QPointer<FakeSubmission> running = submission();
    click("stop");
    QTRY_VERIFY(!running);
    QVERIFY(!part("next")->isEnabled());
    click("again");
    QCOMPARE(m_harness->submitter.count(), 2);
    submission()->accept();
    QVERIFY(part("next")->isEnabled());
}

QTEST_MAIN(TestAssistantTest)
#include "tst_assistanttest.moc"
