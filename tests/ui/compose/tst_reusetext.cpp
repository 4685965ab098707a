// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/ReuseText.h"

#include <QTest>
#include <QTimeZone>

using namespace pennypost;

/// The words around a letter that is answered or passed on.
class TestReuseText : public QObject
{
    Q_OBJECT

private:
    static OriginalLetter letter()
    {
        OriginalLetter original;
        original.from = {{QStringLiteral("Ann"), QStringLiteral("ann"), QStringLiteral("x.example")}};
        original.date = QDateTime(QDate(2026, 7, 3), QTime(14, 5, 9), QTimeZone(-7 * 3600));
        original.subject = QStringLiteral("Tea");
        return original;
    }

private Q_SLOTS:
    void times_data()
    {
        QTest::addColumn<bool>("hidden");
        QTest::newRow("this computer's") << false;
        QTest::newRow("as written: nobody learns where it is answered") << true;
    }
    void times()
    {
        QFETCH(bool, hidden);
        const auto zone = hidden ? ReuseText::Zone::AsWritten : ReuseText::Zone::Here;
        const QLocale german(QLocale::German);
        const QDateTime told = hidden ? letter().date : letter().date.toLocalTime();
        const QString time = german.toString(told.time(), QLocale::ShortFormat);
        if (hidden)
            QCOMPARE(time, QStringLiteral("14:05"));
        const QString attribution = ReuseText::attribution(letter(), zone, german);
        QVERIFY2(attribution.contains(time), qPrintable(attribution));
        const QString headline = ReuseText::headline(letter(), zone, german);
        QVERIFY2(headline.contains(german.toString(told, QLocale::LongFormat)), qPrintable(headline));
    }

    void whatIsNotKnownIsNotSaid()
    {
        OriginalLetter original = letter();
        original.date = {};
        QCOMPARE(ReuseText::attribution(original, ReuseText::Zone::Here, QLocale::c()),
                 QStringLiteral("Ann wrote:"));
        original.from.front().displayName.clear();
        QCOMPARE(ReuseText::attribution(original, ReuseText::Zone::Here, QLocale::c()),
                 QStringLiteral("ann@x.example wrote:"));
        original.from.clear();
        QCOMPARE(ReuseText::attribution(original, ReuseText::Zone::Here, QLocale::c()),
                 QStringLiteral("The original letter:"));
        QVERIFY(!ReuseText::headline(original, ReuseText::Zone::Here, QLocale::c())
                     .contains(QStringLiteral("From:")));
    }
};

QTEST_GUILESS_MAIN(TestReuseText)
#include "tst_reusetext.moc"
