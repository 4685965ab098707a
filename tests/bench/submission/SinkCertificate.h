// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/submission/OpenSslTypes.h"

#include <string>

namespace bench {

/// A server's TLS side with a certificate of its own for 127.0.0.1 and localhost, on P-256, made here and
/// now; its key is never written anywhere.
struct SinkCertificate
{
    SinkCertificate();
    /// For the senders that want a file to trust.
    bool writePem(const std::string &path) const;
    std::string sha256Hex() const;

    KeyPointer key;
    CertificatePointer certificate;
    ContextPointer context;
};

} // namespace bench
