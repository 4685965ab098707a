// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/net/TransportWatch.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace pennypost;
using Kind = TransportError::Kind;
using Start = Transport::Start;
Q_DECLARE_METATYPE(TransportError::Kind)

/// Every way in which a connection can end, and what may be heard after it.
class TestTransportEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linkLost_data();
    void linkLost();
    void lostWhileWriting_data();
    void lostWhileWriting();
    void lastWordsBeforeCloseArrive_data();
    void lastWordsBeforeCloseArrive();
    void openFailures_data();
    void openFailures();
    void closeSendsWhatIsLeft_data();
    void closeSendsWhatIsLeft();
    void nothingIsToldWithinClose();
    void silentAfter_data();
    void silentAfter();
};

void TestTransportEnd::linkLost_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<bool>("reset");
    QTest::newRow("FIN in clear") << false << false;
    QTest::newRow("RST in clear") << false << true;
    QTest::newRow("clean close under TLS") << true << false;
    QTest::newRow("RST under TLS") << true << true;
}

void TestTransportEnd::linkLost()
{
    QFETCH(bool, tls);
    QFETCH(bool, reset);
    ScriptedServer server;
    if (tls)
        server.setImplicitTls(TestCertificates::shared().good());
    server.say("220 hello\r\n").pause();
    if (reset)
        server.reset();
    else
        server.close();
    server.start();
    TlsTransport transport;
    TransportWatch watch(transport);
    transport.open(endpointOf(server), tls ? Start::Tls : Start::Plain);
    QTRY_COMPARE(watch.received, QByteArray("220 hello\r\n"));
    server.proceed();
    QTRY_VERIFY(watch.error.has_value());
    QCOMPARE(watch.error->kind, Kind::Lost);
    QCOMPARE(watch.events.count(QStringLiteral("failed")), 1);
    QVERIFY(transport.read().isEmpty());
    transport.write("no harm\r\n");
    QCOMPARE(transport.unsent(), 0);
}

void TestTransportEnd::lostWhileWriting_data()
{
    linkLost_data();
}

/// In mid-letter, with more of it waiting than the system takes: nothing is written to what is closed.
void TestTransportEnd::lostWhileWriting()
{
    QFETCH(bool, tls);
    QFETCH(bool, reset);
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    ScriptedServer server;
    if (tls)
        server.setImplicitTls(TestCertificates::shared().good());
    server.say("220 hello\r\n").pause();
    if (reset)
        server.reset();
    else
        server.close();
    server.start();
    TlsTransport transport;
    TransportWatch watch(transport);
    transport.open(endpointOf(server), tls ? Start::Tls : Start::Plain);
    QTRY_COMPARE(watch.received, QByteArray("220 hello\r\n"));
    const QByteArray piece(256 * 1024, 'x');
    connect(&transport, &Transport::drained, &transport, [&] { transport.write(piece); });
    for (int i = 0; i < 16; ++i)
        transport.write(piece);
    server.proceed();
    QTRY_VERIFY(watch.error.has_value());
    QCOMPARE(watch.error->kind, Kind::Lost);
}

void TestTransportEnd::lastWordsBeforeCloseArrive_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("in clear") << false;
    QTest::newRow("under TLS") << true;
}

void TestTransportEnd::lastWordsBeforeCloseArrive()
{
    QFETCH(bool, tls);
    ScriptedServer server;
    if (tls)
        server.setImplicitTls(TestCertificates::shared().good());
    server.say("421 4.3.2 ").say("closing\r\n").close();
    server.start();
    TlsTransport transport;
    TransportWatch watch(transport);
    transport.open(endpointOf(server), tls ? Start::Tls : Start::Plain);
    QTRY_VERIFY(watch.error.has_value());
    QCOMPARE(watch.error->kind, Kind::Lost);
    QCOMPARE(watch.received, QByteArray("421 4.3.2 closing\r\n"));
}

void TestTransportEnd::openFailures_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("caFile");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("refused") << QStringLiteral("127.0.0.1") << QString() << Kind::Refused;
    QTest::newRow("refused by name") << QStringLiteral("localhost") << QString() << Kind::Refused;
    QTest::newRow("no name at all") << QStringLiteral("two words") << QString() << Kind::HostNotFound;
    QTest::newRow("no such CA file") << QStringLiteral("127.0.0.1") << QStringLiteral("/nonexistent/ca.pem")
                                     << Kind::TlsFailed;
}

void TestTransportEnd::openFailures()
{
    QFETCH(QString, host);
    QFETCH(QString, caFile);
    QFETCH(Kind, kind);
    quint16 port = 0;
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        port = gone.serverPort();
    }
    TlsTransport transport;
    TransportWatch watch(transport);
    transport.open({host, port, {{}, caFile}}, Start::Tls);
    QVERIFY(watch.events.isEmpty());
    QTRY_VERIFY(watch.error.has_value());
    QCOMPARE(watch.error->kind, kind);
    QVERIFY(!watch.error->detail.isEmpty());
}

void TestTransportEnd::closeSendsWhatIsLeft_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<bool>("destroyed");
    QTest::newRow("in clear") << false << false;
    QTest::newRow("under TLS") << true << false;
    QTest::newRow("in clear, transport gone") << false << true;
    QTest::newRow("under TLS, transport gone") << true << true;
}

void TestTransportEnd::closeSendsWhatIsLeft()
{
    QFETCH(bool, tls);
    QFETCH(bool, destroyed);
    ScriptedServer server;
    if (tls)
        server.setImplicitTls(TestCertificates::shared().good());
    server.say("250 taken\r\n").expect("QUIT").say("221 bye\r\n").close();
    server.start();
    auto transport = std::make_unique<TlsTransport>();
    TransportWatch watch(*transport);
    QSignalSpy gone(&server, &ScriptedServer::peerGone);
    transport->open(endpointOf(server), tls ? Start::Tls : Start::Plain);
    QTRY_COMPARE(watch.received, QByteArray("250 taken\r\n"));
    transport->write("QUIT\r\n");
    transport->close();
    if (destroyed)
        transport.reset();
    QTRY_VERIFY(server.isFinished());
    QCOMPARE(server.lines(), QList<QByteArray>{"QUIT"});
    QTRY_VERIFY(gone.count() > 0);
    QVERIFY(!watch.error);
    QCOMPARE(watch.received, QByteArray("250 taken\r\n"));
}

void TestTransportEnd::nothingIsToldWithinClose()
{
    // Who hears that there is room would go on writing.
    ScriptedServer server;
    server.setImplicitTls(TestCertificates::shared().good());
    server.say("354 go\r\n").takeOctets(100'000);
    server.start();
    TlsTransport transport;
    TransportWatch watch(transport);
    transport.open(endpointOf(server), Start::Tls);
    QTRY_COMPARE(watch.received, QByteArray("354 go\r\n"));
    const int before = watch.drains;
    transport.write(QByteArray(100'000, 'x'));
    transport.close();
    QTRY_VERIFY(server.isFinished()); // all of it has come
    QCOMPARE(watch.drains, before);
}

void TestTransportEnd::silentAfter_data()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<bool>("linger");
    for (const char *event : {"resolved", "connected", "encrypted"}) {
        QTest::addRow("close at %s", event) << QString::fromLatin1(event) << true;
        QTest::addRow("abort at %s", event) << QString::fromLatin1(event) << false;
    }
}

void TestTransportEnd::silentAfter()
{
    QFETCH(QString, event);
    QFETCH(bool, linger);
    ScriptedServer server;
    server.setImplicitTls(TestCertificates::shared().good());
    server.say("220 hello\r\n").close();
    server.start();
    TlsTransport transport;
    TransportWatch watch(transport);
    const auto stop = [&] {
        if (watch.events.last() == event)
            linger ? transport.close() : transport.abort();
    };
    connect(&transport, &Transport::resolved, this, stop);
    connect(&transport, &Transport::connected, this, stop);
    connect(&transport, &Transport::encrypted, this, stop);
    transport.open(endpointOf(server), Start::Tls);
    QTRY_VERIFY(watch.has(event.toLatin1()));
    const QStringList events = watch.events;
    // A second transport gets through the same loop: time enough for anything late of the first.
    TlsTransport other;
    TransportWatch otherWatch(other);
    other.open(endpointOf(server), Start::Tls);
    QTRY_VERIFY(otherWatch.error.has_value());
    QCOMPARE(watch.events, events);
    QVERIFY(watch.received.isEmpty());
}

QTEST_GUILESS_MAIN(TestTransportEnd)
#include "tst_transportend.moc"
