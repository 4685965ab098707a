// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/SmtpSubmission.h"

#include <mutex>
#include <utility>

namespace pennypost {

namespace {

/// Several stages of a letter may be passed before the owner's thread turns: one piece of news is enough
/// then.
class Latest
{
public:
    /// True if nobody is on the way to take it yet.
    bool put(const SubmissionProgress &now)
    {
        const std::lock_guard lock(m_guard);
        m_now = now;
        return !std::exchange(m_awaited, true);
    }
    SubmissionProgress take()
    {
        const std::lock_guard lock(m_guard);
        m_awaited = false;
        return m_now;
    }

private:
    std::mutex m_guard;
    SubmissionProgress m_now;
    bool m_awaited = false;
};

} // namespace

SmtpSubmission::SmtpSubmission(SubmissionWorker *worker, std::shared_ptr<CallQueue> calls,
                               const std::shared_ptr<News> &news)
    : m_worker(worker), m_calls(std::move(calls))
{
    // Whether it is still there is asked on the way's end alone.
    const auto tell = [self = QPointer(this), news](auto call, News::Haste haste = News::Haste::None) {
        news->tell(
            [self, call = std::move(call)] {
                if (self)
                    call(*self);
            },
            haste);
    };
    connect(worker, &SubmissionWorker::progress, worker,
            [tell, latest = std::make_shared<Latest>()](const SubmissionProgress &now) {
                if (now.stage < Stage::MailFrom) // each is a step that somebody shows
                    tell([now](SmtpSubmission &self) { Q_EMIT self.progress(now); });
                else if (latest->put(now))
                    tell([latest](SmtpSubmission &self) { Q_EMIT self.progress(latest->take()); });
            });
    connect(worker, &SubmissionWorker::finalDotDue, worker, [tell] {
        tell([](SmtpSubmission &self) { Q_EMIT self.finalDotDue(); }, News::Haste::IsAwaited);
    });
    connect(worker, &SubmissionWorker::partlyRefused, worker, [tell](const QList<RefusedPath> &refused) {
        tell([refused](SmtpSubmission &self) { Q_EMIT self.partlyRefused(refused); }, News::Haste::IsAwaited);
    });
    connect(worker, &SubmissionWorker::accepted, worker, [tell](const Receipt &receipt) {
        tell([receipt](SmtpSubmission &self) { Q_EMIT self.accepted(receipt); });
    });
    connect(worker, &SubmissionWorker::failed, worker, [tell](const SubmissionError &error) {
        tell([error](SmtpSubmission &self) { Q_EMIT self.failed(error); });
    });
    connect(worker, &QObject::destroyed, news.get(), &News::ended);
}

SmtpSubmission::~SmtpSubmission()
{
    post([](SubmissionWorker &worker) { delete &worker; }); // no caller of it is left there
}

template<class Call>
void SmtpSubmission::post(Call call)
{
    m_calls->post([worker = m_worker, call] {
        if (worker)
            call(*worker);
    });
}

void SmtpSubmission::cancel()
{
    post([](SubmissionWorker &worker) { worker.cancel(); });
}

void SmtpSubmission::releaseFinalDot()
{
    post([](SubmissionWorker &worker) { worker.releaseFinalDot(); });
}

void SmtpSubmission::decide(bool deliverToRest)
{
    post([deliverToRest](SubmissionWorker &worker) { worker.decide(deliverToRest); });
}

} // namespace pennypost
