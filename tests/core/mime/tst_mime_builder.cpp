// SPDX-License-Identifier: GPL-3.0-or-later
#include "Letters.h"
#include "core/base/Clock.h"
#include "core/mime/HtmlToText.h"
#include "core/mime/MimeBuilder.h"
#include "core/mime/MimeParser.h"

#include <QBuffer>
#include <QTest>

using namespace pennypost;
using namespace pennypost::letters;

namespace {

class FixedClock final : public Clock
{
public:
    QDateTime now() const override
    {
        return QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::OffsetFromUTC, 7200);
    }
    std::chrono::milliseconds monotonic() const override { return {}; }
    std::unique_ptr<Alarm> after(std::chrono::milliseconds, std::function<void()>) override { return {}; }
};

class CountedIds final : public UniqueIds
{
public:
    QByteArray next() override { return "id" + QByteArray::number(++m_last); }

private:
    int m_last = 0;
};

/// "multipart/mixed(text/plain, application/pdf)"
QByteArray outline(const ReceivedPart &part)
{
    QByteArrayList children;
    for (const ReceivedPart &child : part.children)
        children.append(outline(child));
    return part.children.isEmpty() ? part.mimeType
                                   : QByteArray(part.mimeType + '(' + children.join(", ") + ')');
}

ReceivedPart parsed(const QByteArray &letter)
{
    QBuffer buffer;
    buffer.setData(letter);
    buffer.open(QIODevice::ReadOnly);
    auto part = parseMime(buffer);
    return part ? *part : ReceivedPart();
}

QByteArray partBytes(const QByteArray &letter, const ReceivedPart &part)
{
    QBuffer buffer;
    buffer.setData(letter);
    buffer.open(QIODevice::ReadOnly);
    return decodedBytes(buffer, part, 1 << 30);
}

Attachment memoryFile(const QString &name, const QByteArray &type, const QByteArray &bytes)
{
    Attachment attachment;
    attachment.fileName = name;
    attachment.mimeType = type;
    attachment.size = bytes.size();
    attachment.content = MemoryContent{bytes};
    return attachment;
}

Attachment picture(const QByteArray &id)
{
    Attachment attachment = memoryFile(QStringLiteral("p.png"), "image/png", "PNG");
    attachment.disposition = Attachment::Disposition::Inline;
    attachment.contentId = id;
    return attachment;
}

} // namespace

class TestMimeBuilder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void simpleLetterByteForByte();
    void structures_data();
    void structures();
    void refuses_data();
    void refuses();
    void bccIsNowhere();
    void undisclosedRecipients();
    void saysNothingOfHostOrClient();
    void attachmentByteForByte();
    void emptyAttachment();
    void attachmentNames_data();
    void attachmentNames();
    void attachmentTypes_data();
    void attachmentTypes();
    void forwardedLetters_data();
    void forwardedLetters();
    void forwardedCopyOfItself();
    void textQuotingItsOwnBoundary();
    void sameBytesEachTime();
    void utf8Headers();
    void tenThousandRecipients();
    void stamps();
    void plainFromHtml_data();
    void plainFromHtml();
    void hostileHtmlIsLinear();
};

void TestMimeBuilder::simpleLetterByteForByte()
{
    QCOMPARE(bytesOf(simple()), QByteArray("Date: Sun, 22 Nov 2026 03:44:05 +0100\r\n"
                                           "From: Me <me@example.org>\r\n"
                                           "To: You <you@example.net>\r\n"
                                           "Subject: Hello\r\n"
                                           "Message-ID: <abc@example.org>\r\n"
                                           "MIME-Version: 1.0\r\n"
                                           "Content-Type: text/plain; charset=\"utf-8\"\r\n"
                                           "Content-Transfer-Encoding: 7bit\r\n"
                                           "\r\n"
                                           "Hi\r\n"));
    Message message = simple();
    message.text.clear();
    QVERIFY(bytesOf(message).endsWith("7bit\r\n\r\n"));
    message.text = QStringLiteral("a\r\nb\rc");
    QVERIFY(bytesOf(message).endsWith("\r\n\r\na\r\nb\r\nc\r\n"));
}

void TestMimeBuilder::structures_data()
{
    QTest::addColumn<Message>("message");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const Message &message, const QByteArray &expected) {
        QTest::newRow(name) << message << expected;
    };
    const Attachment pdf = memoryFile(QStringLiteral("a.pdf"), "application/pdf", "PDF");
    Message message = simple();
    row("text", message, "text/plain");
    message.attachments = {pdf, pdf};
    row("text and files", message, "multipart/mixed(text/plain, application/pdf, application/pdf)");
    message.text.clear();
    row("files alone", message, "multipart/mixed(text/plain, application/pdf, application/pdf)");
    message.attachments = {picture("x@y")};
    row("picture without HTML", message, "multipart/mixed(text/plain, image/png)");
    message.html = QStringLiteral("<p>Hi</p>");
    row("picture in HTML", message,
        "multipart/alternative(text/plain, multipart/related(text/html, image/png))");
    message.attachments.append(pdf);
    row("everything", message,
        "multipart/mixed(multipart/alternative(text/plain, multipart/related(text/html, image/png)), "
        "application/pdf)");
    message.attachments = {pdf};
    row("HTML and a file", message,
        "multipart/mixed(multipart/alternative(text/plain, text/html), application/pdf)");
    message.attachments = {picture({})};
    row("picture without id", message,
        "multipart/mixed(multipart/alternative(text/plain, text/html), image/png)");
    message.attachments.clear();
    row("HTML", message, "multipart/alternative(text/plain, text/html)");
}

void TestMimeBuilder::structures()
{
    QFETCH(const Message, message);
    QFETCH(const QByteArray, expected);
    const QByteArray letter = bytesOf(message);
    QCOMPARE(wireFault(letter), QString());
    QCOMPARE(outline(parsed(letter)), expected);
    QCOMPARE(letter.contains("multipart/related; type=\"text/html\""), expected.contains("related"));
}

void TestMimeBuilder::refuses_data()
{
    QTest::addColumn<Message>("message");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("subject");
    const auto row = [](const char *name, const Message &message, MimeError::Kind kind,
                        const QString &subject) { QTest::newRow(name) << message << int(kind) << subject; };
    const auto changed = [](auto change) {
        Message message = simple();
        change(message);
        return message;
    };
    using Kind = MimeError::Kind;
    const QString crlf = QStringLiteral("a\r\nBcc: x@y.z");
    row("no From", changed([](Message &m) { m.from = {}; }), Kind::BadAddress, {});
    row("no Message-ID", changed([](Message &m) { m.messageId.clear(); }), Kind::BadHeader,
        QStringLiteral("Message-ID"));
    row("Message-ID of two lines", changed([](Message &m) { m.messageId = "a\r\nX: y@z"; }), Kind::BadHeader,
        QStringLiteral("Message-ID"));
    row("no date", changed([](Message &m) { m.date = {}; }), Kind::BadHeader, QStringLiteral("Date"));
    row("subject of two lines", changed([&](Message &m) { m.subject = crlf; }), Kind::BadHeader,
        QStringLiteral("Subject"));
    row("name of two lines", changed([&](Message &m) { m.from.displayName = crlf; }), Kind::BadAddress,
        QString(u'"' % crlf % u"\" <me@example.org>"));
    row("local part of two lines", changed([&](Message &m) { m.to[0] = {{}, crlf, QStringLiteral("b.c")}; }),
        Kind::BadAddress, QString(u'"' % crlf % u"\"@b.c"));
    row("Cc without domain", changed([](Message &m) { m.cc = {{{}, QStringLiteral("bob"), {}}}; }),
        Kind::BadAddress, QStringLiteral("bob@"));
    row("Reply-To without domain", changed([](Message &m) { m.replyTo = {{{}, QStringLiteral("bob"), {}}}; }),
        Kind::BadAddress, QStringLiteral("bob@"));
    row("In-Reply-To of two lines", changed([](Message &m) { m.inReplyTo = "a@b>\r\nX: <y"; }),
        Kind::BadHeader, QStringLiteral("In-Reply-To"));
    row("References with a blank", changed([](Message &m) { m.references = {"a b@c"}; }), Kind::BadHeader,
        QStringLiteral("References"));
    row("extra of two lines", changed([&](Message &m) { m.extraHeaders = {{"X-A", crlf}}; }), Kind::BadHeader,
        QStringLiteral("X-A"));
    row("extra Bcc", changed([](Message &m) { m.extraHeaders = {{"bCC", QStringLiteral("x@y.z")}}; }),
        Kind::BadHeader, QStringLiteral("bCC"));
    row("extra name of two lines", changed([](Message &m) { m.extraHeaders = {{"X\r\nBcc", {}}}; }),
        Kind::BadHeader, QStringLiteral("X\r\nBcc"));
    row("content id of two lines", changed([](Message &m) { m.attachments = {picture("a\r\nb")}; }),
        Kind::BadHeader, QStringLiteral("Content-ID"));
}

void TestMimeBuilder::refuses()
{
    QFETCH(const Message, message);
    QFETCH(const int, kind);
    QFETCH(const QString, subject);
    const auto source = buildMime(message);
    QVERIFY(!source);
    QCOMPARE(int(source.error().kind), kind);
    QCOMPARE(source.error().subject, subject);
}

void TestMimeBuilder::bccIsNowhere()
{
    Message message = simple();
    message.bcc = {{QStringLiteral("Hidden"), QStringLiteral("hidden"), QStringLiteral("secret.example")}};
    const QByteArray letter = bytesOf(message);
    QVERIFY(!letter.toLower().contains("bcc") && !letter.contains("idden") && !letter.contains("secret"));
    QCOMPARE(letter, bytesOf(simple()));
}

void TestMimeBuilder::undisclosedRecipients()
{
    Message message = simple();
    message.bcc = std::exchange(message.to, {});
    QCOMPARE(fieldOf(bytesOf(message), "To"), QByteArray("undisclosed-recipients:;"));
    message.cc = message.bcc;
    QVERIFY(!bytesOf(message).contains("\r\nTo:"));
}

void TestMimeBuilder::saysNothingOfHostOrClient()
{
    const QByteArray letter = bytesOf(simple()).toLower();
    for (const QByteArray &word : {QByteArray("pennypost"), QByteArray("x-mailer"), QByteArray("user-agent"),
                                   QByteArray("qt"), QSysInfo::machineHostName().toUtf8().toLower()})
        QVERIFY2(word.isEmpty() || !letter.contains(word), word.constData());
}

void TestMimeBuilder::attachmentByteForByte()
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

void TestMimeBuilder::emptyAttachment()
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

void TestMimeBuilder::attachmentNames_data()
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

void TestMimeBuilder::attachmentNames()
{
    QFETCH(const QString, name);
    QFETCH(const QString, received);
    Message message = simple();
    message.attachments = {memoryFile(name, "image/png", "x")};
    const QByteArray letter = bytesOf(message);
    QCOMPARE(wireFault(letter), QString());
    QCOMPARE(parsed(letter).children[1].fileName, received);
}

void TestMimeBuilder::attachmentTypes_data()
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

void TestMimeBuilder::attachmentTypes()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, written);
    Message message = simple();
    message.attachments = {memoryFile(QStringLiteral("a"), type, "x")};
    QCOMPARE(parsed(bytesOf(message)).children[1].mimeType, written);
}

void TestMimeBuilder::forwardedLetters_data()
{
    QTest::addColumn<QByteArray>("inner");
    QTest::addColumn<QByteArray>("encoding");
    const auto row = [](const char *name, const QByteArray &inner, const QByteArray &encoding) {
        QTest::newRow(name) << inner << encoding;
    };
    const QByteArray head = "Subject: x\r\n\r\n";
    row("ASCII", head + "body\r\n", "7bit");
    row("no line end behind", head + "body", "7bit");
    row("empty", "", "7bit");
    row("8-bit", head + "\xc3\xbc\r\n", "8bit");
    row("998", head + QByteArray(998, 'x') + "\r\n", "7bit");
    row("999", head + QByteArray(999, 'x') + "\r\n", "base64");
    row("5,000 without an end", QByteArray(5000, 'x'), "base64");
    row("LF", "Subject: x\n\nbody\n", "base64");
    row("bare CR", head + "a\rb\r\n", "base64");
    row("CR at the end", head + "a\r", "base64");
    row("NUL", head + QByteArray("a\0b\r\n", 5), "base64");
    QByteArray nested = "body\r\n";
    for (int i = 0; i < 200; ++i)
        nested = "Content-Type: message/rfc822\r\n\r\n" + nested;
    row("nested 200 deep", nested, "7bit");
}

void TestMimeBuilder::forwardedLetters()
{
    QFETCH(const QByteArray, inner);
    QFETCH(const QByteArray, encoding);
    Message message = simple();
    message.attachments = {memoryFile(QStringLiteral("a.eml"), "message/rfc822", inner)};
    auto source = buildMime(message);
    QVERIFY(source);
    QCOMPARE((*source)->hasEightBitBody(), encoding == "8bit");
    QVERIFY(!(*source)->hasUtf8Headers());
    const QByteArray letter = readAll(**source);
    QCOMPARE(wireFault(letter), QString());
    const ReceivedPart root = parsed(letter);
    QCOMPARE(root.transferEncoding, QByteArray(encoding == "8bit" ? "8bit" : "7bit"));
    QCOMPARE(root.children.size(), 2);
    QCOMPARE(root.children[1].transferEncoding, encoding);
    QCOMPARE(root.children[1].mimeType,
             QByteArray(encoding == "base64" ? "application/octet-stream" : "message/rfc822"));
    QCOMPARE(partBytes(letter, root.children[1]), inner);
}

void TestMimeBuilder::forwardedCopyOfItself()
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

void TestMimeBuilder::textQuotingItsOwnBoundary()
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

void TestMimeBuilder::sameBytesEachTime()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 50; ++i) {
        const Message message = letters::random(random);
        QCOMPARE(bytesOf(message), bytesOf(message));
    }
}

void TestMimeBuilder::utf8Headers()
{
    Message message = simple();
    message.subject = QStringLiteral("Grüße");
    message.from.domain = QStringLiteral("bücher.de");
    QVERIFY(!(*buildMime(message))->hasUtf8Headers());
    message.to[0].localPart = QStringLiteral("jürgen");
    const auto source = buildMime(message);
    QVERIFY((*source)->hasUtf8Headers());
    QVERIFY(!(*source)->hasEightBitBody());
    message.to.clear();
    message.bcc = {{{}, QStringLiteral("jürgen"), QStringLiteral("b.c")}};
    QVERIFY(!(*buildMime(message))->hasUtf8Headers());
}

void TestMimeBuilder::tenThousandRecipients()
{
    Message message = simple();
    for (int i = 0; i < 10'000; ++i)
        message.to.append(
            {QStringLiteral("Recipient, №"), QString(u'r' % QString::number(i)), QStringLiteral("x.org")});
    const QByteArray letter = bytesOf(message);
    QCOMPARE(wireFault(letter), QString());
    QCOMPARE(fieldOf(letter, "To").count("@"), 10'001);
}

void TestMimeBuilder::stamps()
{
    const FixedClock clock;
    CountedIds ids;
    Message message = simple();
    message.messageId.clear();
    message.date = {};
    message.from.domain = QStringLiteral("BÜCHER.Example");
    const Message done = stamped(message, clock, ids);
    QCOMPARE(done.messageId, QByteArray("id1@xn--bcher-kva.example"));
    QCOMPARE(done.date, clock.now());
    QCOMPARE(done.date.offsetFromUtc(), 7200);
    QCOMPARE(stamped(done, clock, ids), done); // what is there stays: a retry keeps its name
    message.from.domain = QStringLiteral("[192.0.2.1]");
    QCOMPARE(stamped(message, clock, ids).messageId, QByteArray("id2@[192.0.2.1]"));
    message.from = {};
    QCOMPARE(stamped(message, clock, ids).messageId, QByteArray("id3@invalid"));
}

void TestMimeBuilder::plainFromHtml_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &html, const QString &text) {
        QTest::newRow(name) << html << text;
    };
    row("empty", {}, {});
    row("paragraphs", QStringLiteral("<p>One\n  two</p>\n<p>three</p>"),
        QStringLiteral("One two\n\nthree\n"));
    row("line break", QStringLiteral("a<br>b<br/>c"), QStringLiteral("a\nb\nc\n"));
    row("list", QStringLiteral("x<ul><li>a</li><li>b</li></ul>y"), QStringLiteral("x\n\n- a\n- b\n\ny\n"));
    row("link", QStringLiteral("see <a class=\"c\" href=\"https://b.c/?x\">here</a>."),
        QStringLiteral("see here <https://b.c/?x>.\n"));
    row("link that says itself",
        QStringLiteral("<a href='https://b.c'>https://b.c</a> <a href=mailto:a@b.c>a@b.c</a>"),
        QStringLiteral("https://b.c a@b.c\n"));
    row("picture", QStringLiteral("a <img src=x alt=\"a cat\"> b"), QStringLiteral("a a cat b\n"));
    row("entities", QStringLiteral("a&amp;b &lt;c&gt; &#228;&#x1F427; &nbsp;d &unknown; &"),
        QStringLiteral("a&b <c> ä🐧  d &unknown; &\n"));
    row("style and script",
        QStringLiteral("<head><title>t</title></head><style>p{}</style>a<script>x<y</script>b"),
        QStringLiteral("ab\n"));
    row("comment", QStringLiteral("a<!-- <p> x -->b"), QStringLiteral("ab\n"));
    row("preformatted", QStringLiteral("<pre>a\n  b</pre>"), QStringLiteral("a\n  b\n"));
    row("unfinished", QStringLiteral("<p>a < b <"), QStringLiteral("a < b <\n"));
}

void TestMimeBuilder::plainFromHtml()
{
    QFETCH(const QString, html);
    QFETCH(const QString, text);
    QCOMPARE(htmlToText(html), text);
}

void TestMimeBuilder::hostileHtmlIsLinear()
{
    for (const char *unit :
         {"<", ">", "<>", "&", "<p", "<p>", "<a href=x>", "<!--", "<style>", "<a href", "</a>", " ", "<pre>"})
        QVERIFY(htmlToText(QString::fromLatin1(QByteArray(unit).repeated(200'000))).size() <= 1'600'000);
}

QTEST_GUILESS_MAIN(TestMimeBuilder)
#include "tst_mime_builder.moc"
