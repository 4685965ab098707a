// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/AccountStore.h"

namespace pennypost {

/// The account of the practice server: id "practice", practice@localhost. Of its server only what stays the
/// same is in it; port, certificate and password are new each time that one runs. Any thread.
Account practiceAccount(const QString &displayName);

/// With what one signs in to the practice server.
QString practiceUserName();

/// The practice account of `accounts`, under whatever id and name it is there, else a new one, stored: under
/// another id where that one is somebody's own. Used where a person chooses to practise. The store's thread.
Result<Account, AccountStoreError> storedPracticeAccount(AccountStore &accounts, const QString &displayName);

} // namespace pennypost
