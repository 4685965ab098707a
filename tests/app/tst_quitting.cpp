// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/OpenLetters.h"
#include "tests/app/ApplicationTest.h"
#include "ui/compose/AttachmentModel.h"
#include "ui/compose/BodyEditor.h"
#include "ui/compose/SendStateBar.h"

#include <QDir>
#include <QPushButton>
#include <QSignalSpy>

using namespace pennypost;

/// Quitting asks nothing, loses nothing, and waits in sight for what is under way.
class TestQuitting : public ApplicationTest
{
    Q_OBJECT

private Q_SLOTS:
    void savesAndEnds();
    void stopsAtWhatCannotBeSaved();
    void waitsForFiles();
    void waitsForTheLetter_data();
    void waitsForTheLetter();
};

void TestQuitting::savesAndEnds()
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

void TestQuitting::stopsAtWhatCannotBeSaved()
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

void TestQuitting::waitsForFiles()
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
    bool stayed = true;
    bool asked = false;
    QTimer look;
    connect(&look, &QTimer::timeout, this, [&] {
        stayed = stayed && letter->isVisible();
        if (run->main() || attachments->isCapturing())
            return; // not quitting yet, or still waiting
        look.stop();
        asked = letter->isVisible();
        letter->close();
    });
    look.start(1);
    QCOMPARE(QApplication::exec(), 0);
    QVERIFY2(stayed, "its progress is in sight");
    QVERIFY(asked);
}

/// The program ends by itself when the letter is out, and until then shows why it has not.
void TestQuitting::waitsForTheLetter_data()
{
    QTest::addColumn<QString>("closed"); // the letter's window
    QTest::newRow("in sight") << "";
    QTest::newRow("closed before") << "before";
    QTest::newRow("closed after") << "after";
}

void TestQuitting::waitsForTheLetter()
{
    QFETCH(QString, closed);
    addPractice();
    const auto run = makeRun();
    run->application.start();
    Q_EMIT run->main()->practiceRequested();
    QTRY_COMPARE(windows<ComposeWindow>().size(), 1);
    const QPointer<ComposeWindow> letter = windows<ComposeWindow>().first();
    QVERIFY(QTest::qWaitForWindowActive(letter));
    QTest::keyClicks(letter->focusWidget(), QStringLiteral("Tea"));
    letter->findChild<BodyEditor *>()->setPlainText(QStringLiteral("at five"));
    bool stays = false;
    QTimer::singleShot(0, this, [&] {
        QTest::keyClick(letter, Qt::Key_Return, Qt::ControlModifier);
        if (closed == u"before")
            letter->close();
        QCoreApplication::quit();
    });
    // The main window has gone, and the letter's is there until it is out.
    QTimer look;
    connect(&look, &QTimer::timeout, this, [&] {
        if (run->main() || !letter || !letter->isVisible() || !letter->isUnderWay())
            return;
        stays = true;
        if (closed == u"after")
            letter->close();
    });
    look.start(1);
    QTimer late;
    late.setSingleShot(true);
    connect(&late, &QTimer::timeout, this, [] { QCoreApplication::exit(1); });
    late.start(30'000);
    QCOMPARE(QApplication::exec(), 0);
    QVERIFY(stays);
    QCOMPARE(QDir(run->services.paths.practice).entryList({QStringLiteral("*.eml")}).size(), 1);
}

QTEST_MAIN(TestQuitting)
#include "tst_quitting.moc"
