// SPDX-License-Identifier: GPL-3.0-or-later
// An account's own certificate and proxy in the assistant: shown, tested, kept, and kept out of the way where
// nobody wants them.
#include "tests/fakes/TestCertificates.h"
#include "tests/ui/setup/AssistantTest.h"
#include "ui/common/PasswordField.h"
#include "ui/setup/PortField.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace pennypost;
using Kind = ProxySettings::Kind;

class TestOwnConnectionSetup : public AssistantTest
{
    Q_OBJECT

private Q_SLOTS:
    void certificateIsShown_data();
    void certificateIsShown();
    void chosenWithTheDialog();
    void signsInByCertificate();
    void proxyFieldsFollowTheKind();
    void secretsAreTestedAndKept();
    void storedSecretsStay();
    void storedSecretsAreForOneAlone();
    void externalNeedsNoPassword();
    void noLongerUsedTheyGo();
    void whatIsWrongIsShown_data();
    void whatIsWrongIsShown();
    void neitherInClear();
    void remedyLeadsToTheSettings_data();
    void remedyLeadsToTheSettings();

private:
    /// The details with their server's settings folded out.
    void openDetails(const std::optional<Account> &edit = {});
    /// Wherever it lies in a page that scrolls.
    void press(const char *name) { part<QAbstractButton>(name)->click(); }
    QString put(const char *name, const QByteArray &contents);
    QString locked() { return put("alice.pem", pem("secret")); }
    static QByteArray pem(const QByteArray &passPhrase);
    void chooseProxy(Kind kind);
    QString note() { return part<QLabel>("certificateNote")->text(); }
};

void TestOwnConnectionSetup::openDetails(const std::optional<Account> &edit)
{
    open(edit);
    if (!edit) {
        click("ownAccount");
        type("name", QStringLiteral("Alice"));
        type("address", QStringLiteral("alice@example.org"));
        QTest::keyClick(part("address"), Qt::Key_Tab);
    }
    press("fold");
    press("foldMore");
    if (!edit) // no guess any more
        type("host", QStringLiteral("mail.example.org"));
}

QString TestOwnConnectionSetup::put(const char *name, const QByteArray &contents)
{
    QFile file(m_harness->folder.filePath(QLatin1StringView(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size())
        qFatal("cannot write");
    return file.fileName();
}

QByteArray TestOwnConnectionSetup::pem(const QByteArray &passPhrase)
{
    static const TestIdentity own = TestCertificates::shared().forClients();
    return own.certificate.toPem() + own.key.toPem(passPhrase);
}

void TestOwnConnectionSetup::chooseProxy(Kind kind)
{
    auto *box = part<QComboBox>("proxy");
    const int index = box->findData(int(kind));
    box->setFocus();
    while (box->currentIndex() != index)
        QTest::keyClick(box, box->currentIndex() < index ? Qt::Key_Down : Qt::Key_Up);
}

void TestOwnConnectionSetup::certificateIsShown_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<bool>("asks");
    QTest::addColumn<QString>("note");
    QTest::newRow("open") << pem({}) << false << QStringLiteral("someone");
    QTest::newRow("locked") << pem("secret") << true << QStringLiteral("enter its pass phrase");
    QTest::newRow("a letter") << QByteArray("Dear all") << false << QStringLiteral("no certificate");
    QTest::newRow("without its key") << TestCertificates::shared().forClients().certificate.toPem() << false
                                     << QStringLiteral("private key");
    const TestIdentity old = TestCertificates::shared().expiredForClients();
    QTest::newRow("expired") << old.certificate.toPem() + old.key.toPem() << false
                             << QStringLiteral("run out");
}

void TestOwnConnectionSetup::certificateIsShown()
{
    QFETCH(const QByteArray, contents);
    QFETCH(const bool, asks);
    QFETCH(const QString, note);
    openDetails();
    QVERIFY(!part("removeCertificate")->isVisible());
    QVERIFY(!part("passPhrase")->isVisible());
    type("certificateFile", put("own.pem", contents));
    QVERIFY(this->note().isEmpty()); // read elsewhere
    QTRY_VERIFY2(this->note().contains(note), qPrintable(this->note()));
    QCOMPARE(part("passPhrase")->isVisible(), asks);
    if (asks) {
        type("passPhrase", QStringLiteral("guess"));
        QTRY_VERIFY2(this->note().contains(u"does not open it"), qPrintable(this->note()));
        type("passPhrase", QStringLiteral("secret"));
        QTRY_VERIFY2(this->note().contains(u"someone"), qPrintable(this->note()));
    }
    QVERIFY(part("removeCertificate")->isVisible());
    press("removeCertificate");
    QVERIFY(this->note().isEmpty());
    QVERIFY(!part("passPhrase")->isVisible());
    QVERIFY(part<QLineEdit>("certificateFile")->text().isEmpty());
    QVERIFY(part("certificateFile")->hasFocus());
}

void TestOwnConnectionSetup::chosenWithTheDialog()
{
    openDetails();
    const QString file = put("own.pem", pem({}));
    press("chooseCertificate");
    auto *dialog = m_window->findChild<QFileDialog *>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(file);
    dialog->close();
    QCOMPARE(QDir::fromNativeSeparators(part<QLineEdit>("certificateFile")->text()), file);
    QTRY_VERIFY(note().contains(u"someone"));
}

/// Neither password nor user name is missed.
void TestOwnConnectionSetup::signsInByCertificate()
{
    openDetails();
    type("userName", {});
    part<QLineEdit>("userName")->clear();
    type("certificateFile", put("own.pem", pem({})));
    click("next");
    QCOMPARE(m_harness->submitter.count(), 1);
    QCOMPARE(request().server.clientCertificate, m_harness->folder.filePath(QStringLiteral("own.pem")));
    QCOMPARE(int(request().credential.kind), int(Credential::Kind::Certificate));
    submission()->accept();
    click("next");
    QTRY_COMPARE(m_ready->count(), 1);
    const Account &stored = m_harness->accounts.accounts().first();
    QCOMPARE(stored.secretPlace, SecretPlace::None);
    QCOMPARE(stored.passPhrasePlace, SecretPlace::None);
    QCOMPARE(m_harness->keychain.count(), 0);
}

void TestOwnConnectionSetup::proxyFieldsFollowTheKind()
{
    openDetails();
    const QList<const char *> named{"proxyHost", "proxyPort", "proxyUser", "proxyPassword"};
    for (const Kind kind : {Kind::System, Kind::None, Kind::Socks5, Kind::HttpConnect, Kind::System}) {
        chooseProxy(kind);
        const bool isNamed = kind == Kind::Socks5 || kind == Kind::HttpConnect;
        for (const char *name : named)
            QCOMPARE(part(name)->isVisible(), isNamed);
        if (isNamed)
            QCOMPARE(part<PortField>("proxyPort")->value(), kind == Kind::Socks5 ? 1080 : 3128);
    }
    chooseProxy(Kind::Socks5);
    QVERIFY(!part("proxyPassword")->isEnabled()); // as nobody
    type("proxyUser", QStringLiteral("hatter"));
    QVERIFY(part("proxyPassword")->isEnabled());
    // A port of one's own stays.
    type("proxyHost", QStringLiteral("proxy.example.org"));
    part<PortField>("proxyPort")->setValue(9050);
    chooseProxy(Kind::HttpConnect);
    QCOMPARE(part<PortField>("proxyPort")->value(), 9050);
}

void TestOwnConnectionSetup::secretsAreTestedAndKept()
{
    openDetails();
    type("password", QStringLiteral("wonderland"));
    type("certificateFile", locked());
    QTRY_VERIFY(part("passPhrase")->isVisible());
    type("passPhrase", QStringLiteral("secret"));
    chooseProxy(Kind::Socks5);
    type("proxyHost", QStringLiteral(" proxy.example.org "));
    type("proxyUser", QStringLiteral("hatter"));
    type("proxyPassword", QStringLiteral("tea"));
    click("next");
    QCOMPARE(m_harness->submitter.count(), 1);
    const ProxySettings proxy{Kind::Socks5, QStringLiteral("proxy.example.org"), 1080,
                              QStringLiteral("hatter")};
    QCOMPARE(request().server.proxy, proxy);
    QVERIFY(request().credential.secret.bytes() == "wonderland");
    QVERIFY(request().secrets.passPhrase.bytes() == "secret");
    QVERIFY(request().secrets.proxyPassword.bytes() == "tea");
    QCOMPARE(m_harness->keychain.count(), 0); // not before it works
    submission()->accept();
    click("next");
    QTRY_COMPARE(m_ready->count(), 1);
    const Account stored = m_harness->accounts.accounts().first();
    QCOMPARE(stored.server.proxy, proxy);
    const QList<QByteArray> expected{"wonderland", "secret", "tea"};
    for (size_t i = 0; i < allAccountSecrets.size(); ++i) {
        const AccountSecret which = allAccountSecrets.at(i);
        QCOMPARE(stored.placeOf(which), SecretPlace::Keychain);
        QCOMPARE(m_harness->keychain.bytes(secretKey(stored, which)), expected.at(qsizetype(i)));
    }
    QFile file(m_harness->folder.filePath(QStringLiteral("accounts.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray onDisk = file.readAll();
    for (const char *secret : {"wonderland", "\"secret\"", "\"tea\""})
        QVERIFY(!onDisk.contains(secret));
}

/// Of an account that is changed, what nobody types anew.
void TestOwnConnectionSetup::storedSecretsStay()
{
    Account alice = SetupHarness::account(QStringLiteral("alice"), QStringLiteral("Alice"),
                                          QStringLiteral("alice@example.org"));
    alice.server.clientCertificate = locked();
    alice.server.proxy = {Kind::HttpConnect, QStringLiteral("proxy.example.org"), 3128,
                          QStringLiteral("hatter")};
    alice.passPhrasePlace = SecretPlace::Keychain;
    alice.proxyPasswordPlace = SecretPlace::Keychain;
    QVERIFY(m_harness->accounts.add(alice));
    m_harness->keychain.put(secretKey(alice), "wonderland");
    m_harness->keychain.put(secretKey(alice, AccountSecret::PassPhrase), "secret");
    m_harness->keychain.put(secretKey(alice, AccountSecret::ProxyPassword), "tea");
    openDetails(alice);
    QTRY_VERIFY(part("passPhrase")->isVisible());
    QCOMPARE(part<QLineEdit>("passPhrase")->placeholderText(),
             part<QLineEdit>("password")->placeholderText());
    QCOMPARE(part<QLineEdit>("proxyPassword")->placeholderText(),
             part<QLineEdit>("password")->placeholderText());
    type("proxyPassword", QStringLiteral("coffee"));
    click("next");
    QTRY_COMPARE(m_harness->submitter.count(), 1);
    QCOMPARE(request().server, alice.server);
    QVERIFY(request().credential.secret.bytes() == "wonderland");
    QVERIFY(request().secrets.passPhrase.bytes() == "secret");
    QVERIFY(request().secrets.proxyPassword.bytes() == "coffee");
    submission()->accept();
    click("next");
    QTRY_COMPARE(m_ready->count(), 1);
    QCOMPARE(*m_harness->accounts.find(alice.id), alice);
    QCOMPARE(m_harness->keychain.bytes(secretKey(alice)), QByteArray("wonderland"));
    QCOMPARE(m_harness->keychain.bytes(secretKey(alice, AccountSecret::PassPhrase)), QByteArray("secret"));
    QCOMPARE(m_harness->keychain.bytes(secretKey(alice, AccountSecret::ProxyPassword)), QByteArray("coffee"));
}

/// A stored secret is for this file, and this proxy, and told to no other.
void TestOwnConnectionSetup::storedSecretsAreForOneAlone()
{
    Account alice = SetupHarness::account(QStringLiteral("alice"), QStringLiteral("Alice"),
                                          QStringLiteral("alice@example.org"));
    alice.server.clientCertificate = locked();
    alice.server.proxy = {Kind::Socks5, QStringLiteral("proxy.example.org"), 1080, QStringLiteral("hatter")};
    alice.passPhrasePlace = SecretPlace::Keychain;
    alice.proxyPasswordPlace = SecretPlace::Keychain;
    QVERIFY(m_harness->accounts.add(alice));
    for (const AccountSecret which : allAccountSecrets)
        m_harness->keychain.put(secretKey(alice, which), "kept");
    openDetails(alice);
    type("certificateFile", put("another.pem", pem({})));
    type("proxyHost", QStringLiteral("evil.example.org"));
    QVERIFY(part<QLineEdit>("proxyPassword")->placeholderText().isEmpty());
    click("next");
    QTRY_COMPARE(m_harness->submitter.count(), 1);
    QVERIFY(request().credential.secret.bytes() == "kept");
    QVERIFY(request().secrets.passPhrase.isEmpty());
    QVERIFY(request().secrets.proxyPassword.isEmpty());
    submission()->accept();
    click("next");
    QTRY_COMPARE(m_ready->count(), 1);
    QTRY_COMPARE(m_harness->keychain.count(), 1);
}

void TestOwnConnectionSetup::externalNeedsNoPassword()
{
    openDetails();
    auto *method = part<QComboBox>("mechanism");
    method->setFocus();
    while (method->currentText() != u"EXTERNAL")
        QTest::keyClick(method, Qt::Key_Down);
    QVERIFY(!part("password")->isEnabled());
    QVERIFY(!part<QLabel>("passwordNote")->text().isEmpty());
    type("certificateFile", put("own.pem", pem({})));
    click("next");
    QCOMPARE(m_harness->submitter.count(), 1);
    QCOMPARE(int(request().credential.kind), int(Credential::Kind::Certificate));
    QCOMPARE(request().credential.userName, QStringLiteral("alice@example.org"));
}

void TestOwnConnectionSetup::noLongerUsedTheyGo()
{
    Account alice = SetupHarness::account(QStringLiteral("alice"), QStringLiteral("Alice"),
                                          QStringLiteral("alice@example.org"));
    alice.server.clientCertificate = locked();
    alice.server.proxy = {Kind::Socks5, QStringLiteral("proxy.example.org"), 1080, QStringLiteral("hatter")};
    alice.passPhrasePlace = SecretPlace::Keychain;
    alice.proxyPasswordPlace = SecretPlace::Keychain;
    QVERIFY(m_harness->accounts.add(alice));
    for (const AccountSecret which : allAccountSecrets)
        m_harness->keychain.put(secretKey(alice, which), "kept");
    openDetails(alice);
    press("removeCertificate");
    chooseProxy(Kind::None);
    click("next");
    QTRY_COMPARE(m_harness->submitter.count(), 1);
    QVERIFY(request().secrets.passPhrase.isEmpty());
    QVERIFY(request().secrets.proxyPassword.isEmpty());
    submission()->accept();
    click("next");
    QTRY_COMPARE(m_ready->count(), 1);
    QTRY_COMPARE(m_harness->keychain.count(), 1);
    QVERIFY(m_harness->keychain.contains(secretKey(alice)));
    const Account stored = *m_harness->accounts.find(alice.id);
    QCOMPARE(stored.passPhrasePlace, SecretPlace::None);
    QCOMPARE(stored.proxyPasswordPlace, SecretPlace::None);
    QVERIFY(stored.server.proxy.kind == Kind::None);
}

void TestOwnConnectionSetup::whatIsWrongIsShown_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("value");
    QTest::newRow("no proxy's name") << QByteArray("proxyHost") << QString();
    QTest::newRow("no such name") << QByteArray("proxyHost") << QStringLiteral("http://proxy");
    QTest::newRow("EXTERNAL without a certificate") << QByteArray("certificateFile") << QString();
}

void TestOwnConnectionSetup::whatIsWrongIsShown()
{
    QFETCH(const QByteArray, field);
    QFETCH(const QString, value);
    openDetails();
    type("password", QStringLiteral("wonderland"));
    if (field == "certificateFile") {
        auto *method = part<QComboBox>("mechanism");
        method->setCurrentIndex(method->findText(QStringLiteral("EXTERNAL")));
    } else {
        chooseProxy(Kind::Socks5);
        type(field.constData(), value);
    }
    click("next");
    QCOMPARE(m_harness->submitter.count(), 0);
    QVERIFY(part(field.constData())->hasFocus());
    QVERIFY(!part<QLabel>("serverNote")->text().isEmpty());
}

/// What nobody can be shown is not stored.
void TestOwnConnectionSetup::neitherInClear()
{
    openDetails();
    type("certificateFile", put("own.pem", pem({})));
    auto *security = part<QComboBox>("security");
    security->setFocus();
    while (security->currentIndex() != security->count() - 1)
        QTest::keyClick(security, Qt::Key_Down);
    QVERIFY(!part("certificateFile")->isEnabled());
    QVERIFY(part("proxy")->isEnabled());
    press("clearAccepted");
    click("next");
    QCOMPARE(m_harness->submitter.count(), 1);
    QVERIFY(request().server.clientCertificate.isEmpty());
}

void TestOwnConnectionSetup::remedyLeadsToTheSettings_data()
{
    QTest::addColumn<int>("problem");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("wanted") << int(Problem::ClientCertificateNeeded) << QByteArray("certificateFile");
    QTest::newRow("unusable") << int(Problem::ClientCertificateUnusable) << QByteArray("certificateFile");
    QTest::newRow("the proxy's password") << int(Problem::ProxyAuthenticationRequired) << QByteArray("proxy");
    QTest::newRow("the proxy is gone") << int(Problem::ProxyUnreachable) << QByteArray("proxy");
}

void TestOwnConnectionSetup::remedyLeadsToTheSettings()
{
    QFETCH(const int, problem);
    QFETCH(const QByteArray, field);
    openDetails();
    press("foldMore");
    QVERIFY(!part("proxy")->isVisible());
    type("password", QStringLiteral("wonderland"));
    press("foldMore");
    chooseProxy(Kind::Socks5);
    type("proxyHost", QStringLiteral("proxy.example.org"));
    press("foldMore");
    QVERIFY(part<QLabel>("moreSummary")->text().contains(u"proxy.example.org"));
    click("next");
    SubmissionError error;
    error.problem = Problem(problem);
    error.stage = Stage::Connect;
    submission()->fail(error);
    press("remedy");
    QVERIFY(part(field.constData())->hasFocus());
}

QTEST_MAIN(TestOwnConnectionSetup)
#include "tst_ownconnectionsetup.moc"
