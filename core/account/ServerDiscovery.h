// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/ServerSettings.h"
#include "core/base/Result.h"
#include "core/message/Mailbox.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace pennypost {

/// One row of resources/providers.json.
struct Provider
{
    QString name;        ///< "Gmail"
    QStringList domains; ///< of addresses, lower case A-labels
    QString host;
    quint16 port = 465;
    ServerSettings::Security security = ServerSettings::Security::Tls;
    enum class UserName { Address, LocalPart } userName = UserName::Address;
    QUrl appPasswordHelp;    ///< where to make an app password; empty if passwords just work
    bool needsOAuth = false; ///< passwords are refused altogether
    QUrl accessHelp;         ///< how to switch on access for mail programs first; empty if it always is on
    QStringList otherHosts;  ///< further names of the same servers, for providerForHost()
};

/// What to try for an address: a provider's settings, or guesses in the order to try them.
struct Suggestion
{
    std::optional<Provider> provider;
    QList<ServerSettings> candidates; ///< at least one for a valid mailbox
};

/// Fills server settings in from the provider table, else guesses smtp. and mail. + domain, 465 then 587.
/// Makes no network access: nothing about an address leaves the computer before the person goes on. Any
/// thread.
class ServerDiscovery
{
public:
    /// `json`: the contents of resources/providers.json. The error is a sentence for developers: the table is
    /// ours.
    static Result<ServerDiscovery, QString> fromJson(const QByteArray &json);

    const QList<Provider> &providers() const { return m_providers; }
    Suggestion suggest(const Mailbox &mailbox) const;
    /// The provider that runs this server, for the help link beside a 534; nullptr if unknown.
    const Provider *providerForHost(const QString &host) const;
    /// The known server that `host` could be a slip of the keyboard for: up to two letters wrong, missing,
    /// too many or swapped with their neighbour. Empty if there is none, or if it is one itself.
    QString nearestHost(const QString &host) const;

private:
    QList<Provider> m_providers;
    QHash<QString, qsizetype> m_byDomain; ///< to its row in m_providers
};

} // namespace pennypost
