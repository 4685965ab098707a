// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sasl/Credential.h"
#include "core/submission/Submitter.h"
#include "ui/common/ProblemText.h"
#include "ui/setup/TestSteps.h"

#include <QObject>

#include <memory>

namespace pennypost {

/// Tries for real whether a server can be reached and signed in to, without sending a letter. Several
/// candidates (guesses) are tried in turn while it is the name, the port or silence that fails. Runs in the
/// background; destroying or stopping it ends the connection in silence. GUI thread. Used by TestPage and
/// AccountsDialog.
class ServerTest : public QObject
{
    Q_OBJECT

public:
    ServerTest(Submitter &submitter, QObject *parent = nullptr);
    ~ServerTest() override;

    /// Precondition: at least one candidate. The credential's user name is replaced by the candidate's.
    void start(const QList<ServerSettings> &candidates, Credential credential,
               ConnectionSecrets secrets = {});
    void stop();
    bool isRunning() const { return m_submission != nullptr; }

    /// What is or was tried last; after a failure of several, the one that got furthest.
    const ServerSettings &server() const { return m_server; }
    /// After a failure: every candidate that was tried, in order.
    const QList<FailedAttempt> &tried() const { return m_failures; }
    /// The candidates that failed before, then the steps of the one under way.
    QList<TestStep> steps() const;

Q_SIGNALS:
    void changed();
    void succeeded(const pennypost::Receipt &receipt);
    void failed(const pennypost::SubmissionError &error);

private:
    void tryNext();
    void take(const SubmissionError &error);
    void drop();

    Submitter &m_submitter;
    std::unique_ptr<Submission> m_submission;
    Credential m_credential;
    ConnectionSecrets m_secrets;
    QList<ServerSettings> m_ahead;
    ServerSettings m_server;
    TestSteps m_steps;
    QList<TestStep> m_tried;
    QList<FailedAttempt> m_failures;
    struct Furthest
    {
        ServerSettings server;
        SubmissionError error;
    };
    std::optional<Furthest> m_furthest;
};

} // namespace pennypost
