// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/OpenLetters.h"
#include "app/gui/Translations.h"
#include "core/outbox/OutboxStore.h"
#include "tests/app/ApplicationTest.h"
#include "ui/compose/AttachmentModel.h"
#include "ui/compose/SendStateBar.h"
#include "ui/setup/AccountAssistant.h"
#include "ui/setup/AccountsDialog.h"

#include <QDir>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>

using namespace pennypost;

namespace {

bool saysItIsBack(const ComposeWindow *window)
{
    const auto *bar = window->findChild<SendStateBar *>();
    return bar->isUp() && bar->strip().title.contains(u"is back");
}

} // namespace

class TestApplication : public ApplicationTest
{
    Q_OBJECT

private Q_SLOTS:
    void firstStartOffersAnAccount();
    void theWelcomePagesChoiceIsNotAskedAgain_data();
    void theWelcomePagesChoiceIsNotAskedAgain();
    void laterStartDoesNot();
    void newLetterWithoutAccountOffersOne();
    void accountsOpenAtTheOneThatIsMeant_data();
    void accountsOpenAtTheOneThatIsMeant();
    void practiceRoundTrip();
    void aDraftHasOneWindow();
    void windowsOfACrashOpenAgain();
    void aCleanEndLeavesNoWindows();
};

void TestApplication::firstStartOffersAnAccount()
{
    const auto run = makeRun();
    run->application.start();
    QCOMPARE(windows<MainWindow>().size(), 1);
    QCOMPARE(windows<AccountAssistant>().size(), 1);
    QVERIFY(!windows<AccountAssistant>().first()->isModal());
    Q_EMIT run->main()->setupRequested(); // no second one
    QCOMPARE(windows<AccountAssistant>().size(), 1);
    windows<AccountAssistant>().first()->close();
    QTRY_COMPARE(windows<AccountAssistant>().size(), 0);
    QVERIFY(run->services.accounts.accounts().isEmpty()); // nothing is left behind
}

void TestApplication::theWelcomePagesChoiceIsNotAskedAgain_data()
{
    QTest::addColumn<bool>("open"); // the assistant, as the first start opens it
    QTest::newRow("the assistant was closed") << false;
    QTest::newRow("it still asks") << true;
}

void TestApplication::theWelcomePagesChoiceIsNotAskedAgain()
{
    QFETCH(bool, open);
    const auto run = makeRun();
    run->application.start();
    if (!open)
        delete windows<AccountAssistant>().first();
    Q_EMIT run->main()->ownAccountRequested();
    QCOMPARE(windows<AccountAssistant>().size(), 1);
    auto *assistant = windows<AccountAssistant>().first();
    const auto *choice = assistant->findChild<QWidget *>(QStringLiteral("ownAccount"));
    auto *address = assistant->findChild<QLineEdit *>(QStringLiteral("address"));
    QVERIFY(address->isVisible());
    address->setText(QStringLiteral("alice@"));
    Q_EMIT run->main()->ownAccountRequested(); // nothing typed is lost
    QVERIFY(address->isVisible());
    assistant->findChild<QAbstractButton *>(QStringLiteral("back"))->click();
    QVERIFY(choice->isVisible());
    delete assistant;
    Q_EMIT run->main()->setupRequested(); // the menu's way begins with the choice
    assistant = windows<AccountAssistant>().first();
    QVERIFY(assistant->findChild<QWidget *>(QStringLiteral("ownAccount"))->isVisible());
    delete assistant;
}

void TestApplication::laterStartDoesNot()
{
    addPractice();
    const auto run = makeRun();
    run->application.start();
    QTest::qWait(0);
    QCOMPARE(windows<AccountAssistant>().size(), 0);
}

void TestApplication::newLetterWithoutAccountOffersOne()
{
    const auto run = makeRun();
    run->application.start();
    delete windows<AccountAssistant>().first();
    Q_EMIT run->main()->newLetterRequested();
    QCOMPARE(windows<ComposeWindow>().size(), 0);
    QCOMPARE(windows<AccountAssistant>().size(), 1);
    delete windows<AccountAssistant>().first();
}

void TestApplication::accountsOpenAtTheOneThatIsMeant_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("the second, by a letter's remedy") << QStringLiteral("bob");
    QTest::newRow("none, by a letter's menu") << QString();
}

void TestApplication::accountsOpenAtTheOneThatIsMeant()
{
    QFETCH(QString, id);
    {
        AccountStore accounts(m_dir->filePath(QStringLiteral("accounts.json")));
        for (const QString &name : {QStringLiteral("alice"), QStringLiteral("bob")}) {
            Account account = practiceAccount(name);
            account.id = name;
            account.identities.first().mailbox.localPart = name;
            account.practice = false;
            QVERIFY(accounts.add(account));
        }
    }
    const auto run = makeRun();
    run->application.start();
    Q_EMIT run->main()->newLetterRequested();
    QCOMPARE(windows<ComposeWindow>().size(), 1);
    auto *letter = windows<ComposeWindow>().first();
    for (int times = 0; times < 2; ++times) { // the second time they are open
        Q_EMIT letter->accountsRequested(id);
        QCOMPARE(windows<AccountsDialog>().size(), 1);
        QCOMPARE(windows<AccountAssistant>().size(), id.isEmpty() ? 0 : 1);
    }
    if (!id.isEmpty()) {
        auto *assistant = windows<AccountAssistant>().first();
        QCOMPARE(assistant->findChild<QLineEdit *>(QStringLiteral("address"))->text(),
                 QStringLiteral("bob@localhost"));
        assistant->close();
    }
    windows<AccountsDialog>().first()->close();
    letter->close();
    QTRY_VERIFY(windows<ComposeWindow>().isEmpty());
}

void TestApplication::practiceRoundTrip()
{
    const auto run = makeRun();
    run->application.start();
    delete windows<AccountAssistant>().first();
    QSignalSpy received(&run->services.practice, &PracticeServer::received);
    Q_EMIT run->main()->practiceRequested();
    QCOMPARE(run->services.accounts.accounts().size(), 1);
    QCOMPARE(windows<ComposeWindow>().size(), 1);
    auto *letter = windows<ComposeWindow>().first();
    const auto before = QApplication::topLevelWidgets();

    // As a person: type, then the shortcut that sends.
    QVERIFY(QTest::qWaitForWindowActive(letter));
    QVERIFY(letter->focusWidget()); // To is filled in: the subject
    QTest::keyClicks(letter->focusWidget(), QStringLiteral("First letter"));
    QTest::keyClick(letter->focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(letter->focusWidget(), QStringLiteral("Hello practice"));
    QTest::keyClick(letter, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!received.isEmpty(), 20'000);
    QTRY_COMPARE(windows<ComposeWindow>().size(), 0);
    const auto sent = inStore(run->services, [&clock = run->services.clock](Database &database) {
        return OutboxStore(database, clock).sent();
    });
    QVERIFY(sent);
    QCOMPARE(sent->size(), 1);
    QCOMPARE(sent->first().accountId, QStringLiteral("practice"));
    QVERIFY(QFile::exists(received.first().first().toString()));

    // The letter is shown as it was received.
    const auto all = QApplication::topLevelWidgets();
    bool shown = false;
    for (auto *window : all) {
        if (window->isVisible() && !before.contains(window)) {
            shown = true;
            window->close();
        }
    }
    QVERIFY(shown);
    // Once more: the same account.
    Q_EMIT run->main()->practiceRequested();
    QCOMPARE(run->services.accounts.accounts().size(), 1);
    windows<ComposeWindow>().first()->close();
    QTRY_COMPARE(windows<ComposeWindow>().size(), 0);
}

void TestApplication::aDraftHasOneWindow()
{
    addPractice();
    const auto id = storeDraft(QStringLiteral("once"));
    const auto run = makeRun();
    run->application.start();
    Q_EMIT run->main()->draftOpenRequested(id);
    Q_EMIT run->main()->draftOpenRequested(id); // while it is still being read
    QTRY_COMPARE(windows<ComposeWindow>().size(), 1);
    Q_EMIT run->main()->draftOpenRequested(id);
    inStore(run->services, [](Database &) { return 0; });
    QCOMPARE(windows<ComposeWindow>().size(), 1);
    QCOMPARE(windows<ComposeWindow>().first()->draftId(), id);
    QVERIFY(!saysItIsBack(windows<ComposeWindow>().first()));
    windows<ComposeWindow>().first()->close();
    QTRY_COMPARE(windows<ComposeWindow>().size(), 0);
    Q_EMIT run->main()->draftOpenRequested(id); // closed, it opens again
    QTRY_COMPARE(windows<ComposeWindow>().size(), 1);
    windows<ComposeWindow>().first()->close();
    QTRY_COMPARE(windows<ComposeWindow>().size(), 0);
}

void TestApplication::windowsOfACrashOpenAgain()
{
    addPractice();
    const auto one = storeDraft(QStringLiteral("one"));
    const auto two = storeDraft(QStringLiteral("two"));
    storeDraft(QStringLiteral("was closed"));
    QVERIFY(OpenLetters(m_dir->path()).write({one, two, QStringLiteral("never-saved")}));
    const auto run = makeRun();
    run->application.start();
    QTRY_COMPARE(windows<ComposeWindow>().size(), 2);
    inStore(run->services, [](Database &) { return 0; });
    QVERIFY(windows<QMessageBox>().isEmpty()); // what never was saved is no error
    QTRY_COMPARE(OpenLetters(m_dir->path()).read().size(), 2);
    for (auto *window : windows<ComposeWindow>()) {
        QVERIFY(saysItIsBack(window));
        window->close();
    }
    QTRY_COMPARE(windows<ComposeWindow>().size(), 0);
}

void TestApplication::aCleanEndLeavesNoWindows()
{
    addPractice();
    const auto id = storeDraft(QStringLiteral("x"));
    {
        const auto run = makeRun();
        run->application.start();
        Q_EMIT run->main()->draftOpenRequested(id);
        QTRY_COMPARE(windows<ComposeWindow>().size(), 1);
        QTRY_COMPARE(OpenLetters(m_dir->path()).read(), QStringList{id});
        windows<ComposeWindow>().first()->close();
        QTRY_COMPARE(windows<ComposeWindow>().size(), 0);
        QTRY_COMPARE(OpenLetters(m_dir->path()).read(), QStringList());
    }
    const auto run = makeRun();
    run->application.start();
    inStore(run->services, [](Database &) { return 0; });
    QCOMPARE(windows<ComposeWindow>().size(), 0);
}

QTEST_MAIN(TestApplication)
#include "tst_application.moc"
