// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/submission/SmtpSubmitter.h"
#include "tests/core/submission/WorkerRig.h"
#include "tests/fakes/ScriptedServer.h"

namespace pennypost {

QByteArray sha256Of(MimeSource &source);
/// A server that takes one letter, by the book.
void scriptHonest(ScriptedServer &server, ServerSettings::Security security,
                  const QByteArray &extensions = "");
/// To a server of the test; without a source it is a check of it.
SubmissionRequest requestTo(const ScriptedServer &server, ServerSettings::Security security,
                            std::unique_ptr<FakeMimeSource> source);

/// What a Submission told, in order.
struct Told
{
    explicit Told(Submission &submission);
    bool isOver() const { return ends > 0; }

    QObject context;
    QList<Stage> stages;
    std::optional<Receipt> receipt;
    std::optional<SubmissionError> error;
    int ends = 0;
    bool endedBefore = false; ///< something came after the end
};

} // namespace pennypost
