// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/PasswordKeeping.h"

#include "app/cli/CauseText.h"
#include "core/secrets/CredentialSource.h"

#include <utility>

namespace pennypost {

PasswordKeeping::PasswordKeeping(AccountStore &accounts, SecretStore &keychain, const Paths &paths,
                                 Account account)
    : m_accounts(accounts), m_keychain(keychain), m_paths(paths), m_account(std::move(account))
{
}

void PasswordKeeping::start(const Secret &password)
{
    m_keychain.write(secretKey(m_account), password, this,
                     [this](const Result<void, SecretError> &written) { answered(written); });
}

void PasswordKeeping::answered(const Result<void, SecretError> &written)
{
    if (!written) {
        const bool stays = written.error().kept == SecretError::Kept::Perhaps;
        if (!m_stopped && !stays && written.error().kind == SecretError::Kind::NoKeychain)
            return goOnWithoutKeychain();
        const CliError error = m_stopped ? cancelledError() : cliError(written.error());
        return stays ? takePasswordOut(error) : takeAccountOut(error);
    }
    if (m_stopped)
        return takePasswordOut(cancelledError());
    // The keychain may have asked its person for minutes, and whoever removed the account found no password.
    if (isRemoved())
        return takePasswordOut(removedMeanwhile());
    const auto *stored = m_accounts.find(m_account.id);
    Q_EMIT kept(stored ? *stored : m_account);
}

void PasswordKeeping::goOnWithoutKeychain()
{
    m_account.secretPlace = SecretPlace::Session;
    const auto updated = m_accounts.update(m_account);
    if (updated)
        Q_EMIT kept(m_account);
    else if (updated.error().kind == AccountStoreError::Kind::UnknownId)
        Q_EMIT failed(removedMeanwhile());
    else
        takeAccountOut(cliError(updated.error(), m_paths.accounts));
}

/// And then the account, which keeps its id until that is done.
void PasswordKeeping::takePasswordOut(const CliError &error)
{
    m_keychain.remove(secretKey(m_account), this, [this, error](const Result<void, SecretError> &removed) {
        if (removed)
            return takeAccountOut(error);
        const QString why = cliError(removed.error()).cause;
        // With its account the password can still be removed; alone nothing here would find it.
        if (isRemoved())
            Q_EMIT failed(leaving(error, u"the password stays in the keychain, as “" + secretKey(m_account) +
                                             u"” of “" + m_paths.keychainService + u"” (" + why +
                                             u"): remove it there"));
        else
            Q_EMIT failed(leaving(error, u"the account " + m_account.id + u" stays with its password (" +
                                             why + u"): account remove " + m_account.id +
                                             u" takes both out"));
    });
}

void PasswordKeeping::takeAccountOut(const CliError &error)
{
    const auto removed = m_accounts.remove(m_account.id);
    if (removed || removed.error().kind == AccountStoreError::Kind::UnknownId)
        Q_EMIT failed(error);
    else
        Q_EMIT failed(leaving(error, u"the account " + m_account.id + u" stays without its password (" +
                                         cliError(removed.error(), m_paths.accounts).cause +
                                         u"): account remove " + m_account.id + u" takes it out"));
}

CliError PasswordKeeping::removedMeanwhile() const
{
    CliError error =
        cliError(AccountStoreError{AccountStoreError::Kind::UnknownId, m_account.id}, m_paths.accounts);
    error.cause =
        u"another process removed account " + m_account.id + u" before its password was in the keychain";
    return error;
}

/// An accounts file that can't be read just now says nothing about that.
bool PasswordKeeping::isRemoved()
{
    return m_accounts.follow() && !m_accounts.find(m_account.id);
}

} // namespace pennypost
