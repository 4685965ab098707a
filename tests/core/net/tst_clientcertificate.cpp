// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/ClientCertificate.h"
#include "core/net/ClientCertificateFile.h"
#include "core/net/X509Forms.h"
#include "tests/core/net/TlsPair.h"
#include "tests/core/net/TransportWatch.h"
#include "tests/fakes/TlsPeerServer.h"

#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTimer>

#include <openssl/pem.h>
#include <openssl/pkcs12.h>

using namespace pennypost;
using Error = ClientCertificateError;
using Kind = TransportError::Kind;
using Asks = TlsPeer::Wishes::ClientCertificate;
Q_DECLARE_METATYPE(TransportError::Kind)

namespace {

QByteArray pemOf(const TestIdentity &identity, const QByteArray &passPhrase = {})
{
    return identity.certificate.toPem() + identity.key.toPem(passPhrase);
}

QByteArray pkcs12Of(const TestIdentity &identity, const char *passPhrase, int rounds = 0)
{
    const QByteArray pem = identity.key.toPem();
    const BioHandle bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    const KeyHandle key(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
    const X509Handle certificate = opensslCertificate(identity.certificate);
    PKCS12 *archive =
        PKCS12_create(passPhrase, "someone", key.get(), certificate.get(), nullptr, 0, 0, rounds, 0, 0);
    unsigned char *der = nullptr;
    const int size = i2d_PKCS12(archive, &der);
    QByteArray made(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    PKCS12_free(archive);
    return made;
}

ClientCertificate::Made readNow(const QByteArray &file, const QByteArray &passPhrase = {})
{
    return ClientCertificate::read(file, Secret(QByteArray(passPhrase)), QDateTime::currentDateTimeUtc());
}

std::shared_ptr<const ClientCertificate> certificateOf(const TestIdentity &identity)
{
    auto made = readNow(pemOf(identity));
    return made ? *made : nullptr;
}

} // namespace

class TestClientCertificate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read_data();
    void read();
    void unreadable_data();
    void unreadable();
    void files_data();
    void files();
    void filesAreReadElsewhere();
    void filesAreReadAnew();
    void shown_data();
    void shown();
    void wanted_data();
    void wanted();
};

void TestClientCertificate::read_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("passPhrase");
    QTest::addColumn<QByteArray>("sha256");
    const TestCertificates &certificates = TestCertificates::shared();
    const TestIdentity own = certificates.forClients();
    const QByteArray hash = own.sha256();
    QTest::newRow("PEM") << pemOf(own) << QByteArray() << hash;
    QTest::newRow("PEM, key first") << own.key.toPem() + own.certificate.toPem() << QByteArray() << hash;
    QTest::newRow("PEM, needless pass phrase") << pemOf(own) << QByteArray("secret") << hash;
    QTest::newRow("PEM with pass phrase") << pemOf(own, "secret") << QByteArray("secret") << hash;
    QTest::newRow("PEM with its authority")
        << pemOf(own) + certificates.authority().toPem() << QByteArray() << hash;
    QTest::newRow("PEM behind its authority")
        << certificates.authority().toPem() + pemOf(own) << QByteArray() << hash;
    QTest::newRow("PEM with words around it") << "Bag Attributes\n" + pemOf(own) << QByteArray() << hash;
    QTest::newRow("PKCS#12") << pkcs12Of(own, "secret") << QByteArray("secret") << hash;
    QTest::newRow("PKCS#12, Ünïcode") << pkcs12Of(own, "sécret") << QByteArray("sécret") << hash;
    QTest::newRow("PKCS#12, empty pass phrase") << pkcs12Of(own, "") << QByteArray() << hash;
    QTest::newRow("PKCS#12, no pass phrase") << pkcs12Of(own, nullptr) << QByteArray() << hash;
}

void TestClientCertificate::read()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, passPhrase);
    QFETCH(QByteArray, sha256);
    const auto made = readNow(file, passPhrase);
    QVERIFY(made);
    QCOMPARE((*made)->sha256(), sha256);
    QCOMPARE((*made)->subject(), QStringLiteral("someone"));
    QVERIFY((*made)->notAfter() > QDateTime::currentDateTimeUtc());
}

void TestClientCertificate::unreadable_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("passPhrase");
    QTest::addColumn<int>("error");
    const TestCertificates &certificates = TestCertificates::shared();
    const TestIdentity own = certificates.forClients(), other = certificates.forClients();
    const auto row = [](const char *title, const QByteArray &file, const char *passPhrase, Error error) {
        QTest::newRow(title) << file << QByteArray(passPhrase) << int(error);
    };
    row("empty", {}, "", Error::Unreadable);
    row("a letter", "Dear all,\r\n", "", Error::Unreadable);
    row("PEM of nothing we know", "-----BEGIN POEM-----\nAAAA\n-----END POEM-----\n", "", Error::Unreadable);
    row("PEM, key alone", own.key.toPem(), "", Error::Unreadable);
    row("PEM, certificate alone", own.certificate.toPem(), "", Error::NoKey);
    row("PEM, another's key", own.certificate.toPem() + other.key.toPem(), "", Error::NoKey);
    row("PEM, no pass phrase", pemOf(own, "secret"), "", Error::WrongPassPhrase);
    row("PEM, wrong pass phrase", pemOf(own, "secret"), "guess", Error::WrongPassPhrase);
    row("PEM, cut off", pemOf(own).first(200), "", Error::Unreadable);
    row("PKCS#12, no pass phrase", pkcs12Of(own, "secret"), "", Error::WrongPassPhrase);
    row("PKCS#12, wrong pass phrase", pkcs12Of(own, "secret"), "guess", Error::WrongPassPhrase);
    row("PKCS#12, cut off", pkcs12Of(own, "secret").first(100), "secret", Error::Unreadable);
    row("expired", pemOf(certificates.expiredForClients()), "", Error::Expired);
    row("expired, PKCS#12", pkcs12Of(certificates.expiredForClients(), "x"), "x", Error::Expired);
    row("not yet valid", pemOf(certificates.notYetValid()), "", Error::Expired);
    row("1,024 bits", pemOf(certificates.shortKey()), "", Error::Weak);
}

void TestClientCertificate::unreadable()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, passPhrase);
    QFETCH(int, error);
    const auto made = readNow(file, passPhrase);
    QVERIFY(!made);
    QCOMPARE(int(made.error()), error);
}

void TestClientCertificate::files_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("error");
    const TestIdentity own = TestCertificates::shared().forClients();
    const QString usual = QStringLiteral("Zertifikät.pem");
    const auto row = [](const char *title, const QByteArray &contents, const QString &name, int error) {
        QTest::newRow(title) << contents << name << error;
    };
    row("good", pemOf(own, "secret"), usual, -1);
    row("a letter", "Dear all,\r\n", usual, int(Error::Unreadable));
    row("no such file", {}, QStringLiteral("gone.pem"), int(Error::FileMissing));
    row("a folder", {}, QStringLiteral("."), int(Error::FileUnreadable));
    row("no certificate, whatever it is", QByteArray(2 << 20, 'x'), usual, int(Error::FileUnreadable));
    row("another pass phrase", pemOf(own, "other"), usual, int(Error::WrongPassPhrase));
}

void TestClientCertificate::files()
{
    QFETCH(const QByteArray, contents);
    QFETCH(const QString, name);
    QFETCH(const int, error);
    const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    if (!contents.isEmpty()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(contents), contents.size());
    }
    const Secret secret(QByteArray("secret"));
    ClientCertificateFiles files;
    for (const bool elsewhere : {false, true}) {
        std::optional<ClientCertificateRead> got;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        if (elsewhere)
            files.read(path, secret, now, this, [&got](const ClientCertificateRead &read) { got = read; });
        else
            got = readClientCertificate(path, secret, now);
        QCOMPARE(got.has_value(), !elsewhere);
        QTRY_VERIFY(got);
        QCOMPARE(*got ? -1 : int(got->error().kind), error);
        if (*got)
            QCOMPARE((**got)->subject(), QStringLiteral("someone"));
    }
}

/// A key that takes its time is made while others go on.
void TestClientCertificate::filesAreReadElsewhere()
{
    const TestIdentity own = TestCertificates::shared().forClients();
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(pkcs12Of(own, "secret", 400'000));
    file.close();
    ClientCertificateFiles files;
    std::optional<ClientCertificateRead> got;
    int turns = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&turns] { ++turns; });
    timer.start(0);
    files.read(file.fileName(), Secret(QByteArray("secret")), QDateTime::currentDateTimeUtc(), this,
               [&got](const ClientCertificateRead &read) { got = read; });
    QTRY_VERIFY_WITH_TIMEOUT(got, 30'000);
    QVERIFY(*got);
    QCOMPARE((**got)->sha256(), own.sha256());
    QVERIFY2(turns > 10, QByteArray::number(turns));
    // Who is gone hears nothing.
    bool told = false;
    {
        QObject gone;
        files.read(file.fileName(), Secret(QByteArray("secret")), QDateTime::currentDateTimeUtc(), &gone,
                   [&told](const ClientCertificateRead &) { told = true; });
    }
    got.reset();
    files.read(file.fileName(), Secret(QByteArray("secret")), QDateTime::currentDateTimeUtc(), this,
               [&got](const ClientCertificateRead &read) { got = read; });
    QTRY_VERIFY_WITH_TIMEOUT(got, 30'000);
    QVERIFY(!told);
}

void TestClientCertificate::filesAreReadAnew()
{
    const TestIdentity own = TestCertificates::shared().forClients();
    const TestIdentity renewed = TestCertificates::shared().forClients();
    QTemporaryFile file;
    QVERIFY(file.open());
    const auto put = [&file](const QByteArray &contents) {
        file.seek(0);
        file.resize(0);
        file.write(contents);
        file.flush();
    };
    ClientCertificateFiles files;
    const auto read = [&](const QByteArray &passPhrase, const QDateTime &now) {
        std::optional<ClientCertificateRead> got;
        files.read(file.fileName(), Secret(QByteArray(passPhrase)), now, this,
                   [&got](const ClientCertificateRead &answer) { got = answer; });
        (void)QTest::qWaitFor([&got] { return got.has_value(); }, 30'000);
        return got.value_or(Failure{ClientCertificateFailure{}});
    };
    const QDateTime now = QDateTime::currentDateTimeUtc();
    put(pemOf(own, "secret"));
    const auto first = read("secret", now), again = read("secret", now);
    QVERIFY(first && again);
    QCOMPARE((*again).get(), (*first).get()); // remembered
    // But for the very same octets, opened with the very same pass phrase, in its time.
    const auto guessed = read("guess", now);
    QCOMPARE(int(guessed.error().kind), int(Error::WrongPassPhrase));
    const auto late = read("secret", now.addYears(200));
    QCOMPARE(int(late.error().kind), int(Error::Expired));
    put(pemOf(renewed, "secret"));
    const auto other = read("secret", now);
    QVERIFY(other);
    QCOMPARE((*other)->sha256(), renewed.sha256());
    QVERIFY((*other)->sha256() != (*first)->sha256());
}

void TestClientCertificate::shown_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<Asks>("asks");
    QTest::addColumn<bool>("have");
    for (const int version : {0x0303, 0x0304}) {
        for (const bool have : {false, true}) {
            const auto row = [&](const char *title, Asks asks) {
                QTest::addRow("TLS 1.%d, %s, %s", version - 0x0301, title, have ? "there" : "none")
                    << version << asks << have;
            };
            row("not asked", Asks::NotAsked);
            row("asked", Asks::Asked);
        }
    }
}

void TestClientCertificate::shown()
{
    QFETCH(int, version);
    QFETCH(Asks, asks);
    QFETCH(bool, have);
    const TestIdentity own = TestCertificates::shared().forClients();
    TlsPeerServer server({.version = version, .client = asks});
    server.start();
    Endpoint endpoint{
        QStringLiteral("localhost"), server.serverPort(), {{}, TestCertificates::shared().caFile()}};
    if (have)
        endpoint.clientCertificate = certificateOf(own);
    TlsTransport transport;
    TransportWatch watch(transport);
    QVERIFY(!transport.clientCertificateSent());
    transport.open(endpoint, Transport::Start::Tls);
    QTRY_COMPARE(watch.received, QByteArray("220 inside\r\n"));
    const bool sent = have && asks != Asks::NotAsked;
    QCOMPARE(transport.clientCertificateSent(), sent);
    QCOMPARE(server.clientSha256(), sent ? own.sha256() : QByteArray());
}

void TestClientCertificate::wanted_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("TLS 1.2") << 0x0303;
    QTest::newRow("TLS 1.3") << 0x0304;
}

void TestClientCertificate::wanted()
{
    QFETCH(int, version);
    TlsPair none({.version = version, .client = Asks::Demanded});
    none.shake();
    QCOMPARE(int(none.engine->state()), int(TlsEngine::State::Failed));
    QCOMPARE(int(none.engine->error().kind), int(Kind::ClientCertificateWanted));
    QVERIFY(none.engine->error().peerAlerted);

    TlsPair refused({.version = version, .client = Asks::Refused}, QStringLiteral("localhost"),
                    {{}, TestCertificates::shared().caFile()},
                    certificateOf(TestCertificates::shared().forClients()));
    refused.shake();
    QCOMPARE(int(refused.engine->state()), int(TlsEngine::State::Failed));
    QCOMPARE(int(refused.engine->error().kind), int(Kind::ClientCertificateRefused));

    TlsPair welcome({.version = version, .client = Asks::Demanded}, QStringLiteral("localhost"),
                    {{}, TestCertificates::shared().caFile()},
                    certificateOf(TestCertificates::shared().forClients()));
    welcome.shake();
    QVERIFY(welcome.isUp());
    QVERIFY(welcome.engine->hasShownCertificate());
}

QTEST_GUILESS_MAIN(TestClientCertificate)
#include "tst_clientcertificate.moc"
