// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/RecordingSubmitter.h"

#include <utility>

namespace pennypost {

std::unique_ptr<Submission> RecordingSubmitter::submit(SubmissionRequest request)
{
    const auto dialogue = m_dialogues.begin(request.server, std::move(request.wireLog));
    request.wireLog = dialogue;
    auto submission = m_submitter.submit(std::move(request));
    QObject::connect(
        submission.get(), &Submission::accepted, submission.get(), [dialogue](const Receipt &receipt) {
            dialogue->end(receipt.refused.isEmpty()
                              ? QStringLiteral("accepted")
                              : QStringLiteral("accepted but for %1").arg(receipt.refused.size()));
        });
    QObject::connect(submission.get(), &Submission::failed, submission.get(),
                     [dialogue](const SubmissionError &error) {
                         dialogue->end(nameOf(error.problem) + QStringLiteral(" at ") + nameOf(error.stage));
                     });
    return submission;
}

void RecordingSubmitter::prepare(SubmissionRequest request)
{
    m_submitter.prepare(std::move(request));
}

} // namespace pennypost
