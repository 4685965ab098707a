// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/SaslError.h"

namespace pennypost {

QString nameOf(SaslError error)
{
    switch (error) {
    case SaslError::BadChallenge:
        return QStringLiteral("BadChallenge");
    case SaslError::UnsuitableSecret:
        return QStringLiteral("UnsuitableSecret");
    case SaslError::TooManyIterations:
        return QStringLiteral("TooManyIterations");
    case SaslError::Refused:
        return QStringLiteral("Refused");
    case SaslError::Unavailable:
        return QStringLiteral("Unavailable");
    case SaslError::WrongSecret:
        return QStringLiteral("WrongSecret");
    case SaslError::BindingMismatch:
        return QStringLiteral("BindingMismatch");
    case SaslError::ServerUnproven:
        return QStringLiteral("ServerUnproven");
    }
    return {};
}

} // namespace pennypost
