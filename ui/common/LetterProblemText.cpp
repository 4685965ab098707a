// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong with the letter itself: its sender, recipients, size and content, and what else a server
// says.
#include "ui/common/Bidi.h"
#include "ui/common/LongWords.h"
#include "ui/common/ProblemText.h"
#include "ui/common/SizeText.h"

#include <QStringList>

#include <algorithm>

namespace pennypost {

namespace {

/// The first few addresses; a list of hundreds helps nobody.
QString someOf(const QList<RefusedPath> &refused)
{
    constexpr qsizetype most = 3;
    QStringList paths;
    for (const RefusedPath &path : refused.first(std::min(most, refused.size())))
        paths.append(path.path);
    if (refused.size() > most)
        paths.append(QStringLiteral("…"));
    return paths.join(QStringLiteral(", "));
}

/// Names and sizes of those that removing would help most; nothing where there is no choice.
QString largestOf(QList<AttachedFile> files)
{
    constexpr qsizetype most = 3;
    if (files.size() < 2)
        return {};
    std::sort(files.begin(), files.end(),
              [](const AttachedFile &one, const AttachedFile &other) { return one.size > other.size; });
    QStringList lines;
    for (const AttachedFile &file : files.first(std::min(most, files.size())))
        lines.append(Bidi::value(LongWords::cut(file.name)) + QStringLiteral(" (") + sizeText(file.size) +
                     u')');
    return lines.join(QStringLiteral(", "));
}

/// Sending to the others makes sense only if there are any.
Remedy sendToRest(const SubmissionError &error, const ProblemContext &context)
{
    const bool others = context.recipients < 0 || context.recipients > error.refused.size();
    return !error.refused.isEmpty() && others ? Remedy::SendToRest : Remedy::None;
}

} // namespace

ProblemText ProblemWords::ofLetter(const SubmissionError &error, const ProblemContext &context)
{
    const QString server = serverIn(context);
    const QString sender = context.sender.isEmpty() ? tr("this sender") : harmless(context.sender);
    const QString user = harmless(context.server.userName);

    switch (error.problem) {
    case Problem::SenderRefused:
        return text(tr("The server does not let you send as this sender"),
                    user.isEmpty()
                        ? tr("%1 takes no letters from %2. Choose an address that belongs to this account.")
                              .arg(server, sender)
                        : tr("You write as %1 and are signed in as %2; %3 does not let these two go "
                             "together. Choose an "
                             "address that belongs to this account, or send through the right one.")
                              .arg(sender, user, server),
                    Remedy::EditSender, Remedy::EditServer);
    case Problem::RecipientsRefused:
        if (error.refused.isEmpty())
            return text(
                tr("There is no recipient left"),
                tr("The letter has nobody to go to, so it was not sent. Add a recipient and send it again."),
                Remedy::EditRecipients);
        return text(error.refused.size() == 1
                        ? tr("A recipient was refused")
                        : tr("%n recipients were refused", nullptr, int(error.refused.size())),
                    tr("%1 did not take %2, so the letter has gone to nobody yet. Correct or remove the "
                       "address; what "
                       "the server said about it stands below.")
                        .arg(server, harmless(someOf(error.refused))),
                    Remedy::EditRecipients, sendToRest(error, context));
    case Problem::RelayDenied:
        return text(tr("The server does not pass letters on for you"),
                    tr("%1 would take mail for its own people, but does not send it elsewhere for you. Most "
                       "often it is "
                       "not the server for sending, or the account has no user name and password.")
                        .arg(server),
                    Remedy::EditServer, Remedy::EditRecipients);
    case Problem::TooManyRecipients: {
        const qsizetype fit = context.recipients - error.refused.size();
        return text(
            tr("There are too many recipients"),
            !error.refused.isEmpty() && fit > 0
                ? tr("%1 takes %2 of the %3 recipients at once, so we stopped, and the letter has gone to "
                     "nobody yet. Send it in several letters to at most %2 recipients each.")
                      .arg(server, QString::number(fit), QString::number(context.recipients))
                : tr("%1 does not take that many recipients at once, so the letter has gone to nobody "
                     "yet. Send it in several letters with fewer recipients each.")
                      .arg(server),
            Remedy::EditRecipients);
    }
    case Problem::EightBitMimeNeeded:
        return text(tr("The server cannot pass this file on unchanged"),
                    tr("The letter is a finished file with octets beyond plain English letters, and %1 takes "
                       "only seven bits of each. Send it through another server, or write it anew here.")
                        .arg(server),
                    Remedy::EditServer);
    case Problem::ExtensionMissing:
        return text(tr("The server cannot do what this letter asks for"),
                    tr("The letter asks for %1, which %2 does not offer. Send it without, or through another "
                       "server.")
                        .arg(error.detail, server),
                    Remedy::EditServer);
    case Problem::LetterTooLarge: {
        const QString largest = largestOf(context.attachments);
        return text(
            tr("The letter is too large"),
            (error.limit > 0 && error.size > error.limit
                 ? tr("The letter has %1, and %2 takes up to %3; attachments grow by a third on their way. "
                      "Remove or shrink some of them, or send a link instead.")
                       .arg(sizeText(error.size), server, sizeText(error.limit))
             : error.limit > 0 && error.size == 0
                 ? tr("%1 takes letters of up to %2, and attachments grow by a third on their way. Remove or "
                      "shrink some of them, or send a link instead.")
                       .arg(server, sizeText(error.limit))
                 : tr("%1 does not take a letter of this size; attachments grow by a third on their way. "
                      "Remove or shrink some of them, or send a link instead.")
                       .arg(server)) +
                (largest.isEmpty() ? QString() : u' ' + tr("The largest: %1.").arg(largest)),
            Remedy::EditAttachments);
    }
    case Problem::QuotaReached:
        return text(
            tr("The sending limit is reached"),
            tr("%1 allows a certain number of letters in an hour or a day, and that number is used up. Your "
               "letter is kept: send it again later, at the latest after 24 hours.")
                .arg(server),
            Remedy::TryAgain);
    case Problem::ContentRefused:
        return text(
            tr("The server refused what is in the letter"),
            tr("%1 took the letter for spam, found a virus, or does not allow a kind of attachment or a link "
               "in it. What it said stands below; change that part and send again.")
                .arg(server),
            Remedy::EditAttachments);
    case Problem::SmtpUtf8Needed:
        if (!error.detail.isEmpty() && error.detail == context.sender)
            return text(
                tr("The server cannot handle your address"),
                tr("%1 holds letters beyond plain English ones before the @ sign, and %2 cannot pass such "
                   "addresses on. Send from another address.")
                    .arg(harmless(error.detail), server),
                Remedy::EditSender);
        return text(
            tr("The server cannot handle an international address"),
            error.detail.isEmpty()
                ? tr("The letter's headers need SMTPUTF8, which %1 does not offer. Send it through another "
                     "server.")
                      .arg(server)
                : tr("%1 holds letters beyond plain English ones before the @ sign, and %2 cannot pass such "
                     "addresses on. Ask whether the recipient has another address.")
                      .arg(harmless(error.detail), server),
            Remedy::EditRecipients);
    case Problem::Malformed:
        return text(
            tr("The server finds the letter malformed"),
            tr("%1 objects to the form of the letter, which is most likely a fault of this program and "
               "none of yours. Please report it: save the letter as a file, and send that with the "
               "server's words below to whoever you have Pennypost from. Sending through another "
               "server may help.")
                .arg(server),
            Remedy::SaveLetter, Remedy::EditServer);
    case Problem::Temporary: {
        ProblemText words =
            text(tr("The server asks to try later"),
                 tr("%1 cannot serve you at the moment; servers that do not know you yet often "
                    "ask to wait, too. Try again in 5 to 30 minutes.")
                         .arg(server) +
                     u' ' + atStep(error.stage),
                 Remedy::TryAgain, sendToRest(error, context));
        // Exchange Online says so for ever where the account lives elsewhere.
        if (error.reply && error.reply->text().contains(QLatin1StringView("PRX")))
            words.sentence +=
                u' ' + tr("If it goes on for days, the server's name may be the wrong one for this account.");
        return words;
    }
    case Problem::Refused:
        return text(
            tr("The server refused"),
            tr("%1 said no, for the reason that stands below in its own words, and nothing was sent. If they "
               "do not help, your provider can say more.")
                    .arg(server) +
                u' ' + atStep(error.stage),
            Remedy::EditServer, Remedy::TryAgain);
    case Problem::ProtocolViolation:
        return text(tr("The server answers nonsense"),
                    tr("%1 sent something that no mail server may send, so we stopped. A proxy or an "
                       "antivirus program "
                       "in between may be the cause; try again, or check the server's name and port.")
                            .arg(server) +
                        u' ' + atStep(error.stage),
                    Remedy::TryAgain, Remedy::EditServer);
    case Problem::LetterUnreadable:
        return text(tr("A part of the letter could not be read"),
                    error.detail.isEmpty() ? tr("An attachment has changed or is gone, so nothing was sent. "
                                                "Remove it or attach it again.")
                                           : tr("“%1” could not be read as it was when you attached it, so "
                                                "nothing was sent. Remove it or "
                                                "attach it again.")
                                                 .arg(harmless(error.detail)),
                    Remedy::EditAttachments, Remedy::TryAgain);
    case Problem::StoreFailed:
        return text(tr("The letter could not be stored on this computer"),
                    tr("The disk may be full or damaged. Nothing was sent, and the letter is still open: "
                       "make room and try again, or save it as a file in another place."),
                    Remedy::TryAgain, Remedy::SaveLetter);
    case Problem::Cancelled:
        return text(tr("Sending was cancelled"),
                    tr("You stopped it in time: nothing was sent, and the letter is still here."),
                    Remedy::TryAgain);
    case Problem::MayHaveBeenSent:
        return text(
            tr("This letter may have been sent"),
            (error.doubt == Problem::TimedOut ? tr("It went out whole, but %1 has not confirmed it within "
                                                   "ten minutes. Look into your Sent "
                                                   "folder at the provider or ask a recipient, then decide; "
                                                   "sending again could deliver it "
                                                   "twice.")
             : error.doubt == Problem::ProtocolViolation
                 ? tr("It went out whole, but what %1 answered is neither yes nor no. Look into your Sent "
                      "folder at the provider or ask a recipient, then decide; sending again could deliver "
                      "it "
                      "twice.")
             : error.doubt == Problem::Cancelled ? tr("It went out whole, but Pennypost ended before %1 had "
                                                      "confirmed it. Look into your Sent "
                                                      "folder at the provider or ask a recipient, then "
                                                      "decide; sending again could deliver it "
                                                      "twice.")
                                                 : tr("It went out whole, but the confirmation of %1 never "
                                                      "came in. Look into your Sent folder "
                                                      "at the provider or ask a recipient, then decide; "
                                                      "sending again could deliver it twice."))
                .arg(server),
            Remedy::SettleMaybeSent);
    default:
        return {};
    }
}

} // namespace pennypost
