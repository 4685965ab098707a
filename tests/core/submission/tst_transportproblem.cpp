// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/RequestParts.h"
#include "core/submission/TransportProblem.h"

#include <QTest>

using namespace pennypost;
using Kind = TransportError::Kind;
using Security = ServerSettings::Security;
Q_DECLARE_METATYPE(TransportError::Kind)
Q_DECLARE_METATYPE(Problem)

class TestTransportProblem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void problems_data();
    void problems();
    void tlsBytes_data();
    void tlsBytes();
    void requestParts();
    void accepted();
};

void TestTransportProblem::problems_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Problem>("fromStart");
    QTest::addColumn<Problem>("afterStartTls");
    const auto same = [](const char *title, Kind kind, Problem problem) {
        QTest::newRow(title) << kind << problem << problem;
    };
    same("offline", Kind::Offline, Problem::Offline);
    same("no such host", Kind::HostNotFound, Problem::HostNotFound);
    same("refused", Kind::Refused, Problem::ConnectionRefused);
    same("silent", Kind::TimedOut, Problem::TimedOut);
    same("lost", Kind::Lost, Problem::ConnectionLost);
    same("TLS failed", Kind::TlsFailed, Problem::TlsFailed);
    same("TLS too old", Kind::TlsTooOld, Problem::TlsTooOld);
    same("untrusted", Kind::CertificateUntrusted, Problem::CertificateUntrusted);
    same("expired", Kind::CertificateExpired, Problem::CertificateExpired);
    same("wrong name", Kind::CertificateWrongName, Problem::CertificateWrongName);
    same("not pinned", Kind::CertificateNotPinned, Problem::CertificateNotPinned);
    QTest::newRow("clear text") << Kind::PeerSpeaksPlain << Problem::TlsOnPlainPort
                                << Problem::InjectedBeforeTls;
}

void TestTransportProblem::problems()
{
    QFETCH(Kind, kind);
    QFETCH(Problem, fromStart);
    QFETCH(Problem, afterStartTls);
    QCOMPARE(problemOf(kind, false), fromStart);
    QCOMPARE(problemOf(kind, true), afterStartTls);
}

void TestTransportProblem::tlsBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("tls");
    QTest::newRow("alert") << QByteArray::fromHex("15030100020246") << true;
    QTest::newRow("handshake") << QByteArray::fromHex("160303") << true;
    QTest::newRow("one byte is not enough") << QByteArray::fromHex("15") << false;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("greeting") << QByteArray("220 hello\r\n") << false;
    QTest::newRow("other control bytes") << QByteArray::fromHex("1504") << false;
}

void TestTransportProblem::tlsBytes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, tls);
    QCOMPARE(looksLikeTls(bytes), tls);
}

void TestTransportProblem::requestParts()
{
    ServerSettings server;
    server.host = QStringLiteral("mail.example.org");
    server.port = 2525;
    server.pinnedSha256 = QByteArray(32, 'p');
    server.caFile = QStringLiteral("ca.pem");
    server.mechanism = "LOGIN";
    const Endpoint expected{server.host, 2525, {server.pinnedSha256, server.caFile}};
    QCOMPARE(endpointOf(server), expected);

    server.proxy = {ProxySettings::Kind::HttpConnect, QStringLiteral("proxy.example.org"), 3128,
                    QStringLiteral("hatter")};
    const ConnectionSecrets secrets{Secret(QByteArray("key")), Secret(QByteArray("tea"))};
    const Proxy proxy = endpointOf(server, secrets).proxy;
    const Proxy wanted{Proxy::Kind::HttpConnect, QStringLiteral("proxy.example.org"), 3128,
                       QStringLiteral("hatter"), std::make_shared<const Secret>(QByteArray("tea"))};
    QVERIFY(proxy == wanted);
    server.proxy.kind = ProxySettings::Kind::Socks5;
    QVERIFY(endpointOf(server, secrets).proxy.kind == Proxy::Kind::Socks5);
    server.proxy.kind = ProxySettings::Kind::None; // whatever else stands there
    QVERIFY(endpointOf(server, secrets).proxy == Proxy::none());
    server.proxy = {};
    QVERIFY(endpointOf(server, secrets).proxy == Proxy());

    const std::pair<Security, Protection> rows[] = {{Security::Tls, Protection::ImplicitTls},
                                                    {Security::StartTls, Protection::StartTls},
                                                    {Security::None, Protection::None}};
    for (const auto &[security, protection] : rows) {
        server.security = security;
        const DialogueSettings settings = dialogueSettingsOf(server);
        QCOMPARE(int(settings.protection), int(protection));
        QCOMPARE(settings.mechanism, QByteArray("LOGIN"));
        // Neither the machine's name nor its address in the network.
        QCOMPARE(settings.helloName, QByteArray("[127.0.0.1]"));
    }
    QVERIFY(!transactionOf(std::nullopt));
}

void TestTransportProblem::accepted()
{
    Envelope envelope;
    for (const QString &name : {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")})
        envelope.forwardPaths.append(*SmtpPath::make(Mailbox{{}, name, QStringLiteral("example.org")}));
    QCOMPARE(acceptedPaths(envelope, {{QStringLiteral("b@example.org"), Reply()}}),
             QStringList({QStringLiteral("a@example.org"), QStringLiteral("c@example.org")}));
}

QTEST_GUILESS_MAIN(TestTransportProblem)
#include "tst_transportproblem.moc"
