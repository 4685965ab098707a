// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/TestSteps.h"

#include <QTest>

using namespace pennypost;
using Security = ServerSettings::Security;
using State = TestStep::State;

namespace {

ServerSettings good()
{
    ServerSettings server;
    server.host = QStringLiteral("smtp.example.org");
    server.port = 587;
    server.security = Security::StartTls;
    server.userName = QStringLiteral("alice");
    return server;
}

SubmissionProgress at(Stage stage, bool encrypted = false)
{
    SubmissionProgress progress;
    progress.stage = stage;
    if (encrypted) {
        progress.tls.protocol = QStringLiteral("TLSv1.3");
        progress.tls.cipher = QStringLiteral("TLS_AES_256_GCM_SHA384");
    }
    return progress;
}

QString marks(const TestSteps &steps)
{
    QString marks;
    for (const TestStep &step : steps.steps())
        marks += QLatin1StringView("-.+x").at(int(step.state));
    return marks;
}

} // namespace

/// The steps of a test as they are shown: in wire order, and what each found.
class TestTestSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsInWireOrder_data();
    void stepsInWireOrder();
    void stepsTellWhatWasFound();
    void certificate_data();
    void certificate();
    void failedStep_data();
    void failedStep();
    void slow_data();
    void slow();
};

void TestTestSteps::stepsInWireOrder_data()
{
    QTest::addColumn<int>("security");
    QTest::addColumn<bool>("signsIn");
    QTest::addColumn<QList<int>>("stages");
    QTest::addColumn<QStringList>("marks");
    const auto stages = [](std::initializer_list<Stage> list) {
        QList<int> numbers;
        for (const Stage stage : list)
            numbers.append(int(stage));
        return numbers;
    };
    const auto texts = [](std::initializer_list<const char *> list) {
        QStringList strings;
        for (const char *text : list)
            strings.append(QString::fromLatin1(text));
        return strings;
    };
    // . running  + done  - to come; a stage above 100 is one with the connection encrypted
    QTest::newRow("TLS") << int(Security::Tls) << true
                         << stages({Stage::Lookup, Stage::Connect, Stage::Encrypt, Stage::Greeting,
                                    Stage::Hello, Stage::Authenticate})
                         << texts({".----", "+.---", "++.--", "+++.-", "+++.-", "++++."});
    QTest::newRow("STARTTLS") << int(Security::StartTls) << true
                              << stages({Stage::Lookup, Stage::Connect, Stage::Greeting, Stage::Hello,
                                         Stage::Encrypt, Stage(100 + int(Stage::Hello)),
                                         Stage(100 + int(Stage::Authenticate))})
                              << texts({".----", "+.---", "++.--", "+++.-", "+++.-", "++++.", "++++."});
    QTest::newRow("no sign-in") << int(Security::Tls) << false
                                << stages({Stage::Lookup, Stage::Encrypt, Stage::Hello})
                                << texts({".---", "++.-", "+++."});
    QTest::newRow("in clear") << int(Security::None) << false
                              << stages({Stage::Lookup, Stage::Connect, Stage::Greeting, Stage::Hello})
                              << texts({".--", "+.-", "++.", "++."});
}

void TestTestSteps::stepsInWireOrder()
{
    QFETCH(int, security);
    QFETCH(bool, signsIn);
    QFETCH(QList<int>, stages);
    QFETCH(QStringList, marks);
    ServerSettings server = good();
    server.security = Security(security);
    if (!signsIn)
        server.userName.clear();
    TestSteps steps(server);
    for (qsizetype index = 0; index < stages.size(); ++index) {
        const int stage = stages.at(index);
        steps.progress(at(Stage(stage % 100), stage >= 100));
        QCOMPARE(::marks(steps), marks.at(index));
    }
    steps.accept({});
    QCOMPARE(::marks(steps), QString(steps.steps().size(), u'+'));
}

void TestTestSteps::stepsTellWhatWasFound()
{
    ServerSettings server = good();
    server.security = Security::Tls;
    TestSteps steps(server);
    SubmissionProgress progress = at(Stage::Connect);
    progress.address = QStringLiteral("192.0.2.25");
    steps.progress(progress);
    QVERIFY(steps.steps().at(0).text.contains(u"192.0.2.25"));
    steps.progress(at(Stage::Greeting, true));
    QVERIFY(steps.steps().at(1).text.contains(u"587"));
    QVERIFY(steps.steps().at(2).text.contains(u"TLS 1.3"));
    QVERIFY(steps.steps().at(2).text.contains(u"TLS_AES_256_GCM_SHA384"));
    progress = at(Stage::Authenticate);
    progress.serverName = QStringLiteral("mx.example.org");
    steps.progress(progress);
    QVERIFY(steps.steps().at(3).text.contains(u"mx.example.org"));
    Receipt receipt;
    receipt.mechanism = "PLAIN";
    steps.accept(receipt);
    QVERIFY(steps.steps().at(4).text.contains(u"PLAIN"));
    QVERIFY(steps.steps().at(4).text.contains(u"alice"));
}

/// Read first; whether it signs in, too, is the server's choice.
void TestTestSteps::certificate_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("mechanism");
    QTest::addColumn<QByteArray>("used");
    QTest::addColumn<QString>("last");
    const QByteArray external("EXTERNAL");
    QTest::newRow("signs in by name") << QStringLiteral("alice") << QByteArray() << external
                                      << QStringLiteral("Signed in as alice (EXTERNAL)");
    QTest::newRow("opens the door") << QStringLiteral("alice") << QByteArray() << QByteArray()
                                    << QStringLiteral("Greeted by the server");
    QTest::newRow("without a name") << QString() << external << external
                                    << QStringLiteral("Signed in with your certificate");
    QTest::newRow("without a name, the server's choice")
        << QString() << QByteArray() << external << QStringLiteral("Greeted by the server");
}

void TestTestSteps::certificate()
{
    QFETCH(const QString, user);
    QFETCH(const QByteArray, mechanism);
    QFETCH(const QByteArray, used);
    QFETCH(const QString, last);
    ServerSettings server = good();
    server.security = Security::Tls;
    server.clientCertificate = QStringLiteral("/alice.p12");
    server.userName = user;
    server.mechanism = mechanism;
    TestSteps steps(server);
    steps.progress(at(Stage::Preparing));
    QVERIFY(marks(steps).startsWith(u".-"));
    TestSteps failed = steps;
    failed.fail(Stage::Preparing);
    QVERIFY(marks(failed).startsWith(u"x-"));
    steps.progress(at(Stage::Lookup));
    QVERIFY(marks(steps).startsWith(u"+.-"));
    QCOMPARE(steps.steps().first().text, QStringLiteral("Your certificate is read"));
    Receipt receipt;
    receipt.mechanism = used;
    steps.accept(receipt);
    QVERIFY(!marks(steps).contains(u'-'));
    QVERIFY2(steps.steps().last().text == last, qPrintable(steps.steps().last().text));
}

void TestTestSteps::failedStep_data()
{
    QTest::addColumn<int>("stage");
    QTest::addColumn<QString>("expected");
    QTest::newRow("name") << int(Stage::Lookup) << QStringLiteral("x----");
    QTest::newRow("port") << int(Stage::Connect) << QStringLiteral("+x---");
    QTest::newRow("handshake") << int(Stage::Encrypt) << QStringLiteral("++x--");
    QTest::newRow("greeting") << int(Stage::Greeting) << QStringLiteral("+++x-");
    QTest::newRow("password") << int(Stage::Authenticate) << QStringLiteral("++++x");
    QTest::newRow("before anything") << int(Stage::Preparing) << QStringLiteral("x----");
}

void TestTestSteps::failedStep()
{
    QFETCH(int, stage);
    QFETCH(QString, expected);
    ServerSettings server = good();
    server.security = Security::Tls;
    TestSteps steps(server);
    steps.fail(Stage(stage));
    QCOMPARE(marks(steps), expected);
}

void TestTestSteps::slow_data()
{
    QTest::addColumn<int>("stage");
    QTest::addColumn<int>("step");
    QTest::newRow("look-up") << int(Stage::Lookup) << 0;
    QTest::newRow("connection") << int(Stage::Connect) << 1;
    QTest::newRow("encryption") << int(Stage::Encrypt) << 2;
    QTest::newRow("greeting") << int(Stage::Greeting) << 3;
    QTest::newRow("sign-in") << int(Stage::Authenticate) << 4;
}

void TestTestSteps::slow()
{
    QFETCH(const int, stage);
    QFETCH(const int, step);
    ServerSettings server = good();
    server.security = Security::Tls;
    TestSteps steps(server);
    SubmissionProgress progress;
    progress.stage = Stage(stage);
    steps.progress(progress);
    const QString before = steps.steps().at(step).text;
    progress.slow = true;
    steps.progress(progress);
    QVERIFY(steps.steps().at(step).text != before);
    QVERIFY(steps.steps().at(step).text.contains(u"Still"));
    progress.slow = false;
    steps.progress(progress);
    QCOMPARE(steps.steps().at(step).text, before);
}

QTEST_MAIN(TestTestSteps)
#include "tst_teststeps.moc"
