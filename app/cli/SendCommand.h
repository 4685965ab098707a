// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/FinishedLetter.h"
#include "app/cli/Invocation.h"
#include "app/cli/ResultJson.h"

namespace pennypost {

/// `send`: account, secrets, letter, envelope, and then the Outbox as any other letter, so that the receipt
/// is in the Sent list too. Ctrl+C takes the letter back while that is possible; after that the second one
/// ends with "may have been sent".
class SendCommand final : public Command
{
    Q_OBJECT

public:
    SendCommand(const CommandContext &context, SendLetter options);
    void start() override;
    void stop() override;

private:
    // In this order.
    Result<void, CliError> chooseAccount();
    Result<void, CliError> openTrace();
    Result<void, CliError> makePosting();
    Result<void, CliError> makeEnvelope();
    void send();

    void practised(const QString &file);
    void accepted(const SentLetter &letter);
    void failed(const SubmissionError &error);
    void fail(const CliError &error);
    void leaveInDoubt();

    SendLetter m_options;
    std::unique_ptr<InputSpool> m_spool; ///< goes after the posting, which reads it
    Posting m_posting;
    Message m_addresses; ///< for the envelope
    Dispatch *m_dispatch = nullptr;
    LetterFacts m_facts;
    std::shared_ptr<TraceFile> m_trace;
    bool m_leftToTheStore = false; ///< we end before it has answered
    bool m_stopped = false;        ///< asked to end once
    bool m_toPractice = false;
    QString m_practiceFile;                     ///< where the practice server put it
    std::optional<SentLetter> m_awaitsPractice; ///< accepted, and the server has yet to say where it is
};

} // namespace pennypost
