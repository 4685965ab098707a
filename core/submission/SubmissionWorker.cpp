// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/SubmissionWorker.h"

#include "core/submission/HarmlessText.h"
#include "core/submission/RequestParts.h"
#include "core/submission/TransportProblem.h"

#include <algorithm>
#include <utility>

namespace pennypost {

SubmissionWorker::SubmissionWorker(SubmissionRequest request, Clock &clock, const TimeLimits &limits,
                                   MakeTransport makeTransport,
                                   std::shared_ptr<UnpipelinedServers> unpipelined)
    : m_request(std::move(request)),
      m_clock(clock),
      m_limits(limits),
      m_makeTransport(std::move(makeTransport)),
      m_scribe(m_request.wireLog),
      m_retry(std::move(unpipelined))
{
    m_progress.host = m_request.server.host;
    m_progress.total = m_request.letter ? m_request.letter->source->size() : 0;
}

SubmissionWorker::~SubmissionWorker() = default;

void SubmissionWorker::start()
{
    if (!m_over)
        open();
}

void SubmissionWorker::open()
{
    m_transport = m_makeTransport();
    connect(m_transport.get(), &Transport::resolved, this, &SubmissionWorker::resolved);
    connect(m_transport.get(), &Transport::connected, this, &SubmissionWorker::connected);
    connect(m_transport.get(), &Transport::encrypted, this, &SubmissionWorker::encrypted);
    connect(m_transport.get(), &Transport::readyRead, this, &SubmissionWorker::readyRead);
    connect(m_transport.get(), &Transport::failed, this, &SubmissionWorker::linkFailed);

    enter(Stage::Lookup);
    wait(m_limits.lookup);
    const bool tls = m_request.server.security == ServerSettings::Security::Tls;
    m_transport->open(endpointOf(m_request.server), tls ? Transport::Start::Tls : Transport::Start::Plain);
}

void SubmissionWorker::resolved(const QList<QHostAddress> &addresses)
{
    QStringList texts;
    for (const QHostAddress &address : addresses)
        texts.append(address.toString());
    m_scribe.note(QStringLiteral("%1 is %2").arg(m_request.server.host, texts.join(QLatin1StringView(", "))));
    if (!texts.isEmpty())
        m_progress.address = texts.first();
    enter(Stage::Connect);
    wait(m_limits.connect);
}

void SubmissionWorker::connected()
{
    m_progress.address = m_transport->peerAddress().toString();
    m_scribe.note(
        QStringLiteral("connected to %1 port %2").arg(m_progress.address).arg(m_request.server.port));
    if (m_request.server.security == ServerSettings::Security::Tls) {
        enter(Stage::Encrypt);
        return wait(m_limits.handshake);
    }
    m_probeDue = m_clock.after(TlsProbe::patience(m_request.server.port), [this] { probeSilence(); });
    beginDialogue();
}

void SubmissionWorker::encrypted()
{
    m_progress.tls = m_transport->tls();
    m_progress.tls.certificate = harmless(std::move(m_progress.tls.certificate));
    m_scribe.note(m_progress.tls.protocol + u' ' + m_progress.tls.cipher);
    m_parser = ReplyParser(); // nothing that was said in clear counts any more
    if (std::exchange(m_startedTls, false))
        return perform(m_dialogue->encrypted());
    beginDialogue();
}

void SubmissionWorker::beginDialogue()
{
    m_scribe.signsInWith(m_request.credential);
    DialogueSettings settings = dialogueSettingsOf(m_request.server);
    settings.pipelining = m_retry.mayPipeline(m_request.server);
    m_dialogue = std::make_unique<SubmissionDialogue>(settings, m_request.credential.clone(),
                                                      transactionOf(m_request.letter));
    perform(m_dialogue->connected());
}

void SubmissionWorker::readyRead()
{
    if (m_over || !m_dialogue || m_startedTls)
        return;
    const QByteArray bytes = m_transport->read();
    m_scribe.received(bytes);
    if (m_progress.tls.isNull() && m_firstBytes.size() < 2) {
        m_probeDue.reset();
        m_probe.reset();
        m_firstBytes += bytes.first(std::min<qsizetype>(2 - m_firstBytes.size(), bytes.size()));
        if (looksLikeTls(m_firstBytes))
            return end(errorOf(Problem::PlainOnTlsPort));
    }
    m_parser.feed(bytes);
    while (auto reply = m_over ? std::nullopt : m_parser.next()) {
        perform(m_dialogue->take(*reply));
        if (m_startedTls)
            return; // what came after the 220 was dealt with there
    }
    if (!m_over && m_parser.error())
        notReplies();
}

void SubmissionWorker::notReplies()
{
    // A captive portal's HTML, POP3, garbage: told apart from a mail server that loses its way later.
    const bool atGreeting =
        m_progress.stage == Stage::Greeting && m_parser.error() != ReplyError::CodeChanged;
    end(errorOf(atGreeting ? Problem::NotSmtp : Problem::ProtocolViolation, harmless(m_parser.badBytes())));
}

void SubmissionWorker::linkFailed(const TransportError &error)
{
    if (m_over)
        return;
    const Problem problem = problemOf(error.kind, m_startedTls);
    QString detail = harmless(error.detail.toUtf8()); // it may quote what the peer sent
    if (problem == Problem::HostNotFound) {           // which name, and what the resolver said of it
        const QString &host = m_request.server.host;
        detail = detail.isEmpty() || detail == host ? host : host + u": " + detail;
    }
    SubmissionError made = errorOf(problem, detail);
    if (!error.certificate.isNull())
        made.certificate = harmless(error.certificate);
    end(made);
}

void SubmissionWorker::perform(Step step)
{
    std::visit([this](auto &concrete) { act(concrete); }, step);
}

void SubmissionWorker::act(SendLines &lines)
{
    // A reply that is here before its command answers nothing. Taken for an answer it would shift all others
    // by one, until that to RCPT passes for that to the letter.
    if (const auto ahead = m_parser.next())
        return perform(m_dialogue->unasked(*ahead));
    enter(lines.stage);
    write(lines);
    wait(limitAt(lines.stage, m_limits));
}

void SubmissionWorker::act(UpgradeToTls &)
{
    // Bytes behind the 220 are not the server's, or not this server's: CVE-2011-0411 and all that followed.
    if (m_parser.hasRest() || m_parser.next() || !m_transport->read().isEmpty())
        return end(errorOf(Problem::InjectedBeforeTls));
    enter(Stage::Encrypt);
    wait(m_limits.handshake);
    m_startedTls = true;
    m_transport->startTls();
}

void SubmissionWorker::act(SendBody &)
{
    Q_ASSERT(m_request.letter); // a dialogue without a transaction never comes here
    if (m_parser.hasReply())
        return; // said before there was a letter to speak of: the dialogue hears it next, and ends
    m_retry.cameThrough(m_request.server);
    enter(Stage::Body);
    m_limit.reset();           // the sender has its own
    m_request.credential = {}; // nothing is tried again from here on
    m_sender = std::make_unique<LetterSender>(*m_request.letter->source, *m_transport, m_clock,
                                              m_limits.block, m_request.letter->holdFinalDot);
    connect(m_sender.get(), &LetterSender::progressed, this, [this](qint64 sent) {
        m_progress.sent = sent;
        Q_EMIT progress(m_progress);
    });
    connect(m_sender.get(), &LetterSender::letterOut, this, &SubmissionWorker::letterOut);
    connect(m_sender.get(), &LetterSender::finalDotGoes, this, &SubmissionWorker::finalDotGoes);
    connect(m_sender.get(), &LetterSender::unreadable, this, &SubmissionWorker::unreadable);
    connect(m_sender.get(), &LetterSender::stalled, this, &SubmissionWorker::waitedTooLong);
    m_sender->start();
}

void SubmissionWorker::act(AwaitReply &)
{
    enter(m_dialogue->stage());
    if (!m_sender || isFinalDotOut())
        wait(limitAt(m_progress.stage, m_limits));
}

void SubmissionWorker::act(AskAboutRefused &)
{
}

void SubmissionWorker::act(Succeeded &succeeded)
{
    Receipt receipt = receiptOf(succeeded, m_progress, m_request);
    receipt.time = m_clock.now();
    receipt.mechanism = m_dialogue->mechanismUsed();
    enter(Stage::Done);
    write(succeeded.lines);
    m_transport->close();
    retire();
    Q_EMIT accepted(receipt);
}

void SubmissionWorker::act(Failed &failed)
{
    end(failed.error, std::move(failed.lines));
}

void SubmissionWorker::letterOut()
{
    m_scribe.note(QStringLiteral("%1 octets of letter").arg(m_sender->octetsRead()));
    if (m_request.letter && m_request.letter->holdFinalDot)
        Q_EMIT finalDotDue();
}

void SubmissionWorker::finalDotGoes()
{
    m_scribe.sent({".\r\n"});
    m_dialogue->finalDotSent();
    m_progress.sent = m_progress.total;
    enter(Stage::FinalDot);
    wait(m_limits.finalDot);
}

void SubmissionWorker::unreadable(const MimeError &error)
{
    // Without a final dot the server has to forget what it got.
    SubmissionError made = errorOf(Problem::LetterUnreadable, error.inOneLine());
    made.unreadable = error;
    end(made);
}

void SubmissionWorker::releaseFinalDot()
{
    if (m_sender)
        m_sender->releaseFinalDot();
}

void SubmissionWorker::enter(Stage stage)
{
    if (m_dialogue) {
        if (const QByteArray &name = m_dialogue->capabilities().serverName; !name.isEmpty())
            m_progress.serverName = harmless(name);
        m_progress.mechanism = m_dialogue->mechanismUsed();
    }
    if (std::exchange(m_progress.stage, stage) != stage)
        Q_EMIT progress(m_progress);
}

void SubmissionWorker::wait(std::chrono::milliseconds limit)
{
    m_limit = m_clock.after(limit, [this] { waitedTooLong(); });
}

void SubmissionWorker::waitedTooLong()
{
    if (!m_over)
        end(errorOf(Problem::TimedOut)); // silence proves nothing: the server may wait for TLS or be busy
}

bool SubmissionWorker::isSilentInClear() const
{
    return m_progress.stage == Stage::Greeting && m_progress.tls.isNull() && m_firstBytes.isEmpty();
}

void SubmissionWorker::probeSilence()
{
    if (!isSilentInClear())
        return;
    m_probe = std::make_unique<TlsProbe>(m_makeTransport());
    connect(m_probe.get(), &TlsProbe::speaksTls, this, [this] {
        if (!m_over && isSilentInClear())
            end(errorOf(Problem::PlainOnTlsPort));
    });
    m_probe->start(endpointOf(m_request.server));
}

void SubmissionWorker::write(SendLines &lines)
{
    QByteArray flight;
    bool secret = false;
    for (SendLines::Line &line : lines.lines) {
        m_scribe.sent(line);
        flight += line.bytes;
        if (line.secret) {
            secret = true;
            Secret::wipe(line.bytes);
        }
    }
    m_transport->write(flight); // one flight, one segment
    if (secret)
        Secret::wipe(flight);
}

void SubmissionWorker::cancel()
{
    if (m_over || isFinalDotOut())
        return;
    // Between commands a QUIT is understood; in the middle of a handshake, a sign-in or the letter only the
    // end of the link is.
    SendLines politeness;
    const Stage stage = m_progress.stage;
    if (stage == Stage::Hello || stage == Stage::MailFrom || stage == Stage::Recipients)
        politeness.lines.append({"QUIT\r\n"});
    end(errorOf(Problem::Cancelled), std::move(politeness));
}

void SubmissionWorker::shutDown()
{
    end(errorOf(Problem::Cancelled));
}

SubmissionError SubmissionWorker::errorOf(Problem problem, const QString &detail) const
{
    if (m_dialogue)
        return m_dialogue->interrupted(problem, detail);
    SubmissionError error;
    error.problem = problem;
    error.detail = detail;
    error.stage = m_progress.stage;
    return error;
}

void SubmissionWorker::end(const SubmissionError &error, SendLines politeness)
{
    if (m_over)
        return;
    m_scribe.endOfInput();
    if (m_transport) {
        leave(std::move(politeness));
        m_transport->disconnect(this);
    }
    if (m_retry.begin(m_dialogue.get(), error, m_transport))
        return startAgainUnpipelined();
    retire();
    Q_EMIT failed(m_retry.told(error));
}

void SubmissionWorker::leave(SendLines politeness)
{
    if (politeness.lines.isEmpty() || (m_sender && !isFinalDotOut())) // there they would be the letter's
        return m_transport->abort();
    write(politeness);
    m_transport->close();
}

/// Nothing of the letter has left yet.
void SubmissionWorker::startAgainUnpipelined()
{
    m_scribe.note(QStringLiteral("the server can't take several commands at once: again, one at a time"));
    m_dialogue.reset();
    m_parser = ReplyParser();
    m_firstBytes.clear();
    m_progress.tls = {};
    open();
}

void SubmissionWorker::retire()
{
    m_over = true;
    m_limit.reset();
    m_probeDue.reset();
    if (m_sender)
        m_sender->stop();
    // The secret and the letter's files go now, not when the owner is done with us; but later than this call,
    // which may come from the middle of any of them.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_probe.reset();
            m_sender.reset();
            m_dialogue.reset();
            m_scribe.forget();
            m_request = {};
        },
        Qt::QueuedConnection);
}

} // namespace pennypost
