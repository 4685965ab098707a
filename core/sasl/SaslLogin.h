// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sasl/SaslMechanism.h"

namespace pennypost {

/// LOGIN (draft-murchison-sasl-login): the server asks twice, the user name goes first, the password second.
/// The prompts are not read: servers word them as they like, in any language, or leave them empty. Sent
/// without an initial response, which some servers refuse. Made by MechanismChooser's table; any thread.
class SaslLogin final : public SaslMechanism
{
public:
    explicit SaslLogin(const Credential &credential);

    QByteArrayView name() const override { return "LOGIN"; }
    Result<std::optional<QByteArray>, SaslError> initialResponse() override;
    Result<QByteArray, SaslError> respond(QByteArrayView challenge) override;
    bool mayFinish() const override { return m_answers == 2; }
    bool secretWasTried() const override { return m_answers >= 2; }

private:
    Credential m_credential;
    int m_answers = 0;
};

} // namespace pennypost
