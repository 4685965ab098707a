// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/ProxyNames.h"
#include "core/account/SecurityNames.h"
#include "core/account/ServerSettingsCheck.h"

#include <QTest>

using namespace pennypost;
using Problem = ServerSettingsProblem;
using Security = ServerSettings::Security;

class TestServerSettingsCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void host_data();
    void host();
    void settings_data();
    void settings();
    void proxies_data();
    void proxies();
    void severalProblemsComeInTheOrderOfTheFields();
    void securityNamesGoThereAndBack();
    void theOtherEncryption_data();
    void theOtherEncryption();
};

void TestServerSettingsCheck::host_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("valid");
    const auto row = [](const char *name, const QString &host, bool valid) {
        QTest::newRow(name) << host << valid;
    };
    row("name", QStringLiteral("smtp.example.org"), true);
    row("one label", QStringLiteral("localhost"), true);
    row("capitals", QStringLiteral("SMTP.Example.ORG"), true);
    row("digits first", QStringLiteral("1und1.de"), true);
    row("IDN", QStringLiteral("post.bücher.example"), true);
    row("A-label", QStringLiteral("xn--bcher-kva.example"), true);
    row("IPv4", QStringLiteral("192.0.2.1"), true);
    row("IPv6", QStringLiteral("2001:db8::25"), true);
    row("IPv6 loopback", QStringLiteral("::1"), true);
    row("label of 63", QString(63, u'a') + QStringLiteral(".example"), true);
    row("empty", QString(), false);
    row("label of 64", QString(64, u'a') + QStringLiteral(".example"), false);
    row("254 octets", QString(QString(49, u'a') + u'.').repeated(5) + QStringLiteral("abcd"), false);
    row("blank", QStringLiteral("smtp example.org"), false);
    row("leading blank", QStringLiteral(" smtp.example.org"), false);
    row("no-break space", QStringLiteral("smtp\u00a0.example.org"), false);
    row("underscore", QStringLiteral("smtp_out.example.org"), false);
    row("CR LF", QStringLiteral("smtp.example.org\r\nRCPT TO:<x>"), false);
    row("trailing LF", QStringLiteral("smtp.example.org\n"), false);
    row("NUL", QStringLiteral("smtp.example.org") + QChar(u'\0'), false);
    row("bidi override", QStringLiteral("smtp.\u202eexample.org"), false);
    row("empty label", QStringLiteral("smtp..example.org"), false);
    row("leading dot", QStringLiteral(".example.org"), false);
    row("trailing dot", QStringLiteral("smtp.example.org."), false);
    row("hyphen first", QStringLiteral("-smtp.example.org"), false);
    row("hyphen last", QStringLiteral("smtp-.example.org"), false);
    row("with port", QStringLiteral("smtp.example.org:465"), false);
    row("URL", QStringLiteral("smtps://smtp.example.org"), false);
    row("address", QStringLiteral("alice@example.org"), false);
    row("brackets", QStringLiteral("[192.0.2.1]"), false);
    row("IPv4 out of range", QStringLiteral("192.0.2.256"), false);
    row("IPv4 too short", QStringLiteral("192.0.2"), false);
    row("number", QStringLiteral("25"), false);
    row("broken IPv6", QStringLiteral("2001:db8::25::1"), false);
}

void TestServerSettingsCheck::host()
{
    QFETCH(QString, host);
    QFETCH(bool, valid);
    QCOMPARE(isValidHost(host), valid);
}

void TestServerSettingsCheck::settings_data()
{
    QTest::addColumn<ServerSettings>("server");
    QTest::addColumn<QList<Problem>>("problems");
    ServerSettings good;
    good.host = QStringLiteral("smtp.example.org");
    good.userName = QStringLiteral("alice@example.org");
    const auto row = [&good](const char *name, const QList<Problem> &problems, auto change) {
        ServerSettings server = good;
        change(server);
        QTest::newRow(name) << server << problems;
    };
    row("good", {}, [](ServerSettings &) {});
    row("no host", {Problem::HostMissing}, [](ServerSettings &s) { s.host.clear(); });
    row("bad host", {Problem::HostInvalid}, [](ServerSettings &s) { s.host = QStringLiteral("a b"); });
    row("port 0", {Problem::PortInvalid}, [](ServerSettings &s) { s.port = 0; });
    row("port 65535", {}, [](ServerSettings &s) { s.port = 65535; });
    row("user name with LF", {Problem::UserNameInvalid},
        [](ServerSettings &s) { s.userName = QStringLiteral("alice\nbob"); });
    row("user name with CR", {Problem::UserNameInvalid},
        [](ServerSettings &s) { s.userName = QStringLiteral("alice\r"); });
    row("user name with NUL", {Problem::UserNameInvalid},
        [](ServerSettings &s) { s.userName = QStringLiteral("alice") + QChar(u'\0'); });
    row("user name with blank and umlaut", {},
        [](ServerSettings &s) { s.userName = QStringLiteral("Jörg im Büro"); });
    row("user name too long", {Problem::UserNameInvalid},
        [](ServerSettings &s) { s.userName = QString(257, u'a'); });
    row("plain mechanism", {}, [](ServerSettings &s) { s.mechanism = "PLAIN"; });
    row("odd mechanism", {Problem::MechanismInvalid},
        [](ServerSettings &s) { s.mechanism = "PLAIN\r\nRSET"; });
    row("password in clear", {Problem::PasswordInClear},
        [](ServerSettings &s) { s.security = Security::None; });
    row("in clear without sign-in", {}, [](ServerSettings &s) {
        s.security = Security::None;
        s.userName.clear();
    });
    row("STARTTLS without sign-in", {}, [](ServerSettings &s) {
        s.security = Security::StartTls;
        s.userName.clear();
    });
    row("pin", {}, [](ServerSettings &s) { s.pinnedSha256 = QByteArray(32, 'x'); });
    const auto withProxy = [&row](const char *name, const QList<Problem> &problems, ProxySettings proxy) {
        row(name, problems, [&proxy](ServerSettings &s) { s.proxy = proxy; });
    };
    using Kind = ProxySettings::Kind;
    const QString proxy = QStringLiteral("proxy.example.org");
    withProxy("no proxy", {}, {Kind::None, {}, 0, {}});
    withProxy("SOCKS", {}, {Kind::Socks5, proxy, 1080, QStringLiteral("a:b")});
    withProxy("HTTP", {}, {Kind::HttpConnect, QStringLiteral("192.0.2.1"), 3128, QStringLiteral("ä b")});
    withProxy("nothing of a proxy", {Problem::ProxyHostMissing, Problem::ProxyPortInvalid},
              {Kind::Socks5, {}, 0, {}});
    withProxy("no proxy's name", {Problem::ProxyHostInvalid}, {Kind::Socks5, QStringLiteral("a b"), 1, {}});
    withProxy("HTTP and a colon in the user's name", {Problem::ProxyUserInvalid},
              {Kind::HttpConnect, proxy, 3128, QStringLiteral("a:b")});
    withProxy("a line end in the user's name", {Problem::ProxyUserInvalid},
              {Kind::HttpConnect, proxy, 3128, QStringLiteral("a\r\nHost: b")});
    withProxy("more octets than SOCKS can say", {Problem::ProxyUserInvalid},
              {Kind::Socks5, proxy, 1080, QString(128, u'ä')});
    row("EXTERNAL", {}, [](ServerSettings &s) {
        s.mechanism = "EXTERNAL";
        s.clientCertificate = QStringLiteral("/alice.p12");
    });
    row("EXTERNAL, but nothing to show", {Problem::CertificateMissing},
        [](ServerSettings &s) { s.mechanism = "EXTERNAL"; });
    row("a certificate in clear", {Problem::CertificateInClear}, [](ServerSettings &s) {
        s.security = Security::None;
        s.userName.clear();
        s.clientCertificate = QStringLiteral("/alice.p12");
    });
    row("half a pin", {Problem::PinInvalid}, [](ServerSettings &s) { s.pinnedSha256 = QByteArray(16, 'x'); });
}

void TestServerSettingsCheck::proxies_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::optional<ProxySettings>>("proxy");
    using Kind = ProxySettings::Kind;
    const auto row = [](const char *text, const std::optional<ProxySettings> &proxy) {
        QTest::newRow(text) << QString::fromUtf8(text) << proxy;
    };
    const QString host = QStringLiteral("proxy.example.org");
    row("system", ProxySettings{Kind::System, {}, 0, {}});
    row("none", ProxySettings{Kind::None, {}, 0, {}});
    row("socks5://proxy.example.org:1080", ProxySettings{Kind::Socks5, host, 1080, {}});
    row("http://proxy.example.org:3128", ProxySettings{Kind::HttpConnect, host, 3128, {}});
    row("socks5://alice@proxy.example.org:1080",
        ProxySettings{Kind::Socks5, host, 1080, QStringLiteral("alice")});
    row("socks5://%C3%A4lice%40home@proxy.example.org:1080",
        ProxySettings{Kind::Socks5, host, 1080, QStringLiteral("älice@home")});
    row("socks5://[::1]:1080", ProxySettings{Kind::Socks5, QStringLiteral("::1"), 1080, {}});
    for (const char *wrong :
         {"", "tor", "System", "none:", "system://", "socks5", "socks5://", "socks5://proxy.example.org",
          "socks5://proxy.example.org:0", "socks5://proxy.example.org:70000", "socks5://:1080",
          "socks5://alice:secret@proxy.example.org:1080", "http://proxy.example.org:3128/mail",
          "http://proxy.example.org:3128?q", "https://proxy.example.org:3128", "socks4://p:1", "proxy:1080"})
        row(wrong, std::nullopt);
}

void TestServerSettingsCheck::proxies()
{
    QFETCH(const QString, text);
    QFETCH(const std::optional<ProxySettings>, proxy);
    QCOMPARE(proxyFromText(text), proxy);
    if (proxy)
        QCOMPARE(proxyText(*proxy), text);
}

void TestServerSettingsCheck::settings()
{
    QFETCH(ServerSettings, server);
    QFETCH(QList<Problem>, problems);
    QCOMPARE(checkServerSettings(server), problems);
}

void TestServerSettingsCheck::severalProblemsComeInTheOrderOfTheFields()
{
    ServerSettings server;
    server.host = QStringLiteral("_");
    server.port = 0;
    server.security = Security::None;
    server.userName = QStringLiteral("a\n");
    const QList<Problem> expected{Problem::HostInvalid, Problem::PortInvalid, Problem::UserNameInvalid,
                                  Problem::PasswordInClear};
    QCOMPARE(checkServerSettings(server), expected);
}

void TestServerSettingsCheck::securityNamesGoThereAndBack()
{
    for (const Security security : {Security::Tls, Security::StartTls, Security::None})
        QCOMPARE(securityFromName(securityName(security)), security);
    QVERIFY(!securityFromName(u"ssl"));
    QVERIFY(!securityFromName(u"TLS"));
    QCOMPARE(usualPort(Security::Tls), quint16(465));
    QCOMPARE(usualPort(Security::StartTls), quint16(587));
}

void TestServerSettingsCheck::theOtherEncryption_data()
{
    QTest::addColumn<Security>("from");
    QTest::addColumn<int>("port");
    QTest::addColumn<Security>("to");
    QTest::addColumn<int>("then");
    QTest::addColumn<bool>("pinned");
    QTest::newRow("TLS to STARTTLS") << Security::Tls << 465 << Security::StartTls << 587 << false;
    QTest::newRow("STARTTLS to TLS") << Security::StartTls << 587 << Security::Tls << 465 << false;
    QTest::newRow("an unusual port") << Security::Tls << 8465 << Security::StartTls << 587 << false;
    QTest::newRow("the port stays") << Security::StartTls << 465 << Security::Tls << 465 << true;
}

void TestServerSettingsCheck::theOtherEncryption()
{
    QFETCH(Security, from);
    QFETCH(int, port);
    QFETCH(Security, to);
    QFETCH(int, then);
    QFETCH(bool, pinned);
    ServerSettings server;
    server.host = QStringLiteral("smtp.example.org");
    server.port = quint16(port);
    server.security = from;
    server.userName = QStringLiteral("alice");
    server.mechanism = "LOGIN";
    server.pinnedSha256 = QByteArray(32, 'p');
    server.caFile = QStringLiteral("/ca.pem");
    ServerSettings expected = server;
    expected.security = to;
    expected.port = quint16(then);
    if (!pinned)
        expected.pinnedSha256.clear();
    QCOMPARE(withSecurity(server, to), expected);
}

QTEST_GUILESS_MAIN(TestServerSettingsCheck)
#include "tst_serversettingscheck.moc"
