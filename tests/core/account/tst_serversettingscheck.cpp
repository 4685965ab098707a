// SPDX-License-Identifier: GPL-3.0-or-later
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
    row("half a pin", {Problem::PinInvalid}, [](ServerSettings &s) { s.pinnedSha256 = QByteArray(16, 'x'); });
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
