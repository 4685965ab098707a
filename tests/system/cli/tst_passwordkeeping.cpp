// SPDX-License-Identifier: GPL-3.0-or-later
// What an added account and its password come to while a keychain takes its time, fails, or another process
// steps in.
#include "app/cli/PasswordKeeping.h"
#include "core/secrets/CredentialSource.h"
#include "tests/fakes/FakeSecretStore.h"

#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace pennypost;

namespace {

using Secrets = SecretError::Kind;

struct Happening
{
    std::optional<Secrets> writing = {}; ///< fails as this
    std::optional<Secrets> removing = {};
    bool stays = false; ///< what could not be read back
    bool stopped = false;
    bool removed = false; ///< the account, by another process, while the keychain takes its time
    bool inUse = false;   ///< accounts.json, from then on
};

struct End
{
    QString problem; ///< empty: kept
    int code = 0;
    bool accountStays = false;
    bool passwordStays = false;
    QStringList told; ///< pieces of the detail
};

} // namespace

Q_DECLARE_METATYPE(Happening)
Q_DECLARE_METATYPE(End)

class TestPasswordKeeping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ends_data();
    void ends();
    void several_data();
    void several();
};

void TestPasswordKeeping::ends_data()
{
    QTest::addColumn<Happening>("happening");
    QTest::addColumn<End>("end");
    const auto row = [](const char *name, const Happening &happening, const End &end) {
        QTest::newRow(name) << happening << end;
    };
    const QString cancelled = QStringLiteral("Cancelled");
    const QString noAccount = QStringLiteral("UnknownAccount");
    const QString noSecret = QStringLiteral("SecretUnavailable");
    const QString takesBoth = QStringLiteral("account remove new takes both out");
    const QString takesIt = QStringLiteral("account remove new takes it out");
    const QStringList inKeychain{QStringLiteral("“account/new” of “Pennypost test”"),
                                 QStringLiteral("the keychain is locked")};

    row("kept", {}, {{}, 0, true, true, {}});
    row("no keychain", {.writing = Secrets::NoKeychain}, {{}, 0, true, false, {}});
    row("denied", {.writing = Secrets::Denied}, {noSecret, 77, false, false, {}});
    row("stopped", {.stopped = true}, {cancelled, 75, false, false, {}});
    row("stopped and denied", {.writing = Secrets::Denied, .stopped = true},
        {cancelled, 75, false, false, {}});
    row("stopped without keychain", {.writing = Secrets::NoKeychain, .stopped = true},
        {cancelled, 75, false, false, {}});

    row("not read back", {.writing = Secrets::Denied, .stays = true}, {noSecret, 77, false, false, {}});
    row("not read back, stays", {.writing = Secrets::Locked, .removing = Secrets::Locked, .stays = true},
        {noSecret, 77, true, true, {takesBoth, QStringLiteral("the keychain is locked")}});
    row("not read back, the keychain is gone",
        {.writing = Secrets::NoKeychain, .removing = Secrets::NoKeychain, .stays = true},
        {noSecret, 69, true, true, {takesBoth}});
    row("stopped, not read back", {.writing = Secrets::Denied, .stays = true, .stopped = true},
        {cancelled, 75, false, false, {}});

    row("removed", {.removed = true}, {noAccount, 78, false, false, {}});
    row("removed without keychain", {.writing = Secrets::NoKeychain, .removed = true},
        {noAccount, 78, false, false, {}});
    row("removed and denied", {.writing = Secrets::Denied, .removed = true},
        {noSecret, 77, false, false, {}});
    row("removed and stopped", {.stopped = true, .removed = true}, {cancelled, 75, false, false, {}});

    row("stopped, the password stays", {.removing = Secrets::Locked, .stopped = true},
        {cancelled, 75, true, true, {takesBoth, QStringLiteral("the keychain is locked")}});
    row("removed, the password stays", {.removing = Secrets::Locked, .removed = true},
        {noAccount, 78, false, true, inKeychain});
    row("removed and stopped, the password stays",
        {.removing = Secrets::Locked, .stopped = true, .removed = true},
        {cancelled, 75, false, true, inKeychain});

    row("in use", {.inUse = true}, {{}, 0, true, true, {}});
    row("denied, the account stays", {.writing = Secrets::Denied, .inUse = true},
        {noSecret, 77, true, false, {takesIt, QStringLiteral("in use")}});
    row("stopped, the account stays", {.stopped = true, .inUse = true},
        {cancelled, 75, true, false, {takesIt}});
    row("no keychain, in use", {.writing = Secrets::NoKeychain, .inUse = true},
        {QStringLiteral("AccountsBusy"), 75, true, false, {takesIt}});
}

void TestPasswordKeeping::ends()
{
    QFETCH(const Happening, happening);
    QFETCH(const End, end);
    const QTemporaryDir folder;
    Paths paths;
    paths.accounts = folder.filePath(QStringLiteral("accounts.json"));
    paths.keychainService = QStringLiteral("Pennypost test");
    Account account;
    account.id = QStringLiteral("new");
    account.identities = {Identity{{{}, QStringLiteral("bob"), QStringLiteral("here.example")}}};
    account.server.host = QStringLiteral("smtp.here.example");
    account.server.userName = QStringLiteral("bob");
    AccountStore accounts(paths.accounts, AccountStore::OnDamage::LeaveAlone);
    QVERIFY(accounts.add(account));

    FakeSecretStore keychain;
    keychain.held = true;
    if (happening.writing)
        keychain.writeError =
            SecretError{*happening.writing,
                        {},
                        happening.stays ? SecretError::Kept::Perhaps : SecretError::Kept::AsBefore};
    if (happening.stays)
        keychain.put(secretKey(account), "sec");
    if (happening.removing)
        keychain.removeError = SecretError{*happening.removing, {}};
    PasswordKeeping keeping(accounts, keychain, paths, account);
    std::optional<Account> kept;
    std::optional<CliError> failed;
    connect(&keeping, &PasswordKeeping::kept, this, [&kept](const Account &stored) { kept = stored; });
    connect(&keeping, &PasswordKeeping::failed, this, [&failed](const CliError &error) { failed = error; });
    GivenSecrets secrets;
    secrets.push_back({AccountSecret::Password, Secret(QByteArray("secret"))});
    keeping.start(std::move(secrets));
    QCOMPARE(keychain.waiting(), 1);

    AccountStore other(paths.accounts);
    QLockFile lock(paths.accounts + QStringLiteral(".lock"));
    if (happening.removed)
        QVERIFY(other.remove(account.id));
    if (happening.inUse)
        QVERIFY(lock.lock());
    if (happening.stopped)
        keeping.stop();
    keychain.release();
    QTRY_VERIFY(kept || failed);

    QCOMPARE(failed ? failed->problem : QString(), end.problem);
    QVERIFY(!kept || !failed);
    QVERIFY(accounts.follow());
    QCOMPARE(accounts.find(account.id) != nullptr, end.accountStays);
    QCOMPARE(keychain.contains(secretKey(account)), end.passwordStays);
    if (kept) {
        QCOMPARE(*kept, *accounts.find(account.id));
        QCOMPARE(kept->secretPlace, end.passwordStays ? SecretPlace::Keychain : SecretPlace::Session);
        return;
    }
    QCOMPARE(int(failed->code), end.code);
    QCOMPARE(failed->cause.count(u'\n'), 0);
    for (const QString &piece : end.told)
        QVERIFY2(failed->detail.contains(piece), qPrintable(failed->detail));
    // Nothing is said of what is gone.
    QCOMPARE(failed->detail.isEmpty(), !end.accountStays && !end.passwordStays);
}

void TestPasswordKeeping::several_data()
{
    QTest::addColumn<QString>("happening");
    QTest::addColumn<bool>("stays");
    QTest::newRow("all are kept") << QString() << true;
    QTest::newRow("no keychain") << QStringLiteral("none") << true;
    QTest::newRow("stopped at the second") << QStringLiteral("stopped") << false;
    QTest::newRow("the second is denied") << QStringLiteral("denied") << false;
    QTest::newRow("the keychain goes before the third") << QStringLiteral("goes") << false;
}

void TestPasswordKeeping::several()
{
    QFETCH(const QString, happening);
    QFETCH(const bool, stays);
    const QTemporaryDir folder;
    Paths paths;
    paths.accounts = folder.filePath(QStringLiteral("accounts.json"));
    Account account;
    account.id = QStringLiteral("new");
    account.identities = {Identity{{{}, QStringLiteral("bob"), QStringLiteral("here.example")}}};
    account.server.host = QStringLiteral("smtp.here.example");
    account.server.userName = QStringLiteral("bob");
    account.passPhrasePlace = SecretPlace::Keychain;
    account.proxyPasswordPlace = SecretPlace::Keychain;
    AccountStore accounts(paths.accounts, AccountStore::OnDamage::LeaveAlone);
    QVERIFY(accounts.add(account));
    FakeSecretStore keychain;
    if (happening == u"none")
        keychain.writeError = SecretError{Secrets::NoKeychain, {}};
    PasswordKeeping keeping(accounts, keychain, paths, account);
    std::optional<Account> kept;
    std::optional<CliError> failed;
    connect(&keeping, &PasswordKeeping::kept, this, [&kept](const Account &stored) { kept = stored; });
    connect(&keeping, &PasswordKeeping::failed, this, [&failed](const CliError &error) { failed = error; });
    GivenSecrets secrets;
    for (const AccountSecret which : allAccountSecrets)
        secrets.push_back({which, Secret(QByteArray("secret"))});
    keychain.held = true;
    keeping.start(std::move(secrets));
    const auto answerOne = [&keychain] {
        keychain.held = false;
        keychain.release();
        keychain.held = true;
    };
    if (happening == u"stopped" || happening == u"denied" || happening == u"goes") {
        answerOne();
        QTRY_COMPARE(keychain.waiting(), 1);
        if (happening == u"stopped")
            keeping.stop();
        else
            keychain.writeError =
                SecretError{happening == u"goes" ? Secrets::NoKeychain : Secrets::Denied, {}};
    }
    keychain.held = false;
    keychain.release();
    QTRY_VERIFY(kept || failed);
    QCOMPARE(kept.has_value(), stays);
    QCOMPARE(accounts.find(account.id) != nullptr, stays);
    for (const AccountSecret which : allAccountSecrets) {
        QCOMPARE(keychain.contains(secretKey(account, which)), happening.isEmpty());
        if (kept)
            QCOMPARE(kept->placeOf(which),
                     happening.isEmpty() ? SecretPlace::Keychain : SecretPlace::Session);
    }
}

QTEST_GUILESS_MAIN(TestPasswordKeeping)
#include "tst_passwordkeeping.moc"
