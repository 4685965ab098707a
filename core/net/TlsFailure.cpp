// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/TlsFailure.h"

#include <algorithm>
#include <openssl/x509_vfy.h>

namespace pennypost {

namespace {

using Kind = TransportError::Kind;

Kind kindOfOne(int error)
{
    switch (error) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
    case X509_V_ERR_CERT_NOT_YET_VALID:
    case X509_V_ERR_ERROR_IN_CERT_NOT_BEFORE_FIELD:
    case X509_V_ERR_ERROR_IN_CERT_NOT_AFTER_FIELD:
        return Kind::CertificateExpired;
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        return Kind::CertificateWrongName;
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
    case X509_V_ERR_CA_MD_TOO_WEAK:
        return Kind::CertificateWeak;
    case X509_V_ERR_CERT_REVOKED:
        return Kind::CertificateRevoked;
    default:
        return Kind::CertificateUntrusted;
    }
}

struct Reason
{
    QLatin1StringView text;
    Kind kind;
};

// What OpenSSL says when the first bytes are no TLS record: SMTP's "220 ", HTTP, a proxy; then what it says
// when the two sides share no version.
constexpr Reason reasons[] = {
    {QLatin1StringView("wrong version number"), Kind::PeerSpeaksPlain},
    {QLatin1StringView("http request"), Kind::PeerSpeaksPlain},
    {QLatin1StringView("https proxy request"), Kind::PeerSpeaksPlain},
    {QLatin1StringView("packet length too long"), Kind::PeerSpeaksPlain},
    {QLatin1StringView("record layer failure"), Kind::PeerSpeaksPlain},
    {QLatin1StringView("unknown protocol"), Kind::PeerSpeaksPlain},
    {QLatin1StringView("unsupported protocol"), Kind::TlsTooOld},
    {QLatin1StringView("alert protocol version"), Kind::TlsTooOld},
    {QLatin1StringView("version too low"), Kind::TlsTooOld},
    {QLatin1StringView("no protocols available"), Kind::TlsTooOld},
};

} // namespace

Kind kindOf(const QList<int> &errors)
{
    static constexpr Kind byGravity[] = {Kind::CertificateUntrusted, Kind::CertificateRevoked,
                                         Kind::CertificateWeak, Kind::CertificateWrongName,
                                         Kind::CertificateExpired};
    for (const Kind kind : byGravity) {
        if (std::any_of(errors.begin(), errors.end(), [kind](int error) { return kindOfOne(error) == kind; }))
            return kind;
    }
    return Kind::TlsFailed;
}

Kind kindOfBrokenHandshake(const QString &text, std::optional<QSsl::AlertType> alert)
{
    // Who sends an alert speaks TLS, whatever the text says.
    if (alert)
        return *alert == QSsl::AlertType::ProtocolVersion ? Kind::TlsTooOld : Kind::TlsFailed;
    for (const Reason &reason : reasons) {
        if (text.contains(reason.text, Qt::CaseInsensitive))
            return reason.kind;
    }
    return Kind::TlsFailed;
}

} // namespace pennypost
