// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sasl/SaslContext.h"
#include "core/sasl/SaslMechanism.h"

namespace pennypost {

/// OAUTHBEARER (RFC 7628) and XOAUTH2 (Google's and Microsoft's, older): a bearer token (RFC 6750) in one
/// message, the client first. A server that refuses it says why in JSON, in a 334, and waits for one more
/// answer before its 535; 235 then is none. Made by MechanismChooser's table; any thread.
class SaslOAuth final : public SaslMechanism
{
public:
    enum class Form { OAuthBearer, XOAuth2 };
    SaslOAuth(Form form, const Credential &credential, const SaslContext &context);

    QByteArrayView name() const override;
    Result<std::optional<QByteArray>, SaslError> initialResponse() override;
    Result<QByteArray, SaslError> respond(QByteArrayView challenge) override;
    bool mayFinish() const override { return m_state == State::Sent; }

private:
    enum class State { Start, Sent, Refused };
    QByteArray message() const;

    Form m_form;
    Credential m_credential;
    QByteArray m_host;
    quint16 m_port;
    State m_state = State::Start;
};

} // namespace pennypost
