// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace pennypost {

/// What a person must see of a server's certificate to decide about it, and what a receipt keeps. A value,
/// any thread.
struct PeerCertificate
{
    QString subject;   ///< common name or, without one, the first name it stands for
    QString issuer;    ///< who vouches for it: antivirus programs show up here
    QStringList names; ///< DNS names and addresses it was made for (subjectAltName)
    QDateTime notBefore;
    QDateTime notAfter;
    QByteArray sha256; ///< 32 bytes over the DER form: what a pin compares

    bool operator==(const PeerCertificate &) const = default;
    bool isNull() const { return sha256.isEmpty(); }
};

} // namespace pennypost

Q_DECLARE_METATYPE(pennypost::PeerCertificate)
