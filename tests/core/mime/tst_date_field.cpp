// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/DateField.h"

#include <QTest>

using namespace pennypost;

class TestDateField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsed_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("utc");
        const auto row = [](const char *name, const QByteArray &field, const char *utc) {
            QTest::newRow(name) << QString::fromLatin1(field) << QString::fromLatin1(utc);
        };
        row("as we write it", "Sun, 22 Nov 2026 07:42:05 +0100", "2026-11-22T06:42:05Z");
        row("west", "Sun, 22 Nov 2026 23:42:05 -0330", "2026-11-23T03:12:05Z");
        row("no weekday, no seconds", "22 Nov 2026 07:42 +0000", "2026-11-22T07:42:00Z");
        row("a comment", "Sun, 22 Nov 2026 07:42:05 +0000 (UTC)", "2026-11-22T07:42:05Z");
        row("comments anywhere", "Sun (day), 22 (of) Nov 2026 07:42:05 (at (last)) +0100 (CET)",
            "2026-11-22T06:42:05Z");
        row("a comment without an end", "22 Nov 2026 07:42:05 +0100 (CET", "2026-11-22T06:42:05Z");
        row("no blank before the zone", "22 Nov 2026 07:42:05+0100", "2026-11-22T06:42:05Z");
        row("a colon in the zone", "22 Nov 2026 07:42:05 +01:00", "2026-11-22T06:42:05Z");
        row("GMT and how far from it", "22 Nov 2026 07:42:05 GMT+0100", "2026-11-22T06:42:05Z");
        row("hyphens", "22-Nov-2026 7:2:5 UTC", "2026-11-22T07:02:05Z");
        row("a short weekday", "So., 22 Nov. 2026 07:42:05 +0000", "2026-11-22T07:42:05Z");
        row("a megabyte of blanks", QByteArray(1 << 20, ' ') + "x", "");
        row("a megabyte of comments", QByteArray("22 Nov 2026 ") + QByteArray(1 << 20, '('), "");
        row("GMT", "Sun, 22 Nov 2026 07:42:05 GMT", "2026-11-22T07:42:05Z");
        row("an American zone", "Sun, 22 Nov 2026 07:42:05 EST", "2026-11-22T12:42:05Z");
        row("a military zone says nothing", "Sun, 22 Nov 2026 07:42:05 K", "2026-11-22T07:42:05Z");
        row("two digits of a year", "22 Nov 98 07:42:05 +0000", "1998-11-22T07:42:05Z");
        row("two low digits of a year", "22 Nov 26 07:42:05 +0000", "2026-11-22T07:42:05Z");
        row("three digits of a year", "22 Nov 126 07:42:05 +0000", "2026-11-22T07:42:05Z");
        row("a leap second", "31 Dec 2016 23:59:60 +0000", "2016-12-31T23:59:59Z");
        row("one digit of a day", "Wed,  4 Nov 2026 7:42:05 +0000", "2026-11-04T07:42:05Z");
        row("asctime", "Sun Nov 22 07:42:05 2026", "2026-11-22T07:42:05Z");
        row("asctime, one digit of a day", "Wed Nov  4 07:42:05 2026", "2026-11-04T07:42:05Z");
        row("date", "Sun Nov 22 07:42:05 EST 2026", "2026-11-22T12:42:05Z");
        row("asctime with an offset", "Sun Nov 22 07:42:05 +0100 2026", "2026-11-22T06:42:05Z");
        row("asctime without a year", "Sun Nov 22 07:42:05", "");
        row("nothing", "", "");
        row("rubbish", "yesterday at noon", "");
        row("no such day", "31 Feb 2026 07:42:05 +0000", "");
        row("no such month", "12 Nox 2026 07:42:05 +0000", "");
        row("between two months", "12 anf 2026 07:42:05 +0000", "");
        row("no such hour", "12 Nov 2026 27:42:05 +0000", "");
    }
    void parsed()
    {
        QFETCH(QString, field);
        QFETCH(QString, utc);
        const QDateTime time = dateFromField(field);
        QCOMPARE(time.isValid(), !utc.isEmpty());
        if (time.isValid())
            QCOMPARE(time.toUTC(), QDateTime::fromString(utc, Qt::ISODate));
    }
};

QTEST_APPLESS_MAIN(TestDateField)
#include "tst_date_field.moc"
