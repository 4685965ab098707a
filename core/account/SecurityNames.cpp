// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/SecurityNames.h"

#include <array>

namespace pennypost {

namespace {

struct Row
{
    ServerSettings::Security security;
    QLatin1StringView name;
    quint16 port;
};

constexpr std::array<Row, 3> Rows{{
    {ServerSettings::Security::Tls, QLatin1StringView("tls"), 465},
    {ServerSettings::Security::StartTls, QLatin1StringView("starttls"), 587},
    {ServerSettings::Security::None, QLatin1StringView("none"), 25},
}};

const Row &rowOf(ServerSettings::Security security)
{
    for (const Row &row : Rows) {
        if (row.security == security)
            return row;
    }
    return Rows.front();
}

} // namespace

QLatin1StringView securityName(ServerSettings::Security security)
{
    return rowOf(security).name;
}

std::optional<ServerSettings::Security> securityFromName(QAnyStringView name)
{
    for (const Row &row : Rows) {
        if (name == row.name)
            return row.security;
    }
    return std::nullopt;
}

quint16 usualPort(ServerSettings::Security security)
{
    return rowOf(security).port;
}

ServerSettings withSecurity(ServerSettings server, ServerSettings::Security security)
{
    server.security = security;
    if (server.port != usualPort(security))
        server.pinnedSha256.clear();
    server.port = usualPort(security);
    return server;
}

ServerSettings withSecurityHere(ServerSettings server, ServerSettings::Security security)
{
    server.security = security;
    return server;
}

} // namespace pennypost
