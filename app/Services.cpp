// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Services.h"

#include <QFile>

namespace pennypost {

Services::Services(const Paths &thePaths, AccountStore::OnDamage onDamage, const TimeLimits &limits)
    : paths(thePaths),
      // A table of ours that does not parse fails a test; without it settings are guessed.
      providers(embeddedProviders().valueOr({})),
      accounts(paths.accounts, onDamage),
      keychain(paths.keychainService),
      practice(paths.practice, clock, ids),
      storedCredentials(keychain, session),
      credentials(storedCredentials, practice),
      blobs(paths.blobs),
      store(paths.database),
      dialogues(clock),
      smtp(clock, limits),
      submitter(smtp, dialogues),
      outbox(store, credentials, submitter, clock, ids)
{
}

Result<ServerDiscovery, QString> embeddedProviders()
{
    QFile table(QStringLiteral(":/providers.json"));
    if (!table.open(QIODevice::ReadOnly))
        return Failure{table.errorString()};
    return ServerDiscovery::fromJson(table.readAll());
}

} // namespace pennypost
