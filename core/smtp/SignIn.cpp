// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/SignIn.h"

#include <utility>

namespace pennypost {

namespace {

/// RFC 5321 4.5.3.1.4, with CRLF. RFC 4954 allows 12,288 for AUTH, which many servers have not heard of.
constexpr qsizetype maxCommandLine = 512;

QByteArray encoded(QByteArray &response)
{
    QByteArray text = response.toBase64();
    Secret::wipe(response);
    return text;
}

std::optional<QByteArray> decodedBase64(const QByteArray &text)
{
    auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::Base64Encoding |
                                                            QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || text.size() % 4 != 0)
        return std::nullopt;
    return *decoded;
}

std::optional<QByteArray> decodedChallenge(const Reply &reply)
{
    if (reply.lines.size() != 1)
        return std::nullopt;
    const QByteArray text = reply.lines.first().trimmed();
    if (text.isEmpty() || text == "=")
        return QByteArray();
    return decodedBase64(text);
}

} // namespace

SignIn::SignIn(const QList<MechanismRow> &mechanisms, SaslContext context) : m_context(std::move(context))
{
    for (const MechanismRow &row : mechanisms)
        m_attempts.append({row, true});
}

SignIn::~SignIn()
{
    Secret::wipe(m_held);
}

std::optional<SendLines::Line> SignIn::next(const Credential &credential)
{
    while (!m_attempts.isEmpty()) {
        m_current = m_attempts.takeFirst();
        m_mechanism = m_current.row.make(credential, m_context);
        Secret::wipe(m_held);
        m_holds = false;
        m_sentInitialResponse = false;
        m_answered = false;

        auto initial = m_mechanism->initialResponse();
        if (!initial) {
            m_fault = initial.error();
            continue; // this mechanism can't carry this secret; another one might
        }
        m_fault.reset();
        QByteArray line = "AUTH " + mechanism();
        std::optional<QByteArray> message = std::move(*initial);
        if (!message)
            return SendLines::Line{line + "\r\n", false};
        QByteArray response = std::move(*message);
        // 4/3 of the response, the blank before it and CRLF.
        const qsizetype whole = line.size() + 1 + (response.size() + 2) / 3 * 4 + 2;
        if (!m_current.initialResponse || whole > maxCommandLine) {
            m_held = std::move(response);
            m_holds = true;
            return SendLines::Line{line + "\r\n", false};
        }
        m_sentInitialResponse = true;
        response = encoded(response);
        // "=" is an empty initial response (RFC 4954 4): an empty one could not be told from none.
        line += ' ' + (response.isEmpty() ? QByteArray("=") : response) + "\r\n";
        Secret::wipe(response);
        return SendLines::Line{line, true};
    }
    m_mechanism.reset();
    return std::nullopt;
}

std::optional<SendLines::Line> SignIn::answer(const Reply &challenge)
{
    const std::optional<QByteArray> decoded = decodedChallenge(challenge);
    if (!decoded || !m_mechanism) {
        m_fault = SaslError::BadChallenge;
        return std::nullopt;
    }
    if (std::exchange(m_holds, false))
        return SendLines::Line{encoded(m_held) + "\r\n", true};
    auto response = m_mechanism->respond(*decoded);
    if (!response) {
        m_fault = response.error();
        return std::nullopt;
    }
    m_answered = true;
    return SendLines::Line{encoded(*response) + "\r\n", true};
}

void SignIn::retryLaterWithoutInitialResponse()
{
    const bool followed = m_answered || (m_fault && *m_fault != SaslError::BadChallenge);
    if (m_sentInitialResponse && !followed)
        m_attempts.append({m_current.row, false});
}

bool SignIn::leaveOutKin()
{
    if (!m_mechanism || (m_mechanism->secretWasTried() && !m_holds))
        return false;
    m_attempts.removeIf(
        [this](const Attempt &attempt) { return areKin(attempt.row.name, m_current.row.name); });
    return true;
}

bool SignIn::finishes(const Reply &success)
{
    if (m_mechanism && !m_holds) {
        // Some servers have the last word of their mechanism here, beside words of their own.
        if (!m_mechanism->mayFinish() && m_mechanism->serverProvesItself()) {
            for (const QByteArray &word : success.lines.join(' ').split(' ')) {
                if (const auto last = decodedBase64(word); last && m_mechanism->takeSuccessData(*last))
                    break;
            }
        }
        if (m_mechanism->mayFinish())
            return true;
    }
    const bool owesProof = m_mechanism && m_mechanism->serverProvesItself();
    m_fault = owesProof ? SaslError::ServerUnproven : SaslError::BadChallenge;
    return false;
}

QByteArray SignIn::mechanism() const
{
    return m_current.row.name.toByteArray();
}

} // namespace pennypost
