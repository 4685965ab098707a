// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/KeychainError.h"

#include <qt6keychain/keychain.h>

#include <array>
#include <utility>

namespace pennypost {

namespace {

using Kind = SecretError::Kind;

// Seen with QtKeychain 0.13 on Secret Service, KWallet and the Windows Credential Manager. Names of buses and
// services stay the same in every language; the sentences around them need not.
constexpr std::array<std::pair<QLatin1StringView, Kind>, 12> Signs{{
    {QLatin1StringView("locked"), Kind::Locked},
    {QLatin1StringView("org.freedesktop.secrets"), Kind::NoKeychain}, // no Secret Service on the bus
    {QLatin1StringView("org.kde.kwallet"), Kind::NoKeychain},
    {QLatin1StringView(".service file"), Kind::NoKeychain},
    {QLatin1StringView("$DISPLAY"), Kind::NoKeychain}, // cannot autolaunch D-Bus
    {QLatin1StringView("D-Bus"), Kind::NoKeychain},
    {QLatin1StringView("DBus"), Kind::NoKeychain},
    {QLatin1StringView("dbus"), Kind::NoKeychain},
    {QLatin1StringView("Connection refused"), Kind::NoKeychain}, // the bus' socket is stale
    {QLatin1StringView("Unknown error"), Kind::NoKeychain},      // libsecret is missing
    {QLatin1StringView("maximum size"), Kind::TooLong},          // Windows: 2,560 bytes, sometimes 512
    {QLatin1StringView("denied"), Kind::Denied},
}};

Kind kindOfText(const QString &text)
{
    if (text.isEmpty())
        return Kind::NoKeychain; // libsecret missing, in another version of the library
    for (const auto &[sign, kind] : Signs) {
        if (text.contains(sign, Qt::CaseInsensitive))
            return kind;
    }
    return Kind::Other;
}

} // namespace

SecretError secretErrorOf(int code, const QString &text)
{
    switch (code) {
    case QKeychain::EntryNotFound:
        return {Kind::NotFound, text};
    case QKeychain::AccessDeniedByUser:
        return {Kind::Denied, text};
    case QKeychain::AccessDenied:
        // What libsecret says of a locked collection, and macOS of a keychain whose password was wrong.
        return {Kind::Locked, text};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {Kind::NoKeychain, text};
    case QKeychain::OtherError:
        return {kindOfText(text), text};
    default:
        return {Kind::Other, text};
    }
}

} // namespace pennypost
