// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/AccountRemover.h"

#include <utility>

namespace pennypost {

AccountRemover::AccountRemover(const SetupServices &services, Account account, Secrets secrets)
    : m_services(services), m_account(std::move(account)), m_secrets(secrets)
{
    QMetaObject::invokeMethod(this, &AccountRemover::start, Qt::QueuedConnection);
}

SecretStore &AccountRemover::store() const
{
    return m_account.secretPlace == SecretPlace::Session ? m_services.session : m_services.keychain;
}

void AccountRemover::start()
{
    if (m_secrets == Secrets::Leave || m_account.secretPlace == SecretPlace::None) {
        removeAccount();
        return;
    }
    store().read(secretKey(m_account), this, [this](Result<Secret, SecretError> old) {
        if (old) {
            m_old = std::move(*old);
            removeSecret();
        } else if (old.error().kind == SecretError::Kind::NotFound) {
            removeAccount();
        } else {
            Q_EMIT secretFailed(old.error());
            deleteLater();
        }
    });
}

void AccountRemover::removeSecret()
{
    store().remove(secretKey(m_account), this, [this](const Result<void, SecretError> &removed) {
        if (removed) {
            removeAccount();
            return;
        }
        Q_EMIT secretFailed(removed.error());
        deleteLater();
    });
}

void AccountRemover::removeAccount()
{
    const auto removed = m_services.accounts.remove(m_account.id);
    // Removed meanwhile by another program: that is what was wanted.
    if (removed || removed.error().kind == AccountStoreError::Kind::UnknownId) {
        // What was kept for this session, besides: gone by the time anybody reads it.
        m_services.session.remove(secretKey(m_account), this,
                                  [this](const Result<void, SecretError> &) { deleteLater(); });
        Q_EMIT this->removed(m_account.id);
        return;
    }
    const auto fail = [this, error = removed.error()] {
        Q_EMIT storeFailed(error);
        deleteLater();
    };
    if (m_old)
        store().write(secretKey(m_account), *m_old, this,
                      [fail](const Result<void, SecretError> &) { fail(); });
    else
        fail();
}

} // namespace pennypost
