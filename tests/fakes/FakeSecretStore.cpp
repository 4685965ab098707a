// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/FakeSecretStore.h"

#include <QMetaObject>
#include <QPointer>

#include <memory>
#include <utility>

namespace pennypost {

void FakeSecretStore::read(const QString &key, QObject *context, ReadDone done)
{
    const auto nothing = [] {};
    answer(context, nothing, [this, key, done = std::move(done)] {
        const auto found = m_secrets.find(key);
        if (readError)
            done(Failure{*readError});
        else if (found == m_secrets.end())
            done(Failure{SecretError{SecretError::Kind::NotFound, {}}});
        else
            done(found->second.clone());
    });
}

void FakeSecretStore::write(const QString &key, const Secret &secret, QObject *context, Done done)
{
    const QByteArray bytes = secret.bytes().toByteArray();
    auto kept = std::make_shared<Secret>(bytes.left(longest.value_or(bytes.size())));
    const auto fails = [this, key] {
        return writeError && (writeErrorKey.isEmpty() || writeErrorKey == key);
    };
    answer(
        context,
        [this, key, kept, fails] {
            if (!fails())
                m_secrets.insert_or_assign(key, kept->clone());
        },
        [error = fails() ? writeError : std::nullopt, done = std::move(done)] {
            done(error ? Result<void, SecretError>(Failure{*error}) : Result<void, SecretError>());
        });
}

void FakeSecretStore::remove(const QString &key, QObject *context, Done done)
{
    answer(
        context,
        [this, key] {
            if (!removeError)
                m_secrets.erase(key);
        },
        [error = removeError, done = std::move(done)] {
            done(error ? Result<void, SecretError>(Failure{*error}) : Result<void, SecretError>());
        });
}

void FakeSecretStore::release()
{
    held = false;
    for (const auto &call : std::exchange(m_waiting, {}))
        call();
}

QByteArray FakeSecretStore::bytes(const QString &key) const
{
    const auto found = m_secrets.find(key);
    return found == m_secrets.end() ? QByteArray() : found->second.bytes().toByteArray();
}

void FakeSecretStore::put(const QString &key, const QByteArray &bytes)
{
    m_secrets.insert_or_assign(key, Secret(QByteArray(bytes.constData(), bytes.size())));
}

void FakeSecretStore::answer(QObject *context, std::function<void()> effect, std::function<void()> call)
{
    // As with a real one, what was asked for happens even if nobody waits for the answer any more.
    auto act = [context = QPointer<QObject>(context), effect = std::move(effect), call = std::move(call)] {
        effect();
        if (context)
            QMetaObject::invokeMethod(context, call, Qt::QueuedConnection);
    };
    if (held)
        m_waiting.push_back(std::move(act));
    else
        act();
}

} // namespace pennypost
