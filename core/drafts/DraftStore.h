// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/drafts/Draft.h"
#include "core/store/Database.h"

#include <QList>

namespace pennypost {

/// Drafts in the database, durable when a call returns. Synchronous: on the StoreThread in the app.
class DraftStore
{
public:
    DraftStore(Database &database, const Clock &clock);

    /// Inserts or replaces. Returns the time it was stamped with. A draft saved without a Message-ID keeps
    /// the one it has gone out with: OutboxStore::begin() wrote that.
    Result<QDateTime, StoreError> save(const Draft &draft);
    Result<Draft, StoreError> load(const QString &id) const;
    /// Newest first.
    Result<QList<DraftSummary>, StoreError> list() const;
    /// Removing what is not there succeeds.
    Result<void, StoreError> remove(const QString &id);
    /// Hashes that any draft holds on to, for BlobStore::sweep.
    Result<QList<QByteArray>, StoreError> blobs() const;

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace pennypost
