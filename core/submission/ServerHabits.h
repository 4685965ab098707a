// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/ServerSettings.h"

#include <QHash>

#include <optional>
#include <utility>

namespace pennypost {

/// What was found out about servers beyond what they say of themselves; kept while the program runs. Shared
/// by the workers of one SmtpSubmitter, on its submission thread.
class ServerHabits
{
public:
    struct Habits
    {
        bool losesBursts = false;   ///< offers PIPELINING, and came through only one command at a time
        std::optional<bool> chunks; ///< offers CHUNKING, and is good at it or not
    };
    Habits of(const ServerSettings &server) const { return m_servers.value(nameOf(server)); }
    Habits &of(const ServerSettings &server) { return m_servers[nameOf(server)]; }

private:
    using Name = std::pair<QString, quint16>; ///< host and port
    static Name nameOf(const ServerSettings &server) { return {server.host.toLower(), server.port}; }

    QHash<Name, Habits> m_servers;
};

} // namespace pennypost
