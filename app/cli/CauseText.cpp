// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CauseText.h"

namespace pennypost {

namespace {

QLatin1StringView textOf(Problem problem)
{
    using L = QLatin1StringView;
    switch (problem) {
    case Problem::Offline:
        return L("there is no network");
    case Problem::HostNotFound:
        return L("the server's name was not found");
    case Problem::ConnectionRefused:
        return L("the server takes no connection on this port");
    case Problem::TimedOut:
        return L("the server did not answer in time");
    case Problem::ConnectionLost:
        return L("the connection was lost; the letter was not sent");
    case Problem::NotSmtp:
        return L("what answers there is no mail server");
    case Problem::ServerRefusesUs:
        return L("the server does not serve this network");
    case Problem::TlsOnPlainPort:
        return L("this port does not speak TLS from the start: try --security starttls");
    case Problem::PlainOnTlsPort:
        return L("this port wants TLS from the start: try --security tls");
    case Problem::TlsFailed:
        return L("the connection could not be encrypted");
    case Problem::TlsTooOld:
        return L("the server's TLS is too old");
    case Problem::ProxyUnreachable:
        return L("the proxy can't be reached, or is none");
    case Problem::ProxyAuthenticationRequired:
        return L("the proxy wants a sign-in");
    case Problem::ProxyRefused:
        return L("the proxy lets nobody through to this server and port");
    case Problem::CertificateRevoked:
        return L("the server's certificate was revoked by its issuer");
    case Problem::CertificateWeak:
        return L("the server's certificate is too weak: a SHA-1 signature or a short key");
    case Problem::ClientCertificateNeeded:
        return L("the server wants a certificate of yours, or does not believe it");
    case Problem::ClientCertificateUnusable:
        return L("the client certificate can't be used");
    case Problem::CertificateUntrusted:
        return L("the server's certificate is not trusted");
    case Problem::CertificateExpired:
        return L("the server's certificate has expired or is not valid yet");
    case Problem::CertificateWrongName:
        return L("the server's certificate is for another name");
    case Problem::CertificateNotPinned:
        return L("the server's certificate is not the pinned one");
    case Problem::StartTlsMissing:
        return L("the server offers no encryption (STARTTLS): try --security tls");
    case Problem::StartTlsRefused:
        return L("the server refused to encrypt (STARTTLS)");
    case Problem::InjectedBeforeTls:
        return L("somebody tampers with the connection: data before encryption began");
    case Problem::SecretUnavailable:
        return L("the password is not to be had");
    case Problem::PracticeServerFailed:
        return L("the practice server could not start");
    case Problem::NoCommonMechanism:
        return L("no sign-in method in common with the server");
    case Problem::EncryptionRequired:
        return L("a password is not sent over a connection in clear");
    case Problem::WrongPassword:
        return L("user name or password wrong");
    case Problem::AppPasswordNeeded:
        return L("the provider wants an app password");
    case Problem::PasswordChangeNeeded:
        return L("the password has to be renewed first");
    case Problem::PasswordsDisabled:
        return L("passwords are switched off for this account");
    case Problem::TokenRefused:
        return L("the sign-in token was refused");
    case Problem::MechanismRefused:
        return L("the server refused this sign-in method");
    case Problem::AuthenticationRequired:
        return L("the server wants a sign-in: the account has none");
    case Problem::AuthenticationDelayed:
        return L("the server can't check passwords at the moment");
    case Problem::SenderRefused:
        return L("the sender's address was refused");
    case Problem::RecipientsRefused:
        return L("recipients were refused; the letter was not sent");
    case Problem::RelayDenied:
        return L("the server does not send to this recipient");
    case Problem::TooManyRecipients:
        return L("too many recipients for one letter");
    case Problem::LetterTooLarge:
        return L("the letter is too large for this server");
    case Problem::QuotaReached:
        return L("the limit of letters is reached for now");
    case Problem::ContentRefused:
        return L("the letter's content was refused");
    case Problem::SmtpUtf8Needed:
        return L("an address or header needs SMTPUTF8, which the server has not");
    case Problem::EightBitMimeNeeded:
        return L(
            "the letter holds 8-bit characters and the server takes none (no 8BITMIME): have it composed "
            "instead of --eml, or send it through another server");
    case Problem::ExtensionMissing:
        return L("the letter asks for an extension that the server does not offer");
    case Problem::Malformed:
        return L("the server found the letter malformed");
    case Problem::Temporary:
        return L("the server can't take it now: try again later");
    case Problem::Refused:
        return L("the server refused");
    case Problem::ProtocolViolation:
        return L("the server misbehaves");
    case Problem::LetterUnreadable:
        return L("the letter can't be read");
    case Problem::StoreFailed:
        return L("the profile can't be written to; nothing was sent");
    case Problem::Cancelled:
        return L("cancelled; nothing was sent");
    case Problem::MayHaveBeenSent:
        return L("it may have been sent"); // doubtOf() says why
    }
    return {};
}

/// ": it has 1200 octets, the server's limit is 1000", as far as it is known.
QString sizesOf(const SubmissionError &error)
{
    const QString size = QStringLiteral(": it has %1 octets").arg(error.size);
    if (error.limit > 0 && error.size > error.limit)
        return size + QStringLiteral(", the server's limit is %1").arg(error.limit);
    if (error.limit > 0 && error.size == 0)
        return QStringLiteral(": its limit is %1 octets").arg(error.limit);
    return error.size > 0 ? size : QString();
}

/// Why nobody knows.
QString doubtOf(const SubmissionError &error)
{
    switch (error.doubt.value_or(Problem::ConnectionLost)) {
    case Problem::TimedOut:
        return QStringLiteral("the server did not answer the whole letter in time");
    case Problem::ProtocolViolation:
        return QStringLiteral("the server answered the whole letter with something that is no reply to it");
    case Problem::Cancelled:
        return QStringLiteral("the program ended before the server had answered the whole letter");
    default:
        return QStringLiteral("the connection was lost after the whole letter");
    }
}

} // namespace

QString causeOf(SecretError::Kind kind, AccountSecret which)
{
    const QString option = stdinOption(which);
    const QLatin1StringView name = nameOf(which);
    switch (kind) {
    case SecretError::Kind::NotFound:
        return u"the keychain has no " + name + u" for this account: use " + option;
    case SecretError::Kind::NoKeychain:
        return u"no keychain runs in this session: use " + option;
    case SecretError::Kind::Locked:
        return QStringLiteral("the keychain is locked");
    case SecretError::Kind::Denied:
        return QStringLiteral("the keychain was not unlocked");
    case SecretError::Kind::TooLong:
        return u"the keychain can't hold this " + name;
    case SecretError::Kind::Other:
        return QStringLiteral("the keychain failed");
    }
    return {};
}

QString stdinOption(AccountSecret which)
{
    switch (which) {
    case AccountSecret::Password:
        break;
    case AccountSecret::PassPhrase:
        return QStringLiteral("--pass-phrase-stdin");
    case AccountSecret::ProxyPassword:
        return QStringLiteral("--proxy-password-stdin");
    }
    return QStringLiteral("--password-stdin");
}

QLatin1StringView nameOf(AccountSecret which)
{
    using L = QLatin1StringView;
    switch (which) {
    case AccountSecret::Password:
        return L("password");
    case AccountSecret::PassPhrase:
        return L("pass phrase");
    case AccountSecret::ProxyPassword:
        return L("proxy password");
    }
    return {};
}

QString causeOf(ClientCertificateError error)
{
    switch (error) {
    case ClientCertificateError::Unreadable:
        return QStringLiteral("the client certificate's file holds none, neither PEM nor PKCS#12");
    case ClientCertificateError::WrongPassPhrase:
        return QStringLiteral("the client certificate's pass phrase is wrong or missing");
    case ClientCertificateError::NoKey:
        return QStringLiteral("the client certificate's file holds no private key that fits it");
    case ClientCertificateError::Expired:
        return QStringLiteral("the client certificate has expired or is not valid yet");
    case ClientCertificateError::Weak:
        return QStringLiteral("the client certificate is too weak: a SHA-1 signature or a short key");
    case ClientCertificateError::FileMissing:
        return QStringLiteral("the client certificate's file is not there");
    case ClientCertificateError::FileUnreadable:
        return QStringLiteral("the client certificate's file can't be read");
    case ClientCertificateError::PassPhraseUnavailable:
        return QStringLiteral("the client certificate's pass phrase is not to be had");
    }
    return {};
}

QString causeOf(const SubmissionError &error)
{
    QString cause = textOf(error.problem);
    if (error.problem == Problem::SecretUnavailable && error.secret)
        cause = causeOf(*error.secret, AccountSecret::Password);
    if (error.problem == Problem::ClientCertificateUnusable && error.ownCertificate)
        cause = causeOf(*error.ownCertificate);
    if (error.problem == Problem::ClientCertificateUnusable && error.secret)
        cause += u": " + causeOf(*error.secret, AccountSecret::PassPhrase);
    if (error.problem == Problem::ProxyAuthenticationRequired && error.secret)
        cause =
            u"the proxy's password is not to be had: " + causeOf(*error.secret, AccountSecret::ProxyPassword);
    if (error.problem == Problem::EncryptionRequired && error.reply)
        cause = QStringLiteral("the server asks for an encrypted connection");
    if (error.problem == Problem::AuthenticationRequired && error.signedIn)
        cause =
            QStringLiteral("the server still wants a sign-in, though it took ours: it may not be the server "
                           "for this account, or sending is switched off there");
    if (error.problem == Problem::LetterTooLarge)
        cause += sizesOf(error);
    if (error.problem == Problem::MayHaveBeenSent)
        cause = doubtOf(error) + QStringLiteral(": it may have been sent. Ask before sending again");
    return cause;
}

QString causeOf(const Receipt &receipt)
{
    if (receipt.refused.isEmpty())
        return {};
    return QStringLiteral("the letter was accepted, but not for %1 of its %2 recipients")
        .arg(receipt.refused.size())
        .arg(receipt.refused.size() + receipt.accepted.size());
}

QString causeOf(MailboxError error)
{
    switch (error) {
    case MailboxError::Empty:
        return QStringLiteral("nothing there");
    case MailboxError::MissingAt:
        return QStringLiteral("no @");
    case MailboxError::HiddenAt:
        return QStringLiteral("an @ only within parentheses, brackets or quotes");
    case MailboxError::MissingLocalPart:
        return QStringLiteral("nothing before the @");
    case MailboxError::MissingDomain:
        return QStringLiteral("nothing after the @");
    case MailboxError::BadDot:
        return QStringLiteral("a dot where none may be");
    case MailboxError::BadLocalPart:
        return QStringLiteral("a character before the @ that needs quotes");
    case MailboxError::BadDomain:
        return QStringLiteral("no domain after the @");
    case MailboxError::BadLiteral:
        return QStringLiteral("no IP address between the brackets");
    case MailboxError::UnclosedQuote:
        return QStringLiteral("a quote that is not closed");
    case MailboxError::UnclosedComment:
        return QStringLiteral("a parenthesis that is not closed");
    case MailboxError::UnclosedAngle:
        return QStringLiteral("a < that is not closed");
    case MailboxError::TextAfterAddress:
        return QStringLiteral("more than one address");
    case MailboxError::ControlCharacter:
        return QStringLiteral("a control character");
    case MailboxError::TooLong:
        return QStringLiteral("too long");
    case MailboxError::TooDeep:
        return QStringLiteral("too many comments in one another");
    }
    return {};
}

} // namespace pennypost
