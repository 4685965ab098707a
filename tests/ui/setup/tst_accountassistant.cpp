// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message/MailboxParser.h"
#include "tests/ui/setup/AssistantTest.h"
#include "ui/common/AccentButton.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace pennypost;
using Security = ServerSettings::Security;

/// The whole road to an account, and what is left behind of it.
class TestAccountAssistant : public AssistantTest
{
    Q_OBJECT

private Q_SLOTS:
    void wholeRoadByMouse();
    void wholeRoadByKeyboard();
    void practiceNeedsNothing();
    void practiceTwiceIsOne();
    void practiceIsKnownByWhatItIs_data();
    void practiceIsKnownByWhatItIs();
    void backKeepsWhatWasTyped();
    void cancelLeavesNothing_data();
    void cancelLeavesNothing();
    void escapeDiscardsNothing_data();
    void escapeDiscardsNothing();
    void keychainFails_data();
    void keychainFails();
    void fileFailureIsToldAndUndone();
    void editKeepsThePassword();
    void editWithAnotherPassword();
};

void TestAccountAssistant::wholeRoadByMouse()
{
    toTest();
    // What is asked of the server is what was typed, and no letter.
    QCOMPARE(request().server.host, QStringLiteral("mail.gmx.net"));
    QCOMPARE(request().server.port, quint16(465));
    QCOMPARE(request().credential.kind, Credential::Kind::Password);
    QCOMPARE(request().credential.userName, QStringLiteral("alice@gmx.de"));
    QVERIFY(request().credential.secret.bytes() == QByteArray("wonderland"));
    QVERIFY(!request().letter);
    QVERIFY(!part("next")->isEnabled());
    QVERIFY(m_harness->listing().isEmpty());

    SubmissionProgress progress;
    progress.stage = Stage::Encrypt;
    progress.address = QStringLiteral("192.0.2.25");
    submission()->report(progress);
    QCOMPARE(steps().size(), 5);
    QVERIFY(steps().at(1).startsWith(u"Done"));
    QVERIFY(steps().at(2).startsWith(u"Now"));
    QVERIFY(steps().at(3).startsWith(u"Still"));
    submission()->accept();
    for (const QString &step : steps())
        QVERIFY2(step.startsWith(u"Done"), qPrintable(step));
    QVERIFY(part("next")->isEnabled());
    QVERIFY(m_harness->listing().isEmpty());
    QCOMPARE(m_harness->keychain.count(), 0);

    click("next");
    QTRY_COMPARE(m_ready->count(), 1);
    QTRY_VERIFY(!m_window);
    const Account &stored = m_harness->accounts.accounts().first();
    QCOMPARE(stored.id, QStringLiteral("alice-gmx-de"));
    QCOMPARE(stored.mailbox().display(), QStringLiteral("Alice <alice@gmx.de>"));
    QCOMPARE(stored.secretPlace, SecretPlace::Keychain);
    QCOMPARE(m_harness->keychain.bytes(secretKey(stored)), QByteArray("wonderland"));
    QCOMPARE(m_ready->first().first().value<Account>(), stored);
    QFile file(m_harness->folder.filePath(QStringLiteral("accounts.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("wonderland"));
}

void TestAccountAssistant::wholeRoadByKeyboard()
{
    open();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return); // the first card has the focus
    const auto typeHere = [this](const QString &text) { QTest::keyClicks(m_window->focusWidget(), text); };
    const auto tab = [this] { QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab); };
    QCOMPARE(m_window->focusWidget(), part("name"));
    typeHere(QStringLiteral("Alice"));
    tab();
    QCOMPARE(m_window->focusWidget(), part("address"));
    typeHere(QStringLiteral("alice@gmx.de"));
    tab();
    QCOMPARE(m_window->focusWidget(), part("password"));
    typeHere(QStringLiteral("wonderland"));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return); // the default button
    QCOMPARE(m_harness->submitter.count(), 1);
    submission()->accept();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_ready->count(), 1);
    QCOMPARE(m_harness->accounts.accounts().size(), 1);
}

void TestAccountAssistant::practiceNeedsNothing()
{
    open();
    click("practice");
    QCOMPARE(m_ready->count(), 1);
    const auto account = m_ready->first().first().value<Account>();
    QCOMPARE(account.id, QStringLiteral("practice"));
    QVERIFY(account.practice);
    QCOMPARE(account.secretPlace, SecretPlace::Session);
    QVERIFY(parseMailbox(account.mailbox().display()).mailbox);
    QCOMPARE(parseMailbox(account.mailbox().display()).mailbox->addrSpec(),
             QStringLiteral("practice@localhost"));
    QCOMPARE(m_harness->accounts.accounts(), QList<Account>{account});
    QCOMPARE(m_harness->submitter.count(), 0);
    QCOMPARE(m_harness->keychain.count(), 0);
    QTRY_VERIFY(!m_window);
}

void TestAccountAssistant::practiceTwiceIsOne()
{
    for (int round = 0; round < 2; ++round) {
        open();
        click("practice");
        QCOMPARE(m_ready->count(), 1);
        QTRY_VERIFY(!m_window);
    }
    QCOMPARE(m_harness->accounts.accounts().size(), 1);
}

void TestAccountAssistant::practiceIsKnownByWhatItIs_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("practice");
    QTest::newRow("under another id") << QStringLiteral("try-out") << true;
    QTest::newRow("its id is somebody's") << QStringLiteral("practice") << false;
}

void TestAccountAssistant::practiceIsKnownByWhatItIs()
{
    QFETCH(QString, id);
    QFETCH(bool, practice);
    Account there = SetupHarness::account(id, QStringLiteral("Me"), QStringLiteral("me@example.org"));
    there.practice = practice;
    QVERIFY(m_harness->accounts.add(there));
    open();
    click("practice");
    QCOMPARE(m_ready->count(), 1);
    const auto ready = m_ready->first().first().value<Account>();
    QVERIFY(ready.practice);
    QCOMPARE(ready == there, practice);
    QVERIFY(m_harness->accounts.accounts().contains(ready));
    QCOMPARE(m_harness->accounts.accounts().size(), practice ? 1 : 2);
}

void TestAccountAssistant::backKeepsWhatWasTyped()
{
    toTest(QStringLiteral("alice@example.org"));
    QPointer<FakeSubmission> running = submission();
    click("back");
    QTRY_VERIFY(!running); // cancelled in silence
    QCOMPARE(part<QLineEdit>("name")->text(), QStringLiteral("Alice"));
    QCOMPARE(part<QLineEdit>("address")->text(), QStringLiteral("alice@example.org"));
    QCOMPARE(part<QLineEdit>("password")->text(), QStringLiteral("wonderland"));
    QCOMPARE(part<QLineEdit>("host")->text(), QStringLiteral("smtp.example.org"));
    click("back");
    click("ownAccount");
    QCOMPARE(part<QLineEdit>("password")->text(), QStringLiteral("wonderland"));
    click("next");
    QCOMPARE(m_harness->submitter.count(), 2);
}

void TestAccountAssistant::cancelLeavesNothing_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<bool>("frame");
    for (const char *when : {"choice", "details", "testing", "failed", "passed", "storing"}) {
        QTest::addRow("%s, button", when) << QString::fromLatin1(when) << false;
        QTest::addRow("%s, the frame's button", when) << QString::fromLatin1(when) << true;
    }
}

void TestAccountAssistant::cancelLeavesNothing()
{
    QFETCH(QString, when);
    QFETCH(bool, frame);
    const QStringList before = m_harness->listing();
    if (when == u"choice" || when == u"details") {
        open();
        if (when == u"details") {
            click("ownAccount");
            type("address", QStringLiteral("alice@gmx.de"));
            type("password", QStringLiteral("wonderland"));
        }
    } else {
        toTest();
    }
    if (when == u"failed")
        submission()->fail(Problem::WrongPassword, Stage::Authenticate);
    if (when == u"passed" || when == u"storing")
        submission()->accept();
    if (when == u"storing") {
        m_harness->keychain.held = true; // the keyring asks its person
        click("next");
        QTRY_COMPARE(m_harness->keychain.waiting(), 1);
    }
    if (frame)
        m_window->close();
    else
        click("cancel");
    QTRY_VERIFY(!m_window);
    m_harness->keychain.release();
    QTRY_COMPARE(m_harness->keychain.count(), 0);
    QTRY_VERIFY(m_harness->submitter.count() == 0 || !m_harness->submitter.last());
    QCoreApplication::processEvents();
    QCOMPARE(m_harness->listing(), before);
    QCOMPARE(m_harness->keychain.count(), 0);
    QCOMPARE(m_ready->count(), 0);
}

void TestAccountAssistant::escapeDiscardsNothing_data()
{
    QTest::addColumn<bool>("edit");
    QTest::addColumn<QString>("done");
    QTest::addColumn<bool>("closes");
    QTest::newRow("the choice") << false << QString() << true;
    QTest::newRow("nothing typed") << false << QStringLiteral("ownAccount") << true;
    for (const char *field : {"name", "address", "password", "host"})
        QTest::addRow("%s typed", field) << false << QString::fromLatin1(field) << false;
    QTest::newRow("typed and taken back") << false << QStringLiteral("taken back") << true;
    QTest::newRow("back at the choice") << false << QStringLiteral("back") << false;
    QTest::newRow("testing") << false << QStringLiteral("testing") << false;
    QTest::newRow("tested") << false << QStringLiteral("tested") << false;
    QTest::newRow("nothing changed") << true << QString() << true;
    for (const char *field : {"name", "address", "password", "host"})
        QTest::addRow("%s changed", field) << true << QString::fromLatin1(field) << false;
    QTest::newRow("tested as it was") << true << QStringLiteral("tested") << true;
}

/// Escape leaves where nothing would be lost; what was typed goes by Cancel alone.
void TestAccountAssistant::escapeDiscardsNothing()
{
    QFETCH(bool, edit);
    QFETCH(QString, done);
    QFETCH(bool, closes);
    if (done == u"testing" || (done == u"tested" && !edit)) {
        toTest();
    } else if (edit) {
        const Account alice = SetupHarness::account(QStringLiteral("alice"), QStringLiteral("Alice"),
                                                    QStringLiteral("alice@example.org"));
        QVERIFY(m_harness->accounts.add(alice));
        m_harness->keychain.put(secretKey(alice), "wonderland");
        open(alice);
    } else {
        open();
        if (!done.isEmpty())
            click("ownAccount");
    }
    if (done == u"host")
        click("fold");
    if (part<QLineEdit>(done.toLatin1()))
        type(done.toLatin1(), QStringLiteral("alice"));
    if (done == u"back" || done == u"taken back")
        type("name", QStringLiteral("Alice"));
    if (done == u"taken back")
        part<QLineEdit>("name")->clear();
    if (done == u"back")
        click("back");
    if (done == u"tested") {
        if (edit)
            click("next");
        QTRY_COMPARE(m_harness->submitter.count(), 1);
        submission()->accept();
    }
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Escape);
    QCOMPARE(m_window->isVisible(), !closes);
    if (!closes) {
        click("cancel");
        QTRY_VERIFY(!m_window);
    }
}

void TestAccountAssistant::keychainFails_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("session");
    QTest::newRow("none, keep for the session") << int(SecretError::Kind::NoKeychain) << true;
    QTest::newRow("none, started meanwhile") << int(SecretError::Kind::NoKeychain) << false;
    QTest::newRow("locked, keep for the session") << int(SecretError::Kind::Locked) << true;
    QTest::newRow("locked, unlocked meanwhile") << int(SecretError::Kind::Locked) << false;
}

void TestAccountAssistant::keychainFails()
{
    QFETCH(int, kind);
    QFETCH(bool, session);
    m_harness->keychain.writeError = SecretError{SecretError::Kind(kind), QStringLiteral("no such service")};
    toTest();
    submission()->accept();
    // Nobody has asked the keychain yet: nothing is promised in its name.
    QCOMPARE(part<QLabel>("verdict")->text(),
             QStringLiteral("Finish stores the account, and asks your keychain to keep the password."));
    click("next");
    QTRY_VERIFY(part("problemTitle")->isVisible());
    QVERIFY(part<QLabel>("serverWords")->text().contains(u"no such service"));
    QVERIFY(!part("next")->isEnabled()); // the accent is the remedy's alone
    QCOMPARE(m_window->focusWidget(), part("remedy"));
    QVERIFY(part<AccentButton>("remedy"));
    QCOMPARE(m_ready->count(), 0);
    QVERIFY(m_harness->listing().isEmpty());
    if (session) {
        click("secondRemedy");
        QTRY_COMPARE(m_ready->count(), 1);
        const Account &stored = m_harness->accounts.accounts().first();
        QCOMPARE(stored.secretPlace, SecretPlace::Session);
        QCOMPARE(m_harness->keychain.count(), 0);
        QByteArray kept;
        m_harness->session.read(secretKey(stored), this, [&](const Result<Secret, SecretError> &got) {
            kept = got ? got.value().bytes().toByteArray() : QByteArray("none");
        });
        QTRY_COMPARE(kept, QByteArray("wonderland"));
    } else {
        m_harness->keychain.writeError.reset();
        click("remedy");
        QTRY_COMPARE(m_ready->count(), 1);
        QCOMPARE(m_harness->accounts.accounts().first().secretPlace, SecretPlace::Keychain);
        QCOMPARE(m_harness->keychain.count(), 1);
    }
    QCOMPARE(m_harness->submitter.count(), 1); // not tested a second time for that
}

void TestAccountAssistant::fileFailureIsToldAndUndone()
{
    toTest();
    submission()->accept();
    QFile file(m_harness->folder.filePath(QStringLiteral("accounts.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"version": 99})");
    file.close();
    click("next");
    QTRY_VERIFY(part("problemTitle")->isVisible());
    QCOMPARE(m_harness->keychain.count(), 0);
    QVERIFY(file.remove());
    QVERIFY(part("remedy")->isHidden());
    click("next"); // Finish once more
    QTRY_COMPARE(m_ready->count(), 1);
    QCOMPARE(m_harness->keychain.count(), 1);
}

void TestAccountAssistant::editKeepsThePassword()
{
    Account account = SetupHarness::account(QStringLiteral("a"), QStringLiteral("Alice"),
                                            QStringLiteral("alice@example.org"));
    account.identities.append({{{}, QStringLiteral("second"), QStringLiteral("example.org")}});
    QVERIFY(m_harness->accounts.add(account));
    m_harness->keychain.put(QStringLiteral("account/a"), "stored");
    open(account);
    QVERIFY(part<QLineEdit>("password")->text().isEmpty()); // never shown again
    QVERIFY(!part("back")->isVisible());
    type("name", QStringLiteral("Alice L."));
    click("next");
    QTRY_COMPARE(m_harness->submitter.count(), 1);
    QVERIFY(request().credential.secret.bytes() == QByteArray("stored"));
    submission()->accept();
    click("next");
    QTRY_COMPARE(m_ready->count(), 1);
    Account expected = account;
    expected.identities.first().mailbox.displayName = QStringLiteral("Alice L.");
    QCOMPARE(m_harness->accounts.accounts(), QList<Account>{expected});
    QCOMPARE(m_harness->keychain.bytes(QStringLiteral("account/a")), QByteArray("stored"));
}

void TestAccountAssistant::editWithAnotherPassword()
{
    const Account account = SetupHarness::account(QStringLiteral("a"), QStringLiteral("Alice"),
                                                  QStringLiteral("alice@example.org"));
    QVERIFY(m_harness->accounts.add(account));
    m_harness->keychain.put(QStringLiteral("account/a"), "old");
    open(account);
    type("password", QStringLiteral("new"));
    click("next");
    QCOMPARE(m_harness->submitter.count(), 1);
    QVERIFY(request().credential.secret.bytes() == QByteArray("new"));
    submission()->accept();
    QCOMPARE(m_harness->keychain.bytes(QStringLiteral("account/a")), QByteArray("old"));
    click("next");
    QTRY_COMPARE(m_ready->count(), 1);
    QCOMPARE(m_harness->keychain.bytes(QStringLiteral("account/a")), QByteArray("new"));
}

QTEST_MAIN(TestAccountAssistant)
#include "tst_accountassistant.moc"
