// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/Connector.h"
#include "tests/core/net/TransportWatch.h"
#include "tests/fakes/FakeProxy.h"

#include <QTest>
#include <QThread>

using namespace pennypost;
using namespace std::chrono_literals;
using Kind = TransportError::Kind;
using Manner = FakeProxy::Manner;
using Start = Transport::Start;
Q_DECLARE_METATYPE(TransportError::Kind)

namespace {

const QString mail = QStringLiteral("mail.example.org");

Proxy proxyAt(Proxy::Kind kind, quint16 port, const QString &user = {}, const QByteArray &password = {})
{
    return {kind, QStringLiteral("127.0.0.1"), port, user, std::make_shared<const Secret>(password)};
}

/// Fails the test if our own machine is asked for the server's name.
std::unique_ptr<Connector> connectorWithoutNames(Connector::FindProxy findProxy = {})
{
    return std::make_unique<Connector>(
        250ms,
        [](const QString &name, QObject *, const Connector::Found &) {
            qFatal("looked up %s", qPrintable(name));
        },
        std::move(findProxy));
}

} // namespace

class TestProxies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void through_data();
    void through();
    void failures_data();
    void failures();
    void unreachable_data();
    void unreachable();
    void signIn_data();
    void signIn();
    void goesAfterConsent();
    void systemProxy_data();
    void systemProxy();
    void neverToThisMachine_data();
    void neverToThisMachine();
    void closedWhileAsking();
    void environment_data();
    void environment();
    void largeLetterStaysBounded();

private:
    static void bothKinds()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("SOCKS") << int(Proxy::Kind::Socks5);
        QTest::newRow("HTTP") << int(Proxy::Kind::HttpConnect);
    }
};

void TestProxies::through_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<Manner>("manner");
    for (const bool tls : {false, true}) {
        const char *how = tls ? "TLS" : "in clear";
        QTest::addRow("SOCKS, %s", how) << int(Proxy::Kind::Socks5) << tls << Manner::Honest;
        QTest::addRow("HTTP, %s", how) << int(Proxy::Kind::HttpConnect) << tls << Manner::Honest;
    }
    QTest::newRow("SOCKS, greeting in its last segment")
        << int(Proxy::Kind::Socks5) << false << Manner::JoinsGreeting;
    QTest::newRow("HTTP, greeting in its last segment")
        << int(Proxy::Kind::HttpConnect) << false << Manner::JoinsGreeting;
}

void TestProxies::through()
{
    QFETCH(int, kind);
    QFETCH(bool, tls);
    QFETCH(Manner, manner);
    ScriptedServer server;
    if (tls)
        server.setImplicitTls(TestCertificates::shared().named({mail}));
    server.say("220 hello\r\n").expect("EHLO").say("250 hello\r\n");
    server.start();
    FakeProxy proxy;
    proxy.setServer(server.serverPort());
    proxy.setManner(manner);
    proxy.start();
    TlsTransport transport(connectorWithoutNames());
    TransportWatch watch(transport);
    transport.open({mail,
                    465,
                    {{}, TestCertificates::shared().caFile()},
                    proxyAt(Proxy::Kind(kind), proxy.serverPort())},
                   tls ? Start::Tls : Start::Plain);
    QVERIFY(watch.events.isEmpty());
    QTRY_COMPARE(watch.received, QByteArray("220 hello\r\n"));
    transport.write("EHLO [127.0.0.1]\r\n");
    QTRY_COMPARE(watch.received, QByteArray("220 hello\r\n250 hello\r\n"));
    QCOMPARE(proxy.wanted(), QByteArrayList{"mail.example.org:465"});
    QVERIFY(watch.addresses.isEmpty()); // it is the proxy that knows
    QCOMPARE(watch.events.first(2), QStringList({QStringLiteral("resolved"), QStringLiteral("connected")}));
    QVERIFY(!watch.error);
}

void TestProxies::failures_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<Manner>("manner");
    for (const auto kind : {Proxy::Kind::Socks5, Proxy::Kind::HttpConnect}) {
        const char *name = kind == Proxy::Kind::Socks5 ? "SOCKS" : "HTTP";
        QTest::addRow("%s closes at once", name) << int(kind) << Manner::ClosesAtOnce;
        QTest::addRow("%s closes when asked", name) << int(kind) << Manner::ClosesWhenAsked;
        QTest::addRow("%s resets when asked", name) << int(kind) << Manner::ResetsWhenAsked;
    }
}

void TestProxies::failures()
{
    QFETCH(int, kind);
    QFETCH(Manner, manner);
    FakeProxy proxy;
    proxy.setManner(manner);
    proxy.start();
    TlsTransport transport(connectorWithoutNames());
    TransportWatch watch(transport);
    transport.open({mail, 465, {}, proxyAt(Proxy::Kind(kind), proxy.serverPort())}, Start::Tls);
    QTRY_VERIFY(watch.error.has_value());
    QCOMPARE(int(watch.error->kind), int(Kind::ProxyFailed));
    QVERIFY(!watch.has("connected"));
    QCOMPARE(watch.events.count(QStringLiteral("failed")), 1);
}

void TestProxies::unreachable_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<Kind>("expected");
    QTest::newRow("nobody listens") << QStringLiteral("127.0.0.1") << Kind::ProxyUnreachable;
    QTest::newRow("no such name") << QStringLiteral("proxy.example") << Kind::ProxyNotFound;
    QTest::newRow("no name at all") << QStringLiteral("proxy\r\nexample") << Kind::ProxyNotFound;
    QTest::newRow("empty") << QString() << Kind::ProxyNotFound;
}

void TestProxies::unreachable()
{
    QFETCH(QString, host);
    QFETCH(Kind, expected);
    quint16 closedPort = 0;
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        closedPort = gone.serverPort();
    }
    const auto lookup = [](const QString &, QObject *context, const Connector::Found &found) {
        QHostInfo info;
        info.setError(QHostInfo::HostNotFound);
        QMetaObject::invokeMethod(context, [=] { found(info); }, Qt::QueuedConnection);
    };
    TlsTransport transport(std::make_unique<Connector>(250ms, lookup));
    TransportWatch watch(transport);
    Proxy proxy = proxyAt(Proxy::Kind::Socks5, closedPort);
    proxy.host = host;
    transport.open({mail, 465, {}, proxy}, Start::Tls);
    QVERIFY(watch.events.isEmpty());
    QTRY_VERIFY(watch.error.has_value());
    QCOMPARE(int(watch.error->kind), int(expected));
}

void TestProxies::signIn_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("user");
    QTest::addColumn<bool>("fits");
    for (const auto kind : {Proxy::Kind::Socks5, Proxy::Kind::HttpConnect}) {
        const char *name = kind == Proxy::Kind::Socks5 ? "SOCKS" : "HTTP";
        QTest::addRow("%s, right", name) << int(kind) << QStringLiteral("me") << true;
        QTest::addRow("%s, wrong", name) << int(kind) << QStringLiteral("you") << false;
        QTest::addRow("%s, none", name) << int(kind) << QString() << false;
    }
}

void TestProxies::signIn()
{
    QFETCH(int, kind);
    QFETCH(QString, user);
    QFETCH(bool, fits);
    ScriptedServer server;
    server.say("220 hello\r\n");
    server.start();
    FakeProxy proxy;
    proxy.setServer(server.serverPort());
    proxy.setSignIn("me", "secret");
    proxy.start();
    TlsTransport transport(connectorWithoutNames());
    TransportWatch watch(transport);
    transport.open({mail, 465, {}, proxyAt(Proxy::Kind(kind), proxy.serverPort(), user, "secret")},
                   Start::Plain);
    if (fits) {
        QTRY_COMPARE(watch.received, QByteArray("220 hello\r\n"));
    } else {
        QTRY_VERIFY(watch.error.has_value());
        QVERIFY(proxy.wanted().isEmpty() || kind == int(Proxy::Kind::Socks5));
        QCOMPARE(int(watch.error->kind), int(Kind::ProxyAuthenticationRequired));
        QVERIFY(!watch.error->detail.contains(QLatin1StringView("secret")));
    }
}

void TestProxies::goesAfterConsent()
{
    FakeProxy proxy;
    proxy.setManner(Manner::ClosesAfterConsent);
    proxy.start();
    for (const Start start : {Start::Plain, Start::Tls}) {
        TlsTransport transport(connectorWithoutNames());
        TransportWatch watch(transport);
        transport.open({mail, 465, {}, proxyAt(Proxy::Kind::HttpConnect, proxy.serverPort())}, start);
        QTRY_VERIFY(watch.error.has_value());
        QCOMPARE(int(watch.error->kind), int(Kind::Lost));
        QCOMPARE(watch.events.last(), QStringLiteral("failed"));
    }
}

void TestProxies::systemProxy_data()
{
    bothKinds();
}

void TestProxies::systemProxy()
{
    QFETCH(int, kind);
    ScriptedServer server;
    server.say("220 hello\r\n");
    server.start();
    FakeProxy proxy;
    proxy.setServer(server.serverPort());
    proxy.start();
    const Proxy system = proxyAt(Proxy::Kind(kind), proxy.serverPort());
    QByteArrayList asked;
    TlsTransport transport(connectorWithoutNames(
        [&](const QString &host, quint16 port, QObject *context, const ProxyFound &found) {
            asked.append(host.toUtf8() + ':' + QByteArray::number(port));
            QMetaObject::invokeMethod(context, [=] { found(system); }, Qt::QueuedConnection);
        }));
    TransportWatch watch(transport);
    transport.open({mail, 587, {}}, Start::Plain);
    QTRY_COMPARE(watch.received, QByteArray("220 hello\r\n"));
    QCOMPARE(asked, QByteArrayList{"mail.example.org:587"});
    QCOMPARE(proxy.wanted(), QByteArrayList{"mail.example.org:587"});
}

void TestProxies::neverToThisMachine_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("name") << QStringLiteral("localhost");
    QTest::newRow("name in capitals") << QStringLiteral("LOCALHOST.");
    QTest::newRow("address") << QStringLiteral("127.0.0.1");
    QTest::newRow("another address") << QStringLiteral("127.1.2.3");
}

void TestProxies::neverToThisMachine()
{
    QFETCH(QString, host);
    ScriptedServer server;
    server.say("220 hello\r\n");
    server.start(QHostAddress::AnyIPv4);
    FakeProxy proxy;
    proxy.start();
    for (const auto kind : {Proxy::Kind::System, Proxy::Kind::Socks5}) {
        TlsTransport transport(std::make_unique<Connector>(
            250ms, Connector::Lookup(), [](const QString &, quint16, QObject *, const ProxyFound &) {
                qFatal("asked for a proxy to this machine");
            }));
        TransportWatch watch(transport);
        transport.open({host, server.serverPort(), {}, proxyAt(kind, proxy.serverPort())}, Start::Plain);
        QTRY_COMPARE(watch.received, QByteArray("220 hello\r\n"));
    }
    QVERIFY(proxy.wanted().isEmpty());
}

void TestProxies::closedWhileAsking()
{
    ProxyFound answer;
    {
        TlsTransport transport(connectorWithoutNames(
            [&](const QString &, quint16, QObject *, ProxyFound found) { answer = std::move(found); }));
        TransportWatch watch(transport);
        transport.open({mail, 465, {}}, Start::Tls);
        QVERIFY(answer);
        transport.abort();
        answer(Proxy::none()); // late: nothing begins
        QVERIFY(watch.events.isEmpty());
    }
}

void TestProxies::environment_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("kind");
    QTest::newRow("nothing") << QByteArray() << QByteArray() << int(Proxy::Kind::None);
    QTest::newRow("SOCKS for all") << QByteArray("all_proxy")
                                   << QByteArray("socks5://me:secret@proxy.example:1080")
                                   << int(Proxy::Kind::Socks5);
    QTest::newRow("HTTP for all") << QByteArray("all_proxy")
                                  << QByteArray("http://me:secret@proxy.example:1080")
                                  << int(Proxy::Kind::HttpConnect);
    QTest::newRow("in capitals") << QByteArray("ALL_PROXY")
                                 << QByteArray("socks5h://me:secret@proxy.example:1080")
                                 << int(Proxy::Kind::Socks5);
    QTest::newRow("no proxy we know")
        << QByteArray("all_proxy") << QByteArray("gopher://proxy.example:70") << int(Proxy::Kind::None);
    QTest::newRow("HTTP for pages") << QByteArray("http_proxy") << QByteArray("http://proxy.example:1080")
                                    << int(Proxy::Kind::None);
}

void TestProxies::environment()
{
#if !defined(Q_OS_LINUX)
    QSKIP("The system's settings are elsewhere.");
#endif
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(int, kind);
    for (const char *variable : {"all_proxy", "ALL_PROXY", "http_proxy", "no_proxy", "NO_PROXY"})
        qunsetenv(variable);
    if (!name.isEmpty())
        qputenv(name.constData(), value);
    std::optional<Proxy> answer;
    QThread *thread = nullptr;
    findSystemProxy(mail, 465, this, [&](const Proxy &proxy) {
        answer = proxy;
        thread = QThread::currentThread();
    });
    QVERIFY(!answer);
    QTRY_VERIFY(answer.has_value());
    QCOMPARE(int(answer->kind), kind);
    QCOMPARE(thread, QThread::currentThread());
    if (answer->isNamed())
        QVERIFY(*answer ==
                Proxy({Proxy::Kind(kind), QStringLiteral("proxy.example"), 1080, QStringLiteral("me"),
                       std::make_shared<const Secret>(QByteArray("secret"))}));
    // And not where it is exempt.
    for (const char *exempt : {"*", "a.example, example.org", ".example.org", "MAIL.example.org"}) {
        qputenv("no_proxy", exempt);
        answer.reset();
        findSystemProxy(mail, 465, this, [&](const Proxy &proxy) { answer = proxy; });
        QTRY_VERIFY(answer.has_value());
        QCOMPARE(int(answer->kind), int(Proxy::Kind::None));
    }
    qputenv("no_proxy", "ample.org,other.example.org");
    answer.reset();
    findSystemProxy(mail, 465, this, [&](const Proxy &proxy) { answer = proxy; });
    QTRY_VERIFY(answer.has_value());
    QCOMPARE(int(answer->kind), kind);
    qunsetenv("no_proxy");
    if (!name.isEmpty())
        qunsetenv(name.constData());
}

void TestProxies::largeLetterStaysBounded()
{
    // Behind a proxy, too, what the other side has not taken is counted as unsent.
    ScriptedServer server;
    server.say("354 go\r\n").stall();
    server.start();
    FakeProxy proxy;
    proxy.setServer(server.serverPort());
    proxy.start();
    proxy.pauseReading();
    TlsTransport transport(connectorWithoutNames());
    TransportWatch watch(transport);
    transport.open({mail, 465, {}, proxyAt(Proxy::Kind::Socks5, proxy.serverPort())}, Start::Plain);
    QTRY_COMPARE(watch.received, QByteArray("354 go\r\n"));
    constexpr qint64 total = 64'000'000;
    transport.write(QByteArray(total, 'x'));
    QTRY_VERIFY(transport.unsent() < total); // the system takes a part
    QTest::qWait(0);
    QVERIFY(transport.unsent() > total / 2);
    transport.abort();
    QCOMPARE(transport.unsent(), 0);
}

QTEST_GUILESS_MAIN(TestProxies)
#include "tst_proxies.moc"
