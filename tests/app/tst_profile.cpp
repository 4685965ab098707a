// SPDX-License-Identifier: GPL-3.0-or-later
// Where a profile lies, who may read it, and what is built on it.
#include "app/Names.h"
#include "app/Services.h"
#include "core/practice/PracticeFolder.h"

#include <QDir>
#include <QDirIterator>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace pennypost;

class TestProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void foldersAreMadeForTheOwnerAlone();
    void everythingInItIsForTheOwnerAlone();
    void aFolderWithThingsInItIsLeftAsItIs();
    void anothersBlobsStayOpen_data();
    void anothersBlobsStayOpen();
    void anEmptyFolderBecomesOurs();
    void whatCannotBe_data();
    void whatCannotBe();
    void keychainServices();
    void providersAreCompiledIn();
    void practiceAccessStartsTheServer();
    void practiceServerThatCannotStart();
    void otherAccountsGoOn();

private:
    QString path(const QString &name) const { return m_dir->filePath(name); }
    static QFileDevice::Permissions others(const QString &path)
    {
        return QFile::permissions(path) &
               (QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestProfile::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true); // the person's own profile stays untouched
    setApplicationNames();
}

void TestProfile::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

void TestProfile::foldersAreMadeForTheOwnerAlone()
{
    const auto paths = Paths::open(path(QStringLiteral("a/b/../profile")));
    QVERIFY(paths);
    QCOMPARE(paths->profile, path(QStringLiteral("a/profile")));
    QCOMPARE(paths->accounts, path(QStringLiteral("a/profile/accounts.json")));
    for (const auto &folder : {paths->profile, paths->blobs, paths->practice}) {
        QVERIFY(QFileInfo(folder).isDir());
#ifdef Q_OS_UNIX
        QCOMPARE(others(folder), QFileDevice::Permissions());
#endif
    }
    QVERIFY(Paths::open(paths->profile)); // again
}

/// Whoever writes into a profile, each once; also what is there only while it is worked on.
void TestProfile::everythingInItIsForTheOwnerAlone()
{
#ifndef Q_OS_UNIX
    QSKIP("permissions are lists there");
#endif
    const auto paths = Paths::open(path(QStringLiteral("profile")));
    QVERIFY(paths);
    const SystemClock clock;
    RandomIds ids;
    Database database(paths->database);
    QVERIFY(!database.owner().token().isEmpty());
    QVERIFY(BlobStore(paths->blobs).captureBytes("bytes"));
    AccountStore accounts(paths->accounts);
    QVERIFY(accounts.add(practiceAccount(QStringLiteral("Me"))));
    PracticeFolder kept(paths->practice, clock, ids, [](const QString &) {});
    QVERIFY(kept.begin({}) && kept.append("x") && kept.keep());
    PracticeFolder underWay(paths->practice, clock, ids, [](const QString &) {});
    QVERIFY(underWay.begin({}) && underWay.append("x"));

    int seen = 0;
    QDirIterator all(paths->profile, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString each = all.next();
        QVERIFY2(others(each) == QFileDevice::Permissions(), qPrintable(each));
        ++seen;
    }
    // blobs and its two, practice and its two, owners and its lock, accounts.json, the database's three
    QCOMPARE(seen, 12);
}

void TestProfile::aFolderWithThingsInItIsLeftAsItIs()
{
#ifndef Q_OS_UNIX
    QSKIP("permissions are lists there");
#endif
    const QString folder = path(QStringLiteral("documents"));
    QVERIFY(QDir().mkpath(folder + u"/letters"));
    constexpr auto open = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner |
                          QFileDevice::ReadOther | QFileDevice::ExeOther;
    QVERIFY(QFile::setPermissions(folder, open));
    QVERIFY(Paths::open(folder));
    QCOMPARE(others(folder), QFileDevice::ReadOther | QFileDevice::ExeOther);
}

/// A web server's pictures, say: others must go on reading them.
void TestProfile::anothersBlobsStayOpen_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("entry");
    QTest::addColumn<bool>("closed");
    QTest::newRow("blobs of another") << "blobs" << "picture.jpg" << false;
    QTest::newRow("practice of another") << "practice" << "letter.eml" << false;
    QTest::newRow("our blobs") << "blobs" << "a7" << true;
    QTest::newRow("a blob of ours under way") << "blobs" << "incoming-x" << true;
    QTest::newRow("our practice") << "practice" << "20260501T093000Z-x.eml" << true;
}

void TestProfile::anothersBlobsStayOpen()
{
#ifndef Q_OS_UNIX
    QSKIP("permissions are lists there");
#endif
    QFETCH(QString, folder);
    QFETCH(QString, entry);
    QFETCH(bool, closed);
    const QString profile = path(QStringLiteral("documents"));
    QVERIFY(QDir().mkpath(profile + u'/' + folder + u'/' + entry));
    constexpr auto open = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner |
                          QFileDevice::ReadOther | QFileDevice::ExeOther;
    QVERIFY(QFile::setPermissions(profile + u'/' + folder, open));
    QVERIFY(Paths::open(profile));
    QVERIFY(Paths::open(profile)); // nor at the next start
    QCOMPARE(others(profile + u'/' + folder),
             closed ? QFileDevice::Permissions() : QFileDevice::ReadOther | QFileDevice::ExeOther);
}

void TestProfile::anEmptyFolderBecomesOurs()
{
#ifndef Q_OS_UNIX
    QSKIP("permissions are lists there");
#endif
    const QString folder = path(QStringLiteral("empty"));
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(Paths::open(folder));
    QCOMPARE(others(folder), QFileDevice::Permissions());
}

void TestProfile::whatCannotBe_data()
{
    QTest::addColumn<QString>("profile");
    QTest::newRow("a file in the way") << QStringLiteral("file");
    QTest::newRow("below a file") << QStringLiteral("file/profile");
}

void TestProfile::whatCannotBe()
{
    QFETCH(QString, profile);
    QFile file(path(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto paths = Paths::open(path(profile));
    QVERIFY(!paths);
    QVERIFY(paths.error().startsWith(path(profile)));
}

void TestProfile::keychainServices()
{
    const auto usual = Paths::open();
    const auto one = Paths::open(path(QStringLiteral("one")));
    const auto two = Paths::open(path(QStringLiteral("two")));
    QVERIFY(usual && one && two);
    QCOMPARE(usual->keychainService, QStringLiteral("Pennypost"));
    QVERIFY(one->keychainService != two->keychainService);
    QVERIFY(one->keychainService.startsWith(u"Pennypost "));
    QCOMPARE(Paths::open(path(QStringLiteral("two/../one")))->keychainService, one->keychainService);
    QCOMPARE(Paths::open(usual->profile)->keychainService, QStringLiteral("Pennypost"));
    QVERIFY(QDir(usual->profile).removeRecursively());
}

void TestProfile::providersAreCompiledIn()
{
    const auto providers = embeddedProviders();
    QVERIFY2(providers, providers ? "" : qPrintable(providers.error()));
    QVERIFY(providers->providers().size() >= 40);
}

void TestProfile::practiceAccessStartsTheServer()
{
    Services services(*Paths::open(path(QStringLiteral("profile"))));
    QVERIFY(!services.practice.isRunning());
    std::optional<Access> got;
    services.credentials.access(practiceAccount(QStringLiteral("Me")), this,
                                [&](Result<Access, SubmissionError> access) {
                                    QVERIFY(access);
                                    got.emplace(std::move(*access));
                                });
    QVERIFY(!got); // from the event loop, never within the call
    QTRY_VERIFY(got);
    QVERIFY(services.practice.isRunning());
    QCOMPARE(got->server, services.practice.access().server);
    QCOMPARE(got->credential.kind, Credential::Kind::Password);
    QVERIFY(got->credential.secret.bytes() == services.practice.access().password.bytes());
}

/// It says so itself: no keychain was asked.
void TestProfile::practiceServerThatCannotStart()
{
    const auto paths = *Paths::open(path(QStringLiteral("without practice")));
    QVERIFY(QDir(paths.practice).removeRecursively());
    QFile inTheWay(paths.practice);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    Services services(paths);
    std::optional<SubmissionError> failed;
    services.credentials.access(practiceAccount(QStringLiteral("Me")), this,
                                [&](const Result<Access, SubmissionError> &access) {
                                    QVERIFY(!access);
                                    failed = access.error();
                                });
    QTRY_VERIFY(failed);
    QCOMPARE(failed->problem, Problem::PracticeServerFailed);
    QCOMPARE(failed->stage, Stage::Preparing);
    QVERIFY(!failed->secret);
    QVERIFY(!failed->detail.isEmpty());
}

void TestProfile::otherAccountsGoOn()
{
    Services services(*Paths::open(path(QStringLiteral("profile"))));
    Account account;
    account.id = QStringLiteral("a");
    account.identities = {Identity{Mailbox{{}, QStringLiteral("a"), QStringLiteral("b.example")}}};
    account.server.host = QStringLiteral("smtp.b.example");
    account.secretPlace = SecretPlace::None;
    bool answered = false;
    services.credentials.access(account, this, [&](const Result<Access, SubmissionError> &access) {
        answered = true;
        QVERIFY(access);
        QCOMPARE(access->server.host, account.server.host);
        QCOMPARE(access->credential.kind, Credential::Kind::None);
    });
    QTRY_VERIFY(answered);
    QVERIFY(!services.practice.isRunning());
}

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
