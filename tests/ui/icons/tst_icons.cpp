// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Icons.h"

#include <QApplication>
#include <QFile>
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

// How many pixels of it are painted at all.
int ink(const QImage &image, const QRect &part)
{
    int count = 0;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x)
            count += image.pixelColor(x, y).alpha() > 0 ? 1 : 0;
    }
    return count;
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

    void eachIconFillsItsCellAndStaysInIt_data()
    {
        QTest::addColumn<QString>("name");
        QFile names(QStringLiteral(":/icons/names.txt"));
        QVERIFY(names.open(QIODevice::ReadOnly));
        const auto all = QString::fromLatin1(names.readAll()).split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(all.size() > 40);
        for (const QString &name : all)
            QTest::newRow(qPrintable(name)) << name;
    }
    void eachIconFillsItsCellAndStaysInIt()
    {
        QFETCH(QString, name);
        const QIcon icon = themedIcon(name);
        QVERIFY(!icon.isNull());
        for (const int side : {16, 192}) { // the smallest and the largest rendering
            const QImage image = icon.pixmap(side, side).toImage();
            QCOMPARE(image.size(), QSize(side, side));
            QVERIFY(ink(image, image.rect()) > 0);
            for (const QRect &edge : {QRect(0, 0, side, 1), QRect(0, side - 1, side, 1), QRect(0, 0, 1, side),
                                      QRect(side - 1, 0, 1, side)})
                QCOMPARE(ink(image, edge), 0); // nothing of a neighbour on the sheet either
        }
    }

    void pointsTheWayOneReads_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("send") << QStringLiteral("send") << true;
        QTest::newRow("undo") << QStringLiteral("undo") << true;
        QTest::newRow("digits stay") << QStringLiteral("list-ordered") << false;
        QTest::newRow("a check mark stays") << QStringLiteral("check") << false;
    }
    void pointsTheWayOneReads()
    {
        QFETCH(QString, name);
        QFETCH(bool, mirrored);
        const QIcon icon = themedIcon(name);
        const QImage before = icon.pixmap(48, 48).toImage();
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        const QImage after = icon.pixmap(48, 48).toImage();
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(after, mirrored ? before.mirrored(true, false) : before);
        QVERIFY(before != before.mirrored(true, false)); // it tells the two apart
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
