// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/setup/AssistantTest.h"

#include <QApplication>
#include <QScopeGuard>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QStyleFactory>
#include <QTest>

using namespace pennypost;

/// As high as the page that is shown needs, and as the person wants it.
class TestAssistantHeight : public AssistantTest
{
    Q_OBJECT

private:
    QScrollArea *scroll() const
    {
        return qobject_cast<QScrollArea *>(m_window->findChild<QStackedWidget *>()->currentWidget());
    }
    bool scrolls() const { return scroll()->verticalScrollBar()->isVisible(); }
    /// Of the page below the last thing that it shows.
    int emptyBelow(const char *last) const
    {
        const QWidget *part = m_window->findChild<QWidget *>(QLatin1StringView(last));
        const int end = part->mapTo(scroll()->viewport(), part->rect().bottomLeft()).y();
        return scroll()->viewport()->height() - end;
    }
    int most() const { return m_window->screen()->availableSize().height() * 9 / 10; }
    int line() const { return m_window->fontMetrics().height(); }
    static void settle() { QTest::qWait(20); }
    void failWithMuchToSay()
    {
        SubmissionError error;
        error.problem = Problem::CertificateUntrusted;
        error.stage = Stage::Encrypt;
        error.certificate = SetupHarness::certificate();
        submission()->fail(error);
        click("remedy");
        settle();
    }

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion"))); }
    void pagesAreAsHighAsTheirContent();
    void choiceDoesNotScroll_data();
    void choiceDoesNotScroll();
    void unfoldingMakesRoom_data();
    void unfoldingMakesRoom();
    void aFailureMakesRoom();
    void goingOnDoesNotShrink();
    void thePersonsHeightStays_data();
    void thePersonsHeightStays();
    void aLowerWindowDoesNotSpringBack();
    void itStaysOnTheScreen();

private:
    const QFont m_font = QApplication::font();
};

void TestAssistantHeight::pagesAreAsHighAsTheirContent()
{
    open();
    settle();
    const int choice = m_window->height();
    QVERIFY2(emptyBelow("practice") <= 5 * line(), qPrintable(QString::number(emptyBelow("practice"))));
    QVERIFY(!scrolls());
    click("ownAccount");
    settle();
    QVERIFY2(emptyBelow("fold") <= 5 * line(), qPrintable(QString::number(emptyBelow("fold"))));
    QVERIFY(!scrolls());
    QVERIFY(m_window->height() - choice <= 5 * line()); // calm
    click("back");
    settle();
    QCOMPARE(m_window->height(), choice);
}

void TestAssistantHeight::choiceDoesNotScroll_data()
{
    QTest::addColumn<int>("height");
    QTest::newRow("as it opens") << 0;
    QTest::newRow("480 px are there") << 480 * 9 / 10;
}

/// Not for lines that would only be there if the cards were narrower.
void TestAssistantHeight::choiceDoesNotScroll()
{
    QFETCH(int, height);
    open();
    if (height > 0)
        m_window->resize(m_window->width(), height);
    settle();
    QVERIFY(!scrolls());
    QCOMPARE(scroll()->viewport()->width(), m_window->width());
}

void TestAssistantHeight::unfoldingMakesRoom_data()
{
    QTest::addColumn<qreal>("points");
    QTest::addColumn<bool>("enough");
    QTest::newRow("a usual screen") << qreal(9) << true;
    QTest::newRow("large letters, small screen") << qreal(13) << false;
}

void TestAssistantHeight::unfoldingMakesRoom()
{
    QFETCH(qreal, points);
    QFETCH(bool, enough);
    QFont font = m_font;
    font.setPointSizeF(points);
    QApplication::setFont(font);
    const auto asBefore = qScopeGuard([this] { QApplication::setFont(m_font); });
    open();
    click("ownAccount");
    settle();
    const int folded = m_window->height();
    QVERIFY(folded <= most());
    click("fold");
    settle();
    QVERIFY(m_window->height() > folded);
    QVERIFY(m_window->height() <= most());
    QCOMPARE(scrolls(), !enough);
    if (enough)
        QVERIFY(emptyBelow("foldMore") <= 3 * line());
    else
        QCOMPARE(m_window->height(), most());
    click("fold");
    settle();
    QCOMPARE(m_window->height(), folded);
}

void TestAssistantHeight::aFailureMakesRoom()
{
    toTest();
    settle();
    const int testing = m_window->height();
    failWithMuchToSay();
    QTRY_VERIFY(m_window->height() > testing);
    QVERIFY(m_window->height() <= most());
    QTRY_VERIFY(!scrolls() || m_window->height() == most());
    const int failed = m_window->height();
    click("trust");
    settle();
    QCOMPARE(m_window->height(), failed); // it may fail again
    submission()->accept();
    settle();
    QTRY_VERIFY2(m_window->height() < failed, "what it said has gone");
}

/// What is below the pointer after a click on the last button stays the window.
void TestAssistantHeight::goingOnDoesNotShrink()
{
    open();
    click("ownAccount");
    type("address", QStringLiteral("alice@gmx.de"));
    type("password", QStringLiteral("wonderland"));
    click("fold");
    settle();
    const int unfolded = m_window->height();
    click("next");
    settle();
    QCOMPARE(m_window->height(), unfolded);
    submission()->accept();
    settle();
    QCOMPARE(m_window->height(), unfolded);
    click("back");
    click("fold");
    settle();
    QVERIFY(m_window->height() < unfolded);
}

void TestAssistantHeight::thePersonsHeightStays_data()
{
    QTest::addColumn<bool>("unfold");
    QTest::newRow("over pages") << false;
    QTest::newRow("over folding") << true;
}

void TestAssistantHeight::thePersonsHeightStays()
{
    QFETCH(bool, unfold);
    open();
    click("ownAccount");
    settle();
    const int chosen = m_window->height() + 40;
    m_window->resize(m_window->width(), chosen);
    settle();
    if (unfold) {
        click("fold");
        settle();
        QVERIFY(m_window->height() > chosen);
        click("fold");
    } else {
        click("back");
    }
    settle();
    QCOMPARE(m_window->height(), chosen);
}

void TestAssistantHeight::aLowerWindowDoesNotSpringBack()
{
    open();
    click("ownAccount");
    settle();
    const int chosen = m_window->height() - 60;
    m_window->resize(m_window->width(), chosen);
    settle();
    QVERIFY(scrolls());
    type("name", QStringLiteral("Alice"));
    settle();
    QCOMPARE(m_window->height(), chosen);
    click("fold"); // this asks for more
    settle();
    QVERIFY(m_window->height() > chosen);
}

void TestAssistantHeight::itStaysOnTheScreen()
{
    open();
    click("ownAccount");
    settle();
    const QRect screen = m_window->screen()->availableGeometry();
    m_window->move(m_window->x(), screen.bottom() - m_window->height() - 5);
    settle();
    click("fold");
    settle();
    QVERIFY(!scrolls());
    QVERIFY2(screen.contains(m_window->geometry()), qPrintable(QString::number(m_window->y())));
}

QTEST_MAIN(TestAssistantHeight)
#include "tst_assistantheight.moc"
