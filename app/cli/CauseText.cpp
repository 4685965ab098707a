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

QLatin1StringView textOf(SecretError::Kind kind)
{
    using L = QLatin1StringView;
    switch (kind) {
    case SecretError::Kind::NotFound:
        return L("the keychain has no password for this account: use --password-stdin");
    case SecretError::Kind::NoKeychain:
        return L("no keychain runs in this session: use --password-stdin");
    case SecretError::Kind::Locked:
        return L("the keychain is locked");
    case SecretError::Kind::Denied:
        return L("the keychain was not unlocked");
    case SecretError::Kind::TooLong:
        return L("the keychain can't hold this password");
    case SecretError::Kind::Other:
        return L("the keychain failed");
    }
    return {};
}

} // namespace

QString causeOf(const SubmissionError &error)
{
    const bool keychain = error.problem == Problem::SecretUnavailable && error.secret;
    QString cause = keychain ? textOf(*error.secret) : textOf(error.problem);
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

namespace {

QString lineOf(const MimeError &error)
{
    return error.detail.isEmpty() ? QStringLiteral("a line") : QString(u"line " + error.detail);
}

} // namespace

QString serverText(const QString &host, quint16 port)
{
    const QString name = host.contains(u':') ? QString(u'[' + host + u']') : host;
    return name + u':' + QString::number(port);
}

QString accountIdRule()
{
    return QStringLiteral("a-z, 0-9 and hyphens, at most 64, no hyphen first");
}

CliError cancelledError()
{
    SubmissionError error;
    error.problem = Problem::Cancelled;
    return {exitCodeOf(error), nameOf(error.problem), causeOf(error), {}};
}

CliError practiceServerError(const QString &reason)
{
    SubmissionError error;
    error.problem = Problem::PracticeServerFailed;
    return {exitCodeOf(error), nameOf(error.problem), causeOf(error), reason};
}

CliError badAddress(const QString &option, const QString &text, MailboxError error)
{
    return {ExitCode::Data,
            QStringLiteral("BadAddress"),
            QString(option + u" is no address (" + causeOf(error) + u"): " + text.simplified()),
            {}};
}

CliError cliError(const MimeError &error)
{
    const auto with = [&](const QString &problem, const QString &cause, const QString &detail = {}) {
        return CliError{exitCodeOf(error), problem,
                        error.subject.isEmpty() ? cause : QString(cause + u": " + error.subject.simplified()),
                        detail.isEmpty() ? error.detail : detail};
    };
    switch (error.kind) {
    case MimeError::Kind::FileMissing:
        // An argument's octet that is no UTF-8 cannot be kept in a QString, and so names no file any more.
        if (error.subject.contains(QChar::ReplacementCharacter))
            return with(
                QStringLiteral("FileUnreadable"),
                QStringLiteral("a file whose name is not UTF-8 can't be opened: give it another name"));
        return with(QStringLiteral("FileMissing"), QStringLiteral("no such file"));
    case MimeError::Kind::FileUnreadable:
        return with(QStringLiteral("FileUnreadable"), QStringLiteral("can't read the file"));
    case MimeError::Kind::FileChanged:
        return with(QStringLiteral("FileChanged"), QStringLiteral("the file changed meanwhile"));
    case MimeError::Kind::BadHeader:
        return with(QStringLiteral("BadHeader"), QStringLiteral("this header field can't be sent"));
    case MimeError::Kind::BadAddress:
        return with(QStringLiteral("BadAddress"), QStringLiteral("this address can't be sent to"));
    case MimeError::Kind::BadEncoding:
        return with(QStringLiteral("BadEncoding"), QStringLiteral("this letter can't be sent as it is"),
                    lineOf(error) + QStringLiteral(" has a bare CR, a NUL or over 998 octets"));
    case MimeError::Kind::HeaderNotUtf8:
        return with(QStringLiteral("BadHeader"),
                    QString(u"the header field " + error.field + u" in " + lineOf(error) +
                            u" is not UTF-8, and can't be sent as it is"),
                    QStringLiteral("write it in ASCII, as encoded words (RFC 2047), or in UTF-8"));
    case MimeError::Kind::NoHeader:
        if (error.detail.isEmpty())
            return with(QStringLiteral("BadLetter"), QStringLiteral("this is no letter: it has no header"));
        return with(QStringLiteral("BadLetter"), QStringLiteral("this is no letter: its header is broken"),
                    lineOf(error) + QStringLiteral(" is no header field"));
    }
    return {};
}

CliError cliError(const SecretError &error)
{
    return {exitCodeOf(error), QStringLiteral("SecretUnavailable"), textOf(error.kind), error.detail};
}

CliError cliError(const AccountStoreError &error, const QString &file)
{
    using Kind = AccountStoreError::Kind;
    const auto with = [&](const QString &problem, const QString &cause, const QString &detail = {}) {
        return CliError{exitCodeOf(error), problem, cause, detail};
    };
    const QString accounts = u"the accounts file " + file;
    switch (error.kind) {
    case Kind::CannotRead:
        return with(QStringLiteral("AccountsUnreadable"), QString(accounts + u" can't be read"),
                    error.detail);
    case Kind::CannotWrite:
        return with(QStringLiteral("AccountsUnwritable"), QString(accounts + u" can't be written"),
                    error.detail);
    case Kind::Busy:
        return with(QStringLiteral("AccountsBusy"),
                    QString(accounts + u" is in use by another process: nothing was changed, try again"));
    case Kind::Damaged:
        return with(QStringLiteral("AccountsDamaged"),
                    QString(accounts + u" is damaged, and was left as it is: mend it or move it away"),
                    error.detail);
    case Kind::TooNew:
        return with(QStringLiteral("AccountsTooNew"),
                    QString(accounts + u" was written by a later version, and was left as it is"),
                    QString(u"its version is " + error.detail));
    case Kind::InvalidId:
        return with(QStringLiteral("InvalidId"),
                    QString(u"this can't be an account's id (" + accountIdRule() + u"): " +
                            error.detail.simplified()));
    case Kind::InvalidValue:
        return with(QStringLiteral("InvalidValue"),
                    QString(u"this account holds what can't be stored: " + error.detail));
    case Kind::UnknownId:
        return with(QStringLiteral("UnknownAccount"), QString(u"no account " + error.detail));
    case Kind::DuplicateId:
        return with(QStringLiteral("DuplicateAccount"),
                    QString(u"there is an account " + error.detail + u" already"));
    }
    return {};
}

} // namespace pennypost
