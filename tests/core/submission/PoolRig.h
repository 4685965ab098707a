// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/submission/SessionPool.h"
#include "tests/core/submission/WorkerRig.h"

#include <QPointer>

#include <functional>
#include <limits>
#include <optional>
#include <vector>

namespace pennypost {

/// One submission of a PoolRig and what became of it.
struct Posted
{
    std::unique_ptr<SubmissionWorker> worker;
    std::shared_ptr<WireMemory> log = std::make_shared<WireMemory>();
    std::optional<Receipt> receipt;
    std::optional<SubmissionError> error;
    QList<RefusedPath> asked;
    int ends = 0;
    bool isOver() const { return ends > 0; }
};

/// One connection: an honest submission server behind a FakeTransport, which answers each write from the
/// event loop, all that the write asks in one piece.
struct PoolLink
{
    QPointer<FakeTransport> wire;
    QByteArrayList writes; ///< what the client wrote at a time
    QByteArray unread;
    bool inLetter = false;
    qsizetype chunkLeft = 0; ///< octets of one that was announced by BDAT
    bool lastChunk = false;
    QByteArray chunks;
    bool hasQuit = false;
    qsizetype said = 0;  ///< octets
    qsizetype heard = 0; ///< octets of what the client wrote
    bool isEncrypted = false;
};

/// Several SubmissionWorkers with one SessionPool, the server and the clock in the test's hands.
class PoolRig
{
public:
    explicit PoolRig(const TimeLimits &limits = {});
    ~PoolRig();

    struct Setup
    {
        ServerSettings server = usualServer();
        QByteArray password = "wonderland-4711";
        QStringList recipients{QStringLiteral("bob@example.org")};
        Transaction::PartialRefusal partialRefusal = Transaction::PartialRefusal::AllOrNothing;
        SubmissionWorker::Purpose purpose = SubmissionWorker::Purpose::Letter;
        bool hold = false;
        qint64 size = 0;                ///< of the letter at least; 0: a small one
        QByteArray letter{};            ///< or just this
        bool hasEightBitForm = false;   ///< and the same for 8BITMIME
        std::shared_ptr<WireLog> log{}; ///< instead of the one that is remembered
        QByteArray proxyPassword{};
    };
    static ServerSettings usualServer();

    /// Made, started; the event loop has not turned yet.
    Posted &post();
    Posted &post(const Setup &setup);
    Posted &postTo(const QString &recipient);
    /// Lets everybody say what they have to say.
    void settle();

    FakeClock clock;
    std::shared_ptr<SessionPool> pool;
    std::vector<std::unique_ptr<PoolLink>> links;
    std::vector<std::unique_ptr<Posted>> posted;
    QByteArrayList letters; ///< taken, in order: envelope and bytes
    QByteArray greeting = "220 mx ESMTP";
    QByteArray offer = "PIPELINING\r\n250 AUTH PLAIN";
    bool knowsChunks = true; ///< else BDAT is refused at once, and what follows is read as commands

    /// What the server says to a line ("." for a letter's end, BDAT when all of the chunk is there) instead,
    /// without CRLF: nothing for the usual. "" is silence.
    std::function<std::optional<QByteArray>(PoolLink &link, const QByteArray &line)> answer;
    /// The server has been seen to take chunks.
    void setProven() { m_habits->of(usualServer()).chunks = true; }
    /// The first connection is lost once it has said so many octets.
    qsizetype cutAfter = std::numeric_limits<qsizetype>::max();
    /// The first connection is lost on its way to the server: so many octets of what the client writes
    /// arrive, and what the server says to these still comes back, unless `cutBothWays`.
    qsizetype deafAfter = std::numeric_limits<qsizetype>::max();
    bool cutBothWays = false;

private:
    std::unique_ptr<Transport> connectTo();
    void take(PoolLink &link, QByteArray bytes);
    void hear(PoolLink &link);
    /// True if a chunk has come in to its end; `reply` to it.
    bool takeChunk(PoolLink &link, QByteArray &reply);
    QByteArray replyTo(PoolLink &link, const QByteArray &line);
    void say(PoolLink &link, QByteArray bytes);

    TimeLimits m_limits;
    std::shared_ptr<ServerHabits> m_habits = std::make_shared<ServerHabits>();
    std::shared_ptr<ClientCertificateFiles> m_certificates = std::make_shared<ClientCertificateFiles>();
    QByteArray m_envelope;
};

} // namespace pennypost
