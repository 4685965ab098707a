// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/setup/SetupHarness.h"
#include "ui/setup/AccountAssistant.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

using namespace pennypost;
using Security = ServerSettings::Security;

/// An account set up where no test can pass: offline, on a train, before the server is there. And what the
/// failed test says.
class TestUntested : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void storedAllTheSame_data();
    void storedAllTheSame();
    void theGuessThatGotFurthestIsStored();
    void aStoppedTestCanBeStored();
    void notWhileItRunsOrPassed();
    void neverAPasswordInClear();
    void keychainAbsent();
    void keychainAbsentWhileChanging();
    void passwordIsCalledWhatItIs_data();
    void passwordIsCalledWhatItIs();
    void everyServerTriedIsNamed();
    void theWindowMakesRoomForWhatItOffers();

private:
    template<class Widget = QWidget>
    Widget *part(const char *name) const
    {
        return m_window->findChild<Widget *>(QLatin1StringView(name));
    }
    void click(const char *name) { QTest::mouseClick(part(name), Qt::LeftButton); }
    void open(const std::optional<Account> &edit = {});
    void type(const QString &address);
    void toTest(const QString &address = QStringLiteral("alice@gmx.de"));
    FakeSubmission *submission() const { return m_harness->submitter.last(); }
    const Account &stored() const { return m_harness->accounts.accounts().first(); }

    std::unique_ptr<SetupHarness> m_harness;
    QPointer<AccountAssistant> m_window;
    std::unique_ptr<QSignalSpy> m_ready;
};

void TestUntested::init()
{
    m_harness = std::make_unique<SetupHarness>();
}

void TestUntested::cleanup()
{
    delete m_window;
    m_ready.reset();
    m_harness.reset();
}

void TestUntested::open(const std::optional<Account> &edit)
{
    m_window =
        edit ? new AccountAssistant(m_harness->services, *edit) : new AccountAssistant(m_harness->services);
    m_ready = std::make_unique<QSignalSpy>(m_window.data(), &AccountAssistant::accountReady);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
}

void TestUntested::type(const QString &address)
{
    click("ownAccount");
    QTest::keyClicks(part("name"), QStringLiteral("Alice"));
    QTest::keyClicks(part("address"), address);
    QTest::keyClicks(part("password"), QStringLiteral("wonderland"));
}

void TestUntested::toTest(const QString &address)
{
    open();
    type(address);
    click("next");
    QCOMPARE(m_harness->submitter.count(), 1);
}

void TestUntested::storedAllTheSame_data()
{
    QTest::addColumn<Problem>("problem");
    QTest::addColumn<Stage>("stage");
    QTest::newRow("offline") << Problem::Offline << Stage::Lookup;
    QTest::newRow("no such name") << Problem::HostNotFound << Stage::Lookup;
    QTest::newRow("port blocked") << Problem::TimedOut << Stage::Connect;
    QTest::newRow("hotel network") << Problem::NotSmtp << Stage::Greeting;
    QTest::newRow("untrusted") << Problem::CertificateUntrusted << Stage::Encrypt;
    QTest::newRow("wrong password") << Problem::WrongPassword << Stage::Authenticate;
}

void TestUntested::storedAllTheSame()
{
    QFETCH(Problem, problem);
    QFETCH(Stage, stage);
    toTest();
    const ServerSettings asked = m_harness->submitter.request(0).server;
    submission()->fail(problem, stage);

    QVERIFY(part("storeUntested")->isVisible());
    QVERIFY(part("storeUntested")->isEnabled());
    QVERIFY(!part("next")->isEnabled()); // Finish stays the reward of a test
    QVERIFY(part("untestedNote")->isVisible());
    QVERIFY(part<QLabel>("untestedNote")->text().contains(asked.host)); // what would be stored
    QVERIFY(m_harness->listing().isEmpty());

    click("storeUntested");
    QTRY_COMPARE(m_ready->count(), 1);
    QCOMPARE(m_harness->submitter.count(), 1);
    QCOMPARE(m_harness->accounts.accounts().size(), 1);
    QCOMPARE(stored().server, asked); // no pin, no weaker encryption came in by the way
    QCOMPARE(stored().secretPlace, SecretPlace::Keychain);
    QVERIFY(m_harness->keychain.contains(QStringLiteral("account/") + stored().id));
}

void TestUntested::theGuessThatGotFurthestIsStored()
{
    toTest(QStringLiteral("alice@example.org"));
    submission()->fail(Problem::HostNotFound, Stage::Lookup);
    QCOMPARE(m_harness->submitter.count(), 2);
    const ServerSettings second = m_harness->submitter.request(1).server;
    QCOMPARE(second.host, QStringLiteral("mail.example.org"));
    submission()->fail(Problem::WrongPassword, Stage::Authenticate);
    click("storeUntested");
    QTRY_COMPARE(m_ready->count(), 1);
    QCOMPARE(stored().server, second);
}

void TestUntested::aStoppedTestCanBeStored()
{
    toTest();
    click("stop");
    QVERIFY(part("storeUntested")->isVisible());
    QTest::keyClick(part("storeUntested"), Qt::Key_Space);
    QTRY_COMPARE(m_ready->count(), 1);
    QCOMPARE(stored().server, m_harness->submitter.request(0).server);
}

void TestUntested::notWhileItRunsOrPassed()
{
    toTest();
    QVERIFY(!part("storeUntested")->isVisible());
    submission()->accept();
    QVERIFY(!part("storeUntested")->isVisible());
    QVERIFY(!part("untestedNote")->isVisible());
}

/// What the form refuses can't be reached by failing first, and without encryption no password is kept.
void TestUntested::neverAPasswordInClear()
{
    open();
    type(QStringLiteral("alice@gmx.de"));
    QTRY_VERIFY(!part<QLineEdit>("host")->text().isEmpty()); // filled in after a pause in typing
    click("fold");
    auto *security = part<QComboBox>("security");
    security->setCurrentIndex(security->findData(int(Security::None)));
    Q_EMIT security->activated(security->currentIndex());
    click("next");
    QCOMPARE(m_harness->submitter.count(), 0);       // the warning's box is not ticked
    part<QAbstractButton>("clearAccepted")->click(); // its words are not in its middle
    click("next");
    QCOMPARE(m_harness->submitter.count(), 1);
    submission()->fail(Problem::Offline, Stage::Lookup);
    click("storeUntested");
    QTRY_COMPARE(m_ready->count(), 1);
    QCOMPARE(stored().server.security, Security::None);
    QVERIFY(stored().server.userName.isEmpty());
    QCOMPARE(stored().secretPlace, SecretPlace::None);
    QVERIFY(!m_harness->keychain.contains(QStringLiteral("account/") + stored().id));
}

void TestUntested::keychainAbsent()
{
    m_harness->keychain.writeError = SecretError{SecretError::Kind::NoKeychain, QStringLiteral("no service")};
    toTest();
    submission()->fail(Problem::Offline, Stage::Lookup);
    click("storeUntested");
    QTRY_VERIFY(part("problemTitle")->isVisible());
    QVERIFY(m_harness->accounts.accounts().isEmpty());
    QCOMPARE(part<QLabel>("title")->text(), QStringLiteral("Not stored yet")); // nothing was tested
    click("secondRemedy");                                                     // keep it for this session
    QTRY_COMPARE(m_ready->count(), 1);
    QCOMPARE(stored().secretPlace, SecretPlace::Session);
}

void TestUntested::keychainAbsentWhileChanging()
{
    const Account alice = SetupHarness::account(QStringLiteral("alice"), QStringLiteral("Alice"),
                                                QStringLiteral("alice@example.org"));
    QVERIFY(m_harness->accounts.add(alice));
    m_harness->keychain.readError = SecretError{SecretError::Kind::Locked, QStringLiteral("locked")};
    open(alice);
    click("fold");
    auto *host = part<QLineEdit>("host");
    host->selectAll();
    QTest::keyClicks(host, QStringLiteral("mail.example.org"));
    click("next");
    QTRY_VERIFY(part("problemTitle")->isVisible());
    QCOMPARE(m_harness->submitter.count(), 0);
    click("storeUntested");
    QTRY_COMPARE(m_ready->count(), 1);
    QCOMPARE(stored().server.host, QStringLiteral("mail.example.org"));
    QCOMPARE(stored().secretPlace, SecretPlace::Keychain); // the password there stays
}

void TestUntested::passwordIsCalledWhatItIs_data()
{
    QTest::addColumn<bool>("typed");
    QTest::newRow("just typed") << true;
    QTest::newRow("from the keychain") << false;
}

void TestUntested::passwordIsCalledWhatItIs()
{
    QFETCH(bool, typed);
    if (typed) {
        toTest();
    } else {
        const Account alice = SetupHarness::account(QStringLiteral("alice"), QStringLiteral("Alice"),
                                                    QStringLiteral("alice@example.org"));
        QVERIFY(m_harness->accounts.add(alice));
        m_harness->keychain.put(QStringLiteral("account/alice"), "wonderland");
        open(alice);
        click("next");
        QTRY_COMPARE(m_harness->submitter.count(), 1);
    }
    submission()->fail(Problem::WrongPassword, Stage::Authenticate);
    SubmissionError error;
    error.problem = Problem::WrongPassword;
    error.stage = Stage::Authenticate;
    error.reply = Reply{535, std::nullopt, {"5.7.8 no"}};
    click("back");
    click("next");
    QTRY_COMPARE(m_harness->submitter.count(), 2);
    submission()->fail(error);
    const QString sentence = part<QLabel>("problemSentence")->text();
    QCOMPARE(sentence.contains(u"the password you entered"), typed);
    QCOMPARE(sentence.contains(u"the stored password"), !typed);
}

void TestUntested::everyServerTriedIsNamed()
{
    toTest(QStringLiteral("alice@example.org"));
    const auto fail = [this](const QString &detail) {
        SubmissionError error;
        error.problem = Problem::HostNotFound;
        error.stage = Stage::Lookup;
        error.detail = detail;
        submission()->fail(error);
    };
    fail(QStringLiteral("smtp.example.org: Name or service not known"));
    fail(QStringLiteral("No address associated with hostname"));
    const QStringList words = part<QLabel>("serverWords")->text().split(u'\n');
    QCOMPARE(words.size(), 2);
    QCOMPARE(words.first(), QStringLiteral("smtp.example.org:465: Name or service not known"));
    QCOMPARE(words.last(), QStringLiteral("mail.example.org:465: No address associated with hostname"));
    const QString sentence = part<QLabel>("problemSentence")->text();
    QVERIFY(sentence.contains(u"smtp.example.org"));
    QVERIFY(sentence.contains(u"mail.example.org"));
}

/// As where the words are longer than the window was made for.
void TestUntested::theWindowMakesRoomForWhatItOffers()
{
    toTest(QStringLiteral("alice@laptop.lab.test"));
    m_window->resize(m_window->width(), 420);
    while (part<QPushButton>("storeUntested")->isHidden())
        submission()->fail(Problem::HostNotFound, Stage::Lookup);
    const QWidget *offered = part("storeUntested");
    QTRY_VERIFY(m_window->height() > 420);
    QTRY_COMPARE(offered->visibleRegion().boundingRect(), offered->rect());
    QVERIFY(m_window->height() <= m_window->screen()->availableSize().height());
}

QTEST_MAIN(TestUntested)
#include "tst_untested.moc"
