// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QList>
#include <QObject>
#include <QVariantMap>

#include <utility>

namespace pennypost {

/// The person in front of gnome-keyring's unlock prompt, who presses Cancel when the test says so. Takes the
/// prompter's name on the session bus, so that no window comes up; speaks gcr's internal interface.
class RefusingPrompter : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.gnome.keyring.internal.Prompter")

public:
    bool listen()
    {
        QDBusConnection bus = QDBusConnection::sessionBus();
        return bus.registerObject(QStringLiteral("/org/gnome/keyring/Prompter"), this,
                                  QDBusConnection::ExportAllSlots) &&
               bus.registerService(QStringLiteral("org.gnome.keyring.SystemPrompter"));
    }
    bool isAsked() const { return !m_prompts.isEmpty(); }
    void cancelAll()
    {
        for (const Prompt &prompt : std::exchange(m_prompts, {}))
            QDBusConnection::sessionBus().call(
                QDBusMessage::createMethodCall(prompt.service, prompt.path,
                                               QStringLiteral("org.gnome.keyring.internal.Prompter.Callback"),
                                               QStringLiteral("PromptDone")),
                QDBus::NoBlock);
    }

public Q_SLOTS:
    void BeginPrompting(const QDBusObjectPath &callback)
    {
        m_prompts.append({message().service(), callback.path()});
    }
    void PerformPrompt(const QDBusObjectPath &, const QString &, const QVariantMap &, const QString &) {}
    void StopPrompting(const QDBusObjectPath &) {}

private:
    struct Prompt
    {
        QString service;
        QString path;
    };
    QList<Prompt> m_prompts;
};

} // namespace pennypost
