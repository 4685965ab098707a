// SPDX-License-Identifier: GPL-3.0-or-later
// The letter in announced pieces (RFC 3030), and with MAIL and RCPT in a single flight.
//
// BINARYMIME, the other half of that RFC, would spare an attachment base64's third and is not used: of the
// servers that offer it Exchange is the one that chokes on chunks, those that are good at chunks do not offer
// it, and a letter that only such a server can hold is returned by the next one on its way.
#include "core/smtp/DialogueState.h"

#include <utility>

namespace pennypost {

namespace {

/// What may leave before MAIL and RCPT are answered, and what tries BDAT where nothing is known of a server.
/// As LetterSender has it.
constexpr qint64 smallLetter = qint64(64) * 1024;
/// One chunk holds it, as LetterSender makes them.
constexpr qint64 singleChunk = qint64(1024) * 1024;
/// Less can't be divided for a trial.
constexpr qint64 leastTried = 16;

/// As a command, not for the letter that it brings.
bool isRefusedAsCommand(const Reply &reply)
{
    const bool unknown = reply.code == 500 || reply.code == 502 || reply.code == 503 || reply.code == 504;
    return unknown || reply.enhanced == EnhancedStatus{5, 5, 1} ||
           reply.enhanced == EnhancedStatus{5, 5, 2} || reply.enhanced == EnhancedStatus{5, 5, 4};
}

} // namespace

/// By DATA it goes where nothing better is known: there are servers that offer chunks and choke on them. And
/// something in front of a server may pass on what it offers and not count octets: what follows BDAT would be
/// commands to it. So the first letter to any server begins with a chunk that can't be one.
SubmissionDialogue::State::Chunks SubmissionDialogue::State::chunksFor(const LetterInHand &of) const
{
    using Chunking = DialogueSettings::Chunking;
    using Known = ServerSoftware::Chunking;
    const qint64 size = of.transaction.size;
    const bool never = !capabilities.chunking || settings.chunking == Chunking::Never ||
                       software.chunking == Known::Bad || size < leastTried;
    // Chunks are commands: without PIPELINING each waits for its reply, and DATA for a single one.
    if (never || (size > singleChunk && !mayPipeline()))
        return Chunks::None;
    if (settings.chunking == Chunking::Always)
        return Chunks::Proven;
    const bool mayTry = settings.chunking == Chunking::Trial;
    if (software.chunking == Known::Good)
        return mayTry || isForOneFlight(of) ? Chunks::Trial : Chunks::None;
    return mayTry && size <= smallLetter ? Chunks::Trial : Chunks::None;
}

/// For a single recipient alone, as with DATA: a refusal of the only one is a refusal of the letter.
bool SubmissionDialogue::State::isForOneFlight(const LetterInHand &of) const
{
    return mayPipeline() && of.isWhole() && of.offered.size() == 1 && of.refused.isEmpty() &&
           of.transaction.linkIsProven;
}

bool SubmissionDialogue::State::mayGoInOneFlight() const
{
    const Chunks chunks = chunksFor(letter);
    const bool proven = chunks == Chunks::Proven && letter.transaction.size <= smallLetter;
    const bool tried = chunks == Chunks::Trial && software.chunking == ServerSoftware::Chunking::Good;
    return isForOneFlight(letter) && (proven || tried);
}

Step SubmissionDialogue::State::sendChunks(QList<SendLines::Line> lines, QList<Due> replies)
{
    letter.dataSent = true;
    letter.chunked = true;
    letter.tried = chunksFor(letter) == Chunks::Trial;
    letter.onTrial = letter.tried;
    stage = Stage::Body;
    sendingBody = true;
    due = std::move(replies);
    return SendBody{
        SendBody::Framing::Chunks, letter.tried, letter.eightBit, {std::move(lines), Stage::MailFrom}};
}

/// What is neither yes nor no, with the letter out to its last octet: whether it was taken, nobody can tell.
Step SubmissionDialogue::State::failInDoubt(const Reply &reply)
{
    stage = Stage::FinalDot;
    SubmissionError error = errorOf(Problem::MayHaveBeenSent, reply);
    error.doubt = Problem::ProtocolViolation;
    return fail(std::move(error), {"QUIT"});
}

/// The reply to a MAIL or RCPT with which the letter itself went out.
Step SubmissionDialogue::State::takeAhead(Due answered, const Reply &reply)
{
    if (!reply.isTaken() && !reply.isFailure())
        return sendingBody ? refuse(reply, {}) : failInDoubt(reply);
    const bool ofPath = answered == Due::Rcpt;
    if (ofPath)
        ++letter.answered;
    if (reply.isTaken()) {
        if (ofPath && !letter.decided)
            letter.taken = letter.offered;
    } else if (!letter.decided) {
        if (ofPath && !outOfStep) {
            letter.refuse(letter.offered.first(), reply);
            letter.decided = refusedRecipients();
        } else {
            letter.decided = errorOf(classify(stage, reply), reply,
                                     ofPath ? QString() : letter.transaction.envelope.reversePath.display());
        }
    }
    // What of it has not left yet can be kept back only by the end of the link.
    if (letter.decided && sendingBody && due.isEmpty())
        return fail(*letter.decided, {});
    return AwaitReply{};
}

Step SubmissionDialogue::State::takeChunk(const Reply &reply)
{
    if (letter.decided) {
        if (!due.isEmpty() || !sendingBody)
            return AwaitReply{};
        // A trial's first chunk alone is out, so that RSET is understood; else the end of the link has to do.
        return letter.onTrial ? carryOut() : fail(*letter.decided, {});
    }
    if (reply.isTaken()) {
        const bool last = letter.inOneFlight || letter.transaction.size > smallLetter;
        letter.onTrial = letter.onTrial && !last && ++letter.chunksTaken < 2;
        return ChunkTaken{};
    }
    if (sendingBody)
        return refuse(reply, {}); // more of it is on its way
    if (!reply.isFailure())
        return failInDoubt(reply);
    letter.decided = errorOf(classify(stage, reply), reply);
    return AwaitReply{};
}

bool SubmissionDialogue::State::refusesChunks(const SubmissionError &error) const
{
    const bool said = error.stage == Stage::Body || error.stage == Stage::FinalDot;
    return letter.chunked && letter.delivered.isEmpty() && !letter.decided && said && error.reply &&
           error.problem != Problem::MayHaveBeenSent && isRefusedAsCommand(*error.reply);
}

} // namespace pennypost
