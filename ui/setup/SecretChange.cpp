// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/SecretChange.h"

#include <utility>

namespace pennypost {

SecretChange::SecretChange(const SetupServices &services, Account account, std::optional<Account> previous,
                           AccountSecret which, Secret secret)
    : m_services(services),
      m_account(std::move(account)),
      m_previous(std::move(previous)),
      m_which(which),
      m_secret(std::move(secret))
{
}

SecretStore &SecretChange::store() const
{
    return m_account.placeOf(m_which) == SecretPlace::Session ? m_services.session : m_services.keychain;
}

QString SecretChange::key() const
{
    return secretKey(m_account, m_which);
}

void SecretChange::write(const Written &done)
{
    const auto writeNow = [this, done] { store().write(key(), m_secret, this, done); };
    // The session may have one that stands in for the keychain's.
    const SecretPlace place = m_account.placeOf(m_which);
    const bool overwrites =
        m_previous && (m_previous->placeOf(m_which) == place || place == SecretPlace::Session);
    if (!overwrites) {
        writeNow();
        return;
    }
    store().read(key(), this, [this, done, writeNow](Result<Secret, SecretError> old) {
        if (old) {
            m_old = std::move(*old);
        } else if (old.error().kind != SecretError::Kind::NotFound) {
            // It would not take the new one either, and this way nothing was touched.
            SecretError error = old.error();
            error.kept = SecretError::Kept::AsBefore;
            done(Failure{error});
            return;
        }
        writeNow();
    });
}

void SecretChange::undo(const Undone &done)
{
    if (m_old)
        putBack(done);
    else
        takeBack(done);
}

void SecretChange::putBack(const Undone &done)
{
    const Secret &old = *m_old; // NOLINT(bugprone-unchecked-optional-access): undo() looked
    store().write(key(), old, this, [this, done](const Result<void, SecretError> &written) {
        if (written)
            return done(Leftover::Nothing);
        if (m_old) // as the session's own, or standing in for the keychain's: it goes first there
            m_services.session.write(key(), *m_old, this, [](const Result<void, SecretError> &) {});
        done(Leftover::OldForSession);
    });
}

/// Of two programs that took an id at the same time the other may have its own secret there.
void SecretChange::takeBack(const Undone &done)
{
    const auto remove = [this, done] {
        store().remove(key(), this, [done](const Result<void, SecretError> &removed) {
            done(removed ? Leftover::Nothing : Leftover::Password);
        });
    };
    AccountStore &accounts = m_services.accounts;
    const bool idTaken = !m_previous && accounts.follow() && accounts.find(m_account.id);
    if (!idTaken) {
        remove();
        return;
    }
    store().read(key(), this, [this, remove, done](const Result<Secret, SecretError> &found) {
        if (found && (*found).bytes() == m_secret.bytes())
            remove();
        else
            done(Leftover::Nothing);
    });
}

} // namespace pennypost
