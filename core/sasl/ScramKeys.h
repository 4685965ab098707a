// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Secret.h"

#include <QByteArray>

#include <optional>

namespace pennypost {

/// The hash a SCRAM mechanism is named after.
enum class ScramHash { Sha1, Sha256, Sha512 };

/// What two ends that know the password say to each other at last (RFC 5802 3). Raw octets.
struct ScramProof
{
    QByteArray client;          ///< ClientProof
    QByteArray serverSignature; ///< what the server has to answer
};

/// RFC 5802 3 over the password as SASLprep left it; all keys are wiped. `iterations` is at least 1; 600,000
/// take one to three seconds. Nothing if the system's OpenSSL can't (a hash it does not allow). Pure; any
/// thread.
std::optional<ScramProof> scramProof(ScramHash hash, const Secret &password, const QByteArray &salt,
                                     int iterations, const QByteArray &authMessage);

/// HMAC-MD5 (RFC 2104), for CRAM-MD5. Nothing if the system's OpenSSL does not allow MD5.
std::optional<QByteArray> hmacMd5(const Secret &key, QByteArrayView text);

/// Takes as long for any two texts of the same length.
bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

} // namespace pennypost
