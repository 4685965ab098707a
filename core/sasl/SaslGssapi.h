// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sasl/SaslContext.h"
#include "core/sasl/SaslMechanism.h"

namespace pennypost {

/// GSSAPI (RFC 4752): Kerberos V5, with the ticket that the person has from signing in to the machine. The
/// server proves itself. No security layer is asked for, TLS being there. The user name, if there is one,
/// asks to act as that identity. Made by MechanismChooser's table; any one thread. May wait for a KDC, see
/// GssContext.
class SaslGssapi final : public SaslMechanism
{
public:
    SaslGssapi(const Credential &credential, const SaslContext &context);

    QByteArrayView name() const override { return "GSSAPI"; }
    Result<std::optional<QByteArray>, SaslError> initialResponse() override;
    Result<QByteArray, SaslError> respond(QByteArrayView challenge) override;
    bool mayFinish() const override { return m_state == State::Answered; }

private:
    enum class State { Start, Talking, LayerDue, Answered, Failed };
    Result<QByteArray, SaslError> talk(QByteArrayView token, SaslError failure);
    Result<QByteArray, SaslError> chooseLayer(QByteArrayView offer);

    QString m_userName;
    std::unique_ptr<GssContext> m_gss;
    State m_state = State::Start;
};

} // namespace pennypost
