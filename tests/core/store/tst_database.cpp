// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Database.h"
#include "core/store/Schema.h"
#include "core/store/SearchKey.h"

#include <QFile>
#include <QSqlError>
#include <QTemporaryDir>
#include <QTest>

using namespace pennypost;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

QVariant one(Database &database, const QString &sql)
{
    auto query = database.run(sql);
    return query && query->next() ? query->value(0) : QVariant();
}

Result<void, StoreError> insertDraft(Database &database, const QString &id)
{
    auto inserted = database.run(
        QStringLiteral("INSERT INTO draft VALUES (?, '', x'', '', '', '', '', 0, 0, '{}', 0, 0)"), {id});
    if (!inserted)
        return Failure{inserted.error()};
    return {};
}

qint64 drafts(Database &database)
{
    return one(database, QStringLiteral("SELECT count(*) FROM draft")).toLongLong();
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_profile;
    QString file() const { return m_profile->filePath(QStringLiteral("pennypost.sqlite")); }
    QStringList files() const { return QDir(m_profile->path()).entryList(QDir::Files); }

private Q_SLOTS:
    void init() { m_profile = std::make_unique<QTemporaryDir>(); }

    void aFreshOneIsUpToDateAndPrivate()
    {
        Database database(file());
        QVERIFY(!database.openError());
        QCOMPARE(database.schemaVersion(), schemaSteps().size());
        QCOMPARE(database.folder(), m_profile->path());
        QVERIFY(insertDraft(database, QStringLiteral("a")));
#ifndef Q_OS_WIN
        constexpr QFile::Permissions others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        for (const QString &name : files())
            QCOMPARE(QFile::permissions(m_profile->filePath(name)) & others, QFile::Permissions());
#endif
    }

    void pragmas_data()
    {
        QTest::addColumn<QString>("pragma");
        QTest::addColumn<QString>("value");
        QTest::newRow("WAL") << "journal_mode" << "wal";
        QTest::newRow("each commit is on the disk") << "synchronous" << "2";
        QTest::newRow("foreign keys") << "foreign_keys" << "1";
        QTest::newRow("waits for another process") << "busy_timeout" << "10000";
        QTest::newRow("no functions from a hostile schema") << "trusted_schema" << "0";
    }
    void pragmas()
    {
        QFETCH(QString, pragma);
        QFETCH(QString, value);
        Database database(file());
        QCOMPARE(one(database, QStringLiteral("PRAGMA ") + pragma).toString(), value);
    }

    void whatIsWrittenIsThereAgain()
    {
        {
            Database database(file());
            QVERIFY(insertDraft(database, QStringLiteral("a")));
        }
        Database database(file());
        QVERIFY(!database.openError());
        QCOMPARE(drafts(database), 1);
    }

    void twoOpenOneFile()
    {
        Database first(file());
        Database second(file());
        QVERIFY(insertDraft(first, QStringLiteral("a")));
        QVERIFY(insertDraft(second, QStringLiteral("b")));
        QCOMPARE(drafts(first), 2);
        QCOMPARE(drafts(second), 2);
    }

    void nullTextIsEmptyText()
    {
        Database database(file());
        QVERIFY(insertDraft(database, QString()));
        QCOMPARE(one(database, QStringLiteral("SELECT typeof(id) FROM draft")).toString(),
                 QStringLiteral("text"));
    }

    void inMemory()
    {
        Database database(QStringLiteral(":memory:"));
        QVERIFY(!database.openError());
        QVERIFY(database.folder().isEmpty());
        QVERIFY(insertDraft(database, QStringLiteral("a")));
        QVERIFY(!database.owner().token().isEmpty());
        QVERIFY(database.owner().living().contains(database.owner().token()));
    }

    // --- transactions

    void transactions_data()
    {
        QTest::addColumn<bool>("innerFails");
        QTest::addColumn<bool>("outerFails");
        QTest::addColumn<int>("left");
        QTest::newRow("both succeed") << false << false << 3;
        QTest::newRow("the inner one is undone alone") << true << false << 2;
        QTest::newRow("the outer one takes all with it") << false << true << 0;
        QTest::newRow("both fail") << true << true << 0;
    }
    void transactions()
    {
        QFETCH(bool, innerFails);
        QFETCH(bool, outerFails);
        QFETCH(int, left);
        Database database(file());
        const StoreError reason{StoreError::Kind::Cancelled, QStringLiteral("wanted")};
        const auto outer = database.transaction([&]() -> Result<void, StoreError> {
            if (auto done = insertDraft(database, QStringLiteral("before")); !done)
                return done;
            const auto inner = database.transaction([&]() -> Result<int, StoreError> {
                if (auto done = insertDraft(database, QStringLiteral("inner")); !done)
                    return Failure{done.error()};
                if (innerFails)
                    return Failure{reason};
                return 7;
            });
            if (inner.hasValue() == innerFails || (inner && *inner != 7))
                return Failure{StoreError{}};
            if (auto done = insertDraft(database, QStringLiteral("after")); !done)
                return done;
            if (outerFails)
                return Failure{reason};
            return {};
        });
        QCOMPARE(outer.hasValue(), !outerFails);
        if (outerFails)
            QCOMPARE(outer.error(), reason);
        QCOMPARE(drafts(database), left);
        QVERIFY2(insertDraft(database, QStringLiteral("later")), "the database is usable afterwards");
    }

    // --- what goes wrong

    void damaged_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("this is no database").repeated(100);
        QTest::newRow("a header and nothing else") << QByteArray("SQLite format 3\0", 16);
        QTest::newRow("zeroes") << QByteArray(8192, '\0');
    }
    void damaged()
    {
        QFETCH(QByteArray, bytes);
        write(file(), bytes);
        write(file() + QStringLiteral(".damaged-1"), "an older one");
        Database database(file());
        QVERIFY(database.openError());
        QCOMPARE(database.openError()->kind, StoreError::Kind::Damaged);
        QCOMPARE(contentOf(file() + QStringLiteral(".damaged-2")), bytes);
        QCOMPARE(contentOf(file() + QStringLiteral(".damaged-1")), QByteArray("an older one"));
        QVERIFY2(database.openError()->detail.contains(QStringLiteral(".damaged-2")), "says where it is now");
        QVERIFY2(insertDraft(database, QStringLiteral("a")), "a fresh one is in use");
        QVERIFY(!Database(file()).openError());
    }

    void damagedInTheMiddle()
    {
        {
            Database database(file());
            for (int number = 0; number < 400; ++number)
                QVERIFY(
                    insertDraft(database, QStringLiteral("draft-%1-%2").arg(number).arg(QString(200, u'x'))));
        }
        QByteArray bytes = contentOf(file());
        for (qsizetype at = 4096 * 3; at < bytes.size() - 4096; at += 4096)
            bytes.replace(at, 2000, QByteArray(2000, '\xa5'));
        write(file(), bytes);
        Database database(file());
        QVERIFY(database.openError());
        QCOMPARE(database.openError()->kind, StoreError::Kind::Damaged);
        QCOMPARE(contentOf(file() + QStringLiteral(".damaged-1")), bytes);
        QCOMPARE(drafts(database), 0);
    }

    void aLaterVersionIsLeftAlone()
    {
        {
            Database database(file());
            QVERIFY(insertDraft(database, QStringLiteral("a")));
            QVERIFY(database.run(QStringLiteral("PRAGMA user_version = 9999")));
        }
        const QByteArray before = contentOf(file());
        {
            Database database(file());
            QVERIFY(database.openError());
            QCOMPARE(database.openError()->kind, StoreError::Kind::TooNew);
            const auto inserted = insertDraft(database, QStringLiteral("b"));
            QVERIFY(!inserted);
            QCOMPARE(inserted.error().kind, StoreError::Kind::TooNew);
            QCOMPARE(database.schemaVersion(), 0);
        }
        QCOMPARE(contentOf(file()), before);
        QCOMPARE(files(), QStringList{QStringLiteral("pennypost.sqlite")});
    }

    void cannotOpen_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("a folder") << "folder";
        QTest::newRow("no folder for it") << "missing/pennypost.sqlite";
        QTest::newRow("below a file") << "file/pennypost.sqlite";
    }
    void cannotOpen()
    {
        QFETCH(QString, path);
        QVERIFY(QDir(m_profile->path()).mkdir(QStringLiteral("folder")));
        write(m_profile->filePath(QStringLiteral("file")), "x");
        Database database(m_profile->filePath(path));
        QVERIFY(database.openError());
        QCOMPARE(database.openError()->kind, StoreError::Kind::CannotOpen);
        const auto ran = database.run(QStringLiteral("SELECT 1"));
        QVERIFY(!ran);
        QCOMPARE(ran.error(), *database.openError());
        QVERIFY(!database.transaction([]() -> Result<void, StoreError> { return {}; }));
    }

    void aFullDiskIsToldApartAndNothingIsHalfWritten()
    {
        Database database(file());
        QVERIFY(insertDraft(database, QStringLiteral("a")));
        const auto pages = one(database, QStringLiteral("PRAGMA page_count")).toInt();
        QVERIFY(database.run(QStringLiteral("PRAGMA max_page_count = %1").arg(pages)));
        const auto filled = database.transaction([&]() -> Result<void, StoreError> {
            for (int number = 0; number < 100; ++number) {
                if (auto done = insertDraft(database, QString(5000, u'x') + QString::number(number)); !done)
                    return done;
            }
            return {};
        });
        QVERIFY(!filled);
        QCOMPARE(filled.error().kind, StoreError::Kind::DiskFull);
        QCOMPARE(drafts(database), 1);
        QVERIFY(database.run(QStringLiteral("PRAGMA max_page_count = %1").arg(pages + 100)));
        QVERIFY(insertDraft(database, QStringLiteral("room again")));
    }

    void aReadOnlyDiskIsToldApart()
    {
        Database database(file());
        QVERIFY(database.run(QStringLiteral("PRAGMA query_only = ON")));
        const auto inserted = insertDraft(database, QStringLiteral("a"));
        QVERIFY(!inserted);
        QCOMPARE(inserted.error().kind, StoreError::Kind::CannotOpen); // the words speak of write protection
    }

    void wrongSqlIsAFailureNotACrash()
    {
        Database database(file());
        const auto ran = database.run(QStringLiteral("SELEKT"));
        QVERIFY(!ran);
        QCOMPARE(ran.error().kind, StoreError::Kind::Failed);
        const auto again = insertDraft(database, QStringLiteral("a"));
        QVERIFY(again);
        const auto twice = insertDraft(database, QStringLiteral("a"));
        QVERIFY(!twice);
        QVERIFY(twice.error().detail.contains(QStringLiteral("UNIQUE")));
    }

    // --- whose work it is

    void ownersLiveAsLongAsTheirDatabase()
    {
        Database first(file());
        const QString mine = first.owner().token();
        QString other;
        {
            Database second(file());
            other = second.owner().token();
            QVERIFY(mine != other);
            QCOMPARE(first.owner().living(), (QSet<QString>{mine, other}));
            QCOMPARE(second.owner().living(), (QSet<QString>{mine, other}));
        }
        QCOMPARE(first.owner().living(), QSet<QString>{mine});
        // What a killed process leaves: a lock file that names a process that is no more.
        const QString left = m_profile->filePath(QStringLiteral("owners/gone.lock"));
        write(left, "2147483646\npennypost\n" + QSysInfo::machineHostName().toUtf8() + "\n" +
                        QSysInfo::machineUniqueId() + "\n" + QSysInfo::bootUniqueId() + "\n");
        QCOMPARE(first.owner().living(), QSet<QString>{mine});
        QVERIFY(!QFile::exists(left));
    }

    // --- what a search compares

    void searchKeys_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("search");
        QTest::addColumn<bool>("found");
        QTest::newRow("case") << "Grüße an ÜNAL" << "ünal" << true;
        QTest::newRow("accents") << "Crème brûlée" << "creme BRULEE" << true;
        QTest::newRow("every word") << "Invoice for May" << "may invoice" << true;
        QTest::newRow("one word is missing") << "Invoice for May" << "may june" << false;
        QTest::newRow("full width") << "ＡＢＣ" << "abc" << true;
        QTest::newRow("sharp s") << "Straße" << "STRASSE" << true;
        QTest::newRow("Arabic without vowel signs") << "مَرْحَبًا" << "مرحبا" << true;
        QTest::newRow("Cyrillic") << "Привет" << "пРИВЕТ" << true;
        QTest::newRow("nothing asked") << "x" << "  " << true;
        QTest::newRow("a non-breaking space is a space") << "10\u00a0kg" << "10 kg" << true;
    }
    void searchKeys()
    {
        QFETCH(QString, text);
        QFETCH(QString, search);
        QFETCH(bool, found);
        QCOMPARE(matchesSearch(searchKey(text), searchWords(search)), found);
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
