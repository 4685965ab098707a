// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/SaslOAuth.h"

#include "core/sasl/ScramMessages.h"

#include <algorithm>

namespace pennypost {

namespace {

constexpr char separator = '\x01';

/// Visible ASCII (RFC 6750 2.1 allows still less): with anything else it could end its own field.
bool isToken(QByteArrayView token)
{
    return !token.isEmpty() &&
           std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

bool hasControls(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c < u' ' || c == u'\x7f'; });
}

} // namespace

SaslOAuth::SaslOAuth(Form form, const Credential &credential, const SaslContext &context)
    : m_form(form), m_credential(credential.clone()), m_host(context.host), m_port(context.port)
{
}

QByteArrayView SaslOAuth::name() const
{
    return m_form == Form::OAuthBearer ? "OAUTHBEARER" : "XOAUTH2";
}

Result<std::optional<QByteArray>, SaslError> SaslOAuth::initialResponse()
{
    if (m_credential.userName.isEmpty() || hasControls(m_credential.userName) ||
        !isToken(m_credential.secret.bytes()))
        return Failure{SaslError::UnsuitableSecret};
    m_state = State::Sent;
    std::optional<QByteArray> whole = message();
    m_credential = {};
    return whole;
}

QByteArray SaslOAuth::message() const
{
    const QByteArray user = m_credential.userName.toUtf8();
    QByteArray front;
    if (m_form == Form::XOAuth2) {
        front = "user=" + user + separator;
    } else {
        front = "n,a=" + saslName(user) + ',' + separator;
        if (!m_host.isEmpty())
            front += "host=" + m_host + separator;
        if (m_port != 0)
            front += "port=" + QByteArray::number(m_port) + separator;
    }
    front += "auth=Bearer ";
    const QByteArrayView token = m_credential.secret.bytes();
    QByteArray text;
    // Reserved in one go: growing would leave a copy of the token behind that nobody wipes.
    text.reserve(front.size() + token.size() + 2);
    text.append(front).append(token).append(separator).append(separator);
    return text;
}

Result<QByteArray, SaslError> SaslOAuth::respond(QByteArrayView challenge)
{
    if (m_state == State::Refused)
        return Failure{SaslError::WrongSecret}; // it said so already
    // Without a reason in it, it is the 334 of a server that did not follow the initial response.
    if (m_state != State::Sent || challenge.isEmpty())
        return Failure{SaslError::BadChallenge};
    m_state = State::Refused;
    // RFC 7628 3.2.3: a lone %x01. XOAUTH2 wants an empty line.
    return m_form == Form::OAuthBearer ? QByteArray(1, separator) : QByteArray();
}

} // namespace pennypost
