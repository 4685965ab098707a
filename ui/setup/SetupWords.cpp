// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/SetupWords.h"

#include "core/secrets/CredentialSource.h"
#include "ui/common/Bidi.h"

#include <QDir>
#include <QFileInfo>

namespace pennypost {

QString SetupWords::of(ServerSettingsProblem problem)
{
    switch (problem) {
    case ServerSettingsProblem::HostMissing:
        return tr(
            "The server's name is missing. Your provider's help pages name it, often as “SMTP server”.");
    case ServerSettingsProblem::HostInvalid:
        return tr("This is not a server's name. It looks like “smtp.example.org”, without blanks or “://”.");
    case ServerSettingsProblem::PortInvalid:
        return tr("The port is a number from 1 to 65535.");
    case ServerSettingsProblem::UserNameInvalid:
        return tr("The user name holds a character that no server takes, or is too long.");
    case ServerSettingsProblem::MechanismInvalid:
        return tr("This sign-in method is not known.");
    case ServerSettingsProblem::PasswordInClear:
        return tr("A password is never sent without encryption. Choose TLS or STARTTLS.");
    case ServerSettingsProblem::PinInvalid:
        return tr("The pinned fingerprint is damaged.");
    case ServerSettingsProblem::CertificateMissing:
        return tr("Choose the file of your certificate: the method EXTERNAL signs in with it.");
    case ServerSettingsProblem::CertificateInClear:
        return tr("A certificate is shown within an encrypted connection alone. Choose TLS or STARTTLS, or "
                  "no certificate.");
    case ServerSettingsProblem::ProxyHostMissing:
        return tr("The proxy's name is missing.");
    case ServerSettingsProblem::ProxyHostInvalid:
        return tr("This is not a proxy's name. It looks like “proxy.example.org”, without blanks or “://”.");
    case ServerSettingsProblem::ProxyPortInvalid:
        return tr("The proxy's port is a number from 1 to 65535.");
    case ServerSettingsProblem::ProxyUserInvalid:
        return tr("The user name holds a character that no such proxy takes, or is too long.");
    }
    return {};
}

ProblemText SetupWords::of(const AccountStoreError &error)
{
    ProblemText text;
    text.title = tr("The account was not stored");
    text.serverWords = error.detail;
    text.remedy = Remedy::TryAgain;
    text.button = tr("Try &again");
    switch (error.kind) {
    case AccountStoreError::Kind::CannotRead:
    case AccountStoreError::Kind::CannotWrite:
        text.sentence =
            tr("The file with your accounts could not be written. Is the disk full, or does another "
               "program hold it? Nothing was changed.");
        break;
    case AccountStoreError::Kind::Busy:
        text.sentence =
            tr("Another program is changing your accounts at this moment. Nothing was changed here; try "
               "again when it is done.");
        break;
    case AccountStoreError::Kind::Damaged:
        text.sentence =
            tr("The file with your accounts is damaged, and was left as it is. Nothing was changed.");
        break;
    case AccountStoreError::Kind::TooNew:
        text.sentence =
            tr("The file with your accounts was written by a later version of Pennypost. It was left as "
               "it is; please use that version.");
        text.serverWords.clear(); // a bare version number
        text.remedy = Remedy::None;
        text.button.clear();
        break;
    case AccountStoreError::Kind::InvalidValue:
        text.sentence = tr("One of the account's fields holds something that can't be stored, such as a line "
                           "break. Nothing was changed.");
        text.remedy = Remedy::None;
        text.button.clear();
        break;
    case AccountStoreError::Kind::InvalidId:
    case AccountStoreError::Kind::DuplicateId:
        text.sentence = tr("Another account was stored meanwhile. Trying again finds a free name.");
        break;
    case AccountStoreError::Kind::UnknownId:
        text.sentence = tr("The account was removed meanwhile, in another window or by another program.");
        text.remedy = Remedy::None;
        text.button.clear();
        break;
    }
    // Whether the file was only damaged or no new one could be written either.
    if (!error.aside.isEmpty())
        text.sentence =
            tr("The file with your accounts was damaged and has been set aside as “%1”. Trying again "
               "begins a new one.")
                .arg(Bidi::value(error.aside));
    return text;
}

ProblemText SetupWords::with(ProblemText problem, Leftover left, const Account &account)
{
    QString more;
    switch (left) {
    case Leftover::Nothing:
        return problem;
    case Leftover::OldForSession:
        more = tr(
            "But the keyring did not take the account's old password back. The account works with it until "
            "Pennypost ends; before that, enter the password once more under “Edit…”.");
        break;
    case Leftover::Password:
        more = tr("But the keyring may still hold the new password, as “%1”. If the account is not stored in "
                  "the end, remove that entry there.")
                   .arg(Bidi::value(secretKey(account)));
        break;
    }
    problem.sentence += u' ' + more;
    return problem;
}

ProblemText SetupWords::ofPasswordLeft(const SecretError &error, const Account &account)
{
    ProblemText text = ProblemWords::of(error);
    text.title = tr("The account is removed, its password perhaps not");
    text.sentence = tr("The keyring could not be asked once more whether a password of %1 is left in it. Try "
                       "again, or see whether it shows an entry “%2” and remove it there.")
                        .arg(Bidi::value(account.mailbox().addrSpec()), Bidi::value(secretKey(account)));
    text.remedy = Remedy::TryAgain;
    text.button = tr("Try &again");
    text.secondRemedy = Remedy::None;
    return text;
}

ProblemText SetupWords::ofStart(const AccountStoreError &error, const QString &file, bool anyRead)
{
    const QString name = Bidi::value(QDir::toNativeSeparators(file));
    const auto notOpened = [](const QString &which) {
        return tr("The file %1 could not be opened. See that it is a file which you may read and "
                  "write, then start Pennypost again.")
            .arg(which);
    };
    ProblemText text;
    text.title = tr("Your accounts could not be read");
    text.serverWords = error.detail;
    text.remedy = Remedy::OpenHelpLink;
    text.button = tr("&Show the folder");
    text.link = QUrl::fromLocalFile(QFileInfo(file).path());
    switch (error.kind) {
    case AccountStoreError::Kind::Damaged:
    case AccountStoreError::Kind::CannotWrite:
        if (error.aside.isEmpty()) { // it could not even be set aside
            text.sentence = notOpened(name);
            break;
        }
        text.sentence =
            (anyRead
                 ? tr("The file %1 is damaged. It was set aside as “%2” in the same folder, and nothing in "
                      "it was deleted. The accounts that could still be read are here; set the others up "
                      "anew, or mend the file and put it back under its old name while Pennypost is "
                      "closed.")
                 : tr("The file %1 is damaged. It was set aside as “%2” in the same folder, and nothing in "
                      "it was deleted. Set your accounts up anew, or mend the file and put it back under "
                      "its old name while Pennypost is closed."))
                .arg(name, Bidi::value(error.aside));
        if (error.kind == AccountStoreError::Kind::CannotWrite)
            text.sentence +=
                u' ' + tr("No new file could be written in its place. See to what stands below, then "
                          "store an account: all that are here are stored with it.");
        break;
    case AccountStoreError::Kind::TooNew:
        text.sentence = tr("The file %1 was written by a later version of Pennypost. It was left as it is; "
                           "please use that version. Until then no account can be stored.")
                            .arg(name);
        text.serverWords.clear(); // a bare version number
        break;
    default:
        text.sentence = notOpened(name);
        break;
    }
    return text;
}

QString SetupWords::of(ServerSettings::Security security)
{
    switch (security) {
    case ServerSettings::Security::Tls:
        return tr("TLS");
    case ServerSettings::Security::StartTls:
        return tr("STARTTLS");
    case ServerSettings::Security::None:
        return tr("no encryption");
    }
    return {};
}

QString SetupWords::practiceName()
{
    return tr("Practice");
}

QString SetupWords::summary(const ServerSettings &server)
{
    if (server.host.isEmpty())
        return {};
    return tr("%1, port %2, %3")
        .arg(Bidi::value(server.host), QString::number(server.port), of(server.security));
}

} // namespace pennypost
