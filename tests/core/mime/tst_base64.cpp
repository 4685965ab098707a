// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/Base64.h"
#include "core/mime/Base64Kernel.h"
#include "core/mime/Base64Source.h"

#include <QRandomGenerator>
#include <QTest>

#include <memory>
#include <vector>

using namespace pennypost;

namespace {

constexpr qint64 longest = 400;

QByteArray octets(qint64 count, quint32 seed = 7)
{
    QRandomGenerator random(seed);
    QByteArray bytes(qsizetype(count), Qt::Uninitialized);
    for (char &c : bytes)
        c = char(random.bounded(256));
    return bytes;
}

/// Qt's own encoding, laid out by hand.
QByteArray expectedLines(const QByteArray &bytes)
{
    QByteArray lines;
    for (qsizetype at = 0; at < bytes.size(); at += base64::octetsPerLine)
        lines += bytes.mid(at, base64::octetsPerLine).toBase64() + "\r\n";
    return lines;
}

/// In memory of exactly these sizes, that a sanitizer sees the first octet too many.
QByteArray run(char *(*encode)(const char *, qint64, char *), const QByteArray &bytes, qsizetype size)
{
    const auto in = std::make_unique<char[]>(size_t(bytes.size()));
    const auto out = std::make_unique<char[]>(size_t(size));
    std::copy(bytes.begin(), bytes.end(), in.get());
    const char *end = encode(in.get(), bytes.size(), out.get());
    return {out.get(), end - out.get()};
}

} // namespace

class TestBase64 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fastestIsFirst();
    void sameCharacters_data();
    void sameCharacters();
    void everySextet_data();
    void everySextet();
    void anyAlignment_data();
    void anyAlignment();
    void wholeLinesThenTheRest();
    void anyBuffer();
    void sizes();
};

void TestBase64::fastestIsFirst()
{
    const auto all = base64::kernels();
    QVERIFY(!all.empty());
    QCOMPARE(all.back().name, "scalar");
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2"))
        QCOMPARE(all.front().name, "AVX2");
#elif defined(__aarch64__)
    QCOMPARE(all.front().name, "NEON");
#endif
}

void TestBase64::sameCharacters_data()
{
    QTest::addColumn<int>("kernel");
    for (int i = 0; i < int(base64::kernels().size()); ++i)
        QTest::newRow(base64::kernels()[size_t(i)].name) << i;
}

void TestBase64::sameCharacters()
{
    QFETCH(int, kernel);
    const base64::Kernel &tested = base64::kernels()[size_t(kernel)];
    for (qint64 count = 0; count <= longest; ++count) {
        const QByteArray bytes = octets(count);
        const QByteArray expected = bytes.toBase64();
        QCOMPARE(run(tested.encode, bytes, expected.size()), expected);
        QCOMPARE(run(tested.encodeLines, bytes, base64::encodedSize(count)), expectedLines(bytes));
    }
}

void TestBase64::everySextet_data()
{
    sameCharacters_data();
}

/// Each of the 64 at each of the places of a register.
void TestBase64::everySextet()
{
    QFETCH(int, kernel);
    const base64::Kernel &tested = base64::kernels()[size_t(kernel)];
    for (int sextet = 0; sextet < 64; ++sextet) {
        for (int place = 0; place < 64; ++place) {
            QByteArray characters(64, 'A');
            characters[place] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[sextet];
            QCOMPARE(run(tested.encode, QByteArray::fromBase64(characters), 64), characters);
        }
    }
}

void TestBase64::anyAlignment_data()
{
    sameCharacters_data();
}

void TestBase64::anyAlignment()
{
    QFETCH(int, kernel);
    const base64::Kernel &tested = base64::kernels()[size_t(kernel)];
    const QByteArray bytes = octets(longest + 64);
    QByteArray out(1024, '\0');
    for (int from = 0; from < 64; ++from) {
        const QByteArray expected = expectedLines(bytes.mid(from, longest));
        char *begin = out.data() + from;
        char *end = tested.encodeLines(bytes.constData() + from, longest, begin);
        QCOMPARE(QByteArray(begin, end - begin), expected);
    }
}

void TestBase64::wholeLinesThenTheRest()
{
    const QByteArray bytes = octets(20 * base64::octetsPerLine + 5);
    for (qint64 lines = 0; lines <= 20; ++lines) {
        QByteArray out(qsizetype(base64::encodedSize(bytes.size())), Qt::Uninitialized);
        const qint64 first = lines * base64::octetsPerLine;
        char *at = base64::encodeLines(bytes.constData(), first, out.data());
        at = base64::encodeLines(bytes.constData() + first, bytes.size() - first, at);
        QCOMPARE(at - out.data(), out.size());
        QCOMPARE(out, expectedLines(bytes));
    }
}

/// The way a letter is read: every length by every size of buffer.
void TestBase64::anyBuffer()
{
    for (qint64 count = 0; count <= longest; ++count) {
        const QByteArray bytes = octets(count);
        const QByteArray expected = expectedLines(bytes);
        Base64Source source(std::make_unique<MemorySource>(bytes));
        QCOMPARE(source.size(), expected.size());
        for (size_t size = 1; size <= 170; ++size) {
            QByteArray got;
            std::vector<char> buffer(size);
            for (;;) {
                const auto read = source.read(buffer);
                QVERIFY(read);
                if (*read == 0)
                    break;
                got.append(buffer.data(), *read);
            }
            source.rewind();
            if (got != expected)
                QFAIL(qPrintable(QStringLiteral("%1 octets by %2").arg(count).arg(size)));
        }
    }
}

void TestBase64::sizes()
{
    constexpr qint64 fiveGigabytes = 5'000'000'000;
    static_assert(base64::encodedSize(0) == 0);
    static_assert(base64::encodedSize(1) == 6);
    static_assert(base64::encodedSize(57) == 78);
    static_assert(base64::encodedSize(58) == 84);
    static_assert(base64::encodedSize(fiveGigabytes) == 6'842'105'266);
    for (qint64 count = 0; count <= longest; ++count)
        QCOMPARE(base64::encodedSize(count), expectedLines(octets(count)).size());
}

QTEST_GUILESS_MAIN(TestBase64)
#include "tst_base64.moc"
