// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/DotStuffer.h"

#include <QTest>

using namespace pennypost;

namespace {

/// A receiver by RFC 5321 4.5.2: lines end in CRLF, a line of one dot ends the letter, another leading dot
/// goes.
QByteArray received(const QByteArray &wire, QByteArray &rest)
{
    QByteArray letter;
    qsizetype start = 0;
    for (qsizetype end = wire.indexOf("\r\n"); end >= 0; end = wire.indexOf("\r\n", start)) {
        const QByteArray line = wire.mid(start, end - start);
        start = end + 2;
        if (line == ".") {
            rest = wire.mid(start);
            return letter;
        }
        letter += (line.startsWith('.') ? line.mid(1) : line) + "\r\n";
    }
    rest = "no end";
    return letter;
}

} // namespace

class TestDotStuffer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exact_data();
    void exact();
    void roundTrip_data();
    void roundTrip();
};

void TestDotStuffer::exact_data()
{
    QTest::addColumn<QByteArray>("letter");
    QTest::addColumn<QByteArray>("wire");

    QTest::newRow("empty") << QByteArray() << QByteArray(".\r\n");
    QTest::newRow("dot on the first line") << QByteArray(".\r\n") << QByteArray("..\r\n.\r\n");
    QTest::newRow("dot and text") << QByteArray(".x\r\n") << QByteArray("..x\r\n.\r\n");
    QTest::newRow("two dots") << QByteArray("..\r\n") << QByteArray("...\r\n.\r\n");
    QTest::newRow("after an empty line")
        << QByteArray("a\r\n\r\n.\r\n") << QByteArray("a\r\n\r\n..\r\n.\r\n");
    QTest::newRow("dot inside a line") << QByteArray("a.b.\r\n") << QByteArray("a.b.\r\n.\r\n");
    QTest::newRow("no empty line added") << QByteArray("a\r\n") << QByteArray("a\r\n.\r\n");
    QTest::newRow("no final CRLF") << QByteArray("a") << QByteArray("a\r\n.\r\n");
    QTest::newRow("ends in a dot") << QByteArray("a\r\n.") << QByteArray("a\r\n..\r\n.\r\n");
    QTest::newRow("bare LF is no line end") << QByteArray("a\n.b\r\n") << QByteArray("a\n.b\r\n.\r\n");
    QTest::newRow("bare CR is no line end") << QByteArray("a\r.b\r\n") << QByteArray("a\r.b\r\n.\r\n");
    QTest::newRow("CR CR LF") << QByteArray("a\r\r\n.b\r\n") << QByteArray("a\r\r\n..b\r\n.\r\n");
    QTest::newRow("LF first") << QByteArray("\n.\r\n") << QByteArray("\n.\r\n.\r\n");
}

void TestDotStuffer::exact()
{
    QFETCH(QByteArray, letter);
    QFETCH(QByteArray, wire);
    for (qsizetype piece = 1; piece <= 64; ++piece) {
        DotStuffer stuffer;
        QByteArray out;
        for (qsizetype at = 0; at < letter.size(); at += piece)
            stuffer.stuff(QByteArrayView(letter).sliced(at, std::min(piece, letter.size() - at)), out);
        stuffer.stuff({}, out); // an empty piece changes nothing
        QCOMPARE(out + stuffer.terminator(), wire);
    }
}

void TestDotStuffer::roundTrip_data()
{
    QTest::addColumn<QByteArray>("letter");

    QTest::newRow("the body of CVE-2021-38189") << QByteArray("a\r\n\r\n.\r\nMAIL FROM:<x@y>\r\n");
    QTest::newRow("dots alone") << QByteArray(".\r\n").repeated(100);
    QTest::newRow("NUL and 0x1A") << QByteArray("a\0\x1A.\r\n.\0\r\n", 10);
    for (int length : {997, 998, 999, 5000}) {
        QTest::addRow("line of %d", length)
            << "." + QByteArray(length - 1, 'x') + "\r\n." + QByteArray(length, '.') + "\r\n";
    }
    // Every order of the three octets that matter, from a fixed walk rather than from chance.
    QByteArray walk;
    quint32 state = 1;
    for (int i = 0; i < 3000; ++i) {
        state = state * 1664525U + 1013904223U;
        walk += QByteArrayView("..x\r\n").sliced(qsizetype((state >> 24) % 4), 1).toByteArray();
        if (walk.endsWith('\r'))
            walk += '\n';
    }
    QTest::newRow("walk") << walk + "\r\n";
}

void TestDotStuffer::roundTrip()
{
    QFETCH(QByteArray, letter);
    for (qsizetype piece = 1; piece <= 64; ++piece) {
        DotStuffer stuffer;
        QByteArray out;
        for (qsizetype at = 0; at < letter.size(); at += piece)
            stuffer.stuff(QByteArrayView(letter).sliced(at, std::min(piece, letter.size() - at)), out);
        QByteArray rest;
        QCOMPARE(received(out + stuffer.terminator(), rest), letter);
        QCOMPARE(rest, QByteArray());
    }
}

QTEST_GUILESS_MAIN(TestDotStuffer)
#include "tst_dotstuffer.moc"
