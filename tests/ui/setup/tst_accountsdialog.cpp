// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/setup/SetupHarness.h"
#include "ui/common/ProblemText.h"
#include "ui/setup/AccountAssistant.h"
#include "ui/setup/AccountListModel.h"
#include "ui/setup/AccountTestPart.h"
#include "ui/setup/AccountsDialog.h"
#include "ui/setup/ProblemPanel.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace pennypost;

class TestAccountsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void emptyStateOffersTheFirstStep();
    void listsAndMarksTheDefault();
    void followsTheStore();
    void makesDefault();
    void removesAfterAsking();
    void afterTheLastTheFirstStepHasTheFocus();
    void keepingKeeps();
    void lockedKeychainIsTold();
    void testsAgain();
    void testFailureAndPin();
    void theRemedyComesIntoSight_data();
    void theRemedyComesIntoSight();
    void testWithoutSecret();
    void selectingAnotherEndsTheTest();
    void editsWithFieldsFilled();
    void practiceCannotBeEdited();

private:
    template<class Widget = QWidget>
    Widget *part(const char *name) const
    {
        return m_window->findChild<Widget *>(QLatin1StringView(name));
    }
    void click(const char *name) { QTest::mouseClick(part(name), Qt::LeftButton); }
    void select(const QString &id)
    {
        auto *list = part<QListView>("accounts");
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (index.data(AccountListModel::IdRole).toString() == id)
                QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
        }
    }
    void open(int accounts = 2)
    {
        const QStringList ids{QStringLiteral("alice"), QStringLiteral("bob")};
        for (const QString &id : ids.first(accounts)) {
            QVERIFY(m_harness->accounts.add(
                SetupHarness::account(id, id.toUpper(), id + QStringLiteral("@example.org"))));
            m_harness->keychain.put(QStringLiteral("account/") + id, "secret of " + id.toLatin1());
        }
        m_window = new AccountsDialog(m_harness->services);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
    }
    QStringList titles() const
    {
        QStringList titles;
        const auto *model = part<QListView>("accounts")->model();
        for (int row = 0; row < model->rowCount(); ++row)
            titles.append(model->index(row, 0).data(Qt::AccessibleTextRole).toString());
        return titles;
    }

    std::unique_ptr<SetupHarness> m_harness;
    QPointer<AccountsDialog> m_window;
};

void TestAccountsDialog::init()
{
    m_harness = std::make_unique<SetupHarness>();
}

void TestAccountsDialog::cleanup()
{
    delete m_window;
    m_harness.reset();
}

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
    QCOMPARE(part<QListView>("accounts")->currentIndex().data(AccountListModel::IdRole).toString(),
             QStringLiteral("bob"));
}

void TestAccountsDialog::makesDefault()
{
    open();
    select(QStringLiteral("bob"));
    click("default");
    QCOMPARE(m_harness->accounts.defaultAccount()->id, QStringLiteral("bob"));
    QVERIFY(titles().last().contains(u"default"));
}

void TestAccountsDialog::removesAfterAsking()
{
    open();
    select(QStringLiteral("bob"));
    click("remove");
    QVERIFY(part<QLabel>("question")->text().contains(u"bob@example.org"));
    QCOMPARE(m_window->focusWidget(), part("removeNo")); // Enter does no harm
    QCOMPARE(m_harness->accounts.accounts().size(), 2);
    click("removeYes");
    QTRY_COMPARE(m_harness->accounts.accounts().size(), 1);
    QCOMPARE(m_harness->accounts.accounts().first().id, QStringLiteral("alice"));
    QVERIFY(!m_harness->keychain.contains(QStringLiteral("account/bob")));
    QVERIFY(m_harness->keychain.contains(QStringLiteral("account/alice")));
    QTRY_VERIFY(!part("question")->isVisible());
}

void TestAccountsDialog::afterTheLastTheFirstStepHasTheFocus()
{
    open();
    for (const char *next : {"accounts", "addFirst"}) {
        click("remove");
        const auto before = m_harness->accounts.accounts().size();
        click("removeYes");
        QTRY_COMPARE(m_harness->accounts.accounts().size(), before - 1);
        QTRY_COMPARE(m_window->focusWidget(), part(next));
        QVERIFY(part(next)->hasFocus());
    }
}

void TestAccountsDialog::keepingKeeps()
{
    open();
    part("accounts")->setFocus();
    QTest::keyClick(part("accounts"), Qt::Key_Delete);
    QVERIFY(part("question")->isVisible());
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Space);
    QVERIFY(!part("question")->isVisible());
    QCOMPARE(m_harness->accounts.accounts().size(), 2);
    QCOMPARE(m_harness->keychain.count(), 2);
}

void TestAccountsDialog::lockedKeychainIsTold()
{
    open();
    m_harness->keychain.readError = SecretError{SecretError::Kind::Locked, QStringLiteral("is locked")};
    click("remove");
    click("removeYes");
    QTRY_VERIFY(part("leaveSecret")->isVisible());
    QCOMPARE(m_harness->accounts.accounts().size(), 2);
    click("remedy"); // try again, still locked
    QTRY_VERIFY(part("leaveSecret")->isEnabled());
    QCOMPARE(m_harness->accounts.accounts().size(), 2);
    click("leaveSecret");
    QTRY_COMPARE(m_harness->accounts.accounts().size(), 1);
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
    const auto visible = [this](const char *name) {
        const auto all = m_window->findChildren<QWidget *>(QLatin1StringView(name));
        return std::find_if(all.begin(), all.end(), [](const QWidget *w) { return w->isVisible(); }) ==
                       all.end()
                   ? nullptr
                   : *std::find_if(all.begin(), all.end(), [](const QWidget *w) { return w->isVisible(); });
    };
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
