// SPDX-License-Identifier: GPL-3.0-or-later
#include "Letters.h"
#include "ReadBack.h"
#include "core/mime/MimeBuilder.h"

#include <QTest>

using namespace pennypost;
using namespace pennypost::letters;

namespace {

QByteArray everyOctet()
{
    QByteArray octets;
    for (int i = 0; i < 256; ++i)
        octets += char(i);
    return octets;
}

} // namespace

class TestAttachmentPart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void attachmentByteForByte();
    void emptyAttachment();
    void attachmentNames_data();
    void attachmentNames();
    void attachmentTypes_data();
    void attachmentTypes();
    void attachedTexts_data();
    void attachedTexts();
    void forwardedLetters_data();
    void forwardedLetters();
    void forwardedCopyOfItself();
    void textQuotingItsOwnBoundary();
};

void TestAttachmentPart::attachmentByteForByte()
{
    Message message = simple();
    message.attachments = {memoryFile(QStringLiteral("Übung.pdf"), "application/pdf", QByteArray(58, 'x'))};
    const QByteArray letter = bytesOf(message);
    const QByteArray boundary = "--=_" + letter.mid(letter.indexOf("boundary=\"=_") + 12, 32);
    QCOMPARE(letter.mid(letter.indexOf("\r\n\r\n") + 4),
             boundary +
                 "\r\n"
                 "Content-Type: text/plain; charset=\"utf-8\"\r\n"
                 "Content-Transfer-Encoding: 7bit\r\n"
                 "\r\n"
                 "Hi\r\n"
                 "\r\n" +
                 boundary +
                 "\r\n"
                 "Content-Type: application/pdf; name=\"=?utf-8?Q?=C3=9Cbung=2Epdf?=\"\r\n"
                 "Content-Transfer-Encoding: base64\r\n"
                 "Content-Disposition: attachment; filename*=utf-8''%C3%9Cbung.pdf\r\n"
                 "\r\n" +
                 QByteArray(57, 'x').toBase64() + "\r\neA==\r\n" + boundary + "--\r\n");
}

void TestAttachmentPart::emptyAttachment()
{
    Message message = simple();
    message.attachments = {memoryFile(QStringLiteral("a"), "text/plain", {}),
                           memoryFile(QStringLiteral("b"), "text/plain", "b")};
    const QByteArray letter = bytesOf(message);
    const ReceivedPart root = parsed(letter);
    QCOMPARE(root.children.size(), 3);
    QCOMPARE(partBytes(letter, root.children[1]), QByteArray());
    QCOMPARE(partBytes(letter, root.children[2]), QByteArray("b"));
}

void TestAttachmentPart::attachmentNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("received");
    const auto same = [](const char *tag, const QString &name) { QTest::newRow(tag) << name << name; };
    same("plain", QStringLiteral("a.txt"));
    same("blanks", QStringLiteral("a b  c.txt"));
    same("quotes", QStringLiteral("a\"b'c.txt"));
    same("semicolon and equals", QStringLiteral("a;b=c.txt"));
    same("percent and star", QStringLiteral("100%*'s.txt"));
    same("looks encoded", QStringLiteral("=?utf-8?Q?x?=.txt"));
    same("Unicode", QStringLiteral("Übung 中文 🐧 שלום.txt"));
    same("decomposed", QStringLiteral("e\u0301.txt"));
    same("long ASCII", QString(QString(250, u'n') % u".txt"));
    same("long Unicode", QString(QString(250, u'ü') % u".txt"));
    same("long emoji", QString(QStringLiteral("🐧").repeated(80) % u".txt"));
    QTest::newRow("CR LF NUL") << QString(QStringLiteral("a\r\nb") % QChar(0) % QStringLiteral("c"))
                               << QStringLiteral("abc");
    QTest::newRow("direction override") << QStringLiteral("a\u202egpj.exe") << QStringLiteral("agpj.exe");
    QTest::newRow("path") << QStringLiteral("../../etc/x\\y") << QStringLiteral("y");
    QTest::newRow("none") << QString() << QStringLiteral("attachment");
}

void TestAttachmentPart::attachmentNames()
{
    QFETCH(const QString, name);
    QFETCH(const QString, received);
    Message message = simple();
    message.attachments = {memoryFile(name, "image/png", "x")};
    const QByteArray letter = bytesOf(message);
    QCOMPARE(wireFault(letter), QString());
    QCOMPARE(parsed(letter).children[1].fileName, received);
}

void TestAttachmentPart::attachmentTypes_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("as it is") << QByteArray("image/png") << QByteArray("image/png");
    QTest::newRow("with parameters") << QByteArray("Text/Plain; charset=x") << QByteArray("text/plain");
    QTest::newRow("empty") << QByteArray() << QByteArray("application/octet-stream");
    QTest::newRow("none") << QByteArray("png") << QByteArray("application/octet-stream");
    QTest::newRow("two lines") << QByteArray("image/png\r\nX: y") << QByteArray("application/octet-stream");
    QTest::newRow("multipart") << QByteArray("multipart/related") << QByteArray("application/octet-stream");
}

void TestAttachmentPart::attachmentTypes()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, written);
    Message message = simple();
    message.attachments = {memoryFile(QStringLiteral("a"), type, "x")};
    QCOMPARE(parsed(bytesOf(message)).children[1].mimeType, written);
}

void TestAttachmentPart::attachedTexts_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QByteArray>("charset");
    const auto row = [](const QByteArray &name, const QByteArray &type, const QByteArray &content,
                        const QByteArray &charset) {
        const bool isText = !charset.isEmpty();
        QTest::newRow(name.constData())
            << type << content << (isText ? type.split(';').front() : QByteArray("application/octet-stream"))
            << charset;
    };
    constexpr int portion = 256 * 1024;
    row("ASCII", "text/plain", "a\r\nb\n", "us-ascii");
    row("empty", "text/plain", "", "us-ascii");
    row("UTF-8", "text/csv", "\xc3\xbc;1\n", "utf-8");
    row("UTF-8 by its mark", "text/plain",
        "\xef\xbb\xbf"
        "a",
        "utf-8");
    row("UTF-16, little end first", "text/plain",
        QByteArray("\xff\xfe"
                   "a\0",
                   4),
        "utf-16");
    row("UTF-32", "text/plain", QByteArray("\xff\xfe\0\0a\0\0\0", 8), {});
    row("read by escape sequences", "text/plain", "\x1b$BF|K\\\x1b(B", {});
    row("UTF-16, big end first", "text/plain", QByteArray("\xfe\xff\0a", 4), "utf-16");
    row("UTF-16 cut off", "text/plain",
        QByteArray("\xff\xfe"
                   "a\0b",
                   5),
        "");
    row("Latin-1", "text/plain", "caf\xe9\n", "");
    row("Latin-1 as declared", "text/plain; charset=ISO-8859-1", "caf\xe9\n", "iso-8859-1");
    row("UTF-8 declared as Latin-1", "text/plain; charset=ISO-8859-1", "caf\xc3\xa9\n", "utf-8");
    row("declared as nonsense", "text/plain; charset=\"a b\"", "caf\xe9\n", "");
    row("NUL", "text/plain", QByteArray("a\0b", 3), "");
    row("cut off within a character", "text/plain", "a\xc3", "");
    row("an overlong form", "text/plain", "\xc0\xaf", "");
    row("half of a surrogate pair", "text/plain", "\xed\xa0\x80", "");
    for (int ahead = portion - 4; ahead <= portion; ++ahead) {
        row(QByteArray("a character across a portion's end, " + QByteArray::number(ahead)), "text/plain",
            QByteArray(ahead, 'x') + "\xf0\x9f\x90\xa7"
                                     "x",
            "utf-8");
    }
    row("the last octet of many is none", "text/plain", QByteArray(3 * portion, 'x') + '\xff', "");
    row("the last octet of many is UTF-8's", "text/plain", QByteArray(3 * portion, 'x') + "\xc3\xbc",
        "utf-8");
    row("HTML", "text/html", "<p>\xc3\xbc", "utf-8");
    row("a calendar", "text/calendar; method=REQUEST", "BEGIN:VCALENDAR\r\n", "us-ascii");
}

/// Its bytes stay as they are; the charset is what they show.
void TestAttachmentPart::attachedTexts()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, content);
    Message message = simple();
    message.attachments = {memoryFile(QStringLiteral("a"), type, content)};
    const QByteArray letter = bytesOf(message);
    const ReceivedPart part = parsed(letter).children[1];
    QTEST(part.mimeType, "written");
    QTEST(part.charset, "charset");
    QCOMPARE(part.field("Content-Type").contains(QStringLiteral("method=\"REQUEST\"")),
             type.contains("method"));
    QCOMPARE(partBytes(letter, part), content);
}

void TestAttachmentPart::forwardedLetters_data()
{
    QTest::addColumn<QByteArray>("inner");
    QTest::addColumn<QByteArray>("encoding");
    const auto row = [](const char *name, const QByteArray &inner, const QByteArray &encoding) {
        QTest::newRow(name) << inner << encoding;
    };
    const QByteArray head = "Subject: x\r\n\r\n";
    row("ASCII", head + "body\r\n", "7bit");
    row("no line end behind", head + "body", "7bit");
    row("empty", "", "base64");
    row("8-bit", head + "\xc3\xbc\r\n", "base64");
    row("8-bit in its header", "Subject: \xc3\xbc\r\n\r\nbody\r\n", "base64");
    row("8-bit, LF and no line end", "Subject: x\n\n\xfc", "base64");
    row("every octet", head + everyOctet(), "base64");
    row("dots and a From line", head + ".\r\n..\r\nFrom me\r\n", "7bit");
    row("blank lines at the end", head + "\r\n\r\n", "7bit");
    row("998", head + QByteArray(998, 'x') + "\r\n", "7bit");
    row("999", head + QByteArray(999, 'x') + "\r\n", "base64");
    row("5,000 without an end", QByteArray(5000, 'x'), "base64");
    row("LF", "Subject: x\n\nbody\n", "7bit");
    row("LF and no line end", "Subject : x\n\nbody\nend", "7bit");
    row("LF, 998", "Subject: x\n\n" + QByteArray(998, 'x') + "\n", "7bit");
    row("LF here and CRLF there", "Subject: x\n\r\nbody\n", "base64");
    row("no header", "no header\r\n\r\nbody\r\n", "base64");
    row("a blank line first", "\r\nSubject: x\r\n\r\nbody\r\n", "base64");
    row("a mailbox file", "From a@b Mon Nov 22 10:00:00 2026\nSubject: x\n\nbody\n", "base64");
    row("no name", ": x\r\n\r\nbody\r\n", "base64");
    row("bare CR", head + "a\rb\r\n", "base64");
    row("CR at the end", head + "a\r", "base64");
    row("NUL", head + QByteArray("a\0b\r\n", 5), "base64");
    QByteArray nested = "body\r\n";
    for (int i = 0; i < 200; ++i)
        nested = "Content-Type: message/rfc822\r\n\r\n" + nested;
    row("nested 200 deep", nested, "7bit");
}

void TestAttachmentPart::forwardedLetters()
{
    QFETCH(const QByteArray, inner);
    QFETCH(const QByteArray, encoding);
    Message message = simple();
    message.attachments = {memoryFile(QStringLiteral("Grüße.eml"), "message/rfc822", inner)};
    auto source = buildMime(message);
    QVERIFY(source);
    QVERIFY(!(*source)->hasEightBitBody()); // any server takes it
    QVERIFY(!(*source)->hasUtf8Headers());
    const QByteArray letter = readAll(**source);
    QCOMPARE(wireFault(letter), QString());
    const ReceivedPart root = parsed(letter);
    QCOMPARE(root.transferEncoding, QByteArray("7bit"));
    QCOMPARE(root.children.size(), 2);
    QCOMPARE(root.children[1].transferEncoding, encoding);
    QCOMPARE(root.children[1].mimeType,
             QByteArray(encoding == "base64" ? "application/octet-stream" : "message/rfc822"));
    QCOMPARE(root.children[1].fileName, QStringLiteral("Grüße.eml"));
    // As a letter it has a letter's lines; as a file not an octet is touched.
    QByteArray expected = inner;
    if (encoding == "7bit" && !inner.contains("\r\n"))
        expected.replace("\n", "\r\n");
    QCOMPARE(partBytes(letter, root.children[1]), expected);
}

void TestAttachmentPart::forwardedCopyOfItself()
{
    Message message = simple();
    message.attachments = {memoryFile(QStringLiteral("a"), "image/png", "x")};
    const QByteArray inner = bytesOf(message);
    message.attachments = {memoryFile(QStringLiteral("a.eml"), "message/rfc822", inner)};
    const QByteArray letter = bytesOf(message);
    const ReceivedPart root = parsed(letter);
    QCOMPARE(outline(root), QByteArray("multipart/mixed(text/plain, application/octet-stream)"));
    QCOMPARE(partBytes(letter, root.children[1]), inner);
}

void TestAttachmentPart::textQuotingItsOwnBoundary()
{
    Message message = simple();
    message.attachments = {memoryFile(QStringLiteral("a"), "image/png", "x")};
    const QByteArray first = bytesOf(message);
    message.text = QString::fromLatin1(first.mid(first.indexOf("--=_"), 36)) % u"\nmore\n";
    const QByteArray letter = bytesOf(message);
    const ReceivedPart root = parsed(letter);
    QCOMPARE(outline(root), QByteArray("multipart/mixed(text/plain, image/png)"));
    QCOMPARE(partBytes(letter, root.children[0]).replace("\r\n", "\n"), message.text.toLatin1());
}

QTEST_GUILESS_MAIN(TestAttachmentPart)
#include "tst_attachment_part.moc"
