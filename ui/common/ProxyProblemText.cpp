// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong at a proxy: the account's own, or the one of the system's settings.
#include "ui/common/Bidi.h"
#include "ui/common/ProblemText.h"

namespace pennypost {

ProblemText ProblemWords::ofProxy(const SubmissionError &error, const ProblemContext &context)
{
    const QString server = serverIn(context);
    const QString port = QString::number(context.server.port);
    const bool own = context.server.proxy.isNamed();
    const QString proxy = Bidi::value(harmless(context.server.proxy.host));

    if (error.problem == Problem::ProxyRefused)
        return text(tr("The proxy does not let mail through"),
                    own ? tr("The proxy %1 of this account refuses to connect to %2 on port %3. Ask who runs "
                             "it to allow that, or try the other of the ports 465 and 587.")
                              .arg(proxy, server, port)
                        : tr("The proxy in this computer's settings refuses to connect to %1 on port %2. Ask "
                             "who runs your network to allow it, or try the other of the ports 465 and 587.")
                              .arg(server, port),
                    otherPort(context.server), Remedy::TryAgain);
    if (error.problem == Problem::ProxyUnreachable)
        return own ? text(tr("The proxy does not answer"),
                          tr("This account goes through the proxy %1, and nothing there answers as one. "
                             "Check it in the server settings, or the network itself; nothing was sent.")
                              .arg(proxy),
                          Remedy::EditServer, Remedy::TryAgain)
                   : text(tr("The proxy does not answer"),
                          tr("This computer's settings send all connections through a proxy, and that does "
                             "not answer as one. Check the proxy in the system's network settings, or the "
                             "network itself; nothing was sent."),
                          Remedy::TryAgain, Remedy::EditServer);
    if (error.secret) {
        ProblemText words = of(SecretError{*error.secret, error.detail});
        words.title = tr("The proxy's password could not be read");
        words.remedy = Remedy::TryAgain;
        words.button = buttonOf(words.remedy);
        words.secondRemedy = Remedy::EditServer;
        words.secondButton = buttonOf(words.secondRemedy);
        return words;
    }
    return own ? text(tr("The proxy wants you to sign in"),
                      tr("The proxy %1 of this account lets nobody through without a user name and a "
                         "password, or not with these. Correct them in the server settings; nothing was "
                         "sent.")
                          .arg(proxy),
                      Remedy::EditServer, Remedy::TryAgain)
               : text(tr("The proxy wants you to sign in"),
                      tr("The proxy in this computer's settings lets nobody through without a user name and "
                         "a password, or not with those it has. Correct them in the system's network "
                         "settings, or name the proxy in the server settings; nothing was sent."),
                      Remedy::TryAgain, Remedy::EditServer);
}

} // namespace pennypost
