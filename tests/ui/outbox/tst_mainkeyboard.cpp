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

    /// Drafts from "first" down, then sent letters to "last": more than fit into the window.
    void fillBothSections()
    {
        const QString bob = QStringLiteral("bob@example.net");
        m_bench->addSent(QStringLiteral("last"), bob, QStringLiteral("Tea"));
        for (int at = 1; at < 20; ++at) // the newest stands first
            m_bench->addSent(QStringLiteral("s%1").arg(at), bob, QStringLiteral("Tea"));
        for (int at = 1; at < 20; ++at)
            m_bench->addDraft(QStringLiteral("d%1").arg(at), bob, QStringLiteral("Cake"));
        m_bench->addDraft(QStringLiteral("first"), bob, QStringLiteral("Cake"));
        open(42);
        select(QStringLiteral("first"));
    }

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

    void areas_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<bool>("strip");
        QTest::newRow("nothing to say") << "a" << false;
        QTest::newRow("a question") << "item" << true;
    }
    void areas()
    {
        QFETCH(QString, row);
        QFETCH(bool, strip);
        m_bench->addUndecided(QStringLiteral("item"), QStringLiteral("draft"),
                              QStringLiteral("bob@example.net"), QStringLiteral("Invoice"));
        m_bench->addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        open(4);
        select(row);
        QCOMPARE(this->strip()->isVisible(), strip);
        const auto isAt = [this](const QString &area) {
            const QWidget *focus = QApplication::focusWidget();
            return area == u"search" ? focus == search()
                   : area == u"list" ? focus == list()
                                     : this->strip()->isAncestorOf(QApplication::focusWidget());
        };
        QStringList round{QStringLiteral("search"), QStringLiteral("list")};
        if (strip)
            round.append(QStringLiteral("strip"));
        search()->setFocus();
        for (qsizetype step = 1; step <= round.size(); ++step) {
            press(Qt::Key_F6);
            QVERIFY2(isAt(round[step % round.size()]),
                     QApplication::focusWidget()->metaObject()->className());
        }
        for (qsizetype step = round.size() - 1; step >= 0; --step) {
            press(Qt::Key_F6, Qt::ShiftModifier);
            QVERIFY2(isAt(round[step]), QApplication::focusWidget()->metaObject()->className());
        }
    }

    void theStripsButtonComesBeforeItsDismissal()
    {
        m_bench->addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        open(2);
        for (const QString &subject :
             {QStringLiteral("Tea"), QStringLiteral("Cake")}) { // also the second time
            m_window->showKeptDraft(QStringLiteral("a"), subject);
            list()->setFocus();
            press(Qt::Key_Tab);
            auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
            QVERIFY(button);
            QCOMPARE(button->text(), QStringLiteral("&Discard"));
            press(Qt::Key_Tab);
            QVERIFY(qobject_cast<QToolButton *>(QApplication::focusWidget()));
            press(Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("newLetter"));
        }
    }

    /// Row 0 is a heading, and there may be more of them on the way.
    void endsAndPages_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("Home") << Qt::Key_Home << "s1" << "first";
        QTest::newRow("Home, in the first section") << Qt::Key_Home << "d10" << "first";
        QTest::newRow("Page Up, near the top") << Qt::Key_PageUp << "d18" << "first";
        QTest::newRow("Page Up, there already") << Qt::Key_PageUp << "first" << "first";
        QTest::newRow("End") << Qt::Key_End << "first" << "last";
        QTest::newRow("Page Down, near the foot") << Qt::Key_PageDown << "s1" << "last";
        QTest::newRow("Page Down, there already") << Qt::Key_PageDown << "last" << "last";
    }
    void endsAndPages()
    {
        QFETCH(Qt::Key, key);
        fillBothSections();
        QFETCH(QString, from);
        QFETCH(QString, to);
        select(from);
        press(key);
        QCOMPARE(current(), to);
    }

    /// Each press goes on, none by more than what is seen at once, none rests on a heading.
    void pageByPage()
    {
        fillBothSections();
        for (const auto &[key, to] :
             {std::pair(Qt::Key_PageDown, "last"), std::pair(Qt::Key_PageUp, "first")}) {
            int presses = 0;
            while (current() != QLatin1StringView(to) && ++presses < 20) {
                const int before = list()->currentIndex().row();
                const int rowsSeen =
                    list()->viewport()->height() / list()->visualRect(list()->currentIndex()).height();
                press(key);
                const int steps = qAbs(list()->currentIndex().row() - before);
                QVERIFY2(steps > 0 && steps <= rowsSeen + 2, QByteArray::number(steps).constData());
                QVERIFY(list()->currentIndex().flags() & Qt::ItemIsSelectable);
            }
            QVERIFY(presses > 1 && presses < 20);
        }
    }

    void whatHomeGoesToIsWhatDeleteDeletes()
    {
        m_bench->addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        m_bench->addDraft(QStringLiteral("b"), QStringLiteral("bob@example.net"), QStringLiteral("Cake"));
        open(3);
        select(QStringLiteral("a")); // the older one is the second
        press(Qt::Key_Home);
        press(Qt::Key_Delete);
        QVERIFY(!model()->indexOf(QStringLiteral("b")).isValid());
        QVERIFY(model()->indexOf(QStringLiteral("a")).isValid());
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
