// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts/Shortcuts.h"

#include "core/base/PrivateFiles.h"
#include "core/store/StoreThread.h"

#include <QAction>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QWidget>

#include <algorithm>
#include <optional>

namespace pennypost {

namespace {

constexpr QLatin1StringView versionMember{"version"};
constexpr QLatin1StringView keysMember{"keys"};
constexpr int version = 1;
constexpr qint64 largestFile = 256 * 1024; ///< octets; more is no file of ours

bool write(const QString &path, const QJsonObject &content)
{
    PrivateSaveFile file(path);
    return file.open() && file.write(QJsonDocument(content).toJson()) && file.commit();
}

/// The keys of one command, as far as they are keys; nothing where nobody chose any.
std::optional<Keys> keysFrom(const QJsonValue &value)
{
    if (!value.isArray())
        return {};
    Keys keys;
    const QJsonArray spelt = value.toArray();
    for (const QJsonValue &one : spelt) {
        const auto sequence = QKeySequence::fromString(one.toString(), QKeySequence::PortableText);
        if (sequence.count() == 1 && sequence[0].key() != Qt::Key_unknown)
            keys.append(sequence);
    }
    if (keys.isEmpty() && !spelt.isEmpty())
        return {};
    return keys;
}

QJsonArray asJson(const Keys &keys)
{
    QJsonArray spelt;
    for (const QKeySequence &sequence : keys)
        spelt.append(sequence.toString(QKeySequence::PortableText));
    return spelt;
}

} // namespace

Shortcuts::Shortcuts(StoreThread &store, const QString &file, QObject *parent)
    : QObject(parent), m_store(store), m_file(file)
{
    QCoreApplication::instance()->installEventFilter(this);
    QFile stored(m_file);
    if (!stored.open(QIODevice::ReadOnly))
        return;
    const QJsonObject content = QJsonDocument::fromJson(stored.read(largestFile)).object();
    m_tooNew = content.value(versionMember).toInt(version) > version;
    const QJsonObject all = content.value(keysMember).toObject();
    for (auto each = all.begin(); each != all.end(); ++each) {
        if (const auto keys = keysFrom(each.value()))
            m_choices.insert(each.key(), *keys);
        else
            m_foreign.insert(each.key(), each.value());
    }
}

Keys Shortcuts::keysOf(const ShortcutArea &area, const ShortcutCommand &command) const
{
    if (const auto chosen = m_choices.find(command.id); chosen != m_choices.end())
        return *chosen;
    Keys usual = command.usual;
    for (const ShortcutCommand &other : area.commands) {
        const Keys taken = m_choices.value(other.id);
        usual.removeIf([&taken](const QKeySequence &key) { return taken.contains(key); });
    }
    return usual;
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
        Keys left = keysOf(area, other);
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
    Q_EMIT changed();
    if (m_tooNew)
        return Q_EMIT notStored();
    QJsonObject keys = m_foreign;
    for (auto each = choices.begin(); each != choices.end(); ++each)
        keys.insert(each.key(), asJson(each.value()));
    m_store.run(
        this,
        [file = m_file, content = QJsonObject{{versionMember, version}, {keysMember, keys}}](Database &) {
            return write(file, content);
        },
        [this](bool written) {
            if (!written)
                Q_EMIT notStored();
        });
}

void Shortcuts::bind(QAction *action, const ShortcutArea &area, const ShortcutCommand &command)
{
    m_actions.insert(action);
    connect(action, &QObject::destroyed, this, [this, action] { m_actions.remove(action); });
    action->setShortcuts(keysOf(area, command));
    connect(this, &Shortcuts::changed, action,
            [this, action, area, command] { action->setShortcuts(keysOf(area, command)); });
}

/// A key of a command that can't be used at the moment does nothing, either: nobody means what a field would
/// make of it.
bool Shortcuts::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    if (!watched->isWidgetType() ||
        !isCommand(*static_cast<QWidget *>(watched), *static_cast<QKeyEvent *>(event)))
        return false;
    if (event->type() == QEvent::ShortcutOverride)
        event->ignore(); // it is the window's
    return true;
}

bool Shortcuts::isCommand(const QWidget &focus, const QKeyEvent &event) const
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (!(modifiers & (Qt::ControlModifier | Qt::MetaModifier)) && event.key() < Qt::Key_F1)
        return false; // what is written
    const QKeySequence pressed(QKeyCombination(modifiers, Qt::Key(event.key())));
    const QWidget *window = focus.window();
    return std::any_of(m_actions.begin(), m_actions.end(), [&](const QAction *action) {
        const auto *owner = qobject_cast<const QWidget *>(action->parent());
        return owner && owner->window() == window && action->shortcuts().contains(pressed);
    });
}

} // namespace pennypost
