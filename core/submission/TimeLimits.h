// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace pennypost {

/// How long to wait for what: the client's limits of RFC 5321 4.5.3.2 by default. While the body goes out,
/// the limit is on the time in which not a single octet could be handed over.
struct TimeLimits
{
    std::chrono::milliseconds file = std::chrono::seconds(30); ///< for the disk that has a certificate
    std::chrono::milliseconds lookup = std::chrono::seconds(30);
    std::chrono::milliseconds connect = std::chrono::seconds(30);
    std::chrono::milliseconds handshake = std::chrono::seconds(60);
    std::chrono::milliseconds greeting = std::chrono::minutes(5);
    std::chrono::milliseconds command = std::chrono::minutes(5); ///< EHLO, AUTH, MAIL, RCPT
    std::chrono::milliseconds data = std::chrono::minutes(2);
    std::chrono::milliseconds block = std::chrono::minutes(3);
    std::chrono::milliseconds finalDot = std::chrono::minutes(10);
    /// After so long without an answer whoever looks on is told that the server takes its time.
    std::chrono::milliseconds slow = std::chrono::seconds(5);
    /// For a person's answer about refused recipients: the server waits for us meanwhile, 5 minutes by RFC
    /// 5321 4.5.3.2.7.
    std::chrono::milliseconds answer = std::chrono::minutes(4);

    /// How long a session is kept for the next letter; 0: it quits unless one waits already. Many servers and
    /// address translators forget a silent link after a minute or more.
    std::chrono::milliseconds idle = std::chrono::seconds(50);
    /// For the first reply on a session that lay idle: without one the link is taken for dead, and the
    /// letter, of which nothing has left, goes over a new one.
    std::chrono::milliseconds afterIdle = std::chrono::seconds(15);
    /// Who has spoken on a session so lately is there: a letter may go out in one flight before it speaks
    /// again.
    std::chrono::milliseconds proven = std::chrono::seconds(10);
    /// For the reply to the two octets that try whether a server stands BDAT; then DATA.
    std::chrono::milliseconds trial = std::chrono::seconds(20);
    /// A letter that has waited so long for a session in use, no other having been served meanwhile, gets one
    /// of its own.
    std::chrono::milliseconds patience = std::chrono::seconds(2);
};

} // namespace pennypost
