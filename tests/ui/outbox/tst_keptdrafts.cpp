// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/outbox/MainWindowTest.h"
#include "ui/outbox/NoticeStrip.h"
#include "ui/outbox/OutboxDesk.h"
#include "ui/outbox/OutboxModel.h"

#include <QListView>
#include <QTest>

using namespace pennypost;

/// A letter's window closes while the main window's strip has something else to say: what became of the
/// letter is said after it.
class TestKeptDrafts : public MainWindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void waits_data()
    {
        QTest::addColumn<QString>("behind");
        QTest::addColumn<QString>("end");
        QTest::newRow("behind an undo that runs out") << "undo" << "end";
        QTest::newRow("behind an undo that is taken") << "undo" << "&Undo";
        QTest::newRow("behind a question") << "question" << "&It arrived";
    }
    void waits()
    {
        QFETCH(QString, behind);
        QFETCH(QString, end);
        m_bench->addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        m_bench->addDraft(QStringLiteral("b"), QStringLiteral("bob@example.net"), QStringLiteral("Cake"));
        if (behind == u"question")
            m_bench->addUndecided(QStringLiteral("item"), QStringLiteral("draft"),
                                  QStringLiteral("bob@example.net"), QStringLiteral("Invoice"));
        open(behind == u"question" ? 5 : 3);
        select(behind == u"question" ? QStringLiteral("item") : QStringLiteral("a"));
        if (behind == u"undo")
            QTest::keyClick(list(), Qt::Key_Delete);
        const QStringList before = stripButtons();
        m_window->showKeptDraft(QStringLiteral("b"), QStringLiteral("Cake"));
        QCOMPARE(stripButtons(), before); // nothing took its place

        if (end == u"end")
            strip()->end();
        else
            press(end);
        QTRY_COMPARE(strip()->accessibleName(), QStringLiteral("“Cake” was saved to drafts."));
        QCOMPARE(stripButtons(), QStringList{QStringLiteral("&Discard")});
    }

    void severalOneAfterTheOther()
    {
        for (const char *id : {"a", "b", "c"})
            m_bench->addDraft(QString::fromLatin1(id), QStringLiteral("bob@example.net"),
                              QString::fromLatin1(id).toUpper());
        open(4);
        select(QStringLiteral("a"));
        QTest::keyClick(list(), Qt::Key_Delete);
        m_window->showKeptDraft(QStringLiteral("b"), QStringLiteral("B"));
        m_window->showKeptDraft(QStringLiteral("c"), QStringLiteral("C"));
        strip()->end();
        QCOMPARE(strip()->accessibleName(), QStringLiteral("“B” was saved to drafts."));
        strip()->end();
        QCOMPARE(strip()->accessibleName(), QStringLiteral("“C” was saved to drafts."));
        strip()->end();
        QVERIFY(!strip()->isVisible());
    }

    /// Whatever else there is to say: what the strip can still undo is not carried out before its time.
    void theUndoStays_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("words");
        QTest::newRow("a letter was sent") << "sent" << "“Cake” was sent.";
        QTest::newRow("something failed") << "failure" << "The disk is full";
        QTest::newRow("another one is open") << "open" << "“Cake” is open in its window.";
        QTest::newRow("another one is open, and closed since") << "closed" << "";
    }
    void theUndoStays()
    {
        QFETCH(QString, said);
        QFETCH(QString, words);
        m_bench->addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        m_bench->addDraft(QStringLiteral("b"), QStringLiteral("bob@example.net"), QStringLiteral("Cake"));
        open(3);
        select(QStringLiteral("a"));
        QTest::keyClick(list(), Qt::Key_Delete);
        const auto say = [&] {
            if (said == u"sent") {
                SentLetter letter;
                letter.id = QStringLiteral("s");
                letter.message = letterOf(QStringLiteral("bob@example.net"), QStringLiteral("Cake"));
                m_window->showSent(letter);
            } else if (said == u"failure") {
                Q_EMIT m_window->findChild<OutboxDesk *>()->failed(
                    {StoreError::Kind::DiskFull, QStringLiteral("/a/b: ENOSPC")}, {});
            } else {
                m_window->draftOpens(QStringLiteral("b"));
                select(QStringLiteral("b"));
                QTest::keyClick(list(), Qt::Key_Delete);
            }
        };
        say();
        if (said == u"failure")
            say(); // once is enough
        if (said == u"closed")
            m_window->draftCloses(QStringLiteral("b"));
        QCOMPARE(stripButtons(), QStringList{QStringLiteral("&Undo")});
        QCOMPARE(m_bench->draftIds().size(), 2);
        press(QStringLiteral("&Undo"));
        QVERIFY(model()->indexOf(QStringLiteral("a")).isValid());
        QCOMPARE(m_bench->draftIds().size(), 2);
        QCOMPARE(strip()->isVisible(), !words.isEmpty());
        QVERIFY2(strip()->accessibleName().startsWith(words), qPrintable(strip()->accessibleName()));
        QCOMPARE(strip()->accessibleName().endsWith(u"\n/a/b: ENOSPC"), said == u"failure");
        strip()->end();
        QVERIFY2(!strip()->isVisible(), qPrintable(strip()->accessibleName()));
    }

    void notOfWhatIsOpenAgainOrGone_data()
    {
        QTest::addColumn<bool>("opened");
        QTest::newRow("open again") << true;
        QTest::newRow("deleted") << false;
    }
    void notOfWhatIsOpenAgainOrGone()
    {
        QFETCH(bool, opened);
        m_bench->addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        m_bench->addDraft(QStringLiteral("b"), QStringLiteral("bob@example.net"), QStringLiteral("Cake"));
        open(3);
        select(QStringLiteral("a"));
        QTest::keyClick(list(), Qt::Key_Delete);
        m_window->showKeptDraft(QStringLiteral("b"), QStringLiteral("Cake"));
        if (opened) {
            m_window->draftOpens(QStringLiteral("b"));
        } else {
            select(QStringLiteral("b"));
            QTest::keyClick(list(), Qt::Key_Delete);
        }
        strip()->end();
        QVERIFY2(!strip()->isVisible(), qPrintable(strip()->accessibleName()));
    }
};

QTEST_MAIN(TestKeptDrafts)
#include "tst_keptdrafts.moc"
