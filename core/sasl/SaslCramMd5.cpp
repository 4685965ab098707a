// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/SaslCramMd5.h"

#include "core/sasl/ScramKeys.h"

#include <utility>

namespace pennypost {

SaslCramMd5::SaslCramMd5(const Credential &credential) : m_credential(credential.clone()) {}

Result<std::optional<QByteArray>, SaslError> SaslCramMd5::initialResponse()
{
    const QByteArrayView password = m_credential.secret.bytes();
    // Servers keep what they get in C strings: behind a NUL they would know only the front of it.
    if (m_credential.userName.isEmpty() || password.isEmpty() ||
        m_credential.userName.contains(QChar(u'\0')) || password.contains('\0'))
        return Failure{SaslError::UnsuitableSecret};
    return std::optional<QByteArray>();
}

Result<QByteArray, SaslError> SaslCramMd5::respond(QByteArrayView challenge)
{
    // The same answer to an empty challenge would be good for ever.
    if (challenge.isEmpty() || std::exchange(m_answered, true))
        return Failure{SaslError::BadChallenge};
    const std::optional<QByteArray> digest = hmacMd5(m_credential.secret, challenge);
    m_credential.secret = {};
    if (!digest)
        return Failure{SaslError::Unavailable};
    return QByteArray(m_credential.userName.toUtf8() + ' ' + digest->toHex());
}

} // namespace pennypost
