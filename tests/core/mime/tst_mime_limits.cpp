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
          QByteArray("X: y\n" + QByteArray(" z\n").repeated(50)),
          QByteArray(multipart("--b\nX: y\n\n").append(QByteArray("--b\nX: y\n\n").repeated(20)))}) {
        const Letter read(header, limits);
        QVERIFY(!read.ok);
        QCOMPARE(read.error, MimeParseError::HeaderTooLong);
    }
    QVERIFY(!Letter(QByteArray(10'000'000, 'x') + ": y").ok);
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

void TestMimeLimits::partLimit()
{
    const Letter read(multipart(QByteArray("--b\n\nx\n").repeated(100'000)));
    QVERIFY(read.ok);
    QCOMPARE(read.root.children.size(), 1'999);
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
