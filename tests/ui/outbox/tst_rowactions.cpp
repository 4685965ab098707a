// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/outbox/MainWindowTest.h"
#include "ui/outbox/NoticeStrip.h"
#include "ui/outbox/OutboxModel.h"
#include "ui/outbox/ReceiptView.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

using namespace pennypost;

class TestRowActions : public MainWindowTest
{
    Q_OBJECT

private:
    QAction *action(const QString &text) const
    {
        for (QAction *candidate : m_window->findChildren<QAction *>()) {
            if (candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }

private Q_SLOTS:
    // --- deleting

    void deletingCanBeUndone()
    {
        m_bench->addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        m_bench->addDraft(QStringLiteral("b"), QStringLiteral("carol@example.net"), QStringLiteral("Cake"));
        open(3);
        select(QStringLiteral("b"));
        QTest::keyClick(list(), Qt::Key_Delete);
        QVERIFY(!model()->indexOf(QStringLiteral("b")).isValid());
        QCOMPARE(current(), QStringLiteral("a")); // on to the neighbour
        QVERIFY(strip()->isVisible());
        QVERIFY(strip()->accessibleName().contains(QStringLiteral("Cake")));
        QCOMPARE(m_bench->draftIds().size(), 2); // still there, should the power fail now
        press(QStringLiteral("&Undo"));
        QVERIFY(!strip()->isVisible());
        QCOMPARE(current(), QStringLiteral("b"));
        QCOMPARE(m_bench->draftIds().size(), 2);
    }

    void theUndoKeyUndoes_data()
    {
        QTest::addColumn<QString>("typed"); // into the search field, which has the focus then
        QTest::addColumn<bool>("inSearch");
        QTest::addColumn<bool>("undone");
        QTest::newRow("from the list") << "" << false << true;
        QTest::newRow("from a search field that has nothing to undo") << "" << true << true;
        QTest::newRow("the search field goes first") << "a" << true << false;
    }
    void theUndoKeyUndoes()
    {
        QFETCH(QString, typed);
        QFETCH(bool, inSearch);
        QFETCH(bool, undone);
        m_bench->addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        m_bench->addDraft(QStringLiteral("b"), QStringLiteral("carol@example.net"), QStringLiteral("Cake"));
        open(3);
        select(QStringLiteral("b"));
        press(Qt::Key_Delete);
        if (inSearch)
            search()->setFocus();
        if (!typed.isEmpty())
            QTest::keyClicks(search(), typed);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(model()->indexOf(QStringLiteral("b")).isValid(), undone);
        QCOMPARE(strip()->isVisible(), !undone);
        QCOMPARE(search()->text(), QString());
        press(Qt::Key_Z, Qt::ControlModifier); // the field's own is used up now
        QVERIFY(model()->indexOf(QStringLiteral("b")).isValid());
        QVERIFY(!strip()->isVisible());
        QCOMPARE(m_bench->draftIds().size(), 2);
    }

    void deletingIsDone_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("the strip is dismissed") << "dismiss";
        QTest::newRow("another one is deleted") << "another";
        QTest::newRow("the window is closed") << "close";
    }
    void deletingIsDone()
    {
        QFETCH(QString, how);
        m_bench->addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        m_bench->addSent(QStringLiteral("s"), QStringLiteral("bob@example.net"), QStringLiteral("Cake"));
        open(4);
        select(QStringLiteral("a"));
        QTest::keyClick(list(), Qt::Key_Delete);
        if (how == u"dismiss") {
            strip()->end();
        } else if (how == u"another") {
            select(QStringLiteral("s"));
            QTest::keyClick(list(), Qt::Key_Delete);
            QCOMPARE(stripButtons(), QStringList{QStringLiteral("&Undo")});
        } else {
            m_window->close();
        }
        QTRY_COMPARE(m_bench->draftIds(), QStringList());
        if (how == u"another") {
            QCOMPARE(m_bench->sentIds(), QStringList{QStringLiteral("s")});
            m_window.reset();
            QTRY_COMPARE(m_bench->sentIds(), QStringList());
        }
    }

    /// The only other row has a question, which would take the strip, and with it the Undo.
    void aQuestionWaitsForTheUndo_data()
    {
        QTest::addColumn<QString>("then");
        QTest::addColumn<bool>("deleted");
        QTest::newRow("undone") << "undo" << false;
        QTest::newRow("undone after a refresh") << "refresh" << false;
        QTest::newRow("undone after a click at the question's row") << "click" << false;
        QTest::newRow("its time is over") << "end" << true;
    }
    void aQuestionWaitsForTheUndo()
    {
        QFETCH(QString, then);
        QFETCH(bool, deleted);
        m_bench->addUndecided(QStringLiteral("item"), QStringLiteral("draft"),
                              QStringLiteral("bob@example.net"), QStringLiteral("Invoice"));
        m_bench->addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        open(4);
        select(QStringLiteral("a"));
        QTest::keyClick(list(), Qt::Key_Delete);
        QCOMPARE(stripButtons(), QStringList{QStringLiteral("&Undo")});
        if (then == u"refresh") {
            QSignalSpy read(model(), &QAbstractItemModel::modelReset);
            m_window->refresh();
            QTRY_VERIFY(read.size() >= 3); // search, lists, received letters
        } else if (then == u"click") {
            list()->setCurrentIndex({});
            QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                              list()->visualRect(model()->indexOf(QStringLiteral("item"))).center());
            QCOMPARE(current(), QStringLiteral("item"));
        }
        QCOMPARE(stripButtons(), QStringList{QStringLiteral("&Undo")});
        QCOMPARE(m_bench->draftIds().size(), 2);
        if (deleted) {
            strip()->end();
            QVERIFY2(stripButtons().contains(QStringLiteral("&It arrived")), "asked then");
            QTRY_COMPARE(m_bench->draftIds(), QStringList{QStringLiteral("draft")});
        } else {
            press(QStringLiteral("&Undo"));
            QCOMPARE(current(), QStringLiteral("a"));
            QVERIFY(!strip()->isVisible());
            QCOMPARE(m_bench->draftIds().size(), 2);
        }
    }

    void aClosedLetterCanBeDiscarded()
    {
        m_bench->addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        m_bench->addDraft(QStringLiteral("b"), QStringLiteral("carol@example.net"), QStringLiteral("Cake"));
        open(3);
        select(QStringLiteral("a"));
        m_window->showKeptDraft(QStringLiteral("b"), QStringLiteral("Cake"));
        QVERIFY(strip()->isVisible());
        QCOMPARE(strip()->accessibleName(), QStringLiteral("“Cake” was saved to drafts."));
        press(QStringLiteral("&Discard"));
        QVERIFY(!model()->indexOf(QStringLiteral("b")).isValid());
        QCOMPARE(current(), QStringLiteral("a")); // what was selected stays so
        QCOMPARE(stripButtons(), QStringList{QStringLiteral("&Undo")});
        strip()->end();
        QTRY_COMPARE(m_bench->draftIds(), QStringList{QStringLiteral("a")});
    }

    void aDraftThatIsOpenAgainIsNotOfferedForDiscarding()
    {
        m_bench->addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        open(2);
        m_window->showKeptDraft(QStringLiteral("a"), QStringLiteral("Tea"));
        m_window->draftOpens(QStringLiteral("other"));
        QVERIFY(strip()->isVisible());
        m_window->draftOpens(QStringLiteral("a"));
        QVERIFY(!strip()->isVisible());
        QCOMPARE(m_bench->draftIds().size(), 1);
    }

    void aDraftThatIsOpenIsNotDeleted()
    {
        m_bench->addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        open(2);
        m_window->draftOpens(QStringLiteral("a"));
        select(QStringLiteral("a"));
        QSignalSpy raised(m_window.get(), &MainWindow::draftOpenRequested);
        QTest::keyClick(list(), Qt::Key_Delete);
        QCOMPARE(raised.size(), 1);
        QCOMPARE(raised[0][0].toString(), QStringLiteral("a"));
        QVERIFY(model()->indexOf(QStringLiteral("a")).isValid());
        QVERIFY(strip()->accessibleName().contains(QStringLiteral("is open")));
        m_window->draftCloses(QStringLiteral("a"));
        QTest::keyClick(list(), Qt::Key_Delete);
        QCOMPARE(raised.size(), 1);
        QCOMPARE(stripButtons(), QStringList{QStringLiteral("&Undo")});
    }

    void openingADraftCallsItsDeletionOff()
    {
        m_bench->addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        open(2);
        select(QStringLiteral("a"));
        QTest::keyClick(list(), Qt::Key_Delete);
        m_window->draftOpens(QStringLiteral("other"));
        QVERIFY(strip()->isVisible());
        m_window->draftOpens(QStringLiteral("a"));
        QVERIFY(!strip()->isVisible());
        QVERIFY(model()->indexOf(QStringLiteral("a")).isValid());
        m_window.reset();
        QCOMPARE(m_bench->draftIds(), QStringList{QStringLiteral("a")});
    }

    /// As a window does that was on its way up when the draft was deleted.
    void aDraftThatIsSavedAfterItsDeletionIsShown()
    {
        m_bench->addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        open(2);
        select(QStringLiteral("a"));
        QTest::keyClick(list(), Qt::Key_Delete);
        strip()->end();
        QTRY_COMPARE(m_bench->draftIds(), QStringList());
        m_bench->addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        m_window->refresh();
        QTRY_VERIFY(model()->indexOf(QStringLiteral("a")).isValid());
    }

    void aReceivedLetterCanBeDeleted()
    {
        const QString file = m_bench->addReceived(QStringLiteral("1.eml"), "Subject: Hi\r\n\r\nx");
        open(2);
        select(file);
        QTest::keyClick(list(), Qt::Key_Delete);
        QVERIFY(QFile::exists(file));
        strip()->end();
        QTRY_VERIFY(!QFile::exists(file));
    }

    // --- decisions

    void decisions_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<qsizetype>("items");
        QTest::addColumn<qsizetype>("drafts");
        QTest::addColumn<qsizetype>("sent");
        QTest::newRow("it arrived") << "&It arrived" << qsizetype(0) << qsizetype(0) << qsizetype(1);
        QTest::newRow("send again") << "&Send again…" << qsizetype(1) << qsizetype(1) << qsizetype(0);
        QTest::newRow("a look at it") << "L&ook at it" << qsizetype(1) << qsizetype(1) << qsizetype(0);
    }
    void decisions()
    {
        QFETCH(QString, button);
        QFETCH(qsizetype, items);
        m_bench->addUndecided(QStringLiteral("item"), QStringLiteral("draft"),
                              QStringLiteral("bob@example.net"), QStringLiteral("Invoice"));
        open(2); // not among the drafts as well
        QSignalSpy draft(m_window.get(), &MainWindow::draftOpenRequested);
        select(QStringLiteral("item"));
        QVERIFY(strip()->isVisible());
        QCOMPARE(stripButtons(), (QStringList{QStringLiteral("&It arrived"), QStringLiteral("&Send again…"),
                                              QStringLiteral("L&ook at it")}));
        press(button);
        QTRY_COMPARE(m_bench->itemCount(), items);
        QTEST(m_bench->draftIds().size(), "drafts");
        QTEST(m_bench->sentIds().size(), "sent");
        if (button.startsWith(u"&Send")) {
            QTRY_COMPARE(draft.size(), 1);
            QCOMPARE(draft[0][0].toString(), QStringLiteral("draft"));
        }
        if (button.contains(u"ook at it")) {
            QTRY_VERIFY(topLevel<ReceiptView>());
            QVERIFY2(strip()->isVisible(), "the question stays");
        } else {
            QTRY_VERIFY2(!strip()->isVisible(), qPrintable(strip()->accessibleName()));
        }
    }

    /// The doubt stays until the letter's own question is answered; while that window is there, only it asks.
    void sendAgainAsksInTheLetter_data()
    {
        QTest::addColumn<bool>("hasDraft");
        QTest::addColumn<bool>("byMenu");
        QTest::newRow("from the strip") << true << false;
        QTest::newRow("from the menu") << true << true;
        QTest::newRow("sent from the command line") << false << false;
    }
    void sendAgainAsksInTheLetter()
    {
        QFETCH(bool, hasDraft);
        QFETCH(bool, byMenu);
        const QString expected = hasDraft ? QStringLiteral("draft") : QStringLiteral("item");
        m_bench->addUndecided(QStringLiteral("item"), hasDraft ? expected : QString(),
                              QStringLiteral("bob@example.net"), QStringLiteral("Invoice"));
        open(2);
        QSignalSpy opened(m_window.get(), &MainWindow::draftOpenRequested);
        select(QStringLiteral("item"));
        const QString again = QStringLiteral("&Send again…");
        byMenu ? action(again)->trigger() : press(again);
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].toString(), expected);
        QVERIFY(!strip()->isVisible());
        QVERIFY(m_bench->ask([expected](Database &database) {
            const SystemClock clock;
            const auto drafts = DraftStore(database, clock).list();
            return drafts->size() == 1 && drafts->first().id == expected && drafts->first().mayHaveBeenSent;
        }));

        m_window->draftOpens(expected);
        QSignalSpy read(model(), &QAbstractItemModel::modelReset);
        m_window->refresh();
        QTRY_VERIFY(read.size() >= 3); // search, lists, received letters
        QVERIFY2(!strip()->isVisible(), "asked twice");
        m_window->draftCloses(expected);
        m_window->refresh();
        QTRY_VERIFY2(stripButtons().contains(QStringLiteral("&It arrived")), "closed without an answer");
    }

    /// Its row is there again after a refresh, which is no reason to ask again at once.
    void aNoticeOutlivesARefresh()
    {
        m_bench->addUndecided(QStringLiteral("item"), QStringLiteral("draft"),
                              QStringLiteral("bob@example.net"), QStringLiteral("Invoice"));
        open(2);
        select(QStringLiteral("item"));
        SentLetter letter;
        letter.id = QStringLiteral("s");
        letter.message = letterOf(QStringLiteral("bob@example.net"), QStringLiteral("Cake"));
        m_window->showSent(letter);
        QSignalSpy read(model(), &QAbstractItemModel::modelReset);
        m_window->refresh();
        QTRY_VERIFY(read.size() >= 3); // search, lists, received letters
        QCOMPARE(current(), QStringLiteral("item"));
        QCOMPARE(stripButtons(), QStringList{QStringLiteral("Show the &receipt")});
        strip()->end();
        QVERIFY2(stripButtons().contains(QStringLiteral("&It arrived")), "asked then");
    }

    void aDamagedOneCanBeForgotten_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::newRow("it arrived") << "&It arrived";
        QTest::newRow("send again") << "&Send again…";
        QTest::newRow("a look at it") << "L&ook at it";
    }
    void aDamagedOneCanBeForgotten()
    {
        QFETCH(QString, answer);
        m_bench->addUndecided(QStringLiteral("item"), QStringLiteral("draft"),
                              QStringLiteral("bob@example.net"), QStringLiteral("Invoice"));
        for (const QString &table : {QStringLiteral("outbox_item"), QStringLiteral("draft")}) {
            QVERIFY(m_bench->ask([table](Database &database) {
                return database.run(QStringLiteral("UPDATE %1 SET message = '{'").arg(table)).hasValue();
            }));
        }
        open(2);
        select(QStringLiteral("item"));
        press(answer);
        QTRY_COMPARE(stripButtons(), QStringList{QStringLiteral("Fo&rget it")});
        press(QStringLiteral("Fo&rget it"));
        QTRY_COMPARE(m_bench->itemCount(), 0);
        QTRY_VERIFY2(!strip()->isVisible(), qPrintable(strip()->accessibleName()));
        QCOMPARE(m_bench->draftIds(), QStringList{QStringLiteral("draft")});
    }

    void theMenuDecides()
    {
        m_bench->addUndecided(QStringLiteral("item"), QStringLiteral("draft"),
                              QStringLiteral("bob@example.net"), QStringLiteral("Invoice"));
        m_bench->addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        open(4);
        select(QStringLiteral("a"));
        QVERIFY(!action(QStringLiteral("&It arrived"))->isEnabled());
        QVERIFY(action(QStringLiteral("&Delete"))->isEnabled());
        select(QStringLiteral("item"));
        QVERIFY(action(QStringLiteral("&It arrived"))->isEnabled());
        QVERIFY2(!action(QStringLiteral("&Delete"))->isEnabled(), "what is in doubt is decided, not deleted");
        QTest::keyClick(list(), Qt::Key_Delete);
        QCOMPARE(m_bench->itemCount(), 1);
        action(QStringLiteral("&It arrived"))->trigger();
        QTRY_COMPARE(m_bench->sentIds().size(), 1);
    }
};

QTEST_MAIN(TestRowActions)
#include "tst_rowactions.moc"
