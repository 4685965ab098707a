// SPDX-License-Identifier: GPL-3.0-or-later
// What is read in portions must not depend on where they end.
#include "core/mime/LineReader.h"
#include "core/mime/TransferDecoder.h"
#include "tests/core/mime/InMemory.h"

#include <QRandomGenerator>
#include <QTest>

using namespace pennypost;
using letters::Letter;

namespace {

/// Of the parser's reading.
constexpr int portion = 64 * 1024;

/// As plain as can be: a character at a time.
QByteArray decodedSlowly(const QByteArray &text)
{
    const QByteArray alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    QByteArray out;
    quint32 bits = 0;
    int count = 0;
    for (const char c : text) {
        if (c == '=')
            bits = 0, count = 0;
        const qsizetype value = alphabet.indexOf(c);
        if (value < 0)
            continue;
        bits = (bits << 6 | quint32(value)) & 0xffff;
        count += 6;
        if (count >= 8) {
            count -= 8;
            out.append(char(bits >> count & 0xff));
        }
    }
    return out;
}

} // namespace

class TestMimePortions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void boundary_data();
    void boundary();
    void lineReader_data();
    void lineReader();
    void base64();
};

void TestMimePortions::boundary_data()
{
    QTest::addColumn<QByteArray>("lineEnd");
    QTest::addColumn<QByteArray>("filler");
    QTest::newRow("CRLF, one line") << QByteArray("\r\n") << QByteArray("x");
    QTest::newRow("LF, one line") << QByteArray("\n") << QByteArray("x");
    QTest::newRow("CRLF, lines") << QByteArray("\r\n") << QByteArray("ab\r\n");
    QTest::newRow("hyphens") << QByteArray("\r\n") << QByteArray("-");
    QTest::newRow("lines of hyphens") << QByteArray("\n") << QByteArray("--\n");
    QTest::newRow("CR") << QByteArray("\r\n") << QByteArray("\r");
}

/// The boundary's first octets, and the line end ahead of it, at each place around the end of a portion.
void TestMimePortions::boundary()
{
    QFETCH(const QByteArray, lineEnd);
    QFETCH(const QByteArray, filler);
    const QByteArray head = "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n";
    for (int size = portion - 16; size <= portion + 16; ++size) {
        QByteArray body = filler.repeated(size / filler.size() + 1).first(size - head.size());
        if (body.endsWith("\r"))
            body.back() = 'y'; // else it is the line end's
        const QByteArray second = "second";
        const Letter letter(head + body + lineEnd + "--b" + lineEnd + lineEnd + second + lineEnd + "--b--");
        QVERIFY(letter.ok);
        QCOMPARE(letter.root.children.size(), 2);
        if (letter.raw(letter.root.children[0]) != body)
            QFAIL(qPrintable(QStringLiteral("%1 octets ahead").arg(size)));
        QCOMPARE(letter.raw(letter.root.children[1]), second);
    }
}

void TestMimePortions::lineReader_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("passed");
    QTest::newRow("at once") << QByteArray("-a\nb\n") << 0 << 0;
    QTest::newRow("behind LF") << QByteArray("a\n-b") << 2 << 1;
    QTest::newRow("behind CRLF") << QByteArray("a\r\n-b") << 3 << 2;
    QTest::newRow("behind an empty line") << QByteArray("a\r\n\n-b") << 4 << 1;
    QTest::newRow("behind CR alone") << QByteArray("a\r-b\n-c") << 5 << 1;
    QTest::newRow("behind a long line") << QByteArray(3 * portion, 'x') + "\r\n-b" << 3 * portion + 2 << 2;
    QTest::newRow("behind a line that fills a portion")
        << QByteArray(portion - 1, 'x') + "\n-b" << portion << 1;
    QTest::newRow("CRLF across a portion's end")
        << QByteArray(portion - 1, 'x') + "\r\n-b" << portion + 1 << 2;
}

void TestMimePortions::lineReader()
{
    QFETCH(QByteArray, text);
    QFETCH(int, start);
    QFETCH(int, passed);
    QBuffer device(&text);
    device.open(QIODevice::ReadOnly);
    LineReader reader(device);
    QVERIFY(reader.nextBeginningBy('-'));
    QCOMPARE(reader.start(), start);
    QCOMPARE(reader.endLengthPassed(), passed);
    QVERIFY(reader.text().startsWith('-'));
    while (reader.nextBeginningBy('-'))
        QVERIFY(reader.text().startsWith('-'));
    QCOMPARE(reader.end(), text.size());
}

/// With line ends, blanks, padding in the middle and what is no base64 at all, in any portions.
void TestMimePortions::base64()
{
    QRandomGenerator random(5);
    for (int i = 0; i < 2000; ++i) {
        QByteArray text;
        const auto size = qsizetype(random.bounded(300));
        while (text.size() < size) {
            QByteArray octets(qsizetype(random.bounded(60)), Qt::Uninitialized);
            for (char &c : octets)
                c = char(random.bounded(256));
            text += octets.toBase64();
            const QByteArray noise[] = {"\r\n", "\r\n", "", "=\xff -"};
            text += noise[random.bounded(4)];
        }
        const QByteArray expected = decodedSlowly(text);
        TransferDecoder decoder("base64");
        QByteArray got;
        for (qsizetype at = 0; at < text.size();) {
            const auto count = qsizetype(random.bounded(1, 40));
            got += decoder.decode(QByteArrayView(text).sliced(at, std::min(count, text.size() - at)));
            at += count;
        }
        got += decoder.finish();
        QCOMPARE(got, expected);
    }
}

QTEST_GUILESS_MAIN(TestMimePortions)
#include "tst_mime_portions.moc"
