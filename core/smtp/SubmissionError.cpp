// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/SubmissionError.h"

#include <algorithm>
#include <array>

namespace pennypost {

namespace {

// In the enums' order; the static_asserts below catch a value without its name.
constexpr std::array stageNames = {
    "Preparing", "Lookup",     "Connect", "Encrypt", "Greeting", "Hello", "Authenticate",
    "MailFrom",  "Recipients", "Data",    "Body",    "FinalDot", "Done",
};
static_assert(stageNames.size() == size_t(Stage::Done) + 1);

constexpr std::array problemNames = {
    "Offline",
    "HostNotFound",
    "ConnectionRefused",
    "TimedOut",
    "ConnectionLost",
    "NotSmtp",
    "ServerRefusesUs",
    "TlsOnPlainPort",
    "PlainOnTlsPort",
    "TlsFailed",
    "TlsTooOld",
    "ProxyUnreachable",
    "ProxyAuthenticationRequired",
    "ProxyRefused",
    "CertificateUntrusted",
    "CertificateRevoked",
    "CertificateWeak",
    "ClientCertificateNeeded",
    "ClientCertificateUnusable",
    "CertificateExpired",
    "CertificateWrongName",
    "CertificateNotPinned",
    "StartTlsMissing",
    "StartTlsRefused",
    "InjectedBeforeTls",
    "SecretUnavailable",
    "PracticeServerFailed",
    "NoCommonMechanism",
    "EncryptionRequired",
    "WrongPassword",
    "AppPasswordNeeded",
    "PasswordChangeNeeded",
    "PasswordsDisabled",
    "TokenRefused",
    "MechanismRefused",
    "AuthenticationRequired",
    "AuthenticationDelayed",
    "SenderRefused",
    "RecipientsRefused",
    "RelayDenied",
    "TooManyRecipients",
    "LetterTooLarge",
    "QuotaReached",
    "ContentRefused",
    "SmtpUtf8Needed",
    "EightBitMimeNeeded",
    "ExtensionMissing",
    "Malformed",
    "Temporary",
    "Refused",
    "ProtocolViolation",
    "LetterUnreadable",
    "StoreFailed",
    "Cancelled",
    "MayHaveBeenSent",
};
static_assert(problemNames.size() == size_t(Problem::MayHaveBeenSent) + 1);

} // namespace

SubmissionError secretUnavailable(const SecretError &error)
{
    SubmissionError unavailable;
    unavailable.problem = Problem::SecretUnavailable;
    unavailable.stage = Stage::Preparing;
    unavailable.detail = error.detail;
    unavailable.secret = error.kind;
    return unavailable;
}

SubmissionError clientCertificateUnusable(ClientCertificateError error, const QString &detail)
{
    SubmissionError unusable;
    unusable.problem = Problem::ClientCertificateUnusable;
    unusable.stage = Stage::Preparing;
    unusable.detail = detail;
    unusable.ownCertificate = error;
    return unusable;
}

RetryAdvice retryOf(const SubmissionError &error)
{
    if (!error.delivered.isEmpty()) // these would get it twice
        return RetryAdvice::Decide;
    switch (error.problem) {
    case Problem::MayHaveBeenSent:
        return RetryAdvice::Decide;
    case Problem::Offline:
    case Problem::ConnectionRefused:
    case Problem::TimedOut:
    case Problem::ConnectionLost:
    case Problem::ProxyUnreachable:
    case Problem::NotSmtp: // a captive portal, as a rule: gone once the person has signed in to the network
    case Problem::AuthenticationDelayed:
    case Problem::QuotaReached:
    case Problem::Temporary:
        return RetryAdvice::Later;
    case Problem::StartTlsRefused: // 454 "TLS not available due to temporary reason"
        return error.reply && error.reply->isTransient() ? RetryAdvice::Later : RetryAdvice::Never;
    default:
        return RetryAdvice::Never;
    }
}

bool refusesSecret(const SubmissionError &error)
{
    return error.problem == Problem::WrongPassword || error.problem == Problem::AppPasswordNeeded ||
           error.problem == Problem::TokenRefused;
}

bool isSaidToRecipient(const SubmissionError &error)
{
    return error.reply &&
           std::any_of(error.refused.begin(), error.refused.end(),
                       [&error](const RefusedPath &path) { return path.reply == *error.reply; });
}

bool isServersWord(const SubmissionError &error)
{
    const Problem problem = error.doubt.value_or(error.problem);
    return error.reply || !error.refused.isEmpty() || problem == Problem::NotSmtp ||
           problem == Problem::ProtocolViolation;
}

QString nameOf(Stage stage)
{
    return QLatin1StringView(stageNames[size_t(stage)]);
}

QString nameOf(Problem problem)
{
    return QLatin1StringView(problemNames[size_t(problem)]);
}

} // namespace pennypost
