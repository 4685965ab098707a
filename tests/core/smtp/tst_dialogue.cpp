// SPDX-License-Identifier: GPL-3.0-or-later
#include "TranscriptRun.h"

#include <QDir>
#include <QTest>

using namespace pennypost;

/// Every transcript of tests/data/transcripts as it stands, then in single octets, then cut after each of
/// them.
class TestDialogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whole_data() { rows(); }
    void whole();
    void octetByOctet_data() { rows(); }
    void octetByOctet();
    void cutAfterEachOctet_data() { rows(); }
    void cutAfterEachOctet();
    void manyRecipientsInFlights();
    void manyRecipientsOneByOne();
    void refusedMailStopsAfterItsFlight();
    void refusedAtHelloAndLost();
    void longRefusalsAreShortened();
    void interruptedBeforeAnything();
    void nothingAfterTheEnd();
    void uninvitedHandshake();

private:
    void rows();
    static Step reply(SubmissionDialogue &dialogue, int code,
                      const QList<QByteArray> &lines = {QByteArray()});
    static Transaction transactionFor(int recipients);
    QList<Transcript> m_transcripts;
};

void TestDialogue::initTestCase()
{
    const QDir folder(QStringLiteral(PENNYPOST_TEST_DATA "/transcripts"));
    for (const QString &file : folder.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name)) {
        QString error;
        const auto transcripts = readTranscripts(folder.filePath(file), error);
        QVERIFY2(error.isEmpty(), qPrintable(error));
        m_transcripts += transcripts;
    }
    QVERIFY(m_transcripts.size() > 50);
}

void TestDialogue::rows()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(m_transcripts.size()); ++i)
        QTest::addRow("%s", qPrintable(m_transcripts[i].name)) << i;
}

void TestDialogue::whole()
{
    QFETCH(int, index);
    const TranscriptRun run(m_transcripts[index]);
    QVERIFY2(run.mismatch().isEmpty(), qPrintable(run.mismatch()));
    const QString difference = run.outcomeMismatch();
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

void TestDialogue::octetByOctet()
{
    QFETCH(int, index);
    const TranscriptRun run(m_transcripts[index], 1);
    QVERIFY2(run.mismatch().isEmpty(), qPrintable(run.mismatch()));
    const QString difference = run.outcomeMismatch();
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

void TestDialogue::cutAfterEachOctet()
{
    QFETCH(int, index);
    const Transcript &transcript = m_transcripts[index];
    const qsizetype octets = TranscriptRun(transcript, 1).octetsFed();
    for (qsizetype cut = 0; cut < octets; ++cut) {
        const TranscriptRun run(transcript, 1, cut);
        QVERIFY2(run.mismatch().isEmpty(), qPrintable(run.mismatch()));
        QVERIFY2(!run.succeeded() && run.failed(), qPrintable(QString::number(cut)));
        if (!run.wasCut())
            continue; // it had failed by itself before
        const SubmissionError &error = run.failed()->error;
        // Once the letter is under way, never; nor where it was one command at a time.
        const bool again = run.dialogue().isWorthRepeatingUnpipelined(error);
        QVERIFY(!again || (error.stage >= Stage::MailFrom && error.stage <= Stage::Data));
        QVERIFY(!again || (run.dialogue().capabilities().pipelining && transcript.settings.pipelining));
        if (run.dotWasSent()) {
            QCOMPARE(nameOf(error.problem), nameOf(Problem::MayHaveBeenSent));
            QCOMPARE(error.stage, Stage::FinalDot);
            QCOMPARE(retryOf(error), RetryAdvice::Decide);
            QCOMPARE(error.doubt, std::optional(Problem::ConnectionLost));
        } else if (error.stage == Stage::Hello && error.reply) {
            QCOMPARE(error.problem,
                     classify(Stage::Hello, *error.reply)); // our name, and no other was waited for
        } else if (error.problem != Problem::ConnectionLost && !error.delivered.isEmpty()) {
            QVERIFY(error.reply); // who was left got nothing, and some have it
        } else if (error.problem != Problem::ConnectionLost) {
            // Only what was decided already, with replies of the same flight still to come.
            if (transcript.outcome.problem != Problem::MayHaveBeenSent)
                QCOMPARE(std::optional(error.problem), transcript.outcome.problem);
            QVERIFY(error.reply);
        } else {
            QCOMPARE(retryOf(error), error.delivered.isEmpty() ? RetryAdvice::Later : RetryAdvice::Decide);
        }
    }
}

Step TestDialogue::reply(SubmissionDialogue &dialogue, int code, const QList<QByteArray> &lines)
{
    return dialogue.take(Reply{code, std::nullopt, lines});
}

Transaction TestDialogue::transactionFor(int recipients)
{
    Transaction transaction;
    transaction.envelope.reversePath =
        *SmtpPath::make({{}, QStringLiteral("alice"), QStringLiteral("example.org")});
    for (int i = 0; i < recipients; ++i)
        transaction.envelope.forwardPaths.append(
            *SmtpPath::make({{}, QStringLiteral("r%1").arg(i), QStringLiteral("example.org")}));
    return transaction;
}

void TestDialogue::manyRecipientsInFlights()
{
    SubmissionDialogue dialogue({}, {}, transactionFor(250));
    dialogue.connected();
    reply(dialogue, 220);
    Step step = reply(dialogue, 250, {"mx", "PIPELINING"});
    QList<qsizetype> flights;
    int recipients = 0;
    while (auto *lines = std::get_if<SendLines>(&step)) {
        flights.append(lines->lines.size());
        if (lines->stage == Stage::Data)
            break;
        const auto sent = lines->lines;
        for (const SendLines::Line &line : sent) {
            QVERIFY(
                flights.size() == 1 ||
                line.bytes ==
                    QByteArray("RCPT TO:<r%@example.org>\r\n").replace("%", QByteArray::number(recipients)));
            recipients += line.bytes.startsWith("RCPT") ? 1 : 0;
            step = reply(dialogue, 250);
        }
    }
    QCOMPARE(recipients, 250);
    QCOMPARE(flights, (QList<qsizetype>{100, 151, 1}));
}

void TestDialogue::manyRecipientsOneByOne()
{
    SubmissionDialogue dialogue({}, {}, transactionFor(250));
    dialogue.connected();
    reply(dialogue, 220);
    Step step = reply(dialogue, 250, {"mx"});
    int flights = 0;
    while (auto *lines = std::get_if<SendLines>(&step)) {
        QCOMPARE(lines->lines.size(), 1);
        ++flights;
        if (lines->stage == Stage::Data)
            break;
        step = reply(dialogue, 250);
    }
    QCOMPARE(flights, 252); // MAIL, 250 times RCPT, DATA
}

void TestDialogue::refusedMailStopsAfterItsFlight()
{
    SubmissionDialogue dialogue({}, {}, transactionFor(250));
    dialogue.connected();
    reply(dialogue, 220);
    reply(dialogue, 250, {"mx", "PIPELINING"});
    reply(dialogue, 550, {"no"});
    // The link may go now: what MAIL was told still counts.
    QCOMPARE(dialogue.interrupted(Problem::ConnectionLost).problem, Problem::SenderRefused);
    QCOMPARE(dialogue.interrupted(Problem::Cancelled).problem, Problem::Cancelled);
    for (int i = 0; i < 98; ++i)
        QVERIFY(std::holds_alternative<AwaitReply>(reply(dialogue, 503)));
    const Step last = reply(dialogue, 503);
    const auto *failed = std::get_if<Failed>(&last);
    QVERIFY(failed);
    QCOMPARE(failed->error.problem, Problem::SenderRefused);
    QCOMPARE(failed->error.reply->code, 550);
    QVERIFY(failed->error.refused.isEmpty());
}

/// "550 go away" and gone: trying again would be no better.
void TestDialogue::refusedAtHelloAndLost()
{
    SubmissionDialogue dialogue({}, {}, transactionFor(1));
    dialogue.connected();
    reply(dialogue, 220);
    reply(dialogue, 550, {"go away"});
    const SubmissionError error = dialogue.interrupted(Problem::ConnectionLost);
    QCOMPARE(error.problem, Problem::ServerRefusesUs);
    QCOMPARE(error.reply->code, 550);
    QCOMPARE(dialogue.interrupted(Problem::TimedOut).problem, Problem::TimedOut);
    reply(dialogue, 250, {"mx"});
    QCOMPARE(dialogue.interrupted(Problem::ConnectionLost).problem, Problem::ConnectionLost);
}

void TestDialogue::longRefusalsAreShortened()
{
    SubmissionDialogue dialogue({}, {}, transactionFor(1));
    dialogue.connected();
    reply(dialogue, 220);
    reply(dialogue, 250, {"mx"});
    reply(dialogue, 250);
    const Step last =
        reply(dialogue, 550, {"no such user", QByteArray(60'000, 'x'), QByteArray(60'000, 'y')});
    const auto *failed = std::get_if<Failed>(&last);
    QVERIFY(failed);
    QCOMPARE(failed->error.refused.size(), 1);
    const Reply &said = failed->error.refused.first().reply;
    QCOMPARE(said.code, 550);
    QCOMPARE(said.lines.first(), QByteArray("no such user"));
    QCOMPARE(said.lines.join().size(), 4096);
}

void TestDialogue::interruptedBeforeAnything()
{
    SubmissionDialogue dialogue({}, {}, transactionFor(1));
    const SubmissionError early = dialogue.interrupted(Problem::ConnectionLost, QStringLiteral("reset"));
    QCOMPARE(early.problem, Problem::ConnectionLost);
    QCOMPARE(early.stage, Stage::Connect);
    QCOMPARE(early.detail, QStringLiteral("reset"));
    dialogue.finalDotSent(); // nobody asked for a letter: must not count as one
    QCOMPARE(dialogue.interrupted(Problem::TimedOut).problem, Problem::TimedOut);
    dialogue.connected();
    QCOMPARE(dialogue.interrupted(Problem::TimedOut).stage, Stage::Greeting);
}

void TestDialogue::nothingAfterTheEnd()
{
    SubmissionDialogue dialogue({}, {}, std::nullopt);
    dialogue.connected();
    reply(dialogue, 220);
    QVERIFY(std::holds_alternative<Succeeded>(reply(dialogue, 250, {"mx"})));
    QVERIFY(std::holds_alternative<AwaitReply>(reply(dialogue, 221)));
    QVERIFY(std::holds_alternative<AwaitReply>(reply(dialogue, 554)));
}

void TestDialogue::uninvitedHandshake()
{
    SubmissionDialogue dialogue({Protection::StartTls, "[127.0.0.1]", {}}, {}, transactionFor(1));
    dialogue.connected();
    const Step step = dialogue.encrypted();
    QVERIFY(std::holds_alternative<Failed>(step));
    QCOMPARE(std::get<Failed>(step).error.problem, Problem::ProtocolViolation);
}

QTEST_GUILESS_MAIN(TestDialogue)
#include "tst_dialogue.moc"
