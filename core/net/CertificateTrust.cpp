// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/CertificateTrust.h"

#include <QCryptographicHash>
#include <QSslCertificate>

namespace pennypost {

namespace {

QString firstOf(const QStringList &names)
{
    return names.isEmpty() ? QString() : names.first();
}

/// The name people know an authority by: many have an organisation and no common name.
QString issuerName(const QSslCertificate &certificate)
{
    for (const auto field : {QSslCertificate::CommonName, QSslCertificate::Organization,
                             QSslCertificate::OrganizationalUnitName}) {
        const QString name = firstOf(certificate.issuerInfo(field));
        if (!name.isEmpty())
            return name;
    }
    return certificate.issuerDisplayName();
}

} // namespace

PeerCertificate describe(const QSslCertificate &certificate)
{
    if (certificate.isNull())
        return {};
    PeerCertificate peer;
    const auto alternatives = certificate.subjectAlternativeNames();
    peer.names = alternatives.values(QSsl::DnsEntry) + alternatives.values(QSsl::IpAddressEntry);
    peer.subject = firstOf(certificate.subjectInfo(QSslCertificate::CommonName));
    if (peer.subject.isEmpty())
        peer.subject = firstOf(peer.names);
    peer.issuer = issuerName(certificate);
    peer.notBefore = certificate.effectiveDate();
    peer.notAfter = certificate.expiryDate();
    peer.sha256 = certificate.digest(QCryptographicHash::Sha256);
    return peer;
}

} // namespace pennypost
