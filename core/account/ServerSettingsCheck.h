// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/ServerSettings.h"

#include <QList>
#include <QStringView>

namespace pennypost {

/// What is wrong with server settings before anyone connects. ui/ and the command line word them.
enum class ServerSettingsProblem {
    HostMissing,
    HostInvalid, ///< no host name (RFC 1123 2.1, IDNA allowed) and no IP address
    PortInvalid, ///< 0
    UserNameInvalid,
    MechanismInvalid,   ///< no SASL mechanism name (RFC 4422 3.1)
    PasswordInClear,    ///< a sign-in without encryption: never
    PinInvalid,         ///< not the 32 octets of a SHA-256
    CertificateMissing, ///< EXTERNAL signs in with a client certificate, and there is none
    CertificateInClear, ///< a client certificate is shown within TLS alone
    ProxyHostMissing,
    ProxyHostInvalid, ///< as HostInvalid
    ProxyPortInvalid, ///< 0
    ProxyUserInvalid, ///< a control character, over 255 octets, or for HTTP a colon (RFC 7617 2)
};

/// Everything that is wrong, in the order of the fields; empty: fine. Where settings come from a person, a
/// script or a file, they pass here before they are stored or used. Pure; any thread.
QList<ServerSettingsProblem> checkServerSettings(const ServerSettings &server);

/// Can this be looked up or connected to: a host name without its trailing dot, or an IPv4 or IPv6 address
/// without brackets. No blank, control character or underscore ever passes: the name goes into EHLO of
/// proxies, SNI and logs.
bool isValidHost(QStringView host);

} // namespace pennypost
