// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/Account.h"
#include "core/base/Result.h"

#include <QObject>

namespace pennypost {

struct AccountStoreError
{
    enum class Kind {
        CannotRead,
        CannotWrite, ///< disk full, no permission: `detail` is the system's reason; the old file is whole
        Damaged,     ///< no JSON or not ours: set aside as accounts.json.damaged-N, never deleted
        TooNew,      ///< written by a later version: left alone, nothing can be stored
        InvalidId,
        UnknownId,
        DuplicateId,
    };
    Kind kind;
    QString detail;
};

/// The accounts of a profile in one versioned JSON file, `accounts.json`, replaced atomically at each change
/// (QSaveFile). Holds no secret, ever. Small: read whole at the start, kept in memory. GUI thread, or the
/// CLI's only thread; reloads before each change, so that another process's accounts are not lost.
class AccountStore : public QObject
{
    Q_OBJECT

public:
    explicit AccountStore(const QString &file, QObject *parent = nullptr);

    Result<void, AccountStoreError> load();
    const QList<Account> &accounts() const { return m_accounts; }
    const Account *find(const QString &id) const;
    /// The default account, else the first, else nullptr.
    const Account *defaultAccount() const;
    /// A free id made from the address: "alice-example-org", with "-2" and so on where taken.
    QString freeIdFor(const Mailbox &mailbox) const;

    Result<void, AccountStoreError> add(const Account &account);
    Result<void, AccountStoreError> update(const Account &account);
    Result<void, AccountStoreError> remove(const QString &id);
    Result<void, AccountStoreError> setDefault(const QString &id);

Q_SIGNALS:
    void changed();

private:
    Result<void, AccountStoreError> write(const QList<Account> &accounts, const QString &defaultId);

    QString m_file;
    QList<Account> m_accounts;
    QString m_defaultId;
};

bool isValidAccountId(const QString &id);

} // namespace pennypost
