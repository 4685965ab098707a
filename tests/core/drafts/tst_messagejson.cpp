// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drafts/MessageJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace pennypost;

Q_DECLARE_METATYPE(pennypost::Message)

namespace {

Message base()
{
    Message message;
    message.from = {QStringLiteral("Alice Liddell"), QStringLiteral("alice"), QStringLiteral("example.org")};
    message.to = {{{}, QStringLiteral("bob"), QStringLiteral("example.net")}};
    message.subject = QStringLiteral("Tea");
    message.text = QStringLiteral("At five?\n");
    return message;
}

Message everything()
{
    Message message = base();
    message.textForm = Message::TextForm::Flowed;
    message.dateInUtc = true;
    message.entity = Attachment{{}, {}, {}, {}, 5, MemoryContent{"a: b\n"}};
    message.replyTo = {{QStringLiteral("Office"), QStringLiteral("office"), QStringLiteral("example.org")}};
    message.cc = {
        {QStringLiteral("Carol, Jr. \"C\""), QStringLiteral("carol d"), QStringLiteral("[192.0.2.1]")}};
    message.bcc = {{QStringLiteral("Ünal"), QStringLiteral("bücher"), QStringLiteral("bücher.example")},
                   {{}, QStringLiteral("x"), QStringLiteral("y")}};
    message.html = QStringLiteral("<p>At <b>five</b>?</p>");
    message.extraHeaders = {{"X-Mood", QStringLiteral("grinning 😀")}, {"X-Empty", {}}};
    message.messageId = "abc@example.org";
    message.inReplyTo = "before@example.net";
    message.references = {"first@example.net", "before@example.net"};
    message.date =
        QDateTime(QDate(2024, 2, 29), QTime(23, 59, 59, 999), Qt::OffsetFromUTC, -(3 * 3600 + 1800));
    message.attachments = {
        {QStringLiteral("report.pdf"),
         "application/pdf",
         Attachment::Disposition::Attachment,
         {},
         5'000'000'000,
         BlobContent{QByteArray(32, '\x9f'), QStringLiteral("/home/alice/blobs/9f/9f9f")}},
        {QStringLiteral("notes ünïcode.txt"),
         "text/plain",
         Attachment::Disposition::Attachment,
         {},
         12,
         FileContent{QStringLiteral("/home/alice/notes ünïcode.txt"),
                     QDateTime(QDate(2023, 1, 2), QTime(3, 4, 5, 678), Qt::UTC)}},
        {{},
         "image/png",
         Attachment::Disposition::Inline,
         "pic1@x",
         4,
         MemoryContent{QByteArray("\x89PN\0", 4)}},
        {QStringLiteral("empty"),
         "application/octet-stream",
         Attachment::Disposition::Attachment,
         {},
         0,
         MemoryContent{}},
    };
    return message;
}

Message with(void (*change)(Message &))
{
    Message message = base();
    change(message);
    return message;
}

Message throughText(const Message &message)
{
    const QByteArray text = QJsonDocument(messageToJson(message)).toJson(QJsonDocument::Compact);
    QJsonParseError error;
    const auto parsed = QJsonDocument::fromJson(QString::fromUtf8(text).toUtf8(), &error);
    if (error.error != QJsonParseError::NoError)
        qWarning("%s", qPrintable(error.errorString()));
    return messageFromJson(parsed.object());
}

} // namespace

class TestMessageJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAndBack_data()
    {
        QTest::addColumn<Message>("message");
        QTest::newRow("nothing at all") << Message();
        QTest::newRow("plain") << base();
        QTest::newRow("everything") << everything();
        QTest::newRow("control characters")
            << with([](Message &m) { m.text = QStringLiteral("a\0b\x1b\x7f\r\n\t\u2028"); });
        QTest::newRow("beyond the BMP")
            << with([](Message &m) { m.subject = QStringLiteral("𝄞 🏴‍☠️ 👩‍👩‍👧"); });
        QTest::newRow("a lone surrogate")
            << with([](Message &m) { m.subject = QString(QChar(0xd83d)) + u"x"; });
        QTest::newRow("a lone low surrogate")
            << with([](Message &m) { m.text = u"x" + QString(QChar(0xde00)); });
        QTest::newRow("right to left and overrides")
            << with([](Message &m) { m.subject = QStringLiteral("مرحبا \u202egnp.exe"); });
        QTest::newRow("octets that are no UTF-8") << with([](Message &m) {
            m.messageId = QByteArray("\xff\x00\xc3\x28@x", 6);
            m.references = {QByteArray("\x80", 1), QByteArray()};
            m.extraHeaders = {{QByteArray("X-\xe9"), QStringLiteral("v")}};
        });
        QTest::newRow("every octet in memory") << with([](Message &m) {
            QByteArray all;
            for (int octet = 0; octet < 256; ++octet)
                all.append(char(octet));
            m.attachments = {{QStringLiteral("all"), "x/y", Attachment::Disposition::Attachment, "\xf0\x28",
                              256, MemoryContent{all}}};
        });
        QTest::newRow("the largest size") << with([](Message &m) {
            m.attachments = {{QStringLiteral("huge"),
                              "x/y",
                              Attachment::Disposition::Attachment,
                              {},
                              std::numeric_limits<qint64>::max(),
                              BlobContent{QByteArray(32, '\0'), {}}}};
        });
        QTest::newRow("a hash that is empty") << with([](Message &m) {
            m.attachments = {{{}, {}, Attachment::Disposition::Inline, {}, -1, BlobContent{}}};
        });
        QTest::newRow("a file without a time") << with([](Message &m) {
            m.attachments = {{{}, {}, Attachment::Disposition::Inline, {}, 0, FileContent{}}};
        });
        QTest::newRow("10,000 recipients") << with([](Message &m) {
            for (int number = 0; number < 10'000; ++number)
                m.bcc.append({QString::number(number), QStringLiteral("n%1").arg(number),
                              QStringLiteral("example.org")});
        });
    }
    void thereAndBack()
    {
        QFETCH(Message, message);
        QVERIFY(messageFromJson(messageToJson(message)) == message);
        QVERIFY(throughText(message) == message);
    }

    // Equal instants are equal to QDateTime, but the Date field shows the offset.
    void offsets_data()
    {
        QTest::addColumn<QDateTime>("date");
        QTest::addColumn<int>("offset");
        const QDate day(2024, 7, 1);
        const QTime noon(12, 0);
        QTest::newRow("UTC") << QDateTime(day, noon, Qt::UTC) << 0;
        QTest::newRow("an offset") << QDateTime(day, noon, Qt::OffsetFromUTC, 20'700) << 20'700; // Kathmandu
        QTest::newRow("a zone") << QDateTime(day, noon, QTimeZone("Europe/Berlin")) << 7200;
        QTest::newRow("before 1970") << QDateTime(QDate(1901, 1, 1), noon, Qt::OffsetFromUTC, -3600) << -3600;
    }
    void offsets()
    {
        QFETCH(QDateTime, date);
        QFETCH(int, offset);
        Message message = base();
        message.date = date;
        const QDateTime back = throughText(message).date;
        QCOMPARE(back, date);
        QCOMPARE(back.offsetFromUtc(), offset);
        QCOMPARE(back.timeSpec() == Qt::LocalTime, false);
    }

    // Rows of later or broken versions: what is there is taken, nothing crashes.
    void tolerant_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("subject");
        QTest::newRow("unknown members") << QByteArray(R"({"subject":"s","colour":{"a":[1]}})") << "s";
        QTest::newRow("empty") << QByteArray("{}") << "";
        QTest::newRow("wrong types") << QByteArray(
                                            R"({"subject":5,"to":"x","attachments":{"a":1},"date":"now"})")
                                     << "";
        QTest::newRow("no JSON") << QByteArray("{{{") << "";
        QTest::newRow("deeper than any") << QByteArray(R"({"to":[[[[]]]],"subject":"s"})") << "s";
    }
    void tolerant()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, subject);
        const Message message = messageFromJson(QJsonDocument::fromJson(json).object());
        QCOMPARE(message.subject, subject);
        QVERIFY(!message.date.isValid());
        QVERIFY(message.attachments.isEmpty());
    }

    void blobBytesStayOut()
    {
        const QJsonArray attachments = messageToJson(everything())[u"attachments"].toArray();
        QVERIFY(!attachments[0].toObject().contains(u"bytes"));
        QVERIFY(!attachments[1].toObject().contains(u"bytes"));
        QCOMPARE(attachments[0][u"blob"][u"sha256"].toString(), QStringLiteral("9f").repeated(32));
    }
};

QTEST_GUILESS_MAIN(TestMessageJson)
#include "tst_messagejson.moc"
