// SPDX-License-Identifier: GPL-3.0-or-later
#include "SaslRig.h"

#include <QTest>

using namespace pennypost;

namespace {

Credential token(const QString &userName, const QByteArray &secret)
{
    Credential credential = password(userName, secret);
    credential.kind = Credential::Kind::Token;
    return credential;
}

const QString rfcUser = QStringLiteral("user@example.com");
const QByteArray rfcToken = "vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==";

} // namespace

/// The mechanisms without a password: OAUTHBEARER, XOAUTH2, EXTERNAL.
class TestBearer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void message_data();
    void message();
    void refusal_data();
    void refusal();
    void unsuitable_data();
    void unsuitable();
    void external_data();
    void external();
};

void TestBearer::message_data()
{
    QTest::addColumn<QByteArray>("mechanism");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QByteArray>("message");

    // RFC 7628 4.1, and 4.3 for SMTP.
    QTest::newRow("RFC 7628 4.1") << QByteArray("OAUTHBEARER") << rfcUser << rfcToken
                                  << QByteArray("server.example.com") << 143
                                  << QByteArray("n,a=user@example.com,\1host=server.example.com\1port=143\1"
                                                "auth=Bearer vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==\1\1");
    QTest::newRow("host and port not known")
        << QByteArray("OAUTHBEARER") << rfcUser << rfcToken << QByteArray() << 0
        << QByteArray("n,a=user@example.com,\1auth=Bearer vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==\1\1");
    QTest::newRow("a comma and an equal sign in the name")
        << QByteArray("OAUTHBEARER") << QStringLiteral("a,b=c") << QByteArray("t") << QByteArray() << 0
        << QByteArray("n,a=a=2Cb=3Dc,\1auth=Bearer t\1\1");
    // Google's own example.
    QTest::newRow("XOAUTH2") << QByteArray("XOAUTH2") << QStringLiteral("someuser@example.com")
                             << QByteArray("ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg")
                             << QByteArray("server.example.com") << 587
                             << QByteArray::fromBase64(
                                    "dXNlcj1zb21ldXNlckBleGFtcGxlLmNvbQFhdXRoPUJlYXJlciB5YTI5Ln"
                                    "ZGOWRmdDRxbVRjMk52YjNSbGNrQmhkSFJoZG1semRHRXVZMjl0Q2cBAQ==");
    QTest::newRow("a long token") << QByteArray("XOAUTH2") << QStringLiteral("a") << QByteArray(4096, 'x')
                                  << QByteArray() << 0
                                  << QByteArray("user=a\1auth=Bearer " + QByteArray(4096, 'x') + "\1\1");
}

void TestBearer::message()
{
    QFETCH(QByteArray, mechanism);
    QFETCH(QString, user);
    QFETCH(QByteArray, secret);
    SaslContext context;
    QFETCH(QByteArray, host);
    context.host = host;
    QFETCH(int, port);
    context.port = quint16(port);
    const auto bearer = made(mechanism, token(user, secret), context);
    QCOMPARE(bearer->name().toByteArray(), mechanism);
    QVERIFY(!bearer->mayFinish());
    const auto initial = bearer->initialResponse();
    QVERIFY(initial && *initial);
    QTEST(**initial, "message");
    QVERIFY(bearer->mayFinish());
}

void TestBearer::refusal_data()
{
    QTest::addColumn<QByteArray>("mechanism");
    QTest::addColumn<QByteArray>("challenge");
    QTest::addColumn<bool>("isReason");
    QTest::addColumn<QByteArray>("answer");
    const QByteArray reason = R"({"status":"invalid_token","scope":"example_scope"})";
    QTest::newRow("RFC 7628 3.2.2") << QByteArray("OAUTHBEARER") << reason << true << QByteArray(1, '\1');
    QTest::newRow("Google's") << QByteArray("XOAUTH2") << reason << true << QByteArray();
    QTest::newRow("no JSON at all") << QByteArray("XOAUTH2") << QByteArray("no") << true << QByteArray();
    QTest::newRow("64 KiB") << QByteArray("OAUTHBEARER") << QByteArray(65536, '{') << true
                            << QByteArray(1, '\1');
    QTest::newRow("nothing, OAUTHBEARER")
        << QByteArray("OAUTHBEARER") << QByteArray() << false << QByteArray();
    QTest::newRow("nothing, XOAUTH2") << QByteArray("XOAUTH2") << QByteArray() << false << QByteArray();
}

void TestBearer::refusal()
{
    QFETCH(QByteArray, mechanism);
    QFETCH(QByteArray, challenge);
    QFETCH(bool, isReason);
    const auto bearer = made(mechanism, token(rfcUser, rfcToken));
    QVERIFY(!bearer->respond(challenge)); // nothing has been sent yet
    QVERIFY(bearer->initialResponse());
    const auto answer = bearer->respond(challenge);
    QCOMPARE(answer.hasValue(), isReason);
    if (!answer) {
        QCOMPARE(answer.error(), SaslError::BadChallenge);
        return;
    }
    QTEST(*answer, "answer");
    QVERIFY(!bearer->mayFinish()); // refused once, for good
    const auto again = bearer->respond(challenge);
    QVERIFY(!again);
    QCOMPARE(again.error(), SaslError::WrongSecret);
}

void TestBearer::unsuitable_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("no name") << QString() << rfcToken;
    QTest::newRow("no token") << rfcUser << QByteArray();
    QTest::newRow("a separator in the name") << QStringLiteral("a\u0001auth=Bearer x") << rfcToken;
    QTest::newRow("a line end in the name") << QStringLiteral("a\r\n") << rfcToken;
    QTest::newRow("DEL in the name") << QStringLiteral("a\u007F") << rfcToken;
    QTest::newRow("a separator in the token") << rfcUser << QByteArray("a\1b");
    QTest::newRow("NUL in the token") << rfcUser << QByteArray("a\0b", 3);
    QTest::newRow("a line end in the token") << rfcUser << QByteArray("abc\n");
    QTest::newRow("a blank in the token") << rfcUser << QByteArray("a b");
    QTest::newRow("a letter beyond ASCII in the token") << rfcUser << QByteArray("\xC3\xBC");
}

void TestBearer::unsuitable()
{
    QFETCH(QString, user);
    QFETCH(QByteArray, secret);
    for (const QByteArrayView name : {QByteArrayView("OAUTHBEARER"), QByteArrayView("XOAUTH2")}) {
        const auto initial = made(name, token(user, secret))->initialResponse();
        QVERIFY(!initial);
        QCOMPARE(initial.error(), SaslError::UnsuitableSecret);
    }
}

void TestBearer::external_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<bool>("suitable");
    QTest::newRow("whom the certificate names") << QString() << true;
    QTest::newRow("to act as") << QStringLiteral("fred@example.com") << true;
    QTest::newRow("beyond ASCII") << QStringLiteral("j\u00FCrgen") << true;
    QTest::newRow("NUL") << QString(QChar(u'\0')) << false;
}

void TestBearer::external()
{
    QFETCH(QString, user);
    QFETCH(bool, suitable);
    const auto mechanism = made("EXTERNAL", {Credential::Kind::Certificate, user, {}});
    QVERIFY(!mechanism->mayFinish());
    const auto initial = mechanism->initialResponse();
    QCOMPARE(initial.hasValue(), suitable);
    QCOMPARE(mechanism->mayFinish(), suitable);
    if (!initial) {
        QCOMPARE(initial.error(), SaslError::UnsuitableSecret);
        return;
    }
    QVERIFY(*initial); // the client speaks first, be it with nothing
    QCOMPARE(**initial, user.toUtf8());
    const auto more = mechanism->respond("");
    QVERIFY(!more);
    QCOMPARE(more.error(), SaslError::BadChallenge);
}

QTEST_GUILESS_MAIN(TestBearer)
#include "tst_bearer.moc"
