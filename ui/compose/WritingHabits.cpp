// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/WritingHabits.h"

#include "core/base/PrivateFiles.h"
#include "core/store/StoreThread.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace pennypost {

namespace {

constexpr QLatin1StringView askForSubject{"askForSubject"};

bool write(const QString &path, const QJsonObject &habits)
{
    PrivateSaveFile file(path);
    return file.open() && file.write(QJsonDocument(habits).toJson()) && file.commit();
}

} // namespace

WritingHabits::WritingHabits(StoreThread &store, const QString &file, QObject *parent)
    : QObject(parent), m_store(store), m_file(file)
{
    QFile stored(m_file);
    if (!stored.open(QIODevice::ReadOnly))
        return;
    const QJsonObject habits = QJsonDocument::fromJson(stored.read(64 * 1024)).object();
    m_asksForSubject = habits.value(askForSubject).toBool(true);
}

void WritingHabits::setAsksForSubject(bool asks)
{
    if (asks == m_asksForSubject)
        return;
    m_asksForSubject = asks;
    m_store.run(
        this,
        [file = m_file, habits = QJsonObject{{askForSubject, asks}}](Database &) {
            return write(file, habits);
        },
        [](bool) {}); // not written: asked again after the next start, which does no harm
    Q_EMIT changed();
}

} // namespace pennypost
