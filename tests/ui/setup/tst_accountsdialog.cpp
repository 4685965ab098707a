// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/setup/AccountsDialogTest.h"
#include "ui/common/ProblemText.h"
#include "ui/setup/AccountAssistant.h"
#include "ui/setup/AccountTestPart.h"
#include "ui/setup/ProblemPanel.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

using namespace pennypost;

class TestAccountsDialog : public AccountsDialogTest
{
    Q_OBJECT

private Q_SLOTS:
    void emptyStateOffersTheFirstStep();
    void listsAndMarksTheDefault();
    void followsTheStore();
    void makesDefault();
    void testsAgain();
    void testFailureAndPin();
    void theRemedyComesIntoSight_data();
    void theRemedyComesIntoSight();
    void testWithoutSecret();
    void selectingAnotherEndsTheTest();
    void editsWithFieldsFilled();
    void whatIsHalfTypedStays_data();
    void whatIsHalfTypedStays();
    void theSameIsOpenOnce();
    void editsWhomItIsToldTo_data();
    void editsWhomItIsToldTo();
    void practiceCannotBeEdited();
};

void TestAccountsDialog::emptyStateOffersTheFirstStep()
{
    open(0);
    QVERIFY(!m_window->isModal());
    QVERIFY(part("addFirst")->isVisible());
    QVERIFY(!part("accounts")->isVisible());
    click("addFirst");
    auto *assistant = m_window->findChild<AccountAssistant *>();
    QVERIFY(assistant);
    QVERIFY(!assistant->isModal());
    QTest::mouseClick(assistant->findChild<QWidget *>(QStringLiteral("practice")), Qt::LeftButton);
    QTRY_VERIFY(part("accounts")->isVisible());
    QCOMPARE(titles().size(), 1);
}

void TestAccountsDialog::listsAndMarksTheDefault()
{
    open();
    QCOMPARE(titles().size(), 2);
    QCOMPARE(titles().first(),
             QStringLiteral("ALICE, alice@example.org · smtp.example.org, port 465, TLS, default account"));
    QVERIFY(!titles().last().contains(u"default"));
    QVERIFY(!part("default")->isEnabled()); // it is already
}

void TestAccountsDialog::followsTheStore()
{
    open();
    select(QStringLiteral("bob"));
    QVERIFY(m_harness->accounts.add(
        SetupHarness::account(QStringLiteral("carol"), {}, QStringLiteral("carol@example.org"))));
    QCOMPARE(titles().size(), 3);
    // The selection stays with its account.
    QCOMPARE(selected(), QStringLiteral("bob"));
}

void TestAccountsDialog::makesDefault()
{
    open();
    select(QStringLiteral("bob"));
    click("default");
    QCOMPARE(m_harness->accounts.defaultAccount()->id, QStringLiteral("bob"));
    QVERIFY(titles().last().contains(u"default"));
}

void TestAccountsDialog::testsAgain()
{
    open();
    select(QStringLiteral("bob"));
    click("test");
    QTRY_COMPARE(m_harness->submitter.count(), 1);
    QCOMPARE(m_harness->submitter.request(0).credential.userName, QStringLiteral("bob@example.org"));
    QVERIFY(m_harness->submitter.request(0).credential.secret.bytes() == QByteArray("secret of bob"));
    QVERIFY(!m_harness->submitter.request(0).letter);
    m_harness->submitter.last()->accept();
    QCOMPARE(part<QLabel>("verdict")->text(), QStringLiteral("bob@example.org works"));
}

void TestAccountsDialog::testFailureAndPin()
{
    open();
    click("test");
    QTRY_COMPARE(m_harness->submitter.count(), 1);
    SubmissionError error;
    error.problem = Problem::CertificateUntrusted;
    error.stage = Stage::Encrypt;
    error.certificate = SetupHarness::certificate();
    m_harness->submitter.last()->fail(error);
    QVERIFY(visible("remedy"));
    QTest::mouseClick(visible("remedy"), Qt::LeftButton);
    QTest::mouseClick(visible("trust"), Qt::LeftButton);
    QTRY_COMPARE(m_harness->submitter.count(), 2);
    QCOMPARE(m_harness->submitter.request(1).server.pinnedSha256, error.certificate->sha256);
    // Stored once it works, not before.
    QVERIFY(m_harness->accounts.find(QStringLiteral("alice"))->server.pinnedSha256.isEmpty());
    m_harness->submitter.last()->accept();
    QCOMPARE(m_harness->accounts.find(QStringLiteral("alice"))->server.pinnedSha256,
             error.certificate->sha256);
    QCOMPARE(part<QLabel>("verdict")->text(), QStringLiteral("alice@example.org works"));
}

void TestAccountsDialog::theRemedyComesIntoSight_data()
{
    QTest::addColumn<bool>("serverReplied");
    QTest::newRow("no server of that name") << false;
    QTest::newRow("the server's reply") << true;
}
void TestAccountsDialog::theRemedyComesIntoSight()
{
    QFETCH(bool, serverReplied);
    open();
    m_window->resize(m_window->minimumSizeHint().expandedTo({480, 400}));
    for (int times = 1; times <= 2; ++times) {
        click("test");
        QTRY_COMPARE(m_harness->submitter.count(), times);
        SubmissionError error;
        error.problem = Problem::HostNotFound;
        error.stage = Stage::Lookup;
        error.detail = QStringLiteral("Host not found");
        if (serverReplied) {
            error.problem = Problem::Temporary;
            error.stage = Stage::Greeting;
            error.reply = Reply{421, {}, {"come back later"}};
        }
        m_harness->submitter.last()->fail(error);
        auto *panel = m_window->findChild<AccountTestPart *>()->findChild<ProblemPanel *>();
        auto *remedy = panel->findChild<QPushButton *>(QStringLiteral("remedy"));
        QTRY_VERIFY(remedy->hasFocus());
        QTRY_COMPARE(remedy->visibleRegion().boundingRect(), remedy->rect());
        // Nobody's own words where nobody spoke.
        QVERIFY(panel->findChild<QLabel *>(QStringLiteral("serverWords"))->isVisible());
        QCOMPARE(panel->findChild<QLabel *>(QStringLiteral("serverWordsTitle"))->isVisible(), serverReplied);
    }
}

void TestAccountsDialog::testWithoutSecret()
{
    open();
    m_harness->keychain.readError =
        SecretError{SecretError::Kind::NoKeychain, QStringLiteral("nobody there")};
    click("test");
    const auto shown = [this] {
        for (const QLabel *title : m_window->findChildren<QLabel *>(QStringLiteral("problemTitle")))
            if (title->isVisible())
                return title->text();
        return QString();
    };
    QTRY_VERIFY(!shown().isEmpty());
    QCOMPARE(shown(), ProblemWords::of(*m_harness->keychain.readError).title);
    QCOMPARE(m_harness->submitter.count(), 0);
}

void TestAccountsDialog::selectingAnotherEndsTheTest()
{
    open();
    click("test");
    QTRY_COMPARE(m_harness->submitter.count(), 1);
    select(QStringLiteral("bob"));
    QTRY_VERIFY(!m_harness->submitter.last());
    QVERIFY(!part("verdict")->isVisible());
}

void TestAccountsDialog::editsWithFieldsFilled()
{
    open();
    select(QStringLiteral("bob"));
    click("edit");
    auto *assistant = m_window->findChild<AccountAssistant *>();
    QVERIFY(assistant);
    QCOMPARE(assistant->findChild<QLineEdit *>(QStringLiteral("name"))->text(), QStringLiteral("BOB"));
    QCOMPARE(assistant->findChild<QLineEdit *>(QStringLiteral("address"))->text(),
             QStringLiteral("bob@example.org"));
    QCOMPARE(assistant->findChild<QLineEdit *>(QStringLiteral("host"))->text(),
             QStringLiteral("smtp.example.org"));
    QVERIFY(assistant->findChild<QLineEdit *>(QStringLiteral("password"))->text().isEmpty());
}

void TestAccountsDialog::whatIsHalfTypedStays_data()
{
    QTest::addColumn<QString>("then");
    QTest::newRow("another one is wanted") << QStringLiteral("add");
    QTest::newRow("another account is changed") << QStringLiteral("edit");
    QTest::newRow("the list is closed") << QStringLiteral("close");
    QTest::newRow("the list is closed and comes back") << QStringLiteral("again");
}

/// A half-filled assistant is left open by whatever is done beside it.
void TestAccountsDialog::whatIsHalfTypedStays()
{
    QFETCH(QString, then);
    open();
    click("add");
    const QPointer<AccountAssistant> assistant = m_window->findChild<AccountAssistant *>();
    QTest::mouseClick(assistant->findChild<QWidget *>(QStringLiteral("ownAccount")), Qt::LeftButton);
    auto *name = assistant->findChild<QLineEdit *>(QStringLiteral("name"));
    name->setFocus();
    QTest::keyClicks(name, QStringLiteral("Carol"));

    if (then == u"again") {
        m_window->close();
        QVERIFY(!m_window->isVisible());
        m_window->show();
    } else {
        click(then.toLatin1());
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(assistant && assistant->isVisible());
    QCOMPARE(name->text(), QStringLiteral("Carol"));
    QCOMPARE(m_window->isVisible(), then != u"close");
    QCOMPARE(m_window->findChildren<AccountAssistant *>().size(), then == u"edit" ? 2 : 1);

    // The closed list lives no longer than what stands on it.
    assistant->reject();
    QTRY_VERIFY(!assistant);
    if (then != u"close") {
        QVERIFY(m_window->isVisible());
        for (auto *other : m_window->findChildren<AccountAssistant *>())
            other->reject();
        QTRY_VERIFY(!m_window->findChild<AccountAssistant *>());
        m_window->close();
    }
    QTRY_VERIFY(!m_window);
}

void TestAccountsDialog::theSameIsOpenOnce()
{
    open();
    for (const char *action : {"add", "edit"}) {
        click(action);
        const auto before = m_window->findChildren<AccountAssistant *>();
        before.last()->showMinimized();
        click(action);
        QCOMPARE(m_window->findChildren<AccountAssistant *>(), before);
        QVERIFY(!before.last()->isMinimized());
    }
    QCOMPARE(m_window->findChildren<AccountAssistant *>().size(), 2);
}

void TestAccountsDialog::editsWhomItIsToldTo_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("selected");
    QTest::addColumn<bool>("edits");
    QTest::newRow("the default") << QStringLiteral("alice") << QStringLiteral("alice") << true;
    QTest::newRow("another") << QStringLiteral("bob") << QStringLiteral("bob") << true;
    QTest::newRow("practice") << QStringLiteral("practice") << QStringLiteral("practice") << false;
    QTest::newRow("removed meanwhile") << QStringLiteral("carol") << QStringLiteral("alice") << false;
    QTest::newRow("nobody") << QString() << QStringLiteral("alice") << false;
}

/// As a letter's remedy asks for it: that account's fields, not the list alone.
void TestAccountsDialog::editsWhomItIsToldTo()
{
    QFETCH(QString, id);
    QFETCH(QString, selected);
    QFETCH(bool, edits);
    open();
    Account practice = SetupHarness::account(QStringLiteral("practice"), QStringLiteral("Practice"),
                                             QStringLiteral("practice@localhost"));
    practice.practice = true;
    QVERIFY(m_harness->accounts.add(practice));
    for (int times = 0; times < 2; ++times) {
        m_window->edit(id);
        QCOMPARE(AccountsDialogTest::selected(), selected);
        QCOMPARE(m_window->findChildren<AccountAssistant *>().size(), edits ? 1 : 0);
    }
    if (edits) {
        auto *assistant = m_window->findChild<AccountAssistant *>();
        QCOMPARE(assistant->findChild<QLineEdit *>(QStringLiteral("address"))->text(),
                 id + QStringLiteral("@example.org"));
        QTRY_VERIFY(assistant->findChild<QLineEdit *>(QStringLiteral("password"))->hasFocus());
    }
}

void TestAccountsDialog::practiceCannotBeEdited()
{
    Account practice = SetupHarness::account(QStringLiteral("practice"), QStringLiteral("Practice"),
                                             QStringLiteral("practice@localhost"));
    practice.practice = true;
    practice.secretPlace = SecretPlace::Session;
    QVERIFY(m_harness->accounts.add(practice));
    open();
    select(practice.id);
    QVERIFY(!part("edit")->isEnabled());
    QVERIFY(titles().first().contains(u"on this computer only"));
    click("remove");
    click("removeYes");
    QTRY_COMPARE(m_harness->accounts.accounts().size(), 2);
}

QTEST_MAIN(TestAccountsDialog)
#include "tst_accountsdialog.moc"
