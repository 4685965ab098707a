// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/CredentialSource.h"

#include "core/sasl/MechanismChooser.h"

#include <QMetaObject>

#include <utility>

namespace pennypost {

StoredCredentialSource::StoredCredentialSource(SecretStore &keychain, SecretStore &session)
    : m_keychain(keychain), m_session(session)
{
}

void StoredCredentialSource::access(const Account &account, QObject *context, AccessDone done)
{
    const Credential::Kind kind = kindNeededBy(account.server.mechanism);
    // Without a user name there is nobody to sign in as, wherever a secret may lie; a ticket has both.
    const bool nobody = account.secretPlace == SecretPlace::None || account.server.userName.isEmpty();
    const bool ticket = kind == Credential::Kind::Ticket;
    if (nobody || ticket) {
        QMetaObject::invokeMethod(
            context,
            [server = account.server, ticket, done = std::move(done)] {
                done(Access{server, ticket ? Credential{Credential::Kind::Ticket, server.userName, {}}
                                           : Credential{}});
            },
            Qt::QueuedConnection);
        return;
    }
    const QString key = secretKey(account);
    const auto answer = [server = account.server, kind,
                         done = std::move(done)](Result<Secret, SecretError> secret) {
        if (secret)
            done(Access{server, Credential{kind, server.userName, std::move(*secret)}});
        else
            done(Failure{secretUnavailable(secret.error())});
    };
    if (account.secretPlace == SecretPlace::Session) {
        m_session.read(key, context, answer);
        return;
    }
    // A locked keychain is not asked, and asks nobody, again.
    m_session.read(key, context, [this, key, context, answer](Result<Secret, SecretError> kept) {
        if (kept)
            answer(std::move(kept));
        else
            m_keychain.read(key, context, answer);
    });
}

void StoredCredentialSource::refused(const Account &account)
{
    // An account of the session has no other place to look: its next sign-in would only say that there is
    // none.
    if (account.secretPlace == SecretPlace::Keychain)
        m_session.remove(secretKey(account), &m_context, [](const Result<void, SecretError> &) {});
}

QString secretKey(const Account &account)
{
    return QStringLiteral("account/") + account.id;
}

} // namespace pennypost
