// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/submission/PoolRig.h"

#include <QTest>

using namespace pennypost;
using namespace std::chrono_literals;
using Purpose = SubmissionWorker::Purpose;

namespace {

const QByteArray letter = WorkerRig::smallLetter();

QByteArray commands()
{
    return "MAIL FROM:<alice@example.org>\r\nRCPT TO:<bob@example.org>\r\n";
}

QByteArray inOneFlight()
{
    return commands() + "BDAT " + QByteArray::number(letter.size()) + " LAST\r\n" + letter;
}

QByteArray taken(const QByteArray &bytes = letter)
{
    return "RCPT TO:<bob@example.org>\n" + bytes;
}

/// A server that is known to be good at it, or one that nobody knows.
struct Rig : PoolRig
{
    explicit Rig(const QByteArray &name = "220 mx ESMTP Postfix")
    {
        greeting = name;
        offer = "PIPELINING\r\n250-CHUNKING\r\n250 AUTH PLAIN";
        if (name.contains("Postfix"))
            setProven();
    }
    PoolLink &link(size_t at = 0) { return *links.at(at); }
    Posted &send(bool hold = false, const QByteArray &bytes = {})
    {
        Posted &sent = post({.hold = hold, .letter = bytes});
        settle();
        return sent;
    }
};

} // namespace

/// A letter by BDAT (RFC 3030): in how many flights, what is held back, and what happens to it with servers
/// that don't take it.
class TestChunks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneTurn();
    void holds();
    void refusedWhileHeld();
    void largeLetter_data();
    void largeLetter();
    void changedFile();
    void oneReplyTooMany_data();
    void oneReplyTooMany();
    void closingBehindItsReply();
    void refused_data();
    void refused();
    void refusedAsCommand();
    void lost_data();
    void lost();
    void idle_data();
    void idle();
    void probed();
    void deadOnProbe();
    void deadWhenLent_data();
    void deadWhenLent();
    void trial_data();
    void trial();
    void refusedInTrial();
    void lostBehindTrial();
    void trialFails_data();
    void trialFails();
    void noTrialForOnce();
    void manyLetters();
    void followerOfRetried();
    void neitherYesNorNoAhead();
    void neverLearns();
    void notPipelinedWithoutOffer();
    void goneBehindProbe();
    void waitsForClear_data();
    void waitsForClear();
    void followerBehindFailedChunk();
    void noCommandsInTrial();
    void yesAfterNoToChunk();
};

void TestChunks::oneTurn()
{
    Rig rig;
    rig.post({.purpose = Purpose::WarmUp});
    rig.settle();
    rig.link().writes.clear();
    Posted &sent = rig.send();
    QVERIFY(sent.receipt);
    QCOMPARE(rig.link().writes, QByteArrayList{inOneFlight()});
    QCOMPARE(rig.letters, QByteArrayList{taken()});
    QVERIFY(sent.log->text.contains(QByteArray("C: BDAT " + QByteArray::number(letter.size()) + " LAST\n")));
    QVERIFY(!sent.log->text.contains("C: .\n"));
}

void TestChunks::holds()
{
    Rig rig;
    Posted &sent = rig.send(true);
    QVERIFY(!sent.isOver());
    QCOMPARE(rig.link().writes.last(), inOneFlight().chopped(2)); // and the server can't have it
    rig.clock.advance(2min);
    sent.worker->releaseFinalDot();
    rig.settle();
    QVERIFY(sent.receipt);
    QCOMPARE(rig.link().writes.last(), QByteArray("\r\n"));
    QCOMPARE(rig.letters, QByteArrayList{taken()});
}

void TestChunks::refusedWhileHeld()
{
    Rig rig;
    rig.answer = [](PoolLink &, const QByteArray &line) {
        return line.startsWith("RCPT") ? std::optional<QByteArray>("550 5.1.1 nobody") : std::nullopt;
    };
    Posted &sent = rig.send(true);
    QVERIFY(sent.error);
    QCOMPARE(sent.error->problem, Problem::RecipientsRefused);
    QCOMPARE(rig.link().writes.last(), inOneFlight().chopped(2)); // whatever follows would be the letter's
    sent.worker->releaseFinalDot();
    rig.settle();
    QCOMPARE(rig.letters.size(), 0);
}

void TestChunks::largeLetter_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<bool>("hold");
    QTest::addColumn<int>("chunks");
    const qint64 mebi = 1024 * 1024;
    for (const bool hold : {false, true}) {
        const char *how = hold ? "held" : "free";
        QTest::addRow("just over one flight, %s", how) << qint64(64 * 1024 + 1) << hold << 1;
        QTest::addRow("one chunk, %s", how) << mebi << hold << 1;
        QTest::addRow("an octet more, %s", how) << mebi + 1 << hold << 1;
        QTest::addRow("two more, %s", how) << mebi + 2 << hold << 2;
        QTest::addRow("three, %s", how) << mebi * 3 - 5 << hold << 3;
    }
}

void TestChunks::largeLetter()
{
    QFETCH(const qint64, size);
    QFETCH(const bool, hold);
    QFETCH(const int, chunks);
    QByteArray bytes;
    while (bytes.size() < size)
        bytes += QByteArray::number(bytes.size()).rightJustified(20, '.') + "\r\n";
    bytes.truncate(size - 2);
    bytes += "\r\n";
    Rig rig;
    Posted &sent = rig.send(hold, bytes);
    QCOMPARE(sent.isOver(), !hold);
    QCOMPARE(rig.letters.size(), hold ? 0 : 1);
    sent.worker->releaseFinalDot();
    rig.settle();
    QVERIFY(sent.receipt);
    QCOMPARE(sent.log->text.count("C: BDAT "), chunks);
    QCOMPARE(sent.log->text.count(" LAST\n"), 1);
    QVERIFY(rig.letters.value(0) == taken(bytes));
}

void TestChunks::changedFile()
{
    FakeMimeSource source("one line\r\nand another\r\n");
    for (const int change : {-1, 1}) {
        FakeTransport wire;
        FakeClock clock;
        source.endAt(source.size() + change);
        LetterSender sender(source, wire, clock, TimeLimits(), false, SendBody::Framing::Chunks);
        bool unreadable = false;
        connect(&sender, &LetterSender::unreadable, this, [&unreadable] { unreadable = true; });
        wire.open({}, Transport::Start::Plain);
        wire.connectNow();
        sender.start();
        QVERIFY(unreadable);
        QVERIFY(!sender.isFinalDotOut());
        // The chunk is not whole, so that the server can't take it for the letter.
        QVERIFY(wire.written().size() < QByteArray("BDAT 23 LAST\r\n").size() + source.size());
    }
}

void TestChunks::refused_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<Problem>("problem");
    QTest::newRow("MAIL") << QByteArray("MAIL") << QByteArray("553 5.7.1 not yours")
                          << Problem::SenderRefused;
    QTest::newRow("RCPT") << QByteArray("RCPT") << QByteArray("550 5.1.1 nobody")
                          << Problem::RecipientsRefused;
    QTest::newRow("letter") << QByteArray("BDAT") << QByteArray("554 5.7.1 spam") << Problem::ContentRefused;
}

void TestChunks::refused()
{
    QFETCH(const QByteArray, verb);
    QFETCH(const QByteArray, said);
    QFETCH(const Problem, problem);
    Rig rig;
    rig.answer = [&](PoolLink &, const QByteArray &line) -> std::optional<QByteArray> {
        if (line.startsWith(verb))
            return said;
        return verb == "MAIL" && line.startsWith("RCPT") ? std::optional<QByteArray>("503 5.5.1 MAIL first")
                                                         : std::nullopt;
    };
    Posted &sent = rig.send();
    QVERIFY(sent.error);
    QCOMPARE(sent.error->problem, problem);
    QCOMPARE(rig.link().writes.last(), QByteArray("RSET\r\n"));
    // The session is as good as before.
    rig.answer = {};
    QVERIFY(rig.send().receipt);
    QCOMPARE(rig.links.size(), size_t(1));
    QCOMPARE(rig.letters, QByteArrayList{taken()});
}

void TestChunks::oneReplyTooMany_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::newRow("of MAIL") << QByteArray("MAIL");
    QTest::newRow("of RCPT") << QByteArray("RCPT");
}

/// The reply to the letter itself may be a refusal: what is taken for it must not pass for a yes.
void TestChunks::oneReplyTooMany()
{
    QFETCH(const QByteArray, verb);
    Rig rig;
    bool doubles = false;
    rig.answer = [&](PoolLink &, const QByteArray &line) -> std::optional<QByteArray> {
        if (doubles && line.startsWith(verb))
            return QByteArray("250 2.1.0 fine\r\n250 2.1.5 and fine again");
        return doubles && line.startsWith("BDAT") ? std::optional<QByteArray>("554 5.7.1 spam")
                                                  : std::nullopt;
    };
    QVERIFY(rig.send().receipt);
    doubles = true;
    Posted &sent = rig.send();
    QVERIFY(sent.error);
    QCOMPARE(sent.error->problem, Problem::MayHaveBeenSent);
    QVERIFY(sent.error->delivered.isEmpty());
}

/// 421 answers nothing: the letter was taken all the same, and the next one has another session.
void TestChunks::closingBehindItsReply()
{
    Rig rig;
    QVERIFY(rig.send().receipt);
    bool said = false;
    rig.answer = [&said](PoolLink &, const QByteArray &line) -> std::optional<QByteArray> {
        return line.startsWith("BDAT") && !std::exchange(said, true)
                   ? std::optional<QByteArray>("250 2.0.0 queued\r\n421 4.3.2 closing")
                   : std::nullopt;
    };
    Posted &sent = rig.send();
    QVERIFY(sent.receipt);
    QVERIFY(said);
    QVERIFY(rig.send().receipt);
    QCOMPARE(rig.links.size(), size_t(2));
    QVERIFY(rig.link(1).writes.join().contains("BDAT")); // no doubt about chunks either
}

void TestChunks::refusedAsCommand()
{
    Rig rig;
    rig.answer = [](PoolLink &, const QByteArray &line) {
        return line.startsWith("BDAT") ? std::optional<QByteArray>("502 5.5.1 not here") : std::nullopt;
    };
    QVERIFY(rig.send().receipt);
    QCOMPARE(rig.links.size(), size_t(2));
    QVERIFY(rig.link(1).writes.contains(commands() + "DATA\r\n"));
    // And it is not tried again.
    QVERIFY(rig.send().receipt);
    rig.clock.advance(5min);
    QVERIFY(rig.send().receipt);
    QCOMPARE(rig.links.size(), size_t(3));
    for (const auto &link : {&rig.link(1), &rig.link(2)})
        QVERIFY(!link->writes.join().contains("BDAT"));
    QCOMPARE(rig.letters.size(), 3);
}

void TestChunks::lost_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QByteArray>("said"); // before the link goes
    QTest::addColumn<Problem>("problem");
    const QByteArray nothing;
    QTest::newRow("all is out") << QByteArray("MAIL") << nothing << Problem::MayHaveBeenSent;
    QTest::newRow("behind RCPT's") << QByteArray("BDAT") << nothing << Problem::MayHaveBeenSent;
    QTest::newRow("RCPT had been refused")
        << QByteArray("RCPT") << QByteArray("550 5.1.1 nobody\r\n") << Problem::RecipientsRefused;
    QTest::newRow("MAIL had been refused")
        << QByteArray("MAIL") << QByteArray("553 5.7.1 not yours\r\n") << Problem::SenderRefused;
}

void TestChunks::lost()
{
    QFETCH(const QByteArray, verb);
    QFETCH(const QByteArray, said);
    QFETCH(const Problem, problem);
    Rig rig;
    bool silent = false;
    rig.answer = [&](PoolLink &, const QByteArray &line) -> std::optional<QByteArray> {
        if (silent)
            return QByteArray();
        silent = line.startsWith(verb);
        return silent ? std::optional(said.trimmed()) : std::nullopt;
    };
    Posted &sent = rig.send();
    QVERIFY(!sent.isOver());
    rig.link().wire->fail(TransportError::Kind::Lost);
    rig.settle();
    QVERIFY(sent.error);
    QCOMPARE(sent.error->problem, problem);
    QVERIFY2(sent.log->text.contains(QByteArray("failed: " + nameOf(problem).toLatin1())),
             sent.log->text.constData());
    QCOMPARE(rig.links.size(), size_t(1)); // and nothing is sent twice
}

void TestChunks::idle_data()
{
    QTest::addColumn<std::chrono::milliseconds>("idle");
    QTest::addColumn<int>("turns");
    QTest::newRow("just spoken") << std::chrono::milliseconds(9s) << 1;
    QTest::newRow("silent for a while") << std::chrono::milliseconds(11s) << 2;
}

/// A link that died in silence must not make "may have been sent" of a letter.
void TestChunks::idle()
{
    QFETCH(const std::chrono::milliseconds, idle);
    QFETCH(const int, turns);
    Rig rig;
    rig.post({.purpose = Purpose::WarmUp});
    rig.settle();
    rig.link().writes.clear();
    rig.clock.advance(idle);
    QVERIFY(rig.send().receipt);
    QCOMPARE(rig.link().writes.size(), turns);
    QCOMPARE(rig.link().writes.join(), inOneFlight());
}

void TestChunks::probed()
{
    Rig rig;
    rig.post({.purpose = Purpose::WarmUp});
    rig.settle();
    rig.link().writes.clear();
    for (int i = 0; i < 4; ++i) { // far beyond what an idle session is kept for
        rig.clock.advance(30s);
        rig.post({.purpose = Purpose::WarmUp});
        rig.settle();
    }
    rig.post({.purpose = Purpose::WarmUp}); // too soon to ask again
    rig.settle();
    QCOMPARE(rig.link().writes, QByteArrayList(4, "NOOP\r\n"));
    rig.link().writes.clear();
    QVERIFY(rig.send().receipt);
    QCOMPARE(rig.link().writes, QByteArrayList{inOneFlight()});
    QCOMPARE(rig.links.size(), size_t(1));
}

void TestChunks::deadOnProbe()
{
    Rig rig;
    rig.post({.purpose = Purpose::WarmUp});
    rig.settle();
    rig.answer = [](PoolLink &, const QByteArray &line) {
        return line == "NOOP" ? std::optional<QByteArray>("421 4.4.2 idle") : std::nullopt;
    };
    rig.clock.advance(30s);
    rig.post({.purpose = Purpose::WarmUp});
    rig.settle();
    QVERIFY(rig.link().hasQuit);
    QVERIFY(rig.send().receipt); // over a new one
    QCOMPARE(rig.links.size(), size_t(2));
}

void TestChunks::deadWhenLent_data()
{
    QTest::addColumn<bool>("hold");
    QTest::addColumn<QByteArray>("said"); // to MAIL; nothing: the link goes
    QTest::addColumn<bool>("again");
    QTest::newRow("421") << false << QByteArray("421 4.4.2 idle") << true;
    QTest::newRow("421, held") << true << QByteArray("421 4.4.2 idle") << true;
    QTest::newRow("lost, held") << true << QByteArray() << true;
    QTest::newRow("lost, all is out") << false << QByteArray() << false;
}

void TestChunks::deadWhenLent()
{
    QFETCH(const bool, hold);
    QFETCH(const QByteArray, said);
    QFETCH(const bool, again);
    Rig rig;
    rig.post({.purpose = Purpose::WarmUp});
    rig.settle();
    rig.answer = [&](PoolLink &link, const QByteArray &line) -> std::optional<QByteArray> {
        if (&link != &rig.link())
            return std::nullopt;
        return line.startsWith("MAIL") ? said : QByteArray();
    };
    Posted &sent = rig.send(hold);
    if (said.isEmpty())
        rig.link().wire->fail(TransportError::Kind::Lost);
    rig.settle();
    sent.worker->releaseFinalDot();
    rig.settle();
    QCOMPARE(sent.receipt.has_value(), again);
    QCOMPARE(rig.letters.size(), again ? 1 : 0);
    if (!again)
        QCOMPARE(sent.error->problem, Problem::MayHaveBeenSent);
}

void TestChunks::trial_data()
{
    QTest::addColumn<QByteArray>("greeting");
    QTest::addColumn<bool>("oneShot"); // as the command is
    QTest::addColumn<QByteArrayList>("flights");
    const auto bdat = [](qsizetype from, qsizetype octets) {
        const QByteArray end = from + octets == letter.size() ? " LAST\r\n" : "\r\n";
        return QByteArray("BDAT " + QByteArray::number(octets) + end + letter.mid(from, octets));
    };
    const qsizetype size = letter.size();
    QTest::newRow("unknown") << QByteArray("220 mx ESMTP") << false
                             << QByteArrayList{commands(), bdat(0, 2), bdat(2, size - 4), bdat(size - 2, 2)};
    QTest::newRow("good") << QByteArray("220 mx ESMTP Exim 4.98") << false
                          << QByteArrayList{commands() + bdat(0, 2), bdat(2, size - 2)};
    QTest::newRow("good, one shot") << QByteArray("220 mx ESMTP Exim 4.98") << true
                                    << QByteArrayList{commands() + bdat(0, 2), bdat(2, size - 2)};
}

/// The first letter to a server goes so that no octet of it could be a command to whoever does not count
/// them.
void TestChunks::trial()
{
    QFETCH(const QByteArray, greeting);
    QFETCH(const bool, oneShot);
    QFETCH(const QByteArrayList, flights);
    TimeLimits limits;
    if (oneShot)
        limits.idle = 0s;
    PoolRig rig(limits);
    rig.greeting = greeting;
    rig.offer = "PIPELINING\r\n250-CHUNKING\r\n250 AUTH PLAIN";
    const auto send = [&rig] {
        Posted &sent = rig.post();
        rig.settle();
        return sent.receipt.has_value();
    };
    QVERIFY(send());
    QCOMPARE(rig.links[0]->writes.mid(2, flights.size()), flights);
    QCOMPARE(rig.letters, QByteArrayList{taken()});
    if (oneShot)
        return;
    // From then on it is known, on this connection and on the next.
    rig.links[0]->writes.clear();
    QVERIFY(send());
    QCOMPARE(rig.links[0]->writes, QByteArrayList{inOneFlight()});
    rig.clock.advance(5min);
    QVERIFY(send());
    QCOMPARE(rig.links.size(), size_t(2));
    QVERIFY(rig.links[1]->writes.contains(inOneFlight()));
}

void TestChunks::refusedInTrial()
{
    Rig rig("220 mx ESMTP Exim 4.98");
    rig.answer = [](PoolLink &, const QByteArray &line) -> std::optional<QByteArray> {
        if (line.startsWith("RCPT"))
            return "550 5.1.1 nobody";
        return line.startsWith("BDAT") ? std::optional<QByteArray>("503 5.5.1 RCPT first") : std::nullopt;
    };
    Posted &sent = rig.send();
    QVERIFY(sent.error);
    QCOMPARE(sent.error->problem, Problem::RecipientsRefused);
    QCOMPARE(rig.link().writes.last(), QByteArray("RSET\r\n")); // two octets are no letter
    rig.answer = {};
    QVERIFY(rig.send().receipt);
    QCOMPARE(rig.links.size(), size_t(1));
}

/// Two octets prove nothing about what is lost later.
void TestChunks::lostBehindTrial()
{
    Rig rig("220 mx ESMTP Exim 4.98");
    Posted &sent = rig.send(true);
    QVERIFY(!sent.isOver());
    rig.link().wire->fail(TransportError::Kind::Lost);
    rig.settle();
    QVERIFY(sent.error);
    QCOMPARE(sent.error->problem, Problem::ConnectionLost);
    QCOMPARE(rig.links.size(), size_t(1));
}

void TestChunks::trialFails_data()
{
    QTest::addColumn<QByteArray>("said"); // nothing: silence
    QTest::addColumn<bool>("lost");
    QTest::newRow("not known") << QByteArray("500 5.5.2 what?") << false;
    QTest::newRow("silence (MailKit#921)") << QByteArray() << false;
    QTest::newRow("hangs up") << QByteArray() << true;
    QTest::newRow("garbage") << QByteArray("<html>") << false;
}

void TestChunks::trialFails()
{
    QFETCH(const QByteArray, said);
    QFETCH(const bool, lost);
    Rig rig("220 mx ESMTP");
    rig.answer = [&](PoolLink &, const QByteArray &line) {
        return line.startsWith("BDAT") ? std::optional(said) : std::nullopt;
    };
    Posted &sent = rig.send();
    if (lost)
        rig.link().wire->fail(TransportError::Kind::Lost);
    else if (said.isEmpty())
        rig.clock.advance(TimeLimits().trial + 1s);
    rig.settle();
    QVERIFY(sent.receipt);
    QCOMPARE(rig.letters.size(), 1);
    QCOMPARE(rig.links.size(), size_t(2));
    QVERIFY(sent.log->text.contains("by DATA"));
    rig.clock.advance(5min);
    QVERIFY(rig.send().receipt);
    QVERIFY(!rig.link(2).writes.join().contains("BDAT"));
}

/// The command sends a letter and is gone: it would try each time, and never know.
void TestChunks::noTrialForOnce()
{
    TimeLimits limits;
    limits.idle = 0s;
    PoolRig rig(limits);
    rig.offer = "PIPELINING\r\n250-CHUNKING\r\n250 AUTH PLAIN";
    Posted &sent = rig.post();
    rig.settle();
    QVERIFY(sent.receipt);
    QVERIFY(!rig.links.front()->writes.join().contains("BDAT"));
}

void TestChunks::manyLetters()
{
    Rig rig;
    for (int i = 0; i < 20; ++i)
        rig.post();
    rig.settle();
    rig.settle();
    QCOMPARE(rig.letters, QByteArrayList(20, taken()));
    QCOMPARE(rig.links.size(), size_t(1));
    QCOMPARE(rig.link().writes.size(), 2 + 20); // EHLO, AUTH, and one flight a letter
}

/// BDAT was refused as a command, with the next letter's commands behind the last chunk: that one must not be
/// forgotten when the first begins anew.
void TestChunks::followerOfRetried()
{
    Rig rig;
    rig.answer = [&](PoolLink &link, const QByteArray &line) {
        return &link == &rig.link() && line == "BDAT LAST" ? std::optional<QByteArray>("502 5.5.1 not here")
                                                           : std::nullopt;
    };
    Posted &first =
        rig.post({.recipients = {QStringLiteral("bob@example.org"), QStringLiteral("eve@example.org")}});
    Posted &second = rig.post();
    rig.settle();
    QVERIFY(
        rig.link().writes.join().contains(QByteArray(letter + "RSET\r\nMAIL FROM"))); // else it tests nothing
    QVERIFY(first.receipt);
    rig.clock.advance(1h);
    rig.settle();
    QVERIFY2(second.isOver(), "waits for ever");
    QVERIFY(second.receipt);
    QCOMPARE(rig.letters.size(), 2);
}

/// The letter is out to its last octet: what answers MAIL then, and is neither yes nor no, is no reason to
/// send it again.
void TestChunks::neitherYesNorNoAhead()
{
    Rig rig;
    rig.answer = [&rig](PoolLink &link, const QByteArray &line) {
        return &link == &rig.link() && line.startsWith("MAIL") ? std::optional<QByteArray>("220 2.1.0 fine")
                                                               : std::nullopt;
    };
    Posted &sent = rig.send();
    QCOMPARE(rig.letters.size(), 1);
    QVERIFY(sent.error);
    QCOMPARE(sent.error->problem, Problem::MayHaveBeenSent);
}

/// A server that takes all chunks but the last one costs a doubt once, not with each letter.
void TestChunks::neverLearns()
{
    Rig rig("220 mx ESMTP");
    rig.answer = [](PoolLink &, const QByteArray &line) {
        return line == "BDAT LAST" ? std::optional<QByteArray>(QByteArray()) : std::nullopt;
    };
    Posted &doubtful = rig.send();
    rig.clock.advance(TimeLimits().finalDot + 1s);
    rig.settle();
    QVERIFY(doubtful.error);
    QCOMPARE(doubtful.error->problem, Problem::MayHaveBeenSent);
    QVERIFY(rig.send().receipt); // by DATA
    QVERIFY(!rig.links.back()->writes.join().contains("BDAT"));
}

/// RFC 2920 3.1, RFC 3030 4.2: without PIPELINING a chunk's reply is waited for.
void TestChunks::notPipelinedWithoutOffer()
{
    Rig rig;
    rig.offer = "CHUNKING\r\n250 AUTH PLAIN";
    rig.answer = [](PoolLink &, const QByteArray &line) {
        return line.startsWith("BDAT") ? std::optional<QByteArray>(QByteArray()) : std::nullopt; // not yet
    };
    QByteArray bytes;
    while (bytes.size() < 3 * 1024 * 1024)
        bytes += QByteArray(70, 'x') + "\r\n";
    rig.send(false, bytes);
    QVERIFY(rig.link().writes.join().count("BDAT ") <= 1);
}

/// 421 to an idle session's NOOP, on its way when the session is lent: nothing was done, and nobody is told.
void TestChunks::goneBehindProbe()
{
    Rig rig;
    rig.post({.purpose = Purpose::WarmUp});
    rig.settle();
    bool gone = false;
    rig.answer = [&](PoolLink &link, const QByteArray &line) -> std::optional<QByteArray> {
        if (&link != &rig.link())
            return std::nullopt;
        if (std::exchange(gone, gone || line == "NOOP"))
            return QByteArray();
        return line == "NOOP" ? std::optional<QByteArray>("421 4.4.2 idle") : std::nullopt;
    };
    rig.clock.advance(6s);
    rig.post({.purpose = Purpose::WarmUp}); // asks
    Posted &sent = rig.post();              // in the same moment
    rig.settle();
    QVERIFY2(!sent.error, qPrintable(nameOf(sent.error->problem) + u' ' + nameOf(sent.error->stage)));
    QVERIFY(sent.receipt);
    QCOMPARE(rig.links.size(), size_t(2));
    QCOMPARE(rig.letters.size(), 1);
}

void TestChunks::waitsForClear_data()
{
    QTest::addColumn<bool>("probed");
    QTest::newRow("NOOP") << true;
    QTest::newRow("RSET") << false;
}

/// Without PIPELINING the next letter's MAIL waits for the reply to RSET or NOOP.
void TestChunks::waitsForClear()
{
    QFETCH(const bool, probed);
    Rig rig;
    rig.offer = "8BITMIME\r\n250 AUTH PLAIN";
    rig.answer = [](PoolLink &, const QByteArray &line) -> std::optional<QByteArray> {
        if (line == "RSET" || line == "NOOP")
            return QByteArray();
        return line.contains("nobody") ? std::optional<QByteArray>("550 5.1.1 nobody") : std::nullopt;
    };
    if (probed) {
        rig.post({.purpose = Purpose::WarmUp});
        rig.settle();
        rig.clock.advance(20s);
        rig.post({.purpose = Purpose::WarmUp});
    } else {
        rig.postTo(QStringLiteral("nobody@example.org"));
    }
    rig.post();
    rig.settle();
    QCOMPARE(rig.link().writes.last(), QByteArray(probed ? "NOOP\r\n" : "RSET\r\n"));
}

/// A server that holds, as RFC 3030 2 lets it, to the failed transaction until RSET.
void TestChunks::followerBehindFailedChunk()
{
    Rig rig;
    bool open = false;
    rig.answer = [&](PoolLink &, const QByteArray &line) -> std::optional<QByteArray> {
        if (line == "RSET")
            open = false;
        if (line == "BDAT LAST" && !std::exchange(open, true))
            return QByteArray("554 5.7.1 spam");
        if (line == "BDAT LAST")
            open = false;
        return open && line.startsWith("MAIL") ? std::optional<QByteArray>("503 5.5.1 nested MAIL")
                                               : std::nullopt;
    };
    Posted &first =
        rig.post({.recipients = {QStringLiteral("bob@example.org"), QStringLiteral("eve@example.org")}});
    Posted &second = rig.post();
    rig.settle();
    QVERIFY(first.error);
    QVERIFY(second.receipt || second.error);
    QVERIFY(!second.log->text.contains("one at a time")); // it pipelines well
    QCOMPARE(rig.links.size(), size_t(1));
}

/// Who does not know BDAT reads what follows as commands: nothing that could be one may leave in a trial's
/// first chunk, before the server has shown that it counts octets.
void TestChunks::noCommandsInTrial()
{
    const QByteArray smuggled = "RSET\r\nMAIL FROM:<alice@example.org>\r\nRCPT TO:<victim@example.org>\r\n"
                                "DATA\r\nSubject: never written\r\n\r\nnor meant\r\n.\r\nGood night\r\n";
    Rig rig("220 mx ESMTP");
    rig.knowsChunks = false; // it offers them, but a proxy in front of it does not
    rig.send(false, "Subject: forwarded\r\n\r\n" + smuggled);
    for (const QByteArray &taken : std::as_const(rig.letters))
        QVERIFY2(!taken.startsWith("RCPT TO:<victim"), taken.constData());
}

/// The like of "the recipient refused, and yet the letter taken".
void TestChunks::yesAfterNoToChunk()
{
    Rig rig;
    rig.answer = [](PoolLink &, const QByteArray &line) {
        return line == "BDAT" ? std::optional<QByteArray>("452 4.3.1 slowly") : std::nullopt;
    };
    QByteArray bytes;
    while (bytes.size() < 1200 * 1024)
        bytes += QByteArray(70, 'x') + "\r\n";
    Posted &sent = rig.send(false, bytes);
    QCOMPARE(rig.letters.size(), 1);
    QVERIFY(sent.error);
    QCOMPARE(sent.error->problem, Problem::MayHaveBeenSent);
}

QTEST_GUILESS_MAIN(TestChunks)
#include "tst_chunks.moc"
