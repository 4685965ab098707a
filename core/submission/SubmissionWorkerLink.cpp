// SPDX-License-Identifier: GPL-3.0-or-later
// The session's side of a SubmissionWorker: from the look-up of a name to the first letter, and what the link
// tells of itself.
#include "core/submission/HarmlessText.h"
#include "core/submission/RequestParts.h"
#include "core/submission/SubmissionWorker.h"
#include "core/submission/TransportProblem.h"

#include <algorithm>
#include <utility>

namespace pennypost {

void SubmissionWorker::start()
{
    if (m_over)
        return;
    if (m_request.server.clientCertificate.isEmpty())
        findSession();
    else
        readCertificate();
}

void SubmissionWorker::readCertificate()
{
    if (!m_shared.certificates)
        m_shared.certificates = std::make_shared<ClientCertificateFiles>();
    wait(m_limits.file);
    m_shared.certificates->read(m_request.server.clientCertificate, m_request.secrets.passPhrase,
                                m_clock.now(), this,
                                [this](const ClientCertificateRead &read) { certificateRead(read); });
}

void SubmissionWorker::certificateRead(const ClientCertificateRead &read)
{
    if (m_over)
        return;
    m_limit.reset();
    if (!read) {
        const QString &file = m_request.server.clientCertificate;
        const QString &reason = read.error().detail;
        return end(clientCertificateUnusable(read.error().kind,
                                             reason.isEmpty() ? file : QString(file + u": " + reason)));
    }
    m_certificate = *read;
    m_key.clientCertificate = m_certificate->sha256();
    findSession();
}

void SubmissionWorker::findSession()
{
    if (m_purpose == Purpose::WarmUp && m_shared.sessions->keepWarm(m_key)) {
        retire();
        Q_EMIT accepted({});
        return;
    }
    if (shares())
        m_shared.sessions->request(*this);
    else
        openSession();
}

void SubmissionWorker::openSession()
{
    m_borrowed = false;
    m_session = std::make_unique<Session>();
    m_session->scribe.writeTo(m_request.wireLog);
    m_session->transport = m_makeTransport();
    listen();
    enter(Stage::Lookup);
    wait(m_limits.lookup);
    const bool tls = m_request.server.security == ServerSettings::Security::Tls;
    m_session->transport->open(endpointOf(m_request.server, m_request.secrets, m_certificate),
                               tls ? Transport::Start::Tls : Transport::Start::Plain);
}

void SubmissionWorker::listen()
{
    const Transport *transport = m_session->transport.get();
    connect(transport, &Transport::resolved, this, &SubmissionWorker::resolved);
    connect(transport, &Transport::connected, this, &SubmissionWorker::connected);
    connect(transport, &Transport::encrypted, this, &SubmissionWorker::encrypted);
    connect(transport, &Transport::readyRead, this, &SubmissionWorker::readyRead);
    connect(transport, &Transport::failed, this, &SubmissionWorker::linkFailed);
}

void SubmissionWorker::goOn(std::unique_ptr<Session> session)
{
    m_session = std::move(session);
    m_borrowed = true;
    listen();
    m_session->scribe.writeTo(m_request.wireLog);
    m_session->scribe.note(QStringLiteral("another letter over the connection to %1 port %2")
                               .arg(m_session->address)
                               .arg(m_request.server.port));
    m_progress.address = m_session->address;
    m_progress.tls = m_session->tls;
    if (std::exchange(m_session->isFollowed, false)) {
        enter(m_session->dialogue->stage());
        return wait(limitAt(m_progress.stage, m_limits));
    }
    const bool wasIdle = std::exchange(m_session->wasIdle, false);
    if (auto letter = transaction()) {
        const bool isFresh = !wasIdle || m_clock.monotonic() - m_session->heardAt <= m_limits.proven;
        letter->linkIsProven = isFresh && m_session->dialogue->isQuiet();
        perform(m_session->dialogue->next(std::move(*letter)));
    }
    if (wasIdle && !m_over && m_progress.stage == Stage::MailFrom)
        wait(m_limits.afterIdle);
}

void SubmissionWorker::readOn()
{
    readyRead();
}

void SubmissionWorker::noSession(const SubmissionError &error)
{
    end(error);
}

void SubmissionWorker::resolved(const QList<QHostAddress> &addresses)
{
    QStringList texts;
    for (const QHostAddress &address : addresses)
        texts.append(address.toString());
    if (!texts.isEmpty()) { // none where a proxy looks the name up
        m_session->scribe.note(
            QStringLiteral("%1 is %2").arg(m_request.server.host, texts.join(QLatin1StringView(", "))));
        m_progress.address = texts.first();
    }
    enter(Stage::Connect);
    wait(m_limits.connect);
}

void SubmissionWorker::connected()
{
    m_progress.address = m_session->transport->peerAddress().toString();
    m_session->address = m_progress.address;
    m_session->scribe.note(
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
    m_progress.tls = m_session->transport->tls();
    m_progress.tls.certificate = harmless(std::move(m_progress.tls.certificate));
    m_session->tls = m_progress.tls;
    m_session->scribe.note(m_progress.tls.protocol + u' ' + m_progress.tls.cipher);
    m_session->parser = ReplyParser(); // nothing that was said in clear counts any more
    if (std::exchange(m_startedTls, false)) {
        m_session->dialogue->bindTo(m_session->transport->channelBindings());
        return perform(m_session->dialogue->encrypted());
    }
    beginDialogue();
}

void SubmissionWorker::beginDialogue()
{
    m_session->scribe.signsInWith(m_request.credential);
    DialogueSettings settings = dialogueSettingsOf(m_request.server);
    settings.bindings = m_session->transport->channelBindings();
    m_retry.adapt(settings, m_request.server);
    m_session->dialogue =
        std::make_unique<SubmissionDialogue>(settings, m_request.credential.clone(), transaction());
    perform(m_session->dialogue->connected());
}

void SubmissionWorker::readyRead()
{
    if (m_over || !m_session || !m_session->dialogue || m_startedTls)
        return;
    const QByteArray bytes = m_session->transport->read();
    m_session->scribe.received(bytes);
    if (m_progress.tls.isNull() && m_firstBytes.size() < 2) {
        m_probeDue.reset();
        m_probe.reset();
        m_firstBytes += bytes.first(std::min<qsizetype>(2 - m_firstBytes.size(), bytes.size()));
        if (looksLikeTls(m_firstBytes))
            return end(errorOf(Problem::PlainOnTlsPort));
    }
    m_session->parser.feed(bytes);
    takeReplies();
}

void SubmissionWorker::takeReplies()
{
    // Each may hand the session on, open another one or end it all.
    while (!m_over && m_session && !m_startedTls) {
        const auto reply = m_session->parser.next();
        if (!reply)
            break;
        perform(m_session->dialogue->take(*reply));
    }
    if (!m_over && m_session && !m_startedTls && m_session->parser.error())
        notReplies();
    if (shares())
        m_shared.sessions->letReadOn();
}

void SubmissionWorker::notReplies()
{
    // A captive portal's HTML, POP3, garbage: told apart from a mail server that loses its way later.
    const bool atGreeting =
        m_progress.stage == Stage::Greeting && m_session->parser.error() != ReplyError::CodeChanged;
    end(errorOf(atGreeting ? Problem::NotSmtp : Problem::ProtocolViolation,
                harmless(m_session->parser.badBytes())));
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
    m_probe->start(endpointOf(m_request.server, m_request.secrets)); // the same way, as nobody
}

} // namespace pennypost
