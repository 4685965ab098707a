// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/News.h"
#include "tests/fakes/FakeClock.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTest>

using namespace pennypost;
using namespace std::chrono_literals;

namespace {

/// News on this very thread, and what has arrived of it.
struct Rig
{
    explicit Rig(int underWay) : news(clock, WayBack())
    {
        news.heedTurns();
        for (int i = 0; i < underWay; ++i)
            news.began();
    }
    ~Rig() { news.finish(); }
    void tell(const QString &text, News::Haste haste = News::Haste::None)
    {
        news.tell([this, text] { arrived.append(text); }, haste);
    }
    /// A turn of the event loop that could sleep, and the one in which its news arrive.
    static void turn()
    {
        for (int i = 0; i < 2; ++i) {
            QCoreApplication::postEvent(qApp, new QEvent(QEvent::User)); // lest it sleep
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        QCoreApplication::processEvents();
    }

    FakeClock clock;
    News news;
    QStringList arrived;
};

} // namespace

class TestNews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesAtTheEndOfTheTurn();
    void waits_data();
    void waits();
    void isToldInOrder();
    void nothingIsHeldBackAtTheEnd();
};

void TestNews::leavesAtTheEndOfTheTurn()
{
    Rig rig(1);
    rig.tell(QStringLiteral("a"));
    rig.tell(QStringLiteral("b"));
    QCOMPARE(rig.arrived, QStringList());
    rig.turn();
    QCOMPARE(rig.arrived, QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(rig.clock.pendingAlarms(), 0);
}

void TestNews::waits_data()
{
    QTest::addColumn<int>("underWay");
    QTest::addColumn<bool>("isAwaited");
    QTest::addColumn<bool>("waits");
    QTest::newRow("the only letter") << 1 << false << false;
    QTest::newRow("one of two") << 2 << false << true;
    QTest::newRow("one of a hundred") << 100 << false << true;
    QTest::newRow("one of two, and the dot waits for it") << 2 << true << false;
    QTest::newRow("after the last") << 0 << false << false;
}

void TestNews::waits()
{
    QFETCH(int, underWay);
    QFETCH(bool, isAwaited);
    QFETCH(bool, waits);
    Rig rig(underWay);
    rig.tell(QStringLiteral("first"));
    rig.turn();
    QCOMPARE(rig.arrived, QStringList(QStringLiteral("first"))); // nobody was told anything lately
    rig.tell(QStringLiteral("second"), isAwaited ? News::Haste::IsAwaited : News::Haste::None);
    rig.turn();
    QCOMPARE(rig.arrived.size(), waits ? 1 : 2);
    rig.clock.advance(4ms);
    rig.turn();
    QCOMPARE(rig.arrived.size(), 2);
}

void TestNews::isToldInOrder()
{
    Rig rig(3);
    rig.tell(QStringLiteral("1"));
    rig.turn();
    rig.tell(QStringLiteral("2"));
    rig.turn();
    rig.tell(QStringLiteral("3"), News::Haste::IsAwaited);
    rig.turn();
    QCOMPARE(rig.arrived.join(u','), QStringLiteral("1,2,3"));
    // The last but one is done: nothing waits any more.
    rig.tell(QStringLiteral("4"));
    rig.news.ended();
    rig.news.ended();
    rig.turn();
    QCOMPARE(rig.arrived.join(u','), QStringLiteral("1,2,3,4"));
}

void TestNews::nothingIsHeldBackAtTheEnd()
{
    Rig rig(2);
    rig.tell(QStringLiteral("a"));
    rig.turn();
    rig.tell(QStringLiteral("b"));
    rig.news.finish();
    QCOMPARE(rig.clock.pendingAlarms(), 0);
    QCoreApplication::processEvents();
    QCOMPARE(rig.arrived.size(), 2);
}

QTEST_GUILESS_MAIN(TestNews)
#include "tst_news.moc"
