// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pennypost {

/// Why the keychain gave or took nothing. A value; any thread. Made in core/secrets; it lies here because a
/// SubmissionError tells its kind too, and core/smtp knows nothing of keychains.
struct SecretError
{
    enum class Kind {
        NotFound,
        NoKeychain, ///< none runs in this session
        Locked,     ///< or the person refused to unlock it
        Denied,
        TooLong, ///< the store cannot hold that many bytes, or gave back something else than was written
        Other,
    };
    Kind kind;
    QString detail; ///< the keychain's own text
};

} // namespace pennypost
