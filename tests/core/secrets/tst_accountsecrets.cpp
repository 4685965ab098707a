// SPDX-License-Identifier: GPL-3.0-or-later
// All that an account may have to keep: its password, its certificate's pass phrase, its proxy's password.
#include "core/secrets/AccountRemoval.h"
#include "core/secrets/CredentialSource.h"
#include "core/secrets/SessionSecretStore.h"
#include "tests/fakes/FakeSecretStore.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace pennypost;
using Place = SecretPlace;
using Kind = Credential::Kind;

namespace {

Account alice()
{
    Account account;
    account.id = QStringLiteral("alice");
    account.identities = {Identity{{{}, QStringLiteral("alice"), QStringLiteral("example.org")}}};
    account.server.host = QStringLiteral("smtp.example.org");
    account.server.userName = QStringLiteral("alice");
    return account;
}

/// With a certificate and a proxy, everything in the keychain.
Account guarded()
{
    Account account = alice();
    account.server.clientCertificate = QStringLiteral("/alice.p12");
    account.server.proxy = {ProxySettings::Kind::Socks5, QStringLiteral("proxy.example.org"), 1080,
                            QStringLiteral("hatter")};
    account.passPhrasePlace = Place::Keychain;
    account.proxyPasswordPlace = Place::Keychain;
    return account;
}

void fill(FakeSecretStore &store, const Account &account)
{
    store.put(secretKey(account), "password");
    store.put(secretKey(account, AccountSecret::PassPhrase), "pass phrase");
    store.put(secretKey(account, AccountSecret::ProxyPassword), "proxy password");
}

struct Got
{
    Kind kind = Kind::None;
    QString userName = {};
    QByteArray password = {};
    QByteArray passPhrase = {};
    QByteArray proxyPassword = {};
    bool operator==(const Got &) const = default;
};

} // namespace

Q_DECLARE_METATYPE(Got)

class TestAccountSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keys();
    void access_data();
    void access();
    void sessionGoesFirst();
    void unavailable_data();
    void unavailable();
    void nothingToReadAsksNobody();
    void removal_data();
    void removal();
};

void TestAccountSecrets::keys()
{
    QCOMPARE(secretKey(alice()), QStringLiteral("account/alice"));
    QCOMPARE(secretKey(alice(), AccountSecret::PassPhrase), QStringLiteral("account/alice/certificate"));
    QCOMPARE(secretKey(alice(), AccountSecret::ProxyPassword), QStringLiteral("account/alice/proxy"));
}

void TestAccountSecrets::access_data()
{
    QTest::addColumn<Account>("account");
    QTest::addColumn<Got>("expected");
    const auto row = [](const char *name, const Got &expected, auto change) {
        Account account = guarded();
        change(account);
        QTest::newRow(name) << account << expected;
    };
    const QString user = QStringLiteral("alice");
    const Got all{Kind::Password, user, "password", "pass phrase", "proxy password"};
    Got shown = all;
    shown.kind = Kind::Certificate;
    shown.password.clear();
    row("everything", all, [](Account &) {});
    row("EXTERNAL", shown, [](Account &a) { a.server.mechanism = "EXTERNAL"; });
    row("EXTERNAL without a password", shown, [](Account &a) {
        a.server.mechanism = "EXTERNAL";
        a.secretPlace = Place::None;
    });
    row("automatic without a password", shown, [](Account &a) { a.secretPlace = Place::None; });
    Got nobody = shown;
    nobody.userName.clear();
    row("automatic without a user name", nobody, [](Account &a) { a.server.userName.clear(); });
    Got none = all;
    none.kind = Kind::None;
    none.userName.clear();
    none.password.clear();
    row("PLAIN without a password", none, [](Account &a) {
        a.server.mechanism = "PLAIN";
        a.secretPlace = Place::None;
    });
    none.passPhrase.clear();
    row("no sign-in", none, [](Account &a) {
        a.server.clientCertificate.clear();
        a.secretPlace = Place::None;
    });
    Got token = all;
    token.kind = Kind::Token;
    row("a token", token, [](Account &a) { a.server.mechanism = "XOAUTH2"; });
    Got ticket = shown;
    ticket.kind = Kind::Ticket;
    row("a ticket", ticket, [](Account &a) { a.server.mechanism = "GSSAPI"; });
    Got bare = all;
    bare.passPhrase.clear();
    row("a file without a pass phrase", bare, [](Account &a) { a.passPhrasePlace = Place::None; });
    row("no certificate any more", bare, [](Account &a) { a.server.clientCertificate.clear(); });
    Got direct = all;
    direct.proxyPassword.clear();
    row("a proxy without a sign-in", direct, [](Account &a) { a.server.proxy.user.clear(); });
    row("the system's proxy", direct, [](Account &a) { a.server.proxy = {}; });
    row("a proxy's password that nobody has given", direct,
        [](Account &a) { a.proxyPasswordPlace = Place::Session; });
    row("a pass phrase that nobody has given", bare, [](Account &a) { a.passPhrasePlace = Place::Session; });
}

void TestAccountSecrets::access()
{
    QFETCH(const Account, account);
    QFETCH(const Got, expected);
    FakeSecretStore keychain;
    SessionSecretStore session;
    fill(keychain, account);
    StoredCredentialSource source(keychain, session);
    std::optional<Result<Access, SubmissionError>> answer;
    source.access(account, this,
                  [&](Result<Access, SubmissionError> got) { answer.emplace(std::move(got)); });
    QVERIFY(!answer);
    QTRY_VERIFY(answer);
    QVERIFY(*answer);
    const Access &given = **answer;
    QCOMPARE(given.server, account.server);
    const Got got{
        given.credential.kind, given.credential.userName, given.credential.secret.bytes().toByteArray(),
        given.secrets.passPhrase.bytes().toByteArray(), given.secrets.proxyPassword.bytes().toByteArray()};
    QCOMPARE(int(got.kind), int(expected.kind));
    QCOMPARE(got.userName, expected.userName);
    QCOMPARE(got.password, expected.password);
    QCOMPARE(got.passPhrase, expected.passPhrase);
    QCOMPARE(got.proxyPassword, expected.proxyPassword);
}

void TestAccountSecrets::sessionGoesFirst()
{
    FakeSecretStore keychain;
    FakeSecretStore session;
    fill(keychain, guarded());
    session.put(secretKey(guarded(), AccountSecret::PassPhrase), "typed");
    session.put(secretKey(guarded(), AccountSecret::ProxyPassword), "typed too");
    StoredCredentialSource source(keychain, session);
    std::optional<Result<Access, SubmissionError>> answer;
    source.access(guarded(), this,
                  [&](Result<Access, SubmissionError> got) { answer.emplace(std::move(got)); });
    QTRY_VERIFY(answer);
    QVERIFY(*answer);
    QVERIFY((*answer)->credential.secret.bytes() == "password");
    QVERIFY((*answer)->secrets.passPhrase.bytes() == "typed");
    QVERIFY((*answer)->secrets.proxyPassword.bytes() == "typed too");
}

void TestAccountSecrets::unavailable_data()
{
    QTest::addColumn<Account>("account");
    QTest::addColumn<int>("problem");
    Account account = guarded();
    QTest::newRow("the password") << account << int(Problem::SecretUnavailable);
    account.secretPlace = Place::None;
    QTest::newRow("the pass phrase") << account << int(Problem::ClientCertificateUnusable);
    account.passPhrasePlace = Place::None;
    QTest::newRow("the proxy's password") << account << int(Problem::ProxyAuthenticationRequired);
}

void TestAccountSecrets::unavailable()
{
    QFETCH(const Account, account);
    QFETCH(const int, problem);
    FakeSecretStore keychain;
    keychain.readError = SecretError{SecretError::Kind::Locked, QStringLiteral("locked collection")};
    SessionSecretStore session;
    StoredCredentialSource source(keychain, session);
    std::optional<Result<Access, SubmissionError>> answer;
    source.access(account, this,
                  [&](Result<Access, SubmissionError> got) { answer.emplace(std::move(got)); });
    QTRY_VERIFY(answer);
    QVERIFY(!*answer);
    QCOMPARE(int(answer->error().problem), problem);
    QCOMPARE(answer->error().stage, Stage::Preparing);
    QCOMPARE(answer->error().secret, SecretError::Kind::Locked);
    QCOMPARE(answer->error().detail, QStringLiteral("locked collection"));
    QCOMPARE(answer->error().ownCertificate.has_value(),
             answer->error().problem == Problem::ClientCertificateUnusable);
}

/// A server without any keychain shows a certificate that needs none.
void TestAccountSecrets::nothingToReadAsksNobody()
{
    FakeSecretStore keychain;
    keychain.readError = SecretError{SecretError::Kind::NoKeychain, {}};
    SessionSecretStore session;
    Account account = guarded();
    account.secretPlace = Place::None;
    account.passPhrasePlace = Place::None;
    account.server.proxy.user.clear();
    StoredCredentialSource source(keychain, session);
    std::optional<Result<Access, SubmissionError>> answer;
    source.access(account, this,
                  [&](Result<Access, SubmissionError> got) { answer.emplace(std::move(got)); });
    QTRY_VERIFY(answer);
    QVERIFY(*answer);
    QCOMPARE(int((*answer)->credential.kind), int(Kind::Certificate));
}

void TestAccountSecrets::removal_data()
{
    QTest::addColumn<bool>("storable");
    QTest::addColumn<bool>("removable");
    QTest::newRow("all goes") << true << true;
    QTest::newRow("all stays, the account can't go") << false << true;
    QTest::newRow("all stays, the secrets can't go") << true << false;
}

void TestAccountSecrets::removal()
{
    QFETCH(const bool, storable);
    QFETCH(const bool, removable);
    const QTemporaryDir folder;
    AccountStore accounts(folder.filePath(QStringLiteral("accounts.json")));
    const Account account = guarded();
    QVERIFY(accounts.add(account));
    AccountStore other(folder.filePath(QStringLiteral("accounts.json")));
    FakeSecretStore keychain;
    fill(keychain, account);
    keychain.put(QStringLiteral("account/alice-2"), "another's");
    if (!storable) // its lock is a folder that nobody can take
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("accounts.json.lock/full")));
    if (!removable)
        keychain.removeError = SecretError{SecretError::Kind::Locked, {}};
    AccountRemoval removal(accounts, keychain, account, AccountRemoval::Secrets::Remove);
    bool removed = false;
    std::optional<AccountRemovalError> error;
    connect(&removal, &AccountRemoval::removed, this, [&] { removed = true; });
    connect(&removal, &AccountRemoval::failed, this,
            [&](const AccountRemovalError &given) { error = given; });
    removal.start();
    QTRY_VERIFY(removed || error);
    const bool gone = storable && removable;
    QCOMPARE(removed, gone);
    for (const AccountSecret which : allAccountSecrets)
        QCOMPARE(keychain.contains(secretKey(account, which)), !gone);
    QCOMPARE(keychain.bytes(QStringLiteral("account/alice-2")), QByteArray("another's"));
    QVERIFY(other.load());
    QCOMPARE(other.find(account.id) == nullptr, gone);
    if (!gone)
        QCOMPARE(int(error->left), int(AccountRemovalError::Left::Both));
}

QTEST_GUILESS_MAIN(TestAccountSecrets)
#include "tst_accountsecrets.moc"
