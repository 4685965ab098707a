// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sasl/SaslMechanism.h"

namespace pennypost {

/// CRAM-MD5 (RFC 2195): the server speaks first, the answer is the user name and an HMAC-MD5 of what it said,
/// keyed with the password. Name and password go in as they are: the RFC knows no SASLprep. It proves nothing
/// about the server. Made by MechanismChooser's table; any thread.
class SaslCramMd5 final : public SaslMechanism
{
public:
    explicit SaslCramMd5(const Credential &credential);

    QByteArrayView name() const override { return "CRAM-MD5"; }
    Result<std::optional<QByteArray>, SaslError> initialResponse() override;
    Result<QByteArray, SaslError> respond(QByteArrayView challenge) override;
    bool mayFinish() const override { return m_answered; }
    bool secretWasTried() const override { return m_answered; }

private:
    Credential m_credential;
    bool m_answered = false;
};

} // namespace pennypost
