// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong on the way to a server, up to a protected connection.
#include "ui/common/Bidi.h"
#include "ui/common/ProblemText.h"

namespace pennypost {

namespace {

/// What answered speaks HTTP: the network's sign-in page, as a rule.
bool isOfWeb(const QString &words)
{
    return words.startsWith(QLatin1StringView("HTTP/"), Qt::CaseInsensitive) ||
           words.contains(QLatin1StringView("<html"), Qt::CaseInsensitive);
}

/// A page in clear that the network puts its own in the place of; of the person's server, no stranger's.
QUrl portalOf(const ServerSettings &server)
{
    QUrl page;
    page.setScheme(QStringLiteral("http"));
    page.setHost(server.host);
    page.setPath(QStringLiteral("/"));
    return page;
}

/// Showing a certificate needs one.
Remedy pin(const SubmissionError &error)
{
    return error.certificate ? Remedy::PinCertificate : Remedy::TryAgain;
}

} // namespace

Remedy ProblemWords::otherPort(const ServerSettings &server)
{
    using Security = ServerSettings::Security;
    if (server.security == Security::Tls && server.port == 465)
        return Remedy::UseStartTls;
    if (server.security == Security::StartTls && server.port == 587)
        return Remedy::UseTls;
    return Remedy::EditServer;
}

QStringList ProblemWords::namesTried(const ProblemContext &context)
{
    QStringList names;
    for (const FailedAttempt &attempt : context.tried)
        names.append(Bidi::value(harmless(attempt.server.host)));
    names.append(serverIn(context));
    names.removeDuplicates();
    return names;
}

ProblemText ProblemWords::ofConnection(const SubmissionError &error, const ProblemContext &context)
{
    const QString server = serverIn(context);
    const QString port = QString::number(context.server.port);
    const QString issuer = error.certificate ? Bidi::value(harmless(error.certificate->issuer)) : QString();

    switch (error.problem) {
    case Problem::Offline:
        return text(
            tr("This computer is offline"),
            tr("There is no connection to any network, so nothing was sent. Try again as soon as you are "
               "back online."),
            Remedy::TryAgain);
    case Problem::HostNotFound: {
        const QString nearest = context.nearestHost.isEmpty()
                                    ? QString()
                                    : u' ' + tr("Did you mean “%1”?").arg(Bidi::value(context.nearestHost));
        if (const QStringList hosts = namesTried(context); hosts.size() > 1)
            return text(tr("There is no server of that name"),
                        tr("These names were tried, and nobody on the Internet knows a server called so: %1. "
                           "Please enter the name that your mail provider's help pages give.")
                                .arg(hosts.join(QStringLiteral(", "))) +
                            nearest,
                        Remedy::EditServer, Remedy::TryAgain);
        return text(
            tr("There is no server of that name"),
            tr("Nobody on the Internet knows a server called “%1”. Please check the name for a slip of the "
               "keyboard; your mail provider's help pages name the right one.")
                    .arg(server) +
                nearest,
            Remedy::EditServer, Remedy::TryAgain);
    }
    case Problem::ConnectionRefused:
        return text(
            tr("The server does not answer on this port"),
            tr("%1 lets nobody in on port %2. The port may be the wrong one, or the network you are in may "
               "block it. Try the other of the ports 465 and 587, another network, or a VPN.")
                .arg(server, port),
            otherPort(context.server), Remedy::TryAgain);
    case Problem::TimedOut:
        if (error.stage <= Stage::Connect)
            return text(
                tr("The server could not be reached in time"),
                tr("%1 did not answer on port %2. Many networks block mail ports: try the other of the ports "
                   "465 and 587, another network, or a VPN.")
                    .arg(server, port),
                otherPort(context.server), Remedy::TryAgain);
        if (error.stage == Stage::Greeting)
            return text(
                tr("The server did not greet"),
                tr("%1 took the connection on port %2 and then said nothing, so we gave up waiting and "
                   "nothing "
                   "was sent. It may be busy: try again in a few minutes. If it goes on, the port or the "
                   "security setting may be the wrong one.")
                    .arg(server, port),
                Remedy::TryAgain, Remedy::EditServer);
        return text(
            tr("The server took too long"),
            tr("%1 stopped answering, so we gave up waiting and nothing was sent. It may be busy: try again "
               "in a few minutes.")
                    .arg(server) +
                u' ' + atStep(error.stage),
            Remedy::TryAgain);
    case Problem::ConnectionLost:
        return text(tr("The connection was cut"),
                    tr("The connection to %1 ended before its time, and nothing was handed over. Check your "
                       "network and try again.")
                            .arg(server) +
                        u' ' + atStep(error.stage),
                    Remedy::TryAgain, error.stage <= Stage::Hello ? Remedy::EditServer : Remedy::None);
    case Problem::NotSmtp: {
        const bool isWeb = isOfWeb(error.detail);
        ProblemText words = text(
            tr("This is not a mail server"),
            tr("Something else than a mail server answered at %1, port %2. In a hotel, a train or a café you "
               "may have to sign in to the network first: open any page in your browser, then try again. "
               "Otherwise check the server's name and port.")
                .arg(server, port),
            isWeb ? Remedy::OpenHelpLink : Remedy::TryAgain, isWeb ? Remedy::TryAgain : Remedy::EditServer);
        if (isWeb) {
            words.button = tr("Open the &browser");
            words.link = portalOf(context.server);
        }
        return words;
    }
    case Problem::ServerRefusesUs:
        return text(
            tr("The server refuses this computer"),
            tr("%1 does not take mail from where you are, whoever you are. Its blocklist may hold the "
               "network "
               "you are in, or it may not be the server for sending. Try another network, or check the "
               "server's name.")
                .arg(server),
            Remedy::EditServer, Remedy::TryAgain);
    case Problem::TlsOnPlainPort:
        return text(
            tr("This port begins without encryption"),
            tr("We spoke TLS from the first byte, but %1 waits for plain text on port %2 and encrypts later, "
               "by STARTTLS. Switch to STARTTLS, which protects just as well.")
                .arg(server, port),
            Remedy::UseStartTlsHere, Remedy::EditServer);
    case Problem::PlainOnTlsPort:
        return text(
            tr("This port is encrypted from the start"),
            tr("%1 waits for TLS from the first byte on port %2, and we waited for its greeting. Switch to "
               "TLS.")
                .arg(server, port),
            Remedy::UseTlsHere, Remedy::EditServer);
    case Problem::TlsFailed:
        return text(
            tr("The connection could not be encrypted"),
            tr("We and %1 could not agree on how to encrypt, so nothing was sent. A proxy or an antivirus "
               "program in between may be in the way. Try again, or try the other security setting.")
                .arg(server),
            Remedy::TryAgain, Remedy::EditServer);
    case Problem::TlsTooOld:
        return text(
            tr("The server's encryption is too old"),
            tr("%1 offers only versions of TLS that are known to be broken; we ask for TLS 1.2 or newer. "
               "Please ask your provider for another server, or to renew this one.")
                .arg(server),
            Remedy::EditServer);
    case Problem::CertificateUntrusted:
        return text(
            tr("The server's certificate is not trusted"),
            issuer.isEmpty()
                ? tr("%1 proves who it is with a certificate that nobody known to this computer vouches for, "
                     "so it could be anyone. If it is your own server, compare the fingerprint and trust "
                     "exactly this certificate.")
                      .arg(server)
                : tr("%1 proves who it is with a certificate made by “%2”, whom this computer does not know, "
                     "so it could be anyone. If that is your own server or your antivirus program, compare "
                     "the fingerprint and trust exactly this certificate.")
                      .arg(server, issuer),
            pin(error), Remedy::EditServer);
    case Problem::CertificateRevoked:
        return text(
            tr("The server's certificate was revoked"),
            tr("Whoever made the certificate of %1 says that it counts no more: its key may have been "
               "stolen. Nothing was sent. Ask the server's owner.")
                .arg(server),
            Remedy::TryAgain, Remedy::EditServer);
    case Problem::CertificateWeak:
        return text(tr("The server's certificate is too weak"),
                    tr("The certificate of %1 is signed or keyed in a way that can be forged today, so it "
                       "proves nothing. The server's owner must renew it; only if you know the fingerprint, "
                       "trust exactly this certificate.")
                        .arg(server),
                    pin(error), Remedy::EditServer);
    case Problem::ClientCertificateNeeded:
    case Problem::ClientCertificateUnusable:
        return ofOwnCertificate(error, context);
    case Problem::ProxyUnreachable:
    case Problem::ProxyAuthenticationRequired:
    case Problem::ProxyRefused:
        return ofProxy(error, context);
    case Problem::CertificateExpired:
        return text(
            tr("The server's certificate is not valid today"),
            tr("The certificate of %1 has run out or is not valid yet. First check this computer's date and "
               "time. If they are right, the server's owner must renew it; only if you know the fingerprint, "
               "trust exactly this certificate.")
                .arg(server),
            pin(error), Remedy::EditServer);
    case Problem::CertificateWrongName:
        return text(
            tr("The certificate belongs to another server"),
            tr("What answers as %1 proves to be somebody else. Most often the server's name is mistyped or "
               "only its second name: the certificate says for which names it stands.")
                .arg(server),
            Remedy::EditServer, pin(error));
    case Problem::CertificateNotPinned:
        return text(
            tr("The server shows another certificate than before"),
            tr("For %1 you trusted one certificate alone, and this is not it. Its owner may have renewed it, "
               "or somebody may be listening in. Ask the owner for the new fingerprint before you trust it.")
                .arg(server),
            pin(error), Remedy::EditServer);
    case Problem::StartTlsMissing:
        return text(
            tr("The server does not offer encryption here"),
            tr("%1 does not offer STARTTLS on port %2. In clear anybody on the way could read along, so we "
               "stopped. Try TLS on port 465.")
                .arg(server, port),
            Remedy::UseTls, Remedy::EditServer);
    case Problem::StartTlsRefused:
        return text(
            tr("The server refused to encrypt"),
            tr("%1 offers STARTTLS but did not go through with it, so we stopped before anything private "
               "went out. Try again in a few minutes, or try TLS on port 465.")
                .arg(server),
            Remedy::TryAgain, Remedy::UseTls);
    case Problem::InjectedBeforeTls:
        return text(
            tr("Somebody tampers with the connection"),
            tr("Just before encryption began, bytes came in that %1 could not have sent rightly. This is how "
               "an attack looks, so we stopped and nothing was sent. Use another network, or TLS on port "
               "465.")
                .arg(server),
            Remedy::UseTls, Remedy::TryAgain);
    default:
        return {};
    }
}

} // namespace pennypost
