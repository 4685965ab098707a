// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"

#include <QString>

namespace pennypost {

enum class SaslprepError {
    ProhibitedCharacter, ///< RFC 4013 2.3: control characters, private use, U+FFFD for what is no UTF-8 ...
    MixedDirections,     ///< RFC 3454 6: right-to-left text with left-to-right letters in it or at its ends
    UnassignedCharacter, ///< unknown to Unicode 3.2, an emoji for example, where that is not allowed
};

/// SASLprep (RFC 4013, a profile of stringprep, RFC 3454, with Unicode 3.2): one form for what people type in
/// several, so that a password from one keyboard equals the same from another. Pure; any thread.
///
/// `Query` lets pass what Unicode 3.2 did not know yet: user names, which the server looks up. `Stored` does
/// not: passwords, in SCRAM (RFC 5802 2.2).
enum class SaslprepUse { Query, Stored };
Result<QString, SaslprepError> saslprep(const QString &text, SaslprepUse use);

/// The same for a secret in UTF-8; what it becomes in between is wiped. Plain ASCII comes back as it is.
Result<Secret, SaslprepError> saslprep(const Secret &secret, SaslprepUse use);

} // namespace pennypost
