// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/CredentialSource.h"

#include <QMetaObject>

#include <utility>

namespace pennypost {

StoredCredentialSource::StoredCredentialSource(SecretStore &keychain, SecretStore &session)
    : m_keychain(keychain), m_session(session)
{
}

void StoredCredentialSource::access(const Account &account, QObject *context, AccessDone done)
{
    // Without a user name there is nobody to sign in as, wherever a secret may lie.
    if (account.secretPlace == SecretPlace::None || account.server.userName.isEmpty()) {
        QMetaObject::invokeMethod(
            context,
            [server = account.server, done = std::move(done)] { done(Access{server, Credential{}}); },
            Qt::QueuedConnection);
        return;
    }
    SecretStore &store = account.secretPlace == SecretPlace::Keychain ? m_keychain : m_session;
    store.read(
        secretKey(account), context,
        [server = account.server, done = std::move(done)](Result<Secret, SecretError> secret) {
            if (!secret) {
                done(Failure{secret.error()});
                return;
            }
            done(Access{server, Credential{Credential::Kind::Password, server.userName, std::move(*secret)}});
        });
}

QString secretKey(const Account &account)
{
    return QStringLiteral("account/") + account.id;
}

} // namespace pennypost
