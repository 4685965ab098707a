// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/ProblemSamples.h"
#include "tests/ui/common/WordsCheck.h"

#include <QTest>

using namespace pennypost;

/// What can go wrong with the letter itself: what is said of it, and which remedy is offered where.
class TestLetterProblemText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remedies_data();
    void remedies();
    void words_data();
    void words();
    void largestAttachments();
};

void TestLetterProblemText::remedies_data()
{
    addRemedyColumns();
    addRemedyRow("sender", someError(Problem::SenderRefused), Remedy::EditSender, Remedy::EditServer);
    SubmissionError refused = someError(Problem::RecipientsRefused);
    addRemedyRow("no recipients", refused, Remedy::EditRecipients, Remedy::None);
    refused.refused = {{u"bob@example.org"_qs, {}}};
    addRemedyRow("one refused of who knows how many", refused, Remedy::EditRecipients, Remedy::SendToRest);
    ProblemContext around = someContext();
    around.recipients = 2;
    addRemedyRow("one refused of two", refused, Remedy::EditRecipients, Remedy::SendToRest, around);
    around.recipients = 1;
    addRemedyRow("one refused of one", refused, Remedy::EditRecipients, Remedy::None, around);
    addRemedyRow("too many", someError(Problem::TooManyRecipients), Remedy::EditRecipients, Remedy::None);
    addRemedyRow("too large", someError(Problem::LetterTooLarge), Remedy::EditAttachments, Remedy::None);
    SubmissionError utf8 = someError(Problem::SmtpUtf8Needed);
    addRemedyRow("SMTPUTF8 for a recipient", utf8, Remedy::EditRecipients, Remedy::None);
    utf8.detail = u"alice@example.org"_qs;
    addRemedyRow("SMTPUTF8 for the sender", utf8, Remedy::EditSender, Remedy::None);
    addRemedyRow("malformed", someError(Problem::Malformed, {554, EnhancedStatus{5, 6, 0}, {"bad header"}}),
                 Remedy::SaveLetter, Remedy::EditServer);
    addRemedyRow("not stored", someError(Problem::StoreFailed, Stage::Preparing), Remedy::TryAgain,
                 Remedy::SaveLetter);
    addRemedyRow("may have been sent", someError(Problem::MayHaveBeenSent), Remedy::SettleMaybeSent,
                 Remedy::None);
    addRemedyRow("unreadable", someError(Problem::LetterUnreadable), Remedy::EditAttachments,
                 Remedy::TryAgain);
}

void TestLetterProblemText::remedies()
{
    checkRemedies();
}

void TestLetterProblemText::words_data()
{
    addWordsColumns();
    addWordsRow("address and login side by side", someError(Problem::SenderRefused),
                {u"alice@example.org"_qs, u"alice.login"_qs});
    SubmissionError large = someError(Problem::LetterTooLarge);
    large.limit = 25000000;
    addWordsRow("the limit", large, {QLocale().toString(25.0, 'f', 1) + u" MB"_qs});
    SubmissionError utf8 = someError(Problem::SmtpUtf8Needed);
    utf8.detail = u"jürgen@example.org"_qs;
    addWordsRow("the address that needs SMTPUTF8", utf8, {utf8.detail});
    SubmissionError gone = someError(Problem::LetterUnreadable);
    gone.detail = u"/tmp/report.pdf"_qs;
    addWordsRow("the file", gone, {gone.detail});
    addWordsRow(
        "malformed: whose fault, and how to report it", someError(Problem::Malformed),
        {u"fault of this program"_qs, u"report"_qs, u"save the letter as a file"_qs, u"server's words"_qs});
    addWordsRow("not stored", someError(Problem::StoreFailed, Stage::Preparing),
                {u"Nothing was sent"_qs, u"still open"_qs, u"save it as a file"_qs});
    SubmissionError missing = someError(Problem::ExtensionMissing);
    missing.detail = u"REQUIRETLS"_qs;
    addWordsRow("missing extension", missing, {u"REQUIRETLS"_qs, u"does not offer"_qs, u"another"_qs});
    addWordsRow("8-bit letters", someError(Problem::EightBitMimeNeeded), {u"seven bits"_qs, u"another"_qs});
    addWordsRow("the wrong server for years",
                someError(Problem::Temporary, {451, {}, {"4.7.0 Temporary server error. PRX4"}}),
                {u"wrong one for this account"_qs});
    const Reply tooMany{452, EnhancedStatus{4, 5, 3}, {"too many"}};
    SubmissionError many = someError(Problem::TooManyRecipients, tooMany);
    addWordsRow("too many for the letter", many, {u"gone to nobody yet"_qs, u"in several letters"_qs});
    for (const char *path : {"c@example.org", "d@example.org", "e@example.org"})
        many.refused.append({QString::fromLatin1(path), tooMany});
    addWordsRow("too many of who knows how many", many, {u"gone to nobody yet"_qs, u"in several letters"_qs});
    ProblemContext five = someContext();
    five.recipients = 5;
    addWordsRow("how many are not too many", many,
                {u"2 of the 5"_qs, u"gone to nobody yet"_qs, u"at most 2 recipients"_qs}, five);
    five.recipients = 3;
    addWordsRow("not a single one", many, {u"gone to nobody yet"_qs, u"in several letters"_qs}, five);
    SubmissionError refused = someError(Problem::RecipientsRefused);
    for (int i = 0; i < 5; ++i)
        refused.refused.append({u"r%1@example.org"_qs.arg(i), {550, {}, {"no"}}});
    addWordsRow("the first refused", refused, {u"r0@example.org"_qs, u"…"_qs});
}

void TestLetterProblemText::words()
{
    checkHeldWords();
}

void TestLetterProblemText::largestAttachments()
{
    SubmissionError large = someError(Problem::LetterTooLarge);
    ProblemContext around = someContext();
    around.attachments = {{u"plan.pdf"_qs, 30'000'000}};
    QVERIFY2(!ProblemWords::of(large, around).sentence.contains(u"plan.pdf"), "there is no choice");
    around.attachments += {{u"a.txt"_qs, 10}, {u"film.mp4"_qs, 90'000'000}, {u"c.png"_qs, 2'000'000}};
    const QString sentence = ProblemWords::of(large, around).sentence;
    const qsizetype film = sentence.indexOf(u"film.mp4");
    const qsizetype plan = sentence.indexOf(u"plan.pdf");
    const qsizetype picture = sentence.indexOf(u"c.png");
    QVERIFY(film > 0 && film < plan && plan < picture);
    QVERIFY(!sentence.contains(u"a.txt"));
}

QTEST_MAIN(TestLetterProblemText)
#include "tst_letterproblemtext.moc"
