// SPDX-License-Identifier: GPL-3.0-or-later
// The table of exit codes, row by row over every Problem, and what the terminal says of each.
#include "app/cli/CauseText.h"
#include "app/cli/ExitCodes.h"
#include "app/cli/FailureText.h"
#include "app/cli/LetterMaker.h"
#include "app/cli/ShownText.h"

#include <QSet>
#include <QTest>

using namespace pennypost;

namespace {

Reply reply(int code)
{
    Reply made;
    made.code = code;
    made.lines = {"words"};
    return made;
}

} // namespace

class TestExitCodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void problems_data();
    void problems();
    void everyProblemHasARowAndWords();
    void ownCertificates_data();
    void ownCertificates();
    void causes_data();
    void causes();
    void partialCause();
    void refusedSignIn();
    void helpHasEveryCode();
    void keychain_data();
    void keychain();
    void otherErrors();
    void contentIds_data();
    void contentIds();
    void shownTexts_data();
    void shownTexts();

private:
    struct Row
    {
        Problem problem;
        ExitCode code;
        ExitCode withTransientReply;
    };
    static QList<Row> rows();
};

QList<TestExitCodes::Row> TestExitCodes::rows()
{
    using P = Problem;
    using E = ExitCode;
    return {
        {P::Offline, E::TempFail, E::TempFail},
        {P::HostNotFound, E::NoHost, E::TempFail},
        {P::ConnectionRefused, E::Unavailable, E::TempFail},
        {P::TimedOut, E::TempFail, E::TempFail},
        {P::ConnectionLost, E::TempFail, E::TempFail},
        {P::NotSmtp, E::Protocol, E::TempFail},
        {P::ServerRefusesUs, E::Unavailable, E::TempFail},
        {P::TlsOnPlainPort, E::Protocol, E::TempFail},
        {P::PlainOnTlsPort, E::Protocol, E::TempFail},
        {P::TlsFailed, E::Protocol, E::TempFail},
        {P::TlsTooOld, E::Protocol, E::TempFail},
        {P::ProxyUnreachable, E::TempFail, E::TempFail},
        {P::ProxyAuthenticationRequired, E::NoPermission, E::TempFail},
        {P::ProxyRefused, E::Unavailable, E::TempFail},
        {P::CertificateUntrusted, E::Protocol, E::TempFail},
        {P::CertificateRevoked, E::Protocol, E::TempFail},
        {P::CertificateWeak, E::Protocol, E::TempFail},
        {P::ClientCertificateNeeded, E::NoPermission, E::TempFail},
        {P::ClientCertificateUnusable, E::Data, E::TempFail},
        {P::CertificateExpired, E::Protocol, E::TempFail},
        {P::CertificateWrongName, E::Protocol, E::TempFail},
        {P::CertificateNotPinned, E::Protocol, E::TempFail},
        {P::StartTlsMissing, E::Protocol, E::TempFail},
        {P::StartTlsRefused, E::Protocol, E::TempFail},
        {P::InjectedBeforeTls, E::Protocol, E::Protocol},
        {P::SecretUnavailable, E::NoPermission, E::TempFail},
        {P::PracticeServerFailed, E::Unavailable, E::TempFail},
        {P::NoCommonMechanism, E::NoPermission, E::TempFail},
        {P::EncryptionRequired, E::NoPermission, E::TempFail},
        {P::WrongPassword, E::NoPermission, E::NoPermission},
        {P::AppPasswordNeeded, E::NoPermission, E::NoPermission},
        {P::PasswordChangeNeeded, E::NoPermission, E::NoPermission},
        {P::PasswordsDisabled, E::NoPermission, E::NoPermission},
        {P::TokenRefused, E::NoPermission, E::TempFail},
        {P::MechanismRefused, E::NoPermission, E::NoPermission},
        {P::AuthenticationRequired, E::NoPermission, E::TempFail},
        {P::AuthenticationDelayed, E::TempFail, E::TempFail},
        {P::SenderRefused, E::NoPermission, E::TempFail},
        {P::RecipientsRefused, E::NoUser, E::NoUser},
        {P::RelayDenied, E::NoUser, E::TempFail},
        {P::TooManyRecipients, E::NoUser, E::NoUser},
        {P::LetterTooLarge, E::Data, E::Data},
        {P::QuotaReached, E::TempFail, E::TempFail},
        {P::ContentRefused, E::Data, E::TempFail},
        {P::SmtpUtf8Needed, E::Data, E::TempFail},
        {P::EightBitMimeNeeded, E::Data, E::TempFail},
        {P::ExtensionMissing, E::Unavailable, E::TempFail},
        {P::Malformed, E::Data, E::TempFail},
        {P::Temporary, E::TempFail, E::TempFail},
        {P::Refused, E::Unavailable, E::TempFail},
        {P::ProtocolViolation, E::Protocol, E::Protocol},
        {P::LetterUnreadable, E::NoInput, E::TempFail},
        {P::StoreFailed, E::IoError, E::TempFail},
        {P::Cancelled, E::TempFail, E::TempFail},
        {P::MayHaveBeenSent, E::Protocol, E::Protocol},
    };
}

void TestExitCodes::problems_data()
{
    QTest::addColumn<Problem>("problem");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("withTransientReply");
    for (const auto &row : rows())
        QTest::newRow(qPrintable(nameOf(row.problem)))
            << row.problem << int(row.code) << int(row.withTransientReply);
}

void TestExitCodes::problems()
{
    QFETCH(Problem, problem);
    QFETCH(int, code);
    QFETCH(int, withTransientReply);
    SubmissionError error;
    error.problem = problem;
    QCOMPARE(int(exitCodeOf(error)), code);
    error.reply = reply(550);
    QCOMPARE(int(exitCodeOf(error)), code);
    error.reply = reply(451);
    QCOMPARE(int(exitCodeOf(error)), withTransientReply);
    // Whatever the server says, a letter that may have been sent is never to be sent again unseen.
    if (problem == Problem::MayHaveBeenSent)
        QVERIFY(exitCodeOf(error) != ExitCode::TempFail);
    QCOMPARE(causeOf(error).count(u'\n'), 0);
}

void TestExitCodes::everyProblemHasARowAndWords()
{
    QSet<int> seen;
    QSet<QString> words;
    for (const auto &row : rows()) {
        seen.insert(int(row.problem));
        SubmissionError error;
        error.problem = row.problem;
        words.insert(causeOf(error));
        QVERIFY(!causeOf(error).isEmpty());
    }
    QCOMPARE(seen.size(), int(Problem::MayHaveBeenSent) + 1); // the enumeration's last
    QCOMPARE(words.size(), seen.size());
}

void TestExitCodes::ownCertificates_data()
{
    using Error = ClientCertificateError;
    QTest::addColumn<Error>("error");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, Error error, ExitCode code) {
        QTest::newRow(name) << error << int(code);
    };
    row("unreadable", Error::Unreadable, ExitCode::Data);
    row("pass phrase", Error::WrongPassPhrase, ExitCode::NoPermission);
    row("no key", Error::NoKey, ExitCode::Data);
    row("expired", Error::Expired, ExitCode::Data);
    row("weak", Error::Weak, ExitCode::Data);
    row("no file", Error::FileMissing, ExitCode::NoInput);
    row("a file that can't be read", Error::FileUnreadable, ExitCode::NoInput);
    row("no pass phrase", Error::PassPhraseUnavailable, ExitCode::NoPermission);
}

void TestExitCodes::ownCertificates()
{
    QFETCH(const ClientCertificateError, error);
    QFETCH(const int, code);
    SubmissionError unusable = clientCertificateUnusable(error, QStringLiteral("/alice.p12"));
    QCOMPARE(int(exitCodeOf(unusable)), code);
    QCOMPARE(causeOf(unusable), causeOf(error));
    QVERIFY(!causeOf(error).isEmpty());
    QCOMPARE(retryOf(unusable), RetryAdvice::Never);
    const CliError told = cliError(ClientCertificateFailure{error, {}}, QStringLiteral("/alice.p12"));
    QCOMPARE(int(told.code), code);
    QCOMPARE(told.problem, QStringLiteral("ClientCertificateUnusable"));
    QVERIFY(told.cause.endsWith(u": /alice.p12"));
    // The keychain's own reason counts where it was one.
    unusable.secret = SecretError::Kind::NoKeychain;
    QCOMPARE(int(exitCodeOf(unusable)), int(ExitCode::Unavailable));
    QVERIFY(causeOf(unusable).endsWith(u"use --pass-phrase-stdin"));
}

void TestExitCodes::causes_data()
{
    QTest::addColumn<SubmissionError>("error");
    QTest::addColumn<QString>("cause");
    const QString ask = QStringLiteral(": it may have been sent. Ask before sending again");
    const auto row = [](const char *title, Problem problem, const QString &cause, auto change) {
        SubmissionError error;
        error.problem = problem;
        change(error);
        QTest::newRow(title) << error << cause;
    };
    const QString large = QStringLiteral("the letter is too large for this server");
    row("both sizes", Problem::LetterTooLarge,
        large + QStringLiteral(": it has 5368709121 octets, the server's limit is 5368709120"),
        [](SubmissionError &e) {
            e.limit = 5368709120;
            e.size = 5368709121;
        });
    row("our size", Problem::LetterTooLarge, large + QStringLiteral(": it has 12 octets"),
        [](SubmissionError &e) { e.size = 12; });
    row("no size", Problem::LetterTooLarge, large, [](SubmissionError &) {});
    row("in doubt, lost", Problem::MayHaveBeenSent,
        QStringLiteral("the connection was lost after the whole letter") + ask, [](SubmissionError &e) {
            e.doubt = Problem::ConnectionLost;
            e.detail = QStringLiteral("reset");
        });
    row("in doubt, silence", Problem::MayHaveBeenSent,
        QStringLiteral("the server did not answer the whole letter in time") + ask,
        [](SubmissionError &e) { e.doubt = Problem::TimedOut; });
    row("in doubt, no reply", Problem::MayHaveBeenSent,
        QStringLiteral("the server answered the whole letter with something that is no reply to it") + ask,
        [](SubmissionError &e) {
            e.doubt = Problem::ProtocolViolation;
            e.detail = QStringLiteral("<html>\noops");
        });
    row("no sign-in", Problem::AuthenticationRequired,
        QStringLiteral("the server wants a sign-in: the account has none"), [](SubmissionError &) {});
    row("encryption, our own rule", Problem::EncryptionRequired,
        QStringLiteral("a password is not sent over a connection in clear"), [](SubmissionError &) {});
    row("encryption, the server's", Problem::EncryptionRequired,
        QStringLiteral("the server asks for an encrypted connection"),
        [](SubmissionError &e) { e.reply = reply(530); });
    row("the proxy's password", Problem::ProxyAuthenticationRequired,
        QStringLiteral("the proxy's password is not to be had: the keychain is locked"),
        [](SubmissionError &e) { e.secret = SecretError::Kind::Locked; });
    row("the pass phrase", Problem::ClientCertificateUnusable,
        QStringLiteral("the client certificate's pass phrase is not to be had: no keychain runs in this "
                       "session: use --pass-phrase-stdin"),
        [](SubmissionError &e) {
            e.ownCertificate = ClientCertificateError::PassPhraseUnavailable;
            e.secret = SecretError::Kind::NoKeychain;
        });
    row("signed in", Problem::AuthenticationRequired,
        QStringLiteral("the server still wants a sign-in, though it took ours: it may not be the server for "
                       "this account, or sending is switched off there"),
        [](SubmissionError &e) { e.signedIn = true; });
}

void TestExitCodes::causes()
{
    QFETCH(const SubmissionError, error);
    QFETCH(const QString, cause);
    QCOMPARE(causeOf(error), cause);
}

void TestExitCodes::partialCause()
{
    Receipt receipt;
    receipt.accepted = {QStringLiteral("a@b.example"), QStringLiteral("c@b.example")};
    QVERIFY(causeOf(receipt).isEmpty());
    receipt.refused.append({QStringLiteral("d@b.example"), reply(550)});
    QCOMPARE(causeOf(receipt), QStringLiteral("the letter was accepted, but not for 1 of its 3 recipients"));
}

void TestExitCodes::refusedSignIn()
{
    SubmissionError error;
    error.stage = Stage::Authenticate;
    error.reply = reply(525);
    error.problem = classify(error.stage, *error.reply);
    QCOMPARE(exitCodeOf(error), ExitCode::NoPermission);
    error.stage = Stage::Data;
    QCOMPARE(exitCodeOf(error), ExitCode::Unavailable);
    error.stage = Stage::Authenticate;
    error.reply = reply(454);
    error.problem = classify(error.stage, *error.reply);
    QCOMPARE(exitCodeOf(error), ExitCode::TempFail);
}

void TestExitCodes::helpHasEveryCode()
{
    QSet<int> documented;
    for (const auto &row : exitCodeTable()) {
        documented.insert(int(row.code));
        QVERIFY(!row.meaning.isEmpty());
    }
    for (const auto &row : rows()) {
        QVERIFY(documented.contains(int(row.code)));
        QVERIFY(documented.contains(int(row.withTransientReply)));
    }
}

void TestExitCodes::keychain_data()
{
    using Kind = SecretError::Kind;
    QTest::addColumn<SecretError::Kind>("kind");
    QTest::addColumn<ExitCode>("code");
    QTest::newRow("none stored") << Kind::NotFound << ExitCode::NoPermission;
    QTest::newRow("no keychain") << Kind::NoKeychain << ExitCode::Unavailable;
    QTest::newRow("locked") << Kind::Locked << ExitCode::NoPermission;
    QTest::newRow("denied") << Kind::Denied << ExitCode::NoPermission;
    QTest::newRow("too long") << Kind::TooLong << ExitCode::Unavailable;
    QTest::newRow("other") << Kind::Other << ExitCode::Unavailable;
}

/// `send` and `account test` ask the same keychain and say the same of it.
void TestExitCodes::keychain()
{
    QFETCH(SecretError::Kind, kind);
    QFETCH(ExitCode, code);
    const CliError tested = cliError(SecretError{kind, QStringLiteral("words")});
    SubmissionError sent;
    sent.problem = Problem::SecretUnavailable;
    sent.secret = kind;
    QCOMPARE(tested.code, code);
    QCOMPARE(exitCodeOf(sent), code);
    QCOMPARE(tested.problem, nameOf(sent.problem));
    QCOMPARE(causeOf(sent), tested.cause);
    sent.detail = tested.detail;
    QCOMPARE(causeOf(sent), tested.cause);
    QCOMPARE(failureLines(sent, causeOf(sent)), QStringList({tested.cause, QStringLiteral("words")}));
}

void TestExitCodes::otherErrors()
{
    QCOMPARE(exitCodeOf(MimeError{MimeError::Kind::FileMissing, {}, {}}), ExitCode::NoInput);
    QCOMPARE(exitCodeOf(MimeError{MimeError::Kind::FileUnreadable, {}, {}}), ExitCode::NoInput);
    QCOMPARE(exitCodeOf(MimeError{MimeError::Kind::FileChanged, {}, {}}), ExitCode::Data);
    QCOMPARE(exitCodeOf(MimeError{MimeError::Kind::BadHeader, {}, {}}), ExitCode::Data);
    QCOMPARE(exitCodeOf(MimeError{MimeError::Kind::NoHeader, {}, {}}), ExitCode::Data);
    QCOMPARE(exitCodeOf(MimeError{MimeError::Kind::HeaderNotUtf8, {}, {}}), ExitCode::Data);
    QCOMPARE(exitCodeOf(SecretError{SecretError::Kind::NoKeychain, {}}), ExitCode::Unavailable);
    QCOMPARE(exitCodeOf(SecretError{SecretError::Kind::Locked, {}}), ExitCode::NoPermission);
    QCOMPARE(exitCodeOf(SecretError{SecretError::Kind::NotFound, {}}), ExitCode::NoPermission);
    QCOMPARE(exitCodeOf(AccountStoreError{AccountStoreError::Kind::UnknownId, {}}), ExitCode::Config);
    QCOMPARE(exitCodeOf(AccountStoreError{AccountStoreError::Kind::DuplicateId, {}}), ExitCode::CantCreate);
    QCOMPARE(exitCodeOf(AccountStoreError{AccountStoreError::Kind::Damaged, {}}), ExitCode::Config);
    QCOMPARE(exitCodeOf(AccountStoreError{AccountStoreError::Kind::TooNew, {}}), ExitCode::Config);
    QCOMPARE(exitCodeOf(AccountStoreError{AccountStoreError::Kind::InvalidId, {}}), ExitCode::Usage);
    QCOMPARE(exitCodeOf(AccountStoreError{AccountStoreError::Kind::InvalidValue, {}}), ExitCode::Data);
    QCOMPARE(exitCodeOf(AccountStoreError{AccountStoreError::Kind::CannotRead, {}}), ExitCode::IoError);
    QCOMPARE(exitCodeOf(AccountStoreError{AccountStoreError::Kind::CannotWrite, {}}), ExitCode::CantCreate);
    QCOMPARE(exitCodeOf(AccountStoreError{AccountStoreError::Kind::Busy, {}}), ExitCode::TempFail);
}

void TestExitCodes::contentIds_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("plain") << QStringLiteral("logo.png") << QByteArray("logo.png");
    QTest::newRow("path") << QStringLiteral("a/b/logo.png") << QByteArray("logo.png");
    QTest::newRow("blanks and brackets")
        << QStringLiteral("my logo <1>.png") << QByteArray("my-logo--1-.png");
    QTest::newRow("not ASCII") << QStringLiteral("bild-\u00e4.png") << QByteArray("bild--.png");
}

void TestExitCodes::contentIds()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, id);
    QCOMPARE(contentIdFor(name), id);
}

void TestExitCodes::shownTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("plain") << QByteArray("a\t~") << QByteArray("a\t~");
    QTest::newRow("letters") << QByteArray("\xc3\xa4\xe2\x82\xac\xf0\x9f\x93\xac")
                             << QByteArray("\xc3\xa4\xe2\x82\xac\xf0\x9f\x93\xac");
    QTest::newRow("C0") << QByteArray("\x1b[31m\0\x7f", 7) << QByteArray("\\x1b[31m\\x00\\x7f");
    QTest::newRow("C1") << QByteArray("\xc2\x9b") << QByteArray("\\xc2\\x9b");
    QTest::newRow("C1 alone") << QByteArray("\x9b"
                                            "1m")
                              << QByteArray("\\x9b"
                                            "1m");
    QTest::newRow("override") << QByteArray("\xe2\x80\xae") << QByteArray("\\xe2\\x80\\xae");
    QTest::newRow("isolate") << QByteArray("\xe2\x81\xa6") << QByteArray("\\xe2\\x81\\xa6");
    QTest::newRow("no width") << QByteArray("\xe2\x80\x8b") << QByteArray("\\xe2\\x80\\x8b");
    QTest::newRow("a tag") << QByteArray("\xf3\xa0\x80\xa0") << QByteArray("\\xf3\\xa0\\x80\\xa0");
    QTest::newRow("a joiner") << QByteArray("\xe2\x80\x8d") << QByteArray("\xe2\x80\x8d");
    QTest::newRow("cut off") << QByteArray("a\xe2\x80") << QByteArray("a\\xe2\\x80");
    QTest::newRow("Latin-1") << QByteArray("\xe9t\xe9") << QByteArray("\\xe9t\\xe9");
}

void TestExitCodes::shownTexts()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, shown);
    QCOMPARE(shownText(text), shown);
}

QTEST_APPLESS_MAIN(TestExitCodes)
#include "tst_exitcodes.moc"
