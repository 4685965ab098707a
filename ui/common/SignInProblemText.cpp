// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong while signing in.
#include "ui/common/Bidi.h"
#include "ui/common/ProblemText.h"

namespace pennypost {

namespace {

/// RFC 4954 6: what was tried is weaker than this server wants.
bool isTooWeak(const SubmissionError &error)
{
    return error.reply && (error.reply->code == 534 || error.reply->enhanced == EnhancedStatus{5, 7, 9});
}

/// Adds the provider's page as the first or second thing to do; does nothing without one.
void offerLink(ProblemText &words, const QUrl &link, const QString &button, bool first)
{
    if (!link.isValid() || link.isEmpty())
        return;
    words.link = link;
    if (first) {
        words.secondRemedy = words.remedy;
        words.secondButton = words.button;
    }
    (first ? words.remedy : words.secondRemedy) = Remedy::OpenHelpLink;
    (first ? words.button : words.secondButton) = button;
}

} // namespace

ProblemText ProblemWords::ofSignIn(const SubmissionError &error, const ProblemContext &context)
{
    const QString server = serverIn(context);
    const QString user = context.server.userName.isEmpty() ? tr("this account")
                                                           : Bidi::value(harmless(context.server.userName));
    const QUrl appPasswordHelp = context.provider ? context.provider->appPasswordHelp : QUrl();
    const QUrl accessHelp = context.provider ? context.provider->accessHelp : QUrl();
    ProblemText words;

    switch (error.problem) {
    case Problem::SecretUnavailable:
        if (error.secret)
            return of(SecretError{*error.secret, error.detail});
        return text(
            tr("The password could not be read"),
            tr("There is no password at hand for %1: the keyring is locked, absent, or holds none. Unlock it "
               "and try again, or enter the password anew.")
                .arg(user),
            Remedy::EditPassword, Remedy::TryAgain);
    case Problem::PracticeServerFailed:
        return text(tr("The practice server does not start"),
                    tr("It runs inside Pennypost, on this computer. What stopped it stands below."),
                    Remedy::TryAgain);
    case Problem::NoCommonMechanism:
        if (error.detail.contains(QLatin1StringView("XOAUTH2")) ||
            error.detail.contains(QLatin1StringView("OAUTHBEARER")))
            return text(
                tr("The server wants another way to sign in"),
                tr("%1 offers %2. It seems to want you to sign in through the browser, which this version "
                   "cannot do yet; an app password may help where the provider gives them.")
                    .arg(server, harmless(error.detail)),
                Remedy::EditServer);
        return text(
            tr("There is no way to sign in that both sides know"),
            error.detail.isEmpty()
                ? tr("%1 offers no way to sign in at all here. It may be the wrong server or port; a server "
                     "that wants no sign-in needs an empty user name.")
                      .arg(server)
                : tr("%1 offers %2, and none of that fits your account's settings. Choose “automatic” as the "
                     "way to sign in, or ask your provider.")
                      .arg(server, harmless(error.detail)),
            Remedy::EditServer);
    case Problem::EncryptionRequired:
        if (error.reply && context.server.security != ServerSettings::Security::None) {
            const Remedy other = otherPort(context.server);
            return text(
                tr("The server does not see the encryption"),
                tr("The connection to %1 is encrypted, and it asks for encryption all the same, so it "
                   "may be set up wrongly on this port. Try the other of the ports 465 and 587, or "
                   "tell your provider.")
                    .arg(server),
                other, other == Remedy::EditServer ? Remedy::TryAgain : Remedy::EditServer);
        }
        return text(
            tr("This takes an encrypted connection"),
            tr("The connection to %1 is not encrypted, and a password or a letter must not go out like that. "
               "Switch encryption on: TLS on port 465, or STARTTLS on port 587.")
                .arg(server),
            Remedy::UseTls, Remedy::EditServer);
    case Problem::WrongPassword:
        if (!error.reply)
            return text(
                tr("The password cannot be sent"),
                tr("The user name or the password of %1 holds a character that no server takes. Please enter "
                   "them again.")
                    .arg(user),
                Remedy::EditPassword);
        words = text(
            tr("The password was not accepted"),
            (context.passwordTyped
                 ? tr("%1 did not take the user name “%2” with the password you entered. Check both, and the "
                      "Caps Lock key, and enter the password again.")
                 : tr("%1 did not take the user name “%2” with the stored password. Check both, and the Caps "
                      "Lock "
                      "key, and enter the password again."))
                .arg(server, user),
            Remedy::EditPassword);
        if (!appPasswordHelp.isEmpty())
            words.sentence +=
                u' ' + tr("With this provider mail programs need an app password instead of your own.");
        offerLink(words, appPasswordHelp, tr("&How to make an app password"), false);
        return words;
    case Problem::AppPasswordNeeded:
        words = text(
            tr("An app password is needed"),
            tr("Your own password is not meant for mail programs at this provider. Make an app password "
               "(some "
               "call it an authorization code) on the provider's web pages, then enter it here in place of "
               "your password."),
            Remedy::EditPassword);
        offerLink(words, appPasswordHelp, tr("&How to make an app password"), true);
        return words;
    case Problem::PasswordChangeNeeded:
        return text(
            tr("The password has to be renewed"),
            tr("%1 does not let %2 sign in before the password has been changed, or confirmed by signing in "
               "once elsewhere. Do so on your provider's web pages, then enter the one that counts from now "
               "on.")
                .arg(server, user),
            Remedy::EditPassword, Remedy::TryAgain);
    case Problem::PasswordsDisabled:
        words = text(
            tr("Passwords are switched off for this account"),
            tr("The organisation behind %1 does not let mail programs sign in with a password. Ask the "
               "administrator to allow authenticated SMTP for %2, or switch access for mail programs on in "
               "the provider's web settings.")
                .arg(server, user),
            Remedy::EditServer);
        offerLink(words, accessHelp, tr("&How to switch it on"), true);
        return words;
    case Problem::TokenRefused:
        return text(
            tr("The sign-in has run out"),
            tr("%1 no longer accepts the sign-in that was kept for %2. Sign in once more.").arg(server, user),
            Remedy::EditPassword, Remedy::TryAgain);
    case Problem::MechanismRefused:
        if (isTooWeak(error))
            return text(
                tr("The server wants a stronger way to sign in"),
                tr("%1 asks for a stronger way to sign in than any that it shares with Pennypost. Ask your "
                   "provider whether a weaker one can be allowed for %2, or for another server.")
                    .arg(server, user),
                Remedy::EditServer, Remedy::TryAgain);
        return text(
            tr("The server refused the way we sign in"),
            tr("%1 offers ways to sign in that it then did not go through with. Choose another one in the "
               "account's settings, or try again later.")
                .arg(server),
            Remedy::EditServer, Remedy::TryAgain);
    case Problem::AuthenticationRequired:
        if (error.signedIn)
            return text(
                tr("Signing in was not enough"),
                tr("%1 took the sign-in of %2 and wants another one all the same. It may be the wrong "
                   "server or port for this account; ask your provider which one takes letters.")
                    .arg(server, user),
                Remedy::EditServer, Remedy::TryAgain);
        return text(
            tr("The server wants you to sign in"),
            tr("%1 takes letters only from people who have signed in. Add a user name and a password to the "
               "account.")
                .arg(server),
            Remedy::EditPassword, Remedy::EditServer);
    case Problem::AuthenticationDelayed:
        return text(tr("Signing in does not work at the moment"),
                    tr("%1 cannot check passwords right now, or has seen too many attempts. Your password is "
                       "probably "
                       "right: wait a few minutes and try again.")
                        .arg(server),
                    Remedy::TryAgain);
    default:
        return {};
    }
}

} // namespace pennypost
