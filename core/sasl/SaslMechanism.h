// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/sasl/Credential.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace pennypost {

/// Why a mechanism can't go on; the dialogue then cancels with "*" and tries the next one of
/// MechanismChooser's table.
enum class SaslError {
    BadChallenge,     ///< not what this mechanism's specification allows at this point
    UnsuitableSecret, ///< NUL in the user name or password, or a form SASLprep refuses
};

/// One authentication exchange of RFC 4422 as SMTP AUTH (RFC 4954) carries it, without base64 and without
/// I/O. A new object for each attempt. Used by SubmissionDialogue; any thread.
class SaslMechanism
{
public:
    SaslMechanism() = default;
    SaslMechanism(const SaslMechanism &) = delete;
    SaslMechanism &operator=(const SaslMechanism &) = delete;
    virtual ~SaslMechanism() = default;

    /// The name as registered, upper case: "PLAIN".
    virtual QByteArrayView name() const = 0;
    /// The initial response, or nothing if the server speaks first. Raw octets, to be wiped by the caller.
    virtual Result<std::optional<QByteArray>, SaslError> initialResponse() = 0;
    /// The answer to a decoded challenge.
    virtual Result<QByteArray, SaslError> respond(QByteArrayView challenge) = 0;
    /// May a 235 end the exchange now? False while the server has yet to prove itself (SCRAM).
    virtual bool mayFinish() const = 0;
};

} // namespace pennypost
