// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/submission/SubmissionWorker.h"
#include "tests/fakes/FakeClock.h"
#include "tests/fakes/FakeMimeSource.h"
#include "tests/fakes/FakeTransport.h"

#include <QPointer>

namespace pennypost {

/// A WireLog that remembers.
class WireMemory final : public WireLog
{
public:
    void sent(QByteArrayView line) override { text += "C: " + line.toByteArray() + '\n'; }
    void received(QByteArrayView line) override
    {
        text += "S: " + line.toByteArray() + '\n';
        if (onReceived)
            onReceived();
    }
    void note(const QString &words) override { text += "* " + words.toUtf8() + '\n'; }
    QByteArray text;
    std::function<void()> onReceived;
};

Envelope envelopeTo(const QStringList &recipients);
Credential passwordCredential();
/// The password of passwordCredential(), which must never show up anywhere.
QByteArray password();
/// How PLAIN says it.
QByteArray plainResponse();

/// A SubmissionWorker with the network, the server and the clock in the test's hands, and all it emits
/// written down. `advanceTo` plays an honest server as far as a stage.
class WorkerRig : public QObject
{
public:
    struct Setup
    {
        ServerSettings::Security security = ServerSettings::Security::Tls;
        bool signIn = true;
        bool pipelining = false;
        bool hold = true;
        std::unique_ptr<FakeMimeSource> source{}; ///< none: a small letter
        bool check = false;                       ///< no letter at all
        QStringList recipients{QStringLiteral("bob@example.org")};
        Transaction::PartialRefusal partialRefusal = Transaction::PartialRefusal::AllOrNothing;
        quint16 port = 465;
        std::shared_ptr<ServerHabits> habits{};
    };
    WorkerRig();
    explicit WorkerRig(Setup setup);
    ~WorkerRig() override;

    /// The link in use: not the one that a TlsProbe looks with.
    FakeTransport &wire() const { return *transports[current]; }
    /// With one byte at a time if `byteByByte` is set.
    void say(const QByteArray &bytes)
    {
        byteByByte ? wire().receiveByteByByte(bytes) : wire().receive(bytes);
    }
    /// To the moment at which the worker waits at `stage`; Body with the letter held up on its way.
    void advanceTo(Stage stage);
    Stage stage() const { return progresses.isEmpty() ? Stage::Preparing : progresses.last().stage; }
    bool isOver() const { return receipt || error; }

    static QByteArray smallLetter();
    static constexpr qint64 bigLetter = 3 * 1024 * 1024;

    FakeClock clock;
    TimeLimits limits;
    std::shared_ptr<WireMemory> log = std::make_shared<WireMemory>();
    std::vector<QPointer<FakeTransport>> transports;
    size_t current = 0;
    bool byteByByte = false;
    std::unique_ptr<SubmissionWorker> worker;

    QList<SubmissionProgress> progresses;
    int finalDotsDue = 0;
    int ends = 0;
    std::optional<Receipt> receipt;
    std::optional<SubmissionError> error;

private:
    void step();
    QByteArray ehloReply() const;

    ServerSettings::Security m_security;
    bool m_signIn;
    bool m_pipelining;
    bool m_encryptedByStartTls = false;
    qsizetype m_recipients;
};

/// With a letter that takes a while to go out.
WorkerRig::Setup withBigLetter(ServerSettings::Security security = ServerSettings::Security::Tls);
/// No byte of this may follow a letter that is to be forgotten.
bool hasFinalDot(const QByteArray &written);

} // namespace pennypost
