// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/Proxy.h"

#include <QObject>
#include <QString>

#include <functional>

namespace pennypost {

using ProxyFound = std::function<void(const Proxy &proxy)>;

/// Asks the system's settings for the way to a server and calls `found` later, on the calling thread, with
/// None, Socks5 or HttpConnect; not if `context` is gone by then. The question is put on another thread: it
/// may run a script that was fetched from the network (PAC). Used by Connector.
void findSystemProxy(const QString &host, quint16 port, QObject *context, ProxyFound found);

} // namespace pennypost
