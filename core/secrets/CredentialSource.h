// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/Account.h"
#include "core/account/ConnectionSecrets.h"
#include "core/sasl/Credential.h"
#include "core/secrets/SecretStore.h"
#include "core/smtp/SubmissionError.h"

#include <memory>

namespace pennypost {

/// All that is needed to submit for an account right now.
struct Access
{
    ServerSettings server;
    Credential credential;
    ConnectionSecrets secrets = {};
};

/// From an Account to its Access: looks the secret up where `secretPlace` says, and (in app/) starts the
/// practice server for a practice account. An interface because later tokens are refreshed here. GUI thread.
class CredentialSource
{
public:
    CredentialSource() = default;
    CredentialSource(const CredentialSource &) = delete;
    CredentialSource &operator=(const CredentialSource &) = delete;
    virtual ~CredentialSource() = default;

    /// Why there is none, in the words of whoever was asked for it: a keychain, the practice server, or with
    /// tokens a provider. At Stage::Preparing.
    using AccessDone = std::function<void(Result<Access, SubmissionError>)>;
    virtual void access(const Account &account, QObject *context, AccessDone done) = 0;
    /// The server would not take the secret that access() gave for this account (see refusesSecret()).
    virtual void refused(const Account &account) { Q_UNUSED(account) }
};

/// What the account signs in with: what its mechanism needs, and where that is left to us its certificate
/// where it has one and no password. None where it does not sign in. Pure.
Credential::Kind signInKind(const Account &account);

/// Keychain or session memory. A pass phrase that is not there is an empty one: the file may have none, and
/// says so if it has; so is a proxy's password, and the proxy says so. What the session holds for an account
/// of the keychain goes first: a person gave it because the keychain would not. Refused by the server it is
/// forgotten, and the keychain asked again: a mistyped one would otherwise stand before the right one until
/// the program ends.
class StoredCredentialSource final : public CredentialSource
{
public:
    StoredCredentialSource(SecretStore &keychain, SecretStore &session);
    void access(const Account &account, QObject *context, AccessDone done) override;
    void refused(const Account &account) override;

private:
    struct Gathering;
    void readPassword(const std::shared_ptr<Gathering> &gathering);
    void readPassPhrase(const std::shared_ptr<Gathering> &gathering);
    void readProxyPassword(const std::shared_ptr<Gathering> &gathering);
    void read(const Gathering &gathering, AccountSecret which, const SecretStore::ReadDone &done);

    SecretStore &m_keychain;
    SecretStore &m_session;
    QObject m_context; ///< of what nobody waits for
};

/// The key that one of an account's secrets stands under: "account/ID" for its password,
/// "account/ID/certificate" and "account/ID/proxy".
QString secretKey(const Account &account, AccountSecret which = AccountSecret::Password);

} // namespace pennypost
