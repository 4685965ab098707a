// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ServerTest.h"

#include "ui/setup/SetupWords.h"

#include <algorithm>
#include <utility>

namespace pennypost {

namespace {

/// Is it the guess that was wrong, rather than something a person must see to?
bool anotherGuessMayDo(const SubmissionError &error)
{
    if (error.stage > Stage::Connect)
        return false;
    return error.problem == Problem::HostNotFound || error.problem == Problem::ConnectionRefused ||
           error.problem == Problem::TimedOut;
}

} // namespace

ServerTest::ServerTest(Submitter &submitter, QObject *parent) : QObject(parent), m_submitter(submitter) {}

ServerTest::~ServerTest() = default;

void ServerTest::start(const QList<ServerSettings> &candidates, Credential credential,
                       ConnectionSecrets secrets)
{
    stop();
    m_credential = std::move(credential);
    m_secrets = std::move(secrets);
    m_ahead = candidates;
    m_tried.clear();
    m_failures.clear();
    m_furthest.reset();
    tryNext();
}

void ServerTest::stop()
{
    m_ahead.clear();
    drop();
}

QList<TestStep> ServerTest::steps() const
{
    return m_tried + m_steps.steps();
}

void ServerTest::tryNext()
{
    m_server = m_ahead.takeFirst();
    m_steps = TestSteps(m_server);
    SubmissionProgress first;
    first.host = m_server.host;
    m_steps.progress(first);

    SubmissionRequest request;
    request.server = m_server;
    request.credential = m_credential.clone();
    request.credential.userName = m_server.userName;
    if (m_server.userName.isEmpty() && !request.credential.needsNoSecret())
        request.credential = {};
    request.secrets = m_secrets.clone();
    m_submission = m_submitter.submit(std::move(request));
    connect(m_submission.get(), &Submission::progress, this, [this](const SubmissionProgress &progress) {
        m_steps.progress(progress);
        Q_EMIT changed();
    });
    connect(m_submission.get(), &Submission::accepted, this, [this](const Receipt &receipt) {
        m_steps.accept(receipt);
        drop();
        Q_EMIT changed();
        Q_EMIT succeeded(receipt);
    });
    connect(m_submission.get(), &Submission::failed, this, &ServerTest::take);
    Q_EMIT changed();
}

void ServerTest::take(const SubmissionError &error)
{
    m_steps.fail(error.stage);
    drop();
    m_failures.append({m_server, error.detail});
    if (!m_furthest || error.stage > m_furthest->error.stage)
        m_furthest = Furthest{m_server, error};
    if (error.problem == Problem::HostNotFound) {
        // The other port of a name that isn't there need not be tried.
        const auto sameHost = [this](const ServerSettings &other) { return other.host == m_server.host; };
        m_ahead.erase(std::remove_if(m_ahead.begin(), m_ahead.end(), sameHost), m_ahead.end());
    }
    if (!m_ahead.isEmpty() && anotherGuessMayDo(error)) {
        const QString why = ProblemWords::of(error, {.server = m_server}).title;
        m_tried.append({TestStep::State::Failed, tr("%1: %2").arg(SetupWords::summary(m_server), why)});
        tryNext();
        return;
    }
    m_ahead.clear();
    Q_EMIT changed();
    // A guess that was answered at all tells more than one whose name does not exist.
    m_server = m_furthest->server;
    const SubmissionError worst = m_furthest->error;
    Q_EMIT failed(worst);
}

void ServerTest::drop()
{
    if (!m_submission)
        return;
    // It may be the one whose signal brought us here.
    m_submission->disconnect(this);
    m_submission.release()->deleteLater();
}

} // namespace pennypost
