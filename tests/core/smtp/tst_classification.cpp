// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/ReplyParser.h"
#include "core/smtp/SubmissionError.h"

#include <QSet>
#include <QTest>

using namespace pennypost;

class TestClassification : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classifies_data();
    void classifies();
    void everyStageAndCodeHasAClass();
    void retry_data();
    void retry();
    void whoseWords_data();
    void whoseWords();
    void everyValueHasItsName();
};

namespace {

struct Row
{
    Stage stage;
    const char *reply; ///< as on the wire, lines parted by '|'
    Problem problem;
};

// Each row is an answer of a real server, or the words of the RFC that defines it.
const Row rows[] = {
    {Stage::Greeting, "421 4.3.2 too busy", Problem::Temporary},
    {Stage::Greeting, "450 later", Problem::Temporary},
    {Stage::Greeting, "554 5.7.1 no service for your network", Problem::ServerRefusesUs},
    {Stage::Greeting, "521 no mail here", Problem::ServerRefusesUs},
    {Stage::Hello, "504 5.5.2 need fully-qualified hostname", Problem::Refused},
    {Stage::Hello, "550 go away", Problem::ServerRefusesUs},
    {Stage::Hello, "421 busy", Problem::Temporary},
    {Stage::Hello, "500 what", Problem::Refused},
    {Stage::Hello, "502 not implemented", Problem::Refused},
    {Stage::Hello, "501 5.7.1 blocked using lists.example", Problem::ServerRefusesUs},
    {Stage::Hello, "554 5.7.1 your network is on a blocklist", Problem::ServerRefusesUs},
    {Stage::Greeting, "504 no", Problem::ServerRefusesUs},

    {Stage::Authenticate, "535 5.7.8 Error: authentication failed", Problem::WrongPassword},
    {Stage::Authenticate,
     "535-5.7.8 Username and Password not accepted. For more|535 5.7.8 ... BadCredentials",
     Problem::WrongPassword},
    {Stage::Authenticate, "535 Incorrect authentication data", Problem::WrongPassword},
    {Stage::Authenticate, "535 5.7.3 Authentication unsuccessful", Problem::WrongPassword},
    {Stage::Authenticate, "526 Authentication failure", Problem::WrongPassword},
    {Stage::Authenticate, "550 5.7.8 no", Problem::WrongPassword},
    {Stage::Authenticate, "432 4.7.12 A password transition is needed", Problem::PasswordChangeNeeded},
    {Stage::Authenticate, "432 A password transition is needed", Problem::PasswordChangeNeeded},
    {Stage::Authenticate, "422 4.7.12 A password transition is needed", Problem::PasswordChangeNeeded},
    {Stage::Authenticate, "535 5.7.12 A password transition is needed", Problem::PasswordChangeNeeded},
    {Stage::Authenticate, "535 5.7.8 Your password has expired", Problem::PasswordChangeNeeded},
    {Stage::Authenticate, "432 4.3.2 Concurrent connections limit exceeded", Problem::Temporary},
    {Stage::Authenticate, "534-5.7.9 Application-specific password required. For more|534 5.7.9 information",
     Problem::AppPasswordNeeded},
    {Stage::Authenticate, "534 5.7.9 Please log in via your web browser", Problem::AppPasswordNeeded},
    {Stage::Authenticate, "534-5.7.14 Please log in via your web|534 5.7.14 browser and then try again",
     Problem::AppPasswordNeeded},
    {Stage::Authenticate, "534 5.7.9 Authentication mechanism is too weak", Problem::MechanismRefused},
    {Stage::Authenticate, "534 5.7.9 Mechanism weaker than policy permits", Problem::MechanismRefused},
    {Stage::Authenticate, "535 5.7.8 use an app-specific password", Problem::AppPasswordNeeded},
    {Stage::Authenticate, "535 Login Fail. Please enter your authorization code to login.",
     Problem::AppPasswordNeeded},
    {Stage::Authenticate,
     "535 \xE8\xAF\xB7\xE4\xBD\xBF\xE7\x94\xA8\xE6\x8E\x88\xE6\x9D\x83\xE7\xA0\x81\xE7\x99\xBB",
     Problem::AppPasswordNeeded},
    {Stage::Authenticate, "535 \xC7\xEB\xCA\xB9\xD3\xC3\xCA\xDA\xC8\xA8\xC2\xEB\xB5\xC7\xC2\xBC",
     Problem::AppPasswordNeeded},
    {Stage::Authenticate, "535 5.7.139 Authentication unsuccessful, basic authentication is disabled.",
     Problem::PasswordsDisabled},
    {Stage::Authenticate, "535 5.7.3 SmtpClientAuthentication is disabled for the Tenant",
     Problem::PasswordsDisabled},
    {Stage::Authenticate, "535 5.7.57 Client not authenticated to send mail.", Problem::PasswordsDisabled},
    {Stage::Authenticate, "550 User has no permission", Problem::PasswordsDisabled},
    {Stage::Authenticate, "504 5.5.4 Unrecognized authentication type", Problem::MechanismRefused},
    {Stage::Authenticate, "501 5.5.2 cannot decode", Problem::MechanismRefused},
    {Stage::Authenticate, "502 not implemented", Problem::MechanismRefused},
    {Stage::Authenticate, "534 mechanism refused", Problem::MechanismRefused},
    {Stage::Authenticate, "538 5.7.0 needs encryption", Problem::MechanismRefused},
    {Stage::Authenticate, "538 5.7.11 Encryption required for requested authentication mechanism",
     Problem::MechanismRefused},
    {Stage::Authenticate, "538 Encryption required for requested authentication mechanism",
     Problem::MechanismRefused},
    {Stage::Authenticate, "524 5.7.11 encryption required for this mechanism", Problem::MechanismRefused},
    {Stage::Authenticate, "530 5.7.0 Must issue a STARTTLS command first", Problem::EncryptionRequired},
    {Stage::Authenticate, "523 5.7.10 Encryption Needed", Problem::EncryptionRequired},
    {Stage::Authenticate, "530 5.7.0 sign in", Problem::MechanismRefused},
    {Stage::Authenticate, "454 4.7.0 Temporary authentication failure", Problem::AuthenticationDelayed},
    {Stage::Authenticate, "454 Temporary authentication failure", Problem::AuthenticationDelayed},
    {Stage::Authenticate, "421 4.7.0 Too many login attempts", Problem::AuthenticationDelayed},
    {Stage::Authenticate, "535 5.7.0 (#AUTH005) Too many bad auth attempts.", Problem::AuthenticationDelayed},
    {Stage::Authenticate, "451 4.7.0 Temporary server error. Please try again later. PRX4",
     Problem::Temporary},
    {Stage::Authenticate, "421 closing", Problem::Temporary},
    {Stage::Authenticate, "525 5.7.13 User account disabled", Problem::Refused},

    {Stage::MailFrom, "530 5.7.0 Authentication required", Problem::AuthenticationRequired},
    {Stage::MailFrom, "530 5.7.57 Client was not authenticated", Problem::AuthenticationRequired},
    {Stage::MailFrom, "550 5.7.1 Authentication Required", Problem::AuthenticationRequired},
    {Stage::MailFrom, "503 5.5.4 Error: send AUTH command first", Problem::AuthenticationRequired},
    {Stage::MailFrom, "553 authentication is required,smtp1", Problem::AuthenticationRequired},
    {Stage::MailFrom, "530 5.7.0 Must issue a STARTTLS command first", Problem::EncryptionRequired},
    {Stage::MailFrom, "523 5.7.10 Encryption Needed", Problem::EncryptionRequired},
    {Stage::MailFrom, "501 mail from address must be same as authorization user", Problem::SenderRefused},
    {Stage::MailFrom, "501 5.1.7 Bad sender address syntax", Problem::SenderRefused},
    {Stage::MailFrom, "501 5.5.4 Invalid arguments", Problem::Refused},
    {Stage::MailFrom, "553 5.7.1 Sender address rejected: not owned by auth user.", Problem::SenderRefused},
    {Stage::MailFrom, "550 5.7.60 SMTP; Client does not have permissions to send as this sender",
     Problem::SenderRefused},
    {Stage::MailFrom, "554 Message rejected: Email address is not verified.", Problem::SenderRefused},
    {Stage::MailFrom, "550 5.1.8 Sender address rejected: Domain not found", Problem::SenderRefused},
    {Stage::MailFrom, "450 4.1.8 Sender address rejected: Domain not found", Problem::Temporary},
    {Stage::MailFrom, "451 4.7.1 Greylisting in action", Problem::Temporary},
    {Stage::MailFrom, "452 4.3.1 Insufficient system storage", Problem::Temporary},
    {Stage::MailFrom, "552 5.3.4 Message size exceeds fixed limit", Problem::LetterTooLarge},
    {Stage::MailFrom, "552 message size exceeds fixed maximum message size", Problem::LetterTooLarge},
    {Stage::MailFrom, "523 the message is too big", Problem::LetterTooLarge},
    {Stage::MailFrom, "550 5.4.5 Daily user sending limit exceeded.", Problem::QuotaReached},
    {Stage::MailFrom, "421 4.7.28 Gmail has detected an unusual rate of mail", Problem::QuotaReached},
    {Stage::MailFrom, "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.example",
     Problem::ServerRefusesUs},
    {Stage::MailFrom, "553 5.6.7 SMTPUTF8 not supported", Problem::SmtpUtf8Needed},
    {Stage::MailFrom, "555 5.5.4 8BITMIME not supported here", Problem::EightBitMimeNeeded},
    {Stage::MailFrom, "555 5.5.4 Unsupported option", Problem::Refused},
    {Stage::MailFrom, "421 closing", Problem::Temporary},

    {Stage::Recipients, "550 5.1.1 User unknown", Problem::RecipientsRefused},
    {Stage::Recipients, "550 5.1.1 <daily-relay@example.org>: no such user, see daily",
     Problem::RecipientsRefused},
    {Stage::Recipients, "550 <per-hour@starttls.example> daily-relay@example.org unknown",
     Problem::RecipientsRefused},
    {Stage::Recipients, "550 no such user", Problem::RecipientsRefused},
    {Stage::Recipients, "551 user not local", Problem::RecipientsRefused},
    {Stage::Recipients, "552 5.2.2 Mailbox full", Problem::RecipientsRefused},
    {Stage::Recipients, "553 5.1.3 bad address", Problem::RecipientsRefused},
    {Stage::Recipients, "501 5.1.3 bad address syntax", Problem::RecipientsRefused},
    {Stage::Recipients, "554 5.1.4 reserved domain", Problem::RecipientsRefused},
    {Stage::Recipients, "550 5.2.1 mailbox disabled", Problem::RecipientsRefused},
    {Stage::Recipients, "554 5.7.1 <a@b.example>: Recipient address rejected: Access denied",
     Problem::RecipientsRefused},
    {Stage::Recipients, "554 5.7.1 <a@b.example>: Relay access denied", Problem::RelayDenied},
    {Stage::Recipients, "550 relaying denied", Problem::RelayDenied},
    {Stage::Recipients, "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain",
     Problem::RelayDenied},
    {Stage::Recipients, "550 5.7.1 no", Problem::RelayDenied},
    {Stage::Recipients, "553 5.7.1 <a@b.example>: Sender address rejected: not owned by user c",
     Problem::SenderRefused},
    {Stage::Recipients, "504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname",
     Problem::ServerRefusesUs},
    {Stage::Recipients, "452 4.5.3 Too many recipients", Problem::TooManyRecipients},
    {Stage::Recipients, "452 too many", Problem::TooManyRecipients},
    {Stage::Recipients, "550 5.5.3 Too many recipients", Problem::TooManyRecipients},
    {Stage::Recipients, "451 4.3.0 Multiple destination domains per transaction is unsupported.",
     Problem::TooManyRecipients},
    {Stage::Recipients, "452 4.2.2 mailbox full", Problem::Temporary},
    {Stage::Recipients, "450 4.2.0 Greylisted", Problem::Temporary},
    {Stage::Recipients, "450 4.2.1 receiving mail at a rate that", Problem::Temporary},
    {Stage::Recipients, "550 5.7.1 sending quota exceeded", Problem::QuotaReached},
    {Stage::Recipients, "530 5.7.1 Authentication required", Problem::AuthenticationRequired},
    {Stage::Recipients, "553 5.6.7 needs SMTPUTF8", Problem::SmtpUtf8Needed},
    {Stage::Recipients, "503 5.5.1 need MAIL first", Problem::Refused},

    {Stage::Data, "451 try later", Problem::Temporary},
    {Stage::Data, "503 5.5.1 no valid recipients", Problem::Refused},
    {Stage::Data, "554 5.5.1 no valid recipients", Problem::Refused},
    {Stage::Data, "552 5.3.4 too big", Problem::LetterTooLarge},
    {Stage::Data, "552 no room for that", Problem::LetterTooLarge},

    {Stage::Body, "552 5.3.4 too big", Problem::LetterTooLarge},
    {Stage::FinalDot, "552 5.2.3 Message length exceeds administrative limit", Problem::LetterTooLarge},
    {Stage::FinalDot,
     "552-5.7.0 This message was blocked because its content presents|552 5.7.0 a potential issue",
     Problem::ContentRefused},
    {Stage::FinalDot, "550 5.7.1 policy", Problem::ContentRefused},
    {Stage::FinalDot, "554 rejected as spam, see http://a.example", Problem::ContentRefused},
    {Stage::FinalDot, "550 virus found", Problem::ContentRefused},
    {Stage::FinalDot, "554 Transaction failed", Problem::Refused},
    {Stage::FinalDot, "550 5.6.0 bad header", Problem::Malformed},
    {Stage::FinalDot, "554 5.6.1 Body type not supported", Problem::Malformed},
    {Stage::FinalDot, "554 5.6.3 Cannot send 8-bit data to 7-bit destination", Problem::EightBitMimeNeeded},
    {Stage::FinalDot, "550 5.6.3 Message exceeds the attachment limit", Problem::Malformed},
    {Stage::FinalDot, "554 5.6.9 UTF-8 header message cannot be transferred", Problem::SmtpUtf8Needed},
    {Stage::FinalDot, "550 5.7.60 Client does not have permissions to send as this sender",
     Problem::SenderRefused},
    {Stage::FinalDot,
     "554 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied",
     Problem::SenderRefused},
    {Stage::FinalDot, "554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException",
     Problem::QuotaReached},
    {Stage::FinalDot, "550 5.4.5 limit", Problem::QuotaReached},
    {Stage::FinalDot, "550 5.7.1 Message rejected: this daily newsletter looks like spam",
     Problem::ContentRefused},
    {Stage::FinalDot, "552 Message size exceeds the message limit", Problem::LetterTooLarge},
    {Stage::FinalDot, "432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded", Problem::Temporary},
    {Stage::FinalDot, "451 4.3.0 queue file write error", Problem::Temporary},
    {Stage::FinalDot, "421 timeout", Problem::Temporary},
    {Stage::FinalDot, "550 5.1.1 no such user here", Problem::RecipientsRefused},

    {Stage::MailFrom, "250 fine", Problem::ProtocolViolation},
    {Stage::Data, "354 go", Problem::ProtocolViolation},
    {Stage::Hello, "150 what", Problem::ProtocolViolation},
};

} // namespace

void TestClassification::classifies_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const Row &row : rows) {
        QTest::addRow("%s %s", qPrintable(nameOf(row.stage)),
                      QByteArray(row.reply).toPercentEncoding(" .:;,").data())
            << index++;
    }
}

void TestClassification::classifies()
{
    QFETCH(int, index);
    const Row &row = rows[index];
    ReplyParser parser;
    parser.feed(QByteArray(row.reply).append('|').replace("|", "\r\n"));
    const auto reply = parser.next();
    QVERIFY(reply);
    QCOMPARE(nameOf(classify(row.stage, *reply)), nameOf(row.problem));
}

void TestClassification::everyStageAndCodeHasAClass()
{
    for (int stage = 0; stage <= int(Stage::Done); ++stage) {
        for (int code = 400; code < 600; ++code) {
            const Problem problem = classify(Stage(stage), {code, std::nullopt, {"no"}});
            QVERIFY(problem != Problem::ProtocolViolation);
            SubmissionError error;
            error.problem = problem;
            error.stage = Stage(stage);
            // A refusal that may pass must never be told as one that will not, and the reverse.
            if (code < 500 && code != 432 && problem != Problem::TooManyRecipients)
                QCOMPARE(retryOf(error), RetryAdvice::Later);
            if (code >= 500)
                QCOMPARE(retryOf(error), RetryAdvice::Never);
        }
    }
}

void TestClassification::retry_data()
{
    QTest::addColumn<Problem>("problem");
    QTest::addColumn<RetryAdvice>("advice");
    const QSet<QString> later = {
        QStringLiteral("Offline"),
        QStringLiteral("ConnectionRefused"),
        QStringLiteral("TimedOut"),
        QStringLiteral("NotSmtp"),
        QStringLiteral("AuthenticationDelayed"),
        QStringLiteral("ConnectionLost"),
        QStringLiteral("ProxyUnreachable"),
        QStringLiteral("QuotaReached"),
        QStringLiteral("Temporary"),
    };
    for (int i = 0; i <= int(Problem::MayHaveBeenSent); ++i) {
        const QString name = nameOf(Problem(i));
        QTest::newRow(qPrintable(name)) << Problem(i)
                                        << (Problem(i) == Problem::MayHaveBeenSent ? RetryAdvice::Decide
                                            : later.contains(name)                 ? RetryAdvice::Later
                                                                                   : RetryAdvice::Never);
    }
}

void TestClassification::retry()
{
    QFETCH(Problem, problem);
    QFETCH(RetryAdvice, advice);
    SubmissionError error;
    error.problem = problem;
    QCOMPARE(retryOf(error), advice);

    error.reply = Reply{454, std::nullopt, {"TLS not available"}};
    if (problem == Problem::StartTlsRefused)
        QCOMPARE(retryOf(error), RetryAdvice::Later);
}

void TestClassification::whoseWords_data()
{
    QTest::addColumn<SubmissionError>("error");
    QTest::addColumn<bool>("saidToRecipient");
    QTest::addColumn<bool>("serversWord");

    const Reply unknown{550, EnhancedStatus{5, 1, 1}, {"no such user"}};
    const Reply spam{554, EnhancedStatus{5, 7, 1}, {"looks like spam"}};
    SubmissionError error;
    error.problem = Problem::RecipientsRefused;
    error.refused = {{QStringLiteral("a@example.net"), spam}, {QStringLiteral("b@example.net"), unknown}};
    error.reply = unknown;
    QTest::newRow("the reply to a recipient") << error << true << true;
    error.reply = Reply{450, std::nullopt, {"no such user"}};
    QTest::newRow("a reply to the letter beside those") << error << false << true;
    error.reply.reset();
    QTest::newRow("refused recipients alone") << error << false << true;

    SubmissionError alone;
    alone.problem = Problem::ContentRefused;
    alone.reply = spam;
    QTest::newRow("a reply") << alone << false << true;
    alone = {};
    alone.detail = QStringLiteral("HTTP/1.1 400 Bad Request");
    alone.problem = Problem::NotSmtp;
    QTest::newRow("a stranger on the port") << alone << false << true;
    alone.problem = Problem::MayHaveBeenSent;
    alone.doubt = Problem::ProtocolViolation;
    QTest::newRow("garbage after the dot") << alone << false << true;
    alone.doubt = Problem::ConnectionLost;
    QTest::newRow("a link lost after the dot") << alone << false << false;
    alone = {};
    alone.detail = QStringLiteral("wrong version number");
    alone.problem = Problem::TlsOnPlainPort;
    QTest::newRow("the TLS library") << alone << false << false;
    alone.problem = Problem::SecretUnavailable;
    QTest::newRow("the keychain") << alone << false << false;
}

void TestClassification::whoseWords()
{
    QFETCH(SubmissionError, error);
    QFETCH(bool, saidToRecipient);
    QFETCH(bool, serversWord);
    QCOMPARE(isSaidToRecipient(error), saidToRecipient);
    QCOMPARE(isServersWord(error), serversWord);
}

void TestClassification::everyValueHasItsName()
{
#define CHECK_PROBLEM(value) QCOMPARE(nameOf(Problem::value), QStringLiteral(#value))
    CHECK_PROBLEM(Offline);
    CHECK_PROBLEM(ConnectionLost);
    CHECK_PROBLEM(NotSmtp);
    CHECK_PROBLEM(TlsOnPlainPort);
    CHECK_PROBLEM(TlsTooOld);
    CHECK_PROBLEM(ProxyUnreachable);
    CHECK_PROBLEM(ProxyAuthenticationRequired);
    CHECK_PROBLEM(ProxyRefused);
    CHECK_PROBLEM(CertificateRevoked);
    CHECK_PROBLEM(CertificateWeak);
    CHECK_PROBLEM(ClientCertificateNeeded);
    CHECK_PROBLEM(CertificateNotPinned);
    CHECK_PROBLEM(StartTlsMissing);
    CHECK_PROBLEM(InjectedBeforeTls);
    CHECK_PROBLEM(NoCommonMechanism);
    CHECK_PROBLEM(WrongPassword);
    CHECK_PROBLEM(PasswordsDisabled);
    CHECK_PROBLEM(AuthenticationDelayed);
    CHECK_PROBLEM(RecipientsRefused);
    CHECK_PROBLEM(LetterTooLarge);
    CHECK_PROBLEM(SmtpUtf8Needed);
    CHECK_PROBLEM(EightBitMimeNeeded);
    CHECK_PROBLEM(ExtensionMissing);
    CHECK_PROBLEM(Refused);
    CHECK_PROBLEM(LetterUnreadable);
    CHECK_PROBLEM(MayHaveBeenSent);
#undef CHECK_PROBLEM
    QCOMPARE(nameOf(Stage::Preparing), QStringLiteral("Preparing"));
    QCOMPARE(nameOf(Stage::Authenticate), QStringLiteral("Authenticate"));
    QCOMPARE(nameOf(Stage::FinalDot), QStringLiteral("FinalDot"));
    QCOMPARE(nameOf(Stage::Done), QStringLiteral("Done"));

    QSet<QString> names;
    for (int i = 0; i <= int(Problem::MayHaveBeenSent); ++i)
        names.insert(nameOf(Problem(i)));
    QCOMPARE(names.size(), int(Problem::MayHaveBeenSent) + 1);
    for (int i = 0; i <= int(Stage::Done); ++i)
        names.insert(nameOf(Stage(i)));
    QCOMPARE(names.size(), int(Problem::MayHaveBeenSent) + int(Stage::Done) + 2);
    QVERIFY(!names.contains(QString()));
}

QTEST_GUILESS_MAIN(TestClassification)
#include "tst_classification.moc"
