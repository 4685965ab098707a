// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CallQueue.h"
#include "core/submission/News.h"
#include "core/submission/SubmissionWorker.h"
#include "core/submission/Submitter.h"

#include <QPointer>

#include <memory>

namespace pennypost {

/// The GUI thread's end of a SubmissionWorker: posts calls to it; its news come back by what all share. The
/// worker goes when this does, or with its thread in SmtpSubmitter's destructor: hence whether it is still
/// there is asked on its own thread alone. Made by SmtpSubmitter, which it may outlive.
class SmtpSubmission final : public Submission
{
    Q_OBJECT

public:
    /// `worker` has not started and will live on the thread of `calls`.
    SmtpSubmission(SubmissionWorker *worker, std::shared_ptr<CallQueue> calls,
                   const std::shared_ptr<News> &news);
    ~SmtpSubmission() override;

    void cancel() override;
    void releaseFinalDot() override;
    void decide(bool deliverToRest) override;

private:
    template<class Call>
    void post(Call call);

    QPointer<SubmissionWorker> m_worker;
    std::shared_ptr<CallQueue> m_calls;
};

} // namespace pennypost
