// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/SmtpSubmission.h"

namespace pennypost {

SmtpSubmission::SmtpSubmission(SubmissionWorker *worker) : m_worker(worker)
{
    connect(worker, &SubmissionWorker::progress, this, &Submission::progress, Qt::QueuedConnection);
    connect(worker, &SubmissionWorker::finalDotDue, this, &Submission::finalDotDue, Qt::QueuedConnection);
    connect(worker, &SubmissionWorker::accepted, this, &Submission::accepted, Qt::QueuedConnection);
    connect(worker, &SubmissionWorker::failed, this, &Submission::failed, Qt::QueuedConnection);
}

SmtpSubmission::~SmtpSubmission()
{
    if (m_worker)
        m_worker->deleteLater();
}

void SmtpSubmission::cancel()
{
    if (m_worker)
        QMetaObject::invokeMethod(m_worker, &SubmissionWorker::cancel, Qt::QueuedConnection);
}

void SmtpSubmission::releaseFinalDot()
{
    if (m_worker)
        QMetaObject::invokeMethod(m_worker, &SubmissionWorker::releaseFinalDot, Qt::QueuedConnection);
}

} // namespace pennypost
