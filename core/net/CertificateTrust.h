// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/PeerCertificate.h"

#include <QByteArray>
#include <QList>
#include <QString>

class QSslCertificate;

namespace pennypost {

/// Whom a connection believes. A value; any thread.
struct CertificateTrust
{
    /// 32 bytes: exactly this certificate and no other for this account's host and port, whatever else is
    /// wrong with it. Empty: the system's authorities decide, and the host name must fit.
    QByteArray pinnedSha256;
    /// PEM file with authorities to trust beside the system's (pennypost-cli --ca); empty for none.
    QString caFile;

    bool operator==(const CertificateTrust &) const = default;
};

PeerCertificate describe(const QSslCertificate &certificate);

} // namespace pennypost
