// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/BodySearch.h"

#include <QTest>

using namespace pennypost;

/// Where words are in a letter; tst_findbar goes from one to the next.
class TestBodySearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hits_data();
    void hits();
};

void TestBodySearch::hits_data()
{
    QTest::addColumn<QString>("in");
    QTest::addColumn<QString>("sought");
    QTest::addColumn<bool>("matchCase");
    QTest::addColumn<QList<int>>("expected");
    QTest::newRow("several") << u"tea for tea"_qs << u"tea"_qs << false << QList<int>{0, 8};
    QTest::newRow("either case") << u"Tea tea"_qs << u"tEa"_qs << false << QList<int>{0, 4};
    QTest::newRow("one case") << u"Tea tea"_qs << u"tea"_qs << true << QList<int>{4};
    QTest::newRow("no overlap") << u"aaaa"_qs << u"aa"_qs << false << QList<int>{0, 2};
    QTest::newRow("nothing sought") << u"tea"_qs << QString() << false << QList<int>{};
    QTest::newRow("not there") << u"tea"_qs << u"coffee"_qs << false << QList<int>{};
    QTest::newRow("umlauts") << u"GRÜSSE, Grüsse"_qs << u"grüsse"_qs << false << QList<int>{0, 8};
    QTest::newRow("no-break space") << u"5\u00a0Euro"_qs << u"5 Euro"_qs << false << QList<int>{0};
    QTest::newRow("Arabic") << u"بريد بريد"_qs << u"بريد"_qs << false << QList<int>{0, 5};
    QTest::newRow("beyond the first plane") << u"x😀y😀"_qs << u"😀"_qs << true << QList<int>{1, 4};
}

void TestBodySearch::hits()
{
    QFETCH(QString, in);
    QFETCH(QString, sought);
    QFETCH(bool, matchCase);
    QFETCH(QList<int>, expected);
    QCOMPARE(hitsIn(in, sought, matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive), expected);
}

QTEST_MAIN(TestBodySearch)
#include "tst_bodysearch.moc"
