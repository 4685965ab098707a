// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/net/TlsPair.h"

using namespace pennypost;
using Kind = TransportError::Kind;
using Staple = TestCertificates::Staple;
using State = TlsEngine::State;
Q_DECLARE_METATYPE(TransportError::Kind)
Q_DECLARE_METATYPE(pennypost::TestIdentity)

/// Which servers are believed, in memory: so any name can be asked for.
class TestTlsPeerCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepted_data();
    void accepted();
    void refused_data();
    void refused();
    void pins_data();
    void pins();
    void staples_data();
    void staples();
    void versions_data();
    void versions();
    void selfSignedInCaFile();
};

void TestTlsPeerCheck::accepted_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("host");
    const auto row = [](const char *title, const QString &name, const QString &host) {
        QTest::newRow(title) << QStringList{name} << host;
    };
    const auto wildcard = QStringLiteral("*.example.org");
    row("name", QStringLiteral("mail.example.org"), QStringLiteral("mail.example.org"));
    row("name in capitals", QStringLiteral("MAIL.example.org"), QStringLiteral("Mail.Example.ORG."));
    row("wildcard", wildcard, QStringLiteral("mail.example.org"));
    row("A-label", QStringLiteral("xn--bcher-kva.example"), QStringLiteral("bücher.example"));
    row("A-label below a wildcard", wildcard, QStringLiteral("bücher.example.org"));
    row("IPv4", QStringLiteral("192.0.2.1"), QStringLiteral("192.0.2.1"));
    row("IPv6", QStringLiteral("2001:db8::1"), QStringLiteral("[2001:db8:0::1]"));
    row("IPv6 with an interface", QStringLiteral("fe80::1"), QStringLiteral("fe80::1%eth0"));
    QTest::newRow("second name") << QStringList{QStringLiteral("a.example"), QStringLiteral("b.example")}
                                 << QStringLiteral("b.example");
}

void TestTlsPeerCheck::accepted()
{
    QFETCH(QStringList, names);
    QFETCH(QString, host);
    TlsPair pair({.identity = TestCertificates::shared().named(names)}, host);
    pair.shake();
    QVERIFY2(pair.isUp(), qPrintable(pair.engine->error().detail));
    QCOMPARE(pair.engine->session().protocol, QStringLiteral("TLSv1.3"));
    const QStringList shown = pair.engine->session().certificate.names;
    QCOMPARE(QSet<QString>(shown.begin(), shown.end()), QSet<QString>(names.begin(), names.end()));
}

void TestTlsPeerCheck::refused_data()
{
    QTest::addColumn<TestIdentity>("shown");
    QTest::addColumn<QString>("host");
    QTest::addColumn<Kind>("kind");
    const TestCertificates &certificates = TestCertificates::shared();
    const auto local = QStringLiteral("localhost");
    const auto row = [&](const char *title, const TestIdentity &shown, Kind kind) {
        QTest::newRow(title) << shown << local << kind;
    };
    row("expired", certificates.expired(), Kind::CertificateExpired);
    row("not yet valid", certificates.notYetValid(), Kind::CertificateExpired);
    row("self-signed", certificates.selfSigned(), Kind::CertificateUntrusted);
    row("unknown authority", certificates.unknownAuthority(), Kind::CertificateUntrusted);
    row("not for servers", certificates.forClients(), Kind::CertificateUntrusted);
    row("SHA-1", certificates.signedWithSha1(), Kind::CertificateWeak);
    row("1,024 bits", certificates.shortKey(), Kind::CertificateWeak);
    row("common name only", certificates.commonNameOnly(), Kind::CertificateWrongName);

    const auto name = [&](const char *title, const QString &shown, const QString &host) {
        QTest::newRow(title) << certificates.named({shown}) << host << Kind::CertificateWrongName;
    };
    const auto mail = QStringLiteral("mail.example.org"), wildcard = QStringLiteral("*.example.org");
    name("other name", QStringLiteral("smtp.example.org"), mail);
    name("longer name", mail, QStringLiteral("mail.example.org.evil.example"));
    name("name below", QStringLiteral("example.org"), mail);
    name("wildcard, bare domain", wildcard, QStringLiteral("example.org"));
    name("wildcard, two labels", wildcard, QStringLiteral("a.mail.example.org"));
    name("wildcard of a top level", QStringLiteral("*.org"), QStringLiteral("example.org"));
    name("wildcard of everything", QStringLiteral("*"), local);
    name("wildcard within a label", QStringLiteral("m*.example.org"), mail);
    name("wildcard within an A-label", QStringLiteral("xn--*.example.org"),
         QStringLiteral("bücher.example.org"));
    name("wildcard in the middle", QStringLiteral("mail.*.org"), mail);
    name("other IDN", QStringLiteral("xn--bcher-kva.example"), QStringLiteral("büchер.example"));
    name("other IPv4", QStringLiteral("192.0.2.1"), QStringLiteral("192.0.2.2"));
    name("other IPv6", QStringLiteral("2001:db8::1"), QStringLiteral("2001:db8::2"));
    name("IPv4 against a name", mail, QStringLiteral("192.0.2.1"));
    name("name against an IPv4", QStringLiteral("192.0.2.1"), mail);
}

void TestTlsPeerCheck::refused()
{
    QFETCH(TestIdentity, shown);
    QFETCH(QString, host);
    QFETCH(Kind, kind);
    for (const int version : {0x0303, 0x0304}) {
        TlsPair pair({.identity = shown, .version = version}, host);
        pair.shake();
        QCOMPARE(int(pair.engine->state()), int(State::Failed));
        QCOMPARE(int(pair.engine->error().kind), int(kind));
        QCOMPARE(pair.engine->error().certificate, describe(shown.certificate));
        QVERIFY(!pair.engine->isEstablished());
        QVERIFY(!pair.peer.isUp());
        QVERIFY(pair.peer.hasFailed()); // it was told by an alert
        pair.engine->write("secret");
        QVERIFY(pair.engine->takeCipher().isEmpty());
    }
}

void TestTlsPeerCheck::pins_data()
{
    QTest::addColumn<TestIdentity>("pinned");
    QTest::addColumn<TestIdentity>("shown");
    QTest::addColumn<bool>("fits");
    const TestCertificates &certificates = TestCertificates::shared();
    const TestIdentity good = certificates.good(), weak = certificates.shortKey(),
                       self = certificates.selfSigned();
    QTest::newRow("good") << good << good << true;
    QTest::newRow("self-signed") << self << self << true;
    QTest::newRow("weak") << weak << weak << true;
    QTest::newRow("renewed") << good << certificates.good() << false;
    QTest::newRow("renewed, self-signed") << self << certificates.selfSigned() << false;
}

void TestTlsPeerCheck::pins()
{
    QFETCH(TestIdentity, pinned);
    QFETCH(TestIdentity, shown);
    QFETCH(bool, fits);
    TlsPair pair({.identity = shown}, QStringLiteral("mail.example.org"), {pinned.sha256(), {}});
    pair.shake();
    QCOMPARE(pair.isUp(), fits);
    if (!fits) {
        QCOMPARE(int(pair.engine->error().kind), int(Kind::CertificateNotPinned));
        QCOMPARE(pair.engine->error().certificate, describe(shown.certificate));
    }
}

void TestTlsPeerCheck::staples_data()
{
    QTest::addColumn<QByteArray>("staple");
    QTest::addColumn<bool>("revoked");
    QTest::addColumn<TestIdentity>("shown");
    const TestCertificates &certificates = TestCertificates::shared();
    const TestCertificates others;
    const TestIdentity shown = certificates.good();
    const QByteArray revoked = certificates.staple(shown, Staple::Revoked);
    QTest::newRow("none") << QByteArray() << false << shown;
    QTest::newRow("good") << certificates.staple(shown, Staple::Good) << false << shown;
    QTest::newRow("good, of long ago") << certificates.staple(shown, Staple::OldGood) << false << shown;
    QTest::newRow("revoked") << revoked << true << shown;
    QTest::newRow("another one revoked")
        << certificates.staple(certificates.good(), Staple::Revoked) << false << shown;
    QTest::newRow("revoked, says a stranger") << others.staple(shown, Staple::Revoked) << false << shown;
    QTest::newRow("cut off") << revoked.first(revoked.size() / 2) << false << shown;
    QTest::newRow("garbage") << QByteArray("no DER at all") << false << shown;
}

void TestTlsPeerCheck::staples()
{
    QFETCH(QByteArray, staple);
    QFETCH(bool, revoked);
    QFETCH(TestIdentity, shown);
    for (const int version : {0x0303, 0x0304}) {
        TlsPair pair({.identity = shown, .version = version, .staple = staple});
        pair.shake();
        QCOMPARE(pair.isUp(), !revoked);
        if (revoked) {
            QCOMPARE(int(pair.engine->error().kind), int(Kind::CertificateRevoked));
            QVERIFY(!pair.engine->isEstablished());
        }
        // Who pinned it has decided about this very certificate.
        TlsPair pinned({.identity = shown, .version = version, .staple = staple}, QStringLiteral("localhost"),
                       {shown.sha256(), {}});
        pinned.shake();
        QVERIFY(pinned.isUp());
    }
}

void TestTlsPeerCheck::versions_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("name"); // empty: refused
    QTest::newRow("TLS 1.0") << 0x0301 << QString();
    QTest::newRow("TLS 1.1") << 0x0302 << QString();
    QTest::newRow("TLS 1.2") << 0x0303 << QStringLiteral("TLSv1.2");
    QTest::newRow("TLS 1.3") << 0x0304 << QStringLiteral("TLSv1.3");
}

void TestTlsPeerCheck::versions()
{
    QFETCH(int, version);
    QFETCH(QString, name);
    TlsPair pair({.version = version});
    pair.shake();
    if (!name.isEmpty()) {
        QVERIFY(pair.isUp());
        QCOMPARE(pair.engine->session().protocol, name);
    } else {
        QCOMPARE(int(pair.engine->state()), int(State::Failed));
        QCOMPARE(int(pair.engine->error().kind), int(Kind::TlsTooOld));
        QVERIFY(pair.engine->error().peerAlerted);
    }
}

void TestTlsPeerCheck::selfSignedInCaFile()
{
    // Some name the server's own certificate as the authority: it vouches for itself, by name and date.
    const TestIdentity self = TestCertificates::shared().selfSigned();
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("own.pem")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(self.certificate.toPem()) > 0);
    file.close();
    TlsPair fits({.identity = self}, QStringLiteral("localhost"), {{}, file.fileName()});
    fits.shake();
    QVERIFY2(fits.isUp(), qPrintable(fits.engine->error().detail));
    TlsPair other({.identity = self}, QStringLiteral("mail.example.org"), {{}, file.fileName()});
    other.shake();
    QCOMPARE(int(other.engine->error().kind), int(Kind::CertificateWrongName));
}

QTEST_GUILESS_MAIN(TestTlsPeerCheck)
#include "tst_tlspeercheck.moc"
