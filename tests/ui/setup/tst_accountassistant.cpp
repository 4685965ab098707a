// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message/MailboxParser.h"
#include "tests/ui/setup/SetupHarness.h"
#include "ui/setup/AccountAssistant.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace pennypost;
using Security = ServerSettings::Security;

class TestAccountAssistant : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void takeUrl(const QUrl &url) { m_opened.append(url); }

private Q_SLOTS:
    void init();
    void cleanup();
    void wholeRoadByMouse();
    void wholeRoadByKeyboard();
    void practiceNeedsNothing();
    void practiceTwiceIsOne();
    void settingsFollowTheAddress_data();
    void settingsFollowTheAddress();
    void leavingTheAddressFillsTheServerIn();
    void editedSettingsStay();
    void pastedMailboxFillsTheName();
    void nameIsCleanedOfControls();
    void missingThingsAreShown_data();
    void missingThingsAreShown();
    void guessesAreTriedInTurn();
    void guessesStopAtOtherFailures();
    void failuresAndTheirRemedies_data();
    void failuresAndTheirRemedies();
    void certificateIsPinnedOnlyAfterItWasShown();
    void changedHostDropsThePin();
    void backKeepsWhatWasTyped();
    void cancelLeavesNothing_data();
    void cancelLeavesNothing();
    void stopEndsTheTest();
    void keychainFails_data();
    void keychainFails();
    void fileFailureIsToldAndUndone();
    void editKeepsThePassword();
    void editWithAnotherPassword();
    void everyControlHasANameAndAWay();

private:
    template<class Widget = QWidget>
    Widget *part(const char *name) const
    {
        return m_window->findChild<Widget *>(QLatin1StringView(name));
    }
    void click(const char *name) { QTest::mouseClick(part(name), Qt::LeftButton); }
    void type(const char *name, const QString &text)
    {
        auto *line = part<QLineEdit>(name);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    void open(const std::optional<Account> &edit = {})
    {
        m_window = edit ? new AccountAssistant(m_harness->services, *edit)
                        : new AccountAssistant(m_harness->services);
        m_ready = std::make_unique<QSignalSpy>(m_window.data(), &AccountAssistant::accountReady);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
    }
    void toTest(const QString &address = QStringLiteral("alice@gmx.de"))
    {
        open();
        click("ownAccount");
        type("name", QStringLiteral("Alice"));
        type("address", address);
        type("password", QStringLiteral("wonderland"));
        click("next");
        QCOMPARE(m_harness->submitter.count(), 1);
    }
    FakeSubmission *submission() const { return m_harness->submitter.last(); }
    const SubmissionRequest &request() const
    {
        return m_harness->submitter.request(m_harness->submitter.count() - 1);
    }
    QStringList steps() const
    {
        QStringList texts;
        for (const QLabel *label : m_window->findChildren<QLabel *>(QStringLiteral("step")))
            if (label->isVisible())
                texts.append(label->accessibleName());
        return texts;
    }

    std::unique_ptr<SetupHarness> m_harness;
    QPointer<AccountAssistant> m_window;
    std::unique_ptr<QSignalSpy> m_ready;
    QList<QUrl> m_opened;
};

void TestAccountAssistant::init()
{
    m_harness = std::make_unique<SetupHarness>();
    m_opened.clear();
    QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "takeUrl");
}

void TestAccountAssistant::cleanup()
{
    delete m_window;
    m_ready.reset();
    m_harness.reset();
    QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
}

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

void TestAccountAssistant::settingsFollowTheAddress_data()
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

void TestAccountAssistant::settingsFollowTheAddress()
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
void TestAccountAssistant::leavingTheAddressFillsTheServerIn()
{
    open();
    click("ownAccount");
    type("address", QStringLiteral("alice@gmx.de"));
    QTest::keyClick(part("address"), Qt::Key_Tab);
    QCOMPARE(part<QLineEdit>("host")->text(), QStringLiteral("mail.gmx.net"));
}

void TestAccountAssistant::editedSettingsStay()
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

void TestAccountAssistant::pastedMailboxFillsTheName()
{
    open();
    click("ownAccount");
    type("address", QStringLiteral("\"Liddell, Alice\" <alice@gmx.de>"));
    QTest::keyClick(part("address"), Qt::Key_Tab);
    QCOMPARE(part<QLineEdit>("name")->text(), QStringLiteral("Liddell, Alice"));
    QCOMPARE(part<QLineEdit>("address")->text(), QStringLiteral("alice@gmx.de"));
}

void TestAccountAssistant::nameIsCleanedOfControls()
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

void TestAccountAssistant::missingThingsAreShown_data()
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

void TestAccountAssistant::missingThingsAreShown()
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
}

void TestAccountAssistant::guessesAreTriedInTurn()
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

void TestAccountAssistant::guessesStopAtOtherFailures()
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

void TestAccountAssistant::failuresAndTheirRemedies_data()
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
    row("TLS to a plain port", Problem::TlsOnPlainPort, Stage::Encrypt, 0, "starttls");
    row("plain to a TLS port", Problem::PlainOnTlsPort, Stage::Greeting, 0, "tls");
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

void TestAccountAssistant::failuresAndTheirRemedies()
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
    if (then == u"starttls" || then == u"tls") {
        QCOMPARE(m_harness->submitter.count(), 2);
        QCOMPARE(request().server.security, then == u"tls" ? Security::Tls : Security::StartTls);
        QCOMPARE(request().server.port, quint16(then == u"tls" ? 465 : 587));
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

void TestAccountAssistant::certificateIsPinnedOnlyAfterItWasShown()
{
    toTest();
    SubmissionError error;
    error.problem = Problem::CertificateUntrusted;
    error.stage = Stage::Encrypt;
    error.certificate = SetupHarness::certificate();
    submission()->fail(error);
    QVERIFY(!part("trust")->isVisible());
    click("remedy");
    QString shown = part<QLabel>("certificate")->text();
    shown.remove(u'\n');
    QVERIFY(shown.contains(u"00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF"));
    QVERIFY(shown.contains(u"mail.example.org"));
    QVERIFY(shown.contains(u"Example Home CA"));
    QVERIFY(m_window->focusWidget() != part("trust"));
    click("trust");
    QCOMPARE(m_harness->submitter.count(), 2);
    QCOMPARE(request().server.pinnedSha256, error.certificate->sha256);
    QCOMPARE(request().server.host, QStringLiteral("mail.gmx.net"));
    submission()->accept();
    click("next");
    QTRY_COMPARE(m_ready->count(), 1);
    QCOMPARE(m_harness->accounts.accounts().first().server.pinnedSha256, error.certificate->sha256);
}

void TestAccountAssistant::changedHostDropsThePin()
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
    QTest::addColumn<bool>("escape");
    for (const char *when : {"choice", "details", "testing", "failed", "passed", "storing"}) {
        QTest::addRow("%s, button", when) << QString::fromLatin1(when) << false;
        QTest::addRow("%s, Escape", when) << QString::fromLatin1(when) << true;
    }
}

void TestAccountAssistant::cancelLeavesNothing()
{
    QFETCH(QString, when);
    QFETCH(bool, escape);
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
    if (escape)
        QTest::keyClick(m_window, Qt::Key_Escape);
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

void TestAccountAssistant::stopEndsTheTest()
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
    click("next");
    QTRY_VERIFY(part("problemTitle")->isVisible());
    QVERIFY(part<QLabel>("serverWords")->text().contains(u"no such service"));
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

void TestAccountAssistant::everyControlHasANameAndAWay()
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

QTEST_MAIN(TestAccountAssistant)
#include "tst_accountassistant.moc"
