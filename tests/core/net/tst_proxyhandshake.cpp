// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/ProxyHandshake.h"

#include <QTest>

using namespace pennypost;
using Kind = TransportError::Kind;
using State = ProxyHandshake::State;
Q_DECLARE_METATYPE(TransportError::Kind)
Q_DECLARE_METATYPE(pennypost::Proxy)

namespace {

Proxy socks(const QString &user = {}, const QByteArray &password = {})
{
    return {Proxy::Kind::Socks5, QStringLiteral("proxy.example"), 1080, user,
            std::make_shared<const Secret>(password)};
}

Proxy http(const QString &user = {}, const QByteArray &password = {})
{
    return {Proxy::Kind::HttpConnect, QStringLiteral("proxy.example"), 3128, user,
            std::make_shared<const Secret>(password)};
}

ProxyHandshake to(const Proxy &proxy, const QString &server = QStringLiteral("mail.example.org"))
{
    return {proxy, *HostName::make(server), 465};
}

/// Has the proxy say `bytes`, a piece at a time as TCP might; gives what we answered, and what was left over.
struct Heard
{
    State state = State::Working;
    QByteArray answers, rest;
};
Heard hear(ProxyHandshake &handshake, const QByteArray &bytes, qsizetype pieceSize)
{
    Heard heard;
    for (qsizetype at = 0; at < bytes.size() && heard.state == State::Working; at += pieceSize) {
        heard.rest += bytes.mid(at, pieceSize);
        for (qsizetype taken = 1; taken > 0 && heard.state == State::Working;) {
            const auto progress = handshake.take(heard.rest);
            taken = progress.taken;
            heard.rest.remove(0, taken);
            heard.answers += progress.answer;
            heard.state = progress.state;
        }
    }
    return heard;
}

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

} // namespace

class TestProxyHandshake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void through_data();
    void through();
    void refused_data();
    void refused();
    void endlessHead();
    void nothingIsSlippedIn();
    void equality();
};

void TestProxyHandshake::through_data()
{
    QTest::addColumn<Proxy>("proxy");
    QTest::addColumn<QString>("server");
    QTest::addColumn<QByteArray>("opening");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("answers");
    const QString mail = QStringLiteral("mail.example.org");
    const QByteArray name = hex("0501000310") + "mail.example.org" + hex("01d1");
    const QByteArray ok = hex("0500000100000000"
                              "0000");
    QTest::newRow("SOCKS") << socks() << mail << hex("050100") << hex("0500") + ok << name;
    QTest::newRow("SOCKS, bound to a name")
        << socks() << mail << hex("050100") << hex("0500") + hex("0500000305") + "proxy" + hex("0438")
        << name;
    QTest::newRow("SOCKS, bound to IPv6")
        << socks() << mail << hex("050100") << hex("0500") + hex("05000004") + QByteArray(18, '\0') << name;
    QTest::newRow("SOCKS with sign-in") << socks(QStringLiteral("me"), "secret") << mail << hex("05020002")
                                        << hex("05020100") + ok << hex("01026d6506") + "secret" + name;
    QTest::newRow("SOCKS without the sign-in we have")
        << socks(QStringLiteral("me"), "secret") << mail << hex("05020002") << hex("0500") + ok << name;
    QTest::newRow("SOCKS to IPv4") << socks() << QStringLiteral("192.0.2.1") << hex("050100")
                                   << hex("0500") + ok << hex("05010001c000020101d1");
    QTest::newRow("SOCKS to IPv6") << socks() << QStringLiteral("[2001:db8::1]") << hex("050100")
                                   << hex("0500") + ok
                                   << hex("05010004"
                                          "20010db8000000000000000000000001"
                                          "01d1");
    const QByteArray request = "CONNECT mail.example.org:465 HTTP/1.1\r\nHost: mail.example.org:465\r\n";
    const QByteArray established = "HTTP/1.1 200 Connection established\r\n\r\n";
    QTest::newRow("HTTP") << http() << mail << request + "\r\n" << established << QByteArray();
    QTest::newRow("HTTP 1.0 with a head")
        << http() << mail << request + "\r\n"
        << QByteArray("HTTP/1.0 200 OK\r\nVia: 1.1 proxy\r\nContent-Length: 5\r\n\r\n") << QByteArray();
    QTest::newRow("HTTP with LF alone") << http() << mail << request + "\r\n"
                                        << QByteArray("HTTP/1.1 200 OK\nVia: x\n\n") << QByteArray();
    QTest::newRow("HTTP after a 103") << http() << mail << request + "\r\n"
                                      << "HTTP/1.1 103 Early Hints\r\n\r\n" + established << QByteArray();
    QTest::newRow("HTTP with sign-in")
        << http(QStringLiteral("Aladdin"), "open sesame") << mail
        << request + "Proxy-Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\r\n\r\n"
        << established << QByteArray();
    QTest::newRow("HTTP to IPv6") << http() << QStringLiteral("2001:db8::1")
                                  << QByteArray("CONNECT [2001:db8::1]:465 HTTP/1.1\r\n"
                                                "Host: [2001:db8::1]:465\r\n\r\n")
                                  << established << QByteArray();
}

void TestProxyHandshake::through()
{
    QFETCH(Proxy, proxy);
    QFETCH(QString, server);
    QFETCH(QByteArray, opening);
    QFETCH(QByteArray, said);
    QFETCH(QByteArray, answers);
    for (const qsizetype pieceSize : {1, 2, 3, 7, 1000}) {
        ProxyHandshake handshake = to(proxy, server);
        QCOMPARE(handshake.opening(), opening);
        // The server's greeting, in the same segment: not an octet of it is eaten.
        const Heard heard = hear(handshake, said + "220 hello\r\n", pieceSize);
        QCOMPARE(int(heard.state), int(State::Through));
        QCOMPARE(heard.answers, answers);
        QVERIFY(QByteArray("220 hello\r\n").startsWith(heard.rest));
        if (pieceSize == 1000)
            QCOMPARE(heard.rest, QByteArray("220 hello\r\n"));
    }
}

void TestProxyHandshake::refused_data()
{
    QTest::addColumn<Proxy>("proxy");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<Kind>("kind");
    const Proxy plain = socks(), known = socks(QStringLiteral("me"), "secret");
    QTest::newRow("SOCKS 4") << plain << hex("005b") << Kind::ProxyFailed;
    QTest::newRow("HTTP for SOCKS") << plain << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n")
                                    << Kind::ProxyFailed;
    QTest::newRow("mail server for SOCKS") << plain << QByteArray("220 hello\r\n") << Kind::ProxyFailed;
    QTest::newRow("no method") << plain << hex("05ff") << Kind::ProxyAuthenticationRequired;
    QTest::newRow("a method that was not offered")
        << plain << hex("0502") << Kind::ProxyAuthenticationRequired;
    QTest::newRow("GSSAPI, unasked") << known << hex("0501") << Kind::ProxyFailed;
    QTest::newRow("wrong password") << known << hex("05020101") << Kind::ProxyAuthenticationRequired;
    QTest::newRow("a password that does not fit") << socks(QStringLiteral("me"), QByteArray(256, 'x'))
                                                  << hex("0502") << Kind::ProxyAuthenticationRequired;
    const auto reply = [&](const char *title, const char *digits, Kind kind) {
        QTest::newRow(title) << plain << hex("0500") + hex(digits) << kind;
    };
    reply("general failure", "05010001000000000000", Kind::ProxyFailed);
    reply("not allowed", "05020001000000000000", Kind::ProxyRefused);
    reply("network unreachable", "05030001000000000000", Kind::ProxyFailed);
    reply("host unreachable", "05040001000000000000", Kind::HostNotFound);
    reply("connection refused", "05050001000000000000", Kind::Refused);
    reply("TTL", "05060001000000000000", Kind::TimedOut);
    reply("short refusal", "0502", Kind::ProxyRefused);
    reply("another version", "04000001000000000000", Kind::ProxyFailed);
    reply("unknown address", "05000009000000000000", Kind::ProxyFailed);

    const auto status = [](const char *title, const QByteArray &line, Kind kind) {
        QTest::newRow(title) << http() << line + "\r\n\r\n" << kind;
    };
    status("HTTP 403", "HTTP/1.1 403 Forbidden", Kind::ProxyRefused);
    status("HTTP 404", "HTTP/1.1 404 Not Found", Kind::HostNotFound);
    status("HTTP 405", "HTTP/1.0 405 Method Not Allowed", Kind::ProxyRefused);
    status("HTTP 407", "HTTP/1.1 407 Proxy Authentication Required", Kind::ProxyAuthenticationRequired);
    status("HTTP 500", "HTTP/1.1 500 Oops", Kind::ProxyFailed);
    status("HTTP 502", "HTTP/1.1 502 Bad Gateway", Kind::Refused);
    status("HTTP 503", "HTTP/1.1 503 Service Unavailable", Kind::Refused);
    status("HTTP 504", "HTTP/1.1 504 Gateway Time-out", Kind::TimedOut);
    status("HTTP 301", "HTTP/1.1 301 Moved", Kind::ProxyFailed);
    status("HTTP without a status", "HTTP/1.1 ", Kind::ProxyFailed);
    status("HTTP with letters", "HTTP/1.1 abc", Kind::ProxyFailed);
    status("HTTP 2", "HTTP/2 200", Kind::ProxyFailed);
    status("mail server for HTTP", "220 hello", Kind::ProxyFailed);
    status("HTTP 403 after a 100", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 403 No", Kind::ProxyRefused);
}

void TestProxyHandshake::refused()
{
    QFETCH(Proxy, proxy);
    QFETCH(QByteArray, said);
    QFETCH(Kind, kind);
    for (const qsizetype pieceSize : {1, 3, 1000}) {
        ProxyHandshake handshake = to(proxy);
        const Heard heard = hear(handshake, said, pieceSize);
        QCOMPARE(int(heard.state), int(State::Failed));
        QCOMPARE(int(handshake.error().kind), int(kind));
        QVERIFY(!handshake.error().detail.isEmpty());
        QVERIFY(!heard.answers.contains("secret") || kind == Kind::ProxyAuthenticationRequired);
    }
}

void TestProxyHandshake::endlessHead()
{
    ProxyHandshake handshake = to(http());
    QByteArray said = "HTTP/1.1 200 OK\r\n";
    while (said.size() < 20'000)
        said += "X-Padding: padding\r\n";
    QCOMPARE(int(handshake.take(said).state), int(State::Failed));
    QCOMPARE(int(handshake.error().kind), int(Kind::ProxyFailed));
}

void TestProxyHandshake::nothingIsSlippedIn()
{
    // Names that hold a line end are none, and a sign-in goes out in base64.
    QVERIFY(!HostName::make(QStringLiteral("mail.example.org:465 HTTP/1.1\r\nX: y")));
    const ProxyHandshake handshake = to(http(QStringLiteral("me\r\nX-Evil: 1"), "a\r\nb"));
    QCOMPARE(handshake.opening().count("\r\n"), 4);
    QVERIFY(!handshake.opening().contains("Evil"));
}

void TestProxyHandshake::equality()
{
    QVERIFY(socks(QStringLiteral("me"), "one") == socks(QStringLiteral("me"), "one"));
    QVERIFY(!(socks(QStringLiteral("me"), "one") == socks(QStringLiteral("me"), "two")));
    QVERIFY(!(socks() == http()));
    QVERIFY(Proxy() == Proxy());
    QVERIFY(!(Proxy() == Proxy::none()));
}

QTEST_GUILESS_MAIN(TestProxyHandshake)
#include "tst_proxyhandshake.moc"
