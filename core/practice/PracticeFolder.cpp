// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/PracticeFolder.h"

#include <QDir>
#include <QLocale>
#include <QStorageInfo>

#include <algorithm>
#include <limits>
#include <utility>

namespace pennypost {

namespace {

/// RFC 5322 3.3; Qt's own RFC 2822 form leaves the day of the week out.
QByteArray dateField(const QDateTime &time)
{
    return (QLocale::c().toString(time, u"ddd, d MMM yyyy HH:mm:ss ") +
            time.toString(Qt::RFC2822Date).right(5))
        .toLatin1();
}

QByteArray traceFields(const PracticeEnvelope &envelope, const QByteArray &id, const QDateTime &time)
{
    QByteArray fields = "Return-Path: <" + envelope.reversePath + ">\r\n";
    for (const auto &path : envelope.forwardPaths)
        fields += "Envelope-To: <" + path + ">\r\n";
    fields +=
        "Received: from " + envelope.helloName + " by localhost (Pennypost practice server)\r\n\twith " +
        (envelope.smtpUtf8 ? "UTF8SMTPSA" : "ESMTPSA") + " id " + id + ";\r\n\t" + dateField(time) + "\r\n";
    return fields;
}

} // namespace

PracticeFolder::PracticeFolder(QString folder, const Clock &clock, UniqueIds &ids,
                               std::function<void(const QString &)> kept)
    : m_folder(std::move(folder)), m_clock(clock), m_ids(ids), m_kept(std::move(kept))
{
}

qint64 PracticeFolder::room() const
{
    // The last of the disk is left to the person's own work.
    static constexpr qint64 reserve = 64LL << 20;
    const QStorageInfo storage(m_folder);
    // Of a mount point that isn't listed, as in a container, nothing is known: then writing will tell.
    if (!storage.isValid())
        return std::numeric_limits<qint64>::max();
    return std::max<qint64>(0, storage.bytesAvailable() - reserve);
}

bool PracticeFolder::begin(const PracticeEnvelope &envelope)
{
    const auto now = m_clock.now();
    m_id = m_ids.next();
    const QString name = now.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'-") + QString::fromLatin1(m_id) + u".eml";
    m_file = std::make_unique<PrivateSaveFile>(QDir(m_folder).absoluteFilePath(name));
    if (!makePrivateFolder(m_folder) || !m_file->open()) {
        m_file.reset();
        return false;
    }
    return append(traceFields(envelope, m_id, now));
}

bool PracticeFolder::append(QByteArrayView octets)
{
    return m_file && m_file->write(octets);
}

std::optional<QByteArray> PracticeFolder::keep()
{
    const auto file = std::move(m_file);
    if (!file || !file->commit()) // syncs before it renames
        return std::nullopt;
    m_kept(file->fileName());
    return m_id;
}

void PracticeFolder::discard()
{
    m_file.reset(); // uncommitted: it vanishes
}

} // namespace pennypost
