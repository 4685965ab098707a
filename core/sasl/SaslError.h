// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pennypost {

/// Why a mechanism can't go on. Most are its own affair, and the next one of MechanismChooser's table is
/// tried; those of endsSignIn() are not.
enum class SaslError {
    BadChallenge,      ///< not what this mechanism's specification allows at this point
    UnsuitableSecret,  ///< NUL in the user name or password, or a form SASLprep or the mechanism refuses
    TooManyIterations, ///< SCRAM: the server wants more rounds of PBKDF2 than maxScramIterations
    Refused,           ///< SCRAM: the server gives up with an `e=` that says nothing about the password
    Unavailable,       ///< no ticket, or a library of the system can't do what this takes
    WrongSecret,       ///< the server says by the mechanism's own word that user name or password are wrong
    BindingMismatch,   ///< SCRAM: the two ends see different TLS connections, or the offer was tampered with
    ServerUnproven,    ///< the server did not prove that it knows the password: signature wrong or missing
};

/// Nothing else may be tried on this connection: the password was looked at and refused, each further try
/// counts towards a locked account; or whoever answers is not the server, and the next mechanism might hand
/// it the password.
constexpr bool endsSignIn(SaslError error)
{
    return error == SaslError::WrongSecret || error == SaslError::BindingMismatch ||
           error == SaslError::ServerUnproven;
}

/// "TooManyIterations": for logs, JSON and tests; never translated.
QString nameOf(SaslError error);

} // namespace pennypost
