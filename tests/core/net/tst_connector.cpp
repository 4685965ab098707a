// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/Connector.h"
#include "tests/fakes/ScriptedServer.h"

#include <QSignalSpy>
#include <QTest>

using namespace pennypost;
using namespace std::chrono_literals;
using Kind = TransportError::Kind;
Q_DECLARE_METATYPE(TransportError::Kind)

namespace {

QHostInfo infoOf(const QStringList &addresses)
{
    QHostInfo info;
    QList<QHostAddress> list;
    for (const QString &address : addresses)
        list.append(QHostAddress(address));
    info.setAddresses(list);
    return info;
}

/// A name server that knows one answer.
Connector::Lookup answering(const QHostInfo &info)
{
    return [info](const QString &, QObject *context, Connector::Found found) {
        QMetaObject::invokeMethod(
            context, [info, found = std::move(found)] { found(info); }, Qt::QueuedConnection);
    };
}

HostName someName()
{
    return *HostName::make(QStringLiteral("mail.example.org"));
}

/// A port on which nobody listens any more.
quint16 closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

class TestConnector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void interleaving_data();
    void interleaving();
    void literal();
    void movesOnWhenRefused();
    void movesOnWhenSilent();
    void failures_data();
    void failures();
    void allFailuresAreTold();
    void lastOfMany();
    void losersAreCancelled();
    void blackHoles_data();
    void blackHoles();
    void lookupFailures_data();
    void lookupFailures();
    void realLookupOfNoSuchName();
    void stopIsSilent_data();
    void stopIsSilent();
};

void TestConnector::interleaving_data()
{
    QTest::addColumn<QStringList>("found");
    QTest::addColumn<QStringList>("order");
    const QString a4 = QStringLiteral("192.0.2.1"), b4 = QStringLiteral("192.0.2.2"),
                  a6 = QStringLiteral("2001:db8::1"), b6 = QStringLiteral("2001:db8::2"),
                  c6 = QStringLiteral("2001:db8::3");
    QTest::newRow("one") << QStringList{a4} << QStringList{a4};
    QTest::newRow("one family") << QStringList{a4, b4} << QStringList{a4, b4};
    QTest::newRow("six first") << QStringList{a6, b6, a4, b4} << QStringList{a6, a4, b6, b4};
    QTest::newRow("four first") << QStringList{a4, a6} << QStringList{a4, a6};
    QTest::newRow("uneven") << QStringList{a6, b6, c6, a4} << QStringList{a6, a4, b6, c6};
    QTest::newRow("none") << QStringList{} << QStringList{};
}

void TestConnector::interleaving()
{
    QFETCH(QStringList, found);
    QFETCH(QStringList, order);
    QCOMPARE(interleaved(infoOf(found).addresses()), infoOf(order).addresses());
}

void TestConnector::literal()
{
    ScriptedServer server;
    server.start();
    Connector connector(250ms, [](const QString &, QObject *, const Connector::Found &) {
        QFAIL("an address is not looked up");
    });
    QSignalSpy resolved(&connector, &Connector::resolved);
    QSignalSpy connected(&connector, &Connector::connected);
    connector.start(*HostName::make(QStringLiteral("127.0.0.1")), server.serverPort());
    QCOMPARE(resolved.count(), 0); // nothing within the call
    QTRY_COMPARE(connected.count(), 1);
    QCOMPARE(resolved.count(), 1);
    const auto socket = connector.takeSocket();
    QVERIFY(socket);
    QCOMPARE(socket->peerPort(), server.serverPort());
    QVERIFY(!connector.takeSocket());
}

void TestConnector::movesOnWhenRefused()
{
    ScriptedServer server;
    server.start(QHostAddress(QStringLiteral("127.0.0.3")));
    // Patience is so long that only the refusals can have moved it on.
    Connector connector(10min, answering(infoOf({QStringLiteral("127.0.0.1"), QStringLiteral("127.0.0.2"),
                                                 QStringLiteral("127.0.0.3")})));
    QSignalSpy connected(&connector, &Connector::connected);
    QSignalSpy failed(&connector, &Connector::failed);
    connector.start(someName(), server.serverPort());
    QTRY_COMPARE(connected.count(), 1);
    QCOMPARE(failed.count(), 0);
    QCOMPARE(connector.takeSocket()->peerAddress(), QHostAddress(QStringLiteral("127.0.0.3")));
}

void TestConnector::movesOnWhenSilent()
{
    ScriptedServer server;
    server.start();
    // 192.0.2.0/24 (TEST-NET-1) never answers: either silence or no route, and never a connection.
    Connector connector(20ms, answering(infoOf({QStringLiteral("192.0.2.1"), QStringLiteral("127.0.0.1")})));
    QSignalSpy connected(&connector, &Connector::connected);
    connector.start(someName(), server.serverPort());
    QTRY_COMPARE(connected.count(), 1);
    QCOMPARE(connector.takeSocket()->peerAddress(), QHostAddress(QHostAddress::LocalHost));
}

void TestConnector::failures_data()
{
    QTest::addColumn<QStringList>("addresses");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("one refuses") << QStringList{QStringLiteral("127.0.0.1")} << Kind::Refused;
    QTest::newRow("both refuse") << QStringList{QStringLiteral("127.0.0.1"), QStringLiteral("127.0.0.2")}
                                 << Kind::Refused;
    // Nobody connects to a broadcast address: that fails at once, and the refusal tells more.
    QTest::newRow("no route, refused")
        << QStringList{QStringLiteral("255.255.255.255"), QStringLiteral("127.0.0.1")} << Kind::Refused;
    QTest::newRow("refused, no route")
        << QStringList{QStringLiteral("127.0.0.1"), QStringLiteral("255.255.255.255")} << Kind::Refused;
    QTest::newRow("no route") << QStringList{QStringLiteral("255.255.255.255")} << Kind::Offline;
}

void TestConnector::failures()
{
    QFETCH(QStringList, addresses);
    QFETCH(Kind, kind);
    Connector connector(20ms, answering(infoOf(addresses)));
    QSignalSpy failed(&connector, &Connector::failed);
    QSignalSpy connected(&connector, &Connector::connected);
    connector.start(someName(), closedPort());
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(connected.count(), 0);
    const auto error = failed.first().first().value<TransportError>();
    QCOMPARE(error.kind, kind);
    QVERIFY(!error.detail.isEmpty());
}

void TestConnector::allFailuresAreTold()
{
    const QStringList addresses{QStringLiteral("127.0.0.1"), QStringLiteral("127.0.0.2"),
                                QStringLiteral("255.255.255.255")};
    Connector connector(10min, answering(infoOf(addresses)));
    QSignalSpy failed(&connector, &Connector::failed);
    connector.start(someName(), closedPort());
    QTRY_COMPARE(failed.count(), 1);
    const QString detail = failed.first().first().value<TransportError>().detail;
    for (const QString &address : addresses)
        QVERIFY2(detail.contains(QString(address + u": ")), qPrintable(detail));
}

void TestConnector::lastOfMany()
{
    QStringList addresses;
    for (int i = 1; i <= 40; ++i)
        addresses.append(QStringLiteral("127.0.1.%1").arg(i));
    ScriptedServer server;
    server.start(QHostAddress(addresses.last()));
    Connector connector(10min, answering(infoOf(addresses)));
    QSignalSpy connected(&connector, &Connector::connected);
    connector.start(someName(), server.serverPort());
    QTRY_COMPARE(connected.count(), 1);
    QCOMPARE(connector.takeSocket()->peerAddress(), QHostAddress(addresses.last()));
}

void TestConnector::losersAreCancelled()
{
    ScriptedServer server;
    server.start(QHostAddress::AnyIPv4);
    QSignalSpy gone(&server, &ScriptedServer::peerGone);
    QStringList addresses;
    for (int i = 1; i <= 5; ++i)
        addresses.append(QStringLiteral("127.0.0.%1").arg(i));
    Connector connector(0ms, answering(infoOf(addresses))); // all of them at once, or nearly
    QSignalSpy connected(&connector, &Connector::connected);
    QSignalSpy failed(&connector, &Connector::failed);
    connector.start(someName(), server.serverPort());
    QTRY_COMPARE(connected.count(), 1);
    const auto winner = connector.takeSocket();
    QVERIFY(winner);
    QTRY_VERIFY(server.connections() >= 1);
    QTRY_COMPARE(gone.count(), server.connections() - 1);
    QCOMPARE(winner->state(), QAbstractSocket::ConnectedState);
    QCOMPARE(connected.count(), 1);
    QCOMPARE(failed.count(), 0);
}

void TestConnector::blackHoles_data()
{
    QTest::addColumn<QStringList>("found");
    const QString good = QStringLiteral("127.0.0.1");
    // Documentation addresses (RFC 5737, RFC 3849): silence or no route, and never a connection.
    QTest::newRow("IPv6") << QStringList{QStringLiteral("2001:db8::1"), good};
    QTest::newRow("IPv6, all of them") << QStringList{
        QStringLiteral("2001:db8::1"), QStringLiteral("2001:db8::2"), QStringLiteral("2001:db8::3"), good};
    QTest::newRow("IPv4") << QStringList{QStringLiteral("192.0.2.1"), good};
    QTest::newRow("IPv4, then one that refuses")
        << QStringList{QStringLiteral("192.0.2.1"), QStringLiteral("127.0.0.9"), good};
    QTest::newRow("both") << QStringList{QStringLiteral("2001:db8::1"), QStringLiteral("192.0.2.1"),
                                         QStringLiteral("2001:db8::2"), QStringLiteral("198.51.100.1"), good};
}

void TestConnector::blackHoles()
{
    QFETCH(QStringList, found);
    ScriptedServer server;
    server.start();
    Connector connector(20ms, answering(infoOf(found)));
    QSignalSpy connected(&connector, &Connector::connected);
    connector.start(someName(), server.serverPort());
    QTRY_COMPARE(connected.count(), 1);
    QCOMPARE(connector.takeSocket()->peerAddress(), QHostAddress(QHostAddress::LocalHost));
}

void TestConnector::lookupFailures_data()
{
    QTest::addColumn<QHostInfo::HostInfoError>("error");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("no such name") << QHostInfo::HostNotFound << Kind::HostNotFound;
    QTest::newRow("name without address") << QHostInfo::NoError << Kind::HostNotFound;
    QTest::newRow("no name server answers") << QHostInfo::UnknownError << Kind::Offline;
}

void TestConnector::lookupFailures()
{
    QFETCH(QHostInfo::HostInfoError, error);
    QFETCH(Kind, kind);
    QHostInfo info;
    info.setError(error);
    Connector connector(250ms, answering(info));
    QSignalSpy failed(&connector, &Connector::failed);
    connector.start(someName(), 465);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<TransportError>().kind, kind);
}

void TestConnector::realLookupOfNoSuchName()
{
    // RFC 6761: never exists. Without any name server the answer is that we are offline.
    Connector connector;
    QSignalSpy failed(&connector, &Connector::failed);
    connector.start(*HostName::make(QStringLiteral("mail.pennypost.invalid")), 465);
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 60000);
    const Kind kind = failed.first().first().value<TransportError>().kind;
    QVERIFY(kind == Kind::HostNotFound || kind == Kind::Offline);
}

void TestConnector::stopIsSilent_data()
{
    QTest::addColumn<bool>("afterResolved");
    QTest::newRow("before the name is found") << false;
    QTest::newRow("while connecting") << true;
}

void TestConnector::stopIsSilent()
{
    QFETCH(bool, afterResolved);
    ScriptedServer server;
    server.start();
    Connector connector(250ms, answering(infoOf({QStringLiteral("127.0.0.1")})));
    QSignalSpy connected(&connector, &Connector::connected);
    QSignalSpy failed(&connector, &Connector::failed);
    if (afterResolved)
        connect(&connector, &Connector::resolved, &connector, &Connector::stop);
    connector.start(someName(), server.serverPort());
    if (!afterResolved)
        connector.stop();
    // Whatever was on its way has come once a second connector got through.
    Connector other(250ms, answering(infoOf({QStringLiteral("127.0.0.1")})));
    QSignalSpy through(&other, &Connector::connected);
    other.start(someName(), server.serverPort());
    QTRY_COMPARE(through.count(), 1);
    QCOMPARE(connected.count() + failed.count(), 0);
}

QTEST_GUILESS_MAIN(TestConnector)
#include "tst_connector.moc"
