// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop program as a whole, in a profile of its own, on the practice server: what follows from what.
#include "app/Names.h"
#include "app/gui/Application.h"
#include "app/gui/OpenLetters.h"
#include "app/gui/Translations.h"
#include "core/drafts/DraftStore.h"
#include "core/outbox/OutboxStore.h"
#include "ui/compose/AttachmentModel.h"
#include "ui/compose/ComposeWindow.h"
#include "ui/compose/SendStateBar.h"
#include "ui/setup/AccountAssistant.h"
#include "ui/setup/AccountsDialog.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pennypost;

namespace {

bool saysItIsBack(const ComposeWindow *window)
{
    const auto *bar = window->findChild<SendStateBar *>();
    return bar->isUp() && bar->strip().title.contains(u"is back");
}

template<class Window>
QList<Window *> windows()
{
    QList<Window *> found;
    const auto all = QApplication::topLevelWidgets();
    for (auto *widget : all) {
        auto *window = qobject_cast<Window *>(widget);
        if (window && window->isVisible())
            found.append(window);
    }
    return found;
}

/// Waits for work on the store's thread, in order with what was handed over before.
template<class Work>
auto inStore(Services &services, Work work)
{
    std::optional<std::invoke_result_t<Work, Database &>> answer;
    QObject context;
    services.store.run(&context, std::move(work), [&](auto result) { answer.emplace(std::move(result)); });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 20'000))
        qFatal("the store does not answer");
    return std::move(*answer);
}

} // namespace

class TestApplication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void firstStartOffersAnAccount();
    void laterStartDoesNot();
    void newLetterWithoutAccountOffersOne();
    void accountsOpenAtTheOneThatIsMeant_data();
    void accountsOpenAtTheOneThatIsMeant();
    void practiceRoundTrip();
    void aDraftHasOneWindow();
    void windowsOfACrashOpenAgain();
    void aCleanEndLeavesNoWindows();
    void quittingSavesAndEnds();
    void quittingStopsAtWhatCannotBeSaved();
    void quittingWaitsForFiles();

private:
    struct Run
    {
        explicit Run(const QString &profile) : services(*Paths::open(profile)), application(services) {}
        MainWindow *main() const { return windows<MainWindow>().value(0); }

        Services services;
        Application application;
    };
    std::unique_ptr<Run> makeRun() const { return std::make_unique<Run>(m_dir->path()); }
    void addPractice() const
    {
        AccountStore accounts(m_dir->filePath(QStringLiteral("accounts.json")));
        QVERIFY(accounts.add(practiceAccount(QStringLiteral("Me"))));
    }
    QString storeDraft(const QString &subject) const
    {
        Services services(*Paths::open(m_dir->path()));
        Draft draft;
        draft.id = QString::fromLatin1(services.ids.next());
        draft.accountId = QStringLiteral("practice");
        draft.message.subject = subject;
        const auto saved = inStore(services, [draft, &clock = services.clock](Database &database) {
            return DraftStore(database, clock).save(draft);
        });
        return saved ? draft.id : QString();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestApplication::initTestCase()
{
    setApplicationNames();
}

void TestApplication::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void TestApplication::cleanup()
{
    const auto all = QApplication::topLevelWidgets();
    for (auto *widget : all)
        QVERIFY2(!widget->isVisible() || qobject_cast<MainWindow *>(widget),
                 widget->metaObject()->className());
}

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

void TestApplication::quittingSavesAndEnds()
{
    addPractice();
    auto run = makeRun();
    run->application.start();
    Q_EMIT run->main()->newLetterRequested();
    QTRY_COMPARE(windows<ComposeWindow>().size(), 1);
    auto *letter = windows<ComposeWindow>().first();
    QVERIFY(QTest::qWaitForWindowActive(letter));
    QTest::keyClicks(letter->focusWidget(), QStringLiteral("half@an.address"));
    const auto id = letter->draftId();
    QTimer::singleShot(0, qApp, &QCoreApplication::quit);
    QCOMPARE(QApplication::exec(), 0); // comes back by itself
    QCOMPARE(windows<ComposeWindow>().size(), 0);
    run.reset();

    run = makeRun();
    const auto draft = inStore(run->services, [id, &clock = run->services.clock](Database &database) {
        return DraftStore(database, clock).load(id);
    });
    QVERIFY(draft);
    QVERIFY(draft->typedTo.contains(u"half@an.address"));
    QCOMPARE(OpenLetters(m_dir->path()).read(), QStringList());
}

void TestApplication::quittingStopsAtWhatCannotBeSaved()
{
    addPractice();
    auto run = makeRun();
    run->application.start();
    Q_EMIT run->main()->newLetterRequested();
    QTRY_COMPARE(windows<ComposeWindow>().size(), 1);
    auto *letter = windows<ComposeWindow>().first();
    QVERIFY(QTest::qWaitForWindowActive(letter));
    QVERIFY(inStore(run->services, [](Database &database) {
        return bool(database.run(QStringLiteral("CREATE TRIGGER broken BEFORE INSERT ON draft "
                                                "BEGIN SELECT RAISE(ABORT, 'no'); END")));
    }));
    QTest::keyClicks(letter->focusWidget(), QStringLiteral("half@an.address"));
    const auto id = letter->draftId();
    bool stayed = false;
    QTimer look; // until the strip with the way on is there
    connect(&look, &QTimer::timeout, this, [&] {
        const auto buttons = letter->findChildren<QPushButton *>();
        for (auto *button : buttons) {
            if (!button->isVisible() || button->text() != u"Try &again")
                continue;
            look.stop();
            stayed = letter->isVisible();
            inStore(run->services, [](Database &database) {
                return bool(database.run(QStringLiteral("DROP TRIGGER broken")));
            });
            button->click();
            return;
        }
    });
    look.start(10);
    QTimer::singleShot(0, qApp, &QCoreApplication::quit);
    QCOMPARE(QApplication::exec(), 0); // only once it is saved
    QVERIFY(stayed);
    const auto draft = inStore(run->services, [id, &clock = run->services.clock](Database &database) {
        return DraftStore(database, clock).load(id);
    });
    QVERIFY(draft);
    QVERIFY(draft->typedTo.contains(u"half@an.address"));
}

void TestApplication::quittingWaitsForFiles()
{
    addPractice();
    const auto run = makeRun();
    run->application.start();
    Q_EMIT run->main()->practiceRequested();
    QTRY_COMPARE(windows<ComposeWindow>().size(), 1);
    auto *letter = windows<ComposeWindow>().first();
    QVERIFY(QTest::qWaitForWindowActive(letter));
    QTest::keyClick(letter->focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(letter->focusWidget(), QStringLiteral("No subject: to be asked once the file is here"));
    QFile file(m_dir->filePath(QStringLiteral("large.bin")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5'000'000, 'x'));
    file.close();
    auto *attachments = letter->findChild<AttachmentModel *>();
    QVERIFY(attachments);
    QTimer::singleShot(0, this, [&] {
        attachments->addFiles({file.fileName()});
        QTest::keyClick(letter, Qt::Key_Return, Qt::ControlModifier);
        QCoreApplication::quit();
    });
    bool cameBack = false;
    QTimer look;
    connect(&look, &QTimer::timeout, this, [&] {
        if (attachments->isCapturing() || !letter->isVisible())
            return;
        look.stop();
        cameBack = true;
        letter->close();
    });
    QTimer::singleShot(0, &look, [&] { look.start(10); }); // after it was hidden
    QCOMPARE(QApplication::exec(), 0);
    QVERIFY(cameBack);
}

QTEST_MAIN(TestApplication)
#include "tst_application.moc"
