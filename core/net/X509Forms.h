// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/OpenSslHandles.h"

#include <QSslCertificate>

namespace pennypost {

/// A certificate in OpenSSL's hands, for its checks, and in Qt's, for its names and dates. Through the DER
/// form: a QSslCertificate's own handle need not be OpenSSL's. Null for null, and for what can't be read.
X509Handle opensslCertificate(const QSslCertificate &certificate);
QSslCertificate qtCertificate(const X509 *certificate);

} // namespace pennypost
