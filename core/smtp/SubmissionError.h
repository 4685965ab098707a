// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ClientCertificateError.h"
#include "core/base/MimeError.h"
#include "core/base/PeerCertificate.h"
#include "core/base/SecretError.h"
#include "core/sasl/SaslError.h"
#include "core/smtp/Reply.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace pennypost {

/// Where on its way a letter was: in wire order. A receipt, a progress display and an error all speak of
/// these.
enum class Stage {
    Preparing,    ///< reading the letter and the secret; nothing has left
    Lookup,       ///< name to address
    Connect,      ///< TCP
    Encrypt,      ///< TLS, implicit or after STARTTLS
    Greeting,     ///< 220
    Hello,        ///< EHLO, and STARTTLS itself
    Authenticate, ///< AUTH
    MailFrom,     ///< MAIL
    Recipients,   ///< RCPT
    Data,         ///< DATA's 354
    Body,         ///< the letter's bytes, up to the final dot
    FinalDot,     ///< the dot is out, its reply is not in: from here on "may have been sent"
    Done,         ///< 250
};

/// What went wrong, in the classes a person can act on (each has its words in ui/common/ProblemText).
enum class Problem {
    Offline, ///< no route, interface down
    HostNotFound,
    ConnectionRefused,
    TimedOut,        ///< at `stage`
    ConnectionLost,  ///< closed or reset before its time
    NotSmtp,         ///< HTTP, a captive portal, garbage instead of a greeting
    ServerRefusesUs, ///< 554 or 521 as greeting, EHLO refused
    TlsOnPlainPort,  ///< we spoke TLS, the server waits in clear: use STARTTLS there
    PlainOnTlsPort,  ///< the server waits for TLS from the first byte
    TlsFailed,       ///< handshake: `detail` says how
    TlsTooOld,
    ProxyUnreachable,            ///< no such name, nobody there, or it broke off; `detail` says which proxy
    ProxyAuthenticationRequired, ///< it wants a sign-in, or another one than ours; with `secret` its password
                                 ///< could not be had, and nobody was asked
    ProxyRefused,                ///< it lets nobody through to this server and port
    CertificateUntrusted,        ///< unknown issuer or self-signed
    CertificateRevoked,          ///< its issuer says that it counts no more
    CertificateWeak,             ///< a SHA-1 signature, or a key that can be broken
    ClientCertificateNeeded,     ///< the server lets nobody in without one, or does not believe ours
    ClientCertificateUnusable,   ///< ours can't be shown, before anybody was asked: `ownCertificate` says why
    CertificateExpired,          ///< or not valid yet
    CertificateWrongName,
    CertificateNotPinned, ///< another one than the pinned one
    StartTlsMissing,
    StartTlsRefused,
    InjectedBeforeTls,      ///< bytes after the 220 to STARTTLS: someone tampers with the line
    SecretUnavailable,      ///< keychain locked, absent or empty; `detail` is its text
    PracticeServerFailed,   ///< our own could not start; no keychain was asked. `detail` is its reason
    NoCommonMechanism,      ///< `detail` lists what the server offers
    EncryptionRequired,     ///< a password would cross in clear: we don't; with `reply` the server says so
    WrongPassword,          ///< 535 5.7.8
    AppPasswordNeeded,      ///< 534 5.7.9
    PasswordChangeNeeded,   ///< 432 5.7.12, or it has expired: right or not, it has to be renewed first
    PasswordsDisabled,      ///< 535 5.7.139, 5.7.57
    TokenRefused,           ///< OAuth
    MechanismRefused,       ///< 504, 530, 534, 538 to AUTH: all that the server lists and we know were tried
    AuthenticationRequired, ///< 530; with `signedIn` the server asks although AUTH went well
    AuthenticationDelayed,  ///< 454
    SenderRefused,
    RecipientsRefused, ///< all of them, or some where that stops the letter: `refused`
    RelayDenied,
    TooManyRecipients,
    LetterTooLarge, ///< SIZE or 552 5.3.4
    QuotaReached,   ///< daily or hourly cap
    ContentRefused,
    SmtpUtf8Needed,
    EightBitMimeNeeded, ///< a finished letter with octets over 127, a server without 8BITMIME (RFC 6152)
    ExtensionMissing,   ///< the letter's options ask for what the server does not offer: `detail` names it
    Malformed,          ///< 5.6.x
    Temporary,          ///< 4yz that is none of the above
    Refused,            ///< 5yz that is none of the above
    ProtocolViolation,  ///< what no server may say
    LetterUnreadable,   ///< MimeError: `detail` names the file
    StoreFailed,        ///< disk full or damaged; nothing was sent
    Cancelled,          ///< by the person, before the final dot
    MayHaveBeenSent,    ///< no yes and no no came after the final dot; `doubt` says what did
};

/// One forward-path that was not taken, with the server's own words.
struct RefusedPath
{
    QString path; ///< without <>
    Reply reply;
    bool operator==(const RefusedPath &) const = default;
};

/// A failed submission or server check, whole. A value; any thread. Made by classify() and the worker, worded
/// by ui/common/ProblemText, printed by pennypost-cli.
struct SubmissionError
{
    Problem problem = Problem::Refused;
    Stage stage = Stage::Preparing;
    std::optional<Reply> reply; ///< the one that decided, verbatim
    QList<RefusedPath> refused; ///< every refused recipient, also beside another problem
    QStringList delivered;      ///< paths that have the letter all the same: it takes several transactions
    QString detail;             ///< host, file, mechanism list or the system's text, by problem
    std::optional<PeerCertificate> certificate; ///< for the certificate problems
    qint64 limit = 0;                           ///< octets, for LetterTooLarge where the server said it
    qint64 size = 0;                            ///< octets of the letter, for LetterTooLarge
    bool signedIn = false;                      ///< AUTH had succeeded before
    /// For MayHaveBeenSent, how the wait for the server's word ended: ConnectionLost or another transport
    /// problem, TimedOut, Cancelled (the program ended) or ProtocolViolation (what came, in `reply` or
    /// `detail`, is no answer).
    std::optional<Problem> doubt;
    /// For SecretUnavailable, where a keychain was asked: which remedy helps depends on it. The same for a
    /// pass phrase (PassPhraseUnavailable) and a proxy's password.
    std::optional<SecretError::Kind> secret;
    /// For ClientCertificateUnusable.
    std::optional<ClientCertificateError> ownCertificate;
    /// For what failed by the client's own judgement of a sign-in: SCRAM without a verified signature, too
    /// many iterations. The server need not know of it.
    std::optional<SaslError> signIn;
    /// For LetterUnreadable: what of the letter could not be read, and how; `detail` has it as one line.
    std::optional<MimeError> unreadable;

    bool operator==(const SubmissionError &) const = default;
};

/// A keychain, or the session's memory, gave no password to submit with; at Stage::Preparing. Pure.
SubmissionError secretUnavailable(const SecretError &error);

/// An account's own certificate can't be shown; at Stage::Preparing. Pure.
SubmissionError clientCertificateUnusable(ClientCertificateError error, const QString &detail = {});

/// When trying the same again makes sense.
enum class RetryAdvice {
    Never,  ///< a person must change something
    Later,  ///< by itself, after a while
    Decide, ///< may have been sent: a person decides, never a timer
};
RetryAdvice retryOf(const SubmissionError &error);

/// Whether the server said no to the password or token itself, so that the same one need not be tried again.
/// Pure.
bool refusesSecret(const SubmissionError &error);

/// `reply` is one of those in `refused`: who lists these has said it.
bool isSaidToRecipient(const SubmissionError &error);
/// What is known beside the problem, `reply`, `refused` or else `detail`, came over the wire. Otherwise it is
/// the system's, the TLS library's or the keychain's.
bool isServersWord(const SubmissionError &error);

/// The table from a stage and a reply to a Problem; enhanced codes first, then the basic code. Pure.
Problem classify(Stage stage, const Reply &reply);

/// "MailFrom", "WrongPassword": names for logs, JSON and tests; never translated.
QString nameOf(Stage stage);
QString nameOf(Problem problem);

} // namespace pennypost

Q_DECLARE_METATYPE(pennypost::SubmissionError)
