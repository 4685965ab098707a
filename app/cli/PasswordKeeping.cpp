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

void PasswordKeeping::start(GivenSecrets secrets)
{
    m_given = std::move(secrets);
    write(0);
}

void PasswordKeeping::write(size_t index)
{
    if (index == m_given.size())
        return allWritten();
    const GivenSecret &given = m_given.at(index);
    m_keychain.write(secretKey(m_account, given.which), given.secret, this,
                     [this, index](const Result<void, SecretError> &written) { answered(index, written); });
}

void PasswordKeeping::answered(size_t index, const Result<void, SecretError> &written)
{
    if (written)
        return m_stopped ? takeSecretsOut(index + 1, cancelledError()) : write(index + 1);
    const bool stays = written.error().kept == SecretError::Kept::Perhaps;
    // A keychain that took one and then went has to give it back if it can.
    if (!m_stopped && !stays && index == 0 && written.error().kind == SecretError::Kind::NoKeychain)
        return goOnWithoutKeychain();
    takeSecretsOut(stays ? index + 1 : index,
                   m_stopped ? cancelledError() : cliError(written.error(), m_given.at(index).which));
}

void PasswordKeeping::allWritten()
{
    // The keychain may have asked its person for minutes, and whoever removed the account found no password.
    if (isRemoved())
        return takeSecretsOut(m_given.size(), removedMeanwhile());
    const auto *stored = m_accounts.find(m_account.id);
    Q_EMIT kept(stored ? *stored : m_account);
}

void PasswordKeeping::goOnWithoutKeychain()
{
    for (const GivenSecret &given : m_given)
        m_account.setPlaceOf(given.which, SecretPlace::Session);
    const auto updated = m_accounts.update(m_account);
    if (updated)
        Q_EMIT kept(m_account);
    else if (updated.error().kind == AccountStoreError::Kind::UnknownId)
        Q_EMIT failed(removedMeanwhile());
    else
        takeAccountOut(cliError(updated.error(), m_paths.accounts));
}

/// And then the account, which keeps its id until that is done.
void PasswordKeeping::takeSecretsOut(size_t count, const CliError &error)
{
    if (count == 0)
        return takeAccountOut(error);
    const AccountSecret which = m_given.at(count - 1).which;
    const QString key = secretKey(m_account, which);
    m_keychain.remove(key, this, [this, count, which, key, error](const Result<void, SecretError> &removed) {
        if (removed)
            return takeSecretsOut(count - 1, error);
        const QString why = cliError(removed.error(), which).cause;
        // With its account it can still be removed; alone nothing here would find it.
        if (isRemoved())
            Q_EMIT failed(leaving(error, u"the " + nameOf(which) + u" stays in the keychain, as “" + key +
                                             u"” of “" + m_paths.keychainService + u"” (" + why +
                                             u"): remove it there"));
        else
            Q_EMIT failed(leaving(error, u"the account " + m_account.id + u" stays with its " +
                                             nameOf(which) + u" (" + why + u"): account remove " +
                                             m_account.id + u" takes both out"));
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
