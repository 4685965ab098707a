// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpSocket>

#include <memory>

namespace pennypost {

/// Takes a connected socket, sends what is still in its buffer (a QUIT) and lets the peer close first, as it
/// does after its 221; after a few seconds the socket closes anyway. `farewell` (TLS's close_notify) follows
/// once the peer has said something more: sent with the QUIT, it would have some servers give up their 221
/// and log a lost connection. Reads and drops what comes in: closing with unread data would be a RST, which
/// can take the last line with it. The socket deletes itself, at the latest when its thread ends. Thread of
/// the socket.
void closeLingering(std::unique_ptr<QTcpSocket> socket, const QByteArray &farewell = {});

} // namespace pennypost
