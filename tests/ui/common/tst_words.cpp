// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Bidi.h"
#include "ui/common/LongWords.h"
#include "ui/common/QuitKeys.h"
#include "ui/common/SizeText.h"
#include "ui/common/TlsText.h"

#include <QGuiApplication>
#include <QLocale>
#include <QTest>

using namespace pennypost;

/// The small words that stand everywhere: sizes, and Latin values in sentences of either direction.
class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        QLocale::setDefault(QLocale::c());
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void sizes_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<qint64>("octets");
        QTest::addColumn<QString>("text");
        const QLocale english(QLocale::English, QLocale::UnitedStates);
        const QLocale german(QLocale::German, QLocale::Germany);
        const auto row = [](const char *name, const QLocale &locale, qint64 octets, const char *text) {
            QTest::newRow(name) << locale << octets << QString::fromUtf8(text);
        };
        row("nothing", english, 0, "0 bytes");
        row("the last byte", english, 999, "999 bytes");
        row("a kilobyte is a thousand", english, 1'000, "1 kB");
        row("not 1024", english, 1'024, "1 kB");
        row("whole kilobytes", english, 95'600, "96 kB");
        row("the last kilobyte", english, 999'499, "999 kB");
        row("what rounds up is a megabyte", english, 999'500, "1.0 MB");
        row("a megabyte", english, 1'000'000, "1.0 MB");
        row("one place", english, 1'149'000, "1.1 MB");
        row("the usual limit", english, 25'000'000, "25.0 MB");
        row("what rounds up is a gigabyte", english, 999'960'000, "1.0 GB");
        row("beyond an int", english, 5'000'000'000, "5.0 GB");
        row("in German", german, 1'149'000, "1,1 MB");
    }
    void sizes()
    {
        QFETCH(QLocale, locale);
        QFETCH(qint64, octets);
        QFETCH(QString, text);
        QLocale::setDefault(locale);
        QCOMPARE(sizeText(octets).replace(QChar::Nbsp, u' '), text);
    }

    void tlsVersions_data()
    {
        QTest::addColumn<QString>("protocol");
        QTest::addColumn<QString>("text");
        QTest::newRow("1.3") << "TLSv1.3" << "TLS 1.3";
        QTest::newRow("1.2") << "TLSv1.2" << "TLS 1.2";
        QTest::newRow("as people write it") << "TLS 1.3" << "TLS 1.3";
        QTest::newRow("another") << "DTLSv1.2" << "DTLSv1.2";
        QTest::newRow("none") << "" << "";
    }
    void tlsVersions()
    {
        QFETCH(QString, protocol);
        QTEST(tlsText(protocol), "text");
    }

    void thereIsAlwaysAKeyToQuit()
    {
        QVERIFY(!quitKeys().isEmpty());
        QVERIFY(!quitKeys().first().isEmpty());
    }

    void longNamesAreCut_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("shown");
        const QString letter = QString::fromUtf8("e\u0301"); // one character of two code points
        QTest::newRow("short") << "a.pdf" << "a.pdf";
        QTest::newRow("as long as it may be") << "12345678.pdf" << "12345678.pdf";
        QTest::newRow("one longer") << "123456789.pdf" << u"1234567….pdf"_qs;
        QTest::newRow("no extension") << QString(40, u'x') << QString(QString(7, u'x') + u"…xxxx"_qs);
        QTest::newRow("characters stay whole")
            << letter.repeated(20) << QString(letter.repeated(7) + u'…' + letter.repeated(4));
        QTest::newRow("pairs, too") << u"😀"_qs.repeated(20)
                                    << QString(u"😀"_qs.repeated(7) + u"…😀😀😀😀"_qs);
        QTest::newRow("empty") << "" << "";
    }
    void longNamesAreCut()
    {
        QFETCH(QString, name);
        QTEST(LongWords::cut(name, 12), "shown");
    }

    void valuesStayWhole_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("isolated");
        const QString host = QStringLiteral("smtp.example.org");
        const QString hebrew = QString::fromUtf8("\u05d3\u05d5\u05d0\u05e8.example");
        QTest::newRow("Latin among Latin") << Qt::LeftToRight << host << false;
        QTest::newRow("Latin from right to left") << Qt::RightToLeft << host << true;
        QTest::newRow("Hebrew among Latin") << Qt::LeftToRight << hebrew << true;
        QTest::newRow("nothing") << Qt::RightToLeft << QString() << false;
    }
    void valuesStayWhole()
    {
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(QString, value);
        QFETCH(bool, isolated);
        QGuiApplication::setLayoutDirection(direction);
        QCOMPARE(Bidi::value(value), isolated ? QString(QChar(0x2068) + value + QChar(0x2069)) : value);
    }

    void linesBeginWhereTheWindowsDo_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const QString latin = QStringLiteral("alice@example.org");
        const QString arabic = QString::fromUtf8("\u0628\u0631\u064a\u062f");
        const QString rlm(QChar(0x200F));
        const QString lrm(QChar(0x200E));
        QTest::newRow("Latin, left to right") << Qt::LeftToRight << latin << latin;
        QTest::newRow("Latin, right to left") << Qt::RightToLeft << latin << rlm + latin;
        QTest::newRow("Arabic, right to left") << Qt::RightToLeft << arabic << arabic;
        QTest::newRow("Arabic, left to right") << Qt::LeftToRight << arabic << lrm + arabic;
        QTest::newRow("each line by itself")
            << Qt::RightToLeft << QString(arabic + u'\n' + latin) << QString(arabic + u'\n' + rlm + latin);
        QTest::newRow("a value in front")
            << Qt::RightToLeft << QString(QChar(0x2068) + latin + QChar(0x2069) + u' ' + arabic)
            << QString(QChar(0x2068) + latin + QChar(0x2069) + u' ' + arabic);
        QTest::newRow("empty") << Qt::RightToLeft << QString() << QString();
    }
    void linesBeginWhereTheWindowsDo()
    {
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(Bidi::lines(text, direction), expected);
        QCOMPARE(Bidi::lines(Bidi::lines(text, direction), direction), expected); // twice does no harm
    }

    void sidesTurnRound_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<Qt::Alignment>("side");
        QTest::addColumn<QMargins>("margins");
        QTest::newRow("left to right")
            << Qt::LeftToRight << Qt::Alignment(Qt::AlignLeft | Qt::AlignAbsolute) << QMargins(1, 2, 3, 4);
        QTest::newRow("right to left")
            << Qt::RightToLeft << Qt::Alignment(Qt::AlignRight | Qt::AlignAbsolute) << QMargins(3, 2, 1, 4);
    }
    void sidesTurnRound()
    {
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(Qt::Alignment, side);
        QFETCH(QMargins, margins);
        QCOMPARE(Bidi::readingSide(direction), side);
        QCOMPARE(Bidi::margins({1, 2, 3, 4}, direction), margins);
        QGuiApplication::setLayoutDirection(direction);
        QCOMPARE(Bidi::readingSide(), side); // without one, the program's
    }
};

QTEST_MAIN(TestWords)
#include "tst_words.moc"
