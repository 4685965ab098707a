// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drafts/StoredMessage.h"

#include "core/drafts/MessageJson.h"
#include "core/store/BlobStore.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <utility>

namespace pennypost {

QString storedMessage(const Message &message)
{
    return QString::fromUtf8(QJsonDocument(messageToJson(message)).toJson(QJsonDocument::Compact));
}

Result<Message, StoreError> messageFromStored(const QString &json, const Database &database)
{
    QJsonParseError wrong;
    const auto document = QJsonDocument::fromJson(json.toUtf8(), &wrong);
    if (!document.isObject())
        return Failure{StoreError{StoreError::Kind::Unreadable, wrong.errorString()}};
    Message message = messageFromJson(document.object());
    const BlobStore blobs(database.folder() + QStringLiteral("/blobs"));
    const auto findAnew = [&blobs](Attachment &attachment) {
        auto *blob = std::get_if<BlobContent>(&attachment.content);
        if (blob && blobs.contains(blob->sha256))
            *blob = blobs.contentFor(blob->sha256);
    };
    std::for_each(message.attachments.begin(), message.attachments.end(), findAnew);
    if (message.entity)
        findAnew(*message.entity);
    return message;
}

QDateTime timeFromStored(const QVariant &milliseconds, const QVariant &offset)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), Qt::OffsetFromUTC, offset.toInt());
}

Result<void, StoreError> storeBlobs(Database &database, const QString &table, const QString &column,
                                    const QString &id, const Message &message)
{
    if (auto cleared = database.run(QStringLiteral("DELETE FROM %1 WHERE %2 = ?").arg(table, column), {id});
        !cleared)
        return Failure{cleared.error()};
    const QString insert =
        QStringLiteral("INSERT OR IGNORE INTO %1 (%2, sha256) VALUES (?, ?)").arg(table, column);
    QList<Attachment> files = message.attachments;
    if (message.entity)
        files.append(*message.entity);
    for (const Attachment &attachment : std::as_const(files)) {
        const auto *blob = std::get_if<BlobContent>(&attachment.content);
        if (!blob)
            continue;
        if (auto inserted = database.run(insert, {id, blob->sha256}); !inserted)
            return Failure{inserted.error()};
    }
    return {};
}

Result<QList<QByteArray>, StoreError> storedBlobs(Database &database, const QString &table)
{
    auto query = database.run(QStringLiteral("SELECT DISTINCT sha256 FROM %1 ORDER BY sha256").arg(table));
    if (!query)
        return Failure{query.error()};
    QList<QByteArray> hashes;
    while (query->next())
        hashes.append(query->value(0).toByteArray());
    return hashes;
}

} // namespace pennypost
