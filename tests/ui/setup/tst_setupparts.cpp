// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/DetailsPage.h"
#include "ui/setup/PasswordField.h"
#include "ui/setup/PortField.h"
#include "ui/setup/ServerSettingsForm.h"
#include "ui/setup/TestSteps.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace pennypost;
using Security = ServerSettings::Security;
using State = TestStep::State;

class TestSetupParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formKeepsWhatItIsGiven();
    void portFollowsTheSecurity_data();
    void portFollowsTheSecurity();
    void portIsWrittenTheSameEverywhere_data();
    void portIsWrittenTheSameEverywhere();
    void fingerprintKeepsItsOrder();
    void tabFollowsTheEye();
    void pinIsDropped_data();
    void pinIsDropped();
    void clearNeedsTheTickAndHasNoUser();
    void formNamesWhatIsWrong_data();
    void formNamesWhatIsWrong();
    void passwordIsHiddenUntilAsked();
    void stepsInWireOrder_data();
    void stepsInWireOrder();
    void stepsTellWhatWasFound();
    void failedStep_data();
    void failedStep();
};

namespace {

ServerSettings good()
{
    ServerSettings server;
    server.host = QStringLiteral("smtp.example.org");
    server.port = 587;
    server.security = Security::StartTls;
    server.userName = QStringLiteral("alice");
    server.mechanism = "LOGIN";
    server.pinnedSha256 = QByteArray(32, 'p');
    server.caFile = QStringLiteral("/ca.pem");
    return server;
}

template<class Widget>
Widget *part(QWidget &widget, const char *name)
{
    return widget.findChild<Widget *>(QLatin1StringView(name));
}

void choose(ServerSettingsForm &form, Security security)
{
    auto *box = part<QComboBox>(form, "security");
    const int index = box->findData(int(security));
    box->setFocus();
    while (box->currentIndex() != index)
        QTest::keyClick(box, box->currentIndex() < index ? Qt::Key_Down : Qt::Key_Up);
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

void TestSetupParts::formKeepsWhatItIsGiven()
{
    ServerSettingsForm form;
    QSignalSpy edited(&form, &ServerSettingsForm::edited);
    form.setSettings(good());
    QCOMPARE(form.settings(), good());
    ServerSettings foreign = good();
    foreign.mechanism = "SCRAM-SHA-256"; // from the command line
    form.setSettings(foreign);
    QCOMPARE(form.settings(), foreign);
    QCOMPARE(edited.count(), 0);
}

void TestSetupParts::portFollowsTheSecurity_data()
{
    QTest::addColumn<int>("port");
    QTest::addColumn<int>("security");
    QTest::addColumn<int>("expected");
    QTest::newRow("587 to TLS") << 587 << int(Security::Tls) << 465;
    QTest::newRow("587 to none") << 587 << int(Security::None) << 25;
    QTest::newRow("own port stays") << 1025 << int(Security::Tls) << 1025;
}

void TestSetupParts::portFollowsTheSecurity()
{
    QFETCH(int, port);
    QFETCH(int, security);
    QFETCH(int, expected);
    ServerSettingsForm form;
    ServerSettings server = good();
    server.port = quint16(port);
    form.setSettings(server);
    form.show();
    QVERIFY(QTest::qWaitForWindowActive(&form));
    QSignalSpy edited(&form, &ServerSettingsForm::edited);
    choose(form, Security(security));
    QCOMPARE(int(form.settings().port), expected);
    QCOMPARE(form.settings().security, Security(security));
    QVERIFY(edited.count() > 0);
    // There and back again.
    choose(form, Security::StartTls);
    QCOMPARE(int(form.settings().port), port);
}

void TestSetupParts::pinIsDropped_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<bool>("dropped");
    for (const char *field : {"host", "port", "forgetPin"})
        QTest::newRow(field) << QString::fromLatin1(field) << true;
    for (const char *field : {"userName", "mechanism"})
        QTest::newRow(field) << QString::fromLatin1(field) << false;
}

void TestSetupParts::pinIsDropped()
{
    QFETCH(QString, field);
    QFETCH(bool, dropped);
    ServerSettingsForm form;
    form.setSettings(good());
    form.show();
    QVERIFY(QTest::qWaitForWindowActive(&form));
    QVERIFY(part<QLabel>(form, "pin")->isVisible());
    auto *widget = form.findChild<QWidget *>(field);
    if (auto *button = qobject_cast<QPushButton *>(widget))
        QTest::mouseClick(button, Qt::LeftButton);
    else if (auto *box = qobject_cast<QComboBox *>(widget))
        QTest::keyClick(box, Qt::Key_Up);
    else if (auto *spin = qobject_cast<QSpinBox *>(widget))
        spin->stepUp();
    else
        QTest::keyClicks(widget, QStringLiteral("x"));
    QCOMPARE(form.settings().pinnedSha256.isEmpty(), dropped);
    QCOMPARE(part<QLabel>(form, "pin")->isVisible(), !dropped);
}

void TestSetupParts::clearNeedsTheTickAndHasNoUser()
{
    ServerSettingsForm form;
    form.setSettings(good());
    form.show();
    QVERIFY(QTest::qWaitForWindowActive(&form));
    choose(form, Security::None);
    QVERIFY(form.settings().userName.isEmpty());
    QVERIFY(!part<QLineEdit>(form, "userName")->isEnabled());
    auto *tick = part<QCheckBox>(form, "clearAccepted");
    QVERIFY(tick->isVisible());
    QVERIFY(form.showProblem());
    QVERIFY(tick->hasFocus());
    QTest::keyClick(tick, Qt::Key_Space);
    QVERIFY(!form.showProblem());
    // Each choice of it is warned of anew, and the user name comes back with the encryption.
    choose(form, Security::StartTls);
    QCOMPARE(form.settings().userName, good().userName);
    choose(form, Security::None);
    QVERIFY(form.showProblem());
}

void TestSetupParts::formNamesWhatIsWrong_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("userName");
    QTest::addColumn<QString>("focus");
    QTest::newRow("no host") << QString() << QString() << QStringLiteral("host");
    QTest::newRow("blank inside") << QStringLiteral("a b") << QString() << QStringLiteral("host");
    QTest::newRow("URL") << QStringLiteral("smtp://a") << QString() << QStringLiteral("host");
    QTest::newRow("user name") << QStringLiteral("a.example") << QString(300, u'x')
                               << QStringLiteral("userName");
}

void TestSetupParts::formNamesWhatIsWrong()
{
    QFETCH(QString, host);
    QFETCH(QString, userName);
    QFETCH(QString, focus);
    ServerSettingsForm form;
    ServerSettings server;
    server.host = host;
    server.userName = userName;
    form.setSettings(server);
    form.show();
    QVERIFY(QTest::qWaitForWindowActive(&form));
    QVERIFY(form.showProblem());
    QVERIFY(part<QLabel>(form, "serverNote")->isVisible());
    QVERIFY(form.findChild<QWidget *>(focus)->hasFocus());
    QVERIFY(!form.findChild<QWidget *>(focus)->accessibleDescription().isEmpty());
}

void TestSetupParts::passwordIsHiddenUntilAsked()
{
    PasswordField field;
    field.show();
    field.setFocus();
    QTest::keyClicks(&field, QStringLiteral("wonderland"));
    QCOMPARE(field.echoMode(), QLineEdit::Password);
    QVERIFY(!field.displayText().contains(u'w'));
    auto *eye = field.findChild<QToolButton *>();
    QVERIFY(!eye->accessibleName().isEmpty());
    QTest::mouseClick(eye, Qt::LeftButton);
    QCOMPARE(field.displayText(), QStringLiteral("wonderland"));
    QVERIFY(field.secret().bytes() == QByteArray("wonderland"));
    QTest::mouseClick(eye, Qt::LeftButton);
    QCOMPARE(field.echoMode(), QLineEdit::Password);
}

void TestSetupParts::stepsInWireOrder_data()
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

void TestSetupParts::stepsInWireOrder()
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

void TestSetupParts::stepsTellWhatWasFound()
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

void TestSetupParts::portIsWrittenTheSameEverywhere_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("port");
    const QLocale arabic(QLocale::Arabic, QLocale::Egypt);
    const QLocale german(QLocale::German);
    QTest::newRow("Latin digits") << QLocale(QLocale::English) << QStringLiteral("2525") << 2525;
    QTest::newRow("in German") << german << QStringLiteral("65535") << 65535;
    QTest::newRow("in Arabic") << arabic << QStringLiteral("587") << 587;
    QTest::newRow("Arabic digits") << arabic << QString::fromUtf8("\u0665\u0668\u0667") << 587;
    QTest::newRow("Persian digits") << german << QString::fromUtf8("\u06f4\u06f6\u06f5") << 465;
}

void TestSetupParts::portIsWrittenTheSameEverywhere()
{
    QFETCH(QLocale, locale);
    QFETCH(QString, typed);
    QFETCH(int, port);
    QLocale::setDefault(locale);
    const auto restore = qScopeGuard([] { QLocale::setDefault(QLocale::c()); });
    ServerSettingsForm form;
    form.setSettings(good());
    form.show();
    auto *field = part<PortField>(form, "port");
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    for (const QChar c : typed) { // QTest types nothing beyond Latin-1
        QKeyEvent key(QEvent::KeyPress, 0, Qt::NoModifier, c);
        QCoreApplication::sendEvent(field, &key);
    }
    QCOMPARE(field->value(), port);
    QCOMPARE(field->text(), QString::number(port)); // no separators, no other digits
    QVERIFY(field->width() < form.width() / 3);
    QVERIFY(field->width() > field->fontMetrics().horizontalAdvance(QStringLiteral("65535")));
}

/// In a paragraph from right to left, "99:AA" would be shown as "AA:99": a fingerprint that nobody can
/// compare.
void TestSetupParts::fingerprintKeepsItsOrder()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    const auto restore = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
    ServerSettings server = good();
    server.pinnedSha256 = QByteArray::fromHex("99aa").repeated(16);
    ServerSettingsForm form;
    form.setSettings(server);
    const QStringList lines = part<QLabel>(form, "pin")->text().split(u'\n');
    QCOMPARE(lines.size(), 3);
    for (const QString &line : lines.mid(1)) {
        QVERIFY(line.contains(QChar(0x2068) + QStringLiteral("99:AA:99:AA")));
        QVERIFY(line.endsWith(QChar(0x2069)));
    }
}

/// From top to bottom: each field that Tab reaches lies below the last one, or in its row.
void TestSetupParts::tabFollowsTheEye()
{
    const auto providers = ServerDiscovery::fromJson(R"({"version": 1, "providers": []})");
    DetailsPage page(providers ? *providers : ServerDiscovery(), std::nullopt);
    page.resize(500, 900);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.focusServer(); // unfolds it
    page.enter();
    QStringList way;
    int last = -1;
    const QWidget *first = page.focusWidget();
    do {
        const QWidget *now = page.focusWidget();
        const int middle = now->mapTo(&page, now->rect().center()).y();
        way.append(now->objectName());
        QVERIFY2(middle >= last - now->height() / 2, qPrintable(way.join(u' ')));
        last = middle;
        QTest::keyClick(page.focusWidget(), Qt::Key_Tab);
    } while (page.focusWidget() != first && way.size() < 20);
    QVERIFY2(way.contains(u"fold") && way.indexOf(u"fold") < way.indexOf(u"host"),
             qPrintable(way.join(u' ')));
    QCOMPARE(way.last(), QStringLiteral("mechanism"));
}

void TestSetupParts::failedStep_data()
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

void TestSetupParts::failedStep()
{
    QFETCH(int, stage);
    QFETCH(QString, expected);
    ServerSettings server = good();
    server.security = Security::Tls;
    TestSteps steps(server);
    steps.fail(Stage(stage));
    QCOMPARE(marks(steps), expected);
}

QTEST_MAIN(TestSetupParts)
#include "tst_setupparts.moc"
