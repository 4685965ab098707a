// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/Command.h"
#include "core/smtp/DialogueState.h"
#include "core/smtp/RecipientVerdict.h"

#include <algorithm>
#include <utility>

namespace pennypost {

namespace {

/// Commands in the first flight: enough to make the round trips disappear, few enough that a server's input
/// queue holds them and that a refused MAIL or a limit is noticed early (RFC 2920 3.1).
constexpr qsizetype firstFlight = 100;
/// In those that follow the server has shown that it takes a flight, and what is left costs few turns.
constexpr qsizetype laterFlight = 1000;

/// RFC 5321 4.5.3.1.8 has every server take a hundred; one that stops much earlier means something else by
/// it, such as one domain a transaction.
constexpr qsizetype plausibleLimit = 50;

bool isOverLimit(const Reply &reply)
{
    return classify(Stage::Recipients, reply) == Problem::TooManyRecipients;
}

} // namespace

std::optional<SubmissionError> SubmissionDialogue::State::obstacle() const
{
    const Transaction &transaction = letter.transaction;
    const Envelope &envelope = transaction.envelope;
    if (capabilities.sizeLimit > 0 && transaction.size > capabilities.sizeLimit)
        return errorOf(Problem::LetterTooLarge);
    if (command::needsSmtpUtf8(transaction) && !capabilities.smtpUtf8) {
        QList<SmtpPath> paths = envelope.forwardPaths;
        paths.prepend(envelope.reversePath);
        const auto culprit = std::find_if(paths.begin(), paths.end(),
                                          [](const SmtpPath &path) { return path.needsSmtpUtf8(); });
        return errorOf(Problem::SmtpUtf8Needed, {}, culprit == paths.end() ? QString() : culprit->display());
    }
    // RFC 6152 3: without 8BITMIME a client "must not, under any circumstances" send such octets; it may
    // convert or give up. What MimeBuilder writes has a form in 7 bits, so this one was handed in finished,
    // and may be signed.
    if (transaction.eightBitBody && !capabilities.eightBitMime)
        return errorOf(Problem::EightBitMimeNeeded);
    const QByteArray missing =
        command::missingExtension(transaction.options, capabilities, encrypted, transaction.begun);
    if (!missing.isEmpty())
        return errorOf(Problem::ExtensionMissing, {}, QString::fromLatin1(missing));
    if (envelope.forwardPaths.isEmpty())
        return errorOf(Problem::RecipientsRefused);
    return std::nullopt;
}

Step SubmissionDialogue::State::beginLetter()
{
    stage = Stage::MailFrom;
    letter.chooseForm(capabilities);
    if (auto error = obstacle()) {
        // Dovecot tells of DSN only who has signed in. No other server is asked again: it may forget the
        // sign-in over it.
        const bool mayTellMore =
            error->problem == Problem::ExtensionMissing && software.tellsMoreAfterSignIn && error->signedIn;
        if (mayTellMore && !std::exchange(askedAgain, true))
            return sendEhlo();
        return fail(std::move(*error), {"QUIT"});
    }
    ++letters;
    return beginTransaction(false);
}

// MAIL and RCPT (RFC 5321 3.3), in one flight with PIPELINING (RFC 2920)

Step SubmissionDialogue::State::beginTransaction(bool reset)
{
    stage = Stage::MailFrom;
    if (!letter.offerMore(capabilities, settings.mostRecipients))
        return nextTransaction();
    if (!reset)
        return sendRecipients();
    if (mayPipeline())
        return sendRecipients({command::plain("RSET")}, {Due::Reset});
    return send({command::plain("RSET")}, Stage::MailFrom, {Due::Reset});
}

void SubmissionDialogue::State::appendRecipients(LetterInHand &of, QList<SendLines::Line> &lines,
                                                 QList<Due> &replies)
{
    if (!std::exchange(of.mailSent, true)) {
        of.open = true;
        lines.append({command::mailFrom(of.transaction, capabilities), false});
        replies.append(Due::Mail);
    }
    const qsizetype most = of.sent == 0 ? firstFlight : laterFlight;
    const qsizetype flight = mayPipeline() ? most : 1;
    while (of.sent < of.offered.size() && lines.size() < flight) {
        lines.append({command::rcptTo(of.offered.at(of.sent++), of.transaction.options), false});
        replies.append(Due::Rcpt);
    }
    if (of.sent == of.offered.size() && mayAskForDataAtOnce(of)) {
        of.dataSent = true;
        lines.append(command::plain("DATA"));
        replies.append(Due::Data);
    }
}

/// Only where no reply could deliver the letter against the person's choice: one recipient gets it or nobody
/// does, and the rest may be what has been chosen.
bool SubmissionDialogue::State::mayAskForDataAtOnce(const LetterInHand &of) const
{
    const bool alone = of.isWhole() && of.offered.size() == 1 && of.refused.isEmpty();
    return mayPipeline() && (of.delivering || alone) && chunksFor(of) == Chunks::None;
}

Step SubmissionDialogue::State::sendRecipients(QList<SendLines::Line> lines, QList<Due> replies)
{
    const Stage next = letter.mailSent ? Stage::Recipients : Stage::MailFrom;
    const bool begins = !letter.mailSent;
    appendRecipients(letter, lines, replies);
    if (begins && mayGoInOneFlight()) {
        letter.inOneFlight = true;
        letter.sentInBurst = true;
        return sendChunks(std::move(lines), std::move(replies));
    }
    return send(std::move(lines), next, std::move(replies));
}

/// Whatever it said, the next MAIL will be taken or not.
Step SubmissionDialogue::State::takeReset()
{
    if (!due.isEmpty() || finished)
        return AwaitReply{};
    return std::exchange(waitsToBegin, false) ? beginLetter() : sendRecipients();
}

Step SubmissionDialogue::State::takeMail(const Reply &reply)
{
    if (!reply.isTaken() && !reply.isFailure())
        return refuse(reply);
    if (reply.isFailure())
        letter.decided =
            errorOf(classify(stage, reply), reply, letter.transaction.envelope.reversePath.display());
    if (!due.isEmpty())
        return AwaitReply{}; // the replies to the RCPTs of this flight come whatever this one was
    return letter.decided ? carryOut() : sendRecipients();
}

Step SubmissionDialogue::State::takeRcpt(const Reply &reply)
{
    if (!reply.isTaken() && !reply.isFailure())
        return refuse(reply);
    const SmtpPath &path = letter.offered.at(letter.answered++);
    if (reply.isTaken()) {
        letter.taken.append(path);
    } else if (!letter.decided) {
        // Without MAIL every RCPT is refused, which says nothing about the recipients.
        if (!letter.taken.isEmpty() && isOverLimit(reply)) {
            if (settings.mostRecipients == 0 && letter.taken.size() >= plausibleLimit)
                settings.mostRecipients = int(letter.taken.size());
            letter.waiting.append(path);
        } else {
            letter.refuse(path, reply);
        }
    }
    const bool allHeard = letter.answered == letter.offered.size();
    if (allHeard && letter.dataSent && letter.taken.isEmpty() && !letter.decided) {
        // DATA's reply is still to come, and must not get the letter whatever it is.
        letter.decided = refusedRecipients();
        return AwaitReply{};
    }
    if (allHeard && letter.dataSent)
        stage = Stage::Data;
    if (!due.isEmpty())
        return AwaitReply{};
    if (letter.decided)
        return carryOut();
    return allHeard ? recipientsAnswered() : sendRecipients();
}

Step SubmissionDialogue::State::recipientsAnswered()
{
    using PartialRefusal = Transaction::PartialRefusal;
    if (letter.delivering)
        return letter.taken.isEmpty() ? nextTransaction() : sendLetter();

    const PartialRefusal choice = letter.transaction.partialRefusal;
    const bool someRefused = !letter.refused.isEmpty();
    if (letter.accepted() == 0 || (someRefused && choice == PartialRefusal::AllOrNothing))
        return fail(refusedRecipients(), {"RSET", "QUIT"});
    if (!letter.waiting.isEmpty()) { // hear these too, before anybody gets anything
        letter.heard += std::exchange(letter.taken, {});
        return beginTransaction(true);
    }
    if (someRefused) {
        letter.delivering = true;
        return AskAboutRefused{letter.refused, letter.accepted()};
    }
    return decide(true);
}

Step SubmissionDialogue::State::decide(bool deliverToRest)
{
    if (!deliverToRest)
        return fail(refusedRecipients(), {"RSET", "QUIT"});
    letter.delivering = true;
    if (letter.taken.isEmpty())
        return beginTransaction(true);
    return sendLetter();
}

// DATA, the letter and its final dot (RFC 5321 4.1.1.4)

Step SubmissionDialogue::State::sendLetter()
{
    if (chunksFor(letter) != Chunks::None)
        return sendChunks({}, {});
    letter.dataSent = true;
    return send({command::plain("DATA")}, Stage::Data, {Due::Data});
}

Step SubmissionDialogue::State::takeData(const Reply &reply)
{
    // 250 instead of 354 is wrong, but meant well, and no other 25z is.
    const bool wanted = reply.code == 354 || reply.code == 250;
    if (letter.decided) {
        // It asks for a letter that nobody is to get. The dot that RFC 2920 3.1 answers with would be an
        // empty letter to whomever it took against its own words: only the end of the link is none to
        // anybody.
        if (wanted)
            return fail(*letter.decided, {});
        return carryOut();
    }
    if (wanted) {
        stage = Stage::Body;
        sendingBody = true;
        SendBody body;
        body.eightBit = letter.eightBit;
        return body;
    }
    if (!letter.delivered.isEmpty() && reply.isFailure()) {
        refuseTaken(reply);
        return nextTransaction();
    }
    return refuse(reply, {"RSET", "QUIT"});
}

Step SubmissionDialogue::State::takeFinalDot(const Reply &reply)
{
    // Of chunks that failed RFC 3030 2 says that only RSET makes a sure end.
    letter.open = letter.chunked && reply.isFailure();
    // MAIL or RCPT was refused, in one flight with the letter, or a chunk before the last.
    if (letter.decided && reply.isFailure()) {
        if (letter.delivered.isEmpty())
            return carryOut();
        letter.decided.reset(); // a chunk of a later part
        refuseTaken(reply);
        return nextTransaction();
    }
    // No reply of a flight with chunks has a code of its own, as 354 is: one too many before would make
    // RCPT's pass for the letter's. What it is about tells.
    constexpr int addressing = 1; // RFC 3463 3.2
    const bool isOfPath = letter.chunked && reply.enhanced && reply.enhanced->subject == addressing;
    if (reply.isTaken() && isOfPath)
        return failInDoubt(reply);
    if (reply.isTaken() && !letter.decided) {
        letter.finalReply = reply;
        letter.delivered += std::exchange(letter.taken, {});
        return nextTransaction();
    }
    // Neither yes nor no, or a yes after a no: whether the letter was taken, nobody can tell.
    if (!reply.isFailure())
        return failInDoubt(reply);
    if (letter.delivered.isEmpty())
        return letter.chunked ? refuse(reply, {"RSET", "QUIT"}) : refuse(reply);
    refuseTaken(reply);
    return nextTransaction();
}

void SubmissionDialogue::State::refuseTaken(const Reply &reply)
{
    for (const SmtpPath &path : std::as_const(letter.taken))
        letter.refuse(path, reply);
    letter.taken.clear();
}

Step SubmissionDialogue::State::nextTransaction()
{
    if (!letter.isWhole())
        return beginTransaction(letter.open);
    return letter.delivered.isEmpty() ? fail(refusedRecipients(), {"RSET", "QUIT"}) : succeed();
}

Step SubmissionDialogue::State::carryOut()
{
    const auto decided = std::exchange(letter.decided, std::nullopt);
    if (decided && letter.delivered.isEmpty())
        return fail(*decided, {"RSET", "QUIT"});
    // Some have it. Whoever is left was refused one by one, or with this transaction's MAIL.
    if (!decided || decided->stage != Stage::MailFrom || !decided->reply)
        return nextTransaction();
    for (QList<SmtpPath> *paths : {&letter.offered, &letter.waiting, &letter.heard}) {
        for (const SmtpPath &path : std::as_const(*paths))
            letter.refuse(path, *decided->reply);
        paths->clear();
    }
    return succeed();
}

Step SubmissionDialogue::State::succeed()
{
    stage = Stage::Done;
    finished = true;
    sessionStands = true;
    forgets = letter.open;
    if (letter.tried)
        settings.chunking = DialogueSettings::Chunking::Always;
    Succeeded succeeded{
        letter.finalReply, letter.refused, {{command::plain("QUIT")}, Stage::Done}, letter.tried};
    beginFollowing();
    return succeeded;
}

SubmissionError SubmissionDialogue::State::refusedRecipients() const
{
    const RecipientVerdict verdict =
        verdictOf(letter.refused, letter.accepted(), letter.transaction.partialRefusal);
    return errorOf(verdict.problem, verdict.decider.reply, verdict.decider.path);
}

// The next letter, its first commands behind this one's final dot (RFC 2920 3.1)

std::optional<SendLines> SubmissionDialogue::State::follow(Transaction transaction)
{
    const bool onlyDot = due == QList<Due>{Due::FinalDot} && stage == Stage::FinalDot;
    const bool full = capabilities.limits.mails > 0 && letters >= capabilities.limits.mails;
    if (!onlyDot || finished || following || full || !mayPipeline() || letter.decided || !letter.isWhole())
        return std::nullopt;
    LetterInHand next(std::move(transaction));
    next.chooseForm(capabilities);
    std::swap(letter, next);
    const bool free = !obstacle();
    std::swap(letter, next);
    if (!free || !next.offerMore(capabilities, settings.mostRecipients))
        return std::nullopt;
    SendLines flight{{}, Stage::FinalDot};
    // Should its chunks fail, only RSET makes a sure end of them (RFC 3030 2).
    if (letter.chunked) {
        flight.lines.append(command::plain("RSET"));
        due.append(Due::Reset);
    }
    appendRecipients(next, flight.lines, due);
    next.sentInBurst = true;
    following = std::move(next);
    return flight;
}

/// The letter before has ended, and the session stands: all replies that are due are this one's.
void SubmissionDialogue::State::beginFollowing()
{
    auto next = std::exchange(following, std::nullopt);
    if (!next)
        return;
    letter = std::move(*next);
    ++letters;
    finished = false;
    stage = Stage::MailFrom;
}

} // namespace pennypost
