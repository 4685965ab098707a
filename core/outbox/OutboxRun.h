// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outbox/Outbox.h"
#include "core/outbox/OutboxItem.h"

#include <QPointer>

namespace pennypost {

/// One letter's way through the Outbox, step by step in the order of the methods below. Child of the Outbox,
/// deletes itself at its end; the Dispatch that the caller holds is only its window. GUI thread.
///
/// What must hold, and tests hold it to: the item is in the database before the Submitter hears of the
/// letter; FinalDot is in the database before the dot is released; the receipt, the item's end and the
/// draft's end are one transaction; what failed before the dot leaves the draft as it was.
class OutboxRun : public QObject
{
    Q_OBJECT

public:
    OutboxRun(Outbox &outbox, Posting posting, Dispatch *window);
    ~OutboxRun() override;

    void start();
    void cancel();
    /// These three as Dispatch has them.
    bool canCancel() const;
    bool isReleased() const { return m_released; }
    const Dispatch::Outcome &outcome() const { return m_outcome; }

private:
    void stamp();
    void makeBytes();
    void askForAccess();
    void writeDown();
    void submit();
    void holdFinalDot();
    void releaseFinalDot();
    void accept(const Receipt &receipt);
    void fail(const SubmissionError &error);

    void submissionFailed(SubmissionError error);
    /// Does `next` unless the letter has been cancelled or has failed meanwhile.
    void goOn(void (OutboxRun::*next)());
    void conclude();
    bool isSettled() const { return m_cancelled || m_failed; }

    Outbox &m_outbox;
    Posting m_posting;
    QPointer<Dispatch> m_window;

    OutboxItem m_item;
    Envelope m_envelope;
    std::unique_ptr<MimeSource> m_source;
    Access m_access; ///< from askForAccess() to submit()
    std::unique_ptr<Submission> m_submission;
    std::optional<SubmissionError> m_storeFailure; ///< why we cancelled the submission ourselves
    bool m_writtenDown = false;                    ///< the item may be in the database
    bool m_released = false;                       ///< nobody can take the letter back
    bool m_cancelled = false;
    bool m_failed = false;
    bool m_concluded = false;
    Dispatch::Outcome m_outcome;
};

/// A person cannot act on a `problem` after the dot unless the server itself said no: true if this failure
/// leaves open whether the letter was taken. Pure.
bool leavesInDoubt(const SubmissionError &error, bool finalDotReleased);

} // namespace pennypost
