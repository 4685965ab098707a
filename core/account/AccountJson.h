// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/Account.h"
#include "core/base/Result.h"

#include <QJsonObject>

namespace pennypost {

/// One account as accounts.json holds it. The mailbox is kept in its parts, so that reading needs no parser
/// and what was stored comes back to the letter. Pure; any thread. Used by AccountStore.
///
///     {"id": "alice-example-org",
///      "identities": [{"name": "Alice", "localPart": "alice", "domain": "example.org"}],
///      "server": {"host": "smtp.example.org", "port": 465, "security": "tls", "userName":
///      "alice@example.org",
///                 "mechanism": "", "pinnedSha256": "", "caFile": "", "clientCertificate": "",
///                 "proxy": {"kind": "socks5", "host": "proxy.example.org", "port": 1080, "user": ""}},
///      "secretPlace": "keychain", "certificateSecretPlace": "none", "proxySecretPlace": "none", "practice":
///      false}
///
/// "clientCertificate", "proxy" (the system's) and the two last places (none) may be missing: older files
/// have none.
QJsonObject accountToJson(const Account &account);

/// The error names the field that is missing or senseless, for developers and bug reports.
Result<Account, QString> accountFromJson(const QJsonObject &json);

} // namespace pennypost
