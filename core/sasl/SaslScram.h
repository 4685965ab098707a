// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sasl/SaslContext.h"
#include "core/sasl/SaslMechanism.h"
#include "core/sasl/ScramKeys.h"

namespace pennypost {

/// SCRAM (RFC 5802; RFC 7677 for SHA-256; SHA-512 in the same way), with -PLUS bound to the TLS connection by
/// tls-exporter (RFC 9266) or, where there is none, tls-server-end-point (RFC 5929). The password never
/// crosses the wire, and the server has to prove that it knows it: until its signature has been verified
/// mayFinish() is false. Both ends compute PBKDF2, up to maxScramIterations rounds, in respond(). Made by
/// MechanismChooser's table; any thread.
class SaslScram final : public SaslMechanism
{
public:
    enum class Binding { None, Plus };

    /// With Binding::Plus, `context` has bindings.
    SaslScram(ScramHash hash, Binding binding, const Credential &credential, const SaslContext &context);
    ~SaslScram() override;

    QByteArrayView name() const override;
    Result<std::optional<QByteArray>, SaslError> initialResponse() override;
    Result<QByteArray, SaslError> respond(QByteArrayView challenge) override;
    Result<void, SaslError> takeSuccessData(QByteArrayView data) override;
    bool mayFinish() const override { return m_state == State::Verified; }
    bool secretWasTried() const override { return m_proofSent; }
    bool serverProvesItself() const override { return true; }

private:
    enum class State { Start, FirstSent, ProofSent, Verified, Failed };

    Result<QByteArray, SaslError> answerServerFirst(QByteArrayView message);
    Result<void, SaslError> verify(QByteArrayView serverFinal);

    ScramHash m_hash;
    Binding m_binding;
    Credential m_credential;
    Secret m_password;        ///< as SASLprep leaves it; gone once the proof is made
    QByteArray m_gs2Header;   ///< "n,,", "y,,", "p=tls-exporter,,"
    QByteArray m_bindingData; ///< of the TLS connection, behind the header in c=
    QByteArray m_nonce;       ///< ours
    QByteArray m_clientFirstBare;
    QByteArray m_serverSignature; ///< what the server has to say
    State m_state = State::Start;
    bool m_proofSent = false;
};

} // namespace pennypost
