// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/submission/WorkerRig.h"

namespace pennypost {

Envelope envelopeTo(const QStringList &recipients)
{
    const auto path = [](const QString &address) {
        const qsizetype at = address.lastIndexOf(u'@');
        return *SmtpPath::make(Mailbox{{}, address.left(at), address.mid(at + 1)});
    };
    Envelope envelope;
    envelope.reversePath = path(QStringLiteral("alice@example.org"));
    for (const QString &recipient : recipients)
        envelope.forwardPaths.append(path(recipient));
    return envelope;
}

QByteArray password()
{
    return "wonderland-4711";
}

QByteArray plainResponse()
{
    const QByteArray response = '\0' + QByteArray("alice") + '\0' + password();
    return response.toBase64();
}

Credential passwordCredential()
{
    return {Credential::Kind::Password, QStringLiteral("alice"), Secret(password() + QByteArray())};
}

WorkerRig::WorkerRig() : WorkerRig(Setup()) {}

WorkerRig::WorkerRig(Setup setup)
    : m_security(setup.security),
      m_signIn(setup.signIn),
      m_pipelining(setup.pipelining),
      m_recipients(setup.recipients.size())
{
    SubmissionRequest request;
    request.server.host = QStringLiteral("mail.example.org");
    request.server.port = setup.port;
    request.server.security = setup.security;
    request.wireLog = log;
    if (setup.signIn) {
        request.server.userName = QStringLiteral("alice");
        request.credential = passwordCredential();
    }
    if (!setup.check) {
        if (!setup.source)
            setup.source = std::make_unique<FakeMimeSource>(smallLetter());
        request.letter =
            Letter{envelopeTo(setup.recipients), std::move(setup.source), setup.partialRefusal, setup.hold};
    }
    const auto makeTransport = [this] {
        auto made = std::make_unique<FakeTransport>();
        transports.emplace_back(made.get());
        return made;
    };
    worker = std::make_unique<SubmissionWorker>(std::move(request), clock, limits, makeTransport,
                                                SubmissionWorker::Shared{std::move(setup.habits), {}, {}});
    connect(worker.get(), &SubmissionWorker::progress, this,
            [this](const SubmissionProgress &progress) { progresses.append(progress); });
    connect(worker.get(), &SubmissionWorker::finalDotDue, this, [this] { ++finalDotsDue; });
    connect(worker.get(), &SubmissionWorker::accepted, this, [this](const Receipt &given) {
        ++ends;
        receipt = given;
    });
    connect(worker.get(), &SubmissionWorker::failed, this, [this](const SubmissionError &given) {
        ++ends;
        error = given;
    });
}

WorkerRig::~WorkerRig() = default;

QByteArray WorkerRig::smallLetter()
{
    return "Subject: dots\r\n\r\n.one\r\n..two\r\nthree.\r\n.\r\nend\r\n";
}

void WorkerRig::advanceTo(Stage target)
{
    if (target == Stage::Preparing)
        return;
    if (stage() == Stage::Preparing)
        worker->start();
    for (int steps = 0; stage() != target && !isOver() && steps < 1000; ++steps)
        step();
}

QByteArray WorkerRig::ehloReply() const
{
    QByteArray reply = "250-mail.example.org greets you\r\n";
    if (m_security == ServerSettings::Security::StartTls && !m_encryptedByStartTls)
        reply += "250-STARTTLS\r\n";
    if (m_signIn)
        reply += "250-AUTH PLAIN LOGIN\r\n";
    if (m_pipelining)
        reply += "250-PIPELINING\r\n";
    return reply + "250 SIZE 52428800\r\n";
}

void WorkerRig::step()
{
    FakeTransport &transport = wire();
    switch (stage()) {
    case Stage::Preparing:
        return;
    case Stage::Lookup:
        return transport.resolve();
    case Stage::Connect:
        return transport.connectNow();
    case Stage::Encrypt:
        m_encryptedByStartTls = m_security == ServerSettings::Security::StartTls;
        return transport.encryptNow();
    case Stage::Greeting:
        return say("220 mail.example.org ESMTP\r\n");
    case Stage::Hello:
        if (transport.takeWritten().startsWith("STARTTLS"))
            return say("220 2.0.0 go ahead\r\n");
        return say(ehloReply());
    case Stage::Authenticate:
        return say("235 2.7.0 welcome\r\n");
    case Stage::MailFrom:
        return say("250 2.1.0 ok\r\n");
    case Stage::Recipients:
        return say("250 2.1.5 ok\r\n");
    case Stage::Data:
        transport.setClogged(true);
        return say("354 go ahead\r\n");
    case Stage::Body:
        transport.drain(transport.unsent());
        return finalDotsDue > 0 ? worker->releaseFinalDot() : void();
    case Stage::FinalDot:
        transport.setClogged(false);
        return say("250 2.0.0 Ok: queued as 4F3B2A1C\r\n");
    case Stage::Done:
        return;
    }
}

WorkerRig::Setup withBigLetter(ServerSettings::Security security)
{
    return {.security = security,
            .signIn = security != ServerSettings::Security::None,
            .source = FakeMimeSource::generated(WorkerRig::bigLetter)};
}

bool hasFinalDot(const QByteArray &written)
{
    return written.contains("\r\n.\r\n");
}

} // namespace pennypost
