// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/AccountRemoval.h"

#include "app/cli/CauseText.h"
#include "core/secrets/CredentialSource.h"

#include <utility>

namespace pennypost {

AccountRemoval::AccountRemoval(AccountStore &accounts, SecretStore &keychain, const Paths &paths,
                               Account account)
    : m_accounts(accounts), m_keychain(keychain), m_paths(paths), m_account(std::move(account))
{
}

void AccountRemoval::start()
{
    if (m_account.secretPlace != SecretPlace::Keychain)
        return takeAccountOut();
    m_keychain.read(secretKey(m_account), this, [this](Result<Secret, SecretError> old) {
        if (!old && old.error().kind == SecretError::Kind::NotFound)
            return takeAccountOut();
        if (!old)
            return keep(old.error());
        m_old = std::move(*old);
        takePasswordOut();
    });
}

void AccountRemoval::takePasswordOut()
{
    m_keychain.remove(secretKey(m_account), this, [this](const Result<void, SecretError> &removed) {
        removed ? takeAccountOut() : keep(removed.error());
    });
}

void AccountRemoval::takeAccountOut()
{
    const auto removed = m_accounts.remove(m_account.id);
    if (!removed) {
        const CliError error = cliError(removed.error(), m_paths.accounts);
        // Removed meanwhile by another process, it needs no password.
        if (m_old && removed.error().kind != AccountStoreError::Kind::UnknownId)
            givePasswordBack(error);
        else
            Q_EMIT failed(error);
    } else if (m_account.secretPlace == SecretPlace::Keychain && !m_old) {
        lookOnceMore();
    } else {
        Q_EMIT this->removed();
    }
}

void AccountRemoval::givePasswordBack(const CliError &error)
{
    m_keychain.write(
        secretKey(m_account), *m_old, this, [this, error](const Result<void, SecretError> &written) {
            if (written)
                Q_EMIT failed(error);
            else
                Q_EMIT failed(leaving(error, u"the account " + m_account.id +
                                                 u" stays without its password (" +
                                                 cliError(written.error()).cause + u"): account remove " +
                                                 m_account.id + u" takes it out"));
        });
}

/// The process that adds it may have been at the keychain still. It looks for the account after it has
/// written and we look for the password after the account has gone: one of the two finds what the other left.
void AccountRemoval::lookOnceMore()
{
    if (m_accounts.follow() && m_accounts.find(m_account.id)) { // added anew, with a password of its own
        Q_EMIT removed();
        return;
    }
    m_keychain.remove(secretKey(m_account), this, [this](const Result<void, SecretError> &gone) {
        if (gone) {
            Q_EMIT removed();
            return;
        }
        CliError error = cliError(gone.error());
        error.cause = u"account " + m_account.id +
                      u" is removed, but a password of it may stay in the keychain: " + error.cause;
        Q_EMIT failed(error);
    });
}

void AccountRemoval::keep(const SecretError &reason)
{
    CliError error = cliError(reason);
    error.cause = u"the password could not be removed, so the account stays: " + error.cause;
    Q_EMIT failed(error);
}

} // namespace pennypost
