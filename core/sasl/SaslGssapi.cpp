// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/SaslGssapi.h"

namespace pennypost {

namespace {

/// RFC 4752 3.3: the first octet of the server's offer is a mask of layers, the size of its buffer follows.
constexpr qsizetype offerSize = 4;
constexpr char noLayer = 1;

} // namespace

SaslGssapi::SaslGssapi(const Credential &credential, const SaslContext &context)
    : m_userName(credential.userName), m_gss(context.makeGss(context.host))
{
}

Result<std::optional<QByteArray>, SaslError> SaslGssapi::initialResponse()
{
    if (m_userName.contains(QChar(u'\0')))
        return Failure{SaslError::UnsuitableSecret};
    if (!m_gss)
        return Failure{SaslError::Unavailable};
    auto token = talk({}, SaslError::Unavailable);
    if (!token)
        return Failure{token.error()};
    return std::optional(std::move(*token));
}

Result<QByteArray, SaslError> SaslGssapi::respond(QByteArrayView challenge)
{
    if (m_state == State::Talking && !challenge.isEmpty())
        return talk(challenge, SaslError::BadChallenge);
    if (m_state == State::LayerDue)
        return chooseLayer(challenge);
    m_state = State::Failed;
    return Failure{SaslError::BadChallenge};
}

Result<QByteArray, SaslError> SaslGssapi::talk(QByteArrayView token, SaslError failure)
{
    const auto turn = m_gss->step(token);
    m_state = !turn ? State::Failed : turn->stands ? State::LayerDue : State::Talking;
    if (!turn)
        return Failure{failure};
    return turn->token; // an empty one is an answer, too: the server's offer comes next
}

Result<QByteArray, SaslError> SaslGssapi::chooseLayer(QByteArrayView challenge)
{
    m_state = State::Failed;
    const auto offer = m_gss->unwrap(challenge);
    if (!offer || offer->size() != offerSize || !(offer->front() & noLayer))
        return Failure{SaslError::BadChallenge};
    QByteArray choice(offerSize, '\0'); // without a layer our buffer's size has to be 0
    choice[0] = noLayer;
    const auto answer = m_gss->wrap(QByteArray(choice + m_userName.toUtf8()));
    if (!answer)
        return Failure{SaslError::Unavailable};
    m_state = State::Answered;
    return *answer;
}

} // namespace pennypost
