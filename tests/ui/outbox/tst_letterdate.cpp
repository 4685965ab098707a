// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/DateField.h"
#include "ui/outbox/LetterDate.h"

#include <QTest>

using namespace pennypost;

class TestLetterDate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shown()
    {
        const QString field = QStringLiteral("Sun, 22 Nov 2026 07:42:05 +0000");
        const QLocale german(QLocale::German, QLocale::Germany);
        QCOMPARE(LetterDate::shown(field, german),
                 german.toString(dateFromField(field).toLocalTime(), QLocale::LongFormat));
        QVERIFY(LetterDate::shown(field, german).contains(QStringLiteral("November")));
        QCOMPARE(LetterDate::shown(QStringLiteral("at tea time")), QStringLiteral("at tea time"));
    }
};

QTEST_MAIN(TestLetterDate)
#include "tst_letterdate.moc"
