// SPDX-License-Identifier: GPL-3.0-or-later
#include "InMemory.h"

#include <QTest>

using namespace pennypost;
using namespace pennypost::letters;

namespace {

class BrokenDevice final : public QIODevice
{
public:
    BrokenDevice() { open(QIODevice::ReadOnly); }
    qint64 size() const override { return 100'000; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64) override { return -1; }
};

} // namespace

class TestMimeLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void limitsOnDecoding();
    void deviceErrors();
    void headerLimit();
    void headerLimitOfParts();
    void headerLimitOfAll();
    void letterLimit();
    void depthLimit();
    void partLimit();
    void hostileLettersAreLinear_data();
    void hostileLettersAreLinear();
};

void TestMimeLimits::limitsOnDecoding()
{
    Letter read(QByteArray("Content-Transfer-Encoding: base64\n\n" + QByteArray(300'000, 'x').toBase64()));
    QCOMPARE(decodedBytes(read.device, read.root, 0), QByteArray());
    QCOMPARE(decodedBytes(read.device, read.root, 10), QByteArray(10, 'x'));
    QCOMPARE(decodedBytes(read.device, read.root, 299'999).size(), 299'999);
    QCOMPARE(decodedBytes(read.device, read.root, 400'000).size(), 300'000);
    Letter text(QByteArray("\n\xc3\xbc\xc3\xbc"));
    QCOMPARE(decodedText(text.device, text.root, 3), QStringLiteral("ü")); // cut within a character
}

void TestMimeLimits::deviceErrors()
{
    BrokenDevice broken;
    const auto parsed = parseMime(broken);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error(), MimeParseError::CannotRead);
    QBuffer closed;
    QVERIFY(!parseMime(closed));

    Letter read("\nbody");
    read.root.bodyLength = 1000;
    QBuffer sink;
    QVERIFY(sink.open(QIODevice::WriteOnly));
    QVERIFY(!copyDecoded(read.device, read.root, sink));
    read.root.bodyLength = 4;
    QBuffer unwritable;
    QVERIFY(unwritable.open(QIODevice::ReadOnly));
    QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (QBuffer): ReadOnly device");
    QVERIFY(!copyDecoded(read.device, read.root, unwritable));
}

void TestMimeLimits::headerLimit()
{
    MimeLimits limits;
    limits.headerOctets = 100;
    QVERIFY(Letter(QByteArray("X: " + QByteArray(90, 'x') + "\n\n"), limits).ok);
    for (const QByteArray &header :
         {QByteArray("X: " + QByteArray(200, 'x')), QByteArray("X: y\n").repeated(30),
          QByteArray("X: y\n" + QByteArray(" z\n").repeated(50))}) {
        const Letter read(header, limits);
        QVERIFY(!read.ok);
        QCOMPARE(read.error, MimeParseError::HeaderTooLong);
    }
    QVERIFY(!Letter(QByteArray(10'000'000, 'x') + ": y").ok);
}

/// What a part can't show of its header does not hide the others.
void TestMimeLimits::headerLimitOfParts()
{
    MimeLimits limits;
    limits.headerOctets = 300;
    const QByteArray tooLong = "--b\nA: 1\nX: " + QByteArray(1000, 'x') + "\nB: 2\n no field\nnone\n\n";
    const Letter read(multipart(tooLong + "one\n--b\nC: 3\n\ntwo\n" + tooLong.trimmed() + "\n--b--\n"),
                      limits);
    QVERIFY(read.ok);
    QCOMPARE(read.root.children.size(), 3);
    QVERIFY(!read.root.isCut);
    QVERIFY(read.root.children[0].isCut);
    QCOMPARE(read.root.children[0].field("A"), QStringLiteral("1"));
    QVERIFY(read.root.children[0].field("B").isNull());
    QCOMPARE(read.raw(read.root.children[0]), QByteArray("one"));
    QVERIFY(!read.root.children[1].isCut);
    QCOMPARE(read.root.children[1].field("C"), QStringLiteral("3"));
    QVERIFY(read.root.children[2].isCut);
}

/// Many parts with ordinary headers are no hostile letter; all headers together have a limit all the same.
void TestMimeLimits::headerLimitOfAll()
{
    const QByteArray part = "--b\nX: " + QByteArray(1000, 'x') + "\n\nx\n";
    const Letter ordinary(multipart(part.repeated(1'900) + "--b--\n"));
    QCOMPARE(ordinary.root.children.size(), 1'900);
    QVERIFY(!ordinary.root.isCut);
    MimeLimits limits;
    limits.allHeaderOctets = 100'000;
    const Letter read(multipart("--b\nContent-Type: multipart/x; boundary=c\n\n--c\n\nz\n--c--\n" +
                                part.repeated(1'900) + "--b--\nafter"),
                      limits);
    QVERIFY(read.ok);
    QVERIFY(read.root.isCut);
    QCOMPARE_LT(read.root.children.size(), 100);
    QCOMPARE_GT(read.root.children.size(), 50);
    QVERIFY(read.raw(read.root).endsWith(
        "x\n--b--\n")); // what is read of it no further is all of it all the same
    const Letter fields(QByteArray("a:\n").repeated(10'000) + "\nbody", limits);
    QVERIFY(fields.ok && fields.root.isCut);
    QCOMPARE_LT(fields.root.header.size(), 2'000);
    QCOMPARE(fields.raw(fields.root), QByteArray("body"));
}

void TestMimeLimits::depthLimit()
{
    QByteArray letter;
    for (int i = 0; i < 10'000; ++i) {
        const QByteArray name = QByteArray::number(i);
        letter += "Content-Type: multipart/mixed; boundary=\"b" + name + "\"\n\n--b" + name + "\n";
    }
    const Letter read(letter + "\nx\n");
    QVERIFY(read.ok);
    int depth = 0;
    for (const ReceivedPart *part = &read.root; !part->children.isEmpty(); part = &part->children.front())
        ++depth;
    QCOMPARE(depth, 50);
}

void TestMimeLimits::letterLimit()
{
    const Letter read(QByteArray("Content-Type: message/rfc822\n\n").repeated(10'000) + "x");
    QVERIFY(read.ok);
    int depth = 0;
    const ReceivedPart *part = &read.root;
    for (; !part->children.isEmpty(); part = &part->children.front())
        ++depth;
    QCOMPARE(depth, 50);
    QVERIFY(part->isCut && part->isLetter());
    QCOMPARE(read.raw(*part).size(), 9'949 * 30 + 1);
}

void TestMimeLimits::partLimit()
{
    const Letter read(multipart(QByteArray("--b\n\nx\n").repeated(100'000)));
    QVERIFY(read.ok);
    QCOMPARE(read.root.children.size(), 1'999);
    QVERIFY(read.root.isCut);
    QCOMPARE(read.root.bodyLength, 700'000); // its end is known all the same
    QCOMPARE(read.raw(read.root.children.back()), QByteArray("x"));
}

void TestMimeLimits::hostileLettersAreLinear_data()
{
    QTest::addColumn<QByteArray>("letter");
    QTest::newRow("one line") << multipart(QByteArray(20'000'000, '-'));
    QTest::newRow("hyphens") << multipart(QByteArray("--\n").repeated(3'000'000));
    QTest::newRow("LFs") << QByteArray("A: b\n" + QByteArray(5'000'000, '\n'));
    QTest::newRow("CRs") << QByteArray("A: b\n\n" + QByteArray(10'000'000, '\r'));
    QTest::newRow("short fields") << QByteArray(":\n").repeated(500'000);
    QTest::newRow("folds") << QByteArray("X:\n" + QByteArray(" \n").repeated(300'000));
    QTest::newRow("blanks in a parameter")
        << QByteArray("Content-Type: a/b; c=" + QByteArray("a ").repeated(300'000) + "\n\n");
    QTest::newRow("words in mailboxes")
        << QByteArray("To: " + QByteArray("=?a?Q?").repeated(100'000) + "?=\n\n");
    QTest::newRow("torn words in mailboxes")
        << QByteArray("To: " + QByteArray("=?").repeated(300'000) + "?=\n\n");
    QTest::newRow("glued words in mailboxes")
        << QByteArray("To: " + QByteArray("=?a?Q?b?=x").repeated(80'000) + "\n\n");
    QTest::newRow("comments in mailboxes")
        << QByteArray("To: " + QByteArray("(=").repeated(300'000) + "\n\n");
    QTest::newRow("quotes in mailboxes")
        << QByteArray("To: " + QByteArray("\"\"<").repeated(200'000) + "\n\n");
    QTest::newRow("digest") << QByteArray("Content-Type: multipart/digest; boundary=b\n\n" +
                                          QByteArray("--b\n\n\n").repeated(500'000));
    QTest::newRow("parameters") << QByteArray("Content-Type: a/b" + QByteArray(";a=b").repeated(200'000) +
                                              "\n\n");
    QByteArray many;
    for (int i = 0; i < 50; ++i)
        many += "Content-Type: multipart/mixed; boundary=" + QByteArray(60, 'b') +
                QByteArray::number(100 + i) + "\n\n--" + QByteArray(60, 'b') + QByteArray::number(100 + i) +
                "\n";
    QTest::newRow("near boundaries") << QByteArray(
        many + "\n" + QByteArray("--" + QByteArray(60, 'b') + "\n").repeated(100'000));
}

/// Seconds, with sanitizers on a slow machine too; were it quadratic, the run would be ended by its time
/// limit.
void TestMimeLimits::hostileLettersAreLinear()
{
    QFETCH(const QByteArray, letter);
    QVERIFY(Letter(letter).ok);
}

QTEST_GUILESS_MAIN(TestMimeLimits)
#include "tst_mime_limits.moc"
