// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace pennypost {

/// How long to wait for what: the client's limits of RFC 5321 4.5.3.2 by default. While the body goes out,
/// the limit is on the time in which not a single octet could be handed over.
struct TimeLimits
{
    std::chrono::milliseconds lookup = std::chrono::seconds(30);
    std::chrono::milliseconds connect = std::chrono::seconds(30);
    std::chrono::milliseconds handshake = std::chrono::seconds(60);
    std::chrono::milliseconds greeting = std::chrono::minutes(5);
    std::chrono::milliseconds command = std::chrono::minutes(5); ///< EHLO, AUTH, MAIL, RCPT
    std::chrono::milliseconds data = std::chrono::minutes(2);
    std::chrono::milliseconds block = std::chrono::minutes(3);
    std::chrono::milliseconds finalDot = std::chrono::minutes(10);
};

} // namespace pennypost
