// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/SessionSecretStore.h"

#include <QMetaObject>

#include <memory>
#include <utility>

namespace pennypost {

void SessionSecretStore::read(const QString &key, QObject *context, ReadDone done)
{
    using Answer = Result<Secret, SecretError>;
    const auto found = m_secrets.find(key);
    // What is there now is what is answered, whatever happens until the event loop comes round. Behind a
    // pointer because Qt copies functors and a Secret cannot be copied.
    auto answer = std::make_shared<Answer>(found == m_secrets.end()
                                               ? Answer(Failure{SecretError{SecretError::Kind::NotFound, {}}})
                                               : Answer(found->second.clone()));
    QMetaObject::invokeMethod(
        context, [answer, done = std::move(done)] { done(std::move(*answer)); }, Qt::QueuedConnection);
}

void SessionSecretStore::write(const QString &key, const Secret &secret, QObject *context, Done done)
{
    m_secrets.insert_or_assign(key, secret.clone());
    QMetaObject::invokeMethod(context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

void SessionSecretStore::remove(const QString &key, QObject *context, Done done)
{
    m_secrets.erase(key);
    QMetaObject::invokeMethod(context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

} // namespace pennypost
