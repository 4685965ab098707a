// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SendCommand.h"

#include "app/cli/CaFile.h"
#include "app/cli/CauseText.h"
#include "app/cli/FailureText.h"
#include "app/cli/LetterMaker.h"
#include "app/cli/SecretInput.h"
#include "app/cli/StageText.h"
#include "app/cli/TraceFile.h"
#include "core/message/MailboxParser.h"
#include "core/mime/MimeBuilder.h"

#include <algorithm>
#include <utility>

namespace pennypost {

namespace {

/// The domain of the Message-ID: of the identity that writes, so that it betrays no other of the person's
/// addresses; of the account's first where From is somebody else's.
QString messageIdDomain(const Mailbox &from, const Account &account)
{
    const bool isOurs =
        std::any_of(account.identities.begin(), account.identities.end(),
                    [&from](const Identity &identity) { return identity.mailbox.sameAddress(from); });
    return isOurs ? from.domain : account.mailbox().domain;
}

/// Whose address it is, else the default one.
const Account *accountOf(const AccountStore &accounts, const std::optional<QString> &address)
{
    const auto mailbox = address ? parseMailbox(*address).mailbox : std::nullopt;
    for (const Account &account : accounts.accounts()) {
        const bool isHis = mailbox && std::any_of(account.identities.begin(), account.identities.end(),
                                                  [&](const Identity &identity) {
                                                      return identity.mailbox.sameAddress(*mailbox);
                                                  });
        if (isHis)
            return accounts.find(account.id);
    }
    return accounts.defaultAccount();
}

} // namespace

SendCommand::SendCommand(const CommandContext &context, SendLetter options)
    : Command(context), m_options(std::move(options))
{
}

void SendCommand::start()
{
    if (auto chosen = chooseAccount(); !chosen)
        return fail(chosen.error());
    if (auto opened = openTrace(); !opened)
        return fail(opened.error());
    // The first lines of standard input; the letter may be the rest.
    auto secrets = readSecrets(input(), m_options.fromStdin, m_posting.account);
    if (!secrets)
        return fail(secrets.error());
    if (auto made = makePosting(); !made)
        return fail(made.error());
    if (auto made = makeEnvelope(); !made)
        return fail(made.error());
    provideSecrets(context(), m_posting.account, std::move(*secrets), this,
                   [this](const std::optional<CliError> &error) { error ? fail(*error) : send(); });
}

Result<void, CliError> SendCommand::chooseAccount()
{
    if (auto loaded = loadAccounts(); !loaded)
        return loaded;
    const auto &accounts = services().accounts;
    const auto *account = !m_options.account.isEmpty() ? accounts.find(m_options.account)
                          : m_options.sendmail         ? accountOf(accounts, m_options.envelopeFrom)
                                                       : accounts.defaultAccount();
    if (!account && m_options.account.isEmpty())
        return Failure{CliError{ExitCode::Config,
                                QStringLiteral("UnknownAccount"),
                                QStringLiteral("there is no account yet: pennypost-cli account add"),
                                {}}};
    if (!account)
        return Failure{
            accountsError(AccountStoreError{AccountStoreError::Kind::UnknownId, m_options.account})};
    m_posting.account = *account;
    m_facts.server = account->server;
    return checkCaFile(account->server.caFile);
}

Result<void, CliError> SendCommand::openTrace()
{
    if (m_options.trace.isEmpty())
        return {};
    const auto &letter = m_options.letter;
    const auto &paths = services().paths;
    auto trace = TraceFile::create(m_options.trace,
                                   QStringList{m_options.eml, letter.text, letter.html, paths.accounts,
                                               paths.database, m_posting.account.server.caFile,
                                               m_posting.account.server.clientCertificate} +
                                       letter.attach + letter.inlined);
    if (!trace)
        return Failure{trace.error()};
    m_trace = *trace;
    m_posting.wireLog = m_trace;
    return {};
}

/// The letter's bytes are made here once to see that they can be, before anything is asked of the network.
Result<void, CliError> SendCommand::makePosting()
{
    m_posting.partialRefusal = m_options.allOrNothing ? Transaction::PartialRefusal::AllOrNothing
                                                      : Transaction::PartialRefusal::DeliverToRest;
    m_posting.delivery = m_options.delivery;
    if (!m_options.eml.isEmpty()) {
        auto finished =
            FinishedLetter::open(m_options.eml, input(), services().paths.profile, m_options.dotEndsInput);
        if (!finished)
            return Failure{finished.error()};
        m_spool = std::move(finished->spool);
        m_posting.finished = std::move(finished->source);
        m_posting.message = finished->header;
        m_addresses = finished->addresses;
        m_facts.octets = m_posting.finished->size();
    } else {
        auto message = makeLetter(m_options.letter, m_posting.account.mailbox(), input());
        if (!message)
            return Failure{message.error()};
        const QString domain = messageIdDomain(message->from, m_posting.account);
        m_posting.message = stamped(std::move(*message), services().clock, services().ids, domain);
        m_addresses = m_posting.message;
        const auto source = buildMime(m_posting.message);
        if (!source)
            return Failure{cliError(source.error())};
        m_facts.octets = (*source)->size();
    }
    m_facts.messageId = m_posting.message.messageId;
    return {};
}

/// From the letter, but for what --envelope-from and --rcpt say otherwise.
Result<void, CliError> SendCommand::makeEnvelope()
{
    Message addresses = std::move(m_addresses);
    if (!m_options.rcpt.isEmpty()) {
        auto to = readMailboxes(m_options.rcpt, QStringLiteral("--rcpt"));
        if (!to)
            return Failure{to.error()};
        addresses.to = *to;
        addresses.cc.clear();
        addresses.bcc.clear();
    }
    const bool toNowhere = m_options.envelopeFrom && m_options.envelopeFrom->isEmpty();
    if (m_options.envelopeFrom && !toNowhere) {
        const auto from = parseMailbox(*m_options.envelopeFrom);
        if (!from.mailbox)
            return Failure{
                badAddress(QStringLiteral("--envelope-from"), *m_options.envelopeFrom, from.error)};
        addresses.from = *from.mailbox;
    }
    if (addresses.from.isEmpty())
        addresses.from = m_posting.account.mailbox();
    auto envelope = envelopeFor(addresses);
    if (!envelope)
        return Failure{CliError{
            ExitCode::Data,
            QStringLiteral("BadAddress"),
            QString(u"this address can't be sent to: " + envelope.error().mailbox.display().simplified()),
            {}}};
    if (envelope->forwardPaths.isEmpty())
        return Failure{CliError{ExitCode::Data,
                                QStringLiteral("NoRecipient"),
                                QStringLiteral("the letter names no recipient: use --rcpt"),
                                {}}};
    if (toNowhere)
        envelope->reversePath = SmtpPath();
    m_posting.envelope = std::move(*envelope);
    return {};
}

void SendCommand::send()
{
    if (isOver())
        return;
    m_toPractice = m_posting.account.practice;
    connect(&services().practice, &PracticeServer::received, this, &SendCommand::practised);
    context().stopSignals.tellSecond();
    m_dispatch = services().outbox.send(std::move(m_posting), this);
    connect(m_dispatch, &Dispatch::progress, this, [this](const SubmissionProgress &progress) {
        m_facts.progress = progress;
        if (progress.slow)
            console().warn(waitText(progress.stage));
    });
    connect(m_dispatch, &Dispatch::accepted, this, &SendCommand::accepted);
    connect(m_dispatch, &Dispatch::failed, this, &SendCommand::failed);
}

/// The server, on a thread of its own, says so after its client has the 250: before or after we hear of that.
void SendCommand::practised(const QString &file)
{
    m_practiceFile = file;
    if (const auto letter = std::exchange(m_awaitsPractice, std::nullopt))
        accepted(*letter);
}

void SendCommand::accepted(const SentLetter &letter)
{
    if (isOver())
        return;
    if (m_toPractice && m_practiceFile.isEmpty() && !m_leftToTheStore) {
        m_awaitsPractice = letter;
        return;
    }
    const auto &receipt = letter.receipt;
    const auto code = receipt.refused.isEmpty() ? ExitCode::Ok : ExitCode::NoUser;
    QString link = receipt.tls.isNull() ? QStringLiteral("in clear") : receipt.tls.protocol;
    const auto say = [this](const QString &line) {
        if (!m_options.sendmail)
            console().say(line);
    };
    say(u"Accepted by " + serverText(receipt.host, receipt.port) + u" (" + link + u", " +
        QString::number(receipt.octets) + u" octets): " + codesOf(receipt.finalReply));
    if (!m_facts.messageId.isEmpty())
        say(u"Message-ID: <" + QString::fromUtf8(m_facts.messageId) + u'>');
    for (const auto &path : receipt.accepted)
        say(u"To: " + path);
    if (!receipt.refused.isEmpty())
        console().warn(causeOf(receipt));
    for (const auto &each : receipt.refused)
        console().warn(refusalLine(each));
    if (!m_practiceFile.isEmpty())
        say(u"Received: " + m_practiceFile);
    if (m_leftToTheStore)
        console().warn(QStringLiteral("the letter was sent; its receipt may not be stored yet"));
    else if (letter.id.isEmpty())
        console().warn(QStringLiteral("the letter was sent, but its receipt could not be stored"));

    auto object = acceptedJson(receipt, m_facts);
    if (!receipt.refused.isEmpty())
        object[u"problem"] = nameOf(Problem::RecipientsRefused);
    warnOfTrace(m_trace.get());
    object[u"cause"] = causeOf(receipt);
    object[u"stored"] = m_leftToTheStore ? QJsonValue() : QJsonValue(!letter.id.isEmpty());
    if (!m_practiceFile.isEmpty())
        object[u"received"] = m_practiceFile;
    object[u"exitCode"] = int(code);
    console().say(object);
    end(code, LostOutput::IsOnlyTold);
}

void SendCommand::failed(const SubmissionError &error)
{
    if (isOver())
        return;
    // What would have been said of it before the letter was sent.
    const auto file = error.unreadable ? std::optional(cliError(*error.unreadable)) : std::nullopt;
    const auto code = file ? file->code : exitCodeOf(error);
    const QString cause = file ? file->cause : causeOf(error);
    auto object = failedJson(error, m_facts);
    QStringList lines = failureLines(error, cause);
    if (file) {
        lines = QStringList{cause};
        if (!file->detail.isEmpty())
            lines.append(file->detail);
        object[u"problem"] = file->problem;
        object[u"text"] = file->detail;
    }
    for (const auto &line : lines)
        console().warn(line);
    warnOfTrace(m_trace.get());
    object[u"cause"] = cause;
    object[u"exitCode"] = int(code);
    console().say(object);
    end(code);
}

void SendCommand::fail(const CliError &error)
{
    end(console().fail(error, notSentJson(m_facts)));
}

/// The first asks the letter back, or says why that is too late; the second ends with what is known by then.
void SendCommand::stop()
{
    if (isOver())
        return;
    const bool again = std::exchange(m_stopped, true);
    if (!m_dispatch)
        return fail(cancelledError());
    const auto outcome = m_dispatch->outcome();
    const bool isKnown = !std::holds_alternative<std::monostate>(outcome);
    if (again) {
        m_leftToTheStore = true;
        if (const auto *letter = std::get_if<SentLetter>(&outcome))
            accepted(*letter);
        else if (const auto *error = std::get_if<SubmissionError>(&outcome))
            failed(*error);
        else
            m_dispatch->isReleased() ? leaveInDoubt() : fail(cancelledError());
    } else if (isKnown) {
        console().warn(QStringLiteral("the letter's outcome is being written down; once more ends at once"));
    } else if (m_dispatch->isReleased()) {
        console().warn(
            QStringLiteral("the whole letter is out: waiting for the server's word on it; once more "
                           "ends without it, and nobody knows whether the letter was taken"));
    } else {
        m_dispatch->cancel();
    }
}

/// The item stays as one that may have been sent; its answer is not waited for.
void SendCommand::leaveInDoubt()
{
    SubmissionError error;
    error.problem = Problem::MayHaveBeenSent;
    error.stage = Stage::FinalDot;
    error.doubt = Problem::Cancelled;
    failed(error);
}

} // namespace pennypost
