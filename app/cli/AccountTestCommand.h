// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/Invocation.h"
#include "app/cli/ResultJson.h"

namespace pennypost {

/// `account test ID`: finds, connects, encrypts, greets and signs in, telling each step as it is done; no
/// letter.
class AccountTestCommand final : public Command
{
    Q_OBJECT

public:
    AccountTestCommand(const CommandContext &context, AccountTest options);
    void start() override;

private:
    void askForAccess();
    void check(Access access);
    void show(const SubmissionProgress &progress);
    void passed(const Receipt &receipt);
    void failed(const SubmissionError &error);
    void fail(const CliError &error);

    AccountTest m_options;
    Account m_account;
    std::shared_ptr<TraceFile> m_trace;
    std::unique_ptr<Submission> m_submission;
    LetterFacts m_facts;
    Stage m_stage = Stage::Preparing;
};

} // namespace pennypost
