// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/sasl/Credential.h"
#include "core/sasl/SaslError.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace pennypost {

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
    /// What came along with success (RFC 4422 5, "additional data with success"), which RFC 4954 has no place
    /// for, but some servers put into the text of their 235. For a mechanism whose server speaks last.
    virtual Result<void, SaslError> takeSuccessData(QByteArrayView)
    {
        return Failure{SaslError::BadChallenge};
    }
    /// May a 235 end the exchange now? False while the server has yet to prove itself (SCRAM).
    virtual bool mayFinish() const = 0;
    /// Did anything go out by which the server could tell a right secret from a wrong one? If not, its
    /// refusal says nothing about the secret.
    virtual bool secretWasTried() const { return true; }
    /// Does success without this server's proof mean that somebody else may have answered?
    virtual bool serverProvesItself() const { return false; }
};

} // namespace pennypost
