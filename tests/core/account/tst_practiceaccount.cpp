// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/PracticeAccount.h"
#include "core/account/ServerSettingsCheck.h"
#include "tests/core/account/AccountsFolder.h"

#include <QDir>
#include <QTest>

using namespace pennypost;

/// The account to try things with: what is in it, and that there is one of it.
class TestPracticeAccount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsNothingOfOneRun()
    {
        const Account account = practiceAccount(QStringLiteral("Me"));
        QVERIFY(account.practice);
        QCOMPARE(account.id, QStringLiteral("practice"));
        QCOMPARE(account.mailbox().display(), QStringLiteral("Me <practice@localhost>"));
        QCOMPARE(account.secretPlace, SecretPlace::Session);
        QVERIFY(account.server.pinnedSha256.isEmpty());
        QVERIFY(checkServerSettings(account.server).isEmpty());
        QVERIFY(checkStorable(account));
    }

    void isStoredOnce_data()
    {
        QTest::addColumn<QString>("there");
        QTest::addColumn<bool>("practice");
        QTest::addColumn<QString>("id");
        QTest::newRow("no account") << QString() << false << QStringLiteral("practice");
        QTest::newRow("another account") << QStringLiteral("alice") << false << QStringLiteral("practice");
        QTest::newRow("it is there") << QStringLiteral("practice") << true << QStringLiteral("practice");
        QTest::newRow("it is there under another id")
            << QStringLiteral("try-out") << true << QStringLiteral("try-out");
        QTest::newRow("its id is somebody's")
            << QStringLiteral("practice") << false << QStringLiteral("practice-localhost");
    }
    void isStoredOnce()
    {
        QFETCH(QString, there);
        QFETCH(bool, practice);
        QFETCH(QString, id);
        const AccountsFolder folder;
        AccountStore store(folder.file());
        QList<Account> expected;
        if (!there.isEmpty()) {
            Account account = sampleAccount(there);
            account.practice = practice;
            QVERIFY(store.add(account));
            expected.append(account);
        }
        for (int times = 1; times <= 2; ++times) {
            const auto ready = storedPracticeAccount(store, QStringLiteral("Practice"));
            QVERIFY(ready);
            QCOMPARE(ready->id, id);
            QVERIFY(ready->practice);
            if (!practice && times == 1)
                expected.append(*ready);
            QCOMPARE(store.accounts(), expected);
        }
    }

    void failsAsTheStoreDoes()
    {
        const AccountsFolder folder;
        QVERIFY(QDir().mkpath(folder.file())); // no file can be written there
        AccountStore store(folder.file());
        const auto ready = storedPracticeAccount(store, QStringLiteral("Practice"));
        QVERIFY(!ready);
        QVERIFY(store.accounts().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPracticeAccount)
#include "tst_practiceaccount.moc"
