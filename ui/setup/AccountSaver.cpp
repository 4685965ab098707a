// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/AccountSaver.h"

#include <algorithm>
#include <utility>

namespace pennypost {

AccountSaver::AccountSaver(const SetupServices &services, AccountToSave job)
    : m_services(services), m_account(std::move(job.account)), m_previous(std::move(job.previous))
{
    const auto change = [this](AccountSecret which, std::optional<Secret> &secret) {
        if (secret)
            m_changes.push_back({which, std::make_unique<SecretChange>(m_services, m_account, m_previous,
                                                                       which, std::move(*secret))});
    };
    change(AccountSecret::Password, job.secret);
    change(AccountSecret::PassPhrase, job.passPhrase);
    change(AccountSecret::ProxyPassword, job.proxyPassword);
    setParent(&services.accounts); // it outlives its window, but not what it serves
    // From the event loop, so that whoever made it can connect first.
    QMetaObject::invokeMethod(this, &AccountSaver::begin, Qt::QueuedConnection);
}

void AccountSaver::abandon()
{
    m_abandoned = true;
}

void AccountSaver::begin()
{
    // Under its id lie another account's secrets, not to be touched.
    AccountStore &accounts = m_services.accounts;
    if (!m_abandoned && !m_changes.empty() && !m_previous && accounts.follow() &&
        accounts.find(m_account.id)) {
        notStored({AccountStoreError::Kind::DuplicateId, m_account.id});
        return;
    }
    write(0);
}

void AccountSaver::write(size_t index)
{
    if (m_abandoned) {
        undo(index, [this](Leftover) { finish(); });
        return;
    }
    if (index == m_changes.size()) {
        storeAccount();
        return;
    }
    m_changes.at(index).change->write([this, index](const Result<void, SecretError> &written) {
        if (written)
            write(index + 1);
        else
            notWritten(index, written.error());
    });
}

void AccountSaver::notWritten(size_t index, const SecretError &error)
{
    const bool touched = error.kept != SecretError::Kept::AsBefore;
    undo(touched ? index + 1 : index, [this, error](Leftover left) {
        if (!m_abandoned)
            Q_EMIT secretFailed(error, left);
        finish();
    });
}

void AccountSaver::storeAccount()
{
    AccountStore &store = m_services.accounts;
    const bool practiceWasDefault = store.defaultAccount() && store.defaultAccount()->practice;
    const auto stored = m_previous ? store.update(m_account) : store.add(m_account);
    if (!stored) {
        if (stored.error().kind == AccountStoreError::Kind::UnknownId) {
            for (const Change &each : m_changes)
                each.change->forgetOld();
        }
        undo(m_changes.size(), [this, error = stored.error()](Leftover left) { notStored(error, left); });
        return;
    }
    // Who has an account of their own now doesn't want to write practice letters by default. If this fails,
    // the account is there all the same.
    if (!m_previous && practiceWasDefault && !m_account.practice)
        (void)store.setDefault(m_account.id).hasValue();
    removeOrphans();
    Q_EMIT saved(m_account);
    finish();
}

void AccountSaver::notStored(const AccountStoreError &error, Leftover left)
{
    if (!m_abandoned)
        Q_EMIT storeFailed(error, left);
    finish();
}

void AccountSaver::undo(size_t count, const Undone &done, Leftover worst)
{
    if (count == 0) {
        done(worst);
        return;
    }
    m_changes.at(count - 1).change->undo(
        [this, count, done, worst](Leftover left) { undo(count - 1, done, std::max(worst, left)); });
}

/// Secrets that the account does not use: in the other place, of a sign-in there is no more, kept for this
/// session until the keychain takes one, or of a removed account that had the new one's id.
void AccountSaver::removeOrphans()
{
    for (const AccountSecret which : allAccountSecrets) {
        // Best effort, and longer than this object may live: the store itself outlives it.
        const auto remove = [key = secretKey(m_account, which)](SecretStore &store) {
            auto *keeper = new QObject;
            store.remove(key, keeper, [keeper](const Result<void, SecretError> &) { keeper->deleteLater(); });
        };
        const bool isNew = std::any_of(m_changes.begin(), m_changes.end(),
                                       [which](const Change &each) { return each.which == which; });
        const SecretPlace place = m_account.placeOf(which);
        const SecretPlace before = m_previous ? m_previous->placeOf(which) : SecretPlace::None;
        if (before != SecretPlace::None && before != place)
            remove(before == SecretPlace::Session ? m_services.session : m_services.keychain);
        // What the session holds is this account's own if it was given just now, or before to this very
        // account.
        const bool kept = isNew ? place == SecretPlace::Session : m_previous && place != SecretPlace::None;
        if (!kept && before != SecretPlace::Session)
            remove(m_services.session);
    }
}

void AccountSaver::finish()
{
    deleteLater();
}

} // namespace pennypost
