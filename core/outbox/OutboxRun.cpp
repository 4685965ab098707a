// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outbox/OutboxRun.h"

#include "core/contacts/RecipientHistory.h"
#include "core/mime/MimeBuilder.h"
#include "core/outbox/OutboxStore.h"
#include "core/store/Background.h"

namespace pennypost {

namespace {

SubmissionError problemOf(Problem problem, const QString &detail = {})
{
    SubmissionError error;
    error.problem = problem;
    error.stage = Stage::Preparing;
    error.detail = detail;
    return error;
}

SubmissionError problemOf(const StoreError &error)
{
    return problemOf(Problem::StoreFailed, error.detail);
}

SubmissionError problemOf(const MimeError &error)
{
    SubmissionError made = problemOf(Problem::LetterUnreadable, error.inOneLine());
    made.unreadable = error;
    return made;
}

SubmissionError problemOf(const EnvelopeError &error, const Message &message)
{
    // The address itself is what a person must change; no server has seen it.
    const QString address = error.mailbox.addrSpec();
    if (error.mailbox == message.from)
        return problemOf(Problem::SenderRefused, address);
    auto problem = problemOf(Problem::RecipientsRefused, address);
    problem.refused.append({address, Reply()});
    return problem;
}

} // namespace

bool leavesInDoubt(const SubmissionError &error, bool finalDotReleased)
{
    if (error.problem == Problem::MayHaveBeenSent)
        return true;
    const bool serverSaidNo = error.reply && (error.reply->isTransient() || error.reply->isPermanent());
    return finalDotReleased && error.stage >= Stage::FinalDot && !serverSaidNo;
}

OutboxRun::OutboxRun(Outbox &outbox, Posting posting, Dispatch *window)
    : QObject(&outbox), m_outbox(outbox), m_posting(std::move(posting)), m_window(window)
{
    ++m_outbox.m_underWay;
    // The caller may let go of its window at any time; where it is not too late, that takes the letter back.
    connect(window, &QObject::destroyed, this, &OutboxRun::cancel);
}

OutboxRun::~OutboxRun()
{
    if (m_concluded)
        return;
    --m_outbox.m_underWay;
    if (!m_writtenDown)
        return;
    // The Outbox itself goes. The submission goes with us, and with it any reply that was still to come.
    m_submission.reset();
    m_outbox.m_store.run(
        &m_outbox,
        [id = m_item.id, released = m_released, &clock = m_outbox.m_clock](Database &database) {
            OutboxStore store(database, clock);
            return released ? store.setPhase(id, Phase::MayHaveBeenSent) : store.giveBack(id);
        },
        [](const Result<void, StoreError> &) {});
}

void OutboxRun::start()
{
    // From the event loop: the caller connects first.
    QMetaObject::invokeMethod(this, [this] { goOn(&OutboxRun::stamp); }, Qt::QueuedConnection);
}

void OutboxRun::goOn(void (OutboxRun::*next)())
{
    if (!isSettled())
        (this->*next)();
}

// --- the steps

/// A letter gets its names here, once: a later attempt at the same draft has the same Message-ID.
void OutboxRun::stamp()
{
    if (m_window)
        Q_EMIT m_window->progress(SubmissionProgress());
    m_item.id = QString::fromLatin1(m_outbox.m_ids.next());
    m_item.draftId = m_posting.draftId;
    m_item.accountId = m_posting.account.id;
    m_item.finished = m_posting.finished != nullptr;
    if (m_item.finished) {
        m_source = std::move(m_posting.finished);
        return makeBytes();
    }
    const auto stampWith = [this](const QByteArray &knownId) {
        if (m_posting.message.messageId.isEmpty())
            m_posting.message.messageId = knownId;
        m_posting.message = stamped(std::move(m_posting.message), m_outbox.m_clock, m_outbox.m_ids);
        makeBytes();
    };
    if (m_posting.draftId.isEmpty() || !m_posting.message.messageId.isEmpty())
        return stampWith({});
    m_outbox.m_store.run(
        this,
        [draftId = m_posting.draftId, &clock = m_outbox.m_clock](Database &database) {
            return OutboxStore(database, clock).messageIdOf(draftId);
        },
        [this, stampWith](const Result<QByteArray, StoreError> &known) {
            if (isSettled())
                return;
            if (!known)
                return fail(problemOf(known.error()));
            stampWith(*known);
        });
}

/// Beside the GUI thread: each attachment is opened once to see that it is there.
void OutboxRun::makeBytes()
{
    m_item.messageId = m_posting.message.messageId;
    m_item.subject = m_posting.message.subject;
    if (m_posting.envelope) {
        m_envelope = *m_posting.envelope;
    } else if (auto envelope = envelopeFor(m_posting.message); envelope) {
        m_envelope = std::move(*envelope);
    } else {
        return fail(problemOf(envelope.error(), m_posting.message));
    }
    if (m_envelope.forwardPaths.isEmpty())
        return fail(problemOf(Problem::RecipientsRefused));
    if (m_source)
        return askForAccess();
    runOnPool(
        m_outbox.m_builders, this, [message = m_posting.message] { return buildMime(message); },
        [this](Result<std::unique_ptr<MimeSource>, MimeError> built) {
            if (isSettled())
                return;
            if (!built)
                return fail(problemOf(built.error()));
            m_source = std::move(*built);
            askForAccess();
        });
}

/// May take as long as a person takes to unlock a keyring.
void OutboxRun::askForAccess()
{
    m_outbox.m_credentials.access(m_posting.account, this, [this](Result<Access, SubmissionError> access) {
        if (isSettled())
            return;
        if (!access)
            return fail(access.error());
        m_access = std::move(*access);
        writeDown();
    });
}

/// From here on a crash finds the letter in the outbox.
void OutboxRun::writeDown()
{
    m_writtenDown = true;
    m_outbox.m_store.run(
        this,
        [item = m_item, message = m_posting.message, envelope = m_envelope, insteadOf = m_posting.insteadOf,
         &clock = m_outbox.m_clock](Database &database) {
            return OutboxStore(database, clock).begin(item, message, envelope, insteadOf);
        },
        [this](const Result<void, StoreError> &begun) {
            if (isSettled())
                return;
            if (!begun) {
                m_writtenDown = false;
                return fail(problemOf(begun.error()));
            }
            Q_EMIT m_outbox.changed();
            submit();
        });
}

void OutboxRun::submit()
{
    Q_ASSERT(m_source && m_writtenDown); // only writeDown() leads here, once
    Letter letter;
    letter.envelope = m_envelope;
    letter.source = std::move(m_source);
    letter.partialRefusal = m_posting.partialRefusal;
    letter.holdFinalDot = true;
    letter.options = m_posting.delivery;
    m_submission =
        m_outbox.m_submitter.submit({std::move(m_access.server), std::move(m_access.credential),
                                     std::move(letter), m_posting.wireLog, std::move(m_access.secrets)});
    connect(m_submission.get(), &Submission::progress, this, [this](const SubmissionProgress &progress) {
        if (m_window)
            Q_EMIT m_window->progress(progress);
    });
    connect(m_submission.get(), &Submission::finalDotDue, this, [this] { goOn(&OutboxRun::holdFinalDot); });
    connect(m_submission.get(), &Submission::accepted, this, &OutboxRun::accept);
    connect(m_submission.get(), &Submission::failed, this, &OutboxRun::submissionFailed);
}

/// The dot waits until "may have been sent" is on the disk.
void OutboxRun::holdFinalDot()
{
    m_outbox.m_store.run(
        this,
        [id = m_item.id, &clock = m_outbox.m_clock](Database &database) {
            return OutboxStore(database, clock).setPhase(id, Phase::FinalDot);
        },
        [this](const Result<void, StoreError> &stored) {
            if (isSettled() || !m_submission)
                return;
            if (stored)
                return releaseFinalDot();
            m_storeFailure = problemOf(stored.error());
            m_submission->cancel();
        });
}

void OutboxRun::releaseFinalDot()
{
    m_released = true;
    m_submission->releaseFinalDot();
    Q_EMIT m_outbox.changed();
}

/// The server has it, whatever the disk says now.
void OutboxRun::accept(const Receipt &receipt)
{
    m_submission.release()->deleteLater(); // it is calling us
    m_released = true;
    if (!m_posting.account.practice)
        m_outbox.m_proven.insert(m_posting.account.id, {m_posting.account, m_outbox.m_clock.monotonic()});
    SentLetter letter;
    letter.id = QString::fromLatin1(m_outbox.m_ids.next());
    letter.accountId = m_posting.account.id;
    letter.message = m_posting.message;
    letter.receipt = receipt;
    letter.finished = m_item.finished;
    m_outcome = letter;
    std::get<SentLetter>(m_outcome).id.clear();
    m_outbox.m_store.run(
        this,
        [id = m_item.id, letter, isReal = !m_posting.account.practice,
         &clock = m_outbox.m_clock](Database &database) {
            auto stored = OutboxStore(database, clock).accepted(id, letter);
            // A convenience: the receipt is true without it.
            if (stored && isReal)
                std::ignore = RecipientHistory(database, clock).remember(letter.accountId, letter.takenFor());
            return stored;
        },
        [this, letter](const Result<void, StoreError> &stored) mutable {
            if (!stored)
                letter.id.clear();
            conclude();
            if (m_window)
                Q_EMIT m_window->accepted(letter);
        });
}

// --- the ways out

void OutboxRun::submissionFailed(SubmissionError error)
{
    m_submission.release()->deleteLater();
    if (leavesInDoubt(error, m_released))
        error.problem = Problem::MayHaveBeenSent;
    else if (m_storeFailure)
        error = *m_storeFailure;
    if (refusesSecret(error)) {
        m_outbox.m_credentials.refused(m_posting.account);
        m_outbox.m_proven.remove(m_posting.account.id);
    }
    fail(error);
}

/// The letter is the author's again; only one in doubt stays in the outbox, until a person decides.
void OutboxRun::fail(const SubmissionError &error)
{
    m_failed = true;
    m_outcome = error;
    const auto tell = [this, error] {
        conclude();
        if (m_window)
            Q_EMIT m_window->failed(error);
    };
    if (!m_writtenDown) {
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
        return;
    }
    const bool inDoubt = error.problem == Problem::MayHaveBeenSent;
    m_outbox.m_store.run(
        this,
        [id = m_item.id, inDoubt, &clock = m_outbox.m_clock](Database &database) {
            OutboxStore store(database, clock);
            return inDoubt ? store.setPhase(id, Phase::MayHaveBeenSent) : store.giveBack(id);
        },
        // If even that can't be stored, the item's last phase stands and recover() makes the same of it.
        [tell](const Result<void, StoreError> &) { tell(); });
}

bool OutboxRun::canCancel() const
{
    return !m_released && !isSettled();
}

void OutboxRun::cancel()
{
    if (!canCancel())
        return;
    m_cancelled = true;
    if (m_submission)
        m_submission->cancel(); // says failed(Cancelled), after a polite end of the dialogue
    else
        fail(problemOf(Problem::Cancelled));
}

void OutboxRun::conclude()
{
    m_concluded = true;
    --m_outbox.m_underWay;
    deleteLater();
    Q_EMIT m_outbox.changed();
}

} // namespace pennypost
