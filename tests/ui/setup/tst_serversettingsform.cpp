// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/MechanismChooser.h"
#include "ui/setup/PortField.h"
#include "ui/setup/ServerSettingsForm.h"

#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace pennypost;
using Security = ServerSettings::Security;

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
    server.clientCertificate = QStringLiteral("/home/alice/alice.p12");
    server.proxy = {ProxySettings::Kind::Socks5, QStringLiteral("proxy.example.org"), 9050,
                    QStringLiteral("hatter")};
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

} // namespace

/// The form of a server: what goes in comes out, and what hangs together follows.
class TestServerSettingsForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void methodsAreThoseOfTheTable();
    void formKeepsWhatItIsGiven();
    void portFollowsTheSecurity_data();
    void portFollowsTheSecurity();
    void trustIsDropped_data();
    void trustIsDropped();
    void authoritiesOfALongPath();
    void clearNeedsTheTickAndHasNoUser();
    void formNamesWhatIsWrong_data();
    void formNamesWhatIsWrong();
    void whatIsMendedIsNotSpoken_data();
    void whatIsMendedIsNotSpoken();
    void theWarningOfClearStays();
    void portIsWrittenTheSameEverywhere_data();
    void portIsWrittenTheSameEverywhere();
    void portStandsInTheLineOfTheEncryption();
    void fingerprintKeepsItsOrder();
};

void TestServerSettingsForm::methodsAreThoseOfTheTable()
{
    const ServerSettingsForm form;
    const auto *box = form.findChild<QComboBox *>(QStringLiteral("mechanism"));
    QStringList offered;
    for (int i = 1; i < box->count(); ++i) // the first is "Automatic"
        offered.append(box->itemText(i));
    QStringList wanted;
    for (const MechanismRow &row : mechanismTable()) {
        if (row.needs == Credential::Kind::Password || row.needs == Credential::Kind::Certificate)
            wanted.append(QString::fromLatin1(row.name));
    }
    QCOMPARE(offered, wanted);
}

void TestServerSettingsForm::formKeepsWhatItIsGiven()
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

void TestServerSettingsForm::portFollowsTheSecurity_data()
{
    QTest::addColumn<int>("port");
    QTest::addColumn<int>("security");
    QTest::addColumn<int>("expected");
    QTest::newRow("587 to TLS") << 587 << int(Security::Tls) << 465;
    QTest::newRow("587 to none") << 587 << int(Security::None) << 25;
    QTest::newRow("own port stays") << 1025 << int(Security::Tls) << 1025;
}

void TestServerSettingsForm::portFollowsTheSecurity()
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

void TestServerSettingsForm::trustIsDropped_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<bool>("pin");
    QTest::addColumn<bool>("authorities");
    // The certificate was trusted for this host and port, the authorities for this host.
    QTest::newRow("host") << QStringLiteral("host") << false << false;
    QTest::newRow("port") << QStringLiteral("port") << false << true;
    QTest::newRow("forget the certificate") << QStringLiteral("forgetPin") << false << true;
    QTest::newRow("forget the authorities") << QStringLiteral("forgetCa") << true << false;
    QTest::newRow("user name") << QStringLiteral("userName") << true << true;
    QTest::newRow("method") << QStringLiteral("mechanism") << true << true;
}

/// Whom the server is believed by is shown, and does not follow to another one.
void TestServerSettingsForm::trustIsDropped()
{
    QFETCH(QString, field);
    QFETCH(bool, pin);
    QFETCH(bool, authorities);
    ServerSettingsForm form;
    form.setSettings(good());
    form.show();
    QVERIFY(QTest::qWaitForWindowActive(&form));
    QSignalSpy edited(&form, &ServerSettingsForm::edited);
    QVERIFY(part<QLabel>(form, "pin")->isVisible());
    QVERIFY(part<QLabel>(form, "ca")->isVisible());
    QVERIFY(part<QLabel>(form, "ca")->text().contains(good().caFile));
    auto *widget = form.findChild<QWidget *>(field);
    if (auto *button = qobject_cast<QPushButton *>(widget))
        QTest::mouseClick(button, Qt::LeftButton);
    else if (auto *box = qobject_cast<QComboBox *>(widget))
        QTest::keyClick(box, Qt::Key_Up);
    else if (auto *spin = qobject_cast<QSpinBox *>(widget))
        spin->stepUp();
    else
        QTest::keyClicks(widget, QStringLiteral("x"));
    QCOMPARE(edited.count(), 1);
    QCOMPARE(!form.settings().pinnedSha256.isEmpty(), pin);
    QCOMPARE(part<QLabel>(form, "pin")->isVisible(), pin);
    QCOMPARE(form.settings().caFile, authorities ? good().caFile : QString());
    QCOMPARE(part<QLabel>(form, "ca")->isVisible(), authorities);
}

/// Where there is none, nothing is said of it; a path does not set the window's least width.
void TestServerSettingsForm::authoritiesOfALongPath()
{
    ServerSettingsForm form;
    ServerSettings server = good();
    server.caFile.clear();
    form.setSettings(server);
    form.show();
    QVERIFY(QTest::qWaitForWindowActive(&form));
    QVERIFY(!part<QLabel>(form, "ca")->isVisible());
    QVERIFY(!part<QPushButton>(form, "forgetCa")->isVisible());
    const int before = form.minimumSizeHint().width();
    server.caFile = u'/' + QString(400, u'x');
    form.setSettings(server);
    QVERIFY(part<QLabel>(form, "ca")->isVisible());
    form.layout()->activate();
    QCOMPARE(form.minimumSizeHint().width(), before);
}

void TestServerSettingsForm::clearNeedsTheTickAndHasNoUser()
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

void TestServerSettingsForm::formNamesWhatIsWrong_data()
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

void TestServerSettingsForm::formNamesWhatIsWrong()
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

void TestServerSettingsForm::whatIsMendedIsNotSpoken_data()
{
    QTest::addColumn<QString>("mend");
    QTest::newRow("typed") << QStringLiteral("host");
    QTest::newRow("typed elsewhere") << QStringLiteral("userName");
    QTest::newRow("another port") << QStringLiteral("port");
    QTest::newRow("filled in") << QString();
    QTest::newRow("something else is wrong") << QStringLiteral("else");
}

/// Who listens is told of a problem as long as it stands below the field, and no longer.
void TestServerSettingsForm::whatIsMendedIsNotSpoken()
{
    QFETCH(QString, mend);
    ServerSettingsForm form;
    ServerSettings server = good();
    server.host.clear();
    form.setSettings(server);
    form.show();
    QVERIFY(QTest::qWaitForWindowActive(&form));
    QVERIFY(form.showProblem());
    auto *host = part<QLineEdit>(form, "host");
    QCOMPARE(host->accessibleDescription(), part<QLabel>(form, "serverNote")->text());
    if (mend == u"else") {
        host->setText(QStringLiteral("smtp.example.org"));
        part<QLineEdit>(form, "userName")->setText(QString(300, u'x'));
        QVERIFY(form.showProblem());
        QVERIFY(!part<QLineEdit>(form, "userName")->accessibleDescription().isEmpty());
    } else if (mend == u"port") {
        part<QSpinBox>(form, "port")->stepUp();
    } else if (mend.isEmpty()) {
        form.setSettings(good());
    } else {
        QTest::keyClicks(part<QLineEdit>(form, mend.toLatin1()), QStringLiteral("x"));
    }
    QCOMPARE(host->accessibleDescription(), QString());
}

void TestServerSettingsForm::theWarningOfClearStays()
{
    ServerSettingsForm form;
    form.setSettings(good());
    form.show();
    QVERIFY(QTest::qWaitForWindowActive(&form));
    choose(form, Security::None);
    auto *tick = part<QCheckBox>(form, "clearAccepted");
    const QString warning = tick->accessibleDescription();
    QVERIFY(!warning.isEmpty());
    for (int times = 1; times <= 2; ++times) {
        QVERIFY(form.showProblem());
        QVERIFY(tick->accessibleDescription().contains(part<QLabel>(form, "serverNote")->text()));
        QVERIFY(tick->accessibleDescription().contains(warning));
    }
    QTest::keyClick(tick, Qt::Key_Space);
    QCOMPARE(tick->accessibleDescription(), warning);
}

void TestServerSettingsForm::portIsWrittenTheSameEverywhere_data()
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

void TestServerSettingsForm::portIsWrittenTheSameEverywhere()
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

/// Beside each other, in one line: whatever heights a style gives a combo box and a spin box.
void TestServerSettingsForm::portStandsInTheLineOfTheEncryption()
{
    ServerSettingsForm form;
    form.resize(500, 500);
    form.show();
    const auto rect = [&form](const char *name) {
        const auto *field = part<QWidget>(form, name);
        return QRect(field->mapTo(&form, QPoint()), field->size());
    };
    QCOMPARE(rect("port").top(), rect("security").top());
    QCOMPARE(rect("port").bottom(), rect("security").bottom());
    QList<int> tops;
    for (const QLabel *label : form.findChildren<QLabel *>()) {
        if (label->buddy() == part<QWidget>(form, "port") ||
            label->buddy() == part<QWidget>(form, "security"))
            tops.append(label->y());
    }
    QCOMPARE(tops.size(), 2);
    QCOMPARE(tops.first(), tops.last());
}

/// In a paragraph from right to left, "99:AA" would be shown as "AA:99": a fingerprint that nobody can
/// compare.
void TestServerSettingsForm::fingerprintKeepsItsOrder()
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

QTEST_MAIN(TestServerSettingsForm)
#include "tst_serversettingsform.moc"
