// SPDX-License-Identifier: GPL-3.0-or-later
#include "FakeGss.h"
#include "SaslRig.h"
#include "core/sasl/GssapiContext.h"

#include <QTest>

using namespace pennypost;

namespace {

const QByteArray host = "smtp.example.org";
const QByteArray offer("{\x07\x00\x10\x00}", 6); // all layers, 4,096 octets

} // namespace

/// GSSAPI over a library that is none, and what the real one of this machine says.
class TestGssapi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsIn_data();
    void signsIn();
    void noTicket_data();
    void noTicket();
    void hostileServer_data();
    void hostileServer();
    void oneSided();
    void chosenWithTicketAlone();
    void systemsOwn();

private:
    static std::unique_ptr<SaslMechanism> made(const gss::Functions &functions, const QString &user = {});
};

/// `functions` outlive it.
std::unique_ptr<SaslMechanism> TestGssapi::made(const gss::Functions &functions, const QString &user)
{
    SaslContext context;
    context.host = host;
    context.makeGss = [&functions](const QByteArray &name) { return GssapiContext::make(functions, name); };
    return pennypost::made("GSSAPI", {Credential::Kind::Ticket, user, {}}, context);
}

void TestGssapi::signsIn_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<int>("turns");
    QTest::addColumn<bool>("lastToken");
    QTest::addColumn<QList<QByteArray>>("said");
    const QByteArray none("{\x01\x00\x00\x00}", 6);
    QTest::newRow("as whom the ticket names, MIT's two turns")
        << QString() << 2 << false << QList<QByteArray>{"token1", "", none};
    QTest::newRow("the last turn has a token")
        << QString() << 3 << true << QList<QByteArray>{"token1", "token2", "token3", none};
    QTest::newRow("to act as somebody")
        << QStringLiteral("j\u00FCrgen") << 2 << false
        << QList<QByteArray>{"token1", "", none.chopped(1) + "j\xC3\xBCrgen}"};
    QTest::newRow("at once") << QString() << 1 << true << QList<QByteArray>{"token1", none};
}

void TestGssapi::signsIn()
{
    QFETCH(QString, user);
    QFETCH(int, turns);
    QFETCH(bool, lastToken);
    FakeGss gss;
    gss.turns = turns;
    gss.lastToken = lastToken;
    const gss::Functions functions = gss.functions();
    {
        const auto mechanism = made(functions, user);
        QList<QByteArray> said;
        const auto initial = mechanism->initialResponse();
        QVERIFY(initial && *initial);
        said.append(**initial);
        for (int i = 1; i < turns; ++i) {
            QVERIFY(!mechanism->mayFinish());
            const auto answer = mechanism->respond(QByteArray("server" + QByteArray::number(i)));
            QVERIFY(answer);
            said.append(*answer);
        }
        QVERIFY(!mechanism->mayFinish());
        const auto layer = mechanism->respond(offer);
        QVERIFY(layer);
        said.append(*layer);
        QTEST(said, "said");
        QVERIFY(mechanism->mayFinish());
        QVERIFY(!mechanism->respond(""));
        QVERIFY(!mechanism->mayFinish());
        QCOMPARE(gss.service, QByteArray("smtp@smtp.example.org"));
        QCOMPARE(gss.received.size(), turns - 1);
        QCOMPARE(gss.wanted, gss::mutualFlag | gss::integrityFlag);
        QVERIFY(!gss.confidential);
    }
    QCOMPARE(gss.kept, 0);
}

void TestGssapi::noTicket_data()
{
    QTest::addColumn<bool>("hasTicket");
    QTest::addColumn<uint>("lifetime");
    QTest::addColumn<bool>("knowsHost");
    QTest::newRow("none") << false << 3600U << true;
    QTest::newRow("run out") << true << 0U << true;
    QTest::newRow("a host that can't be named") << true << 3600U << false;
}

void TestGssapi::noTicket()
{
    QFETCH(bool, hasTicket);
    QFETCH(uint, lifetime);
    QFETCH(bool, knowsHost);
    FakeGss gss;
    gss.hasTicket = hasTicket;
    gss.lifetime = lifetime;
    gss.knowsHost = knowsHost;
    const gss::Functions functions = gss.functions();
    QVERIFY(!GssapiContext::make(functions, host));
    const auto initial = made(functions)->initialResponse();
    QVERIFY(!initial);
    QCOMPARE(initial.error(), SaslError::Unavailable);
    QCOMPARE(gss.kept, 0);
    QVERIFY(!GssapiContext::make(functions, ""));
    QVERIFY(!GssapiContext::make(functions, "a@b")); // would name another service
}

void TestGssapi::hostileServer_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("layers");
    QTest::newRow("a bad token") << QByteArray("bad") << QByteArray();
    QTest::newRow("no token") << QByteArray() << QByteArray();
    QTest::newRow("no offer") << QByteArray("t") << QByteArray("");
    QTest::newRow("an offer that is not wrapped") << QByteArray("t") << QByteArray("\x01\x00\x00\x00", 4);
    QTest::newRow("too short") << QByteArray("t") << QByteArray("{\x01\x00\x00}", 5);
    QTest::newRow("empty") << QByteArray("t") << QByteArray("{}");
    QTest::newRow("too long") << QByteArray("t") << QByteArray("{\x01\x00\x00\x00\x00}", 7);
    QTest::newRow("with a layer alone") << QByteArray("t") << QByteArray("{\x06\x00\x10\x00}", 6);
    QTest::newRow("64 KiB") << QByteArray("t") << QByteArray(65536, '{');
}

void TestGssapi::hostileServer()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, layers);
    FakeGss gss;
    const gss::Functions functions = gss.functions();
    {
        const auto mechanism = made(functions);
        QVERIFY(mechanism->initialResponse());
        auto answer = mechanism->respond(token);
        if (token == "t") {
            QVERIFY(answer);
            answer = mechanism->respond(layers);
        }
        QVERIFY(!answer);
        QCOMPARE(answer.error(), SaslError::BadChallenge);
        QVERIFY(!mechanism->respond(offer)); // it is over
        QVERIFY(!mechanism->mayFinish());
    }
    QCOMPARE(gss.kept, 0);
}

/// Without mutual authentication nobody has proved to be the server.
void TestGssapi::oneSided()
{
    FakeGss gss;
    gss.flags = gss::integrityFlag;
    const gss::Functions functions = gss.functions();
    const auto mechanism = made(functions);
    QVERIFY(mechanism->initialResponse());
    QVERIFY(!mechanism->respond("t"));
    QVERIFY(!mechanism->mayFinish());

    gss.flags = gss::mutualFlag | gss::integrityFlag;
    gss.wraps = false;
    const auto other = made(functions);
    QVERIFY(other->initialResponse() && other->respond("t"));
    const auto layer = other->respond(offer);
    QVERIFY(!layer);
    QCOMPARE(layer.error(), SaslError::Unavailable);
}

void TestGssapi::chosenWithTicketAlone()
{
    FakeGss gss;
    const gss::Functions functions = gss.functions();
    SaslContext context;
    context.encrypted = true;
    context.offered = {"GSSAPI", "PLAIN"};
    context.host = host;
    context.makeGss = [&functions](const QByteArray &name) { return GssapiContext::make(functions, name); };
    const Credential ticket{Credential::Kind::Ticket, {}, {}};
    QCOMPARE(usableMechanisms(ticket, context, "").size(), 1);
    QVERIFY(usableMechanisms(ticket, context, "PLAIN").isEmpty());
    gss.hasTicket = false;
    QVERIFY(usableMechanisms(ticket, context, "").isEmpty());
    gss.hasTicket = true;
    context.host.clear();
    QVERIFY(usableMechanisms(ticket, context, "").isEmpty());
    QCOMPARE(gss.kept, 0);
}

/// Whatever this machine has, without a ticket it has none.
void TestGssapi::systemsOwn()
{
    qputenv("KRB5CCNAME", "FILE:/nonexistent/of-nobody");
    qputenv("KRB5_CONFIG", "/nonexistent");
    QVERIFY(!systemGssContext(host));
}

QTEST_GUILESS_MAIN(TestGssapi)
#include "tst_gssapi.moc"
