// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/AccountRemoval.h"
#include "ui/setup/Leftover.h"
#include "ui/setup/SetupServices.h"

#include <QObject>

namespace pennypost {

/// Removes an account as AccountRemoval does, wherever its secrets lie, and with them what was kept for this
/// session. One that can't be put back where the account has to stay is kept for the session, so that
/// the account works on. Lives until that is settled and deletes itself. GUI thread. Used by
/// AccountRemovalPart.
class AccountRemover : public QObject
{
    Q_OBJECT

public:
    using Secrets = AccountRemoval::Secrets;

    /// Begins at once; answers from the event loop.
    AccountRemover(const SetupServices &services, const Account &account, Secrets secrets);

Q_SIGNALS:
    void removed(const QString &id);
    /// Nothing was changed.
    void secretFailed(const pennypost::SecretError &error);
    void storeFailed(const pennypost::AccountStoreError &error, pennypost::Leftover left);
    /// The account is removed, but its secret may be there still, or again.
    void secretMayStay(const pennypost::SecretError &error);

private:
    SecretStore &secrets() const;
    void accountGone();
    void failed(const AccountRemovalError &error);

    SetupServices m_services;
    const Account m_account;
    AccountRemoval m_removal;
};

} // namespace pennypost
