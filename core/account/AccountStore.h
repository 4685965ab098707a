// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/Account.h"
#include "core/base/Result.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace pennypost {

struct AccountStoreError
{
    enum class Kind {
        CannotRead,
        CannotWrite,  ///< disk full, no permission: `detail` is the system's reason; the old file is whole,
                      ///< be it under its new name `aside`
        Busy,         ///< another process held the lock all the time: nothing is wrong, nothing was changed
        Damaged,      ///< no JSON or not ours: see AccountStore::OnDamage; never deleted
        TooNew,       ///< written by a later version: left alone, nothing can be stored
        InvalidId,    ///< see isValidAccountId()
        InvalidValue, ///< what could not be read back, such as a name with a line end: `detail` names it
        UnknownId,
        DuplicateId,
    };
    Kind kind;
    QString detail;
    /// For Damaged, and for CannotWrite where no new file could take a damaged one's place: the damaged one's
    /// name now, without its folder; empty where it was left alone.
    QString aside = {};
};

/// The accounts of a profile in one versioned JSON file, `accounts.json`, replaced atomically at each change
/// (QSaveFile) and readable by its owner alone. Holds no secret, ever. Small: read whole at the start, kept
/// in memory. GUI thread, or the CLI's only thread; reloads before each change and holds accounts.json.lock
/// meanwhile, so that another process's accounts are not lost.
class AccountStore : public QObject
{
    Q_OBJECT

public:
    /// What becomes of a damaged file. A window sets it aside as accounts.json.damaged-N and works on with
    /// what could be read, having told its person. A script has nobody to tell: it must find the file as it
    /// was, and each call fails with Damaged until somebody has mended it.
    enum class OnDamage { SetAside, LeaveAlone };

    explicit AccountStore(const QString &file, OnDamage onDamage = OnDamage::SetAside,
                          QObject *parent = nullptr);

    /// How long a change waits for another process's. The usual tenth of a second is felt by nobody; a
    /// command of a script may wait longer, for it has nothing else to do.
    void setLockPatience(std::chrono::milliseconds patience) { m_lockPatience = patience; }

    /// No file yet is success without accounts.
    Result<void, AccountStoreError> load();
    /// Takes over what another process has stored meanwhile. What can't be read just now, for instance
    /// because somebody is writing it by hand, is left as it is: the next change finds out.
    /// Could it be read?
    bool follow();
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
    Result<void, AccountStoreError> damaged(const QString &reason);
    Result<void, AccountStoreError> write(const QList<Account> &accounts, const QString &defaultId);
    void take(const QList<Account> &accounts, const QString &defaultId);

    QString m_file;
    OnDamage m_onDamage;
    std::chrono::milliseconds m_lockPatience{100};
    QList<Account> m_accounts;
    QString m_defaultId;
    bool m_onDisk = true; ///< no: the file they were read from was set aside, and a new one not yet written
};

/// Would add() and update() take it? Asked where something else, such as a keychain, is written to before.
Result<void, AccountStoreError> checkStorable(const Account &account);

/// [a-z0-9][a-z0-9-]{0,63}
bool isValidAccountId(const QString &id);

} // namespace pennypost
