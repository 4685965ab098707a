// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/SmtpSubmission.h"

#include "core/base/WayBack.h"

namespace pennypost {

SmtpSubmission::SmtpSubmission(SubmissionWorker *worker, std::shared_ptr<CallQueue> calls)
    : m_worker(worker), m_calls(std::move(calls))
{
    const WayBack back(this);
    connect(worker, &SubmissionWorker::progress, worker, [this, back](const SubmissionProgress &now) {
        back.post([this, now] { Q_EMIT progress(now); });
    });
    connect(worker, &SubmissionWorker::finalDotDue, worker,
            [this, back] { back.post([this] { Q_EMIT finalDotDue(); }); });
    connect(worker, &SubmissionWorker::partlyRefused, worker,
            [this, back](const QList<RefusedPath> &refused) {
                back.post([this, refused] { Q_EMIT partlyRefused(refused); });
            });
    connect(worker, &SubmissionWorker::accepted, worker, [this, back](const Receipt &receipt) {
        back.post([this, receipt] { Q_EMIT accepted(receipt); });
    });
    connect(worker, &SubmissionWorker::failed, worker, [this, back](const SubmissionError &error) {
        back.post([this, error] { Q_EMIT failed(error); });
    });
}

SmtpSubmission::~SmtpSubmission()
{
    post([](SubmissionWorker &worker) { worker.deleteLater(); });
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
