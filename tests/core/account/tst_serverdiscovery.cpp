// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/ServerDiscovery.h"
#include "core/account/ServerSettingsCheck.h"

#include <QFile>
#include <QTest>

#include <optional>

using namespace pennypost;
using Security = ServerSettings::Security;

class TestServerDiscovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theTableIsWhole();
    void providers_data();
    void providers();
    void guesses();
    void idnGuess();
    void noSuggestion_data();
    void noSuggestion();
    void providerForHost_data();
    void providerForHost();
    void nearestHost_data();
    void nearestHost();
    void brokenTables_data();
    void brokenTables();

private:
    std::optional<ServerDiscovery> m_discovery;
};

namespace {

Mailbox mailbox(const QString &localPart, const QString &domain)
{
    return {{}, localPart, domain};
}

} // namespace

void TestServerDiscovery::initTestCase()
{
    QFile file(QStringLiteral(PENNYPOST_PROVIDERS));
    QVERIFY(file.open(QIODevice::ReadOnly));
    auto discovery = ServerDiscovery::fromJson(file.readAll());
    QVERIFY2(discovery.hasValue(), discovery.hasValue() ? "" : qPrintable(discovery.error()));
    m_discovery = *discovery;
}

void TestServerDiscovery::theTableIsWhole()
{
    QVERIFY(m_discovery->providers().size() >= 40);
    for (const Provider &provider : m_discovery->providers()) {
        ServerSettings settings;
        settings.host = provider.host;
        settings.port = provider.port;
        settings.security = provider.security;
        settings.userName = QStringLiteral("someone");
        QVERIFY2(checkServerSettings(settings).isEmpty(), qPrintable(provider.name));
        // The port says how the connection starts everywhere but at Proton's bridge.
        if (provider.port == 465)
            QCOMPARE(provider.security, Security::Tls);
        if (provider.port == 587)
            QCOMPARE(provider.security, Security::StartTls);
        for (const QString &domain : provider.domains)
            QCOMPARE(m_discovery->suggest(mailbox(QStringLiteral("a"), domain)).provider->name,
                     provider.name);
    }
}

void TestServerDiscovery::providers_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("userName");
    QTest::addColumn<bool>("appPassword");
    QTest::addColumn<bool>("oauth");
    const auto row = [](const char *domain, const char *host, int port, const char *userName,
                        bool app = false, bool oauth = false) {
        QTest::newRow(domain) << QString::fromUtf8(domain) << QString::fromLatin1(host) << port
                              << QString::fromUtf8(userName) << app << oauth;
    };
    row("gmail.com", "smtp.gmail.com", 465, "alice@gmail.com", true);
    row("GoogleMail.com", "smtp.gmail.com", 465, "alice@GoogleMail.com", true);
    row("hotmail.co.uk", "smtp-mail.outlook.com", 587, "alice@hotmail.co.uk", false, true);
    row("live.nl", "smtp-mail.outlook.com", 587, "alice@live.nl", false, true);
    row("icloud.com", "smtp.mail.me.com", 587, "alice@icloud.com", true);
    row("yahoo.de", "smtp.mail.yahoo.com", 465, "alice@yahoo.de", true);
    row("gmx.de", "mail.gmx.net", 465, "alice@gmx.de");
    row("gmx.co.uk", "mail.gmx.com", 465, "alice@gmx.co.uk");
    row("web.de", "smtp.web.de", 465, "alice");
    row("free.fr", "smtp.free.fr", 465, "alice");
    row("proton.me", "127.0.0.1", 1025, "alice@proton.me");
    row("zohomail.eu", "smtp.zoho.eu", 465, "alice@zohomail.eu", true);
    row("qq.com", "smtp.qq.com", 465, "alice@qq.com", true);
    row("uol.com.br", "smtps.uol.com.br", 587, "alice");
    row("posteo.net", "posteo.de", 465, "alice@posteo.net");
}

void TestServerDiscovery::providers()
{
    QFETCH(QString, domain);
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(QString, userName);
    QFETCH(bool, appPassword);
    QFETCH(bool, oauth);
    const Suggestion suggestion = m_discovery->suggest(mailbox(QStringLiteral("alice"), domain));
    QVERIFY(suggestion.provider);
    QCOMPARE(suggestion.candidates.size(), 1);
    const ServerSettings &settings = suggestion.candidates.first();
    QCOMPARE(settings.host, host);
    QCOMPARE(settings.port, quint16(port));
    QCOMPARE(settings.userName, userName);
    QVERIFY(settings.mechanism.isEmpty());
    QVERIFY(settings.pinnedSha256.isEmpty());
    QCOMPARE(!suggestion.provider->appPasswordHelp.isEmpty(), appPassword);
    QCOMPARE(suggestion.provider->needsOAuth, oauth);
}

void TestServerDiscovery::guesses()
{
    const Suggestion suggestion =
        m_discovery->suggest(mailbox(QStringLiteral("alice"), QStringLiteral("example.org")));
    QVERIFY(!suggestion.provider);
    QStringList tried;
    for (const ServerSettings &settings : suggestion.candidates) {
        QCOMPARE(settings.userName, QStringLiteral("alice@example.org"));
        QCOMPARE(settings.security, settings.port == 465 ? Security::Tls : Security::StartTls);
        tried.append(settings.host + u':' + QString::number(settings.port));
    }
    const QStringList expected{QStringLiteral("smtp.example.org:465"), QStringLiteral("smtp.example.org:587"),
                               QStringLiteral("mail.example.org:465"),
                               QStringLiteral("mail.example.org:587")};
    QCOMPARE(tried, expected);
}

void TestServerDiscovery::idnGuess()
{
    const Suggestion suggestion =
        m_discovery->suggest(mailbox(QStringLiteral("alice"), QStringLiteral("Bücher.example")));
    QCOMPARE(suggestion.candidates.first().host, QStringLiteral("smtp.xn--bcher-kva.example"));
}

void TestServerDiscovery::noSuggestion_data()
{
    QTest::addColumn<QString>("localPart");
    QTest::addColumn<QString>("domain");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("no local part") << QString() << QStringLiteral("gmail.com");
    QTest::newRow("no domain") << QStringLiteral("alice") << QString();
    QTest::newRow("literal") << QStringLiteral("alice") << QStringLiteral("[192.0.2.1]");
}

void TestServerDiscovery::noSuggestion()
{
    QFETCH(QString, localPart);
    QFETCH(QString, domain);
    const Suggestion suggestion = m_discovery->suggest(mailbox(localPart, domain));
    QVERIFY(!suggestion.provider);
    QVERIFY(suggestion.candidates.isEmpty());
}

void TestServerDiscovery::providerForHost_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("name");
    QTest::newRow("its host") << QStringLiteral("smtp.gmail.com") << QStringLiteral("Gmail");
    QTest::newRow("capitals") << QStringLiteral("SMTP.Gmail.com") << QStringLiteral("Gmail");
    QTest::newRow("another name") << QStringLiteral("smtp.googlemail.com") << QStringLiteral("Gmail");
    QTest::newRow("unknown") << QStringLiteral("smtp.example.org") << QString();
    QTest::newRow("look-alike") << QStringLiteral("smtp.gmail.com.example.org") << QString();
}

void TestServerDiscovery::providerForHost()
{
    QFETCH(QString, host);
    QFETCH(QString, name);
    const Provider *provider = m_discovery->providerForHost(host);
    QCOMPARE(provider ? provider->name : QString(), name);
}

void TestServerDiscovery::nearestHost_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("nearest");
    const QString gmail = QStringLiteral("smtp.gmail.com");
    QTest::newRow("swapped") << QStringLiteral("smtp.gmial.com") << gmail;
    QTest::newRow("swapped in front") << QStringLiteral("stmp.gmail.com") << gmail;
    QTest::newRow("missing") << QStringLiteral("smtp.gmal.com") << gmail;
    QTest::newRow("one too many") << QStringLiteral("smtp.gmaiil.com") << gmail;
    QTest::newRow("wrong, in capitals") << QStringLiteral("SMTP.GMAIL.CON") << gmail;
    QTest::newRow("two slips") << QStringLiteral("smpt.gmail.co") << gmail;
    QTest::newRow("three") << QStringLiteral("spmt.gmial.co") << QString();
    QTest::newRow("known") << gmail << QString();
    QTest::newRow("another name of a known one") << QStringLiteral("smtp.googlemail.com") << QString();
    QTest::newRow("somebody's own") << QStringLiteral("mail.example.org") << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestServerDiscovery::nearestHost()
{
    QFETCH(QString, host);
    QFETCH(QString, nearest);
    QCOMPARE(m_discovery->nearestHost(host), nearest);
}

void TestServerDiscovery::brokenTables_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto table = [](const QByteArray &rows) -> QByteArray {
        return R"({"version": 1, "providers": [)" + rows + "]}";
    };
    const QByteArray good = R"("name": "A", "host": "a.example", "port": 465, "security": "tls")";
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("other version") << QByteArray(R"({"version": 2, "providers": []})");
    QTest::newRow("no domains") << table('{' + good + '}');
    QTest::newRow("capitals") << table('{' + good + R"(, "domains": ["Example.org"]})");
    QTest::newRow("not an A-label") << table('{' + good + R"(, "domains": ["bücher.example"]})");
    QTest::newRow("domain twice") << table('{' + good + R"(, "domains": ["a.example"]}, {)" + good +
                                           R"(, "domains": ["a.example"]})");
    QTest::newRow("in clear") << table(
        R"({"name": "A", "host": "a.example", "port": 25, "security": "none", "domains": ["a.example"]})");
    QTest::newRow("help over http") << table(
        '{' + good + R"(, "domains": ["a.example"], "appPasswordHelp": "http://a.example/"})");
    QTest::newRow("user name form") << table('{' + good +
                                             R"(, "domains": ["a.example"], "userName": "guess"})");
}

void TestServerDiscovery::brokenTables()
{
    QFETCH(QByteArray, json);
    const auto discovery = ServerDiscovery::fromJson(json);
    QVERIFY(!discovery);
    QVERIFY(!discovery.error().isEmpty());
}

QTEST_GUILESS_MAIN(TestServerDiscovery)
#include "tst_serverdiscovery.moc"
