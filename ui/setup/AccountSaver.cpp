// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/AccountSaver.h"

#include <utility>

namespace pennypost {

AccountSaver::AccountSaver(const SetupServices &services, AccountToSave job)
    : m_services(services), m_job(std::move(job))
{
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
    if (!m_job.secret) {
        storeAccount();
        return;
    }
    const bool overwrites = m_job.previous && m_job.previous->secretPlace == m_job.account.secretPlace;
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
                Q_EMIT secretFailed(old.error());
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
            if (written && !m_abandoned) {
                storeAccount();
                return;
            }
            if (written) {
                undoSecret([this] { finish(); });
                return;
            }
            if (!m_abandoned)
                Q_EMIT secretFailed(written.error());
            finish();
        });
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
        undoSecret([this, error = stored.error()] {
            if (!m_abandoned)
                Q_EMIT storeFailed(error);
            finish();
        });
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

void AccountSaver::undoSecret(std::function<void()> done)
{
    if (!m_job.secret) {
        done();
        return;
    }
    const auto undone = [done = std::move(done)](const Result<void, SecretError> &) { done(); };
    if (m_oldSecret)
        storeOf(m_job.account).write(secretKey(m_job.account), *m_oldSecret, this, undone);
    else
        storeOf(m_job.account).remove(secretKey(m_job.account), this, undone);
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
