// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/ScramMessages.h"

#include <QList>

#include <algorithm>
#include <limits>
#include <optional>

namespace pennypost {

namespace {

/// The value of the attribute `name` if that is what stands here.
std::optional<QByteArray> value(const QList<QByteArray> &attributes, qsizetype at, QByteArrayView name)
{
    if (at >= attributes.size() || !attributes[at].startsWith(name))
        return std::nullopt;
    return attributes[at].mid(name.size());
}

std::optional<QByteArray> decoded(const QByteArray &base64)
{
    auto result = QByteArray::fromBase64Encoding(base64, QByteArray::Base64Encoding |
                                                             QByteArray::AbortOnBase64DecodingErrors);
    if (!result || (*result).isEmpty() || base64.size() % 4 != 0)
        return std::nullopt;
    return *result;
}

/// posit-number: digits without a zero in front. What fits no int is as large as can be.
std::optional<int> positiveNumber(const QByteArray &text)
{
    const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (text.isEmpty() || !digits || text.startsWith('0'))
        return std::nullopt;
    bool fits = false;
    const int number = text.toInt(&fits);
    return fits ? number : std::numeric_limits<int>::max();
}

struct ErrorRow
{
    QByteArrayView value; ///< RFC 5802 7: server-error-value
    SaslError error;
};
constexpr ErrorRow errorTable[] = {
    {"invalid-proof", SaslError::WrongSecret},
    {"unknown-user", SaslError::WrongSecret},
    {"channel-bindings-dont-match", SaslError::BindingMismatch},
    // It offers -PLUS and we did not see it: somebody took it out of the list.
    {"server-does-support-channel-binding", SaslError::BindingMismatch},
};

/// invalid-encoding, extensions-not-supported, channel-binding-not-supported, no-resources, other-error ...
SaslError errorFrom(QByteArrayView value)
{
    for (const ErrorRow &row : errorTable) {
        if (row.value == value)
            return row.error;
    }
    return SaslError::Refused;
}

} // namespace

Result<ScramServerFirst, SaslError> parseServerFirst(QByteArrayView message, QByteArrayView ours)
{
    const QList<QByteArray> attributes = message.toByteArray().split(',');
    if (const auto error = value(attributes, 0, "e="))
        return Failure{errorFrom(*error)};
    const auto nonce = value(attributes, 0, "r=");
    const auto salt = value(attributes, 1, "s=");
    const auto iterations = value(attributes, 2, "i=");
    if (!nonce || !salt || !iterations)
        return Failure{SaslError::BadChallenge}; // "m=" first of all
    const bool printable =
        std::all_of(nonce->begin(), nonce->end(), [](char c) { return c > ' ' && c < '\x7f'; });
    if (!printable || nonce->size() <= ours.size() || !nonce->startsWith(ours))
        return Failure{SaslError::BadChallenge};
    const auto saltOctets = decoded(*salt);
    const auto rounds = positiveNumber(*iterations);
    if (!saltOctets || !rounds)
        return Failure{SaslError::BadChallenge};
    if (*rounds > maxScramIterations)
        return Failure{SaslError::TooManyIterations};
    return ScramServerFirst{*nonce, *saltOctets, *rounds};
}

Result<QByteArray, SaslError> parseServerFinal(QByteArrayView message)
{
    const QList<QByteArray> attributes = message.toByteArray().split(',');
    if (const auto error = value(attributes, 0, "e="))
        return Failure{errorFrom(*error)};
    const auto verifier = value(attributes, 0, "v=");
    const auto signature = verifier ? decoded(*verifier) : std::nullopt;
    if (!signature)
        return Failure{SaslError::ServerUnproven};
    return *signature;
}

QByteArray saslName(QByteArray name)
{
    return name.replace('=', "=3D").replace(',', "=2C");
}

} // namespace pennypost
