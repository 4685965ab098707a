// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/outbox/MainWindowTest.h"
#include "ui/outbox/EmptyState.h"
#include "ui/outbox/NoticeStrip.h"
#include "ui/outbox/OutboxModel.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QToolButton>

using namespace pennypost;

/// The main window without a mouse: where Tab goes, and that one always sees where one is.
class TestMainKeyboard : public MainWindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void tabGoesDownTheWindow()
    {
        m_bench->addUndecided(QStringLiteral("item"), QStringLiteral("draft"),
                              QStringLiteral("bob@example.net"), QStringLiteral("Invoice"));
        open(2);
        auto *strip = m_window->findChild<NoticeStrip *>();
        QTRY_VERIFY(strip->isVisible()); // the first row has the focus, and asks its question
        auto *newLetter = m_window->findChild<QPushButton *>(QStringLiteral("newLetter"));
        newLetter->setFocus();
        press(Qt::Key_Tab);
        QVERIFY(search()->hasFocus());
        press(Qt::Key_Tab);
        QVERIFY(list()->hasFocus());
        for (const QString &answer :
             {QStringLiteral("&It arrived"), QStringLiteral("&Send again…"), QStringLiteral("L&ook at it")}) {
            press(Qt::Key_Tab);
            auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
            QVERIFY(button);
            QCOMPARE(button->text(), answer);
        }
        press(Qt::Key_Tab);
        QVERIFY(newLetter->hasFocus());
        press(Qt::Key_Backtab, Qt::ShiftModifier);
        press(Qt::Key_Backtab, Qt::ShiftModifier);
        press(Qt::Key_Backtab, Qt::ShiftModifier);
        press(Qt::Key_Backtab, Qt::ShiftModifier);
        QVERIFY(list()->hasFocus());
    }

    void theListShowsWhereTheFocusIs_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("Escape") << Qt::Key_Escape;
        QTest::newRow("Down") << Qt::Key_Down;
        QTest::newRow("F6") << Qt::Key_F6;
        QTest::newRow("Tab") << Qt::Key_Tab;
    }
    void theListShowsWhereTheFocusIs()
    {
        QFETCH(Qt::Key, key);
        m_bench->addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        open(2);
        search()->setFocus();
        list()->setCurrentIndex({});
        press(key);
        QVERIFY(list()->hasFocus());
        QCOMPARE(list()->currentIndex().data(OutboxModel::IdRole).toString(), QStringLiteral("a"));
    }

    void startsOnTheFirstLetter()
    {
        m_bench->addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        open(2);
        QVERIFY(list()->hasFocus());
        QCOMPARE(list()->currentIndex().data(OutboxModel::IdRole).toString(), QStringLiteral("a"));
    }

    void withoutLettersTheFirstStepHasTheFocus()
    {
        open(0);
        QTRY_VERIFY(empty()->isVisible());
        QTRY_VERIFY(empty()->isAncestorOf(QApplication::focusWidget()));
        press(Qt::Key_F6);
        QVERIFY(search()->hasFocus());
        press(Qt::Key_Escape);
        QVERIFY(empty()->isAncestorOf(QApplication::focusWidget()));
    }

    void escapeFromASearchThatFoundNothing()
    {
        m_bench->addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        open(2);
        search()->setFocus();
        QTest::keyClicks(search(), QStringLiteral("zebra"));
        QTRY_VERIFY(empty()->isVisible());
        QVERIFY(search()->hasFocus());
        press(Qt::Key_Escape);
        QTRY_VERIFY(list()->isVisible());
        QVERIFY(list()->hasFocus());
        QVERIFY(list()->currentIndex().isValid());
    }
};

QTEST_MAIN(TestMainKeyboard)
#include "tst_mainkeyboard.moc"
