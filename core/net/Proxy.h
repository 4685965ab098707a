// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Secret.h"

#include <QString>

#include <memory>

namespace pennypost {

/// Through whom a connection goes. The proxy looks the server's name up; TLS runs through it to the server,
/// so that it reads nothing. Never used for this very machine (localhost, 127.0.0.0/8, ::1). A value; any
/// thread; the password is shared, not copied, and wiped with its last owner.
struct Proxy
{
    enum class Kind {
        System, ///< whatever the system's settings say for this server
        None,
        Socks5,      ///< RFC 1928; sign-in as in RFC 1929
        HttpConnect, ///< RFC 9110 9.3.6; sign-in by Basic (RFC 7617)
    };
    Kind kind = Kind::System;
    QString host; ///< for the last two: a name or an address
    quint16 port = 0;
    QString user; ///< empty: no sign-in
    std::shared_ptr<const Secret> password = {};

    static Proxy none() { return {Kind::None, {}, 0, {}}; }
    bool isNamed() const { return kind == Kind::Socks5 || kind == Kind::HttpConnect; }
    /// By the password's octets: connections through it may be shared by who is equal here.
    bool operator==(const Proxy &other) const
    {
        const auto octets = [](const std::shared_ptr<const Secret> &secret) {
            return secret ? secret->bytes() : QByteArrayView();
        };
        return kind == other.kind && host == other.host && port == other.port && user == other.user &&
               octets(password) == octets(other.password);
    }
};

} // namespace pennypost
