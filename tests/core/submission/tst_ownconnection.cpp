// SPDX-License-Identifier: GPL-3.0-or-later
// What an account's settings may say of its connections beside the server: a certificate of the person's own,
// and a proxy. Real ones, over the loopback interface.
#include "core/base/Clock.h"
#include "core/submission/SmtpSubmitter.h"
#include "tests/core/submission/SubmitterRig.h"
#include "tests/fakes/FakeProxy.h"
#include "tests/fakes/TlsPeerServer.h"

#include <QTemporaryFile>
#include <QTest>

using namespace pennypost;
using Security = ServerSettings::Security;
using Error = ClientCertificateError;

namespace {

const QString mail = QStringLiteral("mail.example.org");

QByteArray pemOf(const TestIdentity &identity, const QByteArray &passPhrase = {})
{
    return identity.certificate.toPem() + identity.key.toPem(passPhrase);
}

/// A file that a person chose.
class ChosenFile
{
public:
    explicit ChosenFile(const QByteArray &contents)
    {
        if (m_file.open())
            put(contents);
    }
    void put(const QByteArray &contents)
    {
        m_file.resize(0);
        m_file.seek(0);
        m_file.write(contents);
        m_file.flush();
    }
    QString name() const { return m_file.fileName(); }

private:
    QTemporaryFile m_file;
};

/// A server that knows people by their certificates alone.
void scriptExternal(ScriptedServer &server, Security security, const QByteArray &auth)
{
    server.setIdentity(TestCertificates::shared().good());
    server.demandCertificate();
    if (security == Security::StartTls) {
        server.say("220 hello\r\n").expect("EHLO").say("250-localhost\r\n250 STARTTLS\r\n");
        server.expect("STARTTLS").say("220 go\r\n").startTls();
    } else {
        server.setImplicitTls(TestCertificates::shared().good());
        server.say("220 hello\r\n");
    }
    server.expect("EHLO").say("250-localhost\r\n250-AUTH PLAIN EXTERNAL\r\n250 8BITMIME\r\n");
    server.expect(auth).say("235 2.7.0 welcome\r\n");
    for (int letters = 0; letters < 2; ++letters) {
        server.expect("MAIL FROM").say("250 ok\r\n").expect("RCPT TO").say("250 ok\r\n");
        server.expect("DATA").say("354 go\r\n").takeLetter().say("250 2.0.0 queued\r\n");
    }
}

SubmissionRequest externalTo(const ScriptedServer &server, Security security, const QString &certificate,
                             const QByteArray &passPhrase)
{
    SubmissionRequest request = requestTo(server, security, FakeMimeSource::generated(1000));
    request.server.clientCertificate = certificate;
    request.secrets.passPhrase = Secret(QByteArray(passPhrase));
    request.credential = {Credential::Kind::Certificate, request.server.userName, {}};
    return request;
}

} // namespace

Q_DECLARE_METATYPE(ServerSettings::Security)

class TestOwnConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void external_data();
    void external();
    void certificateIsNotShared();
    void unusable_data();
    void unusable();
    void cancelledWhileReading();
    void demanded();
    void proxy_data();
    void proxy();
    void proxyWantsAnother_data();
    void proxyWantsAnother();

private:
    SystemClock m_clock;
};

void TestOwnConnection::external_data()
{
    QTest::addColumn<Security>("security");
    QTest::addColumn<QByteArray>("passPhrase");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("mechanism");
    QTest::addColumn<QByteArray>("auth");
    for (const Security security : {Security::Tls, Security::StartTls}) {
        const char *how = security == Security::Tls ? "TLS" : "STARTTLS";
        QTest::addRow("%s, by name", how) << security << QByteArray("secret") << QStringLiteral("alice")
                                          << QByteArray() << QByteArray("AUTH EXTERNAL YWxpY2U=");
        QTest::addRow("%s, as the certificate says", how)
            << security << QByteArray() << QString() << QByteArray() << QByteArray("AUTH EXTERNAL =");
        QTest::addRow("%s, chosen by hand", how) << security << QByteArray() << QString()
                                                 << QByteArray("EXTERNAL") << QByteArray("AUTH EXTERNAL =");
    }
}

void TestOwnConnection::external()
{
    QFETCH(const Security, security);
    QFETCH(const QByteArray, passPhrase);
    QFETCH(const QString, user);
    QFETCH(const QByteArray, mechanism);
    QFETCH(const QByteArray, auth);
    const TestIdentity own = TestCertificates::shared().forClients();
    ChosenFile file(pemOf(own, passPhrase));
    ScriptedServer server;
    scriptExternal(server, security, auth);
    server.start();
    SmtpSubmitter submitter(m_clock);
    SubmissionRequest request = externalTo(server, security, file.name(), passPhrase);
    request.server.userName = user;
    request.server.mechanism = mechanism;
    request.credential.userName = user;
    auto submission = submitter.submit(std::move(request));
    Told told(*submission);
    QVERIFY(!told.isOver());
    QTRY_VERIFY_WITH_TIMEOUT(told.isOver(), 30'000);
    QVERIFY2(told.receipt, told.error ? qPrintable(nameOf(told.error->problem)) : "");
    QCOMPARE(told.receipt->mechanism, QByteArray("EXTERNAL"));
    QCOMPARE(server.clientSha256(), QList<QByteArray>{own.sha256()});
    QCOMPARE(server.letterSha256(), sha256Of(*FakeMimeSource::generated(1000)));
    QCOMPARE(server.complaint(), QByteArray());
}

/// A file of the same name that holds another certificate by now is another account, as it were.
void TestOwnConnection::certificateIsNotShared()
{
    const TestIdentity own = TestCertificates::shared().forClients();
    const TestIdentity renewed = TestCertificates::shared().forClients();
    ChosenFile file(pemOf(own));
    ScriptedServer server;
    scriptExternal(server, Security::Tls, "AUTH EXTERNAL");
    server.start();
    SmtpSubmitter submitter(m_clock);
    const auto send = [&] {
        auto submission = submitter.submit(externalTo(server, Security::Tls, file.name(), {}));
        Told told(*submission);
        (void)QTest::qWaitFor([&told] { return told.isOver(); }, 30'000);
        return told.receipt.has_value();
    };
    QVERIFY(send());
    QVERIFY(send()); // over the same session
    QCOMPARE(server.connections(), 1);
    file.put(pemOf(renewed));
    QVERIFY(send());
    QCOMPARE(server.connections(), 2);
    QCOMPARE(server.clientSha256(), (QList<QByteArray>{own.sha256(), renewed.sha256()}));
}

void TestOwnConnection::unusable_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<QByteArray>("passPhrase");
    QTest::addColumn<int>("error");
    const TestCertificates &certificates = TestCertificates::shared();
    const TestIdentity own = certificates.forClients();
    const auto row = [](const char *name, const QByteArray &contents, const char *passPhrase, Error error) {
        QTest::newRow(name) << contents << QByteArray(passPhrase) << int(error);
    };
    row("no certificate", "Dear all,\r\n", "", Error::Unreadable);
    row("no pass phrase", pemOf(own, "secret"), "", Error::WrongPassPhrase);
    row("a wrong pass phrase", pemOf(own, "secret"), "guess", Error::WrongPassPhrase);
    row("no key", own.certificate.toPem(), "", Error::NoKey);
    row("expired", pemOf(certificates.expiredForClients()), "", Error::Expired);
    row("weak", pemOf(certificates.shortKey()), "", Error::Weak);
    row("no file", {}, "", Error::FileMissing);
}

void TestOwnConnection::unusable()
{
    QFETCH(const QByteArray, contents);
    QFETCH(const QByteArray, passPhrase);
    QFETCH(const int, error);
    ChosenFile file(contents);
    const QString name = contents.isEmpty() ? file.name() + QStringLiteral(".gone") : file.name();
    ScriptedServer server;
    scriptExternal(server, Security::Tls, "AUTH EXTERNAL");
    server.start();
    SmtpSubmitter submitter(m_clock);
    auto submission = submitter.submit(externalTo(server, Security::Tls, name, passPhrase));
    Told told(*submission);
    QTRY_VERIFY_WITH_TIMEOUT(told.isOver(), 30'000);
    QVERIFY(told.error);
    QCOMPARE(told.error->problem, Problem::ClientCertificateUnusable);
    QCOMPARE(told.error->stage, Stage::Preparing);
    QVERIFY(told.error->ownCertificate);
    QCOMPARE(int(*told.error->ownCertificate), error);
    QVERIFY(told.error->detail.startsWith(name));
    QVERIFY(!told.error->detail.contains(QLatin1StringView("guess")));
    QCOMPARE(told.ends, 1);
    QCOMPARE(server.connections(), 0); // nobody was asked
}

void TestOwnConnection::cancelledWhileReading()
{
    ChosenFile file(pemOf(TestCertificates::shared().forClients(), "secret"));
    ScriptedServer server;
    scriptExternal(server, Security::Tls, "AUTH EXTERNAL");
    server.start();
    SmtpSubmitter submitter(m_clock);
    auto submission = submitter.submit(externalTo(server, Security::Tls, file.name(), "secret"));
    Told told(*submission);
    submission->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(told.isOver(), 30'000);
    QVERIFY(told.error);
    QCOMPARE(told.error->problem, Problem::Cancelled);
    QCOMPARE(told.ends, 1);
}

/// Without one in the settings.
void TestOwnConnection::demanded()
{
    TlsPeerServer server({.client = TlsPeer::Wishes::ClientCertificate::Demanded});
    server.start();
    SmtpSubmitter submitter(m_clock);
    SubmissionRequest request;
    request.server.host = QStringLiteral("localhost");
    request.server.port = server.serverPort();
    request.server.caFile = TestCertificates::shared().caFile();
    auto submission = submitter.submit(std::move(request));
    Told told(*submission);
    QTRY_VERIFY_WITH_TIMEOUT(told.isOver(), 30'000);
    QVERIFY(told.error);
    QCOMPARE(told.error->problem, Problem::ClientCertificateNeeded);
}

void TestOwnConnection::proxy_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("user");
    QTest::addColumn<Security>("security");
    for (const auto kind : {ProxySettings::Kind::Socks5, ProxySettings::Kind::HttpConnect}) {
        const char *name = kind == ProxySettings::Kind::Socks5 ? "SOCKS" : "HTTP";
        QTest::addRow("%s", name) << int(kind) << QString() << Security::Tls;
        QTest::addRow("%s, STARTTLS", name) << int(kind) << QString() << Security::StartTls;
        QTest::addRow("%s, signed in", name) << int(kind) << QStringLiteral("hatter") << Security::Tls;
    }
}

void TestOwnConnection::proxy()
{
    QFETCH(const int, kind);
    QFETCH(const QString, user);
    QFETCH(const Security, security);
    ScriptedServer server;
    scriptHonest(server, security);
    server.setIdentity(TestCertificates::shared().named({mail}));
    server.start();
    FakeProxy proxy;
    proxy.setServer(server.serverPort());
    if (!user.isEmpty())
        proxy.setSignIn(user.toUtf8(), "tea at six");
    proxy.start();
    SmtpSubmitter submitter(m_clock);
    SubmissionRequest request = requestTo(server, security, FakeMimeSource::generated(1000));
    request.server.host = mail; // known to the proxy alone
    request.server.port = 465;
    request.server.proxy = {ProxySettings::Kind(kind), QStringLiteral("127.0.0.1"), proxy.serverPort(), user};
    request.secrets.proxyPassword = Secret(QByteArray("tea at six"));
    auto submission = submitter.submit(std::move(request));
    Told told(*submission);
    QTRY_VERIFY_WITH_TIMEOUT(told.isOver(), 30'000);
    QVERIFY2(told.receipt, told.error ? qPrintable(nameOf(told.error->problem)) : "");
    QCOMPARE(proxy.wanted(), QByteArrayList{"mail.example.org:465"});
    QCOMPARE(server.letterSha256(), sha256Of(*FakeMimeSource::generated(1000)));
}

void TestOwnConnection::proxyWantsAnother_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("password");
    QTest::newRow("SOCKS") << int(ProxySettings::Kind::Socks5) << QByteArray("coffee");
    QTest::newRow("HTTP") << int(ProxySettings::Kind::HttpConnect) << QByteArray("coffee");
    QTest::newRow("HTTP, none") << int(ProxySettings::Kind::HttpConnect) << QByteArray();
}

void TestOwnConnection::proxyWantsAnother()
{
    QFETCH(const int, kind);
    QFETCH(const QByteArray, password);
    FakeProxy proxy;
    proxy.setSignIn("hatter", "tea at six");
    proxy.start();
    SmtpSubmitter submitter(m_clock);
    SubmissionRequest request;
    request.server.host = mail;
    request.server.proxy = {ProxySettings::Kind(kind), QStringLiteral("127.0.0.1"), proxy.serverPort(),
                            QStringLiteral("hatter")};
    request.secrets.proxyPassword = Secret(QByteArray(password));
    auto submission = submitter.submit(std::move(request));
    Told told(*submission);
    QTRY_VERIFY_WITH_TIMEOUT(told.isOver(), 30'000);
    QVERIFY(told.error);
    QCOMPARE(told.error->problem, Problem::ProxyAuthenticationRequired);
    QVERIFY(!told.error->detail.contains(QLatin1StringView("coffee")));
    QVERIFY(proxy.wanted().isEmpty());
}

QTEST_GUILESS_MAIN(TestOwnConnection)
#include "tst_ownconnection.moc"
