// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/ProblemSamples.h"
#include "tests/ui/common/WordsCheck.h"

#include <QTest>

using namespace pennypost;

/// What can go wrong while signing in: what is said of it, and which remedy is offered where.
class TestSignInProblemText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remedies_data();
    void remedies();
    void words_data();
    void words();
    void keychainAtSend_data();
    void keychainAtSend();
};

void TestSignInProblemText::remedies_data()
{
    addRemedyColumns();
    addRemedyRow("practice server", someError(Problem::PracticeServerFailed, Stage::Preparing),
                 Remedy::TryAgain, Remedy::None);
    addRemedyRow("password that can't be sent", someError(Problem::WrongPassword), Remedy::EditPassword,
                 Remedy::None);
    addRemedyRow("wrong password", someError(Problem::WrongPassword, {535, {}, {"no"}}), Remedy::EditPassword,
                 Remedy::OpenHelpLink);
    addRemedyRow("app password", someError(Problem::AppPasswordNeeded), Remedy::OpenHelpLink,
                 Remedy::EditPassword);
    addRemedyRow("passwords off", someError(Problem::PasswordsDisabled), Remedy::OpenHelpLink,
                 Remedy::EditServer);
    addRemedyRow("to be renewed", someError(Problem::PasswordChangeNeeded), Remedy::EditPassword,
                 Remedy::TryAgain);
    addRemedyRow("no mechanism taken", someError(Problem::MechanismRefused), Remedy::EditServer,
                 Remedy::TryAgain);
    addRemedyRow("sign-in delayed", someError(Problem::AuthenticationDelayed), Remedy::TryAgain,
                 Remedy::None);
    addRemedyRow("sign-in wanted", someError(Problem::AuthenticationRequired), Remedy::EditPassword,
                 Remedy::EditServer);

    using Security = ServerSettings::Security;
    const SubmissionError wanted =
        someError(Problem::EncryptionRequired, {530, EnhancedStatus{5, 7, 0}, {"Must issue STARTTLS"}});
    addRemedyRow("in clear, our own rule", someError(Problem::EncryptionRequired), Remedy::UseTls,
                 Remedy::EditServer, contextAt(Security::None, 25));
    addRemedyRow("in clear", wanted, Remedy::UseTls, Remedy::EditServer, contextAt(Security::None, 25));
    addRemedyRow("encryption unseen on 465", wanted, Remedy::UseStartTls, Remedy::EditServer,
                 contextAt(Security::Tls, 465));
    addRemedyRow("encryption unseen on 587", wanted, Remedy::UseTls, Remedy::EditServer,
                 contextAt(Security::StartTls, 587));
    addRemedyRow("encryption unseen elsewhere", wanted, Remedy::EditServer, Remedy::TryAgain,
                 contextAt(Security::Tls, 10465));
}

void TestSignInProblemText::remedies()
{
    checkRemedies();
}

void TestSignInProblemText::words_data()
{
    addWordsColumns();
    addWordsRow("user name and Caps Lock", someError(Problem::WrongPassword, {535, {}, {"no"}}),
                {u"alice.login"_qs, u"Caps Lock"_qs});
    SubmissionError mechanisms = someError(Problem::NoCommonMechanism);
    mechanisms.detail = u"NTLM, GSSAPI"_qs;
    addWordsRow("what the server offers", mechanisms, {mechanisms.detail});
    addWordsRow("what is to be renewed, and where", someError(Problem::PasswordChangeNeeded),
                {u"alice.login"_qs, u"web pages"_qs, u"then enter"_qs});
    addWordsRow("a stronger way to sign in",
                someError(Problem::MechanismRefused, {534, EnhancedStatus{5, 7, 9}, {"too weak"}}),
                {u"stronger"_qs});
    addWordsRow(
        "another way to sign in",
        someError(Problem::MechanismRefused, {538, EnhancedStatus{5, 7, 11}, {"Encryption required"}}),
        {u"Choose another one"_qs});
    const SubmissionError wanted =
        someError(Problem::EncryptionRequired, {530, EnhancedStatus{5, 7, 0}, {"Must issue STARTTLS"}});
    addWordsRow("in clear", wanted, {u"is not encrypted"_qs}, contextAt(ServerSettings::Security::None, 25));
    addWordsRow("encrypted, and not seen to be", wanted, {u"is encrypted"_qs, u"465"_qs, u"587"_qs});
}

void TestSignInProblemText::words()
{
    checkHeldWords();
}

/// Why there is no password decides what helps: at Send the words are those of the keychain's own failure.
void TestSignInProblemText::keychainAtSend_data()
{
    QTest::addColumn<SecretError::Kind>("kind");
    QTest::newRow("none stored") << SecretError::Kind::NotFound;
    QTest::newRow("no keychain") << SecretError::Kind::NoKeychain;
    QTest::newRow("locked") << SecretError::Kind::Locked;
    QTest::newRow("denied") << SecretError::Kind::Denied;
    QTest::newRow("too long") << SecretError::Kind::TooLong;
    QTest::newRow("another failure") << SecretError::Kind::Other;
}

void TestSignInProblemText::keychainAtSend()
{
    QFETCH(SecretError::Kind, kind);
    SubmissionError unavailable = someError(Problem::SecretUnavailable, Stage::Preparing);
    unavailable.detail = u"D-Bus says no"_qs;
    const ProblemText general = ProblemWords::of(unavailable, someContext());
    unavailable.secret = kind;
    const ProblemText words = ProblemWords::of(unavailable, someContext());
    checkWords(words);
    const ProblemText wanted = ProblemWords::of(SecretError{kind, unavailable.detail});
    QCOMPARE(words.title, wanted.title);
    QCOMPARE(words.sentence, wanted.sentence);
    QCOMPARE(words.serverWords, unavailable.detail);
    QCOMPARE(words.remedy, wanted.remedy);
    QCOMPARE(words.secondRemedy, wanted.secondRemedy);
    QVERIFY(words.sentence != general.sentence);
}

QTEST_MAIN(TestSignInProblemText)
#include "tst_signinproblemtext.moc"
