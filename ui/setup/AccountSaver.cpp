// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/AccountSaver.h"

#include <utility>

namespace pennypost {

AccountSaver::AccountSaver(const SetupServices &services, AccountToSave job)
    : m_services(services), m_job(std::move(job))
{
    setParent(&services.accounts); // it outlives its window, but not what it serves
    // From the event loop, so that whoever made it can connect first.
    QMetaObject::invokeMethod(this, &AccountSaver::rememberOldSecret, Qt::QueuedConnection);
}

void AccountSaver::abandon()
{
    m_abandoned = true;
}

SecretStore &AccountSaver::storeOf(const Account &account) const
{
    return account.secretPlace == SecretPlace::Session ? m_services.session : m_services.keychain;
}

void AccountSaver::rememberOldSecret()
{
    if (m_abandoned) { // before it began
        finish();
        return;
    }
    AccountStore &accounts = m_services.accounts;
    if (!m_job.secret) {
        storeAccount();
        return;
    }
    // Under its id lies another account's password, not to be touched.
    if (!m_job.previous && accounts.follow() && accounts.find(m_job.account.id)) {
        notStored({AccountStoreError::Kind::DuplicateId, m_job.account.id});
        return;
    }
    // The session may have one that stands in for the keychain's.
    const SecretPlace place = m_job.account.secretPlace;
    const bool overwrites =
        m_job.previous && (m_job.previous->secretPlace == place || place == SecretPlace::Session);
    if (!overwrites) {
        writeSecret();
        return;
    }
    storeOf(m_job.account).read(secretKey(m_job.account), this, [this](Result<Secret, SecretError> old) {
        if (old)
            m_oldSecret = std::move(*old);
        else if (old.error().kind != SecretError::Kind::NotFound) {
            // It would not take the new one either, and this way nothing was touched.
            if (!m_abandoned)
                Q_EMIT secretFailed(old.error(), Leftover::Nothing);
            finish();
            return;
        }
        writeSecret();
    });
}

void AccountSaver::writeSecret()
{
    if (m_abandoned) {
        finish();
        return;
    }
    const Secret &secret =
        *m_job.secret; // NOLINT(bugprone-unchecked-optional-access): rememberOldSecret() looked
    storeOf(m_job.account)
        .write(secretKey(m_job.account), secret, this, [this](const Result<void, SecretError> &written) {
            if (!written)
                notWritten(written.error());
            else if (m_abandoned)
                undoSecret([this](Leftover) { finish(); });
            else
                storeAccount();
        });
}

void AccountSaver::notWritten(const SecretError &error)
{
    const auto tell = [this, error](Leftover left) {
        if (!m_abandoned)
            Q_EMIT secretFailed(error, left);
        finish();
    };
    if (error.kept == SecretError::Kept::AsBefore)
        tell(Leftover::Nothing);
    else
        undoSecret(tell);
}

void AccountSaver::storeAccount()
{
    if (m_abandoned) {
        finish();
        return;
    }
    AccountStore &store = m_services.accounts;
    const bool practiceWasDefault = store.defaultAccount() && store.defaultAccount()->practice;
    const auto stored = m_job.previous ? store.update(m_job.account) : store.add(m_job.account);
    if (!stored) {
        // Removed meanwhile, it has no use for its old secret either.
        if (stored.error().kind == AccountStoreError::Kind::UnknownId)
            m_oldSecret.reset();
        undoSecret([this, error = stored.error()](Leftover left) { notStored(error, left); });
        return;
    }
    // Who has an account of their own now doesn't want to write practice letters by default. If this fails,
    // the account is there all the same.
    if (!m_job.previous && practiceWasDefault && !m_job.account.practice)
        (void)store.setDefault(m_job.account.id).hasValue();
    removeOrphan();
    Q_EMIT saved(m_job.account);
    finish();
}

void AccountSaver::notStored(const AccountStoreError &error, Leftover left)
{
    if (!m_abandoned)
        Q_EMIT storeFailed(error, left);
    finish();
}

void AccountSaver::undoSecret(const Undone &done)
{
    if (!m_job.secret)
        done(Leftover::Nothing);
    else if (m_oldSecret)
        putBack(done);
    else
        takeBack(done);
}

void AccountSaver::putBack(const Undone &done)
{
    const auto answered = [this, done](const Result<void, SecretError> &written) {
        if (written)
            return done(Leftover::Nothing);
        if (m_oldSecret) // as the session's own, or standing in for the keychain's: it goes first there
            m_services.session.write(secretKey(m_job.account), *m_oldSecret, this,
                                     [](const Result<void, SecretError> &) {});
        done(Leftover::OldForSession);
    };
    storeOf(m_job.account)
        .write(secretKey(m_job.account), *m_oldSecret, this, // NOLINT(bugprone-unchecked-optional-access)
               answered);
}

/// Of two programs that took an id at the same time the other may have its own password there.
void AccountSaver::takeBack(const Undone &done)
{
    SecretStore &store = storeOf(m_job.account);
    const QString key = secretKey(m_job.account);
    const auto remove = [this, &store, key, done] {
        store.remove(key, this, [done](const Result<void, SecretError> &removed) {
            done(removed ? Leftover::Nothing : Leftover::Password);
        });
    };
    AccountStore &accounts = m_services.accounts;
    const bool idTaken = !m_job.previous && accounts.follow() && accounts.find(m_job.account.id);
    if (!idTaken) {
        remove();
        return;
    }
    store.read(key, this, [this, remove, done](const Result<Secret, SecretError> &found) {
        const bool ours = found && m_job.secret && (*found).bytes() == m_job.secret->bytes();
        if (ours)
            remove();
        else
            done(Leftover::Nothing);
    });
}

/// A secret that the account does not use: in the other place, of a sign-in there is no more, kept for this
/// session until the keychain takes one, or of a removed account that had the new one's id.
void AccountSaver::removeOrphan()
{
    // Best effort, and longer than this object may live: the store itself outlives it.
    const auto remove = [key = secretKey(m_job.account)](SecretStore &store) {
        auto *keeper = new QObject;
        store.remove(key, keeper, [keeper](const Result<void, SecretError> &) { keeper->deleteLater(); });
    };
    const SecretPlace place = m_job.account.secretPlace;
    const SecretPlace before = m_job.previous ? m_job.previous->secretPlace : SecretPlace::None;
    if (before != SecretPlace::None && before != place)
        remove(storeOf(*m_job.previous));
    // What the session holds is this account's own if it was given just now, or before to this very account.
    const bool kept =
        m_job.secret ? place == SecretPlace::Session : m_job.previous && place != SecretPlace::None;
    if (!kept && before != SecretPlace::Session)
        remove(m_services.session);
}

void AccountSaver::finish()
{
    deleteLater();
}

} // namespace pennypost
