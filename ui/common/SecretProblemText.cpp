// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong with keeping a password, and the remedy by its name on this desktop.
#include "ui/common/ProblemText.h"

namespace pennypost {

ProblemText ProblemWords::of(const SecretError &error, Desktop desktop, SecretUse use)
{
    const auto on = [desktop](const QString &gnome, const QString &kde, const QString &otherUnix,
                              const QString &windows, const QString &macOs) {
        switch (desktop) {
        case Desktop::Gnome:
            return gnome;
        case Desktop::Kde:
            return kde;
        case Desktop::OtherUnix:
            return otherUnix;
        case Desktop::Windows:
            return windows;
        case Desktop::MacOs:
            return macOs;
        }
        return otherUnix;
    };
    ProblemText words;

    switch (error.kind) {
    case SecretError::Kind::NotFound:
        words = text(tr("No password is stored for this account"),
                     tr("It may have been removed from the keyring, or never been kept. Enter it once more."),
                     Remedy::EditPassword);
        break;
    case SecretError::Kind::NoKeychain:
        words = text(use == SecretUse::Write ? tr("There is no place to keep the password")
                                             : tr("The keyring is not running"),
                     on(tr("No keyring is running in this session. Install the package “gnome-keyring” if it "
                           "is missing, sign "
                           "out and in again, and see that “Passwords and Keys” shows a keyring. Or keep the "
                           "password for this "
                           "session only."),
                        tr("KWallet is not running in this session. Switch the wallet on in System Settings "
                           "under “KDE Wallet”, "
                           "then try again. Or keep the password for this session only."),
                        tr("No keyring is running in this session. Install “gnome-keyring”, or KeePassXC "
                           "with its Secret Service "
                           "switched on, then try again. Or keep the password for this session only."),
                        tr("The Windows Credential Manager does not answer. See that the service “Credential "
                           "Manager” is running, "
                           "then try again. Or keep the password for this session only."),
                        tr("The macOS Keychain does not answer. Open “Keychain Access” and see that your "
                           "login keychain is there, "
                           "then try again. Or keep the password for this session only.")),
                     Remedy::TryAgain, Remedy::KeepForSession);
        break;
    case SecretError::Kind::Locked:
        words = text(
            tr("The keyring is locked"),
            on(tr("Unlock the keyring “Login” in “Passwords and Keys” (Seahorse), or when you are asked, "
                  "then try again."),
               tr("Open your wallet in KWalletManager, or when you are asked, then try again."),
               tr("Unlock your keyring or your KeePassXC database, or when you are asked, then try again."),
               tr("Sign in to Windows again, so that the Credential Manager can be opened, then try again."),
               tr("Unlock your login keychain in “Keychain Access”, or when you are asked, then try again.")),
            Remedy::TryAgain, Remedy::KeepForSession);
        break;
    case SecretError::Kind::Denied:
        words = text(
            use == SecretUse::Write ? tr("The keyring did not take the password")
                                    : tr("Access to the stored password was refused"),
            on(tr("The keyring did not let this program in. Allow it when you are asked; “Passwords and "
                  "Keys” "
                  "shows the entry."),
               tr("KWallet did not let this program in. Allow it in System Settings under “KDE Wallet”, "
                  "“Access "
                  "Control”."),
               tr("The keyring did not let this program in. Allow it when you are asked, or in the settings "
                  "of "
                  "KeePassXC under “Secret Service Integration”."),
               tr("The Credential Manager did not let this program in. Remove its entry under “Windows "
                  "Credentials” and enter the password again."),
               tr("The Keychain did not let this program in. Choose “Always Allow” when you are asked, or "
                  "remove the entry in “Keychain Access”.")),
            Remedy::TryAgain, Remedy::KeepForSession);
        break;
    case SecretError::Kind::TooLong:
        words = text(
            tr("The password is too long for the keyring"),
            tr("The keyring of this system did not give back what was written to it, so it cannot hold this "
               "password. Use a shorter one, such as an app password, or keep it for this session only."),
            Remedy::EditPassword, Remedy::KeepForSession);
        break;
    case SecretError::Kind::Other:
        words = text(
            tr("The keyring reports a failure"),
            on(tr("What it says stands below. See in “Passwords and Keys” whether your keyring is there and "
                  "unlocked, then try again."),
               tr("What it says stands below. See in KWalletManager whether your wallet is there and open, "
                  "then "
                  "try again."),
               tr("What it says stands below. See that “gnome-keyring” or KeePassXC with its Secret Service "
                  "is "
                  "running and unlocked, then try again."),
               tr("What it says stands below. See in the Credential Manager whether it can store anything, "
                  "then "
                  "try again."),
               tr("What it says stands below. See in “Keychain Access” whether your login keychain is "
                  "unlocked, "
                  "then try again.")),
            Remedy::TryAgain, Remedy::KeepForSession);
        break;
    }
    words.serverWords = harmless(error.detail);
    return words;
}

} // namespace pennypost
