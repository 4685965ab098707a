// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/submission/PoolRig.h"

#include <QCoreApplication>

namespace pennypost {

namespace {

void later(FakeTransport *wire, std::function<void()> call)
{
    QMetaObject::invokeMethod(wire, std::move(call), Qt::QueuedConnection);
}

} // namespace

PoolRig::PoolRig(const TimeLimits &limits)
    : pool(std::make_shared<SessionPool>(clock, limits)), m_limits(limits)
{
}

PoolRig::~PoolRig()
{
    posted.clear();
    pool.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

ServerSettings PoolRig::usualServer()
{
    ServerSettings server;
    server.host = QStringLiteral("mail.example.org");
    server.port = 465;
    server.userName = QStringLiteral("alice");
    return server;
}

Posted &PoolRig::post()
{
    return post(Setup());
}

Posted &PoolRig::post(const Setup &setup)
{
    SubmissionRequest request;
    request.server = setup.server;
    request.credential = {Credential::Kind::Password, setup.server.userName, Secret(setup.password)};
    request.secrets.proxyPassword = Secret(setup.proxyPassword);
    auto each = std::make_unique<Posted>();
    request.wireLog = setup.log ? setup.log : each->log;
    if (setup.purpose == SubmissionWorker::Purpose::Letter) {
        auto source = setup.size > 0 ? FakeMimeSource::generated(setup.size)
                                     : std::make_unique<FakeMimeSource>(
                                           setup.letter.isEmpty() ? WorkerRig::smallLetter() : setup.letter);
        if (setup.hasEightBitForm)
            source->setHasEightBitForm();
        request.letter =
            Letter{envelopeTo(setup.recipients), std::move(source), setup.partialRefusal, setup.hold};
    }
    each->worker = std::make_unique<SubmissionWorker>(
        std::move(request), clock, m_limits, [this] { return connectTo(); },
        SubmissionWorker::Shared{m_habits, pool, m_certificates}, setup.purpose);
    Posted *result = each.get();
    SubmissionWorker *worker = each->worker.get();
    QObject::connect(worker, &SubmissionWorker::accepted, worker, [result](const Receipt &receipt) {
        ++result->ends;
        result->receipt = receipt;
    });
    QObject::connect(worker, &SubmissionWorker::failed, worker, [result](const SubmissionError &error) {
        ++result->ends;
        result->error = error;
    });
    QObject::connect(worker, &SubmissionWorker::partlyRefused, worker,
                     [result](const QList<RefusedPath> &refused) { result->asked = refused; });
    posted.push_back(std::move(each));
    worker->start();
    return *result;
}

Posted &PoolRig::postTo(const QString &recipient)
{
    Setup setup;
    setup.recipients = {recipient};
    return post(setup);
}

void PoolRig::settle()
{
    for (int turn = 0; turn < 200; ++turn)
        QCoreApplication::sendPostedEvents();
}

std::unique_ptr<Transport> PoolRig::connectTo()
{
    auto made = std::make_unique<FakeTransport>();
    links.push_back(std::make_unique<PoolLink>());
    PoolLink *link = links.back().get();
    FakeTransport *wire = made.get();
    link->wire = wire;
    wire->onWrite = [this, link](const QByteArray &bytes) {
        link->writes.append(bytes);
        take(*link, bytes);
    };
    later(wire, [this, link, wire] {
        if (wire->state() != FakeTransport::State::Opening)
            return; // nobody wants it any more
        wire->resolve();
        wire->connectNow();
        if (wire->state() == FakeTransport::State::Handshaking) {
            wire->encryptNow();
            link->isEncrypted = true;
        }
        say(*link, greeting + "\r\n");
    });
    return made;
}

void PoolRig::take(PoolLink &link, QByteArray bytes)
{
    const bool cut = &link == links.front().get() && link.heard + bytes.size() > deafAfter;
    if (cut)
        bytes.truncate(std::max<qsizetype>(0, deafAfter - link.heard));
    link.heard += bytes.size();
    link.unread += bytes;
    if (cut && cutBothWays)
        later(link.wire, [&link] { link.wire->fail(TransportError::Kind::Lost); });
    hear(link);
    if (cut && !cutBothWays)
        later(link.wire, [&link] { link.wire->fail(TransportError::Kind::Lost); });
}

void PoolRig::hear(PoolLink &link)
{
    QByteArray said;
    while (true) {
        QByteArray chunkReply;
        if (takeChunk(link, chunkReply)) {
            said += chunkReply;
            continue;
        }
        if (link.chunkLeft > 0)
            break;
        const QByteArray end = link.inLetter ? "\r\n.\r\n" : "\r\n";
        const qsizetype at = link.unread.indexOf(end);
        if (at < 0)
            break;
        const QByteArray line = link.unread.left(at);
        link.unread.remove(0, at + end.size());
        const bool wasLetter = std::exchange(link.inLetter, false);
        if (!wasLetter && knowsChunks && line.startsWith("BDAT ")) {
            link.chunkLeft = line.split(' ').value(1).toLongLong();
            link.lastChunk = line.endsWith(" LAST");
            continue;
        }
        const auto instead = answer ? answer(link, wasLetter ? QByteArray(".") : line) : std::nullopt;
        const QByteArray reply = instead     ? *instead
                                 : wasLetter ? QByteArray("250 2.0.0 queued")
                                             : replyTo(link, line);
        if (wasLetter && reply.startsWith("250"))
            letters.append(m_envelope + line);
        if (line.startsWith("MAIL"))
            m_envelope.clear();
        if (line.startsWith("RCPT") && reply.startsWith("250"))
            m_envelope += line + '\n';
        link.inLetter = !wasLetter && reply.startsWith("354");
        if (!reply.isEmpty())
            said += reply + "\r\n";
    }
    if (!said.isEmpty() && link.wire)
        later(link.wire, [this, &link, said] { say(link, said); });
}

bool PoolRig::takeChunk(PoolLink &link, QByteArray &reply)
{
    if (link.chunkLeft == 0 || link.unread.size() < link.chunkLeft)
        return false;
    link.chunks += link.unread.left(link.chunkLeft);
    link.unread.remove(0, link.chunkLeft);
    link.chunkLeft = 0;
    const QByteArray line = link.lastChunk ? "BDAT LAST" : "BDAT";
    const auto instead = answer ? answer(link, line) : std::nullopt;
    reply = instead                ? *instead
            : m_envelope.isEmpty() ? QByteArray("503 5.5.1 no valid recipients")
                                   : QByteArray("250 2.0.0 octets");
    if (link.lastChunk) {
        if (reply.startsWith("250"))
            letters.append(m_envelope + link.chunks);
        link.chunks.clear();
    }
    if (!reply.isEmpty())
        reply += "\r\n";
    return true;
}

QByteArray PoolRig::replyTo(PoolLink &link, const QByteArray &line)
{
    if (line.startsWith("EHLO") && !link.isEncrypted)
        return "250-mx.example.org\r\n250-PIPELINING\r\n250 STARTTLS";
    if (line == "STARTTLS") {
        later(link.wire, [this, &link] {
            say(link, "220 2.0.0 go ahead\r\n");
            if (!link.wire || link.wire->state() != FakeTransport::State::Handshaking)
                return;
            link.isEncrypted = true;
            link.wire->encryptNow();
        });
        return {};
    }
    if (line.startsWith("EHLO"))
        return "250-mx.example.org\r\n250-" + offer;
    if (line.startsWith("AUTH"))
        return "235 2.7.0 welcome";
    if (line == "DATA")
        return m_envelope.isEmpty() ? "503 5.5.1 no valid recipients" : "354 go ahead";
    if (line.startsWith("BDAT"))
        return "500 5.5.1 what?";
    if (line == "QUIT") {
        link.hasQuit = true;
        return "221 2.0.0 bye";
    }
    return "250 2.0.0 ok";
}

void PoolRig::say(PoolLink &link, QByteArray bytes)
{
    if (!link.wire)
        return;
    const bool cut = &link == links.front().get() && link.said + bytes.size() > cutAfter;
    if (cut)
        bytes.truncate(std::max<qsizetype>(0, cutAfter - link.said));
    link.said += bytes.size();
    if (!bytes.isEmpty())
        link.wire->receive(bytes);
    if (cut && link.wire)
        link.wire->fail(TransportError::Kind::Lost);
}

} // namespace pennypost
