// SPDX-License-Identifier: GPL-3.0-or-later
#include "SaslRig.h"

#include <QTest>

using namespace pennypost;

namespace {

using Names = QList<QByteArray>;

} // namespace

class TestMechanisms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableIsSound();
    void chooses_data();
    void chooses();
    void plain();
    void login();
    void cramMd5();
    void kin();
    void unsuitable_data();
    void unsuitable();
};

void TestMechanisms::tableIsSound()
{
    const Credential credential = password(QStringLiteral("alice"), "secret");
    Names names;
    for (const MechanismRow &row : mechanismTable()) {
        const auto mechanism = row.make(credential, contextWith("nonce"));
        QVERIFY(mechanism);
        QCOMPARE(mechanism->name().toByteArray(), row.name.toByteArray());
        QCOMPARE(row.name.toByteArray(), row.name.toByteArray().toUpper());
        QVERIFY(!mechanism->mayFinish());
        QVERIFY(!names.contains(row.name.toByteArray()));
        names.append(row.name.toByteArray());
    }
    QCOMPARE(names, (Names{"SCRAM-SHA-512-PLUS", "SCRAM-SHA-256-PLUS", "SCRAM-SHA-1-PLUS", "SCRAM-SHA-512",
                           "SCRAM-SHA-256", "SCRAM-SHA-1", "GSSAPI", "EXTERNAL", "OAUTHBEARER", "XOAUTH2",
                           "PLAIN", "LOGIN", "CRAM-MD5"}));
}

void TestMechanisms::chooses_data()
{
    QTest::addColumn<Names>("offered");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("wanted");
    QTest::addColumn<bool>("encrypted");
    QTest::addColumn<Names>("usable");
    QTest::addColumn<bool>("binds");

    const auto row = [](const char *name, const Names &offered, Credential::Kind kind,
                        const QByteArray &wanted, bool encrypted, const Names &usable, bool binds = false) {
        QTest::newRow(name) << offered << int(kind) << wanted << encrypted << usable << binds;
    };
    using Kind = Credential::Kind;
    const Kind pass = Kind::Password;
    row("ours first", {"LOGIN", "PLAIN"}, pass, "", true, {"PLAIN", "LOGIN"});
    row("any case", {"login", "Scram-Sha-1"}, pass, "", true, {"SCRAM-SHA-1", "LOGIN"});
    row("unknown ones", {"NTLM", "DIGEST-MD5", "ANONYMOUS"}, pass, "", true, {});
    row("none offered", {}, pass, "", true, {});
    row("wanted", {"PLAIN", "LOGIN"}, pass, "login", true, {"LOGIN"});
    row("wanted, not offered", {"PLAIN"}, pass, "LOGIN", true, {});
    row("token", {"PLAIN", "LOGIN", "XOAUTH2", "OAUTHBEARER"}, Kind::Token, "", true,
        {"OAUTHBEARER", "XOAUTH2"});
    row("token, no mechanism for it", {"PLAIN", "LOGIN"}, Kind::Token, "", true, {});
    row("password, mechanisms for tokens alone", {"XOAUTH2", "OAUTHBEARER", "EXTERNAL"}, pass, "", true, {});
    row("certificate", {"PLAIN", "external"}, Kind::Certificate, "", true, {"EXTERNAL"});
    row("nothing", {"PLAIN", "LOGIN", "EXTERNAL"}, Kind::None, "", true, {});

    const Names all = {
        "CRAM-MD5",           "LOGIN",         "PLAIN",         "SCRAM-SHA-1",       "SCRAM-SHA-1-PLUS",
        "SCRAM-SHA-256-PLUS", "SCRAM-SHA-256", "SCRAM-SHA-512", "SCRAM-SHA-512-PLUS"};
    row("in clear, nothing", all, pass, "", false, {}, true);
    row("in clear, even if wanted", all, pass, "SCRAM-SHA-256", false, {});
    row("in clear, token", {"XOAUTH2"}, Kind::Token, "", false, {});
    row("in clear, certificate", {"EXTERNAL"}, Kind::Certificate, "", false, {});
    row("strongest first", all, pass, "", true,
        {"SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1", "PLAIN", "LOGIN", "CRAM-MD5"});
    // Who can bind must, where the server says that it can (RFC 5802 6).
    row("bound", all, pass, "", true,
        {"SCRAM-SHA-512-PLUS", "SCRAM-SHA-256-PLUS", "SCRAM-SHA-1-PLUS", "PLAIN", "LOGIN", "CRAM-MD5"}, true);
    row("one of them bound", {"SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-256-PLUS"}, pass, "", true,
        {"SCRAM-SHA-256-PLUS"}, true);
    row("bound in vain", {"SCRAM-SHA-512", "SCRAM-SHA-256"}, pass, "", true,
        {"SCRAM-SHA-512", "SCRAM-SHA-256"}, true);
    row("not bound by a person's choice", all, pass, "SCRAM-SHA-256", true, {"SCRAM-SHA-256"}, true);
    row("wanted bound, nothing to bind", all, pass, "SCRAM-SHA-256-PLUS", true, {});
}

void TestMechanisms::chooses()
{
    QFETCH(Names, offered);
    QFETCH(int, kind);
    QFETCH(QByteArray, wanted);
    QFETCH(bool, encrypted);
    QFETCH(Names, usable);
    Credential credential = password(QStringLiteral("alice"), "secret");
    credential.kind = Credential::Kind(kind);
    Names names;
    QFETCH(bool, binds);
    SaslContext context;
    context.offered = offered;
    context.encrypted = encrypted;
    if (binds)
        context.bindings.tlsExporter = QByteArray(32, 'x');
    for (const MechanismRow &row : usableMechanisms(credential, context, wanted))
        names.append(row.name.toByteArray());
    QCOMPARE(names, usable);
}

void TestMechanisms::plain()
{
    // The example of RFC 4616 4, and UTF-8 as it stands.
    const auto mechanism = made("PLAIN", password(QStringLiteral("tim"), "tanstaaftanstaaf"));
    const auto initial = mechanism->initialResponse();
    QVERIFY(initial && *initial);
    QCOMPARE(**initial, QByteArray("\0tim\0tanstaaftanstaaf", 21));
    QVERIFY(mechanism->mayFinish());
    const auto more = mechanism->respond("");
    QVERIFY(!more);
    QCOMPARE(more.error(), SaslError::BadChallenge);

    const auto umlaut = made("PLAIN", password(QStringLiteral("jürgen"), "pass wörd "))->initialResponse();
    QVERIFY(umlaut && *umlaut);
    QCOMPARE(**umlaut, QByteArray("\0j\xC3\xBCrgen\0pass w\xC3\xB6rd ", 20));

    const auto longOne =
        made("PLAIN", password(QStringLiteral("a"), QByteArray(256, 'x')))->initialResponse();
    QVERIFY(longOne && *longOne);
    QCOMPARE((*longOne)->size(), 259);
}

void TestMechanisms::login()
{
    const auto mechanism = made("LOGIN", password(QStringLiteral("tim"), "secret"));
    const auto initial = mechanism->initialResponse();
    QVERIFY(initial);
    QVERIFY(!*initial); // the server speaks first
    QVERIFY(!mechanism->mayFinish());

    // The prompts are not read: their order is the protocol.
    const auto userName = mechanism->respond("Password:");
    QVERIFY(userName);
    QCOMPARE(*userName, QByteArray("tim"));
    QVERIFY(!mechanism->mayFinish());
    const auto secret = mechanism->respond("");
    QVERIFY(secret);
    QCOMPARE(*secret, QByteArray("secret"));
    QVERIFY(mechanism->mayFinish());
    const auto third = mechanism->respond("Username:");
    QVERIFY(!third);
    QCOMPARE(third.error(), SaslError::BadChallenge);
}

void TestMechanisms::cramMd5()
{
    // The example of RFC 2195 2.
    const QByteArray challenge = "<1896.697170952@postoffice.reston.mci.net>";
    const auto mechanism = made("CRAM-MD5", password(QStringLiteral("tim"), "tanstaaftanstaaf"));
    const auto initial = mechanism->initialResponse();
    QVERIFY(initial);
    QVERIFY(!*initial); // the server speaks first
    QVERIFY(!mechanism->mayFinish() && !mechanism->secretWasTried());
    const auto answer = mechanism->respond(challenge);
    QVERIFY(answer);
    QCOMPARE(*answer, QByteArray("tim b913a602c7eda7a495b4e6e7334d3890"));
    QVERIFY(mechanism->mayFinish() && mechanism->secretWasTried());
    const auto second = mechanism->respond(challenge);
    QVERIFY(!second);
    QCOMPARE(second.error(), SaslError::BadChallenge);

    const auto nothing = made("CRAM-MD5", password(QStringLiteral("tim"), "x"))->respond("");
    QVERIFY(!nothing);
    QCOMPARE(nothing.error(), SaslError::BadChallenge);

    // RFC 2202 2, cases 3 and 6: any octets for a challenge, and a key longer than a block.
    const auto octets = made("CRAM-MD5", password(QStringLiteral("a"), QByteArray(16, '\xaa')));
    QVERIFY(octets->initialResponse());
    const auto third = octets->respond(QByteArray(50, '\xdd'));
    QVERIFY(third);
    QCOMPARE(*third, QByteArray("a 56be34521d144c88dbb8c733f0e8b3f6"));
    const auto longKey = made("CRAM-MD5", password(QStringLiteral("a"), QByteArray(80, '\xaa')));
    QVERIFY(longKey->initialResponse());
    const auto sixth = longKey->respond("Test Using Larger Than Block-Size Key - Hash Key First");
    QVERIFY(sixth);
    QCOMPARE(*sixth, QByteArray("a 6b1ab7fe4bd7bf8f0b62e6ce61b9d0cd"));
}

void TestMechanisms::kin()
{
    QVERIFY(areKin("SCRAM-SHA-512", "SCRAM-SHA-1-PLUS"));
    QVERIFY(!areKin("SCRAM-SHA-1", "CRAM-MD5"));
    QVERIFY(!areKin("PLAIN", "LOGIN"));
    QVERIFY(!areKin("PLAIN", "PLAIN"));
}

void TestMechanisms::unsuitable_data()
{
    QTest::addColumn<QByteArray>("mechanism");
    QTest::addColumn<QString>("userName");
    QTest::addColumn<QByteArray>("secret");
    for (const MechanismRow &row : mechanismTable()) {
        if (row.needs != Credential::Kind::Password)
            continue;
        const QByteArray name = row.name.toByteArray();
        QTest::addRow("%s, NUL in the password", name.data())
            << name << QStringLiteral("a") << QByteArray("b\0c", 3);
        QTest::addRow("%s, NUL in the name", name.data())
            << name << QString::fromLatin1(QByteArray("a\0b", 3)) << QByteArray("c");
        QTest::addRow("%s, no password", name.data()) << name << QStringLiteral("a") << QByteArray();
        QTest::addRow("%s, no name", name.data()) << name << QString() << QByteArray("c");
    }
}

void TestMechanisms::unsuitable()
{
    QFETCH(QByteArray, mechanism);
    QFETCH(QString, userName);
    QFETCH(QByteArray, secret);
    const SaslContext context = contextWith("nonce", {QByteArray(32, 'x'), {}});
    const auto initial = made(mechanism, password(userName, secret), context)->initialResponse();
    QVERIFY(!initial);
    QCOMPARE(initial.error(), SaslError::UnsuitableSecret);
}

QTEST_GUILESS_MAIN(TestMechanisms)
#include "tst_mechanisms.moc"
