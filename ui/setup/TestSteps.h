// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/ServerSettings.h"
#include "core/submission/Submitter.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace pennypost {

/// One line of a test as a person sees it.
struct TestStep
{
    enum class State { Waiting, Running, Done, Failed };
    State state = State::Waiting;
    QString text;
    bool operator==(const TestStep &) const = default;
};

/// What a check of a server does, step by step in wire order, in words: name found, connected, encrypted,
/// greeted, signed in; with STARTTLS the greeting comes before the encryption, without sign-in there is no
/// last step. Fed with a Submission's signals; a value. GUI thread. Used by ServerTest.
class TestSteps
{
    Q_DECLARE_TR_FUNCTIONS(TestSteps)

public:
    explicit TestSteps(const ServerSettings &server = {});

    void progress(const SubmissionProgress &progress);
    void accept(const Receipt &receipt);
    void fail(Stage stage);

    QList<TestStep> steps() const;

private:
    enum class Kind { ReadCertificate, Find, Connect, Encrypt, Greet, SignIn };
    qsizetype indexOf(Stage stage) const;
    QString text(Kind kind, TestStep::State state) const;

    ServerSettings m_server;
    QList<Kind> m_kinds;
    qsizetype m_current = -1; ///< index of the step under way; m_kinds.size() when all are done
    bool m_failed = false;
    bool m_slow = false;
    Stage m_stage = Stage::Preparing; ///< of which `m_slow` tells
    SubmissionProgress m_known;       ///< everything that was reported so far
};

} // namespace pennypost
