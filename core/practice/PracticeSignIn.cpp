// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/PracticeSignIn.h"

#include <utility>

namespace pennypost {

namespace {

using Kind = PracticeSignIn::Answer::Kind;

/// Takes as long whether the first octet differs or the last.
bool sameOctets(QByteArrayView a, QByteArrayView b)
{
    unsigned char difference = a.size() == b.size() ? 0 : 1;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a[i] ^ (b.isEmpty() ? '\0' : b[i % b.size()]));
    return difference == 0;
}

} // namespace

bool PracticeSignIn::knows(const QByteArray &mechanism)
{
    return mechanism == "PLAIN" || mechanism == "LOGIN";
}

PracticeSignIn::PracticeSignIn(const PracticeSecrets &secrets, QByteArray mechanism)
    : m_secrets(secrets), m_mechanism(std::move(mechanism))
{
}

PracticeSignIn::Answer PracticeSignIn::begin(const QByteArray &initialResponse)
{
    if (initialResponse.isNull())
        return {Kind::Challenge, m_mechanism == "LOGIN" ? "Username:" : ""};
    return initialResponse == "=" ? take({}) : respond(initialResponse);
}

PracticeSignIn::Answer PracticeSignIn::respond(QByteArrayView line)
{
    if (line == QByteArrayView("*"))
        return {Kind::Cancelled, {}};
    auto decoded =
        QByteArray::fromBase64Encoding(line.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return {Kind::Malformed, {}};
    auto answer = take(decoded.decoded);
    Secret::wipe(decoded.decoded);
    return answer;
}

PracticeSignIn::Answer PracticeSignIn::take(const QByteArray &response)
{
    if (m_mechanism == "PLAIN")
        return takePlain(response);
    if (!m_haveUserName) {
        m_haveUserName = true;
        m_userName = response;
        return {Kind::Challenge, "Password:"};
    }
    return check(m_userName, response);
}

PracticeSignIn::Answer PracticeSignIn::takePlain(const QByteArray &response) const
{
    // authzid NUL authcid NUL passwd; to act for somebody else nobody may.
    const auto first = response.indexOf('\0');
    const auto second = first < 0 ? -1 : response.indexOf('\0', first + 1);
    if (second < 0 || response.indexOf('\0', second + 1) >= 0)
        return {Kind::Malformed, {}};
    const auto view = QByteArrayView(response);
    const auto actsFor = view.first(first);
    const auto userName = view.sliced(first + 1, second - first - 1);
    if (!actsFor.isEmpty() && actsFor != userName)
        return {Kind::WrongSecret, {}};
    return check(userName, view.sliced(second + 1));
}

PracticeSignIn::Answer PracticeSignIn::check(QByteArrayView userName, QByteArrayView password) const
{
    const bool known = sameOctets(userName, m_secrets.userName);
    const bool right = sameOctets(password, m_secrets.password.bytes());
    return {known && right ? Kind::Accepted : Kind::WrongSecret, {}};
}

} // namespace pennypost
