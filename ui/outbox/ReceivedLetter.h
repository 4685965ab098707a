// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/mime/MimeParser.h"

#include <QDateTime>
#include <QHash>
#include <QList>

#include <utility>

namespace pennypost {

/// A received letter as its view shows it: everything in memory but the attachments' bytes. A value; made off
/// the GUI thread by readLetter(), bounded whatever the file holds.
struct ReceivedLetter
{
    struct File
    {
        QString name;
        QString type;
        qint64 size = 0;   ///< decoded; of a large one an estimate by its encoded size
        ReceivedPart part; ///< where it lies
    };

    QString file; ///< absolute path
    QString from;
    QString to;
    QString cc;
    QString subject;
    QString date;
    QString header; ///< every field, decoded, one a line
    QString text;
    QString html;
    QHash<QString, QByteArray> pictures; ///< inline, by content id
    QList<File> files;
    std::pair<qint64, QDateTime> stamp; ///< of the file that all this was read from
    QString source;                     ///< raw, its first megabyte
    bool sourceCut = false;
};

/// Size and time of change: whether a file is still the one that was read. Not on the GUI thread.
std::pair<qint64, QDateTime> stampOf(const QString &path);
/// The error is the system's reason with the path; empty where the file is no letter. Not on the GUI thread.
Result<ReceivedLetter, QString> readLetter(const QString &file);
/// Streams one attachment into a file, whole or not at all. Not on the GUI thread.
Result<void, QString> saveAttachment(const QString &letter, const ReceivedPart &part, const QString &target);

} // namespace pennypost
