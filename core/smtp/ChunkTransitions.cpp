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

/// What may leave before MAIL and RCPT are answered, and what tries BDAT where nobody knows how it ends: if
/// it is in vain, that was no great matter.
constexpr qint64 smallLetter = qint64(64) * 1024;

/// As a command, not for the letter that it brings.
bool isRefusedAsCommand(const Reply &reply)
{
    const bool unknown = reply.code >= 500 && reply.code <= 504;
    const bool ofProtocol = reply.enhanced && reply.enhanced->klass == 5 && reply.enhanced->subject == 5 &&
                            reply.enhanced->detail <= 4 && reply.enhanced->detail != 3;
    return unknown || ofProtocol;
}

} // namespace

/// By DATA it goes where nothing better is known: there are servers that offer chunks and choke on them.
SubmissionDialogue::State::Chunks SubmissionDialogue::State::chunksFor(const LetterInHand &of) const
{
    using Chunking = DialogueSettings::Chunking;
    using Known = ServerSoftware::Chunking;
    if (!capabilities.chunking || settings.chunking == Chunking::Never || of.transaction.size == 0)
        return Chunks::None;
    if (settings.chunking == Chunking::Always || software.chunking == Known::Good)
        return Chunks::Proven;
    const bool mayTry = settings.chunking == Chunking::Trial && software.chunking == Known::Unknown;
    return mayTry && of.transaction.size <= smallLetter ? Chunks::Trial : Chunks::None;
}

/// For a single recipient alone, as with DATA: a refusal of the only one is a refusal of the letter.
bool SubmissionDialogue::State::mayGoInOneFlight() const
{
    const bool alone = letter.isWhole() && letter.offered.size() == 1 && letter.refused.isEmpty();
    return mayPipeline() && alone && letter.transaction.linkIsProven &&
           letter.transaction.size <= smallLetter && chunksFor(letter) == Chunks::Proven;
}

Step SubmissionDialogue::State::sendChunks(QList<SendLines::Line> lines, QList<Due> replies)
{
    letter.dataSent = true;
    letter.chunked = true;
    letter.onTrial = chunksFor(letter) == Chunks::Trial;
    stage = Stage::Body;
    sendingBody = true;
    due = std::move(replies);
    return SendBody{SendBody::Framing::Chunks, letter.onTrial, {std::move(lines), Stage::MailFrom}};
}

/// The reply to a MAIL or RCPT with which the letter itself went out.
Step SubmissionDialogue::State::takeAhead(Due answered, const Reply &reply)
{
    if (!reply.isTaken() && !reply.isFailure())
        return refuse(reply, {});
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
    if (reply.isTaken())
        return ChunkTaken{};
    return refuse(reply, {}); // more of it is on its way
}

bool SubmissionDialogue::State::refusesChunks(const SubmissionError &error) const
{
    const bool said = error.stage == Stage::Body || error.stage == Stage::FinalDot;
    return letter.chunked && letter.delivered.isEmpty() && !letter.decided && said && error.reply &&
           error.problem != Problem::MayHaveBeenSent && isRefusedAsCommand(*error.reply);
}

} // namespace pennypost
