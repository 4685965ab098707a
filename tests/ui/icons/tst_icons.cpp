// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Icons.h"

#include <QApplication>
#include <QTest>

using namespace pennypost;

namespace {

// The one colour of everything that is opaque; invalid if there are several or none.
QColor onlyColour(const QImage &image)
{
    QColor found;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() < 255)
                continue;
            if (found.isValid() && found.rgb() != pixel.rgb())
                return {};
            found = pixel;
        }
    }
    return found;
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unknownNameIsNull() { QVERIFY(themedIcon(QStringLiteral("no-such-icon")).isNull()); }

    void sharpAtEachScale_data()
    {
        QTest::addColumn<qreal>("ratio");
        for (const qreal ratio : {1.0, 1.25, 1.5, 2.0, 3.0})
            QTest::addRow("%g", ratio) << ratio;
    }
    void sharpAtEachScale()
    {
        QFETCH(qreal, ratio);
        const QPixmap pixmap = themedIcon(QStringLiteral("send")).pixmap(QSize(16, 16), ratio);
        QCOMPARE(pixmap.width(), qRound(16 * ratio));
        QVERIFY(onlyColour(pixmap.toImage()).isValid());
    }

    void followsThePalette_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::newRow("light") << QColor(20, 30, 40);
        QTest::newRow("dark") << QColor(230, 231, 232);
    }
    void followsThePalette()
    {
        QFETCH(QColor, text);
        const QIcon icon = themedIcon(QStringLiteral("attach")); // made before the theme changes
        const QPalette before = QApplication::palette();
        QPalette palette = before;
        palette.setColor(QPalette::Active, QPalette::ButtonText, text);
        palette.setColor(QPalette::Disabled, QPalette::ButtonText, Qt::gray);
        palette.setColor(QPalette::Active, QPalette::HighlightedText, Qt::yellow);
        QApplication::setPalette(palette);
        const QSize size(24, 24);
        QCOMPARE(onlyColour(icon.pixmap(size, QIcon::Normal).toImage()).rgb(), text.rgb());
        QCOMPARE(onlyColour(icon.pixmap(size, QIcon::Disabled).toImage()).rgb(), QColor(Qt::gray).rgb());
        QCOMPARE(onlyColour(icon.pixmap(size, QIcon::Selected).toImage()).rgb(), QColor(Qt::yellow).rgb());
        QApplication::setPalette(before);
    }

    void theProgramHasItsIcon()
    {
        const QIcon icon = applicationIcon();
        QVERIFY(icon.availableSizes().contains(QSize(16, 16)));
        QVERIFY(icon.availableSizes().contains(QSize(256, 256)));
    }
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
