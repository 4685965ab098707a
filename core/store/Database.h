// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/store/StoreError.h"
#include "core/store/StoreOwner.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <optional>
#include <type_traits>

namespace pennypost {

/// The profile's SQLite database, `pennypost.sqlite`: WAL, synchronous=FULL, foreign keys, the schema of
/// Schema.cpp brought up to date when it is opened; readable by its owner alone. Belongs to the thread that
/// opened it (StoreThread in the app, the only thread in the CLI). Several processes may have one open. A
/// Database that could not be opened answers every call with the reason. A file that SQLite calls damaged is
/// set aside under another name, never deleted.
class Database
{
public:
    /// ":memory:" for tests.
    explicit Database(const QString &file);
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database();

    /// What went wrong when opening (also Damaged, where a fresh database is now in use); nothing on an
    /// ordinary day.
    const std::optional<StoreError> &openError() const { return m_openError; }
    int schemaVersion() const;
    /// What was found damaged and set aside, now or earlier, and lies there still.
    QStringList setAsideFiles() const;
    /// The profile: where the file lies, absolute. Empty for ":memory:".
    QString folder() const;
    /// Under which name this open database marks the rows it is working on; see StoreOwner.
    StoreOwner &owner() { return m_owner; }

    /// Runs one statement with its values in order and hands over the query, positioned before its first row.
    Result<QSqlQuery, StoreError> run(const QString &sql, const QVariantList &values = {});
    /// Runs `work` (returning Result<T, StoreError>) in one durable transaction; rolled back if it fails.
    /// Nesting joins the outer one: it becomes durable with it, yet can fail and be rolled back alone.
    template<class Work>
    auto transaction(Work work) -> std::invoke_result_t<Work>;

private:
    Result<void, StoreError> open();
    Result<void, StoreError> openOnce();
    Result<void, StoreError> configure();
    Result<void, StoreError> check(bool closedInOrder);
    Result<void, StoreError> migrate();
    Result<int, StoreError> readVersion();
    void close();

    Result<void, StoreError> begin();
    Result<void, StoreError> commit();
    void rollBack();
    StoreError errorOf(const class QSqlError &error) const;

    QString m_file;
    StoreOwner m_owner;
    QString m_connection; ///< QSqlDatabase's name, one for each Database
    QSqlDatabase m_database;
    std::optional<StoreError> m_openError;
    bool m_usable = false;
    int m_depth = 0;
};

template<class Work>
auto Database::transaction(Work work) -> std::invoke_result_t<Work>
{
    if (auto begun = begin(); !begun)
        return Failure{begun.error()};
    auto result = work();
    if (!result) {
        rollBack();
        return result;
    }
    if (auto committed = commit(); !committed)
        return Failure{committed.error()};
    return result;
}

} // namespace pennypost
