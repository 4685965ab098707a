// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/setup/SetupHarness.h"
#include "ui/setup/AccountRemover.h"
#include "ui/setup/AccountSaver.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace pennypost;

class TestAccountSaver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storesBoth();
    void secretFailureLeavesNothing();
    void fileFailureTakesTheSecretBack();
    void fileFailureRestoresTheOldSecret();
    void abandonedWhileTheKeyringAsks();
    void abandonedChangeRestoresTheOldSecret();
    void movingToTheSessionLeavesNoOrphan();
    void whatWasKeptForTheSession_data();
    void whatWasKeptForTheSession();
    void whatWasKeptForANamesake_data();
    void whatWasKeptForANamesake();
    void ownAccountBecomesDefaultAfterPractice();
    void removesBoth();
    void lockedKeyringKeepsTheAccount();
    void secretCanBeLeftKnowingly();
    void fileFailureKeepsTheSecret();

private:
    static Account alice()
    {
        return SetupHarness::account(QStringLiteral("alice"), QStringLiteral("Alice"),
                                     QStringLiteral("alice@example.org"));
    }
    static const QString Key;
};

const QString TestAccountSaver::Key = QStringLiteral("account/alice");

namespace {

AccountToSave job(const Account &account, const char *secret, std::optional<Account> previous = {})
{
    AccountToSave job;
    job.account = account;
    if (secret)
        job.secret = Secret(QByteArray(secret));
    job.previous = std::move(previous);
    return job;
}

/// Makes every write of accounts.json fail the same way for anybody, root included.
void blockFile(SetupHarness &harness)
{
    QFile file(harness.folder.filePath(QStringLiteral("accounts.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"version": 99})");
}

} // namespace

void TestAccountSaver::storesBoth()
{
    SetupHarness harness;
    auto *saver = new AccountSaver(harness.services, job(alice(), "s"));
    QSignalSpy saved(saver, &AccountSaver::saved);
    QSignalSpy gone(saver, &QObject::destroyed);
    QVERIFY(!harness.keychain.contains(Key)); // not within the call
    QVERIFY(gone.wait());
    QCOMPARE(saved.count(), 1);
    QCOMPARE(harness.keychain.bytes(Key), QByteArray("s"));
    QCOMPARE(harness.accounts.accounts(), QList<Account>{alice()});
}

void TestAccountSaver::secretFailureLeavesNothing()
{
    SetupHarness harness;
    harness.keychain.writeError = SecretError{SecretError::Kind::Locked, {}};
    auto *saver = new AccountSaver(harness.services, job(alice(), "s"));
    QSignalSpy failed(saver, &AccountSaver::secretFailed);
    QSignalSpy gone(saver, &QObject::destroyed);
    QVERIFY(gone.wait());
    QCOMPARE(failed.count(), 1);
    QVERIFY(harness.accounts.accounts().isEmpty());
    QVERIFY(harness.listing().isEmpty());
}

void TestAccountSaver::fileFailureTakesTheSecretBack()
{
    SetupHarness harness;
    blockFile(harness);
    auto *saver = new AccountSaver(harness.services, job(alice(), "s"));
    QSignalSpy failed(saver, &AccountSaver::storeFailed);
    QSignalSpy gone(saver, &QObject::destroyed);
    QVERIFY(gone.wait());
    QCOMPARE(failed.count(), 1);
    QCOMPARE(harness.keychain.count(), 0);
}

void TestAccountSaver::fileFailureRestoresTheOldSecret()
{
    SetupHarness harness;
    QVERIFY(harness.accounts.add(alice()));
    harness.keychain.put(Key, "old");
    blockFile(harness);
    auto *saver = new AccountSaver(harness.services, job(alice(), "new", alice()));
    QSignalSpy failed(saver, &AccountSaver::storeFailed);
    QSignalSpy gone(saver, &QObject::destroyed);
    QVERIFY(gone.wait());
    QCOMPARE(failed.count(), 1);
    QCOMPARE(harness.keychain.bytes(Key), QByteArray("old"));
}

void TestAccountSaver::abandonedWhileTheKeyringAsks()
{
    SetupHarness harness;
    harness.keychain.held = true;
    auto *saver = new AccountSaver(harness.services, job(alice(), "s"));
    QSignalSpy saved(saver, &AccountSaver::saved);
    QSignalSpy gone(saver, &QObject::destroyed);
    QTRY_COMPARE(harness.keychain.waiting(), 1);
    saver->abandon();
    harness.keychain.release(); // the person unlocks it after all
    QVERIFY(gone.wait());
    QCOMPARE(saved.count(), 0);
    QCOMPARE(harness.keychain.count(), 0);
    QVERIFY(harness.listing().isEmpty());
}

void TestAccountSaver::abandonedChangeRestoresTheOldSecret()
{
    SetupHarness harness;
    QVERIFY(harness.accounts.add(alice()));
    harness.keychain.put(Key, "old");
    Account changed = alice();
    changed.server.port = 2525;
    auto *saver = new AccountSaver(harness.services, job(changed, "new", alice()));
    QSignalSpy gone(saver, &QObject::destroyed);
    harness.keychain.held = true;
    QTRY_COMPARE(harness.keychain.waiting(), 1); // reading the old one
    harness.keychain.release();
    harness.keychain.held = true;
    QTRY_COMPARE(harness.keychain.waiting(), 1); // writing the new one
    saver->abandon();
    harness.keychain.release();
    QVERIFY(gone.wait());
    QCOMPARE(harness.keychain.bytes(Key), QByteArray("old"));
    QCOMPARE(harness.accounts.accounts(), QList<Account>{alice()});
}

void TestAccountSaver::movingToTheSessionLeavesNoOrphan()
{
    SetupHarness harness;
    QVERIFY(harness.accounts.add(alice()));
    harness.keychain.put(Key, "old");
    Account session = alice();
    session.secretPlace = SecretPlace::Session;
    auto *saver = new AccountSaver(harness.services, job(session, "new", alice()));
    QSignalSpy gone(saver, &QObject::destroyed);
    QVERIFY(gone.wait());
    QTRY_COMPARE(harness.keychain.count(), 0);
    QByteArray kept;
    harness.session.read(Key, this, [&](const Result<Secret, SecretError> &got) {
        kept = got ? got.value().bytes().toByteArray() : QByteArray("none");
    });
    QTRY_COMPARE(kept, QByteArray("new"));
    QCOMPARE(harness.accounts.find(session.id)->secretPlace, SecretPlace::Session);
}

/// A password that stood in for the keychain's must not go before a newer one.
void TestAccountSaver::whatWasKeptForTheSession_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<bool>("stays");
    QTest::newRow("the keychain takes a new one") << "password" << false;
    QTest::newRow("something else is changed") << "name" << true;
    QTest::newRow("no sign-in any more") << "no sign-in" << false;
    QTest::newRow("removed") << "remove" << false;
}

void TestAccountSaver::whatWasKeptForTheSession()
{
    QFETCH(QString, change);
    SetupHarness harness;
    QVERIFY(harness.accounts.add(alice()));
    harness.keychain.put(Key, "old");
    const auto ignore = [](const Result<void, SecretError> &) {};
    harness.session.write(Key, Secret(QByteArray("kept")), this, ignore);
    Account changed = alice();
    if (change == u"name")
        changed.identities.first().mailbox.displayName = QStringLiteral("Alice L.");
    else if (change == u"no sign-in")
        changed.secretPlace = SecretPlace::None;
    QObject *worker = nullptr;
    if (change == u"remove")
        worker = new AccountRemover(harness.services, alice(), AccountRemover::Secrets::Remove);
    else
        worker = new AccountSaver(harness.services,
                                  job(changed, change == u"password" ? "new" : nullptr, alice()));
    QSignalSpy gone(worker, &QObject::destroyed);
    QVERIFY(gone.wait());
    std::optional<bool> found;
    harness.session.read(Key, this,
                         [&](const Result<Secret, SecretError> &read) { found = read.hasValue(); });
    QTRY_VERIFY(found);
    QTEST(*found, "stays");
}

/// A removed account's id is free for the next one: the password of the one must not go to the other's
/// server.
void TestAccountSaver::whatWasKeptForANamesake_data()
{
    QTest::addColumn<SecretPlace>("place");
    QTest::addColumn<bool>("typed");
    QTest::addColumn<QByteArray>("session");
    QTest::newRow("keychain") << SecretPlace::Keychain << true << QByteArray("none");
    QTest::newRow("no sign-in") << SecretPlace::None << false << QByteArray("none");
    QTest::newRow("session") << SecretPlace::Session << true << QByteArray("new");
    QTest::newRow("session, none given") << SecretPlace::Session << false << QByteArray("none");
}

void TestAccountSaver::whatWasKeptForANamesake()
{
    QFETCH(SecretPlace, place);
    QFETCH(bool, typed);
    QFETCH(QByteArray, session);
    SetupHarness harness;
    harness.session.write(Key, Secret(QByteArray("another's")), this,
                          [](const Result<void, SecretError> &) {});
    Account account = alice();
    account.secretPlace = place;
    auto *saver = new AccountSaver(harness.services, job(account, typed ? "new" : nullptr));
    QSignalSpy gone(saver, &QObject::destroyed);
    QVERIFY(gone.wait());
    QCOMPARE(harness.accounts.accounts().size(), 1);
    QByteArray kept;
    harness.session.read(Key, this, [&](const Result<Secret, SecretError> &got) {
        kept = got ? got.value().bytes().toByteArray() : QByteArray("none");
    });
    QTRY_COMPARE(kept, session);
}

void TestAccountSaver::ownAccountBecomesDefaultAfterPractice()
{
    SetupHarness harness;
    Account practice = alice();
    practice.id = QStringLiteral("practice");
    practice.practice = true;
    QVERIFY(harness.accounts.add(practice));
    auto *saver = new AccountSaver(harness.services, job(alice(), "s"));
    QSignalSpy gone(saver, &QObject::destroyed);
    QVERIFY(gone.wait());
    QCOMPARE(harness.accounts.defaultAccount()->id, alice().id);
    Account second = alice();
    second.id = QStringLiteral("second");
    auto *again = new AccountSaver(harness.services, job(second, "s"));
    QSignalSpy againGone(again, &QObject::destroyed);
    QVERIFY(againGone.wait());
    QCOMPARE(harness.accounts.defaultAccount()->id, alice().id);
}

void TestAccountSaver::removesBoth()
{
    SetupHarness harness;
    QVERIFY(harness.accounts.add(alice()));
    harness.keychain.put(Key, "s");
    auto *remover = new AccountRemover(harness.services, alice(), AccountRemover::Secrets::Remove);
    QSignalSpy removed(remover, &AccountRemover::removed);
    QVERIFY(removed.wait());
    QCOMPARE(harness.keychain.count(), 0);
    QVERIFY(harness.accounts.accounts().isEmpty());
}

void TestAccountSaver::lockedKeyringKeepsTheAccount()
{
    SetupHarness harness;
    QVERIFY(harness.accounts.add(alice()));
    harness.keychain.put(Key, "s");
    harness.keychain.readError = SecretError{SecretError::Kind::Locked, {}};
    auto *remover = new AccountRemover(harness.services, alice(), AccountRemover::Secrets::Remove);
    QSignalSpy failed(remover, &AccountRemover::secretFailed);
    QVERIFY(failed.wait());
    QCOMPARE(harness.keychain.count(), 1);
    QCOMPARE(harness.accounts.accounts().size(), 1);
}

void TestAccountSaver::secretCanBeLeftKnowingly()
{
    SetupHarness harness;
    QVERIFY(harness.accounts.add(alice()));
    harness.keychain.readError = SecretError{SecretError::Kind::NoKeychain, {}};
    auto *remover = new AccountRemover(harness.services, alice(), AccountRemover::Secrets::Leave);
    QSignalSpy removed(remover, &AccountRemover::removed);
    QVERIFY(removed.wait());
    QVERIFY(harness.accounts.accounts().isEmpty());
}

void TestAccountSaver::fileFailureKeepsTheSecret()
{
    SetupHarness harness;
    QVERIFY(harness.accounts.add(alice()));
    harness.keychain.put(Key, "s");
    blockFile(harness);
    auto *remover = new AccountRemover(harness.services, alice(), AccountRemover::Secrets::Remove);
    QSignalSpy failed(remover, &AccountRemover::storeFailed);
    QVERIFY(failed.wait());
    QCOMPARE(harness.keychain.bytes(Key), QByteArray("s"));
}

QTEST_MAIN(TestAccountSaver)
#include "tst_accountsaver.moc"
