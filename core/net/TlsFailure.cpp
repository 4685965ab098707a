// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/TlsFailure.h"

#include <algorithm>

namespace pennypost {

namespace {

using Kind = TransportError::Kind;

Kind kindOfOne(QSslError::SslError error)
{
    switch (error) {
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid:
    case QSslError::InvalidNotBeforeField:
    case QSslError::InvalidNotAfterField:
        return Kind::CertificateExpired;
    case QSslError::HostNameMismatch:
        return Kind::CertificateWrongName;
    case QSslError::NoPeerCertificate:
    case QSslError::NoSslSupport:
        return Kind::TlsFailed;
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

Kind kindOf(const QList<QSslError> &errors)
{
    static constexpr Kind byGravity[] = {Kind::TlsFailed, Kind::CertificateUntrusted,
                                         Kind::CertificateWrongName, Kind::CertificateExpired};
    for (const Kind kind : byGravity) {
        const bool found = std::any_of(errors.begin(), errors.end(), [kind](const QSslError &error) {
            return kindOfOne(error.error()) == kind;
        });
        if (found)
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
