// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message/Attachment.h"

#include "core/message/AddressSyntax.h"

#include <QMimeDatabase>

namespace pennypost {

namespace {

constexpr qsizetype mostBytesLookedAt = 4096;

/// Armoured OpenPGP comes in three kinds that share a suffix; the first line tells them apart.
QByteArray openPgpType(QByteArrayView firstBytes)
{
    if (firstBytes.contains(QByteArrayView("-----BEGIN PGP SIGNATURE-----")))
        return "application/pgp-signature";
    if (firstBytes.contains(QByteArrayView("-----BEGIN PGP PUBLIC KEY BLOCK-----")) ||
        firstBytes.contains(QByteArrayView("-----BEGIN PGP PRIVATE KEY BLOCK-----")))
        return "application/pgp-keys";
    return "application/pgp-encrypted";
}

/// Types that describe a place or a state of it, or that would ask for a structure we don't write.
bool isUnfit(const QByteArray &type)
{
    return type.isEmpty() || type.startsWith("inode/") || type.startsWith("multipart/") ||
           type == "application/x-zerosize";
}

/// Some file systems take no name over 255 octets, and whoever saves a file may write another beside it whose
/// name is a little longer.
constexpr qsizetype mostNameOctets = 240;
constexpr qsizetype longestSuffix = 16;

/// What is too long loses of its stem, for the suffix tells what the file is.
QString withShortStem(const QString &name)
{
    if (name.toUtf8().size() <= mostNameOctets)
        return name;
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString suffix = dot > 0 && name.size() - dot <= longestSuffix ? name.sliced(dot) : QString();
    const qsizetype room = mostNameOctets - suffix.toUtf8().size();
    qsizetype octets = 0;
    qsizetype end = 0;
    while (end < name.size()) {
        const qsizetype units = name[end].isHighSurrogate() ? 2 : 1;
        octets += QStringView(name).sliced(end, units).toUtf8().size();
        if (octets > room)
            break;
        end += units;
    }
    return name.first(end).trimmed() + suffix;
}

} // namespace

QByteArray mimeTypeFor(const QString &fileName, QByteArrayView firstBytes)
{
    const QByteArrayView looked = firstBytes.first(std::min(firstBytes.size(), mostBytesLookedAt));
    if (fileName.endsWith(QLatin1StringView(".asc"), Qt::CaseInsensitive))
        return openPgpType(looked);
    if (fileName.endsWith(QLatin1StringView(".msg"), Qt::CaseInsensitive))
        return "application/vnd.ms-outlook";
    if (fileName.endsWith(QLatin1StringView(".eml"), Qt::CaseInsensitive))
        return "message/rfc822";
    const QMimeDatabase database;
    // Names without bytes are judged by the name alone: to the database, no bytes are an empty file.
    const auto found = looked.isEmpty() ? database.mimeTypeForFile(fileName, QMimeDatabase::MatchExtension)
                                        : database.mimeTypeForFileNameAndData(fileName, looked.toByteArray());
    const QByteArray type = found.name().toLatin1().toLower();
    return isUnfit(type) ? QByteArray("application/octet-stream") : type;
}

QString safeFileName(const QString &name)
{
    const auto slash = std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\'));
    QString safe;
    for (qsizetype i = slash + 1; i < name.size(); ++i) {
        const QChar c = name[i];
        const bool pair = c.isHighSurrogate() && i + 1 < name.size() && name[i + 1].isLowSurrogate();
        if (pair) {
            safe += c;
            safe += name[++i];
        } else if (c == u'\t') {
            safe += u' ';
        } else if (!c.isSurrogate() && !isRefusedControl(c) && !isInvisibleFormat(c)) {
            safe += c;
        }
    }
    qsizetype start = 0;
    while (start < safe.size() && (safe[start] == u'.' || safe[start].isSpace()))
        ++start;
    safe = safe.mid(start);
    while (!safe.isEmpty() && safe.back().isSpace())
        safe.chop(1);
    return safe.isEmpty() ? QStringLiteral("attachment") : safe;
}

QString fileNameToSave(const QString &name)
{
    return withShortStem(safeFileName(name));
}

} // namespace pennypost
