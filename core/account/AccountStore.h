// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/Account.h"
#include "core/base/Result.h"

#include <QObject>

#include <functional>

namespace pennypost {

struct AccountStoreError
{
    enum class Kind {
        CannotRead,
        CannotWrite, ///< disk full, no permission: `detail` is the system's reason; the old file is whole
        Damaged,     ///< no JSON or not ours: set aside as accounts.json.damaged-N, never deleted
        TooNew,      ///< written by a later version: left alone, nothing can be stored
        InvalidId, ///< or another part that could not be read back, such as a name with a line end: `detail`
        UnknownId,
        DuplicateId,
    };
    Kind kind;
    QString detail;
};

/// The accounts of a profile in one versioned JSON file, `accounts.json`, replaced atomically at each change
/// (QSaveFile) and readable by its owner alone. Holds no secret, ever. Small: read whole at the start, kept
/// in memory. GUI thread, or the CLI's only thread; reloads before each change and holds accounts.json.lock
/// meanwhile, so that another process's accounts are not lost.
class AccountStore : public QObject
{
    Q_OBJECT

public:
    explicit AccountStore(const QString &file, QObject *parent = nullptr);

    /// No file yet is success without accounts. After Damaged the store works on, with those accounts of the
    /// file that could be read.
    Result<void, AccountStoreError> load();
    const QList<Account> &accounts() const { return m_accounts; }
    /// Valid until the next change or load().
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
    struct Contents;
    using Change = std::function<Result<void, AccountStoreError>(Contents &)>;
    Result<void, AccountStoreError> apply(const Change &change);
    Result<void, AccountStoreError> reload();
    Result<void, AccountStoreError> setAside(const QString &reason);
    Result<void, AccountStoreError> write(const QList<Account> &accounts, const QString &defaultId);
    void take(const QList<Account> &accounts, const QString &defaultId);

    QString m_file;
    QList<Account> m_accounts;
    QString m_defaultId;
};

/// [a-z0-9][a-z0-9-]{0,63}
bool isValidAccountId(const QString &id);

} // namespace pennypost
