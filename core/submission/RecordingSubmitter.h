// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/submission/RecentDialogues.h"
#include "core/submission/Submitter.h"

namespace pennypost {

/// Has every dialogue of another Submitter written down in RecentDialogues, but what only prepares for one:
/// tried again and again where there is no network, it would push out what counts. GUI thread. Both outlive
/// it.
class RecordingSubmitter final : public Submitter
{
public:
    RecordingSubmitter(Submitter &submitter, RecentDialogues &dialogues)
        : m_submitter(submitter), m_dialogues(dialogues)
    {
    }

    [[nodiscard]] std::unique_ptr<Submission> submit(SubmissionRequest request) override;
    void prepare(SubmissionRequest request) override;

private:
    Submitter &m_submitter;
    RecentDialogues &m_dialogues;
};

} // namespace pennypost
