// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Secret.h"
#include "ui/setup/Leftover.h"
#include "ui/setup/SetupServices.h"

#include <QObject>

#include <functional>
#include <optional>

namespace pennypost {

/// One secret of an account that is being stored: written, and put back as it was where the account could not
/// be. GUI thread. Used by AccountSaver.
class SecretChange : public QObject
{
    Q_OBJECT

public:
    /// Under `account`'s key and in its place; `previous` as it was, when it is changed.
    SecretChange(const SetupServices &services, Account account, std::optional<Account> previous,
                 AccountSecret which, Secret secret);

    using Written = std::function<void(Result<void, SecretError>)>;
    using Undone = std::function<void(Leftover)>;
    /// After a failure SecretError::kept tells whether there is anything to undo().
    void write(const Written &done);
    /// Puts the old one back, or takes ours out.
    void undo(const Undone &done);
    /// Removed meanwhile, the account has no use for its old secret either.
    void forgetOld() { m_old.reset(); }

private:
    SecretStore &store() const;
    QString key() const;
    void putBack(const Undone &done);
    void takeBack(const Undone &done);

    SetupServices m_services;
    const Account m_account;
    const std::optional<Account> m_previous;
    const AccountSecret m_which;
    const Secret m_secret;
    std::optional<Secret> m_old;
};

} // namespace pennypost
