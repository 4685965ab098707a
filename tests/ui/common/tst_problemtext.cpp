// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/WordsCheck.h"

#include <QSet>
#include <QTest>

using namespace pennypost;

/// Every error of a submission has words: what happened, why, what to do now. Which remedy is offered where
/// is a table.
class TestProblemText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProblem_data();
    void everyProblem();
    void problemsAreToldApart();
    void remedies_data();
    void remedies();
    void words_data();
    void words();
    void keychainAtSend_data();
    void keychainAtSend();
    void moreIsTold_data();
    void moreIsTold();
    void serverWords();
    void portal_data();
    void portal();
    void nearestHost();
    void largestAttachments();
    void serverWordsAreHarmless();
    void certificate();

private:
    static SubmissionError error(Problem problem, Stage stage = Stage::MailFrom);
    static ProblemContext context();
    static inline Provider provider;
};

namespace {

PeerCertificate someCertificate()
{
    return {QStringLiteral("mx.example.net"),
            QStringLiteral("Example Antivirus Root"),
            {QStringLiteral("mx.example.net"), QStringLiteral("smtp.example.net")},
            QDateTime(QDate(2024, 1, 2), QTime(3, 4), Qt::UTC),
            QDateTime(QDate(2025, 1, 2), QTime(3, 4), Qt::UTC),
            QByteArray(32, '\xAB')};
}

} // namespace

SubmissionError TestProblemText::error(Problem problem, Stage stage)
{
    SubmissionError error;
    error.problem = problem;
    error.stage = stage;
    return error;
}

ProblemContext TestProblemText::context()
{
    provider.name = QStringLiteral("Example");
    provider.appPasswordHelp = QUrl(QStringLiteral("https://example.net/app-passwords"));
    provider.accessHelp = QUrl(QStringLiteral("https://example.net/access"));
    ProblemContext context;
    context.server.host = QStringLiteral("smtp.example.net");
    context.server.userName = QStringLiteral("alice.login");
    context.provider = &provider;
    context.sender = QStringLiteral("alice@example.org");
    return context;
}

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
    for (const ProblemContext &around : {ProblemContext(), context()}) {
        for (int stage = 0; stage <= int(Stage::Done); ++stage) {
            SubmissionError bare = error(problem, Stage(stage));
            checkWords(ProblemWords::of(bare, around));
            bare.reply = Reply{550, EnhancedStatus{5, 7, 1}, {"5.7.1 no"}};
            bare.detail = QStringLiteral("XOAUTH2");
            bare.limit = 25000000;
            bare.certificate = someCertificate();
            bare.refused = {{QStringLiteral("bob@example.org"), *bare.reply}};
            checkWords(ProblemWords::of(bare, around));
        }
    }
}

void TestProblemText::problemsAreToldApart()
{
    QSet<QString> titles;
    QSet<QString> sentences;
    for (int i = 0; i <= int(Problem::MayHaveBeenSent); ++i) {
        const ProblemText words = ProblemWords::of(error(Problem(i)), context());
        titles.insert(words.title);
        sentences.insert(words.sentence);
    }
    QCOMPARE(titles.size(), int(Problem::MayHaveBeenSent) + 1);
    QCOMPARE(sentences.size(), int(Problem::MayHaveBeenSent) + 1);
}

void TestProblemText::remedies_data()
{
    QTest::addColumn<SubmissionError>("error");
    QTest::addColumn<int>("security");
    QTest::addColumn<int>("port");
    QTest::addColumn<int>("recipients");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    using Security = ServerSettings::Security;
    const auto row = [](const char *name, const SubmissionError &error, Remedy first, Remedy second,
                        Security security = Security::Tls, int port = 465, int recipients = -1) {
        QTest::newRow(name) << error << int(security) << port << recipients << int(first) << int(second);
    };

    row("offline", error(Problem::Offline), Remedy::TryAgain, Remedy::None);
    row("name", error(Problem::HostNotFound), Remedy::EditServer, Remedy::TryAgain);
    row("refused on 465", error(Problem::ConnectionRefused), Remedy::UseStartTls, Remedy::TryAgain);
    row("refused on 587", error(Problem::ConnectionRefused), Remedy::UseTls, Remedy::TryAgain,
        Security::StartTls, 587);
    row("refused elsewhere", error(Problem::ConnectionRefused), Remedy::EditServer, Remedy::TryAgain,
        Security::Tls, 10465);
    row("no answer on 465", error(Problem::TimedOut, Stage::Connect), Remedy::UseStartTls, Remedy::TryAgain);
    row("no greeting", error(Problem::TimedOut, Stage::Greeting), Remedy::TryAgain, Remedy::EditServer);
    row("time-out later", error(Problem::TimedOut, Stage::Recipients), Remedy::TryAgain, Remedy::None);
    row("TLS to a plain port", error(Problem::TlsOnPlainPort), Remedy::UseStartTls, Remedy::EditServer);
    row("plain to a TLS port", error(Problem::PlainOnTlsPort), Remedy::UseTls, Remedy::EditServer);
    SubmissionError untrusted = error(Problem::CertificateUntrusted);
    row("untrusted, nothing to show", untrusted, Remedy::TryAgain, Remedy::EditServer);
    untrusted.certificate = someCertificate();
    row("untrusted", untrusted, Remedy::PinCertificate, Remedy::EditServer);
    untrusted.problem = Problem::CertificateWrongName;
    row("wrong name", untrusted, Remedy::EditServer, Remedy::PinCertificate);
    row("no STARTTLS", error(Problem::StartTlsMissing), Remedy::UseTls, Remedy::EditServer);

    row("practice server", error(Problem::PracticeServerFailed, Stage::Preparing), Remedy::TryAgain,
        Remedy::None);
    SubmissionError wrong = error(Problem::WrongPassword);
    row("password that can't be sent", wrong, Remedy::EditPassword, Remedy::None);
    wrong.reply = Reply{535, {}, {"no"}};
    row("wrong password", wrong, Remedy::EditPassword, Remedy::OpenHelpLink);
    row("app password", error(Problem::AppPasswordNeeded), Remedy::OpenHelpLink, Remedy::EditPassword);
    row("passwords off", error(Problem::PasswordsDisabled), Remedy::OpenHelpLink, Remedy::EditServer);
    row("sign-in delayed", error(Problem::AuthenticationDelayed), Remedy::TryAgain, Remedy::None);
    row("sign-in wanted", error(Problem::AuthenticationRequired), Remedy::EditPassword, Remedy::EditServer);

    row("sender", error(Problem::SenderRefused), Remedy::EditSender, Remedy::EditServer);
    SubmissionError refused = error(Problem::RecipientsRefused);
    row("no recipients", refused, Remedy::EditRecipients, Remedy::None);
    refused.refused = {{QStringLiteral("bob@example.org"), {}}};
    row("one refused of who knows how many", refused, Remedy::EditRecipients, Remedy::SendToRest);
    row("one refused of two", refused, Remedy::EditRecipients, Remedy::SendToRest, Security::Tls, 465, 2);
    row("one refused of one", refused, Remedy::EditRecipients, Remedy::None, Security::Tls, 465, 1);
    row("too large", error(Problem::LetterTooLarge), Remedy::EditAttachments, Remedy::None);
    SubmissionError utf8 = error(Problem::SmtpUtf8Needed);
    row("SMTPUTF8 for a recipient", utf8, Remedy::EditRecipients, Remedy::None);
    utf8.detail = QStringLiteral("alice@example.org");
    row("SMTPUTF8 for the sender", utf8, Remedy::EditSender, Remedy::None);
    row("may have been sent", error(Problem::MayHaveBeenSent), Remedy::SettleMaybeSent, Remedy::None);
    row("unreadable", error(Problem::LetterUnreadable), Remedy::EditAttachments, Remedy::TryAgain);
}

void TestProblemText::remedies()
{
    QFETCH(SubmissionError, error);
    QFETCH(int, security);
    QFETCH(int, port);
    QFETCH(int, recipients);
    QFETCH(int, first);
    QFETCH(int, second);
    ProblemContext around = context();
    around.server.security = ServerSettings::Security(security);
    around.server.port = quint16(port);
    around.recipients = recipients;
    const ProblemText words = ProblemWords::of(error, around);
    QCOMPARE(int(words.remedy), first);
    QCOMPARE(int(words.secondRemedy), second);
}

void TestProblemText::words_data()
{
    QTest::addColumn<SubmissionError>("error");
    QTest::addColumn<QStringList>("holds");

    const QString host = QStringLiteral("smtp.example.net");
    QTest::newRow("the host as typed") << error(Problem::HostNotFound) << QStringList{host};
    QTest::newRow("host and port") << error(Problem::ConnectionRefused)
                                   << QStringList{host, QStringLiteral("465")};
    QTest::newRow("the step of a time-out")
        << error(Problem::TimedOut, Stage::Authenticate) << QStringList{host, QStringLiteral("Signing in")};
    SubmissionError untrusted = error(Problem::CertificateUntrusted);
    untrusted.certificate = someCertificate();
    QTest::newRow("the issuer, which may be the antivirus")
        << untrusted << QStringList{QStringLiteral("Antivirus Root")};
    SubmissionError wrong = error(Problem::WrongPassword);
    wrong.reply = Reply{535, {}, {"no"}};
    QTest::newRow("user name and Caps Lock")
        << wrong << QStringList{QStringLiteral("alice.login"), QStringLiteral("Caps Lock")};
    QTest::newRow("address and login side by side")
        << error(Problem::SenderRefused)
        << QStringList{QStringLiteral("alice@example.org"), QStringLiteral("alice.login")};
    SubmissionError mechanisms = error(Problem::NoCommonMechanism);
    mechanisms.detail = QStringLiteral("NTLM, GSSAPI");
    QTest::newRow("what the server offers") << mechanisms << QStringList{QStringLiteral("NTLM, GSSAPI")};
    SubmissionError large = error(Problem::LetterTooLarge);
    large.limit = 25000000;
    QTest::newRow("the limit") << large
                               << QStringList{QLocale().toString(25.0, 'f', 1) + QStringLiteral(" MB")};
    SubmissionError utf8 = error(Problem::SmtpUtf8Needed);
    utf8.detail = QStringLiteral("jürgen@example.org");
    QTest::newRow("the address that needs SMTPUTF8") << utf8 << QStringList{utf8.detail};
    SubmissionError gone = error(Problem::LetterUnreadable);
    gone.detail = QStringLiteral("/tmp/report.pdf");
    QTest::newRow("the file") << gone << QStringList{gone.detail};
    QTest::newRow("8-bit letters") << error(Problem::EightBitMimeNeeded)
                                   << QStringList{QStringLiteral("seven bits"), QStringLiteral("another")};
    SubmissionError proxy = error(Problem::Temporary);
    proxy.reply = Reply{451, {}, {"4.7.0 Temporary server error. PRX4"}};
    QTest::newRow("the wrong server for years")
        << proxy << QStringList{QStringLiteral("wrong one for this account")};
    SubmissionError refused = error(Problem::RecipientsRefused);
    for (int i = 0; i < 5; ++i)
        refused.refused.append({QStringLiteral("r%1@example.org").arg(i), {550, {}, {"no"}}});
    QTest::newRow("the first refused")
        << refused << QStringList{QStringLiteral("r0@example.org"), QStringLiteral("…")};
}

void TestProblemText::words()
{
    QFETCH(SubmissionError, error);
    QFETCH(QStringList, holds);
    const ProblemText words = ProblemWords::of(error, context());
    for (const QString &part : holds)
        QVERIFY2(words.sentence.contains(part), qPrintable(words.sentence));
}

/// Why there is no password decides what helps: at Send the words are those of the keychain's own failure.
void TestProblemText::keychainAtSend_data()
{
    QTest::addColumn<SecretError::Kind>("kind");
    QTest::newRow("none stored") << SecretError::Kind::NotFound;
    QTest::newRow("no keychain") << SecretError::Kind::NoKeychain;
    QTest::newRow("locked") << SecretError::Kind::Locked;
    QTest::newRow("denied") << SecretError::Kind::Denied;
    QTest::newRow("too long") << SecretError::Kind::TooLong;
    QTest::newRow("another failure") << SecretError::Kind::Other;
}

void TestProblemText::keychainAtSend()
{
    QFETCH(SecretError::Kind, kind);
    SubmissionError unavailable = error(Problem::SecretUnavailable, Stage::Preparing);
    unavailable.detail = QStringLiteral("D-Bus says no");
    const ProblemText general = ProblemWords::of(unavailable, context());
    unavailable.secret = kind;
    const ProblemText words = ProblemWords::of(unavailable, context());
    checkWords(words);
    const ProblemText wanted = ProblemWords::of(SecretError{kind, unavailable.detail});
    QCOMPARE(words.title, wanted.title);
    QCOMPARE(words.sentence, wanted.sentence);
    QCOMPARE(words.serverWords, unavailable.detail);
    QCOMPARE(words.remedy, wanted.remedy);
    QCOMPARE(words.secondRemedy, wanted.secondRemedy);
    QVERIFY(words.sentence != general.sentence);
}

/// What is known of a failure beside its class changes what is said of it.
void TestProblemText::moreIsTold_data()
{
    QTest::addColumn<SubmissionError>("plain");
    QTest::addColumn<SubmissionError>("known");
    const auto doubtful = [](Problem how) {
        SubmissionError lost = error(Problem::MayHaveBeenSent, Stage::FinalDot);
        lost.doubt = how;
        return lost;
    };
    const SubmissionError lost = doubtful(Problem::ConnectionLost);
    QTest::newRow("silence after the dot") << lost << doubtful(Problem::TimedOut);
    QTest::newRow("no answer after the dot") << lost << doubtful(Problem::ProtocolViolation);
    QTest::newRow("ended after the dot") << lost << doubtful(Problem::Cancelled);
    SubmissionError asked = error(Problem::AuthenticationRequired);
    asked.signedIn = true;
    QTest::newRow("signed in already") << error(Problem::AuthenticationRequired) << asked;
    SubmissionError large = error(Problem::LetterTooLarge);
    large.limit = 25'000'000;
    SubmissionError measured = large;
    measured.size = 31'000'000;
    QTest::newRow("the letter's size") << large << measured;
}

void TestProblemText::moreIsTold()
{
    QFETCH(SubmissionError, plain);
    QFETCH(SubmissionError, known);
    const ProblemText words = ProblemWords::of(known, context());
    checkWords(words);
    QVERIFY(words.sentence != ProblemWords::of(plain, context()).sentence);
}

void TestProblemText::serverWords()
{
    SubmissionError refused = error(Problem::RecipientsRefused, Stage::Recipients);
    const Reply unknown{550, EnhancedStatus{5, 1, 1}, {"5.1.1 unknown"}};
    refused.reply = unknown;
    refused.refused = {{QStringLiteral("bob@example.org"), unknown},
                       {QStringLiteral("carol@example.org"), {552, {}, {"full"}}}};
    QCOMPARE(ProblemWords::of(refused).serverWords,
             QStringLiteral("bob@example.org: 550 5.1.1 unknown\ncarol@example.org: 552 full"));

    SubmissionError content = error(Problem::ContentRefused, Stage::FinalDot);
    content.reply = Reply{554, {}, {"spam", "see there"}};
    QCOMPARE(ProblemWords::of(content).serverWords, QStringLiteral("554 spam\nsee there"));
    content.refused = {{QStringLiteral("bob@example.org"), unknown}};
    QCOMPARE(ProblemWords::of(content).serverWords,
             QStringLiteral("554 spam\nsee there\nbob@example.org: 550 5.1.1 unknown"));

    SubmissionError tls = error(Problem::TlsFailed, Stage::Encrypt);
    tls.detail = QStringLiteral("sslv3 alert handshake failure");
    QCOMPARE(ProblemWords::of(tls).serverWords, tls.detail);
    QVERIFY(ProblemWords::of(content).quoted);
    QVERIFY2(!ProblemWords::of(tls).quoted, "no server's words, but the library's");
    QVERIFY(ProblemWords::of(error(Problem::Offline)).serverWords.isEmpty());
}

/// A sign-in page of the network answers in the mail server's place: its page is a button away.
void TestProblemText::portal_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<bool>("web");
    QTest::newRow("a redirection") << QStringLiteral("HTTP/1.1 302 Found") << true;
    QTest::newRow("a page") << QStringLiteral("<!DOCTYPE html><HTML lang=en>") << true;
    QTest::newRow("another service") << QStringLiteral("+OK POP3 ready") << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestProblemText::portal()
{
    QFETCH(QString, said);
    QFETCH(bool, web);
    SubmissionError strange = error(Problem::NotSmtp, Stage::Greeting);
    strange.detail = said;
    const ProblemText words = ProblemWords::of(strange, context());
    QCOMPARE(words.remedy, web ? Remedy::OpenHelpLink : Remedy::TryAgain);
    QCOMPARE(words.secondRemedy, web ? Remedy::TryAgain : Remedy::EditServer);
    QCOMPARE(words.link, web ? QUrl(QStringLiteral("http://%1/").arg(context().server.host)) : QUrl());
}

void TestProblemText::nearestHost()
{
    ProblemContext around = context();
    QVERIFY(!ProblemWords::of(error(Problem::HostNotFound), around).sentence.contains(u"Did you mean"));
    around.nearestHost = QStringLiteral("smtp.gmail.com");
    QVERIFY(ProblemWords::of(error(Problem::HostNotFound), around)
                .sentence.contains(u"“\u2068smtp.gmail.com\u2069”") ||
            ProblemWords::of(error(Problem::HostNotFound), around).sentence.contains(u"“smtp.gmail.com”"));
    around.tried = {{around.server, {}}, {{}, {}}};
    QVERIFY(ProblemWords::of(error(Problem::HostNotFound), around).sentence.contains(u"smtp.gmail.com"));
}

void TestProblemText::largestAttachments()
{
    SubmissionError large = error(Problem::LetterTooLarge);
    ProblemContext around = context();
    around.attachments = {{QStringLiteral("plan.pdf"), 30'000'000}};
    QVERIFY2(!ProblemWords::of(large, around).sentence.contains(u"plan.pdf"), "there is no choice");
    around.attachments += {{QStringLiteral("a.txt"), 10},
                           {QStringLiteral("film.mp4"), 90'000'000},
                           {QStringLiteral("c.png"), 2'000'000}};
    const QString sentence = ProblemWords::of(large, around).sentence;
    const qsizetype film = sentence.indexOf(u"film.mp4");
    const qsizetype plan = sentence.indexOf(u"plan.pdf");
    const qsizetype picture = sentence.indexOf(u"c.png");
    QVERIFY(film > 0 && film < plan && plan < picture);
    QVERIFY(!sentence.contains(u"a.txt"));
}

void TestProblemText::serverWordsAreHarmless()
{
    SubmissionError hostile = error(Problem::NotSmtp, Stage::Greeting);
    hostile.detail = QStringLiteral("HTTP/1.1 302\r\n\x1B[31mred\u202Eevil");
    QCOMPARE(ProblemWords::of(hostile).serverWords, QStringLiteral("HTTP/1.1 302\nredevil"));

    ProblemContext around = context();
    around.server.host = QStringLiteral("a\u202Eb");
    QVERIFY(!ProblemWords::of(error(Problem::HostNotFound), around).sentence.contains(QChar(0x202E)));
    // Percent signs of others are no places for our own words.
    around.server.host = QStringLiteral("%2");
    QVERIFY(ProblemWords::of(error(Problem::ConnectionRefused), around).sentence.contains(u"%2"));
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
    hostile.subject = QStringLiteral("a\nMade by: Somebody Trusted\u202E");
    const QString shown = ProblemWords::certificateDetails(hostile);
    QVERIFY(!shown.contains(QChar(0x202E)));
    QCOMPARE(shown.count(u'\n'), 4); // a name cannot forge a line
}

QTEST_MAIN(TestProblemText)
#include "tst_problemtext.moc"
