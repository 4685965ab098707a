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

Credential::Kind signInKind(const Account &account)
{
    using Kind = Credential::Kind;
    const ServerSettings &server = account.server;
    const Kind kind = kindNeededBy(server.mechanism);
    if (kind == Kind::Ticket || kind == Kind::Certificate)
        return kind;
    // Without a user name there is nobody to sign in as, wherever a secret may lie.
    if (account.secretPlace != SecretPlace::None && !server.userName.isEmpty())
        return kind;
    return server.mechanism.isEmpty() && !server.clientCertificate.isEmpty() ? Kind::Certificate : Kind::None;
}

/// What has been found so far.
struct StoredCredentialSource::Gathering
{
    Account account;
    QObject *context; ///< alive while its calls answer
    AccessDone done;
    Access access;
};

void StoredCredentialSource::access(const Account &account, QObject *context, AccessDone done)
{
    auto gathering = std::make_shared<Gathering>(Gathering{account, context, std::move(done), {}});
    gathering->access.server = account.server;
    readPassword(gathering);
}

void StoredCredentialSource::readPassword(const std::shared_ptr<Gathering> &gathering)
{
    Credential &credential = gathering->access.credential;
    credential.kind = signInKind(gathering->account);
    if (credential.kind == Credential::Kind::None)
        return readPassPhrase(gathering);
    credential.userName = gathering->account.server.userName;
    if (credential.needsNoSecret())
        return readPassPhrase(gathering);
    read(*gathering, AccountSecret::Password, [this, gathering](Result<Secret, SecretError> secret) {
        if (!secret)
            return gathering->done(Failure{secretUnavailable(secret.error())});
        gathering->access.credential.secret = std::move(*secret);
        readPassPhrase(gathering);
    });
}

void StoredCredentialSource::readPassPhrase(const std::shared_ptr<Gathering> &gathering)
{
    if (gathering->account.server.clientCertificate.isEmpty())
        return readProxyPassword(gathering);
    read(*gathering, AccountSecret::PassPhrase, [this, gathering](Result<Secret, SecretError> secret) {
        if (secret) {
            gathering->access.secrets.passPhrase = std::move(*secret);
        } else if (secret.error().kind != SecretError::Kind::NotFound) {
            SubmissionError error = clientCertificateUnusable(ClientCertificateError::PassPhraseUnavailable,
                                                              secret.error().detail);
            error.secret = secret.error().kind;
            return gathering->done(Failure{error});
        }
        readProxyPassword(gathering);
    });
}

void StoredCredentialSource::readProxyPassword(const std::shared_ptr<Gathering> &gathering)
{
    const auto done = [gathering] { gathering->done(std::move(gathering->access)); };
    const ProxySettings &proxy = gathering->account.server.proxy;
    if (!proxy.isNamed() || proxy.user.isEmpty()) { // from the event loop, as a store answers
        QMetaObject::invokeMethod(gathering->context, done, Qt::QueuedConnection);
        return;
    }
    read(*gathering, AccountSecret::ProxyPassword, [gathering, done](Result<Secret, SecretError> secret) {
        if (secret) {
            gathering->access.secrets.proxyPassword = std::move(*secret);
        } else if (secret.error().kind != SecretError::Kind::NotFound) {
            SubmissionError error = secretUnavailable(secret.error());
            error.problem = Problem::ProxyAuthenticationRequired;
            return gathering->done(Failure{error});
        }
        done();
    });
}

/// NotFound where it is kept nowhere.
void StoredCredentialSource::read(const Gathering &gathering, AccountSecret which,
                                  const SecretStore::ReadDone &done)
{
    const QString key = secretKey(gathering.account, which);
    QObject *context = gathering.context;
    if (gathering.account.placeOf(which) != SecretPlace::Keychain)
        return m_session.read(key, context, done);
    // A locked keychain is not asked, and asks nobody, again.
    m_session.read(key, context, [this, key, context, done](Result<Secret, SecretError> kept) {
        if (kept)
            done(std::move(kept));
        else
            m_keychain.read(key, context, done);
    });
}

void StoredCredentialSource::refused(const Account &account)
{
    // An account of the session has no other place to look: its next sign-in would only say that there is
    // none.
    if (account.secretPlace == SecretPlace::Keychain)
        m_session.remove(secretKey(account), &m_context, [](const Result<void, SecretError> &) {});
}

QString secretKey(const Account &account, AccountSecret which)
{
    QString key = QStringLiteral("account/") + account.id;
    switch (which) {
    case AccountSecret::Password:
        break;
    case AccountSecret::PassPhrase:
        return key + QStringLiteral("/certificate");
    case AccountSecret::ProxyPassword:
        return key + QStringLiteral("/proxy");
    }
    return key;
}

} // namespace pennypost
