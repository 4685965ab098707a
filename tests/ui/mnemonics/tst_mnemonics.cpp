// SPDX-License-Identifier: GPL-3.0-or-later
// Every window in every language: no letter of Alt means two things.
#include "tests/ui/compose/ComposeBench.h"
#include "tests/ui/mnemonics/Mnemonics.h"
#include "tests/ui/outbox/MainBench.h"
#include "tests/ui/setup/SetupTour.h"
#include "ui/common/ProblemText.h"
#include "ui/compose/ComposeCommands.h"
#include "ui/outbox/OutboxModel.h"
#include "ui/shortcuts/KeyEdit.h"
#include "ui/shortcuts/ShortcutsDialog.h"

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>

using namespace pennypost;

class TestMnemonics : public QObject
{
    Q_OBJECT

private:
    QStringList m_found;
    qsizetype m_looked = 0;

    void look(const QWidget &window, const QString &state)
    {
        ++m_looked;
        QCoreApplication::processEvents(); // a layout shows what was just put into it from the event loop
        const QStringList here = ambiguousMnemonics(window);
        for (const QString &each : here)
            m_found.append(state + QStringLiteral(": ") + each);
    }
    /// A letter with all its fields and the format bar.
    static Parts openWhole(ComposeBench &bench)
    {
        Draft draft;
        draft.rich = true;
        const Parts parts(bench.open(draft));
        parts.head->showCc();
        parts.head->showBcc();
        return parts;
    }
    /// All windows that stand open.
    void lookAround(const QString &state)
    {
        const auto windows = QApplication::topLevelWidgets();
        for (const QWidget *window : windows) {
            if (window->isVisible() && !window->inherits("QMenu"))
                look(*window, state);
        }
    }

private Q_SLOTS:
    void init()
    {
        m_found.clear();
        m_looked = 0;
    }
    void cleanup()
    {
        auto windows = QApplication::topLevelWidgets();
        windows.removeIf(
            [](const QWidget *window) { return window->parent(); }); // a menu goes with its button
        qDeleteAll(windows);
    }

    void seesWhatIsAmbiguous();
    void compose_data() { languageRows(); }
    void compose();
    void composeQuestions_data() { languageRows(); }
    void composeQuestions();
    void composeSender_data() { languageRows(); }
    void composeSender();
    void composeProblems_data() { languageRows(); }
    void composeProblems();
    void composeFiles_data() { languageRows(); }
    void composeFiles();
    void composeCopy_data() { languageRows(); }
    void composeCopy();
    void composeDoubt_data() { languageRows(); }
    void composeDoubt();
    void mainWindow_data() { languageRows(); }
    void mainWindow();
    void shortcuts_data() { languageRows(); }
    void shortcuts();
    void setup_data() { languageRows(); }
    void setup();
};

void TestMnemonics::seesWhatIsAmbiguous()
{
    QWidget window;
    auto *send = new QPushButton(QStringLiteral("&Send"), &window);
    auto *settings = new QPushButton(QStringLiteral("&Server settings"), &window);
    new QPushButton(QStringLiteral("S&ave && close"), &window);
    window.show();
    QCOMPARE(ambiguousMnemonics(window), QStringList(QStringLiteral("S: &Send, &Server settings")));
    settings->hide();
    QCOMPARE(ambiguousMnemonics(window), QStringList());
    send->setText(QStringLiteral("Send && &always"));
    QCOMPARE(ambiguousMnemonics(window).size(), 1);
}

/// A letter with everything shown that can stand there by the side of each other.
void TestMnemonics::compose()
{
    QFETCH(QString, language);
    const Spoken spoken(language);
    ComposeBench bench;
    const Parts parts = openWhole(bench);
    parts.write(QStringLiteral("bob@example.net"), QStringLiteral("Tea"), QStringLiteral("words"));
    parts.attachments->addFiles({bench.file(QStringLiteral("a.txt"), "attached")});
    SOON(parts.attachmentsSettled());
    look(*parts.window, QStringLiteral("all fields"));
    parts.body->setFocus();
    parts.press(Qt::Key_H);
    look(*parts.window, QStringLiteral("find and replace"));
    parts.press(Qt::Key_K);
    SOON(parts.strip->isUp());
    look(*parts.window, QStringLiteral("link, find and replace"));
    parts.press(Qt::Key_Escape, Qt::NoModifier);
    parts.press(Qt::Key_Return);
    FakeSubmission *submission = bench.submission();
    submission->report(Stage::Body, 10);
    look(*parts.window, QStringLiteral("sending"));
    submission->reportFinalDotDue();
    SOON(submission->isFinalDotReleased());
    submission->fail(Problem::MayHaveBeenSent, Stage::FinalDot);
    SOON(!parts.strip->showsProgress());
    look(*parts.window, QStringLiteral("may have been sent"));
    QCOMPARE(m_looked, 5);
    QVERIFY2(m_found.isEmpty(), qPrintable(m_found.join(u'\n')));
}

void TestMnemonics::composeQuestions()
{
    QFETCH(QString, language);
    const Spoken spoken(language);
    ComposeBench bench;
    const Parts parts = openWhole(bench);
    parts.press(Qt::Key_Return);
    SOON(parts.strip->isUp());
    look(*parts.window, QStringLiteral("no recipient"));
    type(parts.to(), QStringLiteral("bob@"));
    parts.press(Qt::Key_Return);
    look(*parts.window, QStringLiteral("broken address"));
    QTest::keyClick(parts.to(), Qt::Key_A, Qt::ControlModifier);
    type(parts.to(), QStringLiteral("bob@example.net"));
    parts.press(Qt::Key_Return);
    SOON(!parts.strip->strip().fieldLabel.isEmpty());
    look(*parts.window, QStringLiteral("no subject"));
    QCOMPARE(m_looked, 3);
    QVERIFY2(m_found.isEmpty(), qPrintable(m_found.join(u'\n')));
}

void TestMnemonics::composeSender()
{
    QFETCH(QString, language);
    const Spoken spoken(language);
    ComposeBench bench;
    bench.keychain.readError = SecretError{SecretError::Kind::Locked, QStringLiteral("locked")};
    const Parts parts = openWhole(bench);
    parts.write(QStringLiteral("bob@example.net"), QStringLiteral("Tea"), QStringLiteral("words"));
    parts.press(Qt::Key_Return);
    SOON(!parts.strip->strip().details.isEmpty());
    look(*parts.window, QStringLiteral("keychain locked"));
    parts.click(QString(parts.strip->strip().buttons.at(1).text).remove(u'&'));
    QVERIFY(!parts.strip->strip().fieldLabel.isEmpty());
    look(*parts.window, QStringLiteral("password for this session"));
    parts.strip->dismiss();
    QVERIFY(bench.accounts->remove(QStringLiteral("alice")));
    SOON(parts.strip->isUp());
    look(*parts.window, QStringLiteral("account gone"));
    QCOMPARE(m_looked, 3);
    QVERIFY2(m_found.isEmpty(), qPrintable(m_found.join(u'\n')));
}

void TestMnemonics::composeProblems()
{
    QFETCH(QString, language);
    const Spoken spoken(language);
    ComposeBench bench;
    const Parts parts = openWhole(bench);
    parts.attachments->addFiles({bench.file(QStringLiteral("a.txt"), "attached")});
    SOON(parts.attachmentsSettled());
    QFile table(QStringLiteral(PENNYPOST_PROVIDERS));
    QVERIFY(table.open(QIODevice::ReadOnly));
    const auto providers = ServerDiscovery::fromJson(table.readAll());
    QVERIFY(providers);
    for (const QString &host : {QStringLiteral("smtp.gmail.com"), QStringLiteral("mail.example.org")}) {
        ProblemContext context;
        context.server.host = host;
        context.provider = providers->providerForHost(host);
        context.recipients = 2;
        for (int i = 0; i <= int(Problem::MayHaveBeenSent); ++i) {
            SubmissionError error;
            error.problem = Problem(i);
            error.stage = Stage::Connect;
            error.detail = QStringLiteral("a.txt");
            error.refused = {{QStringLiteral("carol@example.net"), Reply{550, {}, {"no"}}}};
            const ProblemText words = ProblemWords::of(error, context);
            Strip strip;
            strip.title = words.title;
            for (const QString &button : {words.button, words.secondButton}) {
                if (!button.isEmpty())
                    strip.buttons.append({button, [] {}});
            }
            parts.strip->show(strip);
            look(*parts.window, nameOf(error.problem));
        }
    }
    QVERIFY2(m_found.isEmpty(), qPrintable(m_found.join(u'\n')));
}

/// What is said of files, while somebody replaces words.
void TestMnemonics::composeFiles()
{
    QFETCH(QString, language);
    const Spoken spoken(language);
    ComposeBench bench;
    const Parts parts = openWhole(bench);
    parts.body->setFocus();
    parts.press(Qt::Key_H);
    const auto give = [&](const QStringList &files, const QString &state) {
        parts.attachments->addFiles(files);
        SOON(parts.attachmentsSettled());
        if (!parts.strip->isUp())
            return;
        look(*parts.window, state);
        parts.strip->dismiss();
    };
    const QString file = bench.file(QStringLiteral("a.txt"), "one");
    give({file}, QStringLiteral("attached"));
    give({file}, QStringLiteral("left out"));
    give({file, file}, QStringLiteral("several left out"));
    give({bench.file(QStringLiteral("b.txt"), "one")}, QStringLiteral("alike"));
    bench.file(QStringLiteral("a.txt"), "two");
    give({file}, QStringLiteral("changed"));
    const QString gone = bench.folder.filePath(QStringLiteral("gone.txt"));
    give({gone}, QStringLiteral("failed"));
    give({gone, gone}, QStringLiteral("several failed"));
    give({bench.folder.path()}, QStringLiteral("folder"));
    QCOMPARE(m_looked, 7);
    QVERIFY2(m_found.isEmpty(), qPrintable(m_found.join(u'\n')));
}

/// A letter that can't be stored, kept as a file.
void TestMnemonics::composeCopy()
{
    QFETCH(QString, language);
    const Spoken spoken(language);
    ComposeBench bench;
    const Parts parts = openWhole(bench);
    parts.write(QStringLiteral("bob@example.net"), QStringLiteral("Tea"), QStringLiteral("words"));
    bench.ask([](Database &database) { return database.run(QStringLiteral("DROP TABLE draft")).hasValue(); });
    type(parts.body, QStringLiteral(" and more"));
    parts.window->close();
    SOON(parts.strip->strip().buttons.size() == 3);
    look(*parts.window, QStringLiteral("not stored"));
    const QString offered = parts.strip->strip().title;
    const auto press = [&](int button) {
        parts.click(QString(parts.strip->strip().buttons.at(button).text).remove(u'&'));
    };
    const auto saveTo = [&](const QString &file) {
        const QString told = parts.strip->strip().title;
        auto *dialog = parts.window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(file);
        dialog->close();
        SOON(parts.strip->strip().title != told && !parts.strip->strip().buttons.isEmpty());
    };
    press(1);
    saveTo(bench.folder.filePath(QStringLiteral("no/such/folder.eml")));
    QCOMPARE(parts.strip->strip().buttons.size(), 2);
    look(*parts.window, QStringLiteral("not saved"));
    press(0);
    saveTo(bench.folder.filePath(QStringLiteral("new.eml")));
    QCOMPARE(parts.strip->strip().buttons.size(), 1);
    look(*parts.window, QStringLiteral("saved"));
    press(0);
    QCOMPARE(parts.strip->strip().title, offered);
    parts.attachments->addFiles({bench.folder.filePath(QStringLiteral("gone.txt"))});
    SOON(parts.attachments->firstFailed() == 0 && parts.strip->isUp());
    parts.window->close();
    SOON_EQUAL(parts.strip->strip().title, offered);
    press(1);
    QCOMPARE(parts.strip->strip().buttons.size(), 2);
    look(*parts.window, QStringLiteral("incomplete"));
    QCOMPARE(m_looked, 4);
    QVERIFY2(m_found.isEmpty(), qPrintable(m_found.join(u'\n')));
}

/// What became of a letter in doubt can't be stored.
void TestMnemonics::composeDoubt()
{
    QFETCH(QString, language);
    const Spoken spoken(language);
    ComposeBench bench;
    const Parts parts = openWhole(bench);
    parts.write(QStringLiteral("bob@example.net"), QStringLiteral("Tea"), QStringLiteral("words"));
    parts.press(Qt::Key_Return);
    bench.submission()->fail(Problem::MayHaveBeenSent, Stage::FinalDot);
    SOON(!parts.strip->showsProgress());
    const QString question = parts.strip->strip().title;
    bench.ask(
        [](Database &database) { return database.run(QStringLiteral("DROP TABLE outbox_item")).hasValue(); });
    parts.click(QString(parts.strip->strip().buttons.at(0).text).remove(u'&'));
    SOON(parts.strip->strip().title != question && !parts.strip->strip().buttons.isEmpty());
    look(*parts.window, QStringLiteral("answer not stored"));
    QCOMPARE(m_looked, 1);
    QVERIFY2(m_found.isEmpty(), qPrintable(m_found.join(u'\n')));
}

void TestMnemonics::mainWindow()
{
    QFETCH(QString, language);
    const Spoken spoken(language);
    MainBench bench;
    MainWindow window(bench.services());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    look(window, QStringLiteral("no account"));
    bench.addAccount();
    bench.addDraft(QStringLiteral("d"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
    bench.addSent(QStringLiteral("s"), QStringLiteral("bob@example.net"), QStringLiteral("Cake"));
    bench.addUndecided(QStringLiteral("u"), QStringLiteral("e"), QStringLiteral("bob@example.net"),
                       QStringLiteral("Jam"));
    bench.addUndecidedFile(QStringLiteral("f"), QStringLiteral("bob@example.net"), QStringLiteral("Toast"));
    window.refresh();
    auto *list = window.findChild<QListView *>();
    auto *model = static_cast<OutboxModel *>(list->model());
    const QStringList rows = {QStringLiteral("d"), QStringLiteral("s"), QStringLiteral("u"),
                              QStringLiteral("f")};
    for (const QString &row : rows) {
        QTRY_VERIFY(model->indexOf(row).isValid());
        list->setCurrentIndex(model->indexOf(row));
        list->setFocus();
        look(window, row + QStringLiteral(" is selected"));
        QTest::keyClick(list, Qt::Key_Return);
        lookAround(row + QStringLiteral(" is opened"));
    }
    window.showKeptDraft(QStringLiteral("d"), QStringLiteral("Tea"));
    look(window, QStringLiteral("kept as draft"));
    window.showSent(SentLetter());
    look(window, QStringLiteral("sent"));
    window.showReceived(
        bench.addReceived(QStringLiteral("a.eml"),
                          "From: a@example.org\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
                          "--x\r\nContent-Type: text/html\r\n\r\n<p>Hi\r\n"
                          "--x\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\na\r\n--x--\r\n"));
    QTRY_VERIFY([] {
        const auto all = QApplication::topLevelWidgets();
        return std::any_of(all.begin(), all.end(), [](const QWidget *each) {
            return each->isVisible() && each->inherits("pennypost::ReceivedView");
        });
    }());
    lookAround(QStringLiteral("as received"));
    list->setCurrentIndex(model->indexOf(QStringLiteral("d")));
    QTest::keyClick(list, Qt::Key_Delete);
    look(window, QStringLiteral("deleted"));
    window.findChild<QLineEdit *>()->setText(QStringLiteral("nothing like it"));
    look(window, QStringLiteral("nothing found"));
    QVERIFY(m_looked >= 14);
    QVERIFY2(m_found.isEmpty(), qPrintable(m_found.join(u'\n')));
}

void TestMnemonics::shortcuts()
{
    QFETCH(QString, language);
    const Spoken spoken(language);
    ComposeBench bench;
    auto *dialog = new ShortcutsDialog(*bench.shortcuts, {ComposeCommands::letter()});
    dialog->show();
    look(*dialog, QStringLiteral("shortcuts"));
    QTest::keyClick(dialog->findChild<KeyEdit *>(), Qt::Key_F7); // with Undo
    look(*dialog, QStringLiteral("another key"));
    delete dialog;
    QVERIFY(!bench.shortcuts->choices().isEmpty());
    QCOMPARE(m_looked, 2);
    QVERIFY2(m_found.isEmpty(), qPrintable(m_found.join(u'\n')));
}

void TestMnemonics::setup()
{
    QFETCH(QString, language);
    const Spoken spoken(language);
    SetupTour tour([this](const QWidget &window, const QString &state) { look(window, state); });
    tour.assistant();
    tour.dialog();
    QVERIFY(m_looked >= 20);
    QVERIFY2(m_found.isEmpty(), qPrintable(m_found.join(u'\n')));
}

QTEST_MAIN(TestMnemonics)
#include "tst_mnemonics.moc"
