// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/ProxySettings.h"

#include <QAnyStringView>
#include <QString>

#include <optional>

namespace pennypost {

/// "system", "none", "socks5" and "http": as files and the command line spell ProxySettings::Kind. Pure; any
/// thread.
QLatin1StringView proxyKindName(ProxySettings::Kind kind);
std::optional<ProxySettings::Kind> proxyKindFromName(QAnyStringView name);

/// "system", "none", or as in "socks5://alice@proxy.example.org:1080", which proxyFromText() reads back.
QString proxyText(const ProxySettings &proxy);
/// Nothing where it is none of these, holds a password (it would be for all to see) or names no port.
std::optional<ProxySettings> proxyFromText(const QString &text);

} // namespace pennypost
