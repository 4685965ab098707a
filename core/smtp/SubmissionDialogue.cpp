// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/SubmissionDialogue.h"

#include "core/smtp/Command.h"
#include "core/smtp/DialogueState.h"

#include <utility>

namespace pennypost {

SubmissionDialogue::SubmissionDialogue(DialogueSettings settings, Credential credential,
                                       std::optional<Transaction> transaction)
    : m_state(std::make_unique<State>(std::move(settings), std::move(credential), std::move(transaction)))
{
}

SubmissionDialogue::~SubmissionDialogue() = default;

Step SubmissionDialogue::connected()
{
    m_state->stage = Stage::Greeting;
    m_state->due = {State::Due::Greeting};
    return AwaitReply{};
}

void SubmissionDialogue::bindTo(const ChannelBindings &bindings)
{
    m_state->settings.bindings = bindings;
}

Step SubmissionDialogue::encrypted()
{
    if (!m_state->awaitingTls) // never asked for: nothing may be built on it
        return m_state->fail(m_state->errorOf(Problem::ProtocolViolation), {});
    m_state->awaitingTls = false;
    m_state->encrypted = true;
    m_state->before.stage = m_state->stage;
    return m_state->sendEhlo();
}

Step SubmissionDialogue::take(const Reply &said)
{
    State &state = *m_state;
    const Reply reply = state.sentSecrets.masked(said);
    if (state.finished && !state.due.startsWith(State::Due::Reset))
        return AwaitReply{}; // to QUIT or RSET: of no interest
    if (state.due.isEmpty())
        return state.takeUnasked(reply);

    const State::Due due = state.due.takeFirst();
    const bool ofLetter = due == State::Due::Mail || due == State::Due::Rcpt;
    const bool ahead = state.letter.inOneFlight && (ofLetter || due == State::Due::Reset);
    const Stage reached = state.stage;
    if (due == State::Due::Rcpt)
        state.stage = Stage::Recipients;
    else if (ahead)
        state.stage = Stage::MailFrom;
    state.before = {state.stage, state.letter.sentInBurst};
    if (state.isOutOfStep(due, reply) && !ahead)
        return state.fail(state.errorOf(classify(state.stage, reply), reply), {"QUIT"});
    // The server closes the link, whatever was asked (RFC 5321 3.8); only STARTTLS has its own word for that.
    if (reply.code == 421 && due != State::Due::StartTls)
        return state.letter.decided ? state.fail(*state.letter.decided, {}) : state.refuse(reply, {});

    if (ahead) {
        Step step = ofLetter ? state.takeAhead(due, reply) : state.takeReset();
        if (!state.finished)
            state.stage = reached;
        return step;
    }
    switch (due) {
    case State::Due::Greeting:
        return state.takeGreeting(reply);
    case State::Due::Ehlo:
        return state.takeEhlo(reply);
    case State::Due::Helo:
        return state.takeHelo(reply);
    case State::Due::StartTls:
        return state.takeStartTls(reply);
    case State::Due::Auth:
        return state.takeAuth(reply, said);
    case State::Due::AuthCancelled:
        return state.takeAuthCancelled(reply);
    case State::Due::Reset:
        return state.takeReset();
    case State::Due::Mail:
        return state.takeMail(reply);
    case State::Due::Rcpt:
        return state.takeRcpt(reply);
    case State::Due::Data:
        return state.takeData(reply);
    case State::Due::Chunk:
        return state.takeChunk(reply);
    case State::Due::FinalDot:
        return state.takeFinalDot(reply);
    }
    return state.takeUnasked(reply);
}

Step SubmissionDialogue::unasked(const Reply &said)
{
    State &state = *m_state;
    state.stage = state.before.stage;
    state.letter.sentInBurst = state.before.sentInBurst;
    state.sendingBody = false;
    return state.takeUnasked(state.sentSecrets.masked(said));
}

void SubmissionDialogue::chunkSent()
{
    if (m_state->sendingBody)
        m_state->due.append(State::Due::Chunk);
}

void SubmissionDialogue::finalDotSent()
{
    if (!std::exchange(m_state->sendingBody, false))
        return;
    m_state->stage = Stage::FinalDot;
    m_state->due.append(State::Due::FinalDot);
}

Step SubmissionDialogue::decide(bool deliverToRest)
{
    return m_state->decide(deliverToRest);
}

bool SubmissionDialogue::canGoOn() const
{
    const State &state = *m_state;
    const int most = state.capabilities.limits.mails;
    return state.finished && state.sessionStands && (most == 0 || state.letters < most);
}

SendLines SubmissionDialogue::clear()
{
    State &state = *m_state;
    SendLines lines{{}, state.stage};
    if (std::exchange(state.forgets, false)) {
        lines.lines.append(command::plain("RSET"));
        state.due = {State::Due::Reset};
    }
    return lines;
}

Step SubmissionDialogue::next(Transaction transaction)
{
    State &state = *m_state;
    state.letter = LetterInHand(std::move(transaction));
    state.hasLetter = true;
    state.finished = false;
    const auto before = std::exchange(state.due, {});
    state.waitsToBegin = !before.isEmpty() && !state.mayPipeline();
    if (state.waitsToBegin) {
        state.stage = Stage::MailFrom;
        state.due = before;
        return AwaitReply{};
    }
    Step step = state.beginLetter();
    state.due = before + state.due; // RSET's reply comes in whatever became of the letter
    return step;
}

std::optional<SendLines> SubmissionDialogue::follow(Transaction transaction)
{
    return m_state->follow(std::move(transaction));
}

int SubmissionDialogue::letters() const
{
    return m_state->letters;
}

bool SubmissionDialogue::isQuiet() const
{
    return m_state->due.isEmpty();
}

SendLines SubmissionDialogue::probe()
{
    m_state->due = {State::Due::Reset};
    return {{command::plain("NOOP")}, m_state->stage};
}

bool SubmissionDialogue::asksForLetter() const
{
    return m_state->letter.dataSent;
}

SubmissionError SubmissionDialogue::interrupted(Problem cause, const QString &detail) const
{
    const State &state = *m_state;
    // MAIL was refused, and the link need not have lasted longer; only a person's word stands above that.
    if (state.letter.decided && !state.finished && cause != Problem::Cancelled)
        return *state.letter.decided;
    // It did not wait for another name: it was not the name alone that it refused.
    if (state.nameRefused && !state.finished && cause == Problem::ConnectionLost)
        return state.errorOf(classify(state.stage, *state.nameRefused), state.nameRefused);
    const bool dotIsOut = state.stage == Stage::FinalDot && !state.finished;
    SubmissionError error = state.errorOf(dotIsOut ? Problem::MayHaveBeenSent : cause, {}, detail);
    if (dotIsOut)
        error.doubt = cause;
    return error;
}

bool SubmissionDialogue::isWorthRepeatingUnpipelined(const SubmissionError &error) const
{
    const State &state = *m_state;
    const bool beforeLetter =
        error.stage == Stage::MailFrom || error.stage == Stage::Recipients || error.stage == Stage::Data;
    const bool unclear = error.problem == Problem::ConnectionLost || error.problem == Problem::TimedOut ||
                         error.problem == Problem::ProtocolViolation;
    return state.letter.sentInBurst && state.letter.delivered.isEmpty() && beforeLetter &&
           (unclear || state.outOfStep);
}

bool SubmissionDialogue::isWorthRepeatingUnchunked(const SubmissionError &error) const
{
    const State &state = *m_state;
    const bool unclear = error.problem == Problem::ConnectionLost || error.problem == Problem::TimedOut ||
                         error.problem == Problem::ProtocolViolation;
    const bool triedInVain = state.letter.onTrial && !state.due.isEmpty() &&
                             state.letter.delivered.isEmpty() && error.stage == Stage::Body && unclear;
    return state.chunksRefused || triedInVain;
}

Stage SubmissionDialogue::stage() const
{
    return m_state->stage;
}

const Capabilities &SubmissionDialogue::capabilities() const
{
    return m_state->capabilities;
}

QByteArray SubmissionDialogue::mechanismUsed() const
{
    return m_state->mechanismUsed;
}

} // namespace pennypost
