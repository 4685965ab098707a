// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pennypost {

/// The key under which the operating system's store keeps the profile's `key` apart from other profiles' and
/// programs'. One file a platform: KeychainKey_win.cpp, KeychainKey_service.cpp.
QString keychainKey(const QString &service, const QString &key);

} // namespace pennypost
