// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/setup/SetupTour.h"

#include "tests/fakes/TestCertificates.h"
#include "tests/ui/setup/SetupHarness.h"
#include "ui/setup/AccountAssistant.h"
#include "ui/setup/AccountsDialog.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTest>

namespace pennypost {

namespace {

void press(QWidget &window, const char *name)
{
    window.findChild<QAbstractButton *>(QLatin1StringView(name))->click();
}

void type(QWidget &window, const char *name, const QString &text)
{
    window.findChild<QLineEdit *>(QLatin1StringView(name))->setText(text);
}

SubmissionProgress progressAt(Stage stage)
{
    SubmissionProgress progress;
    progress.stage = stage;
    progress.address = QStringLiteral("192.0.2.25");
    if (stage > Stage::Encrypt) {
        progress.tls.protocol = QStringLiteral("TLSv1.3");
        progress.tls.cipher = QStringLiteral("TLS_AES_256_GCM_SHA384");
    }
    if (stage >= Stage::Hello)
        progress.serverName = QStringLiteral("mx.example.org");
    return progress;
}

/// The submission that a press or a failure brings about, after `seen` others.
FakeSubmission &following(const SetupHarness &harness, qsizetype &seen)
{
    const FakeSubmitter &submitter = harness.submitter;
    if (!QTest::qWaitFor([&] { return submitter.count() > seen && submitter.last(); }))
        qFatal("nothing is tested");
    seen = submitter.count();
    return *submitter.last();
}

} // namespace

void SetupTour::assistant()
{
    SetupHarness harness;
    qsizetype seen = 0;
    auto *window = new AccountAssistant(harness.services);
    window->show();
    m_visit(*window, QStringLiteral("01-choice"));
    press(*window, "ownAccount");
    m_visit(*window, QStringLiteral("02-details-empty"));
    type(*window, "name", QStringLiteral("Alice Liddell"));
    type(*window, "address", QStringLiteral("alice@gmail.com"));
    type(*window, "password", QStringLiteral("wonderland"));
    QTest::qWait(300);
    m_visit(*window, QStringLiteral("03-details-gmail"));
    press(*window, "fold");
    m_visit(*window, QStringLiteral("03-details-gmail-server"));
    press(*window, "fold");
    type(*window, "address", QStringLiteral("alice@outlook.com"));
    QTest::qWait(300);
    m_visit(*window, QStringLiteral("04-details-oauth"));
    type(*window, "address", QStringLiteral("alice@example.org"));
    QTest::qWait(300);
    press(*window, "fold");
    m_visit(*window, QStringLiteral("05-details-server"));
    auto *security = window->findChild<QComboBox *>(QStringLiteral("security"));
    type(*window, "password", QStringLiteral("wonderland"));
    type(*window, "address", QStringLiteral("alice@"));
    press(*window, "next");
    m_visit(*window, QStringLiteral("06-details-wrong"));
    type(*window, "address", QStringLiteral("alice@example.org"));
    press(*window, "next");
    FakeSubmission &submission = following(harness, seen);
    submission.report(progressAt(Stage::Encrypt));
    m_visit(*window, QStringLiteral("07-test-running"));
    SubmissionError error;
    error.problem = Problem::ConnectionRefused;
    error.stage = Stage::Connect;
    submission.fail(error);
    following(harness, seen).fail(error);
    error.problem = Problem::HostNotFound;
    error.stage = Stage::Lookup;
    following(harness, seen).fail(error);
    m_visit(*window, QStringLiteral("08-test-refused"));
    press(*window, "remedy");
    following(harness, seen).report(progressAt(Stage::Encrypt));
    error.problem = Problem::CertificateUntrusted;
    error.stage = Stage::Encrypt;
    error.certificate = SetupHarness::certificate();
    harness.submitter.last()->fail(error);
    m_visit(*window, QStringLiteral("09-test-untrusted"));
    press(*window, "remedy");
    m_visit(*window, QStringLiteral("10-test-certificate"));
    press(*window, "trust");
    following(harness, seen).report(progressAt(Stage::Authenticate));
    error = {};
    error.problem = Problem::WrongPassword;
    error.stage = Stage::Authenticate;
    error.reply =
        Reply{535, EnhancedStatus{5, 7, 8}, {"5.7.8 Error: authentication failed: no such user or password"}};
    harness.submitter.last()->fail(error);
    m_visit(*window, QStringLiteral("11-test-password"));
    press(*window, "remedy");
    m_visit(*window, QStringLiteral("12-details-again"));
    press(*window, "next");
    following(harness, seen).report(progressAt(Stage::Authenticate));
    harness.submitter.last()->accept();
    m_visit(*window, QStringLiteral("13-test-passed"));
    harness.keychain.writeError =
        SecretError{SecretError::Kind::NoKeychain, QStringLiteral("No such service")};
    press(*window, "next");
    m_visit(*window, QStringLiteral("14-no-keychain"));
    press(*window, "back");
    security->setCurrentIndex(2);
    Q_EMIT security->activated(2);
    m_visit(*window, QStringLiteral("15-details-clear"));
    window->close();

    Account alice = SetupHarness::account(QStringLiteral("alice"), QStringLiteral("Alice Liddell"),
                                          QStringLiteral("alice@example.org"));
    alice.server.pinnedSha256 = SetupHarness::certificate().sha256;
    alice.server.caFile = QStringLiteral("/etc/ssl/certs/example-home-ca.pem");
    window = new AccountAssistant(harness.services, alice);
    window->show();
    press(*window, "fold");
    m_visit(*window, QStringLiteral("16-edit-authorities"));
    window->close();

    const TestIdentity own = TestCertificates::shared().forClients();
    QFile file(harness.folder.filePath(QStringLiteral("alice.pem")));
    if (!file.open(QIODevice::WriteOnly) || file.write(own.certificate.toPem() + own.key.toPem("secret")) < 0)
        qFatal("cannot write");
    file.close();
    alice.server.pinnedSha256.clear();
    alice.server.caFile.clear();
    alice.server.clientCertificate = file.fileName();
    alice.server.proxy = {ProxySettings::Kind::Socks5, QStringLiteral("proxy.example.org"), 1080,
                          QStringLiteral("alice")};
    window = new AccountAssistant(harness.services, alice);
    window->show();
    press(*window, "fold");
    m_visit(*window, QStringLiteral("16-edit-more"));
    press(*window, "foldMore");
    (void)QTest::qWaitFor(
        [&] { return !window->findChild<QLabel *>(QStringLiteral("certificateNote"))->text().isEmpty(); });
    m_visit(*window, QStringLiteral("17-edit-certificate-locked"));
    auto *phrase = window->findChild<QLineEdit *>(QStringLiteral("passPhrase"));
    phrase->setFocus();
    QTest::keyClicks(phrase, QStringLiteral("secret"));
    (void)QTest::qWaitFor([&] {
        return window->findChild<QLabel *>(QStringLiteral("certificateNote"))->text().contains(u"someone");
    });
    m_visit(*window, QStringLiteral("18-edit-certificate-and-proxy"));
    window->findChild<QLineEdit *>(QStringLiteral("proxyPassword"))->setFocus();
    m_visit(*window, QStringLiteral("19-edit-proxy"));
    window->close();
}

void SetupTour::dialog()
{
    SetupHarness harness;
    qsizetype seen = 0;
    auto *window = new AccountsDialog(harness.services);
    window->show();
    m_visit(*window, QStringLiteral("20-accounts-empty"));
    Account alice = SetupHarness::account(QStringLiteral("alice"), QStringLiteral("Alice Liddell"),
                                          QStringLiteral("alice@example.org"));
    Account bob = SetupHarness::account(QStringLiteral("bob"), QStringLiteral("Bob Ünal (Büro)"),
                                        QStringLiteral("bob.uenal@a-rather-long-name-of-a-company.example"));
    Account practice = SetupHarness::account(QStringLiteral("practice"), QStringLiteral("Practice"),
                                             QStringLiteral("practice@localhost"));
    practice.practice = true;
    for (const Account &account : {alice, bob, practice})
        if (!harness.accounts.add(account))
            qFatal("cannot store");
    harness.keychain.put(QStringLiteral("account/alice"), "x");
    window->findChild<QListView *>()->setFocus();
    m_visit(*window, QStringLiteral("21-accounts"));
    press(*window, "remove");
    m_visit(*window, QStringLiteral("22-accounts-remove"));
    press(*window, "test");
    following(harness, seen).report(progressAt(Stage::Authenticate));
    m_visit(*window, QStringLiteral("23-accounts-testing"));
    harness.submitter.last()->fail(Problem::AppPasswordNeeded, Stage::Authenticate);
    m_visit(*window, QStringLiteral("24-accounts-failed"));
    harness.keychain.held = true;
    press(*window, "remove");
    press(*window, "removeYes");
    auto *waiting = window->findChild<QWidget *>(QStringLiteral("waiting"));
    if (!QTest::qWaitFor([waiting] { return waiting->isVisible(); }))
        qFatal("says nothing about waiting");
    m_visit(*window, QStringLiteral("25-accounts-waiting"));
    harness.keychain.held = false;
    harness.keychain.release();
    if (!QTest::qWaitFor([&harness] { return !harness.accounts.find(QStringLiteral("alice")); }))
        qFatal("cannot remove"); // what removes it stands on the harness
    window->close();
}

} // namespace pennypost
