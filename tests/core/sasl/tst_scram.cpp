// SPDX-License-Identifier: GPL-3.0-or-later
#include "SaslRig.h"
#include "core/sasl/ScramMessages.h"

#include <QTest>

using namespace pennypost;

namespace {

const QByteArray nonce = "rOprNGfwEbeRWgbNEkqO";
/// RFC 7677 3.
const QByteArray serverFirst =
    "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
const QByteArray serverFinal = "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=";

std::unique_ptr<SaslMechanism> sha256(const QByteArray &ours = nonce)
{
    return made("SCRAM-SHA-256", password(QStringLiteral("user"), "pencil"), contextWith(ours));
}

/// Up to the proof.
std::unique_ptr<SaslMechanism> sha256WithProof()
{
    auto mechanism = sha256();
    const bool proven = mechanism->initialResponse() && mechanism->respond(serverFirst);
    return proven ? std::move(mechanism) : nullptr;
}

QByteArray exporter()
{
    QByteArray octets;
    for (char i = 0; i < 32; ++i)
        octets += i;
    return octets;
}

} // namespace

class TestScram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectors_data();
    void vectors();
    void header_data();
    void header();
    void serverFirstMessage_data();
    void serverFirstMessage();
    void serverFinalMessage_data();
    void serverFinalMessage();
    void signatureWithSuccess_data();
    void signatureWithSuccess();
    void outOfTurn();
    void plusWithoutBindings();
    void namesAndPasswords_data();
    void namesAndPasswords();
    void noncesDiffer();
};

void TestScram::vectors_data()
{
    QTest::addColumn<QByteArray>("mechanism");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("ours");
    QTest::addColumn<bool>("exports");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("challenge");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("verifier");

    const QString user = QStringLiteral("user");
    const QByteArray bound = "c=cD10bHMtZXhwb3J0ZXIsLAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f,"
                             "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=";
    const QByteArray unbound = "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=";
    QTest::newRow("RFC 5802 5")
        << QByteArray("SCRAM-SHA-1") << user << QByteArray("pencil") << QByteArray("fyko+d2lbbFgONRv9qkxdawL")
        << false << QByteArray("n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL")
        << QByteArray("r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096")
        << QByteArray("c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=")
        << QByteArray("v=rmF9pqV8S7suAoZWja4dJRkFsKQ=");
    QTest::newRow("RFC 7677 3") << QByteArray("SCRAM-SHA-256") << user << QByteArray("pencil") << nonce
                                << false << QByteArray("n,,n=user,r=rOprNGfwEbeRWgbNEkqO") << serverFirst
                                << QByteArray(unbound + "dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=")
                                << serverFinal;
    // No RFC has these: computed with Python's hashlib and hmac.
    QTest::newRow("SHA-512")
        << QByteArray("SCRAM-SHA-512") << user << QByteArray("pencil") << nonce << false
        << QByteArray("n,,n=user,r=rOprNGfwEbeRWgbNEkqO") << serverFirst
        << QByteArray(unbound +
                      "gMGXRcevScNtxZ6/8lQYpGtnsNAc3mGcmNomv+xnoOMw+3R2xNJdMNnzMlTN8PPC6wdp6dybEmDYXYTx"
                      "wnYPJQ==")
        << QByteArray(
               "v=ZQnYEgWQMFmmsM8aQMF0nDDCy/AgCzkwk8CmMZYcMg0vSVlKDanekLtifDSeVGT4+5ZxXnJq199RVG2rR7N7Zw==");
    QTest::newRow("SHA-1-PLUS") << QByteArray("SCRAM-SHA-1-PLUS") << user << QByteArray("pencil") << nonce
                                << true << QByteArray("p=tls-exporter,,n=user,r=rOprNGfwEbeRWgbNEkqO")
                                << serverFirst << QByteArray(bound + "/QKgZNBHelOsjZPTvucb5s4VtQE=")
                                << QByteArray("v=tK3UShY5jkJWC9Q52aNEU6Ba6Is=");
    QTest::newRow("SHA-256-PLUS") << QByteArray("SCRAM-SHA-256-PLUS") << user << QByteArray("pencil") << nonce
                                  << true << QByteArray("p=tls-exporter,,n=user,r=rOprNGfwEbeRWgbNEkqO")
                                  << serverFirst
                                  << QByteArray(bound + "QC6CS20quADQRb3mT99YUH+n3VJxUvzuK0K0E1Vrs2M=")
                                  << QByteArray("v=2GiAgapEppLVlUXbxUDksL3VgYHzuqiK5tR4mhJGgvs=");
    QTest::newRow("SHA-512-PLUS")
        << QByteArray("SCRAM-SHA-512-PLUS") << user << QByteArray("pencil") << nonce << true
        << QByteArray("p=tls-exporter,,n=user,r=rOprNGfwEbeRWgbNEkqO") << serverFirst
        << QByteArray(bound +
                      "jVaGV/PIJ7hgkpxV9a1jdpzyYkHQH9gW6fn3DbAL2oEA+5w4CCSJjoq8G37bn2FsGaVEMsk4kiHRqMUoN/"
                      "aiiA==")
        << QByteArray(
               "v=bTvxua5nsJsvSd2bk+1WbSe84MBgjkACQPOqiN7MhTBLYxVX2QUqwET2NLcZEv2CfexR6NbAMluKltOEs5vLYw==");
    QTest::newRow("a comma and an equal sign in the name, letters beyond ASCII")
        << QByteArray("SCRAM-SHA-256") << QStringLiteral("a,b=c\u00fc")
        << QByteArray("p\xC3\xA4ss w\xC3\xB6rd") << nonce << false
        << QByteArray("n,,n=a=2Cb=3Dc\xC3\xBC,r=rOprNGfwEbeRWgbNEkqO") << serverFirst
        << QByteArray(unbound + "KEbyz/eS3k2MOH+jbnkHX3A46sh2f2AFOSNz8lSWslc=")
        << QByteArray("v=vULYlpnQJ7o6g7Tv6XIPPS0y0ge3bmYqbjtSQoVFTKY=");
    QTest::newRow("the same typed with combining marks and a no-break space")
        << QByteArray("SCRAM-SHA-256") << QStringLiteral("a,b=cu\u0308")
        << QByteArray("pa\xCC\x88ss\xC2\xA0wo\xCC\x88rd") << nonce << false
        << QByteArray("n,,n=a=2Cb=3Dc\xC3\xBC,r=rOprNGfwEbeRWgbNEkqO") << serverFirst
        << QByteArray(unbound + "KEbyz/eS3k2MOH+jbnkHX3A46sh2f2AFOSNz8lSWslc=")
        << QByteArray("v=vULYlpnQJ7o6g7Tv6XIPPS0y0ge3bmYqbjtSQoVFTKY=");
    QTest::newRow("one round, one octet of salt")
        << QByteArray("SCRAM-SHA-256") << user << QByteArray("pencil") << nonce << false
        << QByteArray("n,,n=user,r=rOprNGfwEbeRWgbNEkqO") << QByteArray("r=rOprNGfwEbeRWgbNEkqOx,s=QQ==,i=1")
        << QByteArray("c=biws,r=rOprNGfwEbeRWgbNEkqOx,p=FPPVCXVmzv3y1sOY0u6zHkyiu4bkb02ip/3pkAwnIqY=")
        << QByteArray("v=CzRrC/WwpWHGL4mb6YD9J5GpoArGE+Lo+4R5q9uO9O0=");
}

void TestScram::vectors()
{
    QFETCH(QByteArray, mechanism);
    QFETCH(QString, user);
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, ours);
    QFETCH(bool, exports);
    const ChannelBindings bindings{exports ? exporter() : QByteArray(), exports ? "never used" : ""};
    const auto scram = made(mechanism, password(user, secret), contextWith(ours, bindings));
    QCOMPARE(scram->name().toByteArray(), mechanism);
    const auto first = scram->initialResponse();
    QVERIFY(first && *first);
    QTEST(**first, "first");
    QVERIFY(!scram->mayFinish());
    QVERIFY(!scram->secretWasTried());

    QFETCH(QByteArray, challenge);
    const auto answer = scram->respond(challenge);
    QVERIFY(answer);
    QTEST(*answer, "answer");
    QVERIFY(!scram->mayFinish());
    QVERIFY(scram->secretWasTried());

    QFETCH(QByteArray, verifier);
    const auto last = scram->respond(verifier);
    QVERIFY(last);
    QCOMPARE(*last, QByteArray());
    QVERIFY(scram->mayFinish());
    const auto more = scram->respond("");
    QVERIFY(!more);
    QCOMPARE(more.error(), SaslError::BadChallenge);
    QVERIFY(!scram->mayFinish());
}

void TestScram::header_data()
{
    QTest::addColumn<QByteArray>("mechanism");
    QTest::addColumn<ChannelBindings>("bindings");
    QTest::addColumn<QList<QByteArray>>("offered");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("binding");

    const QList<QByteArray> noPlus = {"SCRAM-SHA-256"};
    const QList<QByteArray> withPlus = {"SCRAM-SHA-256", "scram-sha-1-plus"};
    const QByteArray exported = exporter();
    const QByteArray endPoint(32, '\xff');
    QTest::newRow("nothing to bind") << QByteArray("SCRAM-SHA-256") << ChannelBindings{} << noPlus
                                     << QByteArray("n,,") << QByteArray();
    QTest::newRow("nothing to bind, though the server could")
        << QByteArray("SCRAM-SHA-256") << ChannelBindings{} << withPlus << QByteArray("n,,") << QByteArray();
    QTest::newRow("we could, the server seems not to")
        << QByteArray("SCRAM-SHA-256") << ChannelBindings{exported, {}} << noPlus << QByteArray("y,,")
        << QByteArray();
    QTest::newRow("likewise, by the certificate")
        << QByteArray("SCRAM-SHA-1") << ChannelBindings{{}, endPoint} << noPlus << QByteArray("y,,")
        << QByteArray();
    QTest::newRow("both could, a person wants otherwise")
        << QByteArray("SCRAM-SHA-256") << ChannelBindings{exported, {}} << withPlus << QByteArray("n,,")
        << QByteArray();
    QTest::newRow("exporter") << QByteArray("SCRAM-SHA-256-PLUS") << ChannelBindings{exported, {}} << withPlus
                              << QByteArray("p=tls-exporter,,") << exported;
    QTest::newRow("exporter first") << QByteArray("SCRAM-SHA-256-PLUS") << ChannelBindings{exported, endPoint}
                                    << withPlus << QByteArray("p=tls-exporter,,") << exported;
    QTest::newRow("certificate") << QByteArray("SCRAM-SHA-256-PLUS") << ChannelBindings{{}, endPoint}
                                 << withPlus << QByteArray("p=tls-server-end-point,,") << endPoint;
}

void TestScram::header()
{
    QFETCH(QByteArray, mechanism);
    QFETCH(ChannelBindings, bindings);
    QFETCH(QList<QByteArray>, offered);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, binding);
    SaslContext context = contextWith(nonce, bindings);
    context.offered = offered;
    const auto scram = made(mechanism, password(QStringLiteral("user"), "pencil"), context);
    const auto first = scram->initialResponse();
    QVERIFY(first && *first);
    QCOMPARE(**first, QByteArray(header + "n=user,r=" + nonce));
    const auto answer = scram->respond(serverFirst);
    QVERIFY(answer);
    QVERIFY(answer->startsWith(QByteArray("c=" + QByteArray(header + binding).toBase64() + ",r=")));
}

void TestScram::serverFirstMessage_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<int>("error"); // -1: none

    const int bad = int(SaslError::BadChallenge);
    const int many = int(SaslError::TooManyIterations);
    const QByteArray r = "r=" + nonce;
    const auto row = [](const char *name, const QByteArray &message, int error) {
        QTest::newRow(name) << message << error;
    };
    row("shortest", r + "x,s=QQ==,i=1", -1);
    row("an extension behind", r + "x,s=QQ==,i=1,x=what,y=ever", -1);
    row("as many rounds as may be", r + "x,s=QQ==,i=600000", -1);
    row("one round more", r + "x,s=QQ==,i=600001", many);
    row("2^31 rounds", r + "x,s=QQ==,i=2147483648", many);
    row("2^32 + 1 rounds", r + "x,s=QQ==,i=4294967297", many);
    row("more rounds than any number", r + "x,s=QQ==,i=" + QByteArray(4000, '9'), many);
    row("no round", r + "x,s=QQ==,i=0", bad);
    row("negative", r + "x,s=QQ==,i=-1", bad);
    row("a sign", r + "x,s=QQ==,i=+4096", bad);
    row("a zero in front", r + "x,s=QQ==,i=04096", bad);
    row("a blank", r + "x,s=QQ==,i= 4096", bad);
    row("hexadecimal", r + "x,s=QQ==,i=0x10", bad);
    row("rounds empty", r + "x,s=QQ==,i=", bad);
    row("nothing", "", bad);
    row("an equal sign", "=", bad);
    row("equal signs", "====", bad);
    row("commas", ",,,,", bad);
    row("NUL", QByteArray(3, '\0'), bad);
    row("no nonce", "s=QQ==,i=4096", bad);
    row("nonce empty", "r=,s=QQ==,i=4096", bad);
    row("our own nonce alone", r + ",s=QQ==,i=4096", bad);
    row("another nonce", "r=ROPRNGfwEbeRWgbNEkqOx,s=QQ==,i=4096", bad);
    row("our nonce at the end", "r=x" + nonce + ",s=QQ==,i=4096", bad);
    row("our nonce cut short", r.chopped(1) + ",s=QQ==,i=4096", bad);
    row("a control character in the nonce", r + "\x01,s=QQ==,i=4096", bad);
    row("a letter beyond ASCII in the nonce", r + "\xC3\xBC,s=QQ==,i=4096", bad);
    row("no salt", r + "x,i=4096", bad);
    row("salt empty", r + "x,s=,i=4096", bad);
    row("salt no base64", r + "x,s=!!!!,i=4096", bad);
    row("salt without its padding", r + "x,s=QQ,i=4096", bad);
    row("no rounds", r + "x,s=QQ==", bad);
    row("another order", r + "x,i=4096,s=QQ==", bad);
    row("an extension that has to be understood", "m=x," + r + "x,s=QQ==,i=4096", bad);
    row("64 KiB of nonce", r + QByteArray(65536, 'x') + ",s=QQ==,i=1", -1);
    row("64 KiB of nothing", QByteArray(65536, 'A'), bad);
    row("64 KiB of commas", QByteArray(65536, ','), bad);
    row("gives up", "e=other-error", int(SaslError::Refused));
    row("does not know the user", "e=unknown-user", int(SaslError::WrongSecret));
    row("could bind, so somebody hid it", "e=server-does-support-channel-binding",
        int(SaslError::BindingMismatch));
}

void TestScram::serverFirstMessage()
{
    QFETCH(QByteArray, message);
    QFETCH(int, error);
    const auto parsed = parseServerFirst(message, nonce);
    QCOMPARE(parsed.hasValue(), error < 0);
    if (parsed) {
        QVERIFY(parsed->iterations >= 1 && !parsed->salt.isEmpty());
        return;
    }
    QCOMPARE(int(parsed.error()), error);

    const auto scram = sha256();
    QVERIFY(scram->initialResponse());
    const auto answer = scram->respond(message);
    QVERIFY(!answer);
    QCOMPARE(int(answer.error()), error);
    QVERIFY(!scram->secretWasTried());
    // It is over: not even the right message helps.
    QVERIFY(!scram->respond(serverFirst));
    QVERIFY(!scram->respond(serverFinal));
    QVERIFY(!scram->takeSuccessData(serverFinal));
    QVERIFY(!scram->mayFinish());
}

void TestScram::serverFinalMessage_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<int>("error"); // -1: none

    const int unproven = int(SaslError::ServerUnproven);
    const int refused = int(SaslError::Refused);
    const auto row = [](const char *name, const QByteArray &message, int error) {
        QTest::newRow(name) << message << error;
    };
    row("right", serverFinal, -1);
    row("an extension behind", serverFinal + ",x=what", -1);
    row("the first octet wrong", "v=7rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=", unproven);
    row("the last octet wrong", "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G8=", unproven);
    row("another hash's", "v=rmF9pqV8S7suAoZWja4dJRkFsKQ=", unproven);
    row("its front alone", "v=6rri", unproven);
    row("empty", "v=", unproven);
    row("no base64", "v=!!!!", unproven);
    row("nothing", "", unproven);
    row("equal signs", "====", unproven);
    row("our proof back", "v=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=", unproven);
    row("the challenge again", serverFirst, unproven);
    row("behind another attribute", "x=y," + serverFinal, unproven);
    row("64 KiB", "v=" + QByteArray(65536, 'A'), unproven);
    row("wrong password", "e=invalid-proof", int(SaslError::WrongSecret));
    row("unknown user", "e=unknown-user", int(SaslError::WrongSecret));
    row("another TLS connection", "e=channel-bindings-dont-match", int(SaslError::BindingMismatch));
    row("hidden offer", "e=server-does-support-channel-binding", int(SaslError::BindingMismatch));
    row("binding not supported", "e=channel-binding-not-supported", refused);
    row("binding of another kind", "e=unsupported-channel-binding-type", refused);
    row("no resources", "e=no-resources", refused);
    row("some other word", "e=whatever", refused);
    row("an error without a word", "e=", refused);
}

void TestScram::serverFinalMessage()
{
    QFETCH(QByteArray, message);
    QFETCH(int, error);
    const auto scram = sha256WithProof();
    QVERIFY(scram);
    const auto answer = scram->respond(message);
    QCOMPARE(answer.hasValue(), error < 0);
    QCOMPARE(scram->mayFinish(), error < 0);
    if (answer)
        return;
    QCOMPARE(int(answer.error()), error);
    QVERIFY(!scram->respond(serverFinal)); // too late
    QVERIFY(!scram->mayFinish());
}

void TestScram::signatureWithSuccess_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<bool>("verified");
    QTest::newRow("right") << serverFinal << true;
    QTest::newRow("wrong") << QByteArray("v=7rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=") << false;
    QTest::newRow("something else") << QByteArray("welcome") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestScram::signatureWithSuccess()
{
    QFETCH(QByteArray, data);
    QFETCH(bool, verified);
    const auto scram = sha256WithProof();
    QVERIFY(scram);
    QVERIFY(scram->serverProvesItself());
    QCOMPARE(scram->takeSuccessData(data).hasValue(), verified);
    QCOMPARE(scram->mayFinish(), verified);
}

void TestScram::outOfTurn()
{
    const auto early = sha256();
    QVERIFY(!early->respond(serverFirst)); // before it has said who wants to sign in
    const auto impatient = sha256();
    QVERIFY(impatient->initialResponse());
    QVERIFY(!impatient->takeSuccessData(serverFinal));
    QVERIFY(!impatient->mayFinish());
}

void TestScram::plusWithoutBindings()
{
    const auto initial =
        made("SCRAM-SHA-256-PLUS", password(QStringLiteral("user"), "pencil"), contextWith(nonce))
            ->initialResponse();
    QVERIFY(!initial);
    QCOMPARE(initial.error(), SaslError::Unavailable);
}

void TestScram::namesAndPasswords_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<bool>("suitable");
    QTest::newRow("an emoji in the name") << QStringLiteral("\U0001F600") << QByteArray("pencil") << true;
    QTest::newRow("an emoji in the password")
        << QStringLiteral("user") << QByteArray("\xF0\x9F\x98\x80") << false;
    QTest::newRow("a password that is no UTF-8") << QStringLiteral("user") << QByteArray("\xFF\xFE") << false;
    QTest::newRow("a tab in the password") << QStringLiteral("user") << QByteArray("a\tb") << false;
    QTest::newRow("a name of nothing visible") << QStringLiteral("\u00AD") << QByteArray("pencil") << false;
    QTest::newRow("a password of nothing visible")
        << QStringLiteral("user") << QByteArray("\xC2\xAD") << false;
    QTest::newRow("blanks") << QStringLiteral("user") << QByteArray("  ") << true;
    QTest::newRow("256 letters") << QStringLiteral("user") << QByteArray(256, 'x') << true;
}

void TestScram::namesAndPasswords()
{
    QFETCH(QString, user);
    QFETCH(QByteArray, secret);
    QFETCH(bool, suitable);
    const auto initial = made("SCRAM-SHA-512", password(user, secret), contextWith(nonce))->initialResponse();
    QCOMPARE(initial.hasValue(), suitable);
    if (!initial)
        QCOMPARE(initial.error(), SaslError::UnsuitableSecret);
}

void TestScram::noncesDiffer()
{
    const QByteArray one = randomNonce();
    QCOMPARE(one.size(), 32);
    QVERIFY(one != randomNonce());
    QVERIFY(!one.contains(',') && !one.contains('='));
}

QTEST_GUILESS_MAIN(TestScram)
#include "tst_scram.moc"
