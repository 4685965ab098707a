// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts/Shortcuts.h"

#include "core/base/PrivateFiles.h"
#include "core/store/StoreThread.h"

#include <QAction>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pennypost {

namespace {

constexpr QLatin1StringView keysMember{"keys"};
constexpr qint64 largestFile = 256 * 1024; ///< octets; more is no file of ours

bool write(const QString &path, const QJsonObject &content)
{
    PrivateSaveFile file(path);
    return file.open() && file.write(QJsonDocument(content).toJson()) && file.commit();
}

QJsonObject asJson(const Shortcuts::Choices &choices)
{
    QJsonObject keys;
    for (auto each = choices.begin(); each != choices.end(); ++each) {
        QJsonArray spelt;
        for (const QKeySequence &sequence : each.value())
            spelt.append(sequence.toString(QKeySequence::PortableText));
        keys.insert(each.key(), spelt);
    }
    return {{QStringLiteral("version"), 1}, {keysMember, keys}};
}

Shortcuts::Choices fromJson(const QJsonObject &content)
{
    Shortcuts::Choices choices;
    const QJsonObject keys = content.value(keysMember).toObject();
    for (auto each = keys.begin(); each != keys.end(); ++each) {
        if (!each.value().isArray())
            continue;
        Keys read;
        const QJsonArray spelt = each.value().toArray();
        for (const QJsonValue &one : spelt) {
            const auto sequence = QKeySequence::fromString(one.toString(), QKeySequence::PortableText);
            if (sequence.count() == 1 && sequence[0].key() != Qt::Key_unknown)
                read.append(sequence);
        }
        if (read.isEmpty() && !spelt.isEmpty())
            continue; // nobody chose what is no key
        choices.insert(each.key(), read);
    }
    return choices;
}

} // namespace

Shortcuts::Shortcuts(StoreThread &store, const QString &file, QObject *parent)
    : QObject(parent), m_store(store), m_file(file)
{
    QFile stored(m_file);
    if (stored.open(QIODevice::ReadOnly))
        m_choices = fromJson(QJsonDocument::fromJson(stored.read(largestFile)).object());
}

Keys Shortcuts::keysOf(const ShortcutCommand &command) const
{
    return m_choices.value(command.id, command.usual);
}

Shortcuts::Gift Shortcuts::given(const ShortcutArea &area, const ShortcutCommand &command,
                                 const Keys &keys) const
{
    Gift gift{m_choices, {}};
    const auto put = [&gift](const ShortcutCommand &whose, const Keys &wanted) {
        if (wanted == whose.usual)
            gift.choices.remove(whose.id);
        else
            gift.choices.insert(whose.id, wanted);
    };
    for (const ShortcutCommand &other : area.commands) {
        if (other.id == command.id)
            continue;
        Keys left = keysOf(other);
        if (left.removeIf([&keys](const QKeySequence &key) { return keys.contains(key); }) > 0) {
            put(other, left);
            gift.robbed.append(other);
        }
    }
    put(command, keys);
    return gift;
}

void Shortcuts::setChoices(const Choices &choices)
{
    if (choices == m_choices)
        return;
    m_choices = choices;
    m_store.run(
        this, [file = m_file, content = asJson(choices)](Database &) { return write(file, content); },
        [this](bool written) {
            if (!written)
                Q_EMIT notStored();
        });
    Q_EMIT changed();
}

void Shortcuts::bind(QAction *action, const ShortcutCommand &command)
{
    action->setShortcuts(keysOf(command));
    connect(this, &Shortcuts::changed, action,
            [this, action, command] { action->setShortcuts(keysOf(command)); });
}

} // namespace pennypost
