// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/submission/SubmissionWorker.h"
#include "core/submission/Submitter.h"

#include <QPointer>

namespace pennypost {

/// The GUI thread's end of a SubmissionWorker: hands calls over to it, each by a queued event; its news come
/// back the same way. The worker goes when this does, or with its thread in SmtpSubmitter's destructor, which
/// the GUI thread waits for: hence the pointer is never read while the other thread changes it. Made by
/// SmtpSubmitter.
class SmtpSubmission final : public Submission
{
    Q_OBJECT

public:
    /// `worker` has not started and will live on another thread.
    explicit SmtpSubmission(SubmissionWorker *worker);
    ~SmtpSubmission() override;

    void cancel() override;
    void releaseFinalDot() override;

private:
    QPointer<SubmissionWorker> m_worker;
};

} // namespace pennypost
