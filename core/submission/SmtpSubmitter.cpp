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
      m_anchor(std::make_unique<QObject>())
{
    if (!m_makeTransport)
        m_makeTransport = [] { return std::make_unique<TlsTransport>(); };
    m_thread.setObjectName(QStringLiteral("submission"));
    m_anchor->moveToThread(&m_thread);
    m_thread.start();
}

SmtpSubmitter::~SmtpSubmitter()
{
    // Behind every start that is queued already, so that each worker is a child of the anchor by then.
    QObject *anchor = m_anchor.release();
    QMetaObject::invokeMethod(
        anchor,
        [anchor] {
            for (auto *worker :
                 anchor->findChildren<SubmissionWorker *>(QString(), Qt::FindDirectChildrenOnly))
                worker->shutDown();
            delete anchor;
            QThread::currentThread()->quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

std::unique_ptr<Submission> SmtpSubmitter::submit(SubmissionRequest request)
{
    // Made here and moved, so that its signals are connected while both ends are sure to exist.
    auto *worker = new SubmissionWorker(std::move(request), m_clock, m_limits, m_makeTransport);
    auto submission = std::make_unique<SmtpSubmission>(worker);
    worker->moveToThread(&m_thread);
    QMetaObject::invokeMethod(
        worker,
        [worker, anchor = m_anchor.get()] {
            worker->setParent(anchor);
            worker->start();
        },
        Qt::QueuedConnection);
    return submission;
}

} // namespace pennypost
