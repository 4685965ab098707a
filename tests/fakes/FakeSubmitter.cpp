// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/FakeSubmitter.h"

#include "tests/fakes/FakeClock.h"

#include <array>

namespace pennypost {

FakeSubmission::FakeSubmission(std::shared_ptr<SubmissionRequest> request) : m_request(std::move(request)) {}

void FakeSubmission::cancel()
{
    if (m_over || m_released || m_cancelled)
        return;
    m_cancelled = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_over)
                fail(Problem::Cancelled, Stage::Body);
        },
        Qt::QueuedConnection);
}

void FakeSubmission::decide(bool deliverToRest)
{
    m_decided = deliverToRest;
}

void FakeSubmission::releaseFinalDot()
{
    m_released = true;
}

QByteArray FakeSubmission::letter() const
{
    QByteArray bytes;
    if (!m_request->letter || !m_request->letter->source)
        return bytes;
    MimeSource &source = *m_request->letter->source;
    source.rewind();
    std::array<char, 8192> buffer{};
    while (true) {
        const auto got = source.read(buffer);
        if (!got)
            return {};
        if (*got == 0)
            return bytes;
        bytes.append(buffer.data(), *got);
    }
}

void FakeSubmission::report(Stage stage, qint64 sent)
{
    SubmissionProgress progress;
    progress.stage = stage;
    progress.sent = sent;
    progress.total = m_request->letter && m_request->letter->source ? m_request->letter->source->size() : 0;
    progress.host = m_request->server.host;
    report(progress);
}

void FakeSubmission::report(const SubmissionProgress &progress)
{
    Q_ASSERT(!m_over);
    Q_EMIT this->progress(progress);
}

void FakeSubmission::reportFinalDotDue()
{
    Q_ASSERT(!m_over);
    Q_EMIT finalDotDue();
}

Receipt FakeSubmission::receipt() const
{
    Receipt receipt;
    receipt.time = FakeClock::defaultStart();
    receipt.host = m_request->server.host;
    receipt.port = m_request->server.port;
    receipt.address = QStringLiteral("192.0.2.25");
    receipt.serverName = QStringLiteral("mx.example.net");
    receipt.tls.protocol = QStringLiteral("TLSv1.3");
    receipt.tls.cipher = QStringLiteral("TLS_AES_256_GCM_SHA384");
    receipt.mechanism = "PLAIN";
    if (m_request->letter) {
        receipt.finalReply = {250, EnhancedStatus{2, 0, 0}, {"2.0.0 Ok: queued as 4F3B2A1C"}};
        for (const SmtpPath &path : m_request->letter->envelope.forwardPaths)
            receipt.accepted.append(path.display());
        receipt.octets = m_request->letter->source ? m_request->letter->source->size() : 0;
    }
    return receipt;
}

void FakeSubmission::accept()
{
    accept(receipt());
}

void FakeSubmission::accept(const Receipt &receipt)
{
    Q_ASSERT(!m_over);
    m_over = true;
    Q_EMIT accepted(receipt);
}

void FakeSubmission::fail(const SubmissionError &error)
{
    Q_ASSERT(!m_over);
    m_over = true;
    Q_EMIT failed(error);
}

void FakeSubmission::fail(Problem problem, Stage stage)
{
    SubmissionError error;
    error.problem = problem;
    error.stage = stage;
    fail(error);
}

std::unique_ptr<Submission> FakeSubmitter::submit(SubmissionRequest request)
{
    auto kept = std::make_shared<SubmissionRequest>(std::move(request));
    auto submission = std::make_unique<FakeSubmission>(kept);
    m_requests.push_back(std::move(kept));
    m_submissions.emplace_back(submission.get());
    if (onSubmit) {
        FakeSubmission *made = submission.get();
        QMetaObject::invokeMethod(made, [made, script = onSubmit] { script(*made); }, Qt::QueuedConnection);
    }
    return submission;
}

} // namespace pennypost
