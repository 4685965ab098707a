// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/ReplyParser.h"

#include <QTest>

using namespace pennypost;

namespace {

struct Parsed
{
    QList<Reply> replies;
    std::optional<ReplyError> error;
    bool rest = false;
    QByteArray bad;
};

Parsed parse(const QByteArray &bytes, qsizetype pieceSize)
{
    ReplyParser parser;
    Parsed parsed;
    for (qsizetype at = 0; at < bytes.size(); at += pieceSize) {
        parser.feed(QByteArrayView(bytes).sliced(at, std::min(pieceSize, bytes.size() - at)));
        while (const auto reply = parser.next())
            parsed.replies.append(*reply);
    }
    parsed.error = parser.error();
    parsed.rest = parser.hasRest();
    parsed.bad = parser.badBytes();
    return parsed;
}

QByteArray repeated(const QByteArray &line, int times)
{
    return QByteArray(line).repeated(times);
}

using Replies = QList<Reply>;
using Lines = QList<QByteArray>;
constexpr std::nullopt_t none = std::nullopt;

} // namespace

class TestReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void fails_data();
    void fails();
    void keepsWhatIsNoReply();
    void staysFailed();
    void rest_data();
    void rest();
    void enhanced_data();
    void enhanced();
    void text_data();
    void text();
    void statusText();
};

void TestReply::parses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Replies>("replies");

    QTest::newRow("one line") << QByteArray("220 mx ready\r\n") << Replies{{220, none, {"mx ready"}}};
    QTest::newRow("several lines") << QByteArray("250-mx\r\n250-SIZE 10\r\n250 HELP\r\n")
                                   << Replies{{250, none, {"mx", "SIZE 10", "HELP"}}};
    QTest::newRow("several replies") << QByteArray("250 a\r\n550-b\r\n550 c\r\n354 d\r\n")
                                     << Replies{
                                            {250, none, {"a"}}, {550, none, {"b", "c"}}, {354, none, {"d"}}};
    QTest::newRow("line feed alone") << QByteArray("250-a\n250 b\n") << Replies{{250, none, {"a", "b"}}};
    QTest::newRow("empty line before") << QByteArray("\r\n\n250 a\r\n") << Replies{{250, none, {"a"}}};
    QTest::newRow("code alone") << QByteArray("250\r\n") << Replies{{250, none, {""}}};
    QTest::newRow("code and blank") << QByteArray("250 \r\n") << Replies{{250, none, {""}}};
    QTest::newRow("code and hyphen") << QByteArray("250-\r\n250 x\r\n") << Replies{{250, none, {"", "x"}}};
    QTest::newRow("last line is the code alone")
        << QByteArray("250-x\r\n250\r\n") << Replies{{250, none, {"x", ""}}};
    QTest::newRow("more blanks are text") << QByteArray("250  x \r\n") << Replies{{250, none, {" x "}}};
    QTest::newRow("one CR is the line end's") << QByteArray("250 x\r\r\n") << Replies{{250, none, {"x\r"}}};
    QTest::newRow("NUL in the text") << QByteArray("250 a\0b\r\n", 9)
                                     << Replies{{250, none, {QByteArray("a\0b", 3)}}};
    QTest::newRow("1yz is for the dialogue") << QByteArray("150 x\r\n") << Replies{{150, none, {"x"}}};
    QTest::newRow("unfinished") << QByteArray("250-x\r\n250-y\r\n25") << Replies{};
    QTest::newRow("a thousand lines") << repeated("250-x\r\n", 999) + "250 x\r\n"
                                      << Replies{{250, none, Lines(1000, "x")}};
    QTest::newRow("a long line") << "250 " + QByteArray(60000, 'x') + "\r\n"
                                 << Replies{{250, none, {QByteArray(60000, 'x')}}};
}

void TestReply::parses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Replies, replies);
    for (qsizetype pieceSize : {qsizetype(1), qsizetype(2), qsizetype(3), qsizetype(7), bytes.size()}) {
        const Parsed parsed = parse(bytes, pieceSize);
        QVERIFY(!parsed.error);
        QCOMPARE(parsed.replies, replies);
    }
}

void TestReply::fails_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("error");
    QTest::addColumn<int>("replies");

    const int notAReply = int(ReplyError::NotAReply);
    const int tooLong = int(ReplyError::TooLong);
    QTest::newRow("HTTP") << QByteArray("HTTP/1.1 400 Bad Request\r\n") << notAReply << 0;
    QTest::newRow("POP3") << QByteArray("+OK ready\r\n") << notAReply << 0;
    QTest::newRow("IMAP") << QByteArray("* OK ready\r\n") << notAReply << 0;
    QTest::newRow("SSH") << QByteArray("SSH-2.0-x\r\n") << notAReply << 0;
    QTest::newRow("TLS alert") << QByteArray("\x15\x03\x01\x00\x02\x02\x46\n", 8) << notAReply << 0;
    QTest::newRow("one octet") << QByteArray("2\r\n") << notAReply << 0;
    QTest::newRow("two octets") << QByteArray("25\r\n") << notAReply << 0;
    QTest::newRow("four digits") << QByteArray("2500 x\r\n") << notAReply << 0;
    QTest::newRow("colon") << QByteArray("250:x\r\n") << notAReply << 0;
    QTest::newRow("tab") << QByteArray("250\tx\r\n") << notAReply << 0;
    QTest::newRow("code 050") << QByteArray("050 x\r\n") << notAReply << 0;
    QTest::newRow("code 600") << QByteArray("600 x\r\n") << notAReply << 0;
    QTest::newRow("blank before the code") << QByteArray(" 250 x\r\n") << notAReply << 0;
    QTest::newRow("letters") << QByteArray("2x0 x\r\n") << notAReply << 0;
    QTest::newRow("empty line inside") << QByteArray("250-x\r\n\r\n250 y\r\n") << notAReply << 0;
    QTest::newRow("good, then bad") << QByteArray("250 x\r\nnonsense\r\n250 y\r\n") << notAReply << 1;
    QTest::newRow("code changes") << QByteArray("250-x\r\n550 y\r\n") << int(ReplyError::CodeChanged) << 0;
    QTest::newRow("1 MB line") << "250 " + QByteArray(1000000, 'x') + "\r\n" << tooLong << 0;
    QTest::newRow("1 MB without any line end") << QByteArray(1000000, '2') << tooLong << 0;
    QTest::newRow("never-ending reply") << repeated("250-x\r\n", 100000) << tooLong << 0;
    QTest::newRow("too many octets in long lines")
        << repeated("250-" + QByteArray(60000, 'x') + "\r\n", 10) + "250 x\r\n"
        << tooLong << 0;
    QTest::newRow("never-ending empty lines") << repeated("\r\n", 200000) << tooLong << 0;
}

void TestReply::fails()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, error);
    QFETCH(int, replies);
    for (qsizetype pieceSize : {qsizetype(1), qsizetype(3), qsizetype(4096), bytes.size()}) {
        const Parsed parsed = parse(bytes, pieceSize);
        QVERIFY(parsed.error);
        QCOMPARE(int(*parsed.error), error);
        QCOMPARE(parsed.replies.size(), replies);
        QVERIFY(parsed.rest);
        QVERIFY(parsed.bad.size() <= 512);
    }
}

void TestReply::keepsWhatIsNoReply()
{
    const QByteArray http = "HTTP/1.0 302 Found\r\nLocation: http://portal.example/\r\n\r\n";
    QCOMPARE(parse("220 x\r\n" + http, 1000).bad, http);
    QVERIFY(parse(http, 1).bad.startsWith("HTTP/1.0 302 Found"));
    QVERIFY(parse("250 x\r\n", 1).bad.isEmpty());
}

void TestReply::staysFailed()
{
    ReplyParser parser;
    parser.feed("nonsense\r\n");
    parser.feed("250 ok\r\n");
    QVERIFY(parser.error());
    QVERIFY(!parser.next());
}

void TestReply::rest_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("rest");

    // What stands behind the 220 to STARTTLS must show, whatever it is.
    QTest::newRow("nothing") << QByteArray("220 go\r\n") << false;
    QTest::newRow("line feed alone") << QByteArray("220 go\n") << false;
    QTest::newRow("a whole reply") << QByteArray("220 go\r\n250 mx\r\n") << true;
    QTest::newRow("a first line") << QByteArray("220 go\r\n250-mx\r\n") << true;
    QTest::newRow("a fragment") << QByteArray("220 go\r\n250-m") << true;
    QTest::newRow("one octet") << QByteArray("220 go\r\n2") << true;
    QTest::newRow("an empty line") << QByteArray("220 go\r\n\r\n") << true;
    QTest::newRow("a bare CR") << QByteArray("220 go\r\n\r") << true;
    QTest::newRow("nonsense") << QByteArray("220 go\r\nxx\r\n") << true;
}

void TestReply::rest()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, rest);
    for (qsizetype pieceSize : {qsizetype(1), bytes.size()}) {
        ReplyParser parser;
        for (qsizetype at = 0; at < bytes.size(); at += pieceSize)
            parser.feed(QByteArrayView(bytes).sliced(at, pieceSize));
        QVERIFY(parser.hasRest());
        const auto reply = parser.next();
        QVERIFY(reply);
        QCOMPARE(reply->code, 220);
        QCOMPARE(parser.hasRest(), rest);
    }
}

void TestReply::enhanced_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("enhanced");

    QTest::newRow("usual") << QByteArray("550 5.1.1 unknown\r\n") << QStringLiteral("5.1.1");
    QTest::newRow("three digits") << QByteArray("535 5.7.139 no\r\n") << QStringLiteral("5.7.139");
    QTest::newRow("alone") << QByteArray("250 2.0.0\r\n") << QStringLiteral("2.0.0");
    QTest::newRow("each line") << QByteArray("534-5.7.9 a\r\n534 5.7.9 b\r\n") << QStringLiteral("5.7.9");
    QTest::newRow("second line") << QByteArray("550-no\r\n550 5.7.1 b\r\n") << QStringLiteral("5.7.1");
    QTest::newRow("first one counts")
        << QByteArray("550-5.7.1 a\r\n550 5.1.1 b\r\n") << QStringLiteral("5.7.1");
    QTest::newRow("hash") << QByteArray("550 #5.1.0 rejected\r\n") << QStringLiteral("5.1.0");
    QTest::newRow("colon") << QByteArray("535 5.7.8: no\r\n") << QStringLiteral("5.7.8");
    QTest::newRow("another class") << QByteArray("550 4.1.1 x\r\n") << QString();
    QTest::newRow("not at the start") << QByteArray("550 error 5.1.1\r\n") << QString();
    QTest::newRow("four parts") << QByteArray("550 5.1.1.2 x\r\n") << QString();
    QTest::newRow("four digits") << QByteArray("550 5.1.1000 x\r\n") << QString();
    QTest::newRow("letter behind") << QByteArray("550 5.1.1a x\r\n") << QString();
    QTest::newRow("two parts") << QByteArray("550 5.1 x\r\n") << QString();
    QTest::newRow("cut") << QByteArray("550 5.1.\r\n") << QString();
    QTest::newRow("3yz has none") << QByteArray("354 3.0.0 go\r\n") << QString();
    QTest::newRow("empty") << QByteArray("550\r\n") << QString();
}

void TestReply::enhanced()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, enhanced);
    const Parsed parsed = parse(bytes, bytes.size());
    QCOMPARE(parsed.replies.size(), 1);
    const auto status = parsed.replies.first().enhanced;
    QCOMPARE(status ? status->toString() : QString(), enhanced);
}

void TestReply::text_data()
{
    QTest::addColumn<Lines>("lines");
    QTest::addColumn<QString>("text");

    QTest::newRow("lines") << Lines{"a", "b"} << QStringLiteral("a\nb");
    QTest::newRow("UTF-8") << Lines{"gr\xC3\xBC\xC3\x9F"} << QStringLiteral("grüß");
    QTest::newRow("Latin-1") << Lines{"gr\xFC\xDF"} << QStringLiteral("grüß");
    QTest::newRow("each line by itself") << Lines{"\xFC", "\xC3\xBC"} << QStringLiteral("ü\nü");
    QTest::newRow("controls") << Lines{QByteArray("a\0b\r\a\bc\x7F", 8)} << QStringLiteral("abc");
    QTest::newRow("C1") << Lines{"a\xC2\x9B"
                                 "31mb"}
                        << QStringLiteral("a31mb");
    QTest::newRow("tab") << Lines{"a\tb"} << QStringLiteral("a b");
    QTest::newRow("ANSI colour") << Lines{"\x1B[1;31mred\x1B[0m"} << QStringLiteral("red");
    QTest::newRow("ANSI title") << Lines{"\x1B]0;pwned\x07ok"} << QStringLiteral("ok");
    QTest::newRow("ANSI cut") << Lines{"a\x1B["} << QStringLiteral("a");
    QTest::newRow("ESC at the end") << Lines{"a\x1B"} << QStringLiteral("a");
    QTest::newRow("ESC twice") << Lines{"\x1B\x1B[31ma"} << QStringLiteral("[31ma");
    QTest::newRow("bidi override") << Lines{"a\xE2\x80\xAE"
                                            "b\xE2\x81\xA6"
                                            "c\xD8\x9C"}
                                   << QStringLiteral("abc");
    QTest::newRow("line separator") << Lines{"a\xE2\x80\xA8"
                                             "b"}
                                    << QStringLiteral("ab");
    QTest::newRow("emoji with joiner") << Lines{"\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB"}
                                       << QString::fromUtf8("\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB");
    QTest::newRow("tag characters") << Lines{"a\xF3\xA0\x81\x81"} << QStringLiteral("a");
    QTest::newRow("nothing") << Lines{} << QString();
}

void TestReply::text()
{
    QFETCH(Lines, lines);
    QFETCH(QString, text);
    QCOMPARE((Reply{550, std::nullopt, lines}).text(), text);
}

void TestReply::statusText()
{
    QCOMPARE((EnhancedStatus{5, 7, 139}).toString(), QStringLiteral("5.7.139"));
    QVERIFY((Reply{250, {}, {}}).isPositive());
    QVERIFY((Reply{354, {}, {}}).isIntermediate());
    QVERIFY((Reply{421, {}, {}}).isTransient());
    QVERIFY((Reply{554, {}, {}}).isPermanent());
}

QTEST_GUILESS_MAIN(TestReply)
#include "tst_reply.moc"
