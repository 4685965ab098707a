// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pennypost {

/// Why a person's own certificate can't be shown to a server. Made in core/net and core/secrets; it lies here
/// because a SubmissionError tells it too.
enum class ClientCertificateError {
    Unreadable,      ///< neither PEM nor PKCS#12, or no certificate in it
    WrongPassPhrase, ///< or one is needed and none was given
    NoKey,           ///< no private key, or one that is not the certificate's
    Expired,         ///< or not yet valid
    Weak,            ///< OpenSSL's security level refuses it: a SHA-1 signature or a short key
    FileMissing,     ///< there is no such file
    FileUnreadable,  ///< there is one that can't be opened or read, or that is too large to be a certificate
    PassPhraseUnavailable, ///< its keychain did not give it
};

} // namespace pennypost
