// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong with a certificate of the person's own, at the server or before it.
#include "ui/common/ProblemText.h"

namespace pennypost {

QString ProblemWords::of(ClientCertificateError error)
{
    switch (error) {
    case ClientCertificateError::Unreadable:
        return tr("There is no certificate in this file. It has to be a PEM or a PKCS#12 file (.pem, .p12 or "
                  ".pfx).");
    case ClientCertificateError::WrongPassPhrase:
        return tr("This file is locked with a pass phrase, and the one given, if any, does not open it.");
    case ClientCertificateError::NoKey:
        return tr("The private key that belongs to the certificate is not in this file. Export both "
                  "together.");
    case ClientCertificateError::Expired:
        return tr("The certificate has run out or is not valid yet. See that this computer's date and time "
                  "are right, or ask for a new one.");
    case ClientCertificateError::Weak:
        return tr("The certificate is signed or keyed in a way that can be forged today, so no server should "
                  "take it. Ask for a new one.");
    case ClientCertificateError::FileMissing:
        return tr("There is no such file. It may have been moved or renamed.");
    case ClientCertificateError::FileUnreadable:
        return tr("The file can't be read. See that it is a file which you may open, and that its disk is "
                  "there.");
    case ClientCertificateError::PassPhraseUnavailable:
        return tr("The keyring did not give its pass phrase.");
    }
    return {};
}

ProblemText ProblemWords::ofOwnCertificate(const SubmissionError &error, const ProblemContext &context)
{
    const QString server = serverIn(context);
    if (error.problem == Problem::ClientCertificateNeeded)
        return context.server.clientCertificate.isEmpty()
                   ? text(tr("The server wants a certificate of yours"),
                          tr("%1 lets in only those who show a certificate that it believes. If its owner "
                             "has given you one, choose its file in the server settings.")
                              .arg(server),
                          Remedy::EditServer, Remedy::TryAgain)
                   : text(tr("The server does not believe your certificate"),
                          tr("%1 was shown the certificate of your server settings, and lets nobody in with "
                             "it. It may be the wrong one, or be known there no longer: ask the server's "
                             "owner, or choose another file in the server settings.")
                              .arg(server),
                          Remedy::EditServer, Remedy::TryAgain);
    if (error.secret) {
        ProblemText words = of(SecretError{*error.secret, error.detail});
        words.title = tr("Your certificate's pass phrase could not be read");
        words.remedy = Remedy::TryAgain;
        words.button = buttonOf(words.remedy);
        words.secondRemedy = Remedy::EditServer;
        words.secondButton = buttonOf(words.secondRemedy);
        return words;
    }
    const QString why = error.ownCertificate ? u' ' + of(*error.ownCertificate) : QString();
    return text(tr("Your certificate can't be used"),
                tr("The file that your server settings name was to be shown to %1, so nothing was sent.")
                        .arg(server) +
                    why,
                Remedy::EditServer, Remedy::TryAgain);
}

} // namespace pennypost
