// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/SaslExternal.h"

namespace pennypost {

Result<std::optional<QByteArray>, SaslError> SaslExternal::initialResponse()
{
    if (m_userName.contains(QChar(u'\0')))
        return Failure{SaslError::UnsuitableSecret};
    m_answered = true;
    return std::optional(m_userName.toUtf8());
}

Result<QByteArray, SaslError> SaslExternal::respond(QByteArrayView)
{
    return Failure{SaslError::BadChallenge}; // the one message is all there is
}

} // namespace pennypost
