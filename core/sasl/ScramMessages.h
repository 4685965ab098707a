// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/sasl/SaslError.h"

#include <QByteArray>

namespace pennypost {

/// More rounds of PBKDF2 are refused: some seconds of work here, a hundred times what RFC 7677 asks for. A
/// server that named billions would stop every connection of the submission thread.
constexpr int maxScramIterations = 600'000;

/// RFC 5802 7: server-first-message.
struct ScramServerFirst
{
    QByteArray nonce; ///< ours, and the server's behind it
    QByteArray salt;  ///< decoded, at least one octet
    int iterations = 0;
};

/// Reads it strictly: r, s and i in this order, whatever extension follows is passed over, `m=` (one that has
/// to be understood) is refused. The nonce begins with `ours` and is longer. Pure; any thread.
Result<ScramServerFirst, SaslError> parseServerFirst(QByteArrayView message, QByteArrayView ours);

/// Server-final-message: the signature, decoded; or what its `e=` means.
Result<QByteArray, SaslError> parseServerFinal(QByteArrayView message);

/// RFC 5801 4: "=2C" for a comma, "=3D" for an equal sign.
QByteArray saslName(QByteArray name);

} // namespace pennypost
