// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/store/StoreError.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <optional>
#include <type_traits>

namespace pennypost {

/// The profile's SQLite database, `pennypost.sqlite`: WAL, synchronous=FULL, foreign keys, the schema of
/// Schema.cpp brought up to date when it is opened. Belongs to the thread that opened it (StoreThread in the
/// app, the only thread in the CLI). A Database that could not be opened answers every call with the reason.
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

    /// Runs one statement with its values in order and hands over the query, positioned before its first row.
    Result<QSqlQuery, StoreError> run(const QString &sql, const QVariantList &values = {});
    /// Runs `work` (returning Result<T, StoreError>) in one durable transaction; rolled back if it fails.
    /// Nesting joins the outer one.
    template<class Work>
    auto transaction(Work work) -> std::invoke_result_t<Work>;

private:
    Result<void, StoreError> begin();
    Result<void, StoreError> commit();
    void rollBack();
    StoreError errorOf(const class QSqlError &error) const;

    QString m_file;
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
