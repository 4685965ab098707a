// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "core/base/PrivateFiles.h"
#include "core/base/Result.h"
#include "core/base/Secret.h"
#include "core/base/UniqueIds.h"

#include <QDir>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <type_traits>

using namespace pennypost;

namespace {

enum class Cause { Small, Large };

Result<int, Cause> half(int number)
{
    if (number % 2 != 0)
        return Failure{Cause::Small};
    return number / 2;
}

} // namespace

class TestBase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void privateFolders_data();
    void privateFolders();
    void foreignFolders_data();
    void foreignFolders();
    void privateFiles();
    void privateFilesThatCannotBe_data();
    void privateFilesThatCannotBe();
    void privateLocks();
    void resultHoldsValueOrError();
    void resultMovesWhatCannotBeCopied();
    void resultOfSameTypes();
    void resultWithoutValue();
    void secretMoves();
    void secretClonesByNameOnly();
    void secretOfTextIsUtf8();
    void wipeEmptiesSharedBytesAlone();
    void idsAreTokens();
    void idsDiffer();
    void clockKnowsItsZone();
    void monotonicNeverGoesBack();
    void alarmRings();
    void alarmMayDestroyItself();
    void destroyedAlarmIsSilent();
};

void TestBase::resultHoldsValueOrError()
{
    auto good = half(8);
    QVERIFY(good);
    QVERIFY(good.hasValue());
    QCOMPARE(*good, 4);
    QCOMPARE(good.valueOr(9), 4);
    const auto bad = half(7);
    QVERIFY(!bad);
    QCOMPARE(bad.error(), Cause::Small);
    QCOMPARE(bad.valueOr(9), 9);
}

void TestBase::resultMovesWhatCannotBeCopied()
{
    Result<std::unique_ptr<int>, Cause> result = std::make_unique<int>(5);
    QVERIFY(result);
    const std::unique_ptr<int> taken = std::move(*result);
    QCOMPARE(*taken, 5);
    QVERIFY(*result == nullptr);
    const std::unique_ptr<int> again = *Result<std::unique_ptr<int>, Cause>(std::make_unique<int>(6));
    QCOMPARE(*again, 6);
}

void TestBase::resultOfSameTypes()
{
    const Result<QString, QString> good = QStringLiteral("yes");
    const Result<QString, QString> bad = Failure{QStringLiteral("no")};
    QVERIFY(good);
    QCOMPARE(good.value(), QStringLiteral("yes"));
    QVERIFY(!bad);
    QCOMPARE(bad.error(), QStringLiteral("no"));
}

void TestBase::resultWithoutValue()
{
    const Result<void, Cause> good;
    QVERIFY(good);
    const Result<void, Cause> bad = Failure{Cause::Large};
    QVERIFY(!bad);
    QCOMPARE(bad.error(), Cause::Large);
}

void TestBase::secretMoves()
{
    static_assert(!std::is_copy_constructible_v<Secret>);
    static_assert(!std::is_copy_assignable_v<Secret>);
    Secret first(QByteArray("hunter2"));
    Secret second(std::move(first));
    QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): that it is empty is the point
    QCOMPARE(second.bytes(), QByteArrayView("hunter2"));
    Secret third(QByteArray("old"));
    third = std::move(second);
    QCOMPARE(third.bytes(), QByteArrayView("hunter2"));
    QVERIFY(second.isEmpty()); // NOLINT(bugprone-use-after-move)
}

void TestBase::secretClonesByNameOnly()
{
    const Secret secret(QByteArray("a\0b", 3));
    const Secret copy = secret.clone();
    QCOMPARE(copy.bytes(), secret.bytes());
    QVERIFY(copy.bytes().data() != secret.bytes().data());
    QVERIFY(Secret().clone().isEmpty());
}

void TestBase::secretOfTextIsUtf8()
{
    QCOMPARE(Secret(QStringLiteral("pässwörd ")).bytes(), QByteArrayView("p\xc3\xa4ssw\xc3\xb6rd "));
}

void TestBase::wipeEmptiesSharedBytesAlone()
{
    QByteArray bytes(1000, 'x');
    const QByteArray other = bytes;
    Secret::wipe(bytes);
    QVERIFY(bytes.isEmpty());
    QCOMPARE(other, QByteArray(1000, 'x')); // another owner's bytes are the other owner's
    QByteArray none;
    Secret::wipe(none);
    QVERIFY(none.isEmpty());
}

void TestBase::idsAreTokens()
{
    RandomIds ids;
    for (int i = 0; i < 200; ++i) {
        const QByteArray id = ids.next();
        QCOMPARE(id.size(), 26);
        for (const char c : id)
            QVERIFY2((c >= 'a' && c <= 'z') || (c >= '2' && c <= '7'), id.constData());
    }
}

void TestBase::idsDiffer()
{
    RandomIds ids;
    QSet<QByteArray> seen;
    for (int i = 0; i < 10'000; ++i)
        seen.insert(ids.next());
    QCOMPARE(seen.size(), 10'000);
}

void TestBase::clockKnowsItsZone()
{
    const QDateTime now = SystemClock().now();
    QVERIFY(now.isValid());
    QCOMPARE(now.timeSpec() == Qt::LocalTime, false);
    QVERIFY(qAbs(now.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    QCOMPARE(now.offsetFromUtc(), QDateTime::currentDateTime().offsetFromUtc());
}

void TestBase::monotonicNeverGoesBack()
{
    const SystemClock clock;
    auto last = clock.monotonic();
    for (int i = 0; i < 10'000; ++i) {
        const auto next = clock.monotonic();
        QVERIFY(next >= last);
        last = next;
    }
}

void TestBase::alarmRings()
{
    SystemClock clock;
    int rung = 0;
    const auto alarm = clock.after(std::chrono::milliseconds(1), [&] { ++rung; });
    QTRY_COMPARE(rung, 1);
}

void TestBase::alarmMayDestroyItself()
{
    SystemClock clock;
    bool rung = false;
    std::unique_ptr<Alarm> alarm;
    alarm = clock.after(std::chrono::milliseconds(0), [&] {
        alarm.reset();
        rung = true;
    });
    QTRY_VERIFY(rung);
    QVERIFY(!alarm);
}

void TestBase::destroyedAlarmIsSilent()
{
    SystemClock clock;
    bool early = false;
    bool late = false;
    auto alarm = clock.after(std::chrono::milliseconds(0), [&] { early = true; });
    alarm.reset();
    const auto other = clock.after(std::chrono::milliseconds(5), [&] { late = true; });
    QTRY_VERIFY(late);
    QVERIFY(!early);
}

namespace {

constexpr auto usual =
    ownerOnlyFolder | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;

/// Who but the owner may do what; nobody on systems where permissions are lists.
QFile::Permissions others(const QString &path)
{
#ifdef Q_OS_UNIX
    return QFile::permissions(path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                       QFile::ReadOther | QFile::WriteOther | QFile::ExeOther);
#else
    return path.isEmpty() ? QFile::Permissions(QFile::ReadOther) : QFile::Permissions();
#endif
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestBase::privateFolders_data()
{
    QTest::addColumn<QString>("there");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("made");
    QTest::newRow("a new one") << "" << "new" << true;
    QTest::newRow("with those above it") << "" << "a/b/c" << true;
    QTest::newRow("written in a roundabout way") << "" << "a/../b//c/" << true;
    QTest::newRow("open to others until now") << "open" << "open" << true;
    QTest::newRow("below a file") << "" << "file/a" << false;
    QTest::newRow("where a file is") << "" << "file" << false;
}
void TestBase::privateFolders()
{
    QFETCH(QString, there);
    QFETCH(QString, path);
    QFETCH(bool, made);
    const QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    if (!there.isEmpty())
        QVERIFY(QDir(dir.path()).mkdir(there, usual));
    QCOMPARE(makePrivateFolder(dir.path() + u'/' + path), made);
    if (!made)
        return;
    for (QString folder = QDir::cleanPath(dir.path() + u'/' + path); folder != dir.path();
         folder = QFileInfo(folder).path()) {
        QVERIFY(QFileInfo(folder).isDir());
        QCOMPARE(others(folder), QFile::Permissions());
    }
    QVERIFY(makePrivateFolder(dir.path() + u'/' + path)); // again
}

/// A folder that is there and open to others: whose is it?
void TestBase::foreignFolders_data()
{
    QTest::addColumn<QStringList>("entries");
    QTest::addColumn<bool>("closed");
    QTest::newRow("empty") << QStringList() << true;
    QTest::newRow("ours") << QStringList{QStringLiteral("ab"), QStringLiteral("cd")} << true;
    QTest::newRow("another's") << QStringList{QStringLiteral("holiday")} << false;
    QTest::newRow("another's, hidden") << QStringList{QStringLiteral(".git")} << false;
    QTest::newRow("ours in another's")
        << QStringList{QStringLiteral("ab"), QStringLiteral("holiday")} << false;
}
void TestBase::foreignFolders()
{
    QFETCH(QStringList, entries);
    QFETCH(bool, closed);
    const QTemporaryDir dir;
    const QString folder = dir.filePath(QStringLiteral("blobs"));
    QVERIFY(QDir(dir.path()).mkdir(QStringLiteral("blobs"), usual));
    for (const QString &entry : entries)
        QVERIFY(QDir(folder).mkdir(entry));
    const auto before = others(folder);
    QVERIFY(makePrivateFolder(folder, {QStringLiteral("[0-9a-f][0-9a-f]")}));
    QCOMPARE(others(folder), closed ? QFile::Permissions() : before);
    // Whoever does not say what is theirs closes an empty one alone.
    QVERIFY(QFile::setPermissions(folder, usual));
    QVERIFY(makePrivateFolder(folder));
    QCOMPARE(others(folder), entries.isEmpty() ? QFile::Permissions() : before);
}

void TestBase::privateFiles()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("f"));
    const auto files = [&] { return QDir(dir.path()).entryList(QDir::Files | QDir::Hidden); };
    for (const QByteArray bytes : {"first", "second"}) {
        PrivateSaveFile file(path);
        QCOMPARE(file.fileName(), path);
        QVERIFY(file.open());
        QVERIFY(file.write(bytes.first(2)) && file.write(bytes.sliced(2)));
        for (const QString &name : files())
            QCOMPARE(others(dir.filePath(name)), QFile::Permissions()); // while it is written, too
        QVERIFY(contentOf(path) != bytes);
        QVERIFY(file.commit());
        QCOMPARE(contentOf(path), bytes);
        QCOMPARE(files(), QStringList{QStringLiteral("f")});
    }
    {
        PrivateSaveFile file(path);
        QVERIFY(file.open() && file.write("third"));
    }
    QCOMPARE(contentOf(path), QByteArray("second"));
    QCOMPARE(files(), QStringList{QStringLiteral("f")});
#ifdef Q_OS_UNIX
    const QString link = dir.filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(path, link));
    PrivateSaveFile file(link);
    QVERIFY(file.open() && file.write("fourth") && file.commit());
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(contentOf(path), QByteArray("fourth"));
#endif
}

void TestBase::privateFilesThatCannotBe_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("a folder") << "folder";
    QTest::newRow("no folder for it") << "missing/f";
}
void TestBase::privateFilesThatCannotBe()
{
    QFETCH(QString, path);
    const QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkdir(QStringLiteral("folder")));
    PrivateSaveFile file(dir.filePath(path));
    QVERIFY(!file.open());
    QVERIFY(!file.errorString().isEmpty());
    QVERIFY(!file.write("x"));
    QVERIFY(!file.commit());
    QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("folder")});
}

void TestBase::privateLocks()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("lock"));
    QLockFile lock(path);
    QVERIFY(lockPrivately(lock, path, 0));
    QCOMPARE(others(path), QFile::Permissions());
    QLockFile second(path);
    QVERIFY(!lockPrivately(second, path, 0));
}

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
