// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RemedyText.h"

namespace pennypost {

namespace {

QString fixed(Problem problem)
{
    using L = QLatin1StringView;
    const auto text = [problem]() -> L {
        switch (problem) {
        case Problem::HostNotFound:
            return L("look at the account's --server, and whether this computer is online");
        case Problem::ConnectionRefused:
            return L("look at the account's --server and --port: 465 and 587 are usual");
        case Problem::NotSmtp:
            return L("look at the account's --server and --port; a network that wants a sign-in first "
                     "answers so too");
        case Problem::ServerRefusesUs:
            return L("try from another network, or ask who runs the server");
        case Problem::TlsTooOld:
            return L("ask who runs the server for TLS 1.2 or later");
        case Problem::ProxyUnreachable:
        case Problem::ProxyRefused:
            return L("look at the account's --proxy (none goes without one), or ask who runs it");
        case Problem::ProxyAuthenticationRequired:
            return L("give the account a --proxy with USER@, and its password by --proxy-password-stdin");
        case Problem::CertificateUntrusted:
            return L("if who runs the server tells the same fingerprint, give it to --pin; or its authority "
                     "to --ca");
        case Problem::CertificateNotPinned:
            return L(
                "ask who runs the server whether it has a new certificate, and give that to --pin; if not, "
                "somebody else may be answering");
        case Problem::CertificateRevoked:
        case Problem::CertificateWeak:
            return L("ask who runs the server for another certificate");
        case Problem::ClientCertificateNeeded:
            return L("give the account a --client-certificate that this server knows the issuer of");
        case Problem::StartTlsRefused:
            return L("try again later, or --security tls");
        case Problem::InjectedBeforeTls:
            return L("try from another network");
        case Problem::NoCommonMechanism:
            return L("--trace FILE shows what the server offers; --mechanism may ask for what it lacks");
        case Problem::WrongPassword:
            return L("look at the account's --user, and give the right password by --password-stdin");
        case Problem::AppPasswordNeeded:
            return L("make one on the provider's web pages, and give it by --password-stdin");
        case Problem::PasswordChangeNeeded:
            return L("renew it on the provider's web pages, and give it by --password-stdin");
        case Problem::PasswordsDisabled:
            return L(
                "ask the administrator to allow authenticated SMTP, or use --mechanism XOAUTH2 with a token");
        case Problem::TokenRefused:
            return L("get a new token, and give it by --password-stdin");
        case Problem::SenderRefused:
            return L("send --from an address of the account, or with another --account");
        case Problem::RelayDenied:
            return L("sign in, or use the server that serves this account");
        case Problem::TooManyRecipients:
            return L("send to fewer at a time");
        case Problem::LetterTooLarge:
            return L("attach less, or send a link");
        case Problem::QuotaReached:
            return L("send it again later, at the latest after 24 hours");
        case Problem::SmtpUtf8Needed:
            return L("use an address in ASCII, or another server");
        case Problem::ExtensionMissing:
            return L("leave that option out, or use another server");
        default:
            return L("");
        }
    }();
    return text;
}

} // namespace

QString remedyOf(const SubmissionError &error)
{
    if (error.problem == Problem::CertificateWrongName && error.certificate &&
        !error.certificate->names.isEmpty())
        return u"it is for " + error.certificate->names.join(u", ") + u": give one of these to --server";
    if (error.problem == Problem::CertificateExpired && error.certificate) {
        const PeerCertificate &peer = *error.certificate;
        return u"it is valid from " + peer.notBefore.toUTC().toString(Qt::ISODate) + u" to " +
               peer.notAfter.toUTC().toString(Qt::ISODate) +
               u": look at this computer's clock, else tell who runs the server";
    }
    if (error.problem == Problem::AuthenticationRequired && !error.signedIn)
        return QStringLiteral("give the account a --user and a password");
    if (error.problem == Problem::RecipientsRefused)
        return QStringLiteral("correct the addresses, or leave these out");
    return fixed(error.problem);
}

} // namespace pennypost
