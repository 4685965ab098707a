// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace bench {

/// Loopback sockets for the bench's programs. Those that fail end the program, with a line that says why.

/// Listens on 127.0.0.1, at a port of the system's choice.
int listenOnLoopback();
uint16_t portOf(int descriptor);
/// To 127.0.0.1; blocks until it is there.
int connectToLoopback(uint16_t port);
void makeNonBlocking(int descriptor);
/// TCP_NODELAY.
void sendAtOnce(int descriptor);

} // namespace bench
