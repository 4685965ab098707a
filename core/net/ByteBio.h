// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/OpenSslHandles.h"

#include <QByteArray>

namespace pennypost {

/// The two ends of a TLS connection's ciphertext: what came from the peer and what goes to it.
struct CipherBytes
{
    QByteArray in;
    qsizetype taken = 0; ///< octets of `in` that OpenSSL has had
    QByteArray out;
};

/// A BIO over such bytes: OpenSSL's own memory BIO moves what it holds around and can't hand its buffer over.
/// Never blocks; with nothing to read it says "retry". `bytes` outlives it. Null if there is no memory.
BioHandle makeByteBio(CipherBytes *bytes);

} // namespace pennypost
