// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/ProblemSamples.h"
#include "tests/ui/common/WordsCheck.h"

#include <QSet>
#include <QTest>

using namespace pennypost;

/// Every error of a submission has words: what happened, why, what to do now, and whose words stand below.
class TestProblemText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProblem_data();
    void everyProblem();
    void problemsAreToldApart();
    void moreIsTold_data();
    void moreIsTold();
    void serverWords();
    void serverWordsAreHarmless();
    void certificate();
};

void TestProblemText::everyProblem_data()
{
    QTest::addColumn<Problem>("problem");
    for (int i = 0; i <= int(Problem::MayHaveBeenSent); ++i)
        QTest::newRow(qPrintable(nameOf(Problem(i)))) << Problem(i);
}

void TestProblemText::everyProblem()
{
    QFETCH(Problem, problem);
    // With and without what is known around it, at every stage, with and without a reply, a detail, refused
    // ones.
    for (const ProblemContext &around : {ProblemContext(), someContext()}) {
        for (int stage = 0; stage <= int(Stage::Done); ++stage) {
            SubmissionError bare = someError(problem, Stage(stage));
            checkWords(ProblemWords::of(bare, around));
            bare.reply = Reply{550, EnhancedStatus{5, 7, 1}, {"5.7.1 no"}};
            bare.detail = u"XOAUTH2"_qs;
            bare.limit = 25000000;
            bare.certificate = someCertificate();
            bare.refused = {{u"bob@example.org"_qs, *bare.reply}};
            checkWords(ProblemWords::of(bare, around));
        }
    }
}

void TestProblemText::problemsAreToldApart()
{
    QSet<QString> titles;
    QSet<QString> sentences;
    for (int i = 0; i <= int(Problem::MayHaveBeenSent); ++i) {
        const ProblemText words = ProblemWords::of(someError(Problem(i)), someContext());
        titles.insert(words.title);
        sentences.insert(words.sentence);
    }
    QCOMPARE(titles.size(), int(Problem::MayHaveBeenSent) + 1);
    QCOMPARE(sentences.size(), int(Problem::MayHaveBeenSent) + 1);
}

/// What is known of a failure beside its class changes what is said of it.
void TestProblemText::moreIsTold_data()
{
    QTest::addColumn<SubmissionError>("plain");
    QTest::addColumn<SubmissionError>("known");
    const auto doubtful = [](Problem how) {
        SubmissionError lost = someError(Problem::MayHaveBeenSent, Stage::FinalDot);
        lost.doubt = how;
        return lost;
    };
    const SubmissionError lost = doubtful(Problem::ConnectionLost);
    QTest::newRow("silence after the dot") << lost << doubtful(Problem::TimedOut);
    QTest::newRow("no answer after the dot") << lost << doubtful(Problem::ProtocolViolation);
    QTest::newRow("ended after the dot") << lost << doubtful(Problem::Cancelled);
    SubmissionError asked = someError(Problem::AuthenticationRequired);
    asked.signedIn = true;
    QTest::newRow("signed in already") << someError(Problem::AuthenticationRequired) << asked;
    SubmissionError large = someError(Problem::LetterTooLarge);
    large.limit = 25'000'000;
    SubmissionError measured = large;
    measured.size = 31'000'000;
    QTest::newRow("the letter's size") << large << measured;
}

void TestProblemText::moreIsTold()
{
    QFETCH(SubmissionError, plain);
    QFETCH(SubmissionError, known);
    const ProblemText words = ProblemWords::of(known, someContext());
    checkWords(words);
    QVERIFY(words.sentence != ProblemWords::of(plain, someContext()).sentence);
}

void TestProblemText::serverWords()
{
    SubmissionError refused = someError(Problem::RecipientsRefused, Stage::Recipients);
    const Reply unknown{550, EnhancedStatus{5, 1, 1}, {"5.1.1 unknown"}};
    refused.reply = unknown;
    refused.refused = {{u"bob@example.org"_qs, unknown}, {u"carol@example.org"_qs, {552, {}, {"full"}}}};
    QCOMPARE(ProblemWords::of(refused).serverWords,
             u"bob@example.org: 550 5.1.1 unknown\ncarol@example.org: 552 full"_qs);

    SubmissionError content = someError(Problem::ContentRefused, Stage::FinalDot);
    content.reply = Reply{554, {}, {"spam", "see there"}};
    QCOMPARE(ProblemWords::of(content).serverWords, u"554 spam\nsee there"_qs);
    content.refused = {{u"bob@example.org"_qs, unknown}};
    QCOMPARE(ProblemWords::of(content).serverWords,
             u"554 spam\nsee there\nbob@example.org: 550 5.1.1 unknown"_qs);

    SubmissionError tls = someError(Problem::TlsFailed, Stage::Encrypt);
    tls.detail = u"sslv3 alert handshake failure"_qs;
    QCOMPARE(ProblemWords::of(tls).serverWords, tls.detail);
    QVERIFY(ProblemWords::of(content).quoted);
    QVERIFY2(!ProblemWords::of(tls).quoted, "no server's words, but the library's");
    QVERIFY(ProblemWords::of(someError(Problem::Offline)).serverWords.isEmpty());
}

void TestProblemText::serverWordsAreHarmless()
{
    SubmissionError hostile = someError(Problem::NotSmtp, Stage::Greeting);
    hostile.detail = u"HTTP/1.1 302\r\n\x1B[31mred\u202Eevil"_qs;
    QCOMPARE(ProblemWords::of(hostile).serverWords, u"HTTP/1.1 302\nredevil"_qs);

    ProblemContext around = someContext();
    around.server.host = u"a\u202Eb"_qs;
    QVERIFY(!ProblemWords::of(someError(Problem::HostNotFound), around).sentence.contains(QChar(0x202E)));
    // Percent signs of others are no places for our own words.
    around.server.host = u"%2"_qs;
    QVERIFY(ProblemWords::of(someError(Problem::ConnectionRefused), around).sentence.contains(u"%2"));
}

void TestProblemText::certificate()
{
    const QString details = ProblemWords::certificateDetails(someCertificate());
    QCOMPARE(details.count(u'\n'), 4);
    QVERIFY(details.contains(u"mx.example.net, smtp.example.net"));
    QVERIFY(details.contains(u"Example Antivirus Root"));
    QVERIFY(details.contains(u"SHA-256: AB:AB:AB"));
    QCOMPARE(details.count(u"AB"), 32);

    PeerCertificate hostile = someCertificate();
    hostile.subject = u"a\nMade by: Somebody Trusted\u202E"_qs;
    const QString shown = ProblemWords::certificateDetails(hostile);
    QVERIFY(!shown.contains(QChar(0x202E)));
    QCOMPARE(shown.count(u'\n'), 4); // a name cannot forge a line
}

QTEST_MAIN(TestProblemText)
#include "tst_problemtext.moc"
