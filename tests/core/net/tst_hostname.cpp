// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/CertificateTrust.h"
#include "core/net/HostName.h"
#include "tests/fakes/TestCertificates.h"

#include <QTest>

using namespace pennypost;

class TestHostName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void make_data();
    void make();
    void refused_data();
    void refused();
    void naming_data();
    void naming();
    void commonNameDoesNotCount();
    void description();
};

void TestHostName::make_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("ascii");
    QTest::addColumn<bool>("isAddress");

    QTest::newRow("name") << QStringLiteral("smtp.example.org") << QStringLiteral("smtp.example.org")
                          << false;
    QTest::newRow("upper case") << QStringLiteral("SMTP.Example.ORG") << QStringLiteral("smtp.example.org")
                                << false;
    QTest::newRow("blanks around") << QStringLiteral(" smtp.example.org\t")
                                   << QStringLiteral("smtp.example.org") << false;
    QTest::newRow("root's dot") << QStringLiteral("smtp.example.org.") << QStringLiteral("smtp.example.org")
                                << false;
    QTest::newRow("one label") << QStringLiteral("localhost") << QStringLiteral("localhost") << false;
    QTest::newRow("underscore") << QStringLiteral("my_host.example.org")
                                << QStringLiteral("my_host.example.org") << false;
    QTest::newRow("IDN") << QStringLiteral("post.bücher.example")
                         << QStringLiteral("post.xn--bcher-kva.example") << false;
    QTest::newRow("A-label") << QStringLiteral("xn--bcher-kva.example")
                             << QStringLiteral("xn--bcher-kva.example") << false;
    QTest::newRow("IPv4") << QStringLiteral("192.0.2.1") << QStringLiteral("192.0.2.1") << true;
    QTest::newRow("IPv4 in brackets") << QStringLiteral("[192.0.2.1]") << QStringLiteral("192.0.2.1") << true;
    QTest::newRow("IPv6") << QStringLiteral("2001:DB8::1") << QStringLiteral("2001:db8::1") << true;
    QTest::newRow("IPv6 in brackets") << QStringLiteral("[::1]") << QStringLiteral("::1") << true;
}

void TestHostName::make()
{
    QFETCH(QString, written);
    QFETCH(QString, ascii);
    QFETCH(bool, isAddress);
    const auto host = HostName::make(written);
    QVERIFY(host);
    QCOMPARE(host->ascii(), ascii);
    QCOMPARE(host->address().has_value(), isAddress);
}

void TestHostName::refused_data()
{
    QTest::addColumn<QString>("written");
    QTest::newRow("empty") << QString();
    QTest::newRow("blanks") << QStringLiteral("  ");
    QTest::newRow("dot") << QStringLiteral(".");
    QTest::newRow("empty label") << QStringLiteral("smtp..example.org");
    QTest::newRow("CRLF") << QStringLiteral("smtp.example.org\r\nRCPT TO:<a@b>.org");
    QTest::newRow("NUL") << (QStringLiteral("smtp.example.org") + QChar(u'\0') + QStringLiteral(".evil"));
    QTest::newRow("blank inside") << QStringLiteral("smtp example.org");
    QTest::newRow("name in brackets") << QStringLiteral("[smtp.example.org]");
}

void TestHostName::refused()
{
    QFETCH(QString, written);
    QVERIFY(!HostName::make(written));
}

void TestHostName::naming_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("fits");

    const auto row = [](const char *title, const QStringList &names, const QString &host, bool fits) {
        QTest::newRow(title) << names << host << fits;
    };
    row("same", {QStringLiteral("mail.example.org")}, QStringLiteral("mail.example.org"), true);
    row("case", {QStringLiteral("Mail.Example.org")}, QStringLiteral("mail.EXAMPLE.org"), true);
    row("second name", {QStringLiteral("a.example"), QStringLiteral("b.example")},
        QStringLiteral("b.example"), true);
    row("other", {QStringLiteral("mail.example.org")}, QStringLiteral("smtp.example.org"), false);
    row("longer", {QStringLiteral("mail.example.org")}, QStringLiteral("mail.example.org.evil.example"),
        false);
    row("suffix", {QStringLiteral("example.org")}, QStringLiteral("evilexample.org"), false);
    row("wildcard", {QStringLiteral("*.example.org")}, QStringLiteral("mail.example.org"), true);
    row("wildcard, bare domain", {QStringLiteral("*.example.org")}, QStringLiteral("example.org"), false);
    row("wildcard, two labels", {QStringLiteral("*.example.org")}, QStringLiteral("a.b.example.org"), false);
    row("wildcard of a top level", {QStringLiteral("*.org")}, QStringLiteral("example.org"), false);
    row("wildcard within a label", {QStringLiteral("m*.example.org")}, QStringLiteral("mail.example.org"),
        false);
    row("wildcard in the middle", {QStringLiteral("mail.*.org")}, QStringLiteral("mail.example.org"), false);
    row("IDN", {QStringLiteral("xn--bcher-kva.example")}, QStringLiteral("bücher.example"), true);
    row("IPv4", {QStringLiteral("192.0.2.1")}, QStringLiteral("192.0.2.1"), true);
    row("IPv6", {QStringLiteral("2001:db8::1")}, QStringLiteral("[2001:0db8::0:1]"), true);
    row("other IPv4", {QStringLiteral("192.0.2.1")}, QStringLiteral("192.0.2.2"), false);
    row("address against name", {QStringLiteral("mail.example.org")}, QStringLiteral("192.0.2.1"), false);
}

void TestHostName::naming()
{
    QFETCH(QStringList, names);
    QFETCH(QString, host);
    QFETCH(bool, fits);
    const auto made = HostName::make(host);
    QVERIFY(made);
    QCOMPARE(made->isNamedBy(TestCertificates::shared().named(names).certificate), fits);
}

void TestHostName::commonNameDoesNotCount()
{
    const auto host = HostName::make(QStringLiteral("localhost"));
    QVERIFY(!host->isNamedBy(TestCertificates::shared().commonNameOnly().certificate));
}

void TestHostName::description()
{
    const TestIdentity good = TestCertificates::shared().good();
    const PeerCertificate peer = describe(good.certificate);
    QCOMPARE(peer.subject, QStringLiteral("Pennypost test server"));
    QCOMPARE(peer.issuer, QStringLiteral("Pennypost test authority"));
    QVERIFY(peer.names.contains(QStringLiteral("localhost")));
    QVERIFY(peer.names.contains(QStringLiteral("127.0.0.1")));
    QCOMPARE(peer.sha256, QCryptographicHash::hash(good.certificate.toDer(), QCryptographicHash::Sha256));
    QVERIFY(peer.notBefore < QDateTime::currentDateTimeUtc());
    QVERIFY(peer.notAfter > QDateTime::currentDateTimeUtc());
    QVERIFY(describe(QSslCertificate()).isNull());
}

QTEST_GUILESS_MAIN(TestHostName)
#include "tst_hostname.moc"
