// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ExitCodes.h"

namespace pennypost {

QList<ExitCodeRow> exitCodeTable()
{
    using L = QLatin1StringView;
    return {
        {ExitCode::Ok, L("done; a letter was accepted for every recipient")},
        {ExitCode::Usage, L("the command line is wrong")},
        {ExitCode::Data,
         L("an address, a header, a password or the letter can't be sent as it is, a file of it changed, or "
           "the client certificate can't be shown")},
        {ExitCode::NoInput,
         L("a file is missing or can't be read, or there is no password on standard input")},
        {ExitCode::NoUser, L("recipients were refused: all of them for good (not-sent), or some while the "
                             "rest got it (accepted)")},
        {ExitCode::NoHost, L("the server's name was not found")},
        {ExitCode::Unavailable,
         L("the server is not reachable or does not serve us; no keychain runs, or it failed")},
        {ExitCode::Software, L("an internal error")},
        {ExitCode::CantCreate, L("a file, a folder or an account could not be made")},
        {ExitCode::IoError,
         L("reading or writing failed, standard output included, but never of a letter that was accepted")},
        {ExitCode::TempFail,
         L("temporary (4yz, time-out, offline, link lost or Ctrl+C before the final dot, a quota such as "
           "550 5.4.5, accounts in use): trying again is right")},
        {ExitCode::Protocol,
         L("wrong protocol, TLS, STARTTLS or certificate; or may-have-been-sent: never try again unseen")},
        {ExitCode::NoPermission,
         L("signing in or the sender was refused, no sign-in method in common, or no password or pass "
           "phrase to be had")},
        {ExitCode::Config, L("no such account, or the accounts file can't be used")},
    };
}

namespace {

/// What the problem says by itself.
ExitCode codeOf(Problem problem)
{
    switch (problem) {
    case Problem::Offline:
    case Problem::TimedOut:
    case Problem::ConnectionLost:
    case Problem::AuthenticationDelayed:
    case Problem::ProxyUnreachable:
    case Problem::QuotaReached:
    case Problem::Temporary:
    case Problem::Cancelled:
        return ExitCode::TempFail;
    case Problem::HostNotFound:
        return ExitCode::NoHost;
    case Problem::ConnectionRefused:
    case Problem::ProxyRefused:
    case Problem::ServerRefusesUs:
    case Problem::Refused:
    case Problem::PracticeServerFailed:
        return ExitCode::Unavailable;
    case Problem::NotSmtp:
    case Problem::TlsOnPlainPort:
    case Problem::PlainOnTlsPort:
    case Problem::TlsFailed:
    case Problem::TlsTooOld:
    case Problem::CertificateUntrusted:
    case Problem::CertificateRevoked:
    case Problem::CertificateWeak:
    case Problem::CertificateExpired:
    case Problem::CertificateWrongName:
    case Problem::CertificateNotPinned:
    case Problem::StartTlsMissing:
    case Problem::StartTlsRefused:
    case Problem::InjectedBeforeTls:
    case Problem::ProtocolViolation:
    case Problem::MayHaveBeenSent:
        return ExitCode::Protocol;
    case Problem::SecretUnavailable:
    case Problem::ProxyAuthenticationRequired:
    case Problem::ClientCertificateNeeded:
    case Problem::NoCommonMechanism:
    case Problem::EncryptionRequired:
    case Problem::WrongPassword:
    case Problem::AppPasswordNeeded:
    case Problem::PasswordChangeNeeded:
    case Problem::PasswordsDisabled:
    case Problem::TokenRefused:
    case Problem::MechanismRefused:
    case Problem::AuthenticationRequired:
    case Problem::SenderRefused:
        return ExitCode::NoPermission;
    case Problem::RecipientsRefused:
    case Problem::RelayDenied:
    case Problem::TooManyRecipients:
        return ExitCode::NoUser;
    case Problem::LetterTooLarge:
    case Problem::ContentRefused:
    case Problem::ClientCertificateUnusable:
    case Problem::SmtpUtf8Needed:
    case Problem::EightBitMimeNeeded:
    case Problem::Malformed:
        return ExitCode::Data;
    case Problem::ExtensionMissing:
        return ExitCode::Unavailable;
    case Problem::LetterUnreadable:
        return ExitCode::NoInput;
    case Problem::StoreFailed:
        return ExitCode::IoError;
    }
    return ExitCode::Software;
}

ExitCode codeOf(ClientCertificateError error)
{
    switch (error) {
    case ClientCertificateError::FileMissing:
    case ClientCertificateError::FileUnreadable:
        return ExitCode::NoInput;
    case ClientCertificateError::WrongPassPhrase:
    case ClientCertificateError::PassPhraseUnavailable:
        return ExitCode::NoPermission;
    case ClientCertificateError::Unreadable:
    case ClientCertificateError::NoKey:
    case ClientCertificateError::Expired:
    case ClientCertificateError::Weak:
        return ExitCode::Data;
    }
    return ExitCode::Software;
}

/// For these a 4yz changes nothing: the very same request meets the very same limit or doubt.
bool staysWithTransientReply(Problem problem)
{
    switch (problem) {
    case Problem::MayHaveBeenSent:
    case Problem::RecipientsRefused: // where waiting helps one of them, the problem is another one
    case Problem::TooManyRecipients:
    case Problem::LetterTooLarge:
    case Problem::MechanismRefused:
    case Problem::WrongPassword:
    case Problem::AppPasswordNeeded:
    case Problem::PasswordChangeNeeded:
    case Problem::PasswordsDisabled:
    case Problem::ProtocolViolation:
    case Problem::InjectedBeforeTls:
        return true;
    default:
        return false;
    }
}

} // namespace

ExitCode exitCodeOf(const SubmissionError &error)
{
    if (error.reply && error.reply->isTransient() && !staysWithTransientReply(error.problem))
        return ExitCode::TempFail;
    const bool wantsSecret = error.problem == Problem::SecretUnavailable ||
                             error.problem == Problem::ClientCertificateUnusable ||
                             error.problem == Problem::ProxyAuthenticationRequired;
    if (wantsSecret && error.secret)
        return exitCodeOf(SecretError{*error.secret, {}});
    if (error.ownCertificate)
        return codeOf(*error.ownCertificate);
    // AUTH refused by a code without a row of its own ("525 account disabled") is a refused sign-in all the
    // same.
    if (error.problem == Problem::Refused && error.stage == Stage::Authenticate)
        return ExitCode::NoPermission;
    return codeOf(error.problem);
}

ExitCode exitCodeOf(const MimeError &error)
{
    switch (error.kind) {
    case MimeError::Kind::FileMissing:
    case MimeError::Kind::FileUnreadable:
        return ExitCode::NoInput;
    case MimeError::Kind::FileChanged:
    case MimeError::Kind::BadHeader:
    case MimeError::Kind::BadAddress:
    case MimeError::Kind::BadEncoding:
    case MimeError::Kind::NoHeader:
    case MimeError::Kind::HeaderNotUtf8:
        return ExitCode::Data;
    }
    return ExitCode::Software;
}

ExitCode exitCodeOf(const SecretError &error)
{
    switch (error.kind) {
    case SecretError::Kind::NoKeychain:
    case SecretError::Kind::TooLong:
    case SecretError::Kind::Other:
        return ExitCode::Unavailable;
    case SecretError::Kind::NotFound:
    case SecretError::Kind::Locked:
    case SecretError::Kind::Denied:
        return ExitCode::NoPermission;
    }
    return ExitCode::Software;
}

ExitCode exitCodeOf(const AccountStoreError &error)
{
    switch (error.kind) {
    case AccountStoreError::Kind::CannotRead:
        return ExitCode::IoError;
    case AccountStoreError::Kind::CannotWrite:
    case AccountStoreError::Kind::DuplicateId:
        return ExitCode::CantCreate;
    case AccountStoreError::Kind::Busy:
        return ExitCode::TempFail;
    case AccountStoreError::Kind::Damaged:
    case AccountStoreError::Kind::TooNew:
    case AccountStoreError::Kind::UnknownId:
        return ExitCode::Config;
    case AccountStoreError::Kind::InvalidId:
        return ExitCode::Usage;
    case AccountStoreError::Kind::InvalidValue:
        return ExitCode::Data;
    }
    return ExitCode::Software;
}

} // namespace pennypost
