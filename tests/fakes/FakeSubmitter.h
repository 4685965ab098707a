// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/submission/Submitter.h"

#include <QPointer>

#include <functional>
#include <memory>
#include <vector>

namespace pennypost {

/// A submission whose fate the test decides. Made by FakeSubmitter, owned by whoever submitted. Like the real
/// one it answers cancel() with failed(Cancelled) from the event loop, until the final dot was released.
class FakeSubmission final : public Submission
{
    Q_OBJECT

public:
    explicit FakeSubmission(std::shared_ptr<SubmissionRequest> request);

    void cancel() override;
    void releaseFinalDot() override;
    void decide(bool deliverToRest) override;

    const SubmissionRequest &request() const { return *m_request; }
    /// The letter as it would have gone over the wire; empty for a check or if the source fails.
    QByteArray letter() const;
    bool isCancelled() const { return m_cancelled; }
    bool isFinalDotReleased() const { return m_released; }
    bool isOver() const { return m_over; }
    std::optional<bool> decided() const { return m_decided; }

    /// What the server end does. The test calls these from its own turn of the event loop.
    void report(Stage stage, qint64 sent = 0);
    void report(const SubmissionProgress &progress);
    void reportFinalDotDue();
    void reportPartlyRefused(const QList<RefusedPath> &refused) { Q_EMIT partlyRefused(refused); }
    /// 250 2.0.0 with a queue id, for all recipients.
    void accept();
    void accept(const Receipt &receipt);
    void fail(const SubmissionError &error);
    void fail(Problem problem, Stage stage);

    /// The receipt that accept() gives.
    Receipt receipt() const;

private:
    std::shared_ptr<SubmissionRequest> m_request;
    bool m_cancelled = false;
    bool m_released = false;
    std::optional<bool> m_decided;
    bool m_over = false;
};

/// Submitter for UI and outbox tests: keeps each request and sends nothing.
///
///     FakeSubmitter submitter;
///     ... the code under test submits ...
///     submitter.last()->accept();
class FakeSubmitter final : public Submitter
{
public:
    [[nodiscard]] std::unique_ptr<Submission> submit(SubmissionRequest request) override;
    void prepare(SubmissionRequest request) override { prepared.append(request.server); }

    QList<ServerSettings> prepared; ///< in order

    qsizetype count() const { return qsizetype(m_requests.size()); }
    /// Kept also after the submission is gone.
    const SubmissionRequest &request(qsizetype index) const { return *m_requests.at(size_t(index)); }
    /// nullptr once its owner destroyed it: that is how a submission is cancelled in silence.
    FakeSubmission *at(qsizetype index) const { return m_submissions.at(size_t(index)); }
    FakeSubmission *last() const { return m_submissions.empty() ? nullptr : m_submissions.back().data(); }

    /// If set, called from the event loop with each new submission that still stands: a script for tests that
    /// don't want to drive by hand.
    std::function<void(FakeSubmission &)> onSubmit;

private:
    std::vector<std::shared_ptr<SubmissionRequest>> m_requests;
    std::vector<QPointer<FakeSubmission>> m_submissions;
};

} // namespace pennypost
