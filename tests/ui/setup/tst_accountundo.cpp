// SPDX-License-Identifier: GPL-3.0-or-later
// What a change of an account that fails half-way, or meets another program's, leaves behind and tells.
#include "tests/ui/setup/SetupHarness.h"
#include "ui/setup/AccountRemover.h"
#include "ui/setup/AccountSaver.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <utility>

using namespace pennypost;

namespace {

using Kind = SecretError::Kind;
using Kept = SecretError::Kept;

const QString Key = QStringLiteral("account/alice");

struct Happening
{
    bool edit = false;                ///< of a stored account with the password "old"
    std::optional<Kept> writing = {}; ///< the new one fails and leaves this
    bool damaged = false;             ///< accounts.json can't be written
    bool abandoned = false;
    bool removed = false; ///< by another program, while the keychain takes its time
    bool added = false;   ///< likewise, under the same id
    bool theirs = false;  ///< likewise, and its password last
    bool undoFails = false;
};

struct End
{
    QString failed; ///< "secret", "store", or empty: nobody is told
    Leftover left = Leftover::Nothing;
    QByteArray keychain = {}; ///< what it has
    QByteArray works = {};    ///< what the account signs in with
};

enum class Meanwhile { Nothing, Late, LateAndStays, AddedAnew };

void overwrite(SetupHarness &harness, const QByteArray &bytes)
{
    QFile file(harness.folder.filePath(QStringLiteral("accounts.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

SecretError lockedError(Kept kept = Kept::AsBefore)
{
    return {Kind::Locked, {}, kept};
}

} // namespace

Q_DECLARE_METATYPE(Happening)
Q_DECLARE_METATYPE(End)
Q_DECLARE_METATYPE(Meanwhile)

class TestAccountUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saving_data();
    void saving();
    void severalSecrets_data();
    void severalSecrets();
    void takenIdTouchesNothing();
    void removing_data();
    void removing();
    void accountStaysWithoutKeychain();

private:
    static Account alice()
    {
        return SetupHarness::account(QStringLiteral("alice"), QStringLiteral("Alice"),
                                     QStringLiteral("alice@example.org"));
    }
    QByteArray signsInWith(SetupHarness &harness, const Account &account);
};

/// What a letter would be sent with.
QByteArray TestAccountUndo::signsInWith(SetupHarness &harness, const Account &account)
{
    std::optional<QByteArray> secret;
    harness.credentials.access(account, this, [&](const Result<Access, SubmissionError> &access) {
        secret = access ? access.value().credential.secret.bytes().toByteArray() : QByteArray();
    });
    (void)QTest::qWaitFor([&] { return secret.has_value(); });
    return secret.value_or("no answer");
}

void TestAccountUndo::saving_data()
{
    QTest::addColumn<Happening>("given");
    QTest::addColumn<End>("end");
    const auto row = [](const char *name, const Happening &given, const End &end) {
        QTest::newRow(name) << given << end;
    };
    const QString secret = QStringLiteral("secret");
    const QString store = QStringLiteral("store");

    row("new, no file", {.damaged = true}, {store});
    row("new, no file, stays", {.damaged = true, .undoFails = true}, {store, Leftover::Password, "new"});
    row("new, not read back", {.writing = Kept::Perhaps}, {secret});
    row("new, not read back, stays", {.writing = Kept::Perhaps, .undoFails = true},
        {secret, Leftover::Password, "ne"});
    row("new, given up", {.abandoned = true}, {});
    row("new, the id taken", {.added = true}, {store});
    row("new, the id taken with its password", {.added = true, .theirs = true},
        {store, Leftover::Nothing, "theirs", "theirs"});
    row("new, given up, the id taken", {.abandoned = true, .added = true, .theirs = true},
        {{}, Leftover::Nothing, "theirs", "theirs"});

    row("edit, no file", {.edit = true, .damaged = true}, {store, Leftover::Nothing, "old", "old"});
    row("edit, no file, not put back", {.edit = true, .damaged = true, .undoFails = true},
        {store, Leftover::OldForSession, "new", "old"});
    row("edit, not read back", {.edit = true, .writing = Kept::Nothing},
        {secret, Leftover::Nothing, "old", "old"});
    row("edit, not read back, not put back", {.edit = true, .writing = Kept::Nothing, .undoFails = true},
        {secret, Leftover::OldForSession, "", "old"});
    row("edit, stays in part, not put back", {.edit = true, .writing = Kept::Perhaps, .undoFails = true},
        {secret, Leftover::OldForSession, "ne", "old"});
    row("edit, not written", {.edit = true, .writing = Kept::AsBefore, .undoFails = true},
        {secret, Leftover::Nothing, "old", "old"});
    row("edit, given up, not put back", {.edit = true, .abandoned = true, .undoFails = true},
        {{}, Leftover::Nothing, "new", "old"});
    row("edit, removed", {.edit = true, .removed = true}, {store});
    row("edit, removed, stays", {.edit = true, .removed = true, .undoFails = true},
        {store, Leftover::Password, "new"});
}

void TestAccountUndo::saving()
{
    QFETCH(const Happening, given);
    QFETCH(const End, end);
    SetupHarness harness;
    AccountStore other(harness.folder.filePath(QStringLiteral("accounts.json")));
    AccountToSave job{alice(), Secret(QByteArray("new")), {}};
    if (given.edit) {
        QVERIFY(harness.accounts.add(alice()));
        harness.keychain.put(Key, "old");
        job.previous = alice();
        job.account.server.port = 2525;
    }
    if (given.writing)
        harness.keychain.writeError = lockedError(*given.writing);
    auto *saver = new AccountSaver(harness.services, std::move(job));
    QSignalSpy secretFailed(saver, &AccountSaver::secretFailed);
    QSignalSpy storeFailed(saver, &AccountSaver::storeFailed);
    QSignalSpy gone(saver, &QObject::destroyed);
    harness.keychain.held = true;
    QTRY_COMPARE(harness.keychain.waiting(), 1);
    if (given.edit) { // that was the reading of the old one
        harness.keychain.release();
        harness.keychain.held = true;
        QTRY_COMPARE(harness.keychain.waiting(), 1);
    }
    if (given.removed)
        QVERIFY(other.remove(alice().id));
    if (given.added)
        QVERIFY(other.add(alice()));
    if (given.damaged)
        overwrite(harness, R"({"version": 99})");
    if (given.abandoned)
        saver->abandon();
    harness.keychain.release();
    if (given.writing && *given.writing == Kept::Perhaps)
        harness.keychain.put(Key, "ne");
    if (given.writing && *given.writing == Kept::Nothing)
        harness.keychain.remove(Key, this, [](const auto &) {});
    if (given.theirs)
        harness.keychain.put(Key, "theirs");
    harness.keychain.writeError.reset();
    if (given.undoFails)
        harness.keychain.writeError = harness.keychain.removeError = lockedError();
    QVERIFY(gone.count() || gone.wait());

    QCOMPARE(secretFailed.count(), end.failed == u"secret" ? 1 : 0);
    QCOMPARE(storeFailed.count(), end.failed == u"store" ? 1 : 0);
    if (!end.failed.isEmpty())
        QCOMPARE((secretFailed + storeFailed).first().at(1).value<Leftover>(), end.left);
    QCOMPARE(harness.keychain.bytes(Key), end.keychain);
    if (end.works.isEmpty())
        return;
    QVERIFY(harness.accounts.find(alice().id));
    QCOMPARE(signsInWith(harness, *harness.accounts.find(alice().id)), end.works);
    if (given.edit)
        QCOMPARE(harness.accounts.accounts(), QList<Account>{alice()});
}

void TestAccountUndo::severalSecrets_data()
{
    QTest::addColumn<bool>("edit");
    QTest::addColumn<bool>("denied");
    QTest::addColumn<bool>("damaged");
    for (const bool edit : {false, true}) {
        const char *what = edit ? "edit" : "new";
        QTest::addRow("%s, all are kept", what) << edit << false << false;
        QTest::addRow("%s, the second is denied", what) << edit << true << false;
        QTest::addRow("%s, the account can't be stored", what) << edit << false << true;
    }
}

/// All of them with the account, or all as before.
void TestAccountUndo::severalSecrets()
{
    QFETCH(const bool, edit);
    QFETCH(const bool, denied);
    QFETCH(const bool, damaged);
    SetupHarness harness;
    Account account = alice();
    account.server.clientCertificate = QStringLiteral("/alice.p12");
    account.server.proxy = {ProxySettings::Kind::Socks5, QStringLiteral("proxy.example.org"), 1080,
                            QStringLiteral("hatter")};
    account.passPhrasePlace = SecretPlace::Keychain;
    account.proxyPasswordPlace = SecretPlace::Keychain;
    const QList<QByteArray> old{"old", "old phrase", "old tea"};
    const QList<QByteArray> young{"new", "new phrase", "new tea"};
    AccountToSave job{account, Secret(QByteArray("new")), {}};
    job.passPhrase = Secret(QByteArray("new phrase"));
    job.proxyPassword = Secret(QByteArray("new tea"));
    if (edit) {
        QVERIFY(harness.accounts.add(account));
        for (size_t i = 0; i < allAccountSecrets.size(); ++i)
            harness.keychain.put(secretKey(account, allAccountSecrets.at(i)), old.at(qsizetype(i)));
        job.previous = account;
    }
    if (denied) {
        harness.keychain.writeError = SecretError{Kind::Denied, {}, Kept::AsBefore};
        harness.keychain.writeErrorKey = secretKey(account, AccountSecret::PassPhrase);
    }
    if (damaged)
        overwrite(harness, R"({"version": 99})");
    auto *saver = new AccountSaver(harness.services, std::move(job));
    bool saved = false, failed = false;
    Leftover leftover = Leftover::Nothing;
    connect(saver, &AccountSaver::saved, this, [&] { saved = true; });
    connect(saver, &AccountSaver::secretFailed, this, [&](const SecretError &, Leftover left) {
        failed = true;
        leftover = left;
    });
    connect(saver, &AccountSaver::storeFailed, this, [&](const AccountStoreError &, Leftover left) {
        failed = true;
        leftover = left;
    });
    QTRY_VERIFY(saved || failed);
    QCOMPARE(saved, !denied && !damaged);
    QCOMPARE(leftover, Leftover::Nothing);
    for (size_t i = 0; i < allAccountSecrets.size(); ++i) {
        const QByteArray expected = saved  ? young.at(qsizetype(i))
                                    : edit ? old.at(qsizetype(i))
                                           : QByteArray();
        QCOMPARE(harness.keychain.bytes(secretKey(account, allAccountSecrets.at(i))), expected);
    }
}

/// Another program's account is under the id before anything is written: its password stays its own.
void TestAccountUndo::takenIdTouchesNothing()
{
    SetupHarness harness;
    AccountStore other(harness.folder.filePath(QStringLiteral("accounts.json")));
    QVERIFY(other.add(alice()));
    harness.keychain.put(Key, "theirs");
    auto *saver = new AccountSaver(harness.services, AccountToSave{alice(), Secret(QByteArray("new")), {}});
    QSignalSpy failed(saver, &AccountSaver::storeFailed);
    harness.keychain.held = true; // would wait for ever
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<AccountStoreError>().kind, AccountStoreError::Kind::DuplicateId);
    QCOMPARE(harness.keychain.waiting(), 0);
    QCOMPARE(harness.keychain.bytes(Key), QByteArray("theirs"));
}

void TestAccountUndo::removing_data()
{
    QTest::addColumn<Meanwhile>("meanwhile");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<bool>("told");
    QTest::newRow("alone") << Meanwhile::Nothing << QByteArray("s") << QByteArray() << false;
    QTest::newRow("a password that comes late") << Meanwhile::Late << QByteArray() << QByteArray() << false;
    QTest::newRow("a new one that comes late") << Meanwhile::Late << QByteArray("s") << QByteArray() << false;
    QTest::newRow("a late one that stays")
        << Meanwhile::LateAndStays << QByteArray() << QByteArray("late") << true;
    QTest::newRow("added anew") << Meanwhile::AddedAnew << QByteArray() << QByteArray("late") << false;
}

void TestAccountUndo::removing()
{
    QFETCH(const Meanwhile, meanwhile);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const bool, told);
    SetupHarness harness;
    QVERIFY(harness.accounts.add(alice()));
    QFile file(harness.folder.filePath(QStringLiteral("accounts.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray stored = file.readAll();
    if (!before.isEmpty())
        harness.keychain.put(Key, before);
    bool first = true;
    connect(&harness.accounts, &AccountStore::changed, this, [&] {
        if (!std::exchange(first, false) || meanwhile == Meanwhile::Nothing)
            return;
        harness.keychain.put(Key, "late");
        if (meanwhile == Meanwhile::LateAndStays)
            harness.keychain.removeError = lockedError();
        if (meanwhile == Meanwhile::AddedAnew)
            overwrite(harness, stored);
    });
    auto *remover = new AccountRemover(harness.services, alice(), AccountRemover::Secrets::Remove);
    QSignalSpy removed(remover, &AccountRemover::removed);
    QSignalSpy mayStay(remover, &AccountRemover::secretMayStay);
    QSignalSpy gone(remover, &QObject::destroyed);
    QVERIFY(gone.wait());
    QCOMPARE(removed.count(), told ? 0 : 1);
    QCOMPARE(mayStay.count(), told ? 1 : 0);
    QCOMPARE(harness.keychain.bytes(Key), after);
    QCOMPARE(harness.accounts.find(alice().id) != nullptr, meanwhile == Meanwhile::AddedAnew);
}

/// It was to be removed and can't be; neither can its password be put back.
void TestAccountUndo::accountStaysWithoutKeychain()
{
    SetupHarness harness;
    QVERIFY(harness.accounts.add(alice()));
    harness.keychain.put(Key, "old");
    harness.keychain.writeError = lockedError();
    overwrite(harness, R"({"version": 99})");
    auto *remover = new AccountRemover(harness.services, alice(), AccountRemover::Secrets::Remove);
    QSignalSpy failed(remover, &AccountRemover::storeFailed);
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().at(1).value<Leftover>(), Leftover::OldForSession);
    QVERIFY(!harness.keychain.contains(Key));
    QCOMPARE(signsInWith(harness, alice()), QByteArray("old"));
}

QTEST_MAIN(TestAccountUndo)
#include "tst_accountundo.moc"
