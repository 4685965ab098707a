// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Fingerprint.h"

#include <QGuiApplication>
#include <QTest>

using namespace pennypost;

/// A certificate's fingerprint: whole where it is copied, in halves where it is compared.
class TestFingerprint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }

    void onOneLine()
    {
        QCOMPARE(Fingerprint::line(QByteArray::fromHex("00ffa9")), QStringLiteral("00:FF:A9"));
        QCOMPARE(Fingerprint::line({}), QString());
    }

    void inTwoLines_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("broken");
        const QString half = QStringLiteral("99:AA:").repeated(8);
        const QString end = half.chopped(1);
        const QString whole = half + end;
        const auto isolated = [](const QString &part) -> QString {
            return QChar(0x2068) + part + QChar(0x2069);
        };
        const auto left = Qt::LeftToRight;
        const auto right = Qt::RightToLeft;
        QTest::newRow("alone") << left << whole << QString(half + u'\n' + end);
        QTest::newRow("with its name")
            << left << QString(u"a\nSHA-256: " + whole) << QString(u"a\nSHA-256: " + half + u'\n' + end);
        QTest::newRow("two of them") << left << QString(whole + u"\nb\n" + whole)
                                     << QString(half + u'\n' + end + u"\nb\n" + half + u'\n' + end);
        QTest::newRow("from right to left") << right << QString(u"SHA-256: " + whole)
                                            << QString(u"SHA-256: " + isolated(half) + u'\n' + isolated(end));
        QTest::newRow("no fingerprint") << left << half << half;
        QTest::newRow("too long for one") << left << QString(half + whole) << QString(half + whole);
        QTest::newRow("nothing") << right << QString() << QString();
    }
    void inTwoLines()
    {
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(QString, text);
        QGuiApplication::setLayoutDirection(direction);
        QTEST(Fingerprint::inTwoLines(text), "broken");
    }
};

QTEST_MAIN(TestFingerprint)
#include "tst_fingerprint.moc"
