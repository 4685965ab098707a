// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong on this computer: with the store, and with a letter before it is sent.
#include "ui/common/ProblemText.h"

namespace pennypost {

ProblemText ProblemWords::of(const StoreError &error)
{
    ProblemText words;
    switch (error.kind) {
    case StoreError::Kind::CannotOpen:
        words = text(tr("The letters on this computer cannot be opened"),
                     tr("The folder of this profile may be write-protected, or on a disk that is not there. "
                        "Nothing can "
                        "be kept until that is put right."),
                     Remedy::TryAgain);
        break;
    case StoreError::Kind::Damaged:
        words = text(
            tr("The store of letters was damaged"),
            tr("The damaged file was set aside, not deleted, and a fresh one is in use. Drafts and sent "
               "letters "
               "from before may be missing; a backup or an expert may bring them back from the file that was "
               "set aside."));
        break;
    case StoreError::Kind::TooNew:
        words = text(tr("The store of letters is from a newer version"),
                     tr("A later version of Pennypost wrote it, so this one leaves it alone. Please use that "
                        "version, or "
                        "another profile."));
        break;
    case StoreError::Kind::DiskFull:
        words =
            text(tr("The disk is full"),
                 tr("There is no room left on the disk. Free some space, then try again."), Remedy::TryAgain);
        break;
    case StoreError::Kind::CannotRead:
        words =
            text(tr("The file cannot be read"),
                 tr("You may not be allowed to read it, another program may hold it open, or its disk is "
                    "damaged or not there any more. Check that it opens elsewhere, then attach it again."),
                 Remedy::EditAttachments);
        break;
    case StoreError::Kind::NoSource:
        words = text(tr("The file is not there"),
                     tr("It was moved, renamed or deleted, or its disk is not there any more. Attach it from "
                        "where it is now."),
                     Remedy::EditAttachments);
        break;
    case StoreError::Kind::SourceIsFolder:
        words = text(tr("A folder can't be attached"),
                     tr("A letter takes files. Attach the files in it, or pack it into a ZIP file and attach "
                        "that."),
                     Remedy::EditAttachments);
        break;
    case StoreError::Kind::SourceNoFile:
        words = text(tr("This is no file"),
                     tr("It is a device or a connection between programs, which has no end. Save what you "
                        "want to send as a file, and attach that."),
                     Remedy::EditAttachments);
        break;
    case StoreError::Kind::SourceDenied:
        words =
            text(tr("You are not allowed to read the file"),
                 tr("Ask its owner for permission, or attach a copy of your own."), Remedy::EditAttachments);
        break;
    case StoreError::Kind::SourceChanged:
        words = text(
            tr("The file changed while it was being attached"),
            tr("Another program was writing to it, so what we have of it is incomplete. Wait until that is "
               "done, then attach it again."),
            Remedy::EditAttachments);
        break;
    case StoreError::Kind::NotFound:
        words = text(tr("It is not there any more"),
                     tr("What was asked for has been removed in the meantime, perhaps in another window."));
        break;
    case StoreError::Kind::NoDraft:
        words = text(tr("This letter cannot be edited"),
                     tr("It came to Pennypost as a finished file, and only its header is known here. To send "
                        "it again, hand the file in once more."));
        break;
    case StoreError::Kind::Unreadable:
        words =
            text(tr("This letter cannot be read"),
                 tr("What is stored of it is damaged. It was left as it is, and the other letters are not "
                    "concerned; a backup may bring it back."));
        break;
    case StoreError::Kind::Cancelled:
        words = text(tr("Stopped"), tr("You stopped it, and nothing was changed."));
        break;
    case StoreError::Kind::Failed:
        words = text(tr("It could not be stored"), tr("Writing to the disk failed. Try again."),
                     Remedy::TryAgain);
        break;
    }
    if (error.kind != StoreError::Kind::NotFound &&
        error.kind != StoreError::Kind::NoDraft) // else an id of ours
        words.serverWords = harmless(error.detail);
    return words;
}

ProblemText ProblemWords::ofUnsavedLetter(const StoreError &error)
{
    ProblemText words = of(error);
    words.sentence += u' ' + tr("The text is still open, and can be saved as a file on another disk.");
    words.remedy = Remedy::TryAgain;
    words.button = buttonOf(words.remedy);
    words.secondRemedy = Remedy::SaveLetter;
    words.secondButton = buttonOf(words.secondRemedy);
    return words;
}

ProblemText ProblemWords::of(const SendFinding &finding)
{
    const QString subject = harmless(finding.subject);
    switch (finding.kind) {
    case SendFinding::Kind::NoRecipient:
        return text(tr("There is no recipient"), tr("Say in To, Cc or Bcc who is to get the letter."),
                    Remedy::EditRecipients);
    case SendFinding::Kind::BrokenAddress:
        return text(tr("An address is not complete"),
                    tr("“%1” is no mail address. Correct or remove it.").arg(subject),
                    finding.field == SendFinding::Field::From ? Remedy::EditSender : Remedy::EditRecipients);
    case SendFinding::Kind::NoSender:
        return text(tr("There is no sender"), tr("Choose under From who writes the letter."),
                    Remedy::EditSender);
    case SendFinding::Kind::EmptySubject:
        return text(
            tr("The subject is empty"),
            tr("A letter without a subject is easily overlooked or taken for spam. Send it all the same?"));
    case SendFinding::Kind::EmptyBody:
        return text(tr("The letter is empty"),
                    tr("There is neither text nor an attachment. Send it all the same?"));
    case SendFinding::Kind::MissingFile:
        return text(
            tr("An attachment is gone"),
            tr("“%1” is not there any more. Remove it from the letter or attach it again.").arg(subject),
            Remedy::EditAttachments);
    case SendFinding::Kind::ChangedFile:
        return text(
            tr("An attachment has changed"),
            tr("“%1” is not what it was when you attached it. Attach it again to send it as it is now.")
                .arg(subject),
            Remedy::EditAttachments);
    case SendFinding::Kind::UnreadableFile:
        return text(
            tr("An attachment cannot be read"),
            tr("You are not allowed to read “%1”, or its disk is not there. Remove it or attach it again.")
                .arg(subject),
            Remedy::EditAttachments);
    case SendFinding::Kind::ForbiddenHeader:
        return text(tr("A header field cannot be used"),
                    tr("“%1” is either written by Pennypost itself or holds characters that no header may "
                       "hold. Leave it "
                       "out.")
                        .arg(subject));
    }
    return {};
}

} // namespace pennypost
