// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/SaslPlain.h"

namespace pennypost {

SaslPlain::SaslPlain(const Credential &credential) : m_credential(credential.clone()) {}

Result<std::optional<QByteArray>, SaslError> SaslPlain::initialResponse()
{
    const QByteArray userName = m_credential.userName.toUtf8();
    const QByteArrayView password = m_credential.secret.bytes();
    // NUL separates the fields: one inside of them would make another user name or password of them.
    if (userName.isEmpty() || password.isEmpty() || userName.contains('\0') || password.contains('\0'))
        return Failure{SaslError::UnsuitableSecret};
    m_answered = true;

    QByteArray message;
    // Reserved in one go: growing would leave a copy of the password behind that nobody wipes.
    message.reserve(userName.size() + password.size() + 2);
    message.append('\0').append(userName).append('\0').append(password);
    return std::optional(std::move(message)); // no authorisation identity: that of the user name
}

Result<QByteArray, SaslError> SaslPlain::respond(QByteArrayView)
{
    return Failure{SaslError::BadChallenge}; // the one message is all there is
}

} // namespace pennypost
