// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/WritingHabits.h"

#include "core/base/PrivateFiles.h"
#include "core/message/Message.h"
#include "core/store/StoreThread.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace pennypost {

namespace {

using Habits = WritingHabits::Habits;

/// What the file calls them.
struct Name
{
    QLatin1StringView name;
    bool Habits::*habit;
};
constexpr Name names[] = {
    {QLatin1StringView("askForSubject"), &Habits::asksForSubject},
    {QLatin1StringView("breakLines"), &Habits::breaksLines},
    {QLatin1StringView("dateInUtc"), &Habits::datesInUtc},
};

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
    for (const Name &each : names)
        m_habits.*each.habit = habits.value(each.name).toBool(m_habits.*each.habit);
}

void WritingHabits::setHabits(const Habits &habits)
{
    if (habits == m_habits)
        return;
    m_habits = habits;
    QJsonObject json;
    for (const Name &each : names)
        json.insert(each.name, habits.*each.habit);
    m_store.run(
        this, [file = m_file, json](Database &) { return write(file, json); },
        [](bool) {}); // not written: decided again after the next start, which does no harm
    Q_EMIT changed();
}

void WritingHabits::applyTo(Message &message) const
{
    message.textForm = m_habits.breaksLines ? Message::TextForm::Flowed : Message::TextForm::Paragraphs;
    message.dateInUtc = m_habits.datesInUtc;
}

} // namespace pennypost
