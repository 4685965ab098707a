// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/AccountJson.h"
#include "core/account/AccountStore.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pennypost;
using Kind = AccountStoreError::Kind;

class TestAccountStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void startsEmptyWithoutAFile();
    void keepsEveryField();
    void fileIsTheOwnersAlone();
    void fileHoldsAVersionAndNoSecret();
    void addUpdateRemove();
    void defaultFollowsTheAccounts();
    void refusals_data();
    void refusals();
    void validIds_data();
    void validIds();
    void freeIds_data();
    void freeIds();
    void damaged_data();
    void damaged();
    void damagedFilesAreNumbered();
    void goodRowsSurviveABadOne();
    void damagedWhileRunningLosesNothing();
    void laterVersionIsLeftAlone();
    void anotherProcessIsNotLost();
    void lockedByAnotherProcess();
    void failedWriteKeepsTheOldFile();
    void whatCouldNotBeReadBackIsNotWritten();

private:
    QString file() const { return m_folder->filePath(QStringLiteral("accounts.json")); }
    QByteArray contents() const;
    void put(const QByteArray &bytes) const;
    QStringList listing() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

Account account(const QString &id)
{
    Account account;
    account.id = id;
    account.identities = {
        {{QStringLiteral("Alice \"A\" Liddell"), QStringLiteral("alice"), QStringLiteral("bücher.example")}},
        {{{}, QStringLiteral("a b"), QStringLiteral("example.org")}}};
    account.server.host = QStringLiteral("smtp.example.org");
    account.server.port = 587;
    account.server.security = ServerSettings::Security::StartTls;
    account.server.userName = QStringLiteral("alice");
    account.server.mechanism = "LOGIN";
    account.server.pinnedSha256 = QByteArray(32, '\xfe');
    account.server.caFile = QStringLiteral("/etc/ssl/Ünser.pem");
    account.secretPlace = SecretPlace::Session;
    return account;
}

Kind kindOf(const Result<void, AccountStoreError> &result)
{
    return result.error().kind;
}

} // namespace

void TestAccountStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QByteArray TestAccountStore::contents() const
{
    QFile in(file());
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void TestAccountStore::put(const QByteArray &bytes) const
{
    QFile out(file());
    QVERIFY(out.open(QIODevice::WriteOnly));
    QCOMPARE(out.write(bytes), bytes.size());
}

void TestAccountStore::startsEmptyWithoutAFile()
{
    AccountStore store(file());
    QVERIFY(store.load());
    QVERIFY(store.accounts().isEmpty());
    QCOMPARE(store.defaultAccount(), nullptr);
    QCOMPARE(listing(), QStringList());
}

void TestAccountStore::keepsEveryField()
{
    AccountStore store(file());
    Account first = account(QStringLiteral("first"));
    Account second;
    second.id = QStringLiteral("practice");
    second.identities = {{{{}, QStringLiteral("practice"), QStringLiteral("localhost")}}};
    second.secretPlace = SecretPlace::None;
    second.practice = true;
    QVERIFY(store.add(first));
    QVERIFY(store.add(second));

    AccountStore again(file());
    QVERIFY(again.load());
    const QList<Account> expected{first, second};
    QCOMPARE(again.accounts(), expected);
    QCOMPARE(again.defaultAccount()->id, first.id);
}

void TestAccountStore::fileIsTheOwnersAlone()
{
    AccountStore store(file());
    QVERIFY(store.add(account(QStringLiteral("a"))));
#ifndef Q_OS_WIN
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                        QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFile::permissions(file()) & others, QFile::Permissions());
    // Also where it lay open before.
    QVERIFY(QFile::setPermissions(file(), QFile::permissions(file()) | QFile::ReadOther | QFile::ReadGroup));
    QVERIFY(store.add(account(QStringLiteral("b"))));
    QCOMPARE(QFile::permissions(file()) & others, QFile::Permissions());
#endif
    QCOMPARE(listing(), QStringList{QStringLiteral("accounts.json")});
}

void TestAccountStore::fileHoldsAVersionAndNoSecret()
{
    AccountStore store(file());
    QVERIFY(store.add(account(QStringLiteral("a"))));
    const QJsonObject root = QJsonDocument::fromJson(contents()).object();
    QCOMPARE(root.value(u"version").toInt(), 1);
    QCOMPARE(root.value(u"default").toString(), QStringLiteral("a"));
    QCOMPARE(root.value(u"accounts").toArray().size(), 1);
    QVERIFY(!contents().toLower().contains("password"));
}

void TestAccountStore::addUpdateRemove()
{
    AccountStore store(file());
    QSignalSpy changed(&store, &AccountStore::changed);
    Account one = account(QStringLiteral("one"));
    QVERIFY(store.add(one));
    QCOMPARE(changed.count(), 1);
    one.server.host = QStringLiteral("other.example.org");
    QVERIFY(store.update(one));
    QCOMPARE(changed.count(), 2);
    QCOMPARE(store.find(one.id)->server.host, one.server.host);
    QVERIFY(store.remove(one.id));
    QCOMPARE(changed.count(), 3);
    QCOMPARE(store.find(one.id), nullptr);
    QVERIFY(store.accounts().isEmpty());
}

void TestAccountStore::defaultFollowsTheAccounts()
{
    AccountStore store(file());
    for (const char *id : {"a", "b", "c"})
        QVERIFY(store.add(account(QString::fromLatin1(id))));
    QCOMPARE(store.defaultAccount()->id, QStringLiteral("a"));
    QVERIFY(store.setDefault(QStringLiteral("c")));
    AccountStore again(file());
    QVERIFY(again.load());
    QCOMPARE(again.defaultAccount()->id, QStringLiteral("c"));
    QVERIFY(store.remove(QStringLiteral("b")));
    QCOMPARE(store.defaultAccount()->id, QStringLiteral("c"));
    QVERIFY(store.remove(QStringLiteral("c")));
    QCOMPARE(store.defaultAccount()->id, QStringLiteral("a"));
    QVERIFY(store.remove(QStringLiteral("a")));
    QCOMPARE(store.defaultAccount(), nullptr);
}

void TestAccountStore::refusals_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("kind");
    QTest::newRow("add twice") << QStringLiteral("add") << QStringLiteral("a") << int(Kind::DuplicateId);
    QTest::newRow("add with a bad id")
        << QStringLiteral("add") << QStringLiteral("../a") << int(Kind::InvalidId);
    QTest::newRow("update unknown") << QStringLiteral("update") << QStringLiteral("b")
                                    << int(Kind::UnknownId);
    QTest::newRow("remove unknown") << QStringLiteral("remove") << QStringLiteral("b")
                                    << int(Kind::UnknownId);
    QTest::newRow("default unknown") << QStringLiteral("default") << QStringLiteral("b")
                                     << int(Kind::UnknownId);
}

void TestAccountStore::refusals()
{
    QFETCH(QString, call);
    QFETCH(QString, id);
    QFETCH(int, kind);
    AccountStore store(file());
    QVERIFY(store.add(account(QStringLiteral("a"))));
    const QByteArray before = contents();
    const auto result = call == u"add"      ? store.add(account(id))
                        : call == u"update" ? store.update(account(id))
                        : call == u"remove" ? store.remove(id)
                                            : store.setDefault(id);
    QVERIFY(!result);
    QCOMPARE(int(kindOf(result)), kind);
    QCOMPARE(contents(), before);
    QCOMPARE(store.accounts().size(), 1);
}

void TestAccountStore::validIds_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("valid");
    QTest::newRow("word") << QStringLiteral("alice") << true;
    QTest::newRow("digit first") << QStringLiteral("1-a") << true;
    QTest::newRow("64") << QString(64, u'a') << true;
    QTest::newRow("65") << QString(65, u'a') << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("hyphen first") << QStringLiteral("-a") << false;
    QTest::newRow("capital") << QStringLiteral("Alice") << false;
    QTest::newRow("umlaut") << QStringLiteral("jörg") << false;
    QTest::newRow("slash") << QStringLiteral("a/b") << false;
    QTest::newRow("line end") << QStringLiteral("a\n") << false;
}

void TestAccountStore::validIds()
{
    QFETCH(QString, id);
    QFETCH(bool, valid);
    QCOMPARE(isValidAccountId(id), valid);
}

void TestAccountStore::freeIds_data()
{
    QTest::addColumn<QString>("localPart");
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("id");
    QTest::newRow("plain") << QStringLiteral("alice") << QStringLiteral("example.org")
                           << QStringLiteral("alice-example-org");
    QTest::newRow("capitals and plus") << QStringLiteral("Alice+Shop") << QStringLiteral("Example.org")
                                       << QStringLiteral("alice-shop-example-org");
    QTest::newRow("taken") << QStringLiteral("taken") << QStringLiteral("x") << QStringLiteral("taken-x-2");
    QTest::newRow("IDN") << QStringLiteral("jörg") << QStringLiteral("bücher.example")
                         << QStringLiteral("j-rg-xn-bcher-kva-example");
    QTest::newRow("nothing usable") << QStringLiteral("ы") << QString() << QStringLiteral("account");
    QTest::newRow("long") << QString(64, u'a') << QStringLiteral("example.org") << QString(56, u'a');
}

void TestAccountStore::freeIds()
{
    QFETCH(QString, localPart);
    QFETCH(QString, domain);
    QFETCH(QString, id);
    AccountStore store(file());
    QVERIFY(store.add(account(QStringLiteral("taken-x"))));
    const QString free = store.freeIdFor({{}, localPart, domain});
    QCOMPARE(free, id);
    QVERIFY(isValidAccountId(free));
}

void TestAccountStore::damaged_data()
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

void TestAccountStore::damaged()
{
    QFETCH(QByteArray, bytes);
    put(bytes);
    AccountStore store(file());
    const auto loaded = store.load();
    QVERIFY(!loaded);
    QCOMPARE(kindOf(loaded), Kind::Damaged);
    QVERIFY(store.accounts().isEmpty());
    // Set aside to the letter, and the store works on.
    QFile aside(file() + QStringLiteral(".damaged-1"));
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), bytes);
    QVERIFY(store.add(account(QStringLiteral("a"))));
    AccountStore again(file());
    QVERIFY(again.load());
    QCOMPARE(again.accounts().size(), 1);
}

void TestAccountStore::damagedFilesAreNumbered()
{
    for (int round = 1; round <= 3; ++round) {
        put("round " + QByteArray::number(round));
        AccountStore store(file());
        QVERIFY(!store.load());
    }
    const QStringList expected{QStringLiteral("accounts.json.damaged-1"),
                               QStringLiteral("accounts.json.damaged-2"),
                               QStringLiteral("accounts.json.damaged-3")};
    QCOMPARE(listing(), expected);
}

void TestAccountStore::goodRowsSurviveABadOne()
{
    QJsonObject pinned = accountToJson(account(QStringLiteral("bad")));
    QJsonObject server = pinned.value(u"server").toObject();
    server.insert(QStringLiteral("pinnedSha256"), QStringLiteral("abcd")); // must not become "no pin"
    pinned.insert(QStringLiteral("server"), server);
    QJsonObject injected = accountToJson(account(QStringLiteral("injected")));
    injected.insert(QStringLiteral("identities"),
                    QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("A\r\nBcc: x")},
                                           {QStringLiteral("localPart"), QStringLiteral("a")},
                                           {QStringLiteral("domain"), QStringLiteral("b")}}});
    const QJsonObject root{
        {QStringLiteral("version"), 1},
        {QStringLiteral("default"), QStringLiteral("bad")},
        {QStringLiteral("accounts"), QJsonArray{pinned, accountToJson(account(QStringLiteral("good"))),
                                                injected, accountToJson(account(QStringLiteral("good")))}}};
    put(QJsonDocument(root).toJson());
    AccountStore store(file());
    const auto loaded = store.load();
    QVERIFY(!loaded);
    QCOMPARE(kindOf(loaded), Kind::Damaged);
    QCOMPARE(store.accounts(), QList<Account>{account(QStringLiteral("good"))});
    QCOMPARE(store.defaultAccount()->id, QStringLiteral("good"));
    AccountStore again(file());
    QVERIFY(again.load());
    QCOMPARE(again.accounts(), store.accounts());
}

void TestAccountStore::damagedWhileRunningLosesNothing()
{
    AccountStore store(file());
    QVERIFY(store.add(account(QStringLiteral("a"))));
    put("oops");
    QVERIFY(store.add(account(QStringLiteral("b"))));
    AccountStore again(file());
    QVERIFY(again.load());
    QCOMPARE(again.accounts().size(), 2);
    QVERIFY(listing().contains(QStringLiteral("accounts.json.damaged-1")));
}

void TestAccountStore::laterVersionIsLeftAlone()
{
    const QByteArray later = R"({"version": 2, "accounts": {"shape": "unknown"}})";
    put(later);
    AccountStore store(file());
    const auto loaded = store.load();
    QVERIFY(!loaded);
    QCOMPARE(kindOf(loaded), Kind::TooNew);
    const auto added = store.add(account(QStringLiteral("a")));
    QVERIFY(!added);
    QCOMPARE(kindOf(added), Kind::TooNew);
    QCOMPARE(contents(), later);
    QCOMPARE(listing(), QStringList{QStringLiteral("accounts.json")});
}

void TestAccountStore::anotherProcessIsNotLost()
{
    AccountStore ours(file());
    AccountStore theirs(file());
    QVERIFY(ours.add(account(QStringLiteral("a"))));
    QVERIFY(theirs.add(account(QStringLiteral("b"))));
    QVERIFY(ours.add(account(QStringLiteral("c"))));
    QCOMPARE(ours.accounts().size(), 3);
    QVERIFY(theirs.remove(QStringLiteral("c")));
    QCOMPARE(kindOf(ours.update(account(QStringLiteral("c")))), Kind::UnknownId);
    QCOMPARE(ours.accounts().size(), 2);
}

void TestAccountStore::lockedByAnotherProcess()
{
    AccountStore store(file());
    QVERIFY(store.add(account(QStringLiteral("a"))));
    QLockFile theirs(file() + QStringLiteral(".lock"));
    QVERIFY(theirs.lock());
    const auto added = store.add(account(QStringLiteral("b")));
    QVERIFY(!added);
    QCOMPARE(kindOf(added), Kind::CannotWrite);
    theirs.unlock();
    QVERIFY(store.add(account(QStringLiteral("b"))));
}

void TestAccountStore::failedWriteKeepsTheOldFile()
{
    AccountStore store(m_folder->filePath(QStringLiteral("missing/accounts.json")));
    const auto added = store.add(account(QStringLiteral("a")));
    QVERIFY(!added);
    QCOMPARE(kindOf(added), Kind::CannotWrite);
    QVERIFY(!added.error().detail.isEmpty());
    QVERIFY(store.accounts().isEmpty());
}

void TestAccountStore::whatCouldNotBeReadBackIsNotWritten()
{
    AccountStore store(file());
    QVERIFY(store.add(account(QStringLiteral("a"))));
    const QByteArray before = contents();
    QList<Account> bad(4, account(QStringLiteral("a")));
    bad[0].identities.first().mailbox.displayName = QStringLiteral("A\r\nBcc: b@example.org");
    bad[1].identities.clear();
    bad[2].server.pinnedSha256 = "short";
    bad[3].identities.first().mailbox.domain.clear();
    for (Account &each : bad) {
        QVERIFY(!store.update(each));
        each.id = QStringLiteral("b");
        QVERIFY(!store.add(each));
    }
    QCOMPARE(contents(), before);
}

QTEST_GUILESS_MAIN(TestAccountStore)
#include "tst_accountstore.moc"
