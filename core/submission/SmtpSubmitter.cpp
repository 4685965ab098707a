// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/SmtpSubmitter.h"

#include "core/net/TlsTransport.h"
#include "core/submission/SmtpSubmission.h"
#include "core/submission/SubmissionWorker.h"

namespace pennypost {

SmtpSubmitter::SmtpSubmitter(Clock &clock, TimeLimits limits, MakeTransport makeTransport)
    : m_clock(clock),
      m_limits(limits),
      m_makeTransport(std::move(makeTransport)),
      m_shared{std::make_shared<ServerHabits>(), std::make_shared<SessionPool>(clock, limits),
               std::make_shared<ClientCertificateFiles>()},
      m_news(std::make_shared<News>(clock, WayBack())),
      m_calls(std::make_shared<CallQueue>())
{
    if (!m_makeTransport)
        m_makeTransport = [] { return std::make_unique<TlsTransport>(); };
    m_thread.setObjectName(QStringLiteral("submission"));
    m_calls->moveToThread(&m_thread);
    m_shared.sessions->moveToThread(&m_thread);
    m_news->moveToThread(&m_thread);
    m_thread.start();
    m_calls->post([news = m_news] { news->heedTurns(); });
}

SmtpSubmitter::~SmtpSubmitter()
{
    // Behind every start that is posted already, so that each worker is a child of the queue by then.
    m_calls->post([calls = m_calls.get(), shared = m_shared, news = m_news] {
        shared.sessions->quitAll();
        const auto workers = calls->findChildren<SubmissionWorker *>(QString(), Qt::FindDirectChildrenOnly);
        for (auto *worker : workers)
            worker->shutDown();
        qDeleteAll(workers);
        news->finish();
        shared.certificates->waitForReaders(); // none of theirs may come when nobody turns here any more
        calls->post([] { QThread::currentThread()->quit(); });
    });
    m_thread.wait();
}

std::unique_ptr<Submission> SmtpSubmitter::submit(SubmissionRequest request)
{
    // Made here and moved, so that its signals are connected while both ends are sure to exist.
    using Purpose = SubmissionWorker::Purpose;
    const Purpose purpose = request.letter ? Purpose::Letter : Purpose::Check;
    auto *worker =
        new SubmissionWorker(std::move(request), m_clock, m_limits, m_makeTransport, m_shared, purpose);
    auto submission = std::make_unique<SmtpSubmission>(worker, m_calls, m_news);
    m_calls->post([news = m_news] { news->began(); });
    start(worker);
    return submission;
}

void SmtpSubmitter::start(SubmissionWorker *worker)
{
    worker->moveToThread(&m_thread);
    m_calls->post([worker, calls = m_calls.get()] {
        worker->setParent(calls);
        worker->start();
    });
}

void SmtpSubmitter::prepare(SubmissionRequest request)
{
    request.letter.reset();
    auto *worker = new SubmissionWorker(std::move(request), m_clock, m_limits, m_makeTransport, m_shared,
                                        SubmissionWorker::Purpose::WarmUp);
    QObject::connect(worker, &SubmissionWorker::accepted, worker, &QObject::deleteLater);
    QObject::connect(worker, &SubmissionWorker::failed, worker, &QObject::deleteLater);
    start(worker);
}

} // namespace pennypost
