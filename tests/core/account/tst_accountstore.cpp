// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/account/AccountsFolder.h"

#include <QSignalSpy>
#include <QTest>

using namespace pennypost;
using Kind = AccountStoreError::Kind;

class TestAccountStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<AccountsFolder>(); }
    void startsEmptyWithoutAFile();
    void keepsEveryField();
    void addUpdateRemove();
    void defaultFollowsTheAccounts();
    void refusals_data();
    void refusals();
    void validIds_data();
    void validIds();
    void freeIds_data();
    void freeIds();

private:
    std::unique_ptr<AccountsFolder> m_folder;
};

void TestAccountStore::startsEmptyWithoutAFile()
{
    AccountStore store(m_folder->file());
    QVERIFY(store.load());
    QVERIFY(store.accounts().isEmpty());
    QCOMPARE(store.defaultAccount(), nullptr);
    QCOMPARE(m_folder->listing(), QStringList());
}

void TestAccountStore::keepsEveryField()
{
    AccountStore store(m_folder->file());
    Account first = sampleAccount(QStringLiteral("first"));
    Account second;
    second.id = QStringLiteral("practice");
    second.identities = {{{{}, QStringLiteral("practice"), QStringLiteral("localhost")}}};
    second.secretPlace = SecretPlace::None;
    second.practice = true;
    QVERIFY(store.add(first));
    QVERIFY(store.add(second));

    AccountStore again(m_folder->file());
    QVERIFY(again.load());
    const QList<Account> expected{first, second};
    QCOMPARE(again.accounts(), expected);
    QCOMPARE(again.defaultAccount()->id, first.id);
}

void TestAccountStore::addUpdateRemove()
{
    AccountStore store(m_folder->file());
    QSignalSpy changed(&store, &AccountStore::changed);
    Account one = sampleAccount(QStringLiteral("one"));
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
    AccountStore store(m_folder->file());
    for (const char *id : {"a", "b", "c"})
        QVERIFY(store.add(sampleAccount(QString::fromLatin1(id))));
    QCOMPARE(store.defaultAccount()->id, QStringLiteral("a"));
    QVERIFY(store.setDefault(QStringLiteral("c")));
    AccountStore again(m_folder->file());
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
    AccountStore store(m_folder->file());
    QVERIFY(store.add(sampleAccount(QStringLiteral("a"))));
    const QByteArray before = m_folder->contents();
    const auto result = call == u"add"      ? store.add(sampleAccount(id))
                        : call == u"update" ? store.update(sampleAccount(id))
                        : call == u"remove" ? store.remove(id)
                                            : store.setDefault(id);
    QVERIFY(!result);
    QCOMPARE(int(kindOf(result)), kind);
    QCOMPARE(m_folder->contents(), before);
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
    AccountStore store(m_folder->file());
    QVERIFY(store.add(sampleAccount(QStringLiteral("taken-x"))));
    const QString free = store.freeIdFor({{}, localPart, domain});
    QCOMPARE(free, id);
    QVERIFY(isValidAccountId(free));
}

QTEST_GUILESS_MAIN(TestAccountStore)
#include "tst_accountstore.moc"
