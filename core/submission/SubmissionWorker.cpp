// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/SubmissionWorker.h"

#include "core/smtp/Command.h"
#include "core/submission/HarmlessText.h"
#include "core/submission/RequestParts.h"

#include <algorithm>
#include <utility>

namespace pennypost {

SubmissionWorker::SubmissionWorker(SubmissionRequest request, Clock &clock, const TimeLimits &limits,
                                   MakeTransport makeTransport, Shared shared, Purpose purpose)
    : m_request(std::move(request)),
      m_clock(clock),
      m_limits(limits),
      m_makeTransport(std::move(makeTransport)),
      m_shared(std::move(shared)),
      m_purpose(purpose),
      m_transaction(transactionOf(m_request.letter)),
      m_key(m_request.server, m_request.credential, m_request.secrets),
      // Who uses a server once has no use for what a trial would tell.
      m_retry(m_shared.habits, m_shared.sessions && limits.idle.count() > 0)
{
    m_progress.host = m_request.server.host;
    m_progress.total = m_transaction ? m_transaction->size : 0;
}

SubmissionWorker::~SubmissionWorker()
{
    if (!m_over && shares())
        m_shared.sessions->withdraw(*this);
}

void SubmissionWorker::perform(Step step)
{
    std::visit([this](auto &concrete) { act(concrete); }, step);
}

void SubmissionWorker::act(SendLines &lines)
{
    // A reply that is here before its command answers nothing. Taken for an answer it would shift all others
    // by one, until that to RCPT passes for that to the letter.
    if (const auto ahead = m_session->parser.next())
        return perform(m_session->dialogue->unasked(*ahead));
    enter(lines.stage);
    write(lines);
    wait(limitAt(lines.stage, m_limits));
}

void SubmissionWorker::act(UpgradeToTls &)
{
    // Bytes behind the 220 are not the server's, or not this server's: CVE-2011-0411 and all that followed.
    if (m_session->parser.hasRest() || m_session->parser.next() || !m_session->transport->read().isEmpty())
        return end(errorOf(Problem::InjectedBeforeTls));
    enter(Stage::Encrypt);
    wait(m_limits.handshake);
    m_startedTls = true;
    m_session->transport->startTls();
}

void SubmissionWorker::act(SendBody &body)
{
    Q_ASSERT(m_request.letter); // a dialogue without a transaction never comes here
    const bool dots = body.framing == SendBody::Framing::Dots;
    QByteArray ahead;
    if (!body.lines.lines.isEmpty()) {
        if (const auto reply = m_session->parser.next())
            return perform(m_session->dialogue->unasked(*reply));
        enter(body.lines.stage);
        ahead = flightOf(body.lines, m_session->scribe);
        m_isInOneFlight = true;
    } else if (m_session->parser.hasReply()) {
        return; // said before there was a letter to speak of: the dialogue hears it next, and ends
    } else {
        m_retry.cameThrough(m_request.server);
        // Nothing is tried again from here on; only chunks may yet turn out to be too much for the server.
        if (dots && m_request.letter->envelope.forwardPaths.size() == 1)
            m_request.credential = {};
    }
    m_request.letter->source->useEightBit(body.eightBit);
    m_eightBitBody = m_request.letter->source->hasEightBitBody();
    m_progress.total = m_request.letter->source->size();
    enter(Stage::Body);
    m_limit.reset(); // the sender has its own
    m_sender = std::make_unique<LetterSender>(*m_request.letter->source, *m_session->transport, m_clock,
                                              m_limits, m_request.letter->holdFinalDot && !m_released,
                                              body.framing, body.trial);
    connect(m_sender.get(), &LetterSender::chunkGoes, this, &SubmissionWorker::chunkGoes);
    connect(m_sender.get(), &LetterSender::progressed, this, [this](qint64 sent) {
        m_progress.sent = sent;
        Q_EMIT progress(m_progress);
    });
    connect(m_sender.get(), &LetterSender::letterOut, this, &SubmissionWorker::letterOut);
    connect(m_sender.get(), &LetterSender::finalDotGoes, this, [this, dots] {
        if (dots)
            m_session->scribe.sent({".\r\n"});
        finalDotGoes();
    });
    connect(m_sender.get(), &LetterSender::unreadable, this, &SubmissionWorker::unreadable);
    connect(m_sender.get(), &LetterSender::stalled, this, &SubmissionWorker::waitedTooLong);
    m_sender->start(ahead);
}

void SubmissionWorker::act(ChunkTaken &)
{
    if (m_sender)
        m_sender->chunkTaken();
}

void SubmissionWorker::act(AwaitReply &)
{
    enter(m_session->dialogue->stage());
    if (!m_sender || isFinalDotOut())
        wait(limitAt(m_progress.stage, m_limits));
}

void SubmissionWorker::act(AskAboutRefused &question)
{
    m_asking = true;
    m_limit.reset();
    m_answerDue = m_clock.after(m_limits.answer, [this] { decide(false); });
    Q_EMIT partlyRefused(question.refused);
}

void SubmissionWorker::act(Succeeded &succeeded)
{
    // One reply too many, and nobody can tell which of them was the letter's. 421 answers no command (RFC
    // 5321 3.8).
    const bool isOutOfStep = m_isInOneFlight && !m_followed && m_session->parser.hasReplyBeside(421);
    if (isOutOfStep && m_sender && m_sender->isInChunks()) {
        SubmissionError error = errorOf(Problem::MayHaveBeenSent);
        error.stage = Stage::FinalDot;
        error.doubt = Problem::ProtocolViolation;
        error.reply = succeeded.finalReply;
        error.delivered.clear(); // the one recipient is just what is in doubt
        return end(error);
    }
    m_retry.succeeded(m_request.server, succeeded.trialPassed);
    accept(succeeded.finalReply, succeeded.refused);
}

void SubmissionWorker::act(Failed &failed)
{
    end(failed.error, std::move(failed.lines));
}

void SubmissionWorker::chunkGoes(qint64 octets, bool last)
{
    m_session->scribe.sent({command::bdat(octets, last)});
    if (!last)
        m_session->dialogue->chunkSent();
}

void SubmissionWorker::letterOut()
{
    m_session->scribe.note(QStringLiteral("%1 octets of letter").arg(m_sender->octetsRead()));
    if (m_request.letter && m_request.letter->holdFinalDot && !m_released)
        Q_EMIT finalDotDue();
}

void SubmissionWorker::finalDotGoes()
{
    m_released = true;
    m_session->dialogue->finalDotSent();
    // The next letter's commands share the flight (RFC 2920 3.1): with many letters that is a turn for each.
    const bool mayFollow = shares() && m_session->dialogue->letters() < SessionPool::mostLetters;
    if (auto *next = mayFollow ? m_shared.sessions->takeFollower(*this) : nullptr) {
        const QByteArray commands = next->commandsBehind(*m_session);
        m_session->scribe.writeTo(m_request.wireLog);
        m_followed = !commands.isEmpty();
        if (m_followed)
            m_sender->writeBehindDot(commands);
        else
            m_shared.sessions->putBackFollower(*this);
    }
    m_progress.sent = m_progress.total;
    enter(Stage::FinalDot);
    wait(m_limits.finalDot);
}

QByteArray SubmissionWorker::commandsBehind(Session &session)
{
    auto letter = transaction();
    auto lines = letter ? session.dialogue->follow(std::move(*letter)) : std::nullopt;
    if (!lines)
        return {};
    session.scribe.writeTo(m_request.wireLog);
    return flightOf(*lines, session.scribe);
}

void SubmissionWorker::unreadable(const MimeError &error)
{
    // Without a final dot the server has to forget what it got.
    SubmissionError made = errorOf(Problem::LetterUnreadable, error.inOneLine());
    made.unreadable = error;
    end(made);
}

void SubmissionWorker::releaseFinalDot()
{
    if (m_sender)
        m_sender->releaseFinalDot();
}

void SubmissionWorker::decide(bool deliverToRest)
{
    m_answerDue.reset();
    if (m_session && !m_over && std::exchange(m_asking, false))
        perform(m_session->dialogue->decide(deliverToRest));
}

void SubmissionWorker::enter(Stage stage)
{
    if (m_session && m_session->dialogue) {
        const QByteArray &name = m_session->dialogue->capabilities().serverName;
        if (!name.isEmpty() && m_serverName != name)
            m_progress.serverName = harmless(m_serverName = name);
        m_progress.mechanism = m_session->dialogue->mechanismUsed();
    }
    if (stage == Stage::MailFrom && !m_borrowed && shares())
        m_shared.sessions->opened(*this);
    const bool wasSlow = std::exchange(m_progress.slow, false);
    if (std::exchange(m_progress.stage, stage) != stage || wasSlow)
        Q_EMIT progress(m_progress);
}

/// One alarm for many waits: it is set anew only where it would ring too late.
void SubmissionWorker::wait(std::chrono::milliseconds limit)
{
    const auto now = m_clock.monotonic();
    m_deadline = now + limit;
    m_slowAt = now + m_limits.slow;
    ringAt(std::min(m_deadline, m_slowAt));
}

void SubmissionWorker::ringAt(std::chrono::milliseconds time)
{
    if (m_limit && m_ringsAt <= time)
        return;
    m_ringsAt = time;
    m_limit = m_clock.after(time - m_clock.monotonic(), [this] { rings(); });
}

void SubmissionWorker::rings()
{
    m_limit.reset();
    const auto now = m_clock.monotonic();
    if (now >= m_deadline)
        return waitedTooLong();
    if (now < m_slowAt)
        return ringAt(std::min(m_deadline, m_slowAt));
    ringAt(m_deadline);
    if (!std::exchange(m_progress.slow, true))
        Q_EMIT progress(m_progress);
}

void SubmissionWorker::waitedTooLong()
{
    if (m_over)
        return;
    if (m_progress.stage == Stage::Preparing) // for a disk
        return end(clientCertificateUnusable(ClientCertificateError::FileUnreadable));
    end(errorOf(Problem::TimedOut)); // silence proves nothing: the server may wait for TLS or be busy
}

/// Writes down what the lines are and forgets those that are secret.
QByteArray SubmissionWorker::flightOf(SendLines &lines, WireScribe &scribe)
{
    QByteArray flight;
    for (SendLines::Line &line : lines.lines) {
        scribe.sent(line);
        flight += line.bytes;
        if (line.secret)
            Secret::wipe(line.bytes);
    }
    return flight;
}

void SubmissionWorker::write(SendLines &lines)
{
    const bool secret = std::any_of(lines.lines.cbegin(), lines.lines.cend(),
                                    [](const SendLines::Line &line) { return line.secret; });
    QByteArray flight = flightOf(lines, m_session->scribe);
    if (flight.isEmpty())
        return;
    m_session->transport->write(flight); // one flight, one segment
    if (secret)
        Secret::wipe(flight);
}

void SubmissionWorker::cancel()
{
    if (m_over || m_released || isFinalDotOut())
        return;
    // Between commands a QUIT is understood; in the middle of a handshake, a sign-in or the letter only the
    // end of the link is.
    SendLines politeness;
    const Stage stage = m_progress.stage;
    const bool dataIsOut = m_session && m_session->dialogue && m_session->dialogue->asksForLetter();
    if (!dataIsOut && (stage == Stage::Hello || stage == Stage::MailFrom || stage == Stage::Recipients))
        politeness.lines.append({"QUIT\r\n"});
    end(errorOf(Problem::Cancelled), std::move(politeness));
}

void SubmissionWorker::shutDown()
{
    end(errorOf(Problem::Cancelled));
}

SubmissionError SubmissionWorker::errorOf(Problem problem, const QString &detail) const
{
    if (m_session && m_session->dialogue)
        return m_session->dialogue->interrupted(problem, detail);
    SubmissionError error;
    error.problem = problem;
    error.detail = detail;
    error.stage = m_progress.stage;
    return error;
}

std::optional<Transaction> SubmissionWorker::transaction() const
{
    auto transaction = m_transaction;
    if (transaction)
        transaction->begun = m_clock.now();
    if (transaction && !m_rest.isEmpty()) {
        transaction->envelope.forwardPaths = m_rest;
        transaction->partialRefusal = Transaction::PartialRefusal::DeliverToRest; // as has been settled
    }
    return transaction;
}

} // namespace pennypost
