// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/OutboxLists.h"

#include "core/drafts/DraftStore.h"
#include "core/mime/MimeParser.h"
#include "core/outbox/OutboxStore.h"

#include <QBuffer>
#include <QDir>
#include <QFile>

namespace pennypost {

namespace {

constexpr qint64 headerOctets = 64 << 10;

ReceivedSummary summaryOf(const QFileInfo &info)
{
    ReceivedSummary summary{info.absoluteFilePath(), {}, {}, info.lastModified()};
    QFile file(summary.file);
    if (!file.open(QIODevice::ReadOnly))
        return summary;
    // The header is in front; what follows may be a gigabyte.
    QByteArray front = file.read(headerOctets);
    QBuffer buffer(&front);
    buffer.open(QIODevice::ReadOnly);
    if (const auto letter = parseMime(buffer)) {
        summary.from = letter->field("From");
        summary.subject = letter->field("Subject");
    }
    return summary;
}

} // namespace

Result<OutboxLists, StoreError> readLists(Database &database, const Clock &clock, const QString &search)
{
    const OutboxStore outbox(database, clock);
    const auto items = outbox.items();
    if (!items)
        return Failure{items.error()};
    const auto drafts = DraftStore(database, clock).list();
    if (!drafts)
        return Failure{drafts.error()};
    const auto sent = outbox.sent(search);
    if (!sent)
        return Failure{sent.error()};
    return OutboxLists{*items, *drafts, *sent, database.openError()};
}

QList<ReceivedSummary> readReceived(const QString &folder, int limit)
{
    QList<ReceivedSummary> letters;
    if (folder.isEmpty())
        return letters;
    const auto files = QDir(folder).entryInfoList({QStringLiteral("*.eml")}, QDir::Files, QDir::Time);
    for (const QFileInfo &info : files.first(qMin(files.size(), qsizetype(limit))))
        letters.append(summaryOf(info));
    return letters;
}

} // namespace pennypost
