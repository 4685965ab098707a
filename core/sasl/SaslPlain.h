// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sasl/SaslMechanism.h"

namespace pennypost {

/// PLAIN (RFC 4616): user name and password in one message, the client first. Made by MechanismChooser's
/// table; any thread.
class SaslPlain final : public SaslMechanism
{
public:
    explicit SaslPlain(const Credential &credential);

    QByteArrayView name() const override { return "PLAIN"; }
    Result<std::optional<QByteArray>, SaslError> initialResponse() override;
    Result<QByteArray, SaslError> respond(QByteArrayView challenge) override;
    bool mayFinish() const override { return m_answered; }

private:
    Credential m_credential;
    bool m_answered = false;
};

} // namespace pennypost
