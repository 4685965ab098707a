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
    readSecret(0);
}

std::vector<AccountRemoval::Kept> AccountRemoval::takeSecrets()
{
    return std::exchange(m_old, {});
}

/// All of them before any goes: what can't be read could not be given back.
void AccountRemoval::readSecret(size_t index)
{
    if (index == allAccountSecrets.size())
        return takeSecretOut(0);
    const AccountSecret which = allAccountSecrets.at(index);
    m_secrets.read(secretKey(m_account, which), this, [this, index, which](Result<Secret, SecretError> old) {
        if (old)
            m_old.push_back({which, std::move(*old)});
        else if (old.error().kind != SecretError::Kind::NotFound)
            return Q_EMIT failed({Left::Both, {}, old.error()});
        readSecret(index + 1);
    });
}

void AccountRemoval::takeSecretOut(size_t index)
{
    if (index == m_old.size())
        return takeAccountOut();
    m_secrets.remove(secretKey(m_account, m_old.at(index).which), this,
                     [this, index](const Result<void, SecretError> &gone) {
                         gone ? takeSecretOut(index + 1)
                              : giveSecretsBack(index, {Left::Both, {}, gone.error()});
                     });
}

void AccountRemoval::takeAccountOut()
{
    const auto gone = m_accounts.remove(m_account.id);
    if (!gone && gone.error().kind == AccountStoreError::Kind::UnknownId)
        Q_EMIT failed({Left::Nothing, gone.error()});
    else if (!gone)
        giveSecretsBack(m_old.size(), {Left::Both, gone.error()});
    else if (m_what == Secrets::Remove)
        lookOnceMore(0);
    else
        Q_EMIT removed();
}

void AccountRemoval::giveSecretsBack(size_t index, const AccountRemovalError &error)
{
    if (index == 0) {
        Q_EMIT failed(error);
        return;
    }
    const Kept &kept = m_old.at(index - 1);
    m_secrets.write(secretKey(m_account, kept.which), kept.secret, this,
                    [this, index, error](const Result<void, SecretError> &written) {
                        AccountRemovalError told = error;
                        if (!written) {
                            told.left = Left::Account;
                            told.secret = written.error();
                        }
                        giveSecretsBack(index - 1, told);
                    });
}

void AccountRemoval::lookOnceMore(size_t index)
{
    const bool addedAnew = index == 0 && m_accounts.follow() && m_accounts.find(m_account.id);
    if (addedAnew || index == allAccountSecrets.size()) { // added anew, with secrets of its own
        Q_EMIT removed();
        return;
    }
    m_secrets.remove(secretKey(m_account, allAccountSecrets.at(index)), this,
                     [this, index](const Result<void, SecretError> &gone) {
                         if (gone)
                             lookOnceMore(index + 1);
                         else
                             Q_EMIT failed({Left::Secret, {}, gone.error()});
                     });
}

} // namespace pennypost
