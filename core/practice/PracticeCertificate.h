// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>

namespace pennypost {

/// The practice server's key (EC P-256) and the self-signed certificate that goes with it, for 127.0.0.1 and
/// localhost. Made in memory at each start and never written anywhere; a practice account pins it and nobody
/// else trusts it. A value; any thread.
struct PracticeCertificate
{
    QSslKey key;
    QSslCertificate certificate;
    QByteArray sha256; ///< 32 bytes over the DER form: the pin

    /// Valid from a day before `now` (clocks that were set meanwhile) for 30 days. The error is OpenSSL's or
    /// Qt's text.
    static Result<PracticeCertificate, QString> make(const QDateTime &now);
};

} // namespace pennypost
