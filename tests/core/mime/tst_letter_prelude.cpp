// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/LetterPrelude.h"

#include <QTest>

using namespace pennypost;
using Line = LetterPrelude::Line;

class TestLetterPrelude : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines();
    void oneSeparatorAlone();
    void marks_data();
    void marks();
};

void TestLetterPrelude::lines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<Line>("kind");
    QTest::newRow("empty") << QByteArray("") << Line::Blank;
    QTest::newRow("line end") << QByteArray("\r\n") << Line::Blank;
    QTest::newRow("blanks") << QByteArray(" \t \r\n") << Line::Blank;
    QTest::newRow("mailbox file") << QByteArray("From a@b.example Sat Jan  3 01:05:34 1996")
                                  << Line::Separator;
    QTest::newRow("mailbox file, bare") << QByteArray("From -") << Line::Separator;
    QTest::newRow("the field") << QByteArray("From: a@b.example") << Line::OfLetter;
    QTest::newRow("the field as of old") << QByteArray("From \t : a@b.example") << Line::OfLetter;
    QTest::newRow("small letters") << QByteArray("from a@b.example Sat") << Line::OfLetter;
    QTest::newRow("quoted") << QByteArray(">From a@b.example Sat") << Line::OfLetter;
    QTest::newRow("another field") << QByteArray("Subject: x") << Line::OfLetter;
    QTest::newRow("folded") << QByteArray(" x") << Line::OfLetter;
}

void TestLetterPrelude::lines()
{
    QFETCH(QByteArray, line);
    QFETCH(Line, kind);
    LetterPrelude prelude;
    QCOMPARE(prelude.take(line), kind);
}

void TestLetterPrelude::oneSeparatorAlone()
{
    LetterPrelude prelude;
    QCOMPARE(prelude.take("\r\n"), Line::Blank);
    QCOMPARE(prelude.take("From a Sat"), Line::Separator);
    QCOMPARE(prelude.take("\r\n"), Line::Blank);
    QCOMPARE(prelude.take("From b Sun"), Line::OfLetter);
}

void TestLetterPrelude::marks_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<qsizetype>("length");
    QTest::newRow("none") << QByteArray("Subject: x") << qsizetype(0);
    QTest::newRow("one") << QByteArray("\xef\xbb\xbfSubject: x") << qsizetype(3);
    QTest::newRow("alone") << QByteArray("\xef\xbb\xbf") << qsizetype(3);
    QTest::newRow("half") << QByteArray("\xef\xbb") << qsizetype(0);
}

void TestLetterPrelude::marks()
{
    QFETCH(QByteArray, line);
    QFETCH(qsizetype, length);
    QCOMPARE(LetterPrelude::markLength(line), length);
}

QTEST_APPLESS_MAIN(TestLetterPrelude)
#include "tst_letter_prelude.moc"
