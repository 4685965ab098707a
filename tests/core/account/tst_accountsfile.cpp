// SPDX-License-Identifier: GPL-3.0-or-later
// accounts.json itself: who may read it, what damages it, who else writes to it.
#include "core/account/AccountJson.h"
#include "tests/core/account/AccountsFolder.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QTest>

using namespace pennypost;
using Kind = AccountStoreError::Kind;

class TestAccountsFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<AccountsFolder>(); }
    void fileIsTheOwnersAlone();
    void fileHoldsAVersionAndNoSecret();
    void damaged_data();
    void damaged();
    void damagedFilesAreNumbered();
    void goodRowsSurviveABadOne();
    void damagedWhileRunningLosesNothing();
    void damagedWhileNothingCanBeWritten();
    void leftAlone_data();
    void leftAlone();
    void olderFilesHaveNoProxy();
    void oddValues_data();
    void oddValues();
    void laterVersionIsLeftAlone();
    void anotherProcessIsNotLost();
    void lockedByAnotherProcess();
    void failedWriteKeepsTheOldFile();
    void whatCouldNotBeReadBackIsNotWritten();

private:
    std::unique_ptr<AccountsFolder> m_folder;
};

void TestAccountsFile::fileIsTheOwnersAlone()
{
    AccountStore store(m_folder->file());
    QVERIFY(store.add(sampleAccount(QStringLiteral("a"))));
#ifndef Q_OS_WIN
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                        QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFile::permissions(m_folder->file()) & others, QFile::Permissions());
    // Also where it lay open before.
    QVERIFY(QFile::setPermissions(m_folder->file(), QFile::permissions(m_folder->file()) | QFile::ReadOther |
                                                        QFile::ReadGroup));
    QVERIFY(store.add(sampleAccount(QStringLiteral("b"))));
    QCOMPARE(QFile::permissions(m_folder->file()) & others, QFile::Permissions());
#endif
    QCOMPARE(m_folder->listing(), QStringList{QStringLiteral("accounts.json")});
}

void TestAccountsFile::fileHoldsAVersionAndNoSecret()
{
    AccountStore store(m_folder->file());
    QVERIFY(store.add(sampleAccount(QStringLiteral("a"))));
    const QJsonObject root = QJsonDocument::fromJson(m_folder->contents()).object();
    QCOMPARE(root.value(u"version").toInt(), 1);
    QCOMPARE(root.value(u"default").toString(), QStringLiteral("a"));
    QCOMPARE(root.value(u"accounts").toArray().size(), 1);
    QVERIFY(!m_folder->contents().toLower().contains("password"));
}

void TestAccountsFile::damaged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut short") << QByteArray(R"({"version": 1, "accounts": [)");
    QTest::newRow("not ours") << QByteArray(R"({"colour": "blue"})");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("binary") << QByteArray("\0\xff\xfe\0", 4);
    QTest::newRow("version is text") << QByteArray(R"({"version": "1", "accounts": []})");
    QTest::newRow("bad id") << QByteArray(R"({"version": 1, "accounts": [{"id": "../x"}]})");
}

void TestAccountsFile::damaged()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(m_folder->put(bytes));
    AccountStore store(m_folder->file());
    const auto loaded = store.load();
    QVERIFY(!loaded);
    QCOMPARE(kindOf(loaded), Kind::Damaged);
    QVERIFY(store.accounts().isEmpty());
    // Set aside to the letter, and the store works on.
    QFile aside(m_folder->file() + QStringLiteral(".damaged-1"));
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), bytes);
    QVERIFY(store.add(sampleAccount(QStringLiteral("a"))));
    AccountStore again(m_folder->file());
    QVERIFY(again.load());
    QCOMPARE(again.accounts().size(), 1);
}

void TestAccountsFile::damagedFilesAreNumbered()
{
    for (int round = 1; round <= 3; ++round) {
        QVERIFY(m_folder->put("round " + QByteArray::number(round)));
        AccountStore store(m_folder->file());
        const auto loaded = store.load();
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().aside, QStringLiteral("accounts.json.damaged-%1").arg(round));
    }
    const QStringList expected{QStringLiteral("accounts.json.damaged-1"),
                               QStringLiteral("accounts.json.damaged-2"),
                               QStringLiteral("accounts.json.damaged-3")};
    QCOMPARE(m_folder->listing(), expected);
}

void TestAccountsFile::goodRowsSurviveABadOne()
{
    QJsonObject pinned = accountToJson(sampleAccount(QStringLiteral("bad")));
    QJsonObject server = pinned.value(u"server").toObject();
    server.insert(QStringLiteral("pinnedSha256"), QStringLiteral("abcd")); // must not become "no pin"
    pinned.insert(QStringLiteral("server"), server);
    QJsonObject injected = accountToJson(sampleAccount(QStringLiteral("injected")));
    injected.insert(QStringLiteral("identities"),
                    QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("A\r\nBcc: x")},
                                           {QStringLiteral("localPart"), QStringLiteral("a")},
                                           {QStringLiteral("domain"), QStringLiteral("b")}}});
    const QJsonObject root{{QStringLiteral("version"), 1},
                           {QStringLiteral("default"), QStringLiteral("bad")},
                           {QStringLiteral("accounts"),
                            QJsonArray{pinned, accountToJson(sampleAccount(QStringLiteral("good"))), injected,
                                       accountToJson(sampleAccount(QStringLiteral("good")))}}};
    QVERIFY(m_folder->put(QJsonDocument(root).toJson()));
    AccountStore store(m_folder->file());
    const auto loaded = store.load();
    QVERIFY(!loaded);
    QCOMPARE(kindOf(loaded), Kind::Damaged);
    QCOMPARE(store.accounts(), QList<Account>{sampleAccount(QStringLiteral("good"))});
    QCOMPARE(store.defaultAccount()->id, QStringLiteral("good"));
    AccountStore again(m_folder->file());
    QVERIFY(again.load());
    QCOMPARE(again.accounts(), store.accounts());
}

void TestAccountsFile::damagedWhileRunningLosesNothing()
{
    AccountStore store(m_folder->file());
    QVERIFY(store.add(sampleAccount(QStringLiteral("a"))));
    QVERIFY(m_folder->put("oops"));
    QVERIFY(store.add(sampleAccount(QStringLiteral("b"))));
    AccountStore again(m_folder->file());
    QVERIFY(again.load());
    QCOMPARE(again.accounts().size(), 2);
    QVERIFY(m_folder->listing().contains(QStringLiteral("accounts.json.damaged-1")));
}

/// Where the file went is known all the same, and what was read of it is stored with the next change.
void TestAccountsFile::damagedWhileNothingCanBeWritten()
{
    // As long a name as a file may have once it is set aside: the new one's, while it is written, is longer.
    const QString suffix = QStringLiteral(".damaged-1");
    const QString name(255 - suffix.size(), u'a');
    QFile file(m_folder->path(name));
    if (!file.open(QIODevice::WriteOnly))
        QSKIP("no names that long here");
    const QJsonObject root{
        {QStringLiteral("version"), 1},
        {QStringLiteral("accounts"),
         QJsonArray{accountToJson(sampleAccount(QStringLiteral("good"))), QStringLiteral("bad")}}};
    const QByteArray bytes = QJsonDocument(root).toJson();
    file.write(bytes);
    file.close();
    AccountStore store(file.fileName());
    const auto loaded = store.load();
    QVERIFY(!loaded);
    QCOMPARE(kindOf(loaded), Kind::CannotWrite);
    QVERIFY(!loaded.error().detail.isEmpty());
    QCOMPARE(loaded.error().aside, QString(name + suffix));
    QFile aside(m_folder->path(name + suffix));
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), bytes);
    QVERIFY(!store.add(sampleAccount(QStringLiteral("another"))));
    QCOMPARE(store.accounts(), QList<Account>{sampleAccount(QStringLiteral("good"))});
}

void TestAccountsFile::leftAlone_data()
{
    damaged_data();
    QTest::newRow("one account of two")
        << QByteArray(R"({"version": 1, "accounts": [{"id": "good", "identities": [{"localPart": "a",
 "domain": "b"}], "server": {"port": 1, "security": "tls"}, "secretPlace": "none"}, {"id": "bad"}]})");
}

/// Where nobody could be told, nothing is moved, overwritten or half believed.
void TestAccountsFile::leftAlone()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(m_folder->put(bytes));
    AccountStore store(m_folder->file(), AccountStore::OnDamage::LeaveAlone);
    const auto loaded = store.load();
    QVERIFY(!loaded);
    QCOMPARE(kindOf(loaded), Kind::Damaged);
    QVERIFY(!loaded.error().detail.isEmpty());
    QVERIFY(store.accounts().isEmpty());
    QCOMPARE(kindOf(store.add(sampleAccount(QStringLiteral("a")))), Kind::Damaged);
    QCOMPARE(kindOf(store.remove(QStringLiteral("good"))), Kind::Damaged);
    QCOMPARE(m_folder->contents(), bytes);
    QCOMPARE(m_folder->listing(), QStringList{QStringLiteral("accounts.json")});
}

void TestAccountsFile::olderFilesHaveNoProxy()
{
    QVERIFY(m_folder->put(R"({"version": 1, "default": "alice", "accounts": [{"id": "alice", "identities":
 [{"name": "", "localPart": "alice", "domain": "example.org"}], "server": {"host": "smtp.example.org",
 "port": 465, "security": "tls", "userName": "alice", "mechanism": "", "pinnedSha256": "", "caFile": ""},
 "secretPlace": "keychain", "practice": false}]})"));
    AccountStore store(m_folder->file());
    QVERIFY(store.load());
    QCOMPARE(store.accounts().size(), 1);
    const Account &account = store.accounts().first();
    QCOMPARE(account.server.proxy, ProxySettings());
    QVERIFY(account.server.proxy.kind == ProxySettings::Kind::System);
    QCOMPARE(account.server.clientCertificate, QString());
    QCOMPARE(account.secretPlace, SecretPlace::Keychain);
    QCOMPARE(account.passPhrasePlace, SecretPlace::None);
    QCOMPARE(account.proxyPasswordPlace, SecretPlace::None);
}

void TestAccountsFile::oddValues_data()
{
    QTest::addColumn<QJsonValue>("proxy");
    QTest::addColumn<QJsonValue>("place");
    QTest::addColumn<QString>("error");
    const QJsonValue good = QStringLiteral("none");
    const auto proxy = [](const QString &kind, const QJsonValue &port) {
        return QJsonValue(QJsonObject{{QStringLiteral("kind"), kind}, {QStringLiteral("port"), port}});
    };
    const QString wrong = QStringLiteral("server.proxy");
    QTest::newRow("good") << proxy(QStringLiteral("http"), 1) << good << QString();
    QTest::newRow("a kind of a later version") << proxy(QStringLiteral("tor"), 1) << good << wrong;
    QTest::newRow("no kind") << QJsonValue(QJsonObject()) << good << wrong;
    QTest::newRow("a port beyond them all") << proxy(QStringLiteral("socks5"), 70000) << good << wrong;
    QTest::newRow("a port in letters")
        << proxy(QStringLiteral("socks5"), QStringLiteral("1080")) << good << wrong;
    QTest::newRow("a text") << QJsonValue(QStringLiteral("socks5")) << good << wrong;
    QTest::newRow("null") << QJsonValue() << good << wrong;
    QTest::newRow("a place of a later version")
        << proxy(QStringLiteral("none"), 0) << QJsonValue(QStringLiteral("card"))
        << QStringLiteral("proxySecretPlace");
}

void TestAccountsFile::oddValues()
{
    QFETCH(QJsonValue, proxy);
    QFETCH(QJsonValue, place);
    QFETCH(QString, error);
    QJsonObject json = accountToJson(sampleAccount(QStringLiteral("a")));
    QJsonObject server = json.value(u"server").toObject();
    server[u"proxy"] = proxy;
    json[u"server"] = server;
    json[u"proxySecretPlace"] = place;
    const auto account = accountFromJson(json);
    QCOMPARE(account ? QString() : account.error(), error);
}

void TestAccountsFile::laterVersionIsLeftAlone()
{
    const QByteArray later = R"({"version": 2, "accounts": {"shape": "unknown"}})";
    QVERIFY(m_folder->put(later));
    AccountStore store(m_folder->file());
    const auto loaded = store.load();
    QVERIFY(!loaded);
    QCOMPARE(kindOf(loaded), Kind::TooNew);
    const auto added = store.add(sampleAccount(QStringLiteral("a")));
    QVERIFY(!added);
    QCOMPARE(kindOf(added), Kind::TooNew);
    QCOMPARE(m_folder->contents(), later);
    QCOMPARE(m_folder->listing(), QStringList{QStringLiteral("accounts.json")});
}

void TestAccountsFile::anotherProcessIsNotLost()
{
    AccountStore ours(m_folder->file());
    AccountStore theirs(m_folder->file());
    QVERIFY(ours.add(sampleAccount(QStringLiteral("a"))));
    QVERIFY(theirs.add(sampleAccount(QStringLiteral("b"))));
    QVERIFY(ours.add(sampleAccount(QStringLiteral("c"))));
    QCOMPARE(ours.accounts().size(), 3);
    QVERIFY(theirs.remove(QStringLiteral("c")));
    QCOMPARE(kindOf(ours.update(sampleAccount(QStringLiteral("c")))), Kind::UnknownId);
    QCOMPARE(ours.accounts().size(), 2);
}

void TestAccountsFile::lockedByAnotherProcess()
{
    AccountStore store(m_folder->file());
    QVERIFY(store.add(sampleAccount(QStringLiteral("a"))));
    QLockFile theirs(m_folder->file() + QStringLiteral(".lock"));
    QVERIFY(theirs.lock());
    const auto added = store.add(sampleAccount(QStringLiteral("b")));
    QVERIFY(!added);
    QCOMPARE(kindOf(added), Kind::Busy);
    theirs.unlock();
    QVERIFY(store.add(sampleAccount(QStringLiteral("b"))));
}

void TestAccountsFile::failedWriteKeepsTheOldFile()
{
    AccountStore store(m_folder->path(QStringLiteral("missing/accounts.json")));
    const auto added = store.add(sampleAccount(QStringLiteral("a")));
    QVERIFY(!added);
    QCOMPARE(kindOf(added), Kind::CannotWrite);
    QVERIFY(!added.error().detail.isEmpty());
    QVERIFY(store.accounts().isEmpty());
}

void TestAccountsFile::whatCouldNotBeReadBackIsNotWritten()
{
    AccountStore store(m_folder->file());
    QVERIFY(store.add(sampleAccount(QStringLiteral("a"))));
    const QByteArray before = m_folder->contents();
    QList<Account> bad(4, sampleAccount(QStringLiteral("a")));
    bad[0].identities.first().mailbox.displayName = QStringLiteral("A\r\nBcc: b@example.org");
    bad[1].identities.clear();
    bad[2].server.pinnedSha256 = "short";
    bad[3].identities.first().mailbox.domain.clear();
    for (Account &each : bad) {
        QVERIFY(!store.update(each));
        QCOMPARE(kindOf(store.update(each)), Kind::InvalidValue);
        each.id = QStringLiteral("b");
        QVERIFY(!store.add(each));
        QCOMPARE(kindOf(checkStorable(each)), Kind::InvalidValue);
    }
    QCOMPARE(m_folder->contents(), before);
}

QTEST_GUILESS_MAIN(TestAccountsFile)
#include "tst_accountsfile.moc"
