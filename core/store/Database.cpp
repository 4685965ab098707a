// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Database.h"

#include "core/base/PrivateFiles.h"
#include "core/store/Schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSqlError>

#include <atomic>

namespace pennypost {

namespace {

constexpr int busyMilliseconds = 10'000; // another process's transaction is over long before
constexpr qint64 alwaysCheckedOctets = 32 << 20;
constexpr QLatin1StringView inMemory(":memory:");

// SQLite's primary result codes (sqlite3.h); Qt hands them over as text.
enum SqliteCode { ReadOnly = 8, Full = 13, CantOpen = 14, Corrupt = 11, NotADatabase = 26 };

QString freshConnectionName()
{
    static std::atomic_int last = 0;
    return QStringLiteral("pennypost-%1").arg(++last);
}

QString folderOf(const QString &file)
{
    return file == inMemory ? QString() : QFileInfo(file).absolutePath();
}

/// Readable by its owner from its first moment; SQLite gives its side files the same mode.
Result<void, StoreError> makePrivate(const QString &name)
{
    QFile file(name);
    if (!file.exists()) {
        if (!file.open(QIODevice::ReadWrite, ownerOnlyFile))
            return Failure{StoreError{StoreError::Kind::CannotOpen, name + u": " + file.errorString()}};
    } else if (QFileInfo(name).isFile()) {
        file.setPermissions(ownerOnlyFile);
    }
    return {};
}

/// With its side files: what SQLite could still read of it stays together.
Result<QString, StoreError> setAside(const QString &name)
{
    QString target;
    for (int number = 1; target.isEmpty() || QFile::exists(target); ++number)
        target = name + QStringLiteral(".damaged-%1").arg(number);
    QFile file(name);
    if (!file.rename(target))
        return Failure{StoreError{StoreError::Kind::CannotOpen, name + u": " + file.errorString()}};
    for (const QString &suffix : {QStringLiteral("-wal"), QStringLiteral("-shm")}) {
        if (QFile::exists(name + suffix))
            QFile::rename(name + suffix, target + suffix);
    }
    return target;
}

QVariant withoutNull(const QVariant &value)
{
    // Qt binds a null QString or QByteArray as NULL, which no column of ours takes.
    if (value.metaType() == QMetaType::fromType<QString>() && value.toString().isNull())
        return QString(QLatin1StringView(""));
    if (value.metaType() == QMetaType::fromType<QByteArray>() && value.toByteArray().isNull())
        return QByteArray("");
    return value;
}

} // namespace

Database::Database(const QString &file)
    : m_file(file), m_owner(folderOf(file)), m_connection(freshConnectionName())
{
    auto opened = open();
    if (!opened && opened.error().kind == StoreError::Kind::Damaged) {
        close();
        // Two processes may find the damage at once: the second must not set aside the first one's fresh
        // file.
        const QString lockName = m_file + QStringLiteral(".repair");
        QLockFile lock(lockName);
        const bool locked = lockPrivately(lock, lockName, busyMilliseconds);
        auto again = open();
        if (locked && !again && again.error().kind == StoreError::Kind::Damaged) {
            close();
            if (const auto name = setAside(m_file); name) {
                m_openError = StoreError{StoreError::Kind::Damaged, *name + u": " + again.error().detail};
                again = open();
            } else {
                again = Failure{name.error()};
            }
        }
        opened = again;
    }
    m_usable = opened.hasValue();
    if (!m_usable) {
        m_openError = opened.error();
        close();
    }
}

Database::~Database()
{
    close();
}

QString Database::folder() const
{
    return folderOf(m_file);
}

QStringList Database::setAsideFiles() const
{
    if (m_file == inMemory)
        return {};
    const QFileInfo file(m_file);
    return file.absoluteDir().entryList({file.fileName() + QStringLiteral(".damaged-*")}, QDir::Files);
}

void Database::close()
{
    if (!m_database.isValid())
        return;
    m_database.close();
    m_database = QSqlDatabase(); // removeDatabase() wants no one to hold it
    QSqlDatabase::removeDatabase(m_connection);
}

// --- opening, step by step

Result<void, StoreError> Database::open()
{
    m_usable = true; // run() is what the steps are made of
    auto opened = openOnce();
    m_usable = opened.hasValue();
    return opened;
}

Result<void, StoreError> Database::openOnce()
{
    const QFileInfo journal(m_file + QStringLiteral("-wal"));
    const bool closedInOrder = !journal.exists() || journal.size() == 0;
    if (m_file != inMemory) {
        if (auto made = makePrivate(m_file); !made)
            return made;
    }
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    m_database.setDatabaseName(m_file);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyMilliseconds));
    if (!m_database.open())
        return Failure{StoreError{StoreError::Kind::CannotOpen,
                                  m_file + u": " + m_database.lastError().text().trimmed()}};

    // Before anything is written: a later Pennypost's file is not ours to touch.
    const auto version = readVersion();
    if (!version)
        return Failure{version.error()};
    if (*version > schemaSteps().size())
        return Failure{StoreError{StoreError::Kind::TooNew, m_file}};

    if (auto checked = check(closedInOrder); !checked)
        return checked;
    if (auto configured = configure(); !configured)
        return configured;
    return migrate();
}

Result<int, StoreError> Database::readVersion()
{
    auto query = run(QStringLiteral("PRAGMA user_version"));
    if (!query)
        return Failure{query.error()};
    return query->next() ? query->value(0).toInt() : 0;
}

/// Looks through the pages where that is quick, and always after a crash; damage that SQLite meets only
/// later fails the one call that meets it.
Result<void, StoreError> Database::check(bool closedInOrder)
{
    if (m_file == inMemory || (closedInOrder && QFileInfo(m_file).size() > alwaysCheckedOctets))
        return {};
    auto query = run(QStringLiteral("PRAGMA quick_check(1)"));
    if (!query)
        return Failure{query.error()};
    if (query->next() && query->value(0).toString() != u"ok")
        return Failure{StoreError{StoreError::Kind::Damaged, query->value(0).toString()}};
    if (query->lastError().isValid())
        return Failure{errorOf(query->lastError())};
    return {};
}

Result<void, StoreError> Database::configure()
{
    // FULL: in WAL mode each commit is on the disk when it returns. fullfsync does the same where fsync alone
    // does not (macOS). The rest keeps a hostile or broken file from doing more than fail.
    for (const auto pragma : {"journal_mode = WAL", "synchronous = FULL", "fullfsync = ON",
                              "foreign_keys = ON", "trusted_schema = OFF", "cell_size_check = ON"}) {
        auto query = run(QStringLiteral("PRAGMA ") + QLatin1StringView(pragma));
        if (!query)
            return Failure{query.error()};
    }
    return {};
}

Result<void, StoreError> Database::migrate()
{
    const auto steps = schemaSteps();
    for (bool more = true; more;) {
        auto stepped = transaction([&]() -> Result<bool, StoreError> {
            // Read within the transaction: another process may have taken the step meanwhile.
            const auto version = readVersion();
            if (!version)
                return Failure{version.error()};
            if (*version >= steps.size())
                return false;
            for (const QString &statement : steps[*version]) {
                if (auto ran = run(statement); !ran)
                    return Failure{ran.error()};
            }
            if (auto ran = run(QStringLiteral("PRAGMA user_version = %1").arg(*version + 1)); !ran)
                return Failure{ran.error()};
            return true;
        });
        if (!stepped)
            return Failure{stepped.error()};
        more = *stepped;
    }
    return {};
}

int Database::schemaVersion() const
{
    QSqlQuery query(m_database);
    return m_usable && query.exec(QStringLiteral("PRAGMA user_version")) && query.next()
               ? query.value(0).toInt()
               : 0;
}

// --- working with it

Result<QSqlQuery, StoreError> Database::run(const QString &sql, const QVariantList &values)
{
    if (!m_usable)
        return Failure{m_openError.value_or(StoreError{StoreError::Kind::CannotOpen, m_file})};
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return Failure{errorOf(query.lastError())};
    for (const QVariant &value : values)
        query.addBindValue(withoutNull(value));
    if (!query.exec())
        return Failure{errorOf(query.lastError())};
    return query;
}

// The outer transaction takes the write lock at its start, so that none fails halfway for another process's
// sake; inner ones are savepoints.

Result<void, StoreError> Database::begin()
{
    auto ran = run(m_depth == 0 ? QStringLiteral("BEGIN IMMEDIATE")
                                : QStringLiteral("SAVEPOINT inner_%1").arg(m_depth));
    if (!ran)
        return Failure{ran.error()};
    ++m_depth;
    return {};
}

Result<void, StoreError> Database::commit()
{
    auto ran =
        run(m_depth == 1 ? QStringLiteral("COMMIT") : QStringLiteral("RELEASE inner_%1").arg(m_depth - 1));
    if (!ran) {
        rollBack();
        return Failure{ran.error()};
    }
    --m_depth;
    return {};
}

void Database::rollBack()
{
    --m_depth;
    // An error is of no interest: after a full disk SQLite has rolled back by itself.
    if (m_depth == 0) {
        std::ignore = run(QStringLiteral("ROLLBACK"));
    } else {
        std::ignore = run(QStringLiteral("ROLLBACK TO inner_%1").arg(m_depth));
        std::ignore = run(QStringLiteral("RELEASE inner_%1").arg(m_depth));
    }
}

StoreError Database::errorOf(const QSqlError &error) const
{
    auto kind = StoreError::Kind::Failed;
    switch (error.nativeErrorCode().toInt() & 0xff) { // the upper bits say more than we ask
    case Full:
        kind = StoreError::Kind::DiskFull;
        break;
    case CantOpen:
    case ReadOnly:
        kind = StoreError::Kind::CannotOpen;
        break;
    case Corrupt:
    case NotADatabase:
        kind = StoreError::Kind::Damaged;
        break;
    default:
        break;
    }
    return {kind, m_file + u": " + error.databaseText().trimmed()};
}

} // namespace pennypost
