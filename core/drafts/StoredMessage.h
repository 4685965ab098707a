// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/Message.h"
#include "core/store/Database.h"

#include <QDateTime>

namespace pennypost {

/// How the stores write a Message, a time and the hashes they hold on to into their rows. Used by DraftStore
/// and OutboxStore, so that a letter reads the same from each. The thread of its Database.

QString storedMessage(const Message &message);
/// A blob's path is found anew: the profile may have moved since. Unreadable if that is no letter: an empty
/// one in its place would soon be saved over it.
Result<Message, StoreError> messageFromStored(const QString &json, const Database &database);

/// The time of two columns: milliseconds since 1970 UTC, offset in seconds.
QDateTime timeFromStored(const QVariant &milliseconds, const QVariant &offset);

/// Replaces what `table` (draft_blob, outbox_blob, sent_blob) says that the row holds on to.
Result<void, StoreError> storeBlobs(Database &database, const QString &table, const QString &column,
                                    const QString &id, const Message &message);
/// All hashes of one such table.
Result<QList<QByteArray>, StoreError> storedBlobs(Database &database, const QString &table);

} // namespace pennypost
