// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/setup/SetupHarness.h"
#include "ui/common/PasswordField.h"
#include "ui/common/ProblemText.h"
#include "ui/setup/AccountTestPart.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace pennypost;

/// "Test again" where the keychain gives no password: what is said, and going on without it for this session.
class TestAccountTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SetupHarness> m_harness;
    std::unique_ptr<AccountTestPart> m_part;

    Account alice() const
    {
        return SetupHarness::account(QStringLiteral("alice"), QStringLiteral("Alice"),
                                     QStringLiteral("alice@example.org"));
    }
    template<class Widget = QWidget>
    Widget *part(const char *name) const
    {
        return m_part->findChild<Widget *>(QLatin1StringView(name));
    }
    QString text(const char *label) const { return part<QLabel>(label)->text(); }
    void click(const char *name) const { QTest::mouseClick(part(name), Qt::LeftButton); }
    FakeSubmission *submission() const { return m_harness->submitter.last(); }
    /// The test with the keychain failing like this, as far as its problem.
    void fail(SecretError::Kind kind)
    {
        m_harness->keychain.readError = SecretError{kind, QStringLiteral("the keychain's own words")};
        m_part->begin(alice());
        QTRY_VERIFY(part("problemTitle")->isVisible());
    }
    static void type(QWidget *field, const QString &password)
    {
        QTest::keyClicks(field, password);
        QTest::keyClick(field, Qt::Key_Return);
    }
    static SubmissionError wrongPassword()
    {
        SubmissionError error;
        error.problem = Problem::WrongPassword;
        error.stage = Stage::Authenticate;
        error.reply = Reply{535, EnhancedStatus{5, 7, 8}, {"5.7.8 no"}};
        return error;
    }

private Q_SLOTS:
    void init()
    {
        m_harness = std::make_unique<SetupHarness>();
        QVERIFY(m_harness->accounts.add(alice()));
        m_harness->keychain.put(QStringLiteral("account/alice"), "stored");
        m_part = std::make_unique<AccountTestPart>(m_harness->services);
        m_part->show();
        QVERIFY(QTest::qWaitForWindowActive(m_part.get()));
    }
    void cleanup()
    {
        m_part.reset();
        m_harness.reset();
    }

    void keychainFailureIsToldWithItsRemedy_data()
    {
        QTest::addColumn<SecretError::Kind>("kind");
        QTest::newRow("absent") << SecretError::Kind::NoKeychain;
        QTest::newRow("locked") << SecretError::Kind::Locked;
        QTest::newRow("denied") << SecretError::Kind::Denied;
        QTest::newRow("another failure") << SecretError::Kind::Other;
    }
    void keychainFailureIsToldWithItsRemedy()
    {
        QFETCH(SecretError::Kind, kind);
        fail(kind);
        const ProblemText words = ProblemWords::of(*m_harness->keychain.readError);
        QCOMPARE(text("problemTitle"), words.title);
        QCOMPARE(text("problemSentence"), words.sentence);
        QCOMPARE(text("serverWords"), QStringLiteral("the keychain's own words"));
        QVERIFY(!text("verdict").contains(u"Testing"));
        QVERIFY(part("remedy")->hasFocus());
        QCOMPARE(part<QPushButton>("secondRemedy")->text().remove(u'&').trimmed(),
                 QStringLiteral("Keep for this session only"));
        QCOMPARE(m_harness->submitter.count(), 0);

        // Unlocked meanwhile.
        m_harness->keychain.readError.reset();
        click("remedy");
        QTRY_COMPARE(m_harness->submitter.count(), 1);
        QVERIFY(m_harness->submitter.request(0).credential.secret.bytes() == QByteArray("stored"));
    }

    void keptForThisSession()
    {
        fail(SecretError::Kind::Locked);
        const Account before = m_harness->accounts.accounts().first();
        click("secondRemedy");
        auto *field = part<PasswordField>("sessionPassword");
        QVERIFY(field->isVisible() && field->hasFocus());
        QCOMPARE(field->echoMode(), QLineEdit::Password);
        QCOMPARE(field->accessibleName(), QStringLiteral("Password of alice@example.org"));
        QVERIFY(!part("useSessionPassword")->isEnabled()); // nothing is typed yet
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_harness->submitter.count(), 0);

        type(field, QStringLiteral("wonderland"));
        QCOMPARE(m_harness->submitter.count(), 1);
        QCOMPARE(m_harness->submitter.request(0).credential.userName, QStringLiteral("alice@example.org"));
        QVERIFY(m_harness->submitter.request(0).credential.secret.bytes() == QByteArray("wonderland"));
        QVERIFY(!field->isVisible() && field->text().isEmpty());
        submission()->accept();
        QTRY_VERIFY(text("verdict").contains(u"kept until Pennypost ends"));

        // From now on it is there for everybody, though the keychain is still locked.
        std::optional<Result<Access, SubmissionError>> access;
        m_harness->credentials.access(
            before, this, [&](Result<Access, SubmissionError> got) { access.emplace(std::move(got)); });
        QTRY_VERIFY(access);
        QVERIFY(*access);
        QVERIFY(access->value().credential.secret.bytes() == QByteArray("wonderland"));
        // Account and keychain stay as they are: the next start asks it again.
        QCOMPARE(m_harness->accounts.accounts(), QList<Account>{before});
        QCOMPARE(m_harness->keychain.bytes(QStringLiteral("account/alice")), QByteArray("stored"));
    }

    void aWrongOneIsAskedForAgain()
    {
        fail(SecretError::Kind::NoKeychain);
        QSignalSpy wantsEdit(m_part.get(), &AccountTestPart::wantsEdit);
        click("secondRemedy");
        auto *field = part<PasswordField>("sessionPassword");
        QTest::keyClicks(field, QStringLiteral("wonderlamd"));
        click("useSessionPassword");
        submission()->fail(wrongPassword());
        QVERIFY(text("problemSentence").contains(u"you entered"));
        click("remedy"); // enter the password
        QCOMPARE(wantsEdit.count(), 0);
        QVERIFY(field->hasFocus());
        type(field, QStringLiteral("wonderland"));
        QCOMPARE(m_harness->submitter.count(), 2);
        QVERIFY(m_harness->submitter.request(1).credential.secret.bytes() == QByteArray("wonderland"));
        submission()->accept();
        QTRY_VERIFY(text("verdict").contains(u"kept until"));
    }

    /// The remedies of a later step use the password that was typed.
    void remediesKeepTheTypedOne()
    {
        fail(SecretError::Kind::Locked);
        click("secondRemedy");
        type(part("sessionPassword"), QStringLiteral("wonderland"));
        SubmissionError error;
        error.problem = Problem::PlainOnTlsPort;
        error.stage = Stage::Greeting;
        submission()->fail(error);
        click("remedy");
        QCOMPARE(m_harness->submitter.count(), 2);
        QVERIFY(m_harness->submitter.request(1).credential.secret.bytes() == QByteArray("wonderland"));
    }

    /// A person answers once for a server that is being tried, whatever fails after it.
    void whatIsTriedStays_data()
    {
        QTest::addColumn<bool>("pinned");
        QTest::addColumn<bool>("typed");
        QTest::newRow("a certificate, then the password once more") << true << true;
        QTest::newRow("a certificate, then once more") << true << false;
        QTest::newRow("the other port, then the password once more") << false << true;
        QTest::newRow("the other port, then once more") << false << false;
    }
    void whatIsTriedStays()
    {
        QFETCH(bool, pinned);
        QFETCH(bool, typed);
        if (typed) {
            fail(SecretError::Kind::Locked);
            click("secondRemedy");
            type(part("sessionPassword"), QStringLiteral("wonderlamd"));
        } else {
            m_part->begin(alice());
        }
        QTRY_COMPARE(m_harness->submitter.count(), 1);
        SubmissionError wrong;
        wrong.problem = pinned ? Problem::CertificateUntrusted : Problem::TlsOnPlainPort;
        wrong.stage = pinned ? Stage::Encrypt : Stage::Greeting;
        if (pinned)
            wrong.certificate = SetupHarness::certificate();
        submission()->fail(wrong);
        click("remedy");
        if (pinned)
            click("trust");
        QTRY_COMPARE(m_harness->submitter.count(), 2);
        const ServerSettings tried = submission()->request().server;
        QVERIFY(tried != alice().server);

        if (typed) {
            submission()->fail(wrongPassword());
            click("remedy");
            type(part("sessionPassword"), QStringLiteral("wonderland"));
        } else {
            submission()->fail(Problem::Temporary, Stage::Greeting);
            click("remedy");
        }
        QTRY_COMPARE(m_harness->submitter.count(), 3);
        QCOMPARE(submission()->request().server, tried);
        submission()->accept();
        QTRY_COMPARE(m_harness->accounts.accounts().first().server, tried);
    }

    /// What was tried and not kept is gone with the next test.
    void anotherTestBeginsWithTheStoredServer()
    {
        m_part->begin(alice());
        QTRY_COMPARE(m_harness->submitter.count(), 1);
        submission()->fail(Problem::TlsOnPlainPort, Stage::Greeting);
        click("remedy");
        QTRY_COMPARE(m_harness->submitter.count(), 2);
        QVERIFY(submission()->request().server != alice().server);
        m_part->begin(alice());
        QTRY_COMPARE(m_harness->submitter.count(), 3);
        QCOMPARE(submission()->request().server, alice().server);
    }

    void whatDoesNotWorkIsNotKept_data()
    {
        QTest::addColumn<bool>("stopped");
        QTest::newRow("refused") << false;
        QTest::newRow("another account is chosen meanwhile") << true;
    }
    void whatDoesNotWorkIsNotKept()
    {
        QFETCH(bool, stopped);
        fail(SecretError::Kind::Locked);
        click("secondRemedy");
        type(part("sessionPassword"), QStringLiteral("wonderland"));
        if (stopped)
            m_part->stop();
        else
            submission()->fail(wrongPassword());
        std::optional<bool> found;
        m_harness->session.read(QStringLiteral("account/alice"), this,
                                [&](const Result<Secret, SecretError> &read) { found = read.hasValue(); });
        QTRY_VERIFY(found);
        QVERIFY(!*found);
        // The next test asks the keychain again, not what was typed.
        m_harness->keychain.readError.reset();
        const qsizetype before = m_harness->submitter.count();
        m_part->begin(alice());
        QTRY_COMPARE(m_harness->submitter.count(), before + 1);
        QVERIFY(submission()->request().credential.secret.bytes() == QByteArray("stored"));
    }

    /// What was kept for this session goes before the keychain: refused, it must not stand in its way.
    void aKeptOneThatIsRefusedIsForgotten_data()
    {
        QTest::addColumn<Problem>("problem");
        QTest::addColumn<bool>("forgotten");
        QTest::newRow("wrong") << Problem::WrongPassword << true;
        QTest::newRow("an app password is wanted") << Problem::AppPasswordNeeded << true;
        QTest::newRow("a token has run out") << Problem::TokenRefused << true;
        QTest::newRow("the server is not there") << Problem::ConnectionRefused << false;
    }
    void aKeptOneThatIsRefusedIsForgotten()
    {
        QFETCH(Problem, problem);
        QFETCH(bool, forgotten);
        m_harness->session.write(QStringLiteral("account/alice"), Secret(QByteArray("mistyped")), this,
                                 [](const Result<void, SecretError> &) {});
        m_part->begin(alice());
        QTRY_COMPARE(m_harness->submitter.count(), 1);
        QVERIFY(submission()->request().credential.secret.bytes() == QByteArray("mistyped"));
        submission()->fail(problem, Stage::Authenticate);
        m_part->begin(alice());
        QTRY_COMPARE(m_harness->submitter.count(), 2);
        QVERIFY(submission()->request().credential.secret.bytes() ==
                QByteArray(forgotten ? "stored" : "mistyped"));
    }

    /// No keychain has part in a practice account.
    void practiceServerThatDoesNotStart()
    {
        class NoServer final : public CredentialSource
        {
            void access(const Account &, QObject *context, AccessDone done) override
            {
                QMetaObject::invokeMethod(
                    context,
                    [done = std::move(done)] {
                        SubmissionError error;
                        error.problem = Problem::PracticeServerFailed;
                        error.detail = QStringLiteral("no port");
                        done(Failure{error});
                    },
                    Qt::QueuedConnection);
            }
        };
        NoServer none;
        SetupServices services{m_harness->accounts, m_harness->providers, m_harness->submitter,
                               m_harness->keychain, m_harness->session,   none};
        m_part = std::make_unique<AccountTestPart>(services);
        m_part->show();
        Account practice = alice();
        practice.practice = true;
        m_part->begin(practice);
        QTRY_VERIFY(part("problemTitle")->isVisible());
        QVERIFY(text("problemTitle").contains(u"practice server"));
        QCOMPARE(text("serverWords"), QStringLiteral("no port"));
        QVERIFY(!part("secondRemedy")->isVisible());
    }
};

QTEST_MAIN(TestAccountTest)
#include "tst_accounttest.moc"
