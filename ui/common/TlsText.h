// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pennypost {

/// A TLS version as people know it: "TLS 1.3" for OpenSSL's "TLSv1.3". Anything else stays as it is.
QString tlsText(const QString &protocol);

} // namespace pennypost
