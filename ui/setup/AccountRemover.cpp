// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/AccountRemover.h"

#include <utility>

namespace pennypost {

AccountRemover::AccountRemover(const SetupServices &services, const Account &account, Secrets secrets)
    : m_services(services),
      m_account(account),
      m_removal(services.accounts, this->secrets(), account,
                account.uses(SecretPlace::Keychain) || account.uses(SecretPlace::Session) ? secrets
                                                                                          : Secrets::Leave)
{
    setParent(&services.accounts); // it outlives its window, but not what it serves
    connect(&m_removal, &AccountRemoval::removed, this, [this] {
        accountGone();
        Q_EMIT removed(m_account.id);
        deleteLater();
    });
    connect(&m_removal, &AccountRemoval::failed, this, &AccountRemover::failed);
    QMetaObject::invokeMethod(&m_removal, &AccountRemoval::start, Qt::QueuedConnection);
}

SecretStore &AccountRemover::secrets() const
{
    return m_account.uses(SecretPlace::Keychain) ? m_services.keychain : m_services.session;
}

/// What was kept for this session goes too: before anybody reads it, if not before we are gone.
void AccountRemover::accountGone()
{
    for (const AccountSecret which : allAccountSecrets)
        m_services.session.remove(secretKey(m_account, which), this,
                                  [](const Result<void, SecretError> &) {});
}

void AccountRemover::failed(const AccountRemovalError &error)
{
    deleteLater();
    switch (error.left) {
    case AccountRemovalError::Left::Nothing: // that is what was wanted
        accountGone();
        Q_EMIT removed(m_account.id);
        return;
    case AccountRemovalError::Left::Both:
        if (error.account)
            Q_EMIT storeFailed(*error.account, Leftover::Nothing);
        else if (error.secret)
            Q_EMIT secretFailed(*error.secret);
        return;
    case AccountRemovalError::Left::Account:
        for (const auto &old : m_removal.takeSecrets())
            m_services.session.write(secretKey(m_account, old.which), old.secret, this,
                                     [](const Result<void, SecretError> &) {});
        if (error.account)
            Q_EMIT storeFailed(*error.account, Leftover::OldForSession);
        else if (error.secret)
            Q_EMIT secretFailed(*error.secret);
        return;
    case AccountRemovalError::Left::Secret:
        accountGone();
        if (error.secret)
            Q_EMIT secretMayStay(*error.secret);
        return;
    }
}

} // namespace pennypost
