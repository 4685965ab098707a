// SPDX-License-Identifier: GPL-3.0-or-later
#include "Letters.h"
#include "ReadBack.h"
#include "core/base/Clock.h"
#include "core/mime/MimeBuilder.h"

#include <QTest>

#include <array>

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

/// "multipart/mixed 7bit(text/plain 8bit)"
QByteArray encodingsOf(const ReceivedPart &part)
{
    QByteArray outline = part.mimeType + ' ' + part.transferEncoding;
    QByteArrayList children;
    for (const ReceivedPart &child : part.children)
        children.append(encodingsOf(child));
    return children.isEmpty() ? outline : QByteArray(outline + '(' + children.join(", ") + ')');
}

/// What all boundaries of the letter begin with.
QByteArray boundaryOf(Message message)
{
    message.attachments = {memoryFile(QStringLiteral("a"), "application/pdf", "x")};
    const QByteArray letter = bytesOf(message);
    const qsizetype at = letter.indexOf("boundary=\"") + 10;
    return letter.mid(at, letter.indexOf("-m\"", at) - at);
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
    void sameBytesEachTime();
    void eightBitForm_data();
    void eightBitForm();
    void utf8Headers();
    void tenThousandRecipients();
    void stamps();
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

void TestMimeBuilder::sameBytesEachTime()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 50; ++i) {
        const Message message = letters::random(random);
        QCOMPARE(bytesOf(message), bytesOf(message));
    }
}

void TestMimeBuilder::eightBitForm_data()
{
    QTest::addColumn<Message>("message");
    QTest::addColumn<QByteArray>("sevenBit");
    QTest::addColumn<QByteArray>("eightBit"); ///< empty: there is no such form
    const auto row = [](const char *name, const Message &message, const QByteArray &sevenBit,
                        const QByteArray &eightBit = {}) {
        QTest::newRow(name) << message << sevenBit << eightBit;
    };
    const QString german = QStringLiteral("Schöne Grüße aus Köln am Rhein!\n");
    const QByteArray raw = "Date: Sun, 22 Nov 2026 03:44:05 +0100\r\nFrom: a@b.example\r\n\r\nGr\xfc\xdf"
                           "e\r\n";
    Message message = simple();
    row("ASCII", message, "text/plain 7bit");
    message.text = german;
    row("text", message, "text/plain quoted-printable", "text/plain 8bit");
    message.text = QStringLiteral("ö").repeated(40);
    row("a long line", message, "text/plain base64");
    message.text = QStringLiteral("Привет\nFrom дома\n");
    row("From at a line's start", message, "text/plain base64");
    message.text = german + u"--" + QString::fromLatin1(boundaryOf(message));
    row("its own boundary", message, "text/plain quoted-printable");
    message.text = QStringLiteral("Hi\n");
    message.html = QStringLiteral("<p>Grüße</p>\n");
    row("one of two", message, "multipart/alternative 7bit(text/plain 7bit, text/html quoted-printable)",
        "multipart/alternative 8bit(text/plain 7bit, text/html 8bit)");
    message.html.clear();
    message.attachments = {memoryFile(QStringLiteral("a.eml"), "message/rfc822", raw)};
    row("a letter", message, "multipart/mixed 7bit(text/plain 7bit, application/octet-stream base64)",
        "multipart/mixed 8bit(text/plain 7bit, message/rfc822 8bit(text/plain 7bit))");
    message.attachments = {memoryFile(QStringLiteral("a.eml"), "message/rfc822", raw + '\r')};
    row("a letter that no form can hold", message,
        "multipart/mixed 7bit(text/plain 7bit, application/octet-stream base64)");
    message.attachments = {memoryFile(QStringLiteral("a.csv"), "text/csv", german.toUtf8())};
    row("a file keeps its encoding", message, "multipart/mixed 7bit(text/plain 7bit, text/csv base64)");
}

void TestMimeBuilder::eightBitForm()
{
    QFETCH(const Message, message);
    QFETCH(const QByteArray, sevenBit);
    QFETCH(const QByteArray, eightBit);
    const auto source = buildMime(message);
    QVERIFY(source);
    MimeSource &letter = **source;
    const QByteArray first = readAll(letter);
    QCOMPARE(encodingsOf(parsed(first)), sevenBit);
    QVERIFY(!letter.hasEightBitBody());
    QCOMPARE(letter.size(), first.size());
    const auto isEightBit = [](char c) { return uchar(c) > 0x7f; };
    QVERIFY(std::none_of(first.begin(), first.end(), isEightBit));
    const auto size = letter.eightBitSize();
    QCOMPARE(size.has_value(), !eightBit.isEmpty());

    letter.useEightBit(true);
    QCOMPARE(letter.hasEightBitBody(), size.has_value());
    const QByteArray second = readAll(letter, 7);
    QCOMPARE(second.size(), size.value_or(first.size()));
    QCOMPARE(letter.size(), second.size());
    QCOMPARE(encodingsOf(parsed(second)), size ? eightBit : sevenBit);
    QCOMPARE(wireFault(second), QString());

    // Whichever was read, as far as it was.
    std::array<char, 40> some;
    letter.useEightBit(false);
    QVERIFY(letter.read(some));
    letter.useEightBit(true);
    QVERIFY(letter.read(some));
    letter.useEightBit(false);
    QCOMPARE(readAll(letter), first);
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
    message.dateInUtc = true;
    const Message abroad = stamped(message, clock, ids);
    QCOMPARE(abroad.date, clock.now());
    QVERIFY(fieldOf(bytesOf(abroad), "Date").endsWith(" 01:04:05 +0000"));
    message.dateInUtc = false;
    QCOMPARE(stamped(done, clock, ids), done); // what is there stays: a retry keeps its name
    message.from.domain = QStringLiteral("[192.0.2.1]");
    QCOMPARE(stamped(message, clock, ids).messageId, QByteArray("id3@[192.0.2.1]"));
    message.from = {};
    QCOMPARE(stamped(message, clock, ids).messageId, QByteArray("id4@invalid"));
    QCOMPARE(stamped(message, clock, ids, QStringLiteral("Bücher.example")).messageId,
             QByteArray("id5@xn--bcher-kva.example"));
}

QTEST_GUILESS_MAIN(TestMimeBuilder)
#include "tst_mime_builder.moc"
