// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pennypost {

/// Through whom an account's connections go, without the password: that lies where
/// Account::proxyPasswordPlace says. core/net's Proxy is made from it. A value; any thread.
struct ProxySettings
{
    enum class Kind {
        System, ///< whatever the system's settings say for this server
        None,
        Socks5,      ///< RFC 1928
        HttpConnect, ///< RFC 9110 9.3.6
    };
    Kind kind = Kind::System;
    QString host; ///< for the last two, as `port` and `user`: a name or an address
    quint16 port = 0;
    QString user; ///< empty: no sign-in

    bool isNamed() const { return kind == Kind::Socks5 || kind == Kind::HttpConnect; }
    bool operator==(const ProxySettings &) const = default;
};

} // namespace pennypost
