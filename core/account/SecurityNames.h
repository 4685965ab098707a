// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/ServerSettings.h"

#include <QAnyStringView>
#include <QString>

#include <optional>

namespace pennypost {

/// "tls", "starttls" and "none": as files and the command line spell ServerSettings::Security. Pure; any
/// thread.
QLatin1StringView securityName(ServerSettings::Security security);
std::optional<ServerSettings::Security> securityFromName(QAnyStringView name);

/// The port that goes with it by RFC 8314 and 6409: 465, 587, and 25 in clear.
quint16 usualPort(ServerSettings::Security security);

/// The same server by the other encryption, on its usual port: what is tried where one of the two does not
/// work. A pinned certificate was given for one port and stays behind with it.
ServerSettings withSecurity(ServerSettings server, ServerSettings::Security security);
/// On the port it has: for one that has shown what it speaks, whatever its number. What was pinned there
/// stays.
ServerSettings withSecurityHere(ServerSettings server, ServerSettings::Security security);

} // namespace pennypost
