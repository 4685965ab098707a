// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/outbox/MainWindowTest.h"
#include "ui/outbox/EmptyState.h"
#include "ui/outbox/MainCommands.h"
#include "ui/outbox/NoticeStrip.h"
#include "ui/outbox/OutboxModel.h"
#include "ui/outbox/ReceiptView.h"
#include "ui/outbox/ReceivedView.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>

using namespace pennypost;

class TestMainWindow : public MainWindowTest
{
    Q_OBJECT

private Q_SLOTS:
    // --- first steps

    void emptyStates_data()
    {
        QTest::addColumn<bool>("account");
        QTest::addColumn<QStringList>("buttons");
        QTest::newRow("the first start")
            << false
            << QStringList{QStringLiteral("&Set up your mail account"), QStringLiteral("&Practise first")};
        QTest::newRow("an account, no letter") << true << QStringList{QStringLiteral("&Write a letter")};
    }
    void emptyStates()
    {
        QFETCH(bool, account);
        QFETCH(QStringList, buttons);
        if (account)
            m_bench->addAccount();
        open(0);
        auto *empty = m_window->findChild<EmptyState *>();
        QTRY_VERIFY(empty->isVisible());
        QStringList shown;
        int height = 0;
        for (const QPushButton *button : empty->findChildren<QPushButton *>()) {
            if (!button->isVisible())
                continue;
            shown.append(button->text());
            QVERIFY(height == 0 || button->height() == height);
            height = button->height();
        }
        QCOMPARE(shown, buttons);
        QSignalSpy setup(m_window.get(), &MainWindow::ownAccountRequested);
        QSignalSpy practice(m_window.get(), &MainWindow::practiceRequested);
        QSignalSpy letter(m_window.get(), &MainWindow::newLetterRequested);
        for (const QString &button : buttons)
            press(button);
        QCOMPARE(setup.size(), account ? 0 : 1);
        QCOMPARE(practice.size(), account ? 0 : 1);
        QCOMPARE(letter.size(), account ? 1 : 0);
    }

    void anAccountChangesTheFirstSteps()
    {
        open(0);
        auto *empty = m_window->findChild<EmptyState *>();
        QTRY_VERIFY(empty->isVisible());
        m_bench->addAccount();
        QTRY_VERIFY(!empty->findChildren<QPushButton *>()[0]->isVisible());
    }

    // --- keys

    void shortcuts_data()
    {
        QTest::addColumn<QKeySequence>("keys");
        QTest::addColumn<QString>("signal");
        QTest::newRow("new letter") << QKeySequence(QKeySequence::New) << "newLetterRequested";
        QTest::newRow("Return opens a draft") << QKeySequence(Qt::Key_Return) << "draftOpenRequested";
        QTest::newRow("Enter, too") << QKeySequence(Qt::Key_Enter) << "draftOpenRequested";
    }
    void shortcuts()
    {
        QFETCH(QKeySequence, keys);
        QFETCH(QString, signal);
        m_bench->addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        open(2);
        select(QStringLiteral("a"));
        QSignalSpy spy(m_window.get(), QByteArray("2" + signal.toLatin1() +
                                                  (signal.startsWith(u"draft") ? "(QString)" : "()"))
                                           .constData());
        QVERIFY(spy.isValid());
        QTest::keySequence(list(), keys);
        QCOMPARE(spy.size(), 1);
        if (signal.startsWith(u"draft"))
            QCOMPARE(spy[0][0].toString(), QStringLiteral("a"));
    }

    void arrowsPassOverHeadings()
    {
        m_bench->addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        m_bench->addSent(QStringLiteral("s"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        open(4);
        select(QStringLiteral("a"));
        QTest::keyClick(list(), Qt::Key_Down);
        QCOMPARE(current(), QStringLiteral("s"));
        QTest::keyClick(list(), Qt::Key_Up);
        QCOMPARE(current(), QStringLiteral("a"));
    }

    // --- search

    void searching()
    {
        m_bench->addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"),
                          QStringLiteral("Über den Tee"));
        m_bench->addSent(QStringLiteral("s"), QStringLiteral("carol@example.net"), QStringLiteral("Cake"));
        open(4);
        QTest::keySequence(m_window.get(), QKeySequence::Find);
        QVERIFY(search()->hasFocus());
        QTest::keyClicks(search(), QStringLiteral("uber"));
        QTRY_COMPARE(model()->rowCount(), 2);
        QVERIFY(model()->indexOf(QStringLiteral("a")).isValid());
        search()->setText(QStringLiteral("4F3B2A1C")); // the receipt's queue id
        QTRY_VERIFY(model()->indexOf(QStringLiteral("s")).isValid());
        search()->setText(QStringLiteral("zebra"));
        QTRY_VERIFY(m_window->findChild<EmptyState *>()->isVisible());
        press(QStringLiteral("&Clear the search"));
        QTRY_COMPARE(model()->rowCount(), 4);
        search()->setFocus();
        search()->setText(QStringLiteral("cake"));
        QTest::keyClick(search(), Qt::Key_Escape);
        QVERIFY(search()->text().isEmpty());
        QVERIFY(list()->hasFocus());
        QTest::keyClick(list(), Qt::Key_F6);
        QVERIFY(search()->hasFocus());
    }

    void delInTheSearchFieldDeletesACharacter()
    {
        m_bench->addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        open(2);
        select(QStringLiteral("a"));
        search()->setFocus();
        search()->setText(QStringLiteral("ab"));
        search()->setCursorPosition(0);
        QTest::keyClick(search(), Qt::Key_Delete);
        QCOMPARE(search()->text(), QStringLiteral("b"));
        QVERIFY(!strip()->isVisible());
    }

    // --- letters that went out and came in

    void sentIsSaidAndItsReceiptOpens()
    {
        m_bench->addSent(QStringLiteral("s"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"), true);
        open(2);
        select(QStringLiteral("s"));
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_VERIFY(topLevel<ReceiptView>());
        QTest::keyClick(list(), Qt::Key_Return);
        QTest::qWait(0);
        int receipts = 0;
        for (QWidget *widget : QApplication::topLevelWidgets())
            receipts += qobject_cast<ReceiptView *>(widget) ? 1 : 0;
        QCOMPARE(receipts, 1); // one window a letter

        SentLetter letter;
        letter.id = QStringLiteral("s2");
        letter.message = letterOf(QStringLiteral("bob@example.net"), QStringLiteral("Cake"));
        m_window->showSent(letter);
        QVERIFY(strip()->accessibleName().contains(QStringLiteral("Cake")));
        QCOMPARE(stripButtons(), QStringList{QStringLiteral("Show the &receipt")});
    }

    void aReceivedLetterOpens()
    {
        const QString file = m_bench->addReceived(QStringLiteral("1.eml"), "Subject: Hi\r\n\r\nx");
        open(2);
        select(file);
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_VERIFY(topLevel<ReceivedView>());
    }

    /// They take the focus, and the next letter is begun from there as well.
    void newLetterFromALettersWindow_data()
    {
        QTest::addColumn<bool>("received");
        QTest::newRow("receipt") << false;
        QTest::newRow("received") << true;
    }
    void newLetterFromALettersWindow()
    {
        QFETCH(bool, received);
        open(0);
        QSignalSpy asked(m_window.get(), &MainWindow::newLetterRequested);
        SentLetter letter;
        letter.id = QStringLiteral("s");
        letter.message = letterOf(QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        if (received)
            m_window->showReceived(m_bench->addReceived(QStringLiteral("1.eml"), "Subject: Hi\r\n\r\nx"));
        else
            m_window->showReceipt(letter);
        QWidget *window =
            received ? static_cast<QWidget *>(topLevel<ReceivedView>()) : topLevel<ReceiptView>();
        QVERIFY(window);
        QVERIFY(QTest::qWaitForWindowActive(window));
        QTest::keyClick(window, Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(asked.size(), 1);
    }

    void refreshKeepsTheSelection()
    {
        m_bench->addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        open(2);
        select(QStringLiteral("a"));
        m_bench->addDraft(QStringLiteral("b"), QStringLiteral("bob@example.net"), QStringLiteral("Newer"));
        m_window->refresh();
        QTRY_COMPARE(model()->rowCount(), 3);
        QCOMPARE(current(), QStringLiteral("a"));
    }

    /// What was handed in as a file cannot be edited: it is settled or forgotten.
    void anUndecidedFile_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<qsizetype>("sent");
        QTest::newRow("it arrived") << "&It arrived" << qsizetype(1);
        QTest::newRow("forget it") << "Fo&rget it" << qsizetype(0);
    }
    void anUndecidedFile()
    {
        QFETCH(QString, button);
        m_bench->addUndecidedFile(QStringLiteral("item"), QStringLiteral("bob@example.net"),
                                  QStringLiteral("Invoice"));
        m_bench->addUndecided(QStringLiteral("other"), QStringLiteral("draft"),
                              QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        open(3);
        select(QStringLiteral("item"));
        QCOMPARE(stripButtons(), (QStringList{QStringLiteral("&It arrived"), QStringLiteral("Fo&rget it"),
                                              QStringLiteral("L&ook at it")}));
        select(QStringLiteral("other"));
        QVERIFY(stripButtons().contains(QStringLiteral("&Send again…")));
        QVERIFY(!stripButtons().contains(QStringLiteral("Fo&rget it")));
        select(QStringLiteral("item"));
        press(button);
        QTRY_COMPARE(m_bench->itemCount(), 1);
        QCOMPARE(m_bench->draftIds(), QStringList{QStringLiteral("draft")});
        QTEST(m_bench->sentIds().size(), "sent");
    }

    /// The link, the server or the program itself: the outbox does not say which of them ended the wait.
    void theQuestionBlamesNobody()
    {
        m_bench->addUndecided(QStringLiteral("item"), QStringLiteral("draft"),
                              QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        open(2);
        select(QStringLiteral("item"));
        const QString said = strip()->notice().text;
        QVERIFY2(!said.contains(QStringLiteral("connection")), qPrintable(said));
        QVERIFY(said.startsWith(QStringLiteral("“Tea” went out to bob@example.net")));
        QVERIFY(said.contains(QStringLiteral("confirmation never came in")));
    }

    // --- what was said to the servers

    void nothingToLog()
    {
        open(0);
        m_window->findChild<QAction *>(u"main.save-log"_qs)->trigger();
        QVERIFY(strip()->notice().text.contains(u"nothing to save"_qs));
        QVERIFY(m_window->findChildren<QFileDialog *>().isEmpty());
    }

    void logIsSaved()
    {
        open(0);
        ServerSettings server;
        server.host = u"mail.example.org"_qs;
        server.userName = u"alice"_qs;
        m_bench->dialogues.begin(server)->sent("EHLO [127.0.0.1]");
        m_window->findChild<QAction *>(u"main.save-log"_qs)->trigger();
        m_window->findChild<QAction *>(u"main.save-log"_qs)->trigger(); // asks once
        const auto dialogs = m_window->findChildren<QFileDialog *>();
        QCOMPARE(dialogs.size(), 1);
        const QString target = m_bench->profile.filePath(u"log.txt"_qs);
        Q_EMIT dialogs.first()->fileSelected(target);
        QTRY_VERIFY(strip()->notice().text.contains(u"log.txt"_qs));
        QFile file(target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("=== alice @ mail.example.org:465, "));
        QVERIFY(text.contains(" C: EHLO [127.0.0.1]\n"));
    }

    void logCannotBeSaved()
    {
        open(0);
        m_bench->dialogues.begin({})->note(u"connected"_qs);
        m_window->findChild<QAction *>(u"main.save-log"_qs)->trigger();
        const auto dialogs = m_window->findChildren<QFileDialog *>();
        QCOMPARE(dialogs.size(), 1);
        Q_EMIT dialogs.first()->fileSelected(m_bench->profile.filePath(u"no such folder/log.txt"_qs));
        QTRY_VERIFY(strip()->notice().text.contains(u"could not be saved"_qs));
        QCOMPARE(strip()->notice().buttons.size(), 1); // elsewhere
    }

    // --- what goes wrong

    void aDamagedStoreIsSaidOnce()
    {
        m_bench.reset();
        QTemporaryDir profile;
        QFile file(profile.filePath(QStringLiteral("pennypost.sqlite")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("no database").repeated(100));
        file.close();
        m_bench = std::make_unique<MainBench>();
        StoreThread store(file.fileName());
        auto services = m_bench->services();
        m_window = std::make_unique<MainWindow>(MainServices{services.accounts,
                                                             services.outbox,
                                                             store,
                                                             services.clock,
                                                             services.shortcuts,
                                                             services.dialogues,
                                                             {}});
        m_window->show();
        QTRY_VERIFY(strip()->isVisible());
        strip()->end();
        m_window->refresh();
        QTest::qWait(50);
        QVERIFY(!strip()->isVisible());
        beginAnew(); // before the store goes
    }

    // --- for everyone

    void everyCommandHasItsKeys()
    {
        open(0);
        const ShortcutArea area = MainCommands::area();
        QVERIFY(area.commands.size() > 10);
        for (const ShortcutCommand &command : area.commands) {
            const auto *action = m_window->findChild<QAction *>(command.id);
            QVERIFY2(action, qPrintable(command.id));
            QCOMPARE(action->shortcuts(), command.usual);
            const Keys other = {Qt::CTRL | Qt::SHIFT | Qt::Key_M};
            m_bench->shortcuts.setChoices(m_bench->shortcuts.given(area, command, other).choices);
            QCOMPARE(action->shortcuts(), other);
        }
    }

    void everythingHasAName()
    {
        m_bench->addUndecided(QStringLiteral("item"), QStringLiteral("draft"),
                              QStringLiteral("bob@example.net"), QStringLiteral("Invoice"));
        open(2);
        select(QStringLiteral("item"));
        for (QWidget *widget : m_window->findChildren<QWidget *>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            QVERIFY(face);
            QVERIFY2(!face->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
        QAccessibleInterface *rows = QAccessible::queryAccessibleInterface(list());
        QVERIFY(rows->child(1)->text(QAccessible::Name).contains(QStringLiteral("Invoice")));
        for (const QAction *menu : m_window->menuBar()->actions()) {
            QVERIFY(menu->text().contains(u'&'));
            for (const QAction *action : menu->menu()->actions())
                QVERIFY2(action->isSeparator() || action->text().contains(u'&'), qPrintable(action->text()));
        }
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
