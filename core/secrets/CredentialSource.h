// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/Account.h"
#include "core/sasl/Credential.h"
#include "core/secrets/SecretStore.h"
#include "core/smtp/SubmissionError.h"

namespace pennypost {

/// All that is needed to submit for an account right now.
struct Access
{
    ServerSettings server;
    Credential credential;
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

/// Keychain or session memory. What the session holds for an account of the keychain goes first: a person
/// gave it because the keychain would not. Refused by the server it is forgotten, and the keychain asked
/// again: a mistyped one would otherwise stand before the right one until the program ends.
class StoredCredentialSource final : public CredentialSource
{
public:
    StoredCredentialSource(SecretStore &keychain, SecretStore &session);
    void access(const Account &account, QObject *context, AccessDone done) override;
    void refused(const Account &account) override;

private:
    SecretStore &m_keychain;
    SecretStore &m_session;
    QObject m_context; ///< of what nobody waits for
};

/// The key an account's password stands under: "account/ID".
QString secretKey(const Account &account);

} // namespace pennypost
