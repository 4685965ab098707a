// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/SubmissionDialogue.h"

#include <QTest>

using namespace pennypost;
using PartialRefusal = Transaction::PartialRefusal;

namespace {

QByteArray linesOf(const SendLines &flight)
{
    QByteArray text;
    for (const SendLines::Line &line : flight.lines)
        text += line.bytes.trimmed() + '|';
    return text;
}

QByteArray linesOf(const Step &step)
{
    const auto *flight = std::get_if<SendLines>(&step);
    return flight ? linesOf(*flight) : QByteArray("none");
}

Transaction letterTo(const QStringList &names, PartialRefusal choice = PartialRefusal::AllOrNothing)
{
    const auto path = [](const QString &name) {
        return SmtpPath::make({{}, name, QStringLiteral("example.org")}).value_or(SmtpPath());
    };
    Transaction transaction;
    transaction.partialRefusal = choice;
    transaction.envelope.reversePath = path(QStringLiteral("alice"));
    for (const QString &name : names)
        transaction.envelope.forwardPaths.append(path(name));
    return transaction;
}

/// "RCPT TO:<bob@example.org>" with what stands before and behind it in a flight.
QByteArray flightTo(const QByteArray &name)
{
    return "MAIL FROM:<alice@example.org>|RCPT TO:<" + name + "@example.org>|DATA|";
}

/// A signed-in session, and short ways to speak on it.
class Session
{
public:
    explicit Session(std::optional<Transaction> letter, const QList<QByteArray> &offers = {"PIPELINING"})
        : dialogue({}, {}, std::move(letter))
    {
        dialogue.connected();
        say(220);
        ehlo = dialogue.take({250, std::nullopt, QList<QByteArray>{"mx"} + offers});
    }
    Step say(int code) { return dialogue.take({code, std::nullopt, {"words"}}); }
    Step say(std::initializer_list<int> codes)
    {
        Step last;
        for (const int code : codes)
            last = say(code);
        return last;
    }

    SubmissionDialogue dialogue;
    Step ehlo;
};

} // namespace

/// More than one letter on one session, and what of one must not touch the other.
class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ready();
    void oneAfterTheOther();
    void afterARefusal_data();
    void afterARefusal();
    void notAfter_data();
    void notAfter();
    void obstacleKeepsIt();
    void inOneFlight();
    void inOneFlightAfterARefusal();
    void noFlight_data();
    void noFlight();
    void lostAtTheDot();
    void lostAfterTheDot();
    void bothEndAtTheDot_data();
    void bothEndAtTheDot();
    void mailMax();
};

void TestSession::ready()
{
    Session session(std::nullopt);
    QVERIFY(std::holds_alternative<Succeeded>(session.ehlo));
    QVERIFY(session.dialogue.canGoOn());
    QVERIFY(session.dialogue.isQuiet());
    QVERIFY(session.dialogue.clear().lines.isEmpty());
    QCOMPARE(linesOf(session.dialogue.next(letterTo({QStringLiteral("bob")}))), flightTo("bob"));
    QVERIFY(!session.dialogue.canGoOn());
}

void TestSession::oneAfterTheOther()
{
    Session session(letterTo({QStringLiteral("bob")}));
    for (const QByteArray name : {"carol", "dave", "erin"}) {
        QVERIFY(std::holds_alternative<SendBody>(session.say({250, 250, 354})));
        session.dialogue.finalDotSent();
        QVERIFY(std::holds_alternative<Succeeded>(session.say(250)));
        QVERIFY(session.dialogue.canGoOn());
        QCOMPARE(linesOf(session.dialogue.next(letterTo({QString::fromLatin1(name)}))), flightTo(name));
    }
    QCOMPARE(session.dialogue.letters(), 4);
}

void TestSession::afterARefusal_data()
{
    QTest::addColumn<QList<int>>("codes"); // to MAIL, RCPT, DATA and the dot
    QTest::addColumn<Problem>("problem");
    QTest::addColumn<bool>("reset");
    QTest::newRow("MAIL") << QList<int>{550, 503, 503} << Problem::SenderRefused << true;
    QTest::newRow("RCPT") << QList<int>{250, 550, 503} << Problem::RecipientsRefused << true;
    QTest::newRow("DATA") << QList<int>{250, 250, 451} << Problem::Temporary << true;
    QTest::newRow("dot") << QList<int>{250, 250, 354, 554} << Problem::Refused << false;
}

void TestSession::afterARefusal()
{
    QFETCH(const QList<int>, codes);
    QFETCH(const Problem, problem);
    QFETCH(const bool, reset);
    Session session(letterTo({QStringLiteral("bob")}));
    Step last;
    for (const int code : codes) {
        last = session.say(code);
        if (std::holds_alternative<SendBody>(last))
            session.dialogue.finalDotSent();
    }
    const auto *failed = std::get_if<Failed>(&last);
    QVERIFY(failed);
    QCOMPARE(nameOf(failed->error.problem), nameOf(problem));
    QVERIFY(session.dialogue.canGoOn());
    QCOMPARE(linesOf(session.dialogue.clear()), reset ? QByteArray("RSET|") : QByteArray());
    QCOMPARE(session.dialogue.isQuiet(), !reset);
    QVERIFY(session.dialogue.clear().lines.isEmpty());

    QCOMPARE(linesOf(session.dialogue.next(letterTo({QStringLiteral("carol")}))), flightTo("carol"));
    if (reset)
        QVERIFY(std::holds_alternative<AwaitReply>(session.say(250)));
    QVERIFY(std::holds_alternative<SendBody>(session.say({250, 250, 354})));
    session.dialogue.finalDotSent();
    const Step end = session.say(250);
    const auto *succeeded = std::get_if<Succeeded>(&end);
    QVERIFY(succeeded);
    QVERIFY(succeeded->refused.isEmpty()); // those of the letter before are not this one's
}

void TestSession::notAfter_data()
{
    QTest::addColumn<QList<int>>("codes");
    QTest::newRow("421 to MAIL") << QList<int>{421};
    QTest::newRow("421 to RCPT") << QList<int>{250, 421};
    QTest::newRow("421 to DATA") << QList<int>{250, 250, 421};
    QTest::newRow("421 to the dot") << QList<int>{250, 250, 354, 421};
    QTest::newRow("no reply to MAIL") << QList<int>{354};
    QTest::newRow("no reply to the dot") << QList<int>{250, 250, 354, 354};
    QTest::newRow("out of step") << QList<int>{503};
}

void TestSession::notAfter()
{
    QFETCH(const QList<int>, codes);
    Session session(letterTo({QStringLiteral("bob")}));
    Step last;
    for (const int code : codes) {
        last = session.say(code);
        if (std::holds_alternative<SendBody>(last))
            session.dialogue.finalDotSent();
    }
    QVERIFY(std::holds_alternative<Failed>(last));
    QVERIFY(!session.dialogue.canGoOn());
}

/// What may not be sent to this server says nothing about the next letter.
void TestSession::obstacleKeepsIt()
{
    Session session(std::nullopt, {"PIPELINING", "SIZE 1000"});
    Transaction large = letterTo({QStringLiteral("bob")});
    large.size = 1001;
    const Step step = session.dialogue.next(std::move(large));
    const auto *failed = std::get_if<Failed>(&step);
    QVERIFY(failed);
    QCOMPARE(failed->error.problem, Problem::LetterTooLarge);
    QVERIFY(session.dialogue.canGoOn());
    QVERIFY(session.dialogue.clear().lines.isEmpty());
    QVERIFY(linesOf(session.dialogue.next(letterTo({QStringLiteral("carol")}))).startsWith("MAIL"));
}

void TestSession::inOneFlight()
{
    Session session(letterTo({QStringLiteral("bob")}));
    session.say({250, 250, 354});
    QVERIFY(!session.dialogue.follow(letterTo({QStringLiteral("carol")}))); // the letter is under way
    session.dialogue.finalDotSent();
    const auto flight = session.dialogue.follow(letterTo({QStringLiteral("carol")}));
    QVERIFY(flight);
    QCOMPARE(linesOf(*flight), flightTo("carol"));
    QCOMPARE(session.dialogue.stage(), Stage::FinalDot);
    QVERIFY(!session.dialogue.follow(letterTo({QStringLiteral("dave")}))); // one at a time
    QVERIFY(std::holds_alternative<Succeeded>(session.say(250)));
    QCOMPARE(session.dialogue.stage(), Stage::MailFrom);
    QVERIFY(!session.dialogue.canGoOn());
    QVERIFY(std::holds_alternative<SendBody>(session.say({250, 250, 354})));
    session.dialogue.finalDotSent();
    QVERIFY(std::holds_alternative<Succeeded>(session.say(250)));
    QCOMPARE(session.dialogue.letters(), 2);
}

void TestSession::inOneFlightAfterARefusal()
{
    Session session(letterTo({QStringLiteral("bob")}));
    session.say({250, 250, 354});
    session.dialogue.finalDotSent();
    QVERIFY(session.dialogue.follow(letterTo({QStringLiteral("carol")})));
    const Step refusal = session.say(554);
    const auto *failed = std::get_if<Failed>(&refusal);
    QVERIFY(failed);
    QCOMPARE(failed->error.stage, Stage::FinalDot);
    QVERIFY(std::holds_alternative<SendBody>(session.say({250, 250, 354})));
}

void TestSession::noFlight_data()
{
    QTest::addColumn<QList<QByteArray>>("offers");
    QTest::addColumn<qint64>("size");
    QTest::newRow("no PIPELINING") << QList<QByteArray>{"SIZE"} << qint64(1);
    QTest::newRow("too large") << QList<QByteArray>{"PIPELINING", "SIZE 1000"} << qint64(1001);
}

void TestSession::noFlight()
{
    QFETCH(const QList<QByteArray>, offers);
    QFETCH(const qint64, size);
    Session session(letterTo({QStringLiteral("bob")}), offers);
    while (session.dialogue.stage() < Stage::Body)
        session.say(session.dialogue.stage() == Stage::Data ? 354 : 250);
    session.dialogue.finalDotSent();
    Transaction next = letterTo({QStringLiteral("carol")});
    next.size = size;
    QVERIFY(!session.dialogue.follow(std::move(next)));
    QVERIFY(std::holds_alternative<Succeeded>(session.say(250)));
    QVERIFY(session.dialogue.canGoOn());
}

void TestSession::lostAtTheDot()
{
    Session session(letterTo({QStringLiteral("bob")}));
    session.say({250, 250, 354});
    session.dialogue.finalDotSent();
    QVERIFY(session.dialogue.follow(letterTo({QStringLiteral("carol")})));
    QCOMPARE(session.dialogue.interrupted(Problem::ConnectionLost).problem, Problem::MayHaveBeenSent);
}

void TestSession::lostAfterTheDot()
{
    Session session(letterTo({QStringLiteral("bob")}));
    session.say({250, 250, 354});
    session.dialogue.finalDotSent();
    QVERIFY(session.dialogue.follow(letterTo({QStringLiteral("carol")})));
    session.say(250);
    const SubmissionError error = session.dialogue.interrupted(Problem::ConnectionLost);
    QCOMPARE(error.problem, Problem::ConnectionLost); // nothing of the other letter has left
    QCOMPARE(error.stage, Stage::MailFrom);
}

void TestSession::bothEndAtTheDot_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<Problem>("problem");
    QTest::newRow("closing") << 421 << Problem::Temporary;
    QTest::newRow("neither yes nor no") << 354 << Problem::MayHaveBeenSent;
}

void TestSession::bothEndAtTheDot()
{
    QFETCH(const int, code);
    QFETCH(const Problem, problem);
    Session session(letterTo({QStringLiteral("bob")}));
    session.say({250, 250, 354});
    session.dialogue.finalDotSent();
    QVERIFY(session.dialogue.follow(letterTo({QStringLiteral("carol")})));
    const Step said = session.say(code);
    const auto *failed = std::get_if<Failed>(&said);
    QVERIFY(failed);
    QCOMPARE(failed->error.problem, problem);
    QVERIFY(!session.dialogue.canGoOn());
}

void TestSession::mailMax()
{
    Session session(letterTo({QStringLiteral("bob")}), {"PIPELINING", "LIMITS MAILMAX=1"});
    session.say({250, 250, 354});
    session.dialogue.finalDotSent();
    QVERIFY(!session.dialogue.follow(letterTo({QStringLiteral("carol")})));
    session.say(250);
    QVERIFY(!session.dialogue.canGoOn());
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
