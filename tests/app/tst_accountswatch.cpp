// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/AccountsWatch.h"
#include "core/account/AccountStore.h"
#include "core/account/PracticeAccount.h"

#include <QDir>
#include <QFile>
#include <QFileSystemWatcher>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pennypost;

/// What another process, such as pennypost-cli, stores while the windows are open.
class TestAccountsWatch : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString file() const { return m_folder->filePath(QStringLiteral("accounts.json")); }
    static Account account(const QString &id)
    {
        Account account = practiceAccount(QStringLiteral("Me"));
        account.id = id;
        return account;
    }
    static QStringList ids(const AccountStore &store)
    {
        QStringList ids;
        for (const Account &account : store.accounts())
            ids.append(account.id);
        return ids;
    }
    void write(const QByteArray &bytes) const
    {
        QFile out(file());
        if (!out.open(QIODevice::WriteOnly | QIODevice::Truncate) || out.write(bytes) != bytes.size())
            qFatal("cannot write accounts.json");
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void followsTheOther()
    {
        AccountStore ours(file());
        QVERIFY(ours.load());
        const AccountsWatch watch(ours, file());
        const QSignalSpy changed(&ours, &AccountStore::changed);
        AccountStore theirs(file());
        QVERIFY(theirs.add(account(QStringLiteral("a"))));
        QTRY_COMPARE(ids(ours), QStringList{QStringLiteral("a")});
        QVERIFY(theirs.add(account(QStringLiteral("b"))));
        QTRY_COMPARE(ids(ours), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QVERIFY(theirs.setDefault(QStringLiteral("b")));
        QTRY_COMPARE(ours.defaultAccount()->id, QStringLiteral("b"));
        QVERIFY(theirs.remove(QStringLiteral("a")));
        QTRY_COMPARE(ids(ours), QStringList{QStringLiteral("b")});
        QCOMPARE(changed.size(), 4);
    }

    void ourOwnChangesAreNoNews()
    {
        AccountStore ours(file());
        QVERIFY(ours.load());
        const AccountsWatch watch(ours, file());
        const QSignalSpy changed(&ours, &AccountStore::changed);
        QVERIFY(ours.add(account(QStringLiteral("a"))));
        AccountStore theirs(file());
        QVERIFY(theirs.add(account(QStringLiteral("b"))));
        QTRY_COMPARE(ids(ours).size(), 2);
        QCOMPARE(changed.size(), 2);
    }

    /// Somebody writes it by hand: it is neither taken for damaged nor set aside while it is half there.
    void halfAFile()
    {
        AccountStore ours(file());
        QVERIFY(ours.add(account(QStringLiteral("a"))));
        QFile whole(file());
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        whole.close();
        const AccountsWatch watch(ours, file());
        const QSignalSpy changed(&ours, &AccountStore::changed);
        QFileSystemWatcher folder({m_folder->path()});
        const QSignalSpy looked(&folder, &QFileSystemWatcher::directoryChanged);
        write(bytes.left(bytes.size() / 2));
        QVERIFY(
            AccountStore(m_folder->filePath(QStringLiteral("other.json"))).add(account(QStringLiteral("x"))));
        QTRY_VERIFY(!looked.isEmpty());
        QCOMPARE(ids(ours), QStringList{QStringLiteral("a")});
        QVERIFY(QFile::exists(file()));
        QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*.damaged*")}).size(), 0);
        QByteArray renamed = bytes;
        renamed.replace("\"a\"", "\"b\"");
        write(renamed);
        QVERIFY(QFile::rename(file(), file() + u'~'));
        QVERIFY(QFile::rename(file() + u'~', file()));
        QTRY_COMPARE(ids(ours), QStringList{QStringLiteral("b")});
        QCOMPARE(changed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestAccountsWatch)
#include "tst_accountswatch.moc"
