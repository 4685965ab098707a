// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"
#include "tests/ui/outbox/MainBench.h"
#include "ui/common/MenuIcon.h"
#include "ui/common/Tones.h"
#include "ui/outbox/OutboxModel.h"
#include "ui/outbox/SealedBrowser.h"

#include <QApplication>
#include <QListView>
#include <QRegularExpression>
#include <QStyle>
#include <QTextBlock>

using namespace pennypost;

namespace {

QPalette darkPalette()
{
    return QPalette(QColor(0x2b, 0x2b, 0x2b));
}

/// The colour of the letter's first character as it is painted.
QColor inkOf(const SealedBrowser &browser)
{
    const QTextCharFormat format = browser.document()->begin().begin().fragment().charFormat();
    return format.foreground().style() == Qt::NoBrush ? browser.palette().color(QPalette::Text)
                                                      : format.foreground().color();
}

} // namespace

/// What is sent has no colours of the writer's theme; what came is read in the reader's.
class TestLetterColours : public QObject
{
    Q_OBJECT

private:
    QPalette m_usual;

private Q_SLOTS:
    void init() { m_usual = QApplication::palette(); }
    void cleanup() { QApplication::setPalette(m_usual); }

    void aLetterIsSentWithoutTheme()
    {
        QApplication::setPalette(darkPalette());
        ComposeBench bench;
        Draft draft;
        draft.rich = true;
        const Parts parts(bench.open(draft));
        parts.write(QStringLiteral("bob@example.net"), QStringLiteral("Tea"), QStringLiteral("At five"));
        parts.body->selectAll();
        parts.press(Qt::Key_B);
        parts.body->toggleList(false);
        parts.body->setLink(QStringLiteral("https://example.org/"));
        const QString html = parts.body->html();
        QVERIFY(html.contains(QStringLiteral("<strong>")));
        QVERIFY2(!html.contains(QRegularExpression(QStringLiteral("color|background|style|#[0-9a-f]{6}"))),
                 qPrintable(html));
        parts.press(Qt::Key_S);
        SOON(bench.draft(parts.window->draftId()));
        QCOMPARE(bench.draft(parts.window->draftId())->message.html, html);
    }

    void aReceivedLetterCanBeRead_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<bool>("paper");
        QTest::newRow("no colours") << "<p>At <b>five</b>?</p>" << false;
        QTest::newRow("a link") << "<a href=\"https://example.org/\">tea</a>" << false;
        QTest::newRow("the word alone") << "<p>What color is it?</p>" << false;
        QTest::newRow("black, for white paper") << "<p style=\"color:#000\">At five?</p>" << true;
        QTest::newRow("a font tag") << "<font color=\"#222222\">At five?</font>" << true;
        QTest::newRow("a ground of its own") << "<body bgcolor=\"#ffffff\"><p>At five?</p></body>" << true;
    }
    void aReceivedLetterCanBeRead()
    {
        QFETCH(QString, html);
        QFETCH(bool, paper);
        SealedBrowser browser;
        browser.showLetter(html, {});
        browser.show();
        for (const bool dark : {false, true, false}) {
            QApplication::setPalette(dark ? darkPalette() : m_usual);
            QCoreApplication::processEvents();
            if (dark)
                QCOMPARE(browser.palette().color(QPalette::Base).lightness() > 128, paper);
            QVERIFY2(Tones::contrast(inkOf(browser), browser.palette().color(QPalette::Base)) >= 4.5,
                     qPrintable(inkOf(browser).name()));
        }
    }

    void theRowLooksOtherwiseWithoutFocus()
    {
        MainBench bench;
        bench.addDraft(QStringLiteral("a"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        MainWindow window(bench.services());
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *list = window.findChild<QListView *>();
        QTRY_COMPARE(list->model()->rowCount(), 2);
        list->setCurrentIndex(static_cast<OutboxModel *>(list->model())->indexOf(QStringLiteral("a")));
        const auto middle = [&] {
            const QRect row = list->visualRect(list->currentIndex());
            return list->viewport()->grab(row).toImage().pixelColor(row.width() / 2, row.height() - 3);
        };
        list->setFocus();
        const QColor focused = middle();
        QCOMPARE(focused.rgb(), list->palette().color(QPalette::Highlight).rgb());
        window.findChild<QLineEdit *>()->setFocus();
        const QColor unfocused = middle();
        QVERIFY(unfocused != focused);
        QVERIFY(unfocused != list->palette().color(QPalette::Base)); // and still marked
    }

    void aMenusIconFollowsItsWords()
    {
        const auto ink = [](QIcon::Mode mode) {
            const QImage image = menuIcon(QStringLiteral("close")).pixmap(QSize(32, 32), 1.0, mode).toImage();
            QColor darkest;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y).alpha() == 255)
                        darkest = image.pixelColor(x, y);
                }
            }
            return darkest;
        };
        const QPalette palette = QApplication::palette();
        QCOMPARE(ink(QIcon::Normal).rgb(), palette.color(QPalette::WindowText).rgb());
        QCOMPARE(ink(QIcon::Disabled).rgb(), palette.color(QPalette::Disabled, QPalette::WindowText).rgb());
        const bool fills = QApplication::style()->name() == u"fusion";
        QCOMPARE(ink(QIcon::Active).rgb(),
                 palette.color(fills ? QPalette::HighlightedText : QPalette::WindowText).rgb());
    }
};

QTEST_MAIN(TestLetterColours)
#include "tst_lettercolours.moc"
