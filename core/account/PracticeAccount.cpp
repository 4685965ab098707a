// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/PracticeAccount.h"

#include <algorithm>

namespace pennypost {

QString practiceUserName()
{
    return QStringLiteral("practice");
}

Account practiceAccount(const QString &displayName)
{
    Account account;
    account.id = QStringLiteral("practice");
    account.identities = {
        Identity{Mailbox{displayName, QStringLiteral("practice"), QStringLiteral("localhost")}}};
    account.server.host = QStringLiteral("127.0.0.1");
    account.server.userName = practiceUserName();
    account.secretPlace = SecretPlace::Session; // the server makes a new one at each start
    account.practice = true;
    return account;
}

Result<Account, AccountStoreError> storedPracticeAccount(AccountStore &accounts, const QString &displayName)
{
    const QList<Account> &all = accounts.accounts();
    const auto known =
        std::find_if(all.begin(), all.end(), [](const Account &account) { return account.practice; });
    if (known != all.end())
        return *known;
    Account account = practiceAccount(displayName);
    if (accounts.find(account.id))
        account.id = accounts.freeIdFor(account.mailbox());
    if (const auto added = accounts.add(account); !added)
        return Failure{added.error()};
    return account;
}

} // namespace pennypost
