// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/AccentButton.h"
#include "ui/common/LegiblePalette.h"
#include "ui/common/Tones.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QStyle>
#include <QTest>

using namespace pennypost;

namespace {

/// The theme's own words for its colours, as a platform would hand them over.
struct Theme
{
    QColor window;
    QColor base;
    QColor text;
    QColor highlight;
    QColor highlightedText;
    QColor link;
};

QPalette paletteOf(const Theme &theme)
{
    QPalette palette(theme.window);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, theme.text);
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::Base, theme.base);
    palette.setColor(QPalette::Highlight, theme.highlight);
    palette.setColor(QPalette::HighlightedText, theme.highlightedText);
    palette.setColor(QPalette::Link, theme.link);
    palette.setColor(QPalette::LinkVisited, theme.link);
    return palette;
}

QPalette withHint(QPalette palette, const QColor &hint)
{
    palette.setColor(QPalette::PlaceholderText, hint);
    return palette;
}

void addPalettes()
{
    const Theme fusion{QColor(0xef, 0xef, 0xef), Qt::white, Qt::black,
                       QColor(0x30, 0x8c, 0xc6), Qt::white, QColor(0x00, 0x7a, 0xf4)};
    const Theme dark{
        QColor(0x30, 0x30, 0x33), QColor(0x22, 0x22, 0x25), Qt::white, QColor(0x35, 0x84, 0xe4), Qt::white,
        QColor(0x00, 0x00, 0xff)};
    const Theme yellowOnBlack{Qt::black, Qt::black, Qt::yellow, Qt::cyan, Qt::black, Qt::cyan};
    const Theme whiteOnBlack{Qt::black, Qt::black, Qt::white, Qt::white, Qt::black, Qt::yellow};
    const Theme solarized{QColor(0xee, 0xe8, 0xd5),
                          QColor(0xfd, 0xf6, 0xe3),
                          QColor(0x65, 0x7b, 0x83),
                          QColor(0xb5, 0x89, 0x00),
                          Qt::white,
                          QColor(0x26, 0x8b, 0xd2)};
    const Theme grey{Qt::gray, Qt::gray, Qt::darkGray, Qt::gray, Qt::gray, Qt::gray};
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("as it is here") << QApplication::palette();
    QTest::newRow("light") << paletteOf(fusion);
    QTest::newRow("light, a hint as good as invisible") << withHint(paletteOf(fusion), QColor(0, 0, 0, 20));
    QTest::newRow("dark, no hint given") << paletteOf(dark);
    QTest::newRow("dark, the light theme's hint") << withHint(paletteOf(dark), QColor(0, 0, 0, 128));
    QTest::newRow("high contrast, yellow on black") << paletteOf(yellowOnBlack);
    QTest::newRow("high contrast, white on black") << paletteOf(whiteOnBlack);
    QTest::newRow("high contrast, black on white")
        << paletteOf({Qt::white, Qt::white, Qt::black, Qt::black, Qt::white, Qt::blue});
    QTest::newRow("text of low contrast") << paletteOf(solarized);
    QTest::newRow("middle grey, no role told from another") << paletteOf(grey);
    QTest::newRow("black and nothing else") << QPalette(Qt::black);
}

QByteArray report(const char *what, const QColor &ink, const QColor &ground)
{
    return QByteArray(what) + ": " + ink.name().toLatin1() + " on " + ground.name().toLatin1() + " is " +
           QByteArray::number(Tones::contrast(ink, ground), 'f', 2);
}

#define HOLDS(ink, ground, ratio)                                                                            \
    QVERIFY2(Tones::contrast(ink, ground) >= (ratio), report(#ink " on " #ground, ink, ground).constData())

} // namespace

class TestTones : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsWcags_data()
    {
        QTest::addColumn<QColor>("one");
        QTest::addColumn<QColor>("other");
        QTest::addColumn<qreal>("ratio");
        QTest::newRow("black and white") << QColor(Qt::black) << QColor(Qt::white) << 21.0;
        QTest::newRow("either way round") << QColor(Qt::white) << QColor(Qt::black) << 21.0;
        QTest::newRow("the same") << QColor(Qt::red) << QColor(Qt::red) << 1.0;
        QTest::newRow("the grey that just holds") << QColor(0x76, 0x76, 0x76) << QColor(Qt::white) << 4.54;
        QTest::newRow("red") << QColor(Qt::red) << QColor(Qt::white) << 4.0;
        QTest::newRow("yellow") << QColor(Qt::yellow) << QColor(Qt::white) << 1.07;
    }
    void contrastIsWcags()
    {
        QFETCH(QColor, one);
        QFETCH(QColor, other);
        QFETCH(qreal, ratio);
        QVERIFY2(qAbs(Tones::contrast(one, other) - ratio) < 0.01, report("ratio", one, other).constData());
    }

    void everyToneCanBeRead_data() { addPalettes(); }
    void everyToneCanBeRead()
    {
        QFETCH(QPalette, palette);
        const QColor paper = palette.color(QPalette::Base);
        const QColor window = palette.color(QPalette::Window);
        const QColor raised = Tones::raised(palette);
        const QColor problemFill = Tones::problemFill(palette);
        for (const QColor &ground : {paper, window, raised}) {
            HOLDS(Tones::muted(palette), ground, 4.5);
            HOLDS(Tones::accentText(palette), ground, 4.5);
            HOLDS(Tones::problem(palette), ground, 4.5);
            HOLDS(Tones::warning(palette), ground, 4.5);
            HOLDS(Tones::success(palette), ground, 4.5);
        }
        for (const QColor &ground : {paper, window}) {
            HOLDS(Tones::hint(palette), ground, 4.5);
            HOLDS(Tones::focus(palette), ground, 3.0);
            HOLDS(Tones::edge(palette), ground, 3.0);
        }
        HOLDS(Tones::problem(palette), problemFill, 4.5);
        HOLDS(Tones::muted(palette), problemFill, 4.5);
        HOLDS(Tones::onAccent(palette), Tones::accent(palette), 4.5);
    }

    /// Quieter than the text, where the text leaves room for that.
    void mutedIsQuieter_data() { addPalettes(); }
    void mutedIsQuieter()
    {
        QFETCH(QPalette, palette);
        const QColor paper = palette.color(QPalette::Base);
        const qreal text = Tones::contrast(palette.color(QPalette::Text), paper);
        if (text > 8)
            QVERIFY(Tones::contrast(Tones::muted(palette), paper) < text * 0.8);
    }

    /// A row's second line on whatever it lies on, selected or not.
    void quietInkOnAnyGround_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        for (const QColor &ground : {QColor(Qt::white), QColor(0x30, 0x8c, 0xc6), QColor(0x80, 0x80, 0x80),
                                     QColor(0x22, 0x22, 0x25), QColor(Qt::yellow)}) {
            for (const QColor &ink :
                 {QColor(Qt::black), QColor(Qt::white), ground, QColor(0xff, 0xff, 0xff, 0x40)})
                QTest::addRow("%s on %s", qPrintable(ink.name(QColor::HexArgb)), qPrintable(ground.name()))
                    << ink << ground;
        }
    }
    void quietInkOnAnyGround()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        HOLDS(Tones::quiet(ink, {ground}), ground, 4.5);
        HOLDS(Tones::legible(ink, {ground}), ground, 4.5);
    }

    /// Dark window, white fields: nothing can be read on both, so it must be on the paper.
    void paperGoesFirst()
    {
        QPalette palette(QColor(0x20, 0x20, 0x20));
        palette.setColor(QPalette::Base, Qt::white);
        palette.setColor(QPalette::Text, Qt::black);
        HOLDS(Tones::muted(palette), QColor(Qt::white), 4.5);
        HOLDS(Tones::problem(palette), QColor(Qt::white), 4.5);
        HOLDS(Tones::hint(palette), QColor(Qt::white), 4.5);
    }

    void whatIsGoodStays()
    {
        const QColor blue(0x00, 0x40, 0xa0);
        QCOMPARE(Tones::legible(blue, {Qt::white}).rgb(), blue.rgb());
        QPalette palette(QColor(0xf0, 0xf0, 0xf0));
        palette.setColor(QPalette::Highlight, blue);
        palette.setColor(QPalette::HighlightedText, Qt::white);
        QCOMPARE(Tones::accent(palette).rgb(), blue.rgb());
        QVERIFY(!LegiblePalette::corrections(palette).isBrushSet(QPalette::Active, QPalette::Highlight));
    }

    void applicationPaletteCanBeRead_data() { addPalettes(); }
    void applicationPaletteCanBeRead()
    {
        QFETCH(QPalette, palette);
        const QPalette before = QApplication::palette();
        const auto restore = qScopeGuard([&] { QApplication::setPalette(before); });
        const LegiblePalette keeper;
        QApplication::setPalette(palette); // the theme changes while the program runs
        const QPalette now = QApplication::palette();
        for (const auto group : {QPalette::Active, QPalette::Inactive}) {
            const QColor paper = now.color(group, QPalette::Base);
            const QColor window = now.color(group, QPalette::Window);
            HOLDS(now.color(group, QPalette::PlaceholderText), paper, 4.5);
            HOLDS(now.color(group, QPalette::PlaceholderText), window, 4.5);
            HOLDS(now.color(group, QPalette::Link), paper, 4.5);
            HOLDS(now.color(group, QPalette::LinkVisited), window, 4.5);
            HOLDS(now.color(group, QPalette::HighlightedText), now.color(group, QPalette::Highlight), 4.5);
            QCOMPARE(now.color(group, QPalette::Text), palette.color(group, QPalette::Text));
            QCOMPARE(paper, palette.color(group, QPalette::Base));
        }
    }

    /// Light, dark and light again: nothing of the one theme stays in the other.
    void nothingIsLeftOfTheLastTheme()
    {
        const QPalette before = QApplication::palette();
        const auto restore = qScopeGuard([&] { QApplication::setPalette(before); });
        const LegiblePalette keeper;
        QPalette light(QColor(0xef, 0xef, 0xef));
        light.setColor(QPalette::Base, Qt::white);
        light.setColor(QPalette::Highlight, QColor(0x30, 0x8c, 0xc6));
        light.setColor(QPalette::HighlightedText, Qt::white);
        QApplication::setPalette(light);
        const QPalette first = QApplication::palette();
        QVERIFY(first.color(QPalette::Highlight) != light.color(QPalette::Highlight)); // too pale: corrected
        QPalette dark(QColor(0x20, 0x20, 0x20));
        dark.setColor(QPalette::Highlight, QColor(0x00, 0x40, 0xa0));
        dark.setColor(QPalette::HighlightedText, Qt::white);
        QApplication::setPalette(dark);
        QCOMPARE(QApplication::palette().color(QPalette::Highlight), QColor(0x00, 0x40, 0xa0));
        QApplication::setPalette(light);
        for (const auto role : {QPalette::PlaceholderText, QPalette::Link, QPalette::Highlight})
            QCOMPARE(QApplication::palette().color(role), first.color(role));
    }

    /// Where the platform's own palette shows, it goes on showing: only what was put right is set.
    void thePlatformGoesOnShowing()
    {
        const QPalette before = QApplication::palette();
        const auto restore = qScopeGuard([&] { QApplication::setPalette(before); });
        QApplication::setPalette(QPalette());
        const LegiblePalette keeper;
        const QPalette now = QApplication::palette();
        QVERIFY(now.isBrushSet(QPalette::Active, QPalette::PlaceholderText));
        for (const auto role : {QPalette::Window, QPalette::Base, QPalette::Text, QPalette::Button})
            QVERIFY(!now.isBrushSet(QPalette::Active, role));
    }

    void fusionsEdgesCanBeSeen_data() { addPalettes(); }
    void fusionsEdgesCanBeSeen()
    {
        QFETCH(QPalette, palette);
        const QPalette before = QApplication::palette();
        const QString style = QApplication::style()->name();
        const auto restore = qScopeGuard([&] {
            QApplication::setStyle(style);
            QApplication::setPalette(before);
        });
        QApplication::setStyle(QStringLiteral("Fusion"));
        const LegiblePalette keeper;
        QApplication::setPalette(palette);
        QWidget window;
        QLineEdit line(&window);
        QSpinBox number(&window);
        QCheckBox check(&window);
        QRadioButton radio(&window);
        for (QWidget *each : std::initializer_list<QWidget *>{&line, &number, &check, &radio}) {
            each->resize(each->sizeHint());
            each->setEnabled(true);
            const QImage shot = each->grab().toImage();
            const auto contrastTo = [&](const QColor &color) {
                return std::min(Tones::contrast(color, palette.color(QPalette::Base)),
                                Tones::contrast(color, palette.color(QPalette::Window)));
            };
            // The mark of a check box is at its leading edge, as a field's own edge is.
            qreal best = 1;
            for (int x = 0; x < 4; ++x)
                best = std::max(best, contrastTo(shot.pixelColor(x, shot.height() / 2)));
            QVERIFY2(best >= 2.95, qPrintable(QStringLiteral("%1: %2")
                                                  .arg(QLatin1StringView(each->metaObject()->className()))
                                                  .arg(best)));
        }
        QCOMPARE(window.palette().color(QPalette::Window), palette.color(QPalette::Window));
    }

    void accentButtonCanBeRead_data() { addPalettes(); }
    void accentButtonCanBeRead()
    {
        QFETCH(QPalette, palette);
        AccentButton button(QStringLiteral("Send"));
        button.setGlyph(QStringLiteral("send"));
        button.setPalette(palette);
        button.resize(button.sizeHint());
        QVERIFY(button.width() >= button.fontMetrics().horizontalAdvance(button.text()) + 2 * 16);
        const QImage shot = button.grab().toImage();
        const QColor fill = shot.pixelColor(6, shot.height() / 2);
        QCOMPARE(fill.rgb(), Tones::accent(button.palette()).rgb());
        // The strongest of the words' and the glyph's pixels.
        qreal best = 1;
        for (int x = 12; x < shot.width() - 12; ++x) {
            for (int y = 4; y < shot.height() - 4; ++y)
                best = qMax(best, Tones::contrast(shot.pixelColor(x, y), fill));
        }
        QVERIFY2(best >= 4.5, QByteArray::number(best).constData());
        // Seen against the window, by its fill or by its edge.
        const QColor edge = shot.pixelColor(1, shot.height() / 2);
        const QColor window = button.palette().color(QPalette::Window);
        QVERIFY2(qMax(Tones::contrast(edge, window), Tones::contrast(fill, window)) >= 3.0,
                 report("edge", edge, window).constData());
    }
};

QTEST_MAIN(TestTones)
#include "tst_tones.moc"
