// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/AccountRemoval.h"

#include "core/secrets/CredentialSource.h"

#include <utility>

namespace pennypost {

namespace {

using Left = AccountRemovalError::Left;

} // namespace

AccountRemoval::AccountRemoval(AccountStore &accounts, SecretStore &secrets, Account account, Secrets what)
    : m_accounts(accounts), m_secrets(secrets), m_account(std::move(account)), m_what(what)
{
}

void AccountRemoval::start()
{
    if (m_what == Secrets::Leave)
        return takeAccountOut();
    m_secrets.read(secretKey(m_account), this, [this](Result<Secret, SecretError> old) {
        if (!old && old.error().kind == SecretError::Kind::NotFound)
            return takeAccountOut();
        if (!old)
            return keep(old.error());
        m_old = std::move(*old);
        takeSecretOut();
    });
}

std::optional<Secret> AccountRemoval::takeSecret()
{
    return std::exchange(m_old, std::nullopt);
}

void AccountRemoval::takeSecretOut()
{
    m_secrets.remove(secretKey(m_account), this, [this](const Result<void, SecretError> &gone) {
        gone ? takeAccountOut() : keep(gone.error());
    });
}

void AccountRemoval::takeAccountOut()
{
    const auto gone = m_accounts.remove(m_account.id);
    if (!gone && gone.error().kind == AccountStoreError::Kind::UnknownId)
        Q_EMIT failed({Left::Nothing, gone.error()});
    else if (!gone && m_old)
        giveSecretBack(*m_old, gone.error());
    else if (!gone)
        Q_EMIT failed({Left::Both, gone.error()});
    else if (m_what == Secrets::Remove)
        lookOnceMore();
    else
        Q_EMIT removed();
}

void AccountRemoval::giveSecretBack(const Secret &secret, const AccountStoreError &error)
{
    m_secrets.write(secretKey(m_account), secret, this,
                    [this, error](const Result<void, SecretError> &written) {
                        if (written)
                            Q_EMIT failed({Left::Both, error});
                        else
                            Q_EMIT failed({Left::Account, error, written.error()});
                    });
}

void AccountRemoval::lookOnceMore()
{
    if (m_accounts.follow() && m_accounts.find(m_account.id)) { // added anew, with a secret of its own
        Q_EMIT removed();
        return;
    }
    m_secrets.remove(secretKey(m_account), this, [this](const Result<void, SecretError> &gone) {
        if (gone)
            Q_EMIT removed();
        else
            Q_EMIT failed({Left::Secret, {}, gone.error()});
    });
}

void AccountRemoval::keep(const SecretError &reason)
{
    Q_EMIT failed({Left::Both, {}, reason});
}

} // namespace pennypost
