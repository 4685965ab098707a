// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/ConnectionLog.h"

#include <QLocale>
#include <QSaveFile>

#include <algorithm>

namespace pennypost {

namespace {

QString accountOf(const DialogueRecord &record)
{
    const QString server = record.host + u':' + QString::number(record.port);
    return record.userName.isEmpty() ? server : record.userName + QStringLiteral(" @ ") + server;
}

QString timeOf(const QDateTime &time)
{
    return time.toString(Qt::ISODate).replace(u'T', u' ');
}

} // namespace

QByteArray ConnectionLog::text(const QList<DialogueRecord> &records, const QDateTime &now)
{
    const QString version = QCoreApplication::applicationVersion();
    QString text = (version.isEmpty() ? tr("Pennypost, what was said to mail servers")
                                      : tr("Pennypost %1, what was said to mail servers").arg(version)) +
                   QStringLiteral(" (") + timeOf(now) + QStringLiteral(")\n");
    text +=
        tr("Passwords and tokens are not in it, nor is any letter's text; addresses and server names are.") +
        u'\n';

    QList<DialogueRecord> grouped = records;
    std::stable_sort(grouped.begin(), grouped.end(),
                     [](const auto &one, const auto &other) { return accountOf(one) < accountOf(other); });
    QByteArray bytes = text.toUtf8();
    for (const DialogueRecord &record : std::as_const(grouped)) {
        const QString end = record.outcome.isEmpty() ? tr("under way") : record.outcome;
        bytes +=
            QStringLiteral("\n=== %1, %2: %3\n").arg(accountOf(record), timeOf(record.begun), end).toUtf8();
        bytes += record.lines;
    }
    return bytes;
}

QString ConnectionLog::suggestedName(const QDateTime &now)
{
    return QStringLiteral("pennypost-%1.txt").arg(now.date().toString(Qt::ISODate));
}

Result<void, QString> ConnectionLog::write(const QByteArray &text, const QString &file)
{
    QSaveFile sink(file);
    if (!sink.open(QIODevice::WriteOnly) || sink.write(text) != text.size() || !sink.commit())
        return Failure{sink.errorString()};
    return {};
}

} // namespace pennypost
