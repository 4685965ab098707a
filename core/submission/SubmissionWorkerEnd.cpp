// SPDX-License-Identifier: GPL-3.0-or-later
// How a SubmissionWorker ends, and when it begins anew instead.
#include "core/submission/RequestParts.h"
#include "core/submission/SubmissionWorker.h"

#include <QSet>

#include <utility>

namespace pennypost {

namespace {

/// Further sessions for what is left of a letter in several transactions.
constexpr int mostContinuations = 3;

/// The session went, and took a letter with it that it had nothing against.
bool isGone(const SubmissionError &error)
{
    return error.problem == Problem::ConnectionLost || error.problem == Problem::TimedOut ||
           (error.reply && error.reply->code == 421);
}

/// For the log: what no line of the dialogue tells.
QString whyOf(const SubmissionError &error)
{
    QString words = u"failed: " + nameOf(error.problem);
    if (error.doubt)
        words += u" (" + nameOf(*error.doubt) + u')';
    if (!error.detail.isEmpty())
        words += u": " + error.detail.simplified();
    if (error.certificate) {
        words += u"; certificate of " + error.certificate->subject + u" by " + error.certificate->issuer +
                 u", SHA-256 " + QString::fromLatin1(error.certificate->sha256.toHex());
    }
    return words;
}

} // namespace

void SubmissionWorker::accept(const Reply &finalReply, const QList<RefusedPath> &refused)
{
    Receipt receipt = receiptOf(finalReply, m_refused + refused, m_progress, m_request);
    receipt.time = m_clock.now();
    receipt.eightBitBody = m_eightBitBody;
    if (m_session)
        receipt.mechanism = m_session->dialogue->mechanismUsed();
    enter(Stage::Done);
    if (m_session)
        passOn();
    m_over = true;
    if (shares())
        m_shared.sessions->letReadOn(); // before the rest: the server waits for the next letter
    retire();
    Q_EMIT accepted(receipt);
}

void SubmissionWorker::end(const SubmissionError &error, SendLines politeness)
{
    if (m_over)
        return;
    if (m_session)
        m_session->scribe.endOfInput();
    if (waitsInstead(error, politeness) || beginsAnew(error, politeness))
        return;
    if (m_session && m_sender && !isFinalDotOut())
        m_session->scribe.note(
            QStringLiteral("%1 octets of letter, and no end of it").arg(m_sender->octetsRead()));
    if (m_session)
        m_session->scribe.noteQuoting(whyOf(error));
    const bool somebodyHasIt = !error.delivered.isEmpty() || !m_delivered.isEmpty();
    if (somebodyHasIt && error.problem != Problem::MayHaveBeenSent) {
        const auto refused = error.refused + refusedWith(error);
        leave(std::move(politeness));
        if (shares())
            m_shared.sessions->lost(*this, error);
        return accept(error.reply.value_or(Reply()), refused);
    }
    if (error.problem == Problem::MayHaveBeenSent && m_sender && m_sender->isInChunks())
        m_retry.doubted(m_request.server);
    SubmissionError told = m_retry.told(error);
    told.delivered = m_delivered + told.delivered;
    told.refused = m_refused + told.refused;
    const bool knows = m_session && m_session->dialogue;
    if (knows && shares() && (hasFollowerBegun() || m_session->dialogue->canGoOn())) {
        passOn();
    } else {
        leave(std::move(politeness));
        if (shares())
            m_shared.sessions->lost(*this, error);
    }
    retire();
    Q_EMIT failed(told);
}

/// A letter that was to have a session of its own, the others being busy, and can't: it is theirs to wait
/// for.
bool SubmissionWorker::waitsInstead(const SubmissionError &error, SendLines &politeness)
{
    const bool couldNotOpen = shares() && m_purpose == Purpose::Letter && m_session && !m_borrowed &&
                              error.stage < Stage::MailFrom && error.problem != Problem::Cancelled;
    if (!couldNotOpen || !m_shared.sessions->waitInstead(*this))
        return false;
    m_session->scribe.note(
        QStringLiteral("no further session is to be had: the letter waits for one in use"));
    leave(std::move(politeness));
    m_limit.reset();
    m_probeDue.reset();
    if (m_probe)
        m_probe.release()->deleteLater(); // it may be the very caller
    m_startedTls = false;
    m_firstBytes.clear();
    m_progress.tls = {};
    m_shared.sessions->serve(m_key);
    return true;
}

/// Only where nothing of the letter has left, or a part of it is done with.
bool SubmissionWorker::beginsAnew(const SubmissionError &error, SendLines &politeness)
{
    // Who was asked was asked about this session.
    m_answerDue.reset();
    if (std::exchange(m_asking, false))
        return false;
    QString why;
    if (wasDeadWhenLent(error)) {
        why = QStringLiteral("the session was over: again, over a new one");
    } else if (m_session && m_retry.begin(m_session->dialogue.get(), error)) {
        why = m_retry.isUnchunked()
                  ? QStringLiteral("the server does not take the letter in chunks: again, by DATA")
                  : QStringLiteral("the server can't take several commands at once: again, one at a time");
    } else if (!error.delivered.isEmpty() && isGone(error) && m_continued < mostContinuations) {
        ++m_continued;
        m_delivered += error.delivered;
        m_refused += error.refused;
        m_rest = leftBy(error);
        why = QStringLiteral("the others over a new session");
    } else {
        return false;
    }
    m_session->scribe.note(why);
    leave(std::move(politeness));
    if (std::exchange(m_followed, false))
        m_shared.sessions->putBackFollower(*this); // its commands went down with the session
    m_firstBytes.clear();
    m_progress.tls = {};
    m_isInOneFlight = false;
    if (m_sender) {
        m_sender->stop();
        m_sender.release()->deleteLater(); // it may be the very caller
    }
    openSession();
    return true;
}

bool SubmissionWorker::wasDeadWhenLent(const SubmissionError &error) const
{
    const Stage last = m_isInOneFlight ? Stage::Body : Stage::Data;
    return m_borrowed && (!m_sender || m_isInOneFlight) && isGone(error) && error.delivered.isEmpty() &&
           error.stage >= Stage::Hello && error.stage <= last;
}

/// Everybody who is left, with the server's words if there were any.
QList<RefusedPath> SubmissionWorker::refusedWith(const SubmissionError &error) const
{
    const Reply reply = error.reply.value_or(
        Reply{0, std::nullopt, {nameOf(error.doubt.value_or(error.problem)).toLatin1()}});
    QList<RefusedPath> refused;
    for (const SmtpPath &path : leftBy(error))
        refused.append({path.display(), reply});
    return refused;
}

/// Who of those that this session was for neither has the letter nor was refused.
QList<SmtpPath> SubmissionWorker::leftBy(const SubmissionError &error) const
{
    QSet<QString> settled(error.delivered.begin(), error.delivered.end());
    for (const RefusedPath &path : error.refused)
        settled.insert(path.path);
    QList<SmtpPath> left;
    const auto letter = transaction();
    for (const SmtpPath &path : letter ? letter->envelope.forwardPaths : QList<SmtpPath>()) {
        if (!settled.contains(path.display()))
            left.append(path);
    }
    return left;
}

bool SubmissionWorker::hasFollowerBegun() const
{
    return m_followed && m_session->dialogue->stage() == Stage::MailFrom;
}

/// The session stands: to the next letter, or QUIT.
void SubmissionWorker::passOn()
{
    m_session->transport->disconnect(this);
    if (hasFollowerBegun())
        return m_shared.sessions->handOn(*this, std::move(m_session));
    const bool stands = m_session->dialogue->canGoOn();
    if (stands && shares()) {
        SendLines lines = m_session->dialogue->clear();
        write(lines);
        return m_shared.sessions->giveBack(*this, std::move(m_session));
    }
    SessionPool::quit(std::move(m_session));
    if (shares())
        m_shared.sessions->withdraw(*this);
}

void SubmissionWorker::leave(SendLines politeness)
{
    if (!m_session)
        return;
    m_session->transport->disconnect(this);
    // Within a letter they would be its text: this one's, or the follower's, whose DATA may be answered by
    // now.
    const bool isWithinLetter = m_followed || (m_sender && !isFinalDotOut());
    if (politeness.lines.isEmpty() || isWithinLetter) {
        m_session->transport->abort();
    } else {
        write(politeness);
        m_session->transport->close();
    }
    m_former.push_back(std::move(m_session));
}

void SubmissionWorker::retire()
{
    m_over = true;
    m_limit.reset();
    m_answerDue.reset();
    m_probeDue.reset();
    if (m_sender)
        m_sender->stop();
    // The secret and the letter's files go now, not when the owner is done with us; but later than a call
    // that may come from the middle of any of them. What the server has taken came from none.
    if (m_former.empty() && m_progress.stage == Stage::Done)
        letGo();
    else
        QMetaObject::invokeMethod(this, [this] { letGo(); }, Qt::QueuedConnection);
}

void SubmissionWorker::letGo()
{
    m_probe.reset();
    m_sender.reset();
    m_former.clear();
    m_request = {};
}

} // namespace pennypost
