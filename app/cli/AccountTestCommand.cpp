// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/AccountTestCommand.h"

#include "app/cli/CaFile.h"
#include "app/cli/CauseText.h"
#include "app/cli/FailureText.h"
#include "app/cli/SecretInput.h"
#include "app/cli/StageText.h"
#include "app/cli/TraceFile.h"

#include <utility>

namespace pennypost {

AccountTestCommand::AccountTestCommand(const CommandContext &context, AccountTest options)
    : Command(context), m_options(std::move(options))
{
}

void AccountTestCommand::start()
{
    if (auto loaded = loadAccounts(); !loaded)
        return fail(loaded.error());
    const auto *account = services().accounts.find(m_options.id);
    if (!account)
        return fail(accountsError(AccountStoreError{AccountStoreError::Kind::UnknownId, m_options.id}));
    m_account = *account;
    m_facts.server = m_account.server;
    if (auto checked = checkCaFile(m_account.server.caFile); !checked)
        return fail(checked.error());
    if (!m_options.trace.isEmpty()) {
        const auto &paths = services().paths;
        auto trace =
            TraceFile::create(m_options.trace, {paths.accounts, paths.database, m_account.server.caFile,
                                                m_account.server.clientCertificate});
        if (!trace)
            return fail(trace.error());
        m_trace = *trace;
    }
    auto secrets = readSecrets(input(), m_options.fromStdin, m_account);
    if (!secrets)
        return fail(secrets.error());
    provideSecrets(context(), m_account, std::move(*secrets), this,
                   [this](const std::optional<CliError> &error) { error ? fail(*error) : askForAccess(); });
}

void AccountTestCommand::askForAccess()
{
    services().credentials.access(m_account, this, [this](Result<Access, SubmissionError> access) {
        if (access)
            return check(std::move(*access));
        failed(access.error());
    });
}

void AccountTestCommand::check(Access access)
{
    if (isOver())
        return;
    m_facts.server = access.server;
    SubmissionRequest request;
    request.server = access.server;
    request.credential = std::move(access.credential);
    request.secrets = std::move(access.secrets);
    request.wireLog = m_trace;
    m_submission = services().submitter.submit(std::move(request));
    connect(m_submission.get(), &Submission::progress, this, &AccountTestCommand::show);
    connect(m_submission.get(), &Submission::accepted, this, &AccountTestCommand::passed);
    connect(m_submission.get(), &Submission::failed, this, &AccountTestCommand::failed);
}

/// A stage is told when the next one begins: then it is done, and what it found is known.
void AccountTestCommand::show(const SubmissionProgress &progress)
{
    m_facts.progress = progress;
    if (progress.slow)
        console().warn(waitText(progress.stage));
    if (progress.stage == m_stage)
        return;
    QString line = doneText(m_stage);
    switch (m_stage) {
    case Stage::Lookup:
        line += u": " + progress.host;
        break;
    case Stage::Connect:
        line += u": " + progress.address + u" port " + QString::number(m_facts.server.port);
        break;
    case Stage::Encrypt:
        line += u": " + progress.tls.protocol + u' ' + progress.tls.cipher;
        break;
    case Stage::Hello:
        line += u": " + progress.serverName;
        break;
    case Stage::Authenticate:
        line += u": " + QString::fromLatin1(progress.mechanism);
        break;
    default:
        break;
    }
    if (m_stage != Stage::Preparing)
        console().say(line);
    m_stage = progress.stage;
}

void AccountTestCommand::passed(const Receipt &receipt)
{
    if (!receipt.mechanism.isEmpty() && m_stage <= Stage::Authenticate)
        console().say(doneText(Stage::Authenticate) + u": " + QString::fromLatin1(receipt.mechanism));
    console().say(u"Account " + m_account.id + u" works");
    auto object = acceptedJson(receipt, m_facts);
    object[u"queueText"] = QString(); // no letter, no queue: it is the sign-in that was accepted
    object[u"account"] = m_account.id;
    object[u"exitCode"] = 0;
    console().say(object);
    warnOfTrace(m_trace.get());
    end(ExitCode::Ok);
}

void AccountTestCommand::failed(const SubmissionError &error)
{
    const auto code = exitCodeOf(error);
    // There is no letter that it could have been.
    const bool isLost = error.problem == Problem::ConnectionLost;
    const QString cause = isLost ? QStringLiteral("the connection was lost") : causeOf(error);
    const auto lines = failureLines(error, cause);
    for (const auto &line : lines)
        console().warn(line);
    warnOfTrace(m_trace.get());
    auto object = failedJson(error, m_facts);
    object[u"account"] = m_account.id;
    object[u"cause"] = cause;
    object[u"exitCode"] = int(code);
    console().say(object);
    end(code);
}

void AccountTestCommand::fail(const CliError &error)
{
    auto object = notSentJson(m_facts);
    object[u"account"] = m_options.id;
    end(console().fail(error, object));
}

} // namespace pennypost
