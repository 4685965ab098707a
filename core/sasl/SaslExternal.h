// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sasl/SaslMechanism.h"

namespace pennypost {

/// EXTERNAL (RFC 4422 appendix A): the server has seen who we are already, by the certificate that we
/// presented in the TLS handshake. The user name, if there is one, asks to act as that identity; without one
/// the server takes it from the certificate. Made by MechanismChooser's table; any thread.
class SaslExternal final : public SaslMechanism
{
public:
    explicit SaslExternal(const Credential &credential) : m_userName(credential.userName) {}

    QByteArrayView name() const override { return "EXTERNAL"; }
    Result<std::optional<QByteArray>, SaslError> initialResponse() override;
    Result<QByteArray, SaslError> respond(QByteArrayView challenge) override;
    bool mayFinish() const override { return m_answered; }

private:
    QString m_userName;
    bool m_answered = false;
};

} // namespace pennypost
