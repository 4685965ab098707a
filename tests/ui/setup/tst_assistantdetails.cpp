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

/// The page that asks who one is and where the mail goes.
class TestAssistantDetails : public AssistantTest
{
    Q_OBJECT

private Q_SLOTS:
    void settingsFollowTheAddress_data();
    void settingsFollowTheAddress();
    void leavingTheAddressFillsTheServerIn();
    void editedSettingsStay();
    void pastedMailboxFillsTheName();
    void nameIsCleanedOfControls();
    void missingThingsAreShown_data();
    void missingThingsAreShown();
    void noPasswordIsMissedWithoutSignIn();
    void everyControlHasANameAndAWay();
};

void TestAssistantDetails::settingsFollowTheAddress_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("hint");
    QTest::newRow("app password") << QStringLiteral("a@gmail.com") << QStringLiteral("smtp.gmail.com") << 465
                                  << QStringLiteral("app password");
    QTest::newRow("OAuth") << QStringLiteral("a@hotmail.com") << QStringLiteral("smtp-mail.outlook.com")
                           << 587 << QStringLiteral("can't use that yet");
    QTest::newRow("bridge") << QStringLiteral("a@proton.me") << QStringLiteral("127.0.0.1") << 1025
                            << QStringLiteral("has to run on this computer");
    QTest::newRow("to be allowed") << QStringLiteral("a@gmx.de") << QStringLiteral("mail.gmx.net") << 465
                                   << QStringLiteral("after you have allowed it");
    QTest::newRow("plain") << QStringLiteral("a@posteo.de") << QStringLiteral("posteo.de") << 465
                           << QString();
    QTest::newRow("guess") << QStringLiteral("a@example.org") << QStringLiteral("smtp.example.org") << 465
                           << QString();
}

void TestAssistantDetails::settingsFollowTheAddress()
{
    QFETCH(QString, address);
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(QString, hint);
    open();
    click("ownAccount");
    type("address", address);
    QTRY_COMPARE(part<QLineEdit>("host")->text(), host);
    QCOMPARE(part<QSpinBox>("port")->value(), port);
    QVERIFY(part<QLabel>("summary")->text().contains(host));
    QCOMPARE(part<QLabel>("providerHint")->isVisible(), !hint.isEmpty());
    QVERIFY(part<QLabel>("providerHint")->text().contains(hint));
    QCOMPARE(part("providerHelp")->isVisible(), !hint.isEmpty());
    if (!hint.isEmpty()) {
        click("providerHelp");
        QCOMPARE(m_opened.size(), 1);
    }
    QCOMPARE(m_harness->submitter.count(), 0); // from the table alone
}

/// Who goes on faster than the pause in typing must not meet an empty form.
void TestAssistantDetails::leavingTheAddressFillsTheServerIn()
{
    open();
    click("ownAccount");
    type("address", QStringLiteral("alice@gmx.de"));
    QTest::keyClick(part("address"), Qt::Key_Tab);
    QCOMPARE(part<QLineEdit>("host")->text(), QStringLiteral("mail.gmx.net"));
}

void TestAssistantDetails::editedSettingsStay()
{
    open();
    click("ownAccount");
    type("address", QStringLiteral("alice@gmx.de"));
    QTRY_COMPARE(part<QLineEdit>("host")->text(), QStringLiteral("mail.gmx.net"));
    click("fold");
    type("host", QStringLiteral("relay.example.org"));
    type("address", QStringLiteral("alice@gmail.com"));
    type("password", QStringLiteral("x"));
    click("next");
    QCOMPARE(request().server.host, QStringLiteral("relay.example.org"));
}

void TestAssistantDetails::pastedMailboxFillsTheName()
{
    open();
    click("ownAccount");
    type("address", QStringLiteral("\"Liddell, Alice\" <alice@gmx.de>"));
    QTest::keyClick(part("address"), Qt::Key_Tab);
    QCOMPARE(part<QLineEdit>("name")->text(), QStringLiteral("Liddell, Alice"));
    QCOMPARE(part<QLineEdit>("address")->text(), QStringLiteral("alice@gmx.de"));
}

void TestAssistantDetails::nameIsCleanedOfControls()
{
    toTest();
    click("back");
    part<QLineEdit>("name")->setText(QStringLiteral("  Alice\u0001 \r\nLiddell "));
    click("next");
    submission()->accept();
    click("next");
    QTRY_COMPARE(m_ready->count(), 1);
    QCOMPARE(m_harness->accounts.accounts().first().mailbox().displayName, QStringLiteral("Alice Liddell"));
}

void TestAssistantDetails::missingThingsAreShown_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("focus");
    QTest::newRow("nothing") << QString() << QString() << QStringLiteral("address");
    QTest::newRow("no at sign") << QStringLiteral("alice") << QStringLiteral("x")
                                << QStringLiteral("address");
    QTest::newRow("two addresses") << QStringLiteral("a@b.org, c@d.org") << QStringLiteral("x")
                                   << QStringLiteral("address");
    QTest::newRow("no password") << QStringLiteral("alice@gmx.de") << QString() << QStringLiteral("password");
    QTest::newRow("no server") << QStringLiteral("alice@[192.0.2.1]") << QStringLiteral("x")
                               << QStringLiteral("host");
}

void TestAssistantDetails::missingThingsAreShown()
{
    QFETCH(QString, address);
    QFETCH(QString, password);
    QFETCH(QString, focus);
    open();
    click("ownAccount");
    type("address", address);
    type("password", password);
    click("next");
    QCOMPARE(m_harness->submitter.count(), 0);
    auto *culprit = m_window->findChild<QWidget *>(focus);
    QVERIFY(culprit->isVisible());
    QCOMPARE(m_window->focusWidget(), culprit);
    QVERIFY(!culprit->accessibleDescription().isEmpty());
    // Mended, nothing wrong is said of it any more, either.
    type(focus.toLatin1(), QStringLiteral("alice@gmx.de"));
    QCOMPARE(culprit->accessibleDescription(), QString());
}

/// Where the server asks for none any more, none is missing.
void TestAssistantDetails::noPasswordIsMissedWithoutSignIn()
{
    open();
    click("ownAccount");
    type("address", QStringLiteral("alice@gmx.de"));
    click("next");
    QVERIFY(part("passwordNote")->isVisible());
    click("fold");
    part<QLineEdit>("userName")->setFocus();
    part<QLineEdit>("userName")->selectAll();
    QTest::keyClick(part("userName"), Qt::Key_Delete);
    QVERIFY(!part("passwordNote")->isVisible());
    QCOMPARE(part("password")->accessibleDescription(), QString());
}

void TestAssistantDetails::everyControlHasANameAndAWay()
{
    open();
    click("ownAccount");
    click("fold");
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || !widget->isEnabled() ||
            widget->objectName().startsWith(u"qt_"))
            continue;
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        QVERIFY2(
            !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
            qPrintable(widget->objectName() + u' ' + QString::fromLatin1(widget->metaObject()->className())));
    }
    // No two of the page's mnemonics are the same.
    QStringList keys;
    for (const QLabel *label : m_window->findChildren<QLabel *>())
        if (label->isVisible() && label->buddy())
            keys.append(QKeySequence::mnemonic(label->text()).toString());
    for (const QAbstractButton *button : m_window->findChildren<QAbstractButton *>())
        if (button->isVisible())
            keys.append(QKeySequence::mnemonic(button->text()).toString());
    keys.removeAll(QString());
    QVERIFY(keys.size() >= 10);
    QCOMPARE(keys.removeDuplicates(), 0);
}

QTEST_MAIN(TestAssistantDetails)
#include "tst_assistantdetails.moc"
