// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/SaslScram.h"

#include "core/sasl/Saslprep.h"
#include "core/sasl/ScramMessages.h"

#include <utility>

namespace pennypost {

namespace {

QByteArrayView bindingName(const ChannelBindings &bindings)
{
    // The exporter first: it names this one connection, the certificate's hash all of that server's.
    return bindings.tlsExporter.isEmpty() ? QByteArrayView("tls-server-end-point")
                                          : QByteArrayView("tls-exporter");
}

} // namespace

SaslScram::SaslScram(ScramHash hash, Binding binding, const Credential &credential,
                     const SaslContext &context)
    : m_hash(hash), m_binding(binding), m_credential(credential.clone()), m_nonce(context.makeNonce())
{
    if (binding == Binding::Plus) {
        const ChannelBindings &bindings = context.bindings;
        m_gs2Header = "p=" + bindingName(bindings).toByteArray() + ",,";
        m_bindingData = bindings.tlsExporter.isEmpty() ? bindings.tlsServerEndPoint : bindings.tlsExporter;
    } else {
        // "y" tells a server that does offer -PLUS that somebody took it out of the list we saw.
        m_gs2Header = context.canBind() && !context.offersPlus() ? "y,," : "n,,";
    }
}

SaslScram::~SaslScram()
{
    Secret::wipe(m_serverSignature);
}

QByteArrayView SaslScram::name() const
{
    const bool plus = m_binding == Binding::Plus;
    switch (m_hash) {
    case ScramHash::Sha1:
        return plus ? "SCRAM-SHA-1-PLUS" : "SCRAM-SHA-1";
    case ScramHash::Sha256:
        return plus ? "SCRAM-SHA-256-PLUS" : "SCRAM-SHA-256";
    case ScramHash::Sha512:
        return plus ? "SCRAM-SHA-512-PLUS" : "SCRAM-SHA-512";
    }
    return {};
}

Result<std::optional<QByteArray>, SaslError> SaslScram::initialResponse()
{
    if (m_binding == Binding::Plus && m_bindingData.isEmpty())
        return Failure{SaslError::Unavailable};
    const auto userName = saslprep(m_credential.userName, SaslprepUse::Query);
    auto password = saslprep(m_credential.secret, SaslprepUse::Stored);
    m_credential = {};
    if (!userName || userName->isEmpty() || !password || password->isEmpty())
        return Failure{SaslError::UnsuitableSecret};
    m_password = std::move(*password);
    m_clientFirstBare = "n=" + saslName(userName->toUtf8()) + ",r=" + m_nonce;
    m_state = State::FirstSent;
    return std::optional(QByteArray(m_gs2Header + m_clientFirstBare));
}

Result<QByteArray, SaslError> SaslScram::respond(QByteArrayView challenge)
{
    switch (m_state) {
    case State::FirstSent:
        return answerServerFirst(challenge);
    case State::ProofSent:
        if (const auto verified = verify(challenge); !verified)
            return Failure{verified.error()};
        return QByteArray(); // the server has the last word (RFC 5802 5), which SMTP puts into the 235
    case State::Start:
    case State::Verified:
    case State::Failed:
        break;
    }
    m_state = State::Failed;
    return Failure{SaslError::BadChallenge};
}

Result<void, SaslError> SaslScram::takeSuccessData(QByteArrayView data)
{
    if (m_state != State::ProofSent || !data.startsWith("v="))
        return Failure{SaslError::BadChallenge};
    return verify(data);
}

Result<QByteArray, SaslError> SaslScram::answerServerFirst(QByteArrayView message)
{
    const auto first = parseServerFirst(message, m_nonce);
    if (!first) {
        m_state = State::Failed;
        return Failure{first.error()};
    }
    const QByteArray withoutProof =
        "c=" + QByteArray(m_gs2Header + m_bindingData).toBase64() + ",r=" + first->nonce;
    const QByteArray authMessage = m_clientFirstBare + ',' + message.toByteArray() + ',' + withoutProof;
    auto proof = scramProof(m_hash, m_password, first->salt, first->iterations, authMessage);
    m_password = {};
    if (!proof) {
        m_state = State::Failed;
        return Failure{SaslError::Unavailable};
    }
    m_serverSignature = std::move(proof->serverSignature);
    m_state = State::ProofSent;
    m_proofSent = true;
    return QByteArray(withoutProof + ",p=" + proof->client.toBase64());
}

Result<void, SaslError> SaslScram::verify(QByteArrayView serverFinal)
{
    const auto signature = parseServerFinal(serverFinal);
    const bool genuine = signature && equalInConstantTime(*signature, m_serverSignature);
    m_state = genuine ? State::Verified : State::Failed;
    if (genuine)
        return {};
    return Failure{signature ? SaslError::ServerUnproven : signature.error()};
}

} // namespace pennypost
