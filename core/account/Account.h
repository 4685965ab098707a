// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/ServerSettings.h"
#include "core/message/Mailbox.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <array>

namespace pennypost {

/// Under which name and address one writes.
struct Identity
{
    Mailbox mailbox;
    bool operator==(const Identity &) const = default;
};

/// Where the account's secret is.
enum class SecretPlace {
    Keychain, ///< the OS keychain, under keychainKey()
    Session,  ///< in memory until the program ends; asked for again, or given on standard input
    None,     ///< no sign-in
};

/// What an account may have to keep. The keys of its places are secretKey()'s.
enum class AccountSecret {
    Password,
    PassPhrase,    ///< of ServerSettings::clientCertificate
    ProxyPassword, ///< for ProxySettings::user
};
inline constexpr std::array allAccountSecrets{AccountSecret::Password, AccountSecret::PassPhrase,
                                              AccountSecret::ProxyPassword};

/// A way to send letters: identity, server, where the secret is. A value; any thread. Kept by AccountStore.
struct Account
{
    /// Chosen once, never changed: [a-z0-9][a-z0-9-]{0,63}.
    QString id;
    QList<Identity> identities; ///< at least one; the first is the default
    ServerSettings server;
    SecretPlace secretPlace = SecretPlace::Keychain;    ///< of the password
    SecretPlace passPhrasePlace = SecretPlace::None;    ///< None: the file has none, or no file is set
    SecretPlace proxyPasswordPlace = SecretPlace::None; ///< None: no proxy is named, or it asks for none
    /// The practice server of this program: `server` is then filled in when it runs (its port and certificate
    /// are new each time), and nothing leaves this computer.
    bool practice = false;

    bool operator==(const Account &) const = default;
    SecretPlace placeOf(AccountSecret which) const
    {
        return which == AccountSecret::Password     ? secretPlace
               : which == AccountSecret::PassPhrase ? passPhrasePlace
                                                    : proxyPasswordPlace;
    }
    void setPlaceOf(AccountSecret which, SecretPlace place)
    {
        (which == AccountSecret::Password     ? secretPlace
         : which == AccountSecret::PassPhrase ? passPhrasePlace
                                              : proxyPasswordPlace) = place;
    }
    /// Has it anything in that place?
    bool uses(SecretPlace place) const
    {
        return secretPlace == place || passPhrasePlace == place || proxyPasswordPlace == place;
    }
    const Mailbox &mailbox() const { return identities.first().mailbox; }
};

} // namespace pennypost

Q_DECLARE_METATYPE(pennypost::Account)
