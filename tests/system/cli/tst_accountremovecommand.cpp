// SPDX-License-Identifier: GPL-3.0-or-later
// What is left of an account and its password when it is removed, and what is said of that.
#include "app/cli/RemovalText.h"
#include "core/secrets/CredentialSource.h"
#include "tests/fakes/FakeSecretStore.h"

#include <QFile>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

#include <utility>

using namespace pennypost;

namespace {

using Secrets = SecretError::Kind;

struct Case
{
    bool hasPassword = true;
    std::optional<Secrets> reading = {}; ///< fails as this
    std::optional<Secrets> writing = {};
    std::optional<Secrets> removing = {};
    bool inUse = false; ///< accounts.json
    bool late = false;  ///< the process that adds the account has its password written only now
    bool anew = false;  ///< another one adds the account again, with its own password
};

struct End
{
    QString problem; ///< empty: removed
    int code = 0;
    bool accountStays = false;
    bool passwordStays = false;
    QString told = {}; ///< a piece of what is said
};

} // namespace

Q_DECLARE_METATYPE(Case)
Q_DECLARE_METATYPE(End)

class TestAccountRemoveCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ends_data();
    void ends();
};

void TestAccountRemoveCommand::ends_data()
{
    QTest::addColumn<Case>("given");
    QTest::addColumn<End>("end");
    const auto row = [](const char *name, const Case &given, const End &end) {
        QTest::newRow(name) << given << end;
    };
    const QString noSecret = QStringLiteral("SecretUnavailable");
    const QString busy = QStringLiteral("AccountsBusy");
    row("with its password", {}, {{}, 0, false, false});
    row("without one", {.hasPassword = false}, {{}, 0, false, false});
    row("locked", {.reading = Secrets::Locked},
        {noSecret, 77, true, true, QStringLiteral("so the account stays")});
    row("no keychain", {.hasPassword = false, .reading = Secrets::NoKeychain},
        {noSecret, 69, true, false, QStringLiteral("so the account stays")});
    row("the password stays", {.removing = Secrets::Denied},
        {noSecret, 77, true, true, QStringLiteral("so the account stays")});
    row("in use", {.inUse = true}, {busy, 75, true, true, QStringLiteral("in use")});
    row("in use, the password can't be given back", {.writing = Secrets::Locked, .inUse = true},
        {busy, 75, true, false, QStringLiteral("stays without its password (the keychain is locked)")});
    row("a password that comes late", {.hasPassword = false, .late = true}, {{}, 0, false, false});
    row("a new one that comes late", {.late = true}, {{}, 0, false, false});
    row("a late one that stays", {.hasPassword = false, .removing = Secrets::Locked, .late = true},
        {noSecret, 77, false, true, QStringLiteral("may stay in the keychain")});
    row("added anew", {.hasPassword = false, .anew = true}, {{}, 0, true, true});
}

void TestAccountRemoveCommand::ends()
{
    QFETCH(const Case, given);
    QFETCH(const End, end);
    const QTemporaryDir folder;
    Paths paths;
    paths.accounts = folder.filePath(QStringLiteral("accounts.json"));
    Account account;
    account.id = QStringLiteral("old");
    account.identities = {Identity{{{}, QStringLiteral("bob"), QStringLiteral("here.example")}}};
    account.server.host = QStringLiteral("smtp.here.example");
    account.server.userName = QStringLiteral("bob");
    AccountStore accounts(paths.accounts, AccountStore::OnDamage::LeaveAlone);
    AccountStore other(paths.accounts);
    QVERIFY(accounts.add(account));

    FakeSecretStore keychain;
    const QString key = secretKey(account);
    if (given.hasPassword)
        keychain.put(key, "secret");
    const auto asError = [](std::optional<Secrets> kind) {
        return kind ? std::optional(SecretError{*kind, {}}) : std::nullopt;
    };
    keychain.readError = asError(given.reading);
    keychain.writeError = asError(given.writing);
    keychain.removeError = asError(given.removing);
    QLockFile lock(paths.accounts + QStringLiteral(".lock"));
    if (given.inUse)
        QVERIFY(lock.lock());
    QFile file(paths.accounts);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    file.close();
    bool first = true;
    connect(&accounts, &AccountStore::changed, this, [&] {
        if (!std::exchange(first, false))
            return;
        if (given.late || given.anew)
            keychain.put(key, "secret");
        if (given.anew && file.open(QIODevice::WriteOnly)) {
            file.write(before);
            file.close();
        }
    });

    AccountRemoval removal(accounts, keychain, account, AccountRemoval::Secrets::Remove);
    bool removed = false;
    std::optional<CliError> failed;
    connect(&removal, &AccountRemoval::removed, this, [&removed] { removed = true; });
    connect(&removal, &AccountRemoval::failed, this,
            [&](const AccountRemovalError &error) { failed = cliError(error, account.id, paths); });
    removal.start();
    QTRY_VERIFY(removed || failed);

    QCOMPARE(failed ? failed->problem : QString(), end.problem);
    QVERIFY(!removed || !failed);
    QVERIFY(other.load());
    QCOMPARE(other.find(account.id) != nullptr, end.accountStays);
    QCOMPARE(keychain.contains(key), end.passwordStays);
    if (!failed)
        return;
    QCOMPARE(int(failed->code), end.code);
    const QString said = failed->cause + u'\n' + failed->detail;
    QVERIFY2(said.contains(end.told), qPrintable(said));
}

QTEST_GUILESS_MAIN(TestAccountRemoveCommand)
#include "tst_accountremovecommand.moc"
