// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/net/TransportWatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace pennypost;
using Kind = TransportError::Kind;
using Start = Transport::Start;
Q_DECLARE_METATYPE(TransportError::Kind)

/// The way of bytes: in clear, under TLS, and from the one to the other.
class TestTlsTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plain();
    void implicitTls();
    void startTls();
    void bufferedBytesStopStartTls_data();
    void bufferedBytesStopStartTls();
    void bytesAfterStartTlsAreNoTls_data();
    void bytesAfterStartTlsAreNoTls();
    void notTls_data();
    void notTls();
    void backPressure_data();
    void backPressure();
};

void TestTlsTransport::plain()
{
    ScriptedServer server;
    server.say("220 hello\r\n").expect("EHLO").say("250 hello\r\n");
    server.start();
    TlsTransport transport;
    TransportWatch watch(transport);
    transport.open(endpointOf(server), Start::Plain);
    QVERIFY(watch.events.isEmpty()); // nothing within the call
    QTRY_COMPARE(watch.received, QByteArray("220 hello\r\n"));
    transport.write("EHLO [127.0.0.1]\r\n");
    QTRY_COMPARE(watch.received, QByteArray("220 hello\r\n250 hello\r\n"));
    QCOMPARE(watch.events, QStringList({QStringLiteral("resolved"), QStringLiteral("connected")}));
    QVERIFY(transport.tls().isNull());
    QCOMPARE(transport.peerAddress(), QHostAddress(QHostAddress::LocalHost));
    QVERIFY(transport.read().isEmpty());
}

void TestTlsTransport::implicitTls()
{
    ScriptedServer server;
    const TestIdentity good = TestCertificates::shared().good();
    server.setImplicitTls(good);
    server.setPieceSize(1);
    server.say("220 hello\r\n").expect("EHLO").say("250 hello\r\n");
    server.start();
    TlsTransport transport;
    TransportWatch watch(transport);
    transport.open(endpointOf(server), Start::Tls);
    QTRY_COMPARE(watch.received, QByteArray("220 hello\r\n"));
    transport.write("EHLO [127.0.0.1]\r\n");
    QTRY_COMPARE(watch.received, QByteArray("220 hello\r\n250 hello\r\n"));
    QCOMPARE(watch.events, QStringList({QStringLiteral("resolved"), QStringLiteral("connected"),
                                        QStringLiteral("encrypted")}));
    QCOMPARE(transport.tls().protocol, QStringLiteral("TLSv1.3"));
    QVERIFY(transport.tls().cipher.startsWith(QLatin1StringView("TLS_")));
    QCOMPARE(transport.tls().certificate, describe(good.certificate));
}

void TestTlsTransport::startTls()
{
    ScriptedServer server;
    server.setIdentity(TestCertificates::shared().good());
    server.say("220 hello\r\n").expect("STARTTLS").say("220 go\r\n").startTls();
    server.expect("EHLO").say("250 inside\r\n");
    server.start();
    TlsTransport transport;
    TransportWatch watch(transport);
    transport.open(endpointOf(server), Start::Plain);
    QTRY_COMPARE(watch.received, QByteArray("220 hello\r\n"));
    transport.write("STARTTLS\r\n");
    QTRY_COMPARE(watch.received, QByteArray("220 hello\r\n220 go\r\n"));
    transport.startTls();
    QTRY_VERIFY(watch.has("encrypted"));
    transport.write("EHLO [127.0.0.1]\r\n");
    QTRY_VERIFY(watch.received.endsWith("250 inside\r\n"));
    QVERIFY(!transport.tls().isNull());
    QVERIFY(!watch.error);
}

void TestTlsTransport::bufferedBytesStopStartTls_data()
{
    QTest::addColumn<QByteArray>("injected");
    QTest::newRow("a reply") << QByteArray("250-injected\r\n");
    QTest::newRow("a fragment without CRLF") << QByteArray("250-inj");
    QTest::newRow("one byte") << QByteArray("2");
}

void TestTlsTransport::bufferedBytesStopStartTls()
{
    QFETCH(QByteArray, injected);
    ScriptedServer server;
    server.setIdentity(TestCertificates::shared().good());
    server.say("220 go\r\n" + injected).startTls().say("250 inside\r\n");
    server.start();
    TlsTransport transport;
    TransportWatch watch(transport);
    watch.reads = false; // an owner that did not read on
    QSignalSpy ready(&transport, &Transport::readyRead);
    transport.open(endpointOf(server), Start::Plain);
    QTRY_VERIFY(ready.count() > 0);
    transport.startTls();
    QVERIFY(!watch.error); // nothing within the call
    QVERIFY(transport.read().isEmpty());
    QTRY_VERIFY(watch.error.has_value());
    QCOMPARE(watch.error->kind, Kind::PeerSpeaksPlain);
    QVERIFY(!watch.has("encrypted"));
    QVERIFY(transport.read().isEmpty());
}

void TestTlsTransport::bytesAfterStartTlsAreNoTls_data()
{
    QTest::addColumn<QByteArray>("injected");
    QTest::newRow("a reply") << QByteArray("250-injected\r\n");
    QTest::newRow("a fragment without CRLF") << QByteArray("250-injected");
    QTest::newRow("a fragment that a handshake follows") << QByteArray("25");
}

void TestTlsTransport::bytesAfterStartTlsAreNoTls()
{
    QFETCH(QByteArray, injected);
    ScriptedServer server;
    server.setIdentity(TestCertificates::shared().good());
    server.say("220 go\r\n").pause().say(injected).startTls().say("250 inside\r\n");
    server.start();
    TlsTransport transport;
    TransportWatch watch(transport);
    transport.open(endpointOf(server), Start::Plain);
    QTRY_COMPARE(watch.received, QByteArray("220 go\r\n"));
    transport.startTls();
    server.proceed(); // the next segment, while the handshake is on its way
    QTRY_VERIFY(watch.error.has_value());
    QCOMPARE(watch.error->kind, Kind::PeerSpeaksPlain);
    QVERIFY(!watch.has("encrypted"));
    QCOMPARE(watch.received, QByteArray("220 go\r\n"));
}

void TestTlsTransport::notTls_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("SMTP greeting") << QByteArray("220 mail.example.org ESMTP\r\n") << Kind::PeerSpeaksPlain;
    QTest::newRow("multi-line greeting") << QByteArray("220-wait\r\n220 hello\r\n") << Kind::PeerSpeaksPlain;
    QTest::newRow("421 greeting") << QByteArray("421 busy\r\n") << Kind::PeerSpeaksPlain;
    QTest::newRow("HTTP") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n") << Kind::PeerSpeaksPlain;
    QTest::newRow("IMAP") << QByteArray("* OK [CAPABILITY IMAP4rev1] ready\r\n") << Kind::PeerSpeaksPlain;
    QTest::newRow("SSH") << QByteArray("SSH-2.0-OpenSSH_9.2p1\r\n") << Kind::PeerSpeaksPlain;
    QTest::newRow("version alert") << QByteArray::fromHex("15030100020246") << Kind::TlsTooOld;
    QTest::newRow("handshake alert") << QByteArray::fromHex("15030100020228") << Kind::TlsFailed;
    // ServerHello of TLS 1.0: version, 32 octets of random, no session, AES128-SHA, no compression.
    QTest::newRow("TLS 1.0 only") << QByteArray::fromHex("160301002a"
                                                         "02000026"
                                                         "0301") +
                                         QByteArray(32, 'r') + QByteArray::fromHex("00002f00")
                                  << Kind::TlsTooOld;
}

void TestTlsTransport::notTls()
{
    QFETCH(QByteArray, answer);
    QFETCH(Kind, kind);
    ScriptedServer server;
    server.takeOctets(16).say(answer); // after the ClientHello, so that it can't pass for early talk
    server.start();
    TlsTransport transport;
    TransportWatch watch(transport);
    transport.open(endpointOf(server), Start::Tls);
    QTRY_VERIFY(watch.error.has_value());
    QCOMPARE(watch.error->kind, kind);
    QCOMPARE(watch.error->peerAlerted, answer.startsWith('\x15'));
    QCOMPARE(watch.events, QStringList({QStringLiteral("resolved"), QStringLiteral("connected"),
                                        QStringLiteral("failed")}));
}

void TestTlsTransport::backPressure_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<qint64>("total");
    for (const bool tls : {false, true}) {
        for (const qint64 kilo : {300, 400, 1000, 16'000})
            QTest::addRow("%lld kB %s", kilo, tls ? "under TLS" : "in clear") << tls << kilo * 1000;
    }
}

void TestTlsTransport::backPressure()
{
    QFETCH(bool, tls);
    QFETCH(qint64, total);
    ScriptedServer server;
    if (tls)
        server.setImplicitTls(TestCertificates::shared().good());
    server.say("354 go\r\n").pause().takeOctets(total).say("250 taken\r\n");
    server.start();
    TlsTransport transport;
    TransportWatch watch(transport);
    qint64 leftAtLastDrain = -1;
    connect(&transport, &Transport::drained, this, [&] {
        leftAtLastDrain = transport.unsent();
        QVERIFY(leftAtLastDrain < 256 * 1024);
    });
    transport.open(endpointOf(server), tls ? Start::Tls : Start::Plain);
    QTRY_COMPARE(watch.received, QByteArray("354 go\r\n"));
    const int before = watch.drains; // the handshake had bytes to write, too
    transport.write(QByteArray(total, 'x'));
    QVERIFY(transport.unsent() >= total / 2); // the buffers of the system took at most a part
    QCOMPARE(watch.drains, before);           // nothing within the call
    server.proceed();
    QTRY_VERIFY(watch.received.endsWith("250 taken\r\n"));
    // Whoever waits for room hears of it when all is gone, at the latest: else a letter stands still.
    QVERIFY(watch.drains > before);
    QCOMPARE(leftAtLastDrain, 0);
    QCOMPARE(transport.unsent(), 0);
}

QTEST_GUILESS_MAIN(TestTlsTransport)
#include "tst_tlstransport.moc"
