// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/Base64.h"
#include "core/mime/TransferDecoder.h"
#include "core/mime/TransferEncoding.h"

#include <QRandomGenerator>
#include <QTest>

using namespace pennypost;

namespace {

QByteArray randomBytes(QRandomGenerator &random, qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &c : bytes)
        c = char(random.bounded(256));
    return bytes;
}

QByteArray decoded(const char *encoding, const QByteArray &text, qsizetype portion)
{
    TransferDecoder decoder(encoding);
    QByteArray bytes;
    for (qsizetype at = 0; at < text.size(); at += portion)
        bytes += decoder.decode(text.mid(at, portion));
    return QByteArray(bytes + decoder.finish());
}

} // namespace

class TestTransferEncoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void base64EqualsQt();
    void base64Lines();
    void base64SizesBeyond32Bits();
    void quotedPrintable_data();
    void quotedPrintable();
    void quotedPrintableComesBack();
    void textEncoding_data();
    void textEncoding();
    void decodesWhatOthersWrite_data();
    void decodesWhatOthersWrite();
    void decodesInAnyPortions();
    void hostilePartsAreLinear_data();
    void hostilePartsAreLinear();
};

void TestTransferEncoding::base64EqualsQt()
{
    QRandomGenerator random(1);
    for (qsizetype size = 0; size < 400; ++size) {
        const QByteArray bytes = randomBytes(random, size);
        QByteArray text((size + 2) / 3 * 4, Qt::Uninitialized);
        const char *end = base64::encode(bytes.constData(), size, text.data());
        QCOMPARE(end, text.constEnd());
        QCOMPARE(text, bytes.toBase64());
    }
}

void TestTransferEncoding::base64Lines()
{
    QRandomGenerator random(2);
    for (qsizetype size = 0; size < 400; ++size) {
        const QByteArray bytes = randomBytes(random, size);
        QByteArray text(qsizetype(base64::encodedSize(size)), Qt::Uninitialized);
        QCOMPARE(base64::encodeLines(bytes.constData(), size, text.data()), text.constEnd());
        QByteArray expected;
        for (qsizetype at = 0; at < size; at += 57)
            expected += bytes.mid(at, 57).toBase64() + "\r\n";
        QCOMPARE(text, expected);
    }
}

void TestTransferEncoding::base64SizesBeyond32Bits()
{
    static_assert(base64::encodedSize(0) == 0);
    static_assert(base64::encodedSize(1) == 6);
    static_assert(base64::encodedSize(57) == 78);
    static_assert(base64::encodedSize(58) == 84);
    static_assert(base64::encodedSize(57LL << 30) == 78LL << 30);
    QCOMPARE(base64::encodedSize(5'000'000'000), 6'842'105'266LL);
}

void TestTransferEncoding::quotedPrintable_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("encoded");
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &encoded) {
        QTest::newRow(name) << text << encoded;
    };
    row("empty", "", "");
    row("plain", "a b\r\n", "a b\r\n");
    row("no line end", "a", "a");
    row("equals sign", "a=b\r\n", "a=3Db\r\n");
    row("UTF-8", "\xc3\xbc\r\n", "=C3=BC\r\n");
    row("blank at the end", "a \r\nb\t\r\n", "a=20\r\nb=09\r\n");
    row("blank at the very end", "a ", "a=20");
    row("tab within", "a\tb\r\n", "a\tb\r\n");
    row("dot", ".\r\n.a\r\na.b\r\n", "=2E\r\n=2Ea\r\na.b\r\n");
    row("From", "From me\r\nFromage\r\n From x\r\n", "=46rom me\r\nFromage\r\n From x\r\n");
    row("controls", QByteArray("\0\x1a\x7f\r\n", 5), "=00=1A=7F\r\n");
    row("bare CR and LF are octets", "a\rb\nc\r\n", "a=0Db=0Ac\r\n");
    row("76 fit", QByteArray(76, 'x'), QByteArray(76, 'x'));
    row("77 break", QByteArray(77, 'x'), QByteArray(75, 'x') + "=\r\nxx");
    row("escape at the edge", QByteArray(74, 'x') + "=", QByteArray(74, 'x') + "=\r\n=3D");
    row("escape that just fits", QByteArray(73, 'x') + "=", QByteArray(73, 'x') + "=3D");
    row("character not torn", QByteArray(70, 'x') + "\xf0\x9f\x90\xa7",
        QByteArray(70, 'x') + "=\r\n=F0=9F=90=A7");
    row("dot behind a soft break", QByteArray(75, 'x') + ".x", QByteArray(75, 'x') + "=\r\n=2Ex");
    row("From behind a soft break", QByteArray(75, 'x') + "From me", QByteArray(75, 'x') + "=\r\n=46rom me");
    row("blank lines", "\r\n\r\n", "\r\n\r\n");
}

void TestTransferEncoding::quotedPrintable()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, encoded);
    QCOMPARE(encodeQuotedPrintable(text), encoded);
    QCOMPARE(quotedPrintableSize(text), encoded.size());
    QCOMPARE(decoded("quoted-printable", encoded, 1000), text);
}

void TestTransferEncoding::quotedPrintableComesBack()
{
    QRandomGenerator random(3);
    static constexpr const char *pieces[] = {"a",
                                             " ",
                                             "\t",
                                             "=",
                                             ".",
                                             "From ",
                                             "\r\n",
                                             "\xc3\xbc",
                                             "\r",
                                             "\xff",
                                             "\xe4\xb8",
                                             "\xe4\xb8\xad",
                                             "\xf0\x9f\x90\xa7",
                                             "word",
                                             "-",
                                             "\n"};
    for (int i = 0; i < 5'000; ++i) {
        QByteArray text;
        for (int left = random.bounded(200); left > 0; --left)
            text += pieces[random.bounded(16)];
        const QByteArray encoded = encodeQuotedPrintable(text);
        QCOMPARE(quotedPrintableSize(text), encoded.size());
        QCOMPARE(decoded("Quoted-Printable", encoded, 1 + random.bounded(90)), text);
        for (QByteArray line : encoded.split('\n')) {
            if (line.endsWith('\r'))
                line.chop(1);
            QVERIFY2(line.size() <= 76 && !line.endsWith(' ') && !line.endsWith('\t') &&
                         !line.startsWith('.') && !line.startsWith("From ") && !line.contains('\r'),
                     line.constData());
        }
    }
}

void TestTransferEncoding::textEncoding_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("eightBit");
    const auto row = [](const char *tag, const QByteArray &text, const QByteArray &name,
                        bool eightBit = false) { QTest::newRow(tag) << text << name << eightBit; };
    row("empty", "", "7bit", true);
    row("plain", "Hello\r\n\r\nworld\r\n", "7bit", true);
    row("tab", "a\tb\r\n", "7bit", true);
    row("78", QByteArray(78, 'x') + "\r\n", "7bit", true);
    row("79", QByteArray(79, 'x') + "\r\n", "quoted-printable");
    row("dot", ".x\r\n", "quoted-printable");
    row("From", "From x\r\n", "quoted-printable");
    row("blank at the end", "-- \r\n", "quoted-printable");
    row("German",
        "Sch\xc3\xb6ne Gr\xc3\xbc\xc3\x9f"
        "e aus der Stadt\r\n",
        "quoted-printable", true);
    row("Russian", QStringLiteral("Добрый день, как дела у вас сегодня?\r\n").toUtf8(), "base64", true);
    row("Chinese", QStringLiteral("中文郵件，今天天氣很好。\r\n").toUtf8(), "base64", true);
    row("German, blank at the end", "\xc3\xb6 \r\n", "base64");
    row("German, a long line", QByteArray("\xc3\xb6").repeated(40) + "\r\n", "base64");
    row("NUL", QByteArray("some text\0more text\r\n", 21), "quoted-printable");
    row("DEL", "some text\x7fmore text\r\n", "quoted-printable");
}

void TestTransferEncoding::textEncoding()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, name);
    QFETCH(const bool, eightBit);
    QCOMPARE(encodingField(textEncodingFor(text)), QByteArray("Content-Transfer-Encoding: " + name + "\r\n"));
    QCOMPARE(fitsEightBit(text), eightBit);
}

void TestTransferEncoding::decodesWhatOthersWrite_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *tag, const QByteArray &encoding, const QByteArray &text,
                        const QByteArray &bytes) { QTest::newRow(tag) << encoding << text << bytes; };
    row("nothing", "base64", "", "");
    row("no line ends", "BASE64", "aGVsbG8=", "hello");
    row("no padding", "base64", "aGVsbG8", "hello");
    row("junk between", "base64", "aG V\r\nsb!G8=\n", "hello");
    row("two streams", "base64", "aGk=aGk=", "hihi");
    row("one character", "base64", "a", "");
    row("padding alone", "base64", "====", "");
    row("lower case hex", "quoted-printable", "=c3=bc", "\xc3\xbc");
    row("LF lines", "quoted-printable", "a=\nb\nc", "ab\nc");
    row("blanks behind a soft break", "quoted-printable", "a= \t\r\nb", "ab");
    row("blanks added on the way", "quoted-printable", "a  \r\nb", "a\r\nb");
    row("no escape", "quoted-printable", "a=zz=4", "a=zz=4");
    row("soft break at the end", "quoted-printable", "a=", "a");
    row("raw eight bit", "quoted-printable", "\xc3\xbc", "\xc3\xbc");
    // As Python's binascii writes it.
    row("uuencode", "x-uuencode",
        "some words\nbegin 644 a.txt\n/2&5L;&\\L('?#MG)L9\"$ \n`\nend\nbegin 644 b\n#86)C\nend\n",
        QByteArray("Hello, w\xc3\xb6rld!\0abc", 18));
    row("uuencode, CRLF, a blank lost", "X-UUE", "begin 644 a\r\n/2&5L;&\\L('?#MG)L9\"$\r\nend\r\n",
        QByteArray("Hello, w\xc3\xb6rld!\0", 15));
    row("uuencode never begun", "uuencode", "#86)C\n", "");
    row("uuencode never ended", "uue", "begin 644 a\n#86)C", "abc");
    row("uuencode, a line too long", "uue", "begin 644 a\n#86)C" + QByteArray(100'000, 'x') + "\n#86)C",
        "abcabc");
    row("unknown", "x-other", "=41 \r\n", "=41 \r\n");
    row("binary", "binary", QByteArray("\0\r\n", 3), QByteArray("\0\r\n", 3));
}

void TestTransferEncoding::decodesWhatOthersWrite()
{
    QFETCH(const QByteArray, encoding);
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, bytes);
    for (const qsizetype portion : {1, 2, 3, 7, 1000})
        QCOMPARE(decoded(encoding.constData(), text, portion), bytes);
}

void TestTransferEncoding::decodesInAnyPortions()
{
    QRandomGenerator random(4);
    const QByteArray bytes = randomBytes(random, 2000);
    QByteArray base(qsizetype(base64::encodedSize(bytes.size())), Qt::Uninitialized);
    base64::encodeLines(bytes.constData(), bytes.size(), base.data());
    const QByteArray quoted = encodeQuotedPrintable(bytes);
    for (qsizetype portion = 1; portion <= 64; ++portion) {
        QCOMPARE(decoded("base64", base, portion), bytes);
        QCOMPARE(decoded("quoted-printable", quoted, portion), bytes);
    }
}

void TestTransferEncoding::hostilePartsAreLinear_data()
{
    QTest::addColumn<QByteArray>("unit");
    QTest::newRow("equals signs") << QByteArray("=");
    QTest::newRow("blanks") << QByteArray(" ");
    QTest::newRow("letters") << QByteArray("a");
    QTest::newRow("escapes") << QByteArray("=41");
    QTest::newRow("blank and equals sign") << QByteArray("= ");
}

/// Seconds, with sanitizers on a slow machine too; were it quadratic, the run would be ended by its time
/// limit.
void TestTransferEncoding::hostilePartsAreLinear()
{
    QFETCH(const QByteArray, unit);
    const QByteArray text = unit.repeated(16 * 1024 * 1024 / unit.size());
    const QByteArray bytes = decoded("quoted-printable", text, 64 * 1024);
    QVERIFY(bytes.size() <= text.size());
}

QTEST_GUILESS_MAIN(TestTransferEncoding)
#include "tst_transfer_encoding.moc"
