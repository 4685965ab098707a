// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/SaslLogin.h"

namespace pennypost {

SaslLogin::SaslLogin(const Credential &credential) : m_credential(credential.clone()) {}

Result<std::optional<QByteArray>, SaslError> SaslLogin::initialResponse()
{
    const QByteArrayView password = m_credential.secret.bytes();
    // Servers keep what they get in C strings: behind a NUL they would compare only the front of a password.
    if (m_credential.userName.isEmpty() || password.isEmpty() ||
        m_credential.userName.contains(QChar(u'\0')) || password.contains('\0'))
        return Failure{SaslError::UnsuitableSecret};
    return std::optional<QByteArray>();
}

Result<QByteArray, SaslError> SaslLogin::respond(QByteArrayView)
{
    switch (++m_answers) {
    case 1:
        return m_credential.userName.toUtf8();
    case 2:
        return m_credential.secret.bytes().toByteArray();
    default:
        return Failure{SaslError::BadChallenge};
    }
}

} // namespace pennypost
