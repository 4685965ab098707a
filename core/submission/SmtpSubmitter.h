// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CallQueue.h"
#include "core/base/Clock.h"
#include "core/submission/News.h"
#include "core/submission/SubmissionWorker.h"
#include "core/submission/Submitter.h"
#include "core/submission/TimeLimits.h"

#include <QThread>

#include <functional>
#include <memory>

namespace pennypost {

/// Submitter over SMTP: one thread with an event loop for all connections, a SubmissionWorker there for each
/// submission, a SessionPool for what they leave to each other. Its destructor waits for that thread, which
/// blocks in its very end alone, for the files of certificates that are still being read. GUI thread.
class SmtpSubmitter final : public Submitter
{
public:
    using MakeTransport = std::function<std::unique_ptr<Transport>()>;

    /// `clock` outlives it and is used on the submission thread. An empty `makeTransport` gives TlsTransport.
    explicit SmtpSubmitter(Clock &clock, TimeLimits limits = {}, MakeTransport makeTransport = {});
    ~SmtpSubmitter() override;

    [[nodiscard]] std::unique_ptr<Submission> submit(SubmissionRequest request) override;
    void prepare(SubmissionRequest request) override;

private:
    void start(SubmissionWorker *worker);

    Clock &m_clock;
    TimeLimits m_limits;
    MakeTransport m_makeTransport;
    QThread m_thread;
    SubmissionWorker::Shared m_shared;  ///< used on m_thread alone
    std::shared_ptr<News> m_news;       ///< lives there
    std::shared_ptr<CallQueue> m_calls; ///< lives on m_thread, the workers' parent; shared with submissions
};

} // namespace pennypost
