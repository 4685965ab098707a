// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/net/TransportWatch.h"
#include "tests/fakes/TlsPeerServer.h"

#include <QTest>

using namespace pennypost;
using Kind = TransportError::Kind;
using Start = Transport::Start;
using End = TlsPeerServer::End;
using Staple = TestCertificates::Staple;
Q_DECLARE_METATYPE(TransportError::Kind)
Q_DECLARE_METATYPE(pennypost::TlsPeer::Wishes)

/// Servers that a QSslSocket would not be: weak, old, revoked, gone in the middle of a handshake; both from
/// the start of a connection and after STARTTLS.
class TestTlsRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refused_data();
    void refused();
    void cutInTheHandshake_data();
    void cutInTheHandshake();
    void endsAfterWords_data();
    void endsAfterWords();
    void channelBindings();

private:
    static Endpoint endpointOf(const TlsPeerServer &server)
    {
        return {QStringLiteral("localhost"), server.serverPort(), {{}, TestCertificates::shared().caFile()}};
    }
    /// From the start or after "220 go".
    static void open(TlsTransport &transport, const TransportWatch &watch, const TlsPeerServer &server,
                     bool implicit)
    {
        transport.open(endpointOf(server), implicit ? Start::Tls : Start::Plain);
        if (!implicit) {
            QTRY_COMPARE(watch.received, QByteArray("220 go\r\n"));
            transport.startTls();
        }
    }
};

void TestTlsRefusals::refused_data()
{
    QTest::addColumn<TlsPeer::Wishes>("wishes");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("implicit");
    const TestCertificates &certificates = TestCertificates::shared();
    const TestIdentity good = certificates.good();
    const auto row = [](const char *title, const TlsPeer::Wishes &wishes, Kind kind) {
        QTest::addRow("TLS, %s", title) << wishes << kind << true;
        QTest::addRow("STARTTLS, %s", title) << wishes << kind << false;
    };
    row("SHA-1", {.identity = certificates.signedWithSha1()}, Kind::CertificateWeak);
    row("1,024 bits", {.identity = certificates.shortKey()}, Kind::CertificateWeak);
    row("TLS 1.0", {.version = 0x0301}, Kind::TlsTooOld);
    row("TLS 1.1", {.version = 0x0302}, Kind::TlsTooOld);
    row("revoked", {.identity = good, .staple = certificates.staple(good, Staple::Revoked)},
        Kind::CertificateRevoked);
    row("revoked, TLS 1.2",
        {.identity = good, .version = 0x0303, .staple = certificates.staple(good, Staple::Revoked)},
        Kind::CertificateRevoked);
}

void TestTlsRefusals::refused()
{
    QFETCH(TlsPeer::Wishes, wishes);
    QFETCH(Kind, kind);
    QFETCH(bool, implicit);
    TlsPeerServer server(wishes);
    server.setStartTls(!implicit);
    server.start();
    TlsTransport transport;
    TransportWatch watch(transport);
    open(transport, watch, server, implicit);
    QTRY_VERIFY(watch.error.has_value());
    QCOMPARE(int(watch.error->kind), int(kind));
    QVERIFY(!watch.has("encrypted"));
    QCOMPARE(watch.events.count(QStringLiteral("failed")), 1);
    transport.write("secret");
    QCOMPARE(transport.unsent(), 0);
    QVERIFY(server.received().isEmpty());
    QCOMPARE(transport.channelBindings(), ChannelBindings());
}

void TestTlsRefusals::cutInTheHandshake_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<End>("end");
    QTest::addColumn<qsizetype>("after");
    for (const int version : {0x0303, 0x0304}) {
        // The octets of a whole handshake, in memory; the last record only closes it under TLS 1.2.
        for (const qsizetype after : {0, 1, 4, 5, 6, 60, 127, 128, 200, 400, 500, 600}) {
            QTest::addRow("TLS 1.%d, FIN after %lld", version - 0x0301, qlonglong(after))
                << version << End::Fin << after;
            QTest::addRow("TLS 1.%d, RST after %lld", version - 0x0301, qlonglong(after))
                << version << End::Rst << after;
        }
    }
}

void TestTlsRefusals::cutInTheHandshake()
{
    QFETCH(int, version);
    QFETCH(End, end);
    QFETCH(qsizetype, after);
    TlsPeerServer server({.version = version});
    server.setEnd(end, after);
    server.start();
    TlsTransport transport;
    TransportWatch watch(transport);
    open(transport, watch, server, true);
    QTRY_VERIFY(watch.error.has_value());
    QCOMPARE(int(watch.error->kind), int(Kind::Lost));
    QVERIFY(!watch.has("encrypted"));
    QVERIFY(watch.received.isEmpty());
}

void TestTlsRefusals::endsAfterWords_data()
{
    QTest::addColumn<End>("end");
    QTest::addColumn<bool>("whole");
    QTest::newRow("FIN without close_notify") << End::Fin << true;
    QTest::newRow("RST") << End::Rst << true;
    QTest::newRow("FIN within a record") << End::Fin << false;
    QTest::newRow("RST within a record") << End::Rst << false;
}

void TestTlsRefusals::endsAfterWords()
{
    QFETCH(End, end);
    QFETCH(bool, whole);
    const TestIdentity shown = TestCertificates::shared().good();
    qsizetype said = 0;
    {
        TlsPeerServer server({.identity = shown, .version = 0x0303});
        server.start();
        TlsTransport transport;
        TransportWatch watch(transport);
        open(transport, watch, server, true);
        QTRY_COMPARE(watch.received, QByteArray("220 inside\r\n"));
        said = server.said();
    }
    // A signature may be an octet or two shorter than that before: well within the last record all the same.
    TlsPeerServer server({.identity = shown, .version = 0x0303});
    server.setEnd(end, whole ? said + 1000 : said - 12);
    server.start();
    TlsTransport transport;
    TransportWatch watch(transport);
    open(transport, watch, server, true);
    QTRY_VERIFY(watch.has("encrypted"));
    if (whole) {
        QTRY_COMPARE(watch.received, QByteArray("220 inside\r\n"));
        server.endNow(end);
    }
    QTRY_VERIFY(watch.error.has_value());
    QCOMPARE(int(watch.error->kind), int(Kind::Lost));
    QCOMPARE(watch.received, whole ? QByteArray("220 inside\r\n") : QByteArray());
}

void TestTlsRefusals::channelBindings()
{
    const TestIdentity shown = TestCertificates::shared().good();
    TlsPeerServer server({.identity = shown});
    server.setStartTls(true);
    server.start();
    TlsTransport transport;
    TransportWatch watch(transport);
    QCOMPARE(transport.channelBindings(), ChannelBindings());
    open(transport, watch, server, false);
    QCOMPARE(transport.channelBindings(), ChannelBindings());
    QTRY_VERIFY(watch.has("encrypted"));
    QCOMPARE(transport.channelBindings().tlsServerEndPoint, shown.sha256());
    QCOMPARE(transport.channelBindings().tlsExporter.size(), 32);
    const Transport &base = transport;
    QCOMPARE(base.channelBindings(), transport.channelBindings());
    transport.close();
    QCOMPARE(transport.channelBindings().tlsServerEndPoint, shown.sha256()); // still of the connection it had
}

QTEST_GUILESS_MAIN(TestTlsRefusals)
#include "tst_tlsrefusals.moc"
