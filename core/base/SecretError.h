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
    /// Under its key, after a write that failed.
    enum class Kept {
        AsBefore,
        Nothing, ///< it was written, could not be read back, and was taken out again
        Perhaps, ///< it could not be taken out either: it may be there, whole or in part
    };
    Kind kind;
    QString detail; ///< the keychain's own text
    Kept kept = Kept::AsBefore;
};

} // namespace pennypost
