// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ServerRemedy.h"

#include "core/account/SecurityNames.h"

namespace pennypost {

std::optional<ServerSettings> serverBy(Remedy remedy, const ServerSettings &server)
{
    using Security = ServerSettings::Security;
    switch (remedy) {
    case Remedy::UseStartTls:
        return withSecurity(server, Security::StartTls);
    case Remedy::UseTls:
        return withSecurity(server, Security::Tls);
    case Remedy::UseStartTlsHere:
        return withSecurityHere(server, Security::StartTls);
    case Remedy::UseTlsHere:
        return withSecurityHere(server, Security::Tls);
    default:
        return {};
    }
}

} // namespace pennypost
