// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

namespace bench {

using Clock = std::chrono::steady_clock;

/// What a Sink saw of all its connections. One thread.
struct Tally
{
    long long connections = 0;
    long long letters = 0;
    long long recipients = 0; ///< of the letters that were taken
    long long octets = 0;     ///< of those letters, without dot-stuffing and final dot
    long long turns = 0;      ///< replies that the sender waited for before it went on; not TLS's own
    long long records = 0;    ///< TLS records, or reads of a connection in clear
    long long small = 0;      ///< those of under 64 octets
    long long stalls = 0;     ///< silences of over 30 ms within a letter or a line: Nagle, delayed ACK
    Clock::time_point first;  ///< when the first connection came
    Clock::time_point last;   ///< when the last letter was taken

    /// One line of JSON.
    std::string text() const;
};

} // namespace bench
