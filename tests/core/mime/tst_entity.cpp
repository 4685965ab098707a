// SPDX-License-Identifier: GPL-3.0-or-later
// A body that somebody else made, below our own header: not an octet of it may change.
#include "Letters.h"
#include "ReadBack.h"
#include "core/mime/MimeBuilder.h"

#include <QTest>

using namespace pennypost;
using namespace pennypost::letters;
using Kind = MimeError::Kind;

namespace {

Message around(const QByteArray &entity)
{
    Message message = simple();
    message.text = QStringLiteral("not written\n");
    message.attachments = {memoryFile(QStringLiteral("nor.this"), "application/pdf", "x")};
    message.entity = memoryFile(QStringLiteral("entity"), {}, entity);
    return message;
}

const QByteArray type = "Content-Type: text/plain\r\n";

} // namespace

class TestEntity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesAsItIs_data();
    void goesAsItIs();
    void refused_data();
    void refused();
    void eightBit();
    void isWhatWasSigned();
    void ofALetterInAllItsForms();
};

void TestEntity::goesAsItIs_data()
{
    QTest::addColumn<QByteArray>("entity");
    QTest::addColumn<QByteArray>("written"); // below the letter's own header
    const auto row = [](const char *name, const QByteArray &entity, const QByteArray &written = {}) {
        QTest::newRow(name) << entity << (written.isEmpty() ? entity : written);
    };
    row("plain", type + "\r\nHi\r\n");
    row("empty", type + "\r\n");
    row("what we would encode",
        type + "\r\nFrom here \t\r\n.\r\n..\r\n-- \r\n" + QByteArray(998, 'x') + "\r\n");
    row("folded", "Content-Type: multipart/signed;\r\n\tboundary=\"b\"\r\nContent-Language: "
                  "de\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n");
    row("MIME-Version is the letter's", "MIME-Version: 1.0\r\n" + type + "\r\nHi\r\n", type + "\r\nHi\r\n");
    row("folded MIME-Version", "mime-version:\r\n 1.0\r\n" + type + "\r\nHi\r\n", type + "\r\nHi\r\n");
    row("LF", "MIME-Version: 1.0\nContent-Type: text/plain\n\nHi\n\nyou\n", type + "\r\nHi\r\n\r\nyou\r\n");
    row("both", "Content-Type: text/plain\n\n--b\nx\r\n\r\ny\r\n\n--b--\n",
        type + "\r\n--b\r\nx\r\n\r\ny\r\n\r\n--b--\r\n");
    row("open end", type + "\r\nHi", type + "\r\nHi\r\n");
    row("LF, open end", "Content-Type: text/plain\n\nHi\nyou", type + "\r\nHi\r\nyou\r\n");
    row("large", type + "\r\n" + QByteArray("0123456789 abcdefghij\r\n").repeated(50'000));
    row("large, LF", "Content-Type: text/plain\n\n" + QByteArray("0123456789 abcdefghij\n").repeated(50'000),
        type + "\r\n" + QByteArray("0123456789 abcdefghij\r\n").repeated(50'000));
}

void TestEntity::goesAsItIs()
{
    QFETCH(const QByteArray, entity);
    QFETCH(const QByteArray, written);
    const auto source = buildMime(around(entity));
    QVERIFY2(source, source ? "" : qPrintable(source.error().inOneLine()));
    const QByteArray letter = readAll(**source);
    QCOMPARE((*source)->size(), letter.size());
    QVERIFY(letter.endsWith(QByteArray("MIME-Version: 1.0\r\n" + written)));
    QCOMPARE(letter.count("MIME-Version"), 1);
    QVERIFY(!letter.contains("nor.this") && !letter.contains("not written"));
    QVERIFY(!(*source)->hasEightBitBody() && !(*source)->eightBitSize());
    for (const size_t portion : {size_t(1), size_t(2), size_t(3), size_t(63), size_t(4096)}) {
        if (portion == 1 && letter.size() > 100'000)
            continue;
        (*source)->rewind();
        QCOMPARE(readAll(**source, portion), letter);
    }
}

void TestEntity::refused_data()
{
    QTest::addColumn<QByteArray>("entity");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &entity, Kind kind, const char *detail = "") {
        QTest::newRow(name) << entity << int(kind) << QString::fromLatin1(detail);
    };
    row("nothing", "", Kind::BadHeader);
    row("no blank line", type, Kind::BadHeader);
    row("no type", "Content-Language: de\r\n\r\nx\r\n", Kind::BadHeader);
    row("two types", type + type + "\r\nx\r\n", Kind::BadHeader);
    row("a field that is ours", type + "Bcc: x@y.example\r\n\r\nx\r\n", Kind::BadHeader);
    row("a subject", "Subject: x\r\n" + type + "\r\nx\r\n", Kind::BadHeader);
    row("no field", "Content-Type\r\n\r\nx\r\n", Kind::BadHeader);
    row("a fold of blanks", type + " \t\r\nContent-ID: <a>\r\n\r\nx\r\n", Kind::BadHeader);
    row("begins with a fold", " x\r\n" + type + "\r\nx\r\n", Kind::BadHeader);
    row("blank in the name", "Content-Type : text/plain\r\nContent- x: y\r\n\r\nx\r\n", Kind::BadHeader);
    row("endless header", QByteArray("Content-X: y\r\n").repeated(6'000) + type + "\r\nx\r\n",
        Kind::BadHeader, "5462");
    row("lone CR", type + "\r\nx\ry\r\n", Kind::BadEncoding, "3");
    row("CR at the end", type + "\r\nx\r", Kind::BadEncoding, "3");
    row("NUL", type + "\r\nx\r\n" + QByteArray(1, '\0') + "\r\n", Kind::BadEncoding, "4");
    row("a line of 999", type + "\r\n" + QByteArray(999, 'x') + "\r\n", Kind::BadEncoding, "3");
}

void TestEntity::refused()
{
    QFETCH(const QByteArray, entity);
    QFETCH(const int, kind);
    QFETCH(const QString, detail);
    const auto source = buildMime(around(entity));
    QVERIFY(!source);
    QCOMPARE(int(source.error().kind), kind);
    QCOMPARE(source.error().subject, QStringLiteral("entity"));
    QCOMPARE(source.error().detail, detail);
}

void TestEntity::eightBit()
{
    const auto source = buildMime(around(type + "\r\nGr\xc3\xbc\xc3\x9f"
                                                "e\r\n"));
    QVERIFY(source);
    QVERIFY((*source)->hasEightBitBody());
    QVERIFY(!(*source)->eightBitSize()); // there is no other form
    (*source)->useEightBit(false);
    QVERIFY(readAll(**source).endsWith("Gr\xc3\xbc\xc3\x9f"
                                       "e\r\n"));
}

/// What buildEntity() gives, put into a multipart/signed as any program does it, arrives octet for octet.
void TestEntity::isWhatWasSigned()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 300; ++i) {
        const Message message = letters::random(random);
        const auto entity = buildEntity(message);
        QVERIFY2(entity, entity ? "" : qPrintable(entity.error().inOneLine()));
        const QByteArray content = readAll(**entity);
        QVERIFY(content.startsWith("Content-Type: "));
        QVERIFY(std::none_of(content.begin(), content.end(), [](char c) { return uchar(c) > 0x7f; }));
        QCOMPARE(wireFault(content), QString());
        Message letter = message;
        letter.entity = memoryFile(
            QStringLiteral("signed"), {},
            "Content-Type: multipart/signed; protocol=\"application/pgp-signature\";\r\n"
            "\tmicalg=pgp-sha512; boundary=\"sig\"\r\n\r\n--sig\r\n" +
                content + "\r\n--sig\r\nContent-Type: application/pgp-signature\r\n\r\nx\r\n--sig--\r\n");
        const QByteArray whole = bytesOf(letter);
        QVERIFY(whole.contains(QByteArray("\r\n--sig\r\n" + content + "\r\n--sig\r\n")));
        const ReceivedPart root = parsed(whole);
        QCOMPARE(root.mimeType, QByteArray("multipart/signed"));
        QCOMPARE(root.children.size(), 2);
        QCOMPARE(root.field("Subject"), parsed(bytesOf(message)).field("Subject"));
    }
}

/// The same octets as in the letter itself, so that either can be built first.
void TestEntity::ofALetterInAllItsForms()
{
    QRandomGenerator random(8);
    for (int i = 0; i < 100; ++i) {
        const Message message = letters::random(random);
        const auto entity = buildEntity(message);
        QVERIFY(entity);
        QVERIFY(bytesOf(message).endsWith(QByteArray("MIME-Version: 1.0\r\n" + readAll(**entity))));
    }
    Message nameless = simple();
    nameless.messageId.clear();
    QVERIFY(!buildEntity(nameless)); // its boundaries would be any letter's
}

QTEST_GUILESS_MAIN(TestEntity)
#include "tst_entity.moc"
