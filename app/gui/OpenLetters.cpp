// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/OpenLetters.h"

#include "core/base/PrivateFiles.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace pennypost {

namespace {
constexpr qsizetype mostWindows = 50; // a damaged file must not flood the screen
}

OpenLetters::OpenLetters(const QString &profile)
    : m_file(QDir(profile).filePath(QStringLiteral("open-letters.json")))
{
}

QStringList OpenLetters::read() const
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto array = QJsonDocument::fromJson(file.read(64 * 1024)).array();
    QStringList ids;
    for (const auto &value : array) {
        if (const QString id = value.toString(); !id.isEmpty() && ids.size() < mostWindows)
            ids.append(id);
    }
    return ids;
}

bool OpenLetters::write(const QStringList &draftIds) const
{
    if (draftIds.isEmpty())
        return !QFile::exists(m_file) || QFile::remove(m_file);
    PrivateSaveFile file(m_file);
    return file.open() &&
           file.write(QJsonDocument(QJsonArray::fromStringList(draftIds)).toJson(QJsonDocument::Compact)) &&
           file.commit();
}

} // namespace pennypost
