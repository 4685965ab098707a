// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/MechanismChooser.h"

#include <QTest>

using namespace pennypost;

namespace {

Credential password(const QString &userName, const QByteArray &secret)
{
    return {Credential::Kind::Password, userName, Secret(QByteArray(secret.constData(), secret.size()))};
}

std::unique_ptr<SaslMechanism> made(QByteArrayView name, const Credential &credential)
{
    for (const MechanismRow &row : mechanismTable()) {
        if (row.name == name)
            return row.make(credential);
    }
    return nullptr;
}

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
    void unsuitable_data();
    void unsuitable();
};

void TestMechanisms::tableIsSound()
{
    const Credential credential = password(QStringLiteral("alice"), "secret");
    Names names;
    for (const MechanismRow &row : mechanismTable()) {
        const auto mechanism = row.make(credential);
        QVERIFY(mechanism);
        QCOMPARE(mechanism->name().toByteArray(), row.name.toByteArray());
        QCOMPARE(row.name.toByteArray(), row.name.toByteArray().toUpper());
        QVERIFY(!mechanism->mayFinish());
        QVERIFY(!names.contains(row.name.toByteArray()));
        names.append(row.name.toByteArray());
    }
    QCOMPARE(names, (Names{"PLAIN", "LOGIN"}));
}

void TestMechanisms::chooses_data()
{
    QTest::addColumn<Names>("offered");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("wanted");
    QTest::addColumn<bool>("encrypted");
    QTest::addColumn<Names>("usable");

    const int pass = int(Credential::Kind::Password);
    QTest::newRow("ours first") << Names{"LOGIN", "PLAIN"} << pass << QByteArray() << true
                                << Names{"PLAIN", "LOGIN"};
    QTest::newRow("any case") << Names{"login"} << pass << QByteArray() << true << Names{"LOGIN"};
    QTest::newRow("unknown ones") << Names{"NTLM", "GSSAPI"} << pass << QByteArray() << true << Names{};
    QTest::newRow("none offered") << Names{} << pass << QByteArray() << true << Names{};
    QTest::newRow("wanted") << Names{"PLAIN", "LOGIN"} << pass << QByteArray("login") << true
                            << Names{"LOGIN"};
    QTest::newRow("wanted, not offered") << Names{"PLAIN"} << pass << QByteArray("LOGIN") << true << Names{};
    QTest::newRow("in clear") << Names{"PLAIN", "LOGIN"} << pass << QByteArray() << false << Names{};
    QTest::newRow("in clear, even if wanted")
        << Names{"PLAIN"} << pass << QByteArray("PLAIN") << false << Names{};
    QTest::newRow("token") << Names{"PLAIN", "LOGIN"} << int(Credential::Kind::Token) << QByteArray() << true
                           << Names{};
    QTest::newRow("nothing") << Names{"PLAIN", "LOGIN"} << int(Credential::Kind::None) << QByteArray() << true
                             << Names{};
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
    for (const MechanismRow &row : usableMechanisms(offered, credential, wanted, encrypted))
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

void TestMechanisms::unsuitable_data()
{
    QTest::addColumn<QByteArray>("mechanism");
    QTest::addColumn<QString>("userName");
    QTest::addColumn<QByteArray>("secret");
    for (const MechanismRow &row : mechanismTable()) {
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
    const auto initial = made(mechanism, password(userName, secret))->initialResponse();
    QVERIFY(!initial);
    QCOMPARE(initial.error(), SaslError::UnsuitableSecret);
}

QTEST_GUILESS_MAIN(TestMechanisms)
#include "tst_mechanisms.moc"
