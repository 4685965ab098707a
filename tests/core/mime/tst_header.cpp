// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fields.h"
#include "core/message/MailboxParser.h"
#include "core/message/MessageId.h"
#include "core/mime/EncodedWord.h"
#include "core/mime/HeaderEncoder.h"

#include <QRandomGenerator>
#include <QTest>

using namespace pennypost;
using namespace pennypost::letters;

namespace {

QString randomText(QRandomGenerator &random, int most)
{
    static const QStringList pieces{
        QStringLiteral("a"),    QStringLiteral(" "),   QStringLiteral("ü"),   QStringLiteral("中"),
        QStringLiteral("🐧"),   QStringLiteral("=?"),  QStringLiteral("?="),  QStringLiteral("\t"),
        QStringLiteral(","),    QStringLiteral("\""),  QStringLiteral("\\"),  QStringLiteral("_"),
        QStringLiteral("word"), QStringLiteral("="),   QStringLiteral("%41"), QStringLiteral("  "),
        QStringLiteral("ש"),    QStringLiteral("(x)"), QStringLiteral("<y>"), QStringLiteral("'"),
    };
    QString text;
    for (int left = random.bounded(most); left > 0; --left)
        text += pieces[random.bounded(int(pieces.size()))];
    return text;
}

} // namespace

class TestHeader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unstructured_data();
    void unstructured();
    void unstructuredComesBack();
    void graphemesStayWhole_data();
    void graphemesStayWhole();
    void longGraphemesInQ();
    void linesWithWords();
    void refusesLineEnds_data();
    void refusesLineEnds();
    void addresses_data();
    void addresses();
    void addressListsFoldBetweenAddresses();
    void namesComeBack();
    void utf8Address();
    void identifiers();
    void dates_data();
    void dates();
    void extraFields_data();
    void extraFields();
};

void TestHeader::unstructured_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char *name, const QString &text, const QByteArray &field) {
        QTest::newRow(name) << text << field;
    };
    row("empty", {}, "Subject:\r\n");
    row("ASCII", QStringLiteral("Hello, world"), "Subject: Hello, world\r\n");
    row("Q is shorter", QStringLiteral("Straßenbahn"), "Subject: =?utf-8?Q?Stra=C3=9Fenbahn?=\r\n");
    row("B where they are near", QStringLiteral("Grüße"), "Subject: =?utf-8?B?R3LDvMOfZQ==?=\r\n");
    row("B is shorter", QStringLiteral("中文"), "Subject: =?utf-8?B?5Lit5paH?=\r\n");
    row("only the words that need it", QStringLiteral("Hello Jürgen and all"),
        "Subject: Hello =?utf-8?Q?J=C3=BCrgen?= and all\r\n");
    row("blanks between encoded words count", QStringLiteral("ä ö x"), "Subject: =?utf-8?B?w6Qgw7Y=?= x\r\n");
    row("what looks encoded is shown raw", QStringLiteral("=?utf-8?Q?x?="),
        "Subject: =?utf-8?B?PT91dGYtOD9RP3g/PQ==?=\r\n");
    row("double blank", QStringLiteral("a  b"), "Subject: =?utf-8?Q?a__b?=\r\n");
    row("blank ahead", QStringLiteral(" a b"), "Subject: =?utf-8?Q?_a?= b\r\n");
    row("blank behind", QStringLiteral("a b "), "Subject: a =?utf-8?Q?b_?=\r\n");
    row("blank alone", QStringLiteral(" "), "Subject: =?utf-8?Q?_?=\r\n");
    row("tab", QStringLiteral("a\tb"), "Subject: =?utf-8?B?YQli?=\r\n");
    row("line separator", QStringLiteral("a\u2028b"), "Subject: =?utf-8?B?YeKAqGI=?=\r\n");
    row("characters that truncate to line ends", QStringLiteral("\u010d\u010a"),
        "Subject: =?utf-8?B?xI3Eig==?=\r\n");
    row("folds at blanks", QStringLiteral("word ").repeated(20).trimmed(),
        "Subject: word word word word word word word word word word word word word\r\n"
        " word word word word word word word\r\n");
    row("long word stays whole", QString(QString(90, u'x') % u" y"),
        "Subject: " + QByteArray(90, 'x') + "\r\n y\r\n");
}

void TestHeader::unstructured()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, field);
    const auto written = header::unstructured("Subject", text);
    QVERIFY(written);
    QCOMPARE(*written, field);
    QCOMPARE(decodedEncodedWords(valueOf(*written)), text);
}

void TestHeader::unstructuredComesBack()
{
    QRandomGenerator random(5);
    for (int i = 0; i < 5'000; ++i) {
        const QString text = randomText(random, 80);
        const auto field =
            header::unstructured(i % 2 == 0 ? "Subject" : "X-A-Rather-Long-Name-Of-A-Field", text);
        QVERIFY(field);
        QVERIFY2(fieldFault(*field).isEmpty(),
                 qPrintable(QString(fieldFault(*field) % u'\n' % QString::fromUtf8(*field))));
        QCOMPARE(decodedEncodedWords(valueOf(*field)), text);
    }
}

void TestHeader::graphemesStayWhole_data()
{
    QTest::addColumn<QString>("grapheme");
    QTest::newRow("a letter and its mark") << QStringLiteral("e\u0301");
    QTest::newRow("two marks") << QStringLiteral("o\u0302\u0323");
    QTest::newRow("Devanagari") << QStringLiteral("नि");
    QTest::newRow("Hangul in parts") << QStringLiteral("각");
    QTest::newRow("a pair") << QStringLiteral("🐧");
    QTest::newRow("a flag") << QStringLiteral("🇩🇪");
    QTest::newRow("a tone of skin") << QStringLiteral("👋🏽");
    QTest::newRow("a family") << QStringLiteral("👩‍👩‍👧");
    QTest::newRow("a family of four") << QStringLiteral("👩‍👩‍👧‍👦");
}

/// Some readers put a blank between two words: it must not stand within what is seen as one.
void TestHeader::graphemesStayWhole()
{
    QFETCH(const QString, grapheme);
    for (int ahead = 0; ahead < 60; ++ahead) {
        const QString text = QString(ahead, u'x') + u'ü' + grapheme.repeated(40);
        const auto field = header::unstructured("Subject", text);
        QVERIFY(field);
        QString whole;
        for (const QByteArray &line : field->mid(9).split('\n')) {
            QVERIFY(line.size() <= 78);
            const QString piece = decodedEncodedWords(line.trimmed());
            QVERIFY2(piece.isEmpty() || piece.startsWith(grapheme) || piece.startsWith(u'x') ||
                         piece.startsWith(u'ü'),
                     qPrintable(QString(QString::number(ahead) + u": " + piece)));
            whole += piece;
        }
        QCOMPARE(whole, text);
    }
    // What takes more than a word is cut between its characters.
    const QString tower = u'e' + QStringLiteral("\u0301").repeated(100);
    const auto field = header::unstructured("Subject", tower);
    QVERIFY(field);
    for (const QByteArray &line : field->split('\n'))
        QVERIFY(line.size() <= 78);
    QByteArray unfolded = *field;
    QCOMPARE(decodedEncodedWords(unfolded.replace("\r\n", "").mid(9)), tower);
}

/// Where Q is the shorter for the whole, what fits no word in Q is a word in B.
void TestHeader::longGraphemesInQ()
{
    const QString family = QStringLiteral("👩‍👩‍👧‍👦");
    const QString text = u'ü' + QString(200, u'x') + family + u'y';
    const QByteArrayList words = encodedWords(text);
    QVERIFY(words.front().startsWith("=?utf-8?Q?"));
    QVERIFY(words.back().startsWith("=?utf-8?B?"));
    QCOMPARE(decodedEncodedWords(words.back()), QString(family + u'y'));
    QCOMPARE(decodedEncodedWords(words.join("\r\n ")), text);
    for (const QByteArray &word : words)
        QCOMPARE_LE(word.size(), longestEncodedWord);
}

/// RFC 2047 2: 76, whatever else is on the line.
void TestHeader::linesWithWords()
{
    QRandomGenerator random(19);
    for (int i = 0; i < 2'000; ++i) {
        QString text = QString(random.bounded(1, 30), u'ü');
        for (int word = 0; word < 12; ++word)
            text += u' ' + QString(random.bounded(1, 30), random.bounded(5) == 0 ? u'ö' : u'w');
        const auto field = header::unstructured("Subject", text);
        QVERIFY(field);
        for (QByteArray line : field->split('\n')) {
            line.replace("\r", "");
            QVERIFY2(line.size() <= (line.contains("=?") ? 76 : 78), line.constData());
        }
    }
}

void TestHeader::refusesLineEnds_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("CR LF") << QStringLiteral("a\r\nBcc: x@y.z");
    QTest::newRow("CR") << QStringLiteral("a\rb");
    QTest::newRow("LF") << QStringLiteral("a\nb");
    QTest::newRow("fold") << QStringLiteral("a\r\n b");
    QTest::newRow("NUL") << QString(QStringLiteral("a") % QChar(0) % QStringLiteral("b"));
    QTest::newRow("at the end") << QStringLiteral("a\n");
}

void TestHeader::refusesLineEnds()
{
    QFETCH(const QString, text);
    QCOMPARE(header::unstructured("Subject", text).error().kind, MimeError::Kind::BadHeader);
    QCOMPARE(header::unstructured("Subject", text).error().subject, QStringLiteral("Subject"));
    const Mailbox named{text, QStringLiteral("a"), QStringLiteral("b.c")};
    QCOMPARE(header::addressList("To", {named}).error().kind, MimeError::Kind::BadAddress);
    const Mailbox local{{}, text, QStringLiteral("b.c")};
    QCOMPARE(header::addressList("To", {local}).error().kind, MimeError::Kind::BadAddress);
    const Mailbox domain{{}, QStringLiteral("a"), text};
    QCOMPARE(header::addressList("To", {domain}).error().kind, MimeError::Kind::BadAddress);
    QVERIFY(!header::identifiers("References", {text.toLatin1()}));
    for (const char *name : {"X-Any", "Reply-To", "References"})
        QVERIFY(!header::extra({name, QString(u"a@b.c" % text)}));
}

void TestHeader::addresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char *name, const QString &typed, const QByteArray &field) {
        QTest::newRow(name) << typed << field;
    };
    row("none", {}, "");
    row("bare", QStringLiteral("a@b.c"), "To: a@b.c\r\n");
    row("atoms", QStringLiteral("Jane Doe <a@b.c>"), "To: Jane Doe <a@b.c>\r\n");
    row("comma", QStringLiteral("\"Doe, Jane\" <a@b.c>"), "To: \"Doe, Jane\" <a@b.c>\r\n");
    row("dot", QStringLiteral("J. Doe <a@b.c>"), "To: \"J. Doe\" <a@b.c>\r\n");
    row("quote", QStringLiteral("\"a\\\"b\" <a@b.c>"), "To: \"a\\\"b\" <a@b.c>\r\n");
    row("Unicode", QStringLiteral("Jürgen Müller <a@b.c>"),
        "To: =?utf-8?B?SsO8cmdlbiBNw7xsbGVy?= <a@b.c>\r\n");
    row("Unicode with comma", QStringLiteral("\"Müller, J.\" <a@b.c>"),
        "To: =?utf-8?B?TcO8bGxlciwgSi4=?= <a@b.c>\r\n");
    row("looks encoded", QStringLiteral("=?utf-8?Q?a=40b?= <a@b.c>"),
        "To: =?utf-8?B?PT91dGYtOD9RP2E9NDBiPz0=?= <a@b.c>\r\n");
    row("IDN", QStringLiteral("a@Bücher.example"), "To: a@xn--bcher-kva.example\r\n");
    row("quoted local part", QStringLiteral("\"a b\"@c.d"), "To: \"a b\"@c.d\r\n");
    row("two", QStringLiteral("a@b.c, D <e@f.g>"), "To: a@b.c, D <e@f.g>\r\n");
}

void TestHeader::addresses()
{
    QFETCH(const QString, typed);
    QFETCH(const QByteArray, field);
    MailboxList mailboxes;
    for (const auto &entry : parseMailboxes(typed))
        mailboxes.append(*entry.mailbox);
    const auto written = header::addressList("To", mailboxes);
    QVERIFY(written);
    QCOMPARE(*written, field);
}

void TestHeader::addressListsFoldBetweenAddresses()
{
    for (int count = 1; count <= 300; ++count) {
        MailboxList mailboxes;
        for (int i = 0; i < count; ++i)
            mailboxes.append({i % 3 == 0   ? QString()
                              : i % 3 == 1 ? QString(u"Name, " % QString(i, u'n'))
                                           : QString(u"Näme, " % QString::number(count)),
                              QString(u'u' % QString::number(i)), QStringLiteral("example.org")});
        const auto field = header::addressList("To", mailboxes);
        QVERIFY(field);
        QVERIFY2(fieldFault(*field).isEmpty(), qPrintable(fieldFault(*field)));
        const auto parsed = parseMailboxes(QString::fromLatin1(valueOf(*field)));
        QCOMPARE(parsed.size(), count); // no comma went into an encoded-word or was lost at a fold
        for (int i = 0; i < count; ++i) {
            QVERIFY(parsed[i].mailbox);
            QVERIFY(parsed[i].mailbox->sameAddress(mailboxes[i]));
            QCOMPARE(decodedEncodedWords(parsed[i].mailbox->displayName.toLatin1()),
                     mailboxes[i].displayName);
        }
    }
}

void TestHeader::namesComeBack()
{
    QRandomGenerator random(6);
    for (int i = 0; i < 5'000; ++i) {
        const QString name = randomText(random, 60);
        const auto field = header::addressList("From", {{name, QStringLiteral("a"), QStringLiteral("b.c")}});
        QVERIFY(field);
        QVERIFY2(fieldFault(*field).isEmpty(),
                 qPrintable(QString(fieldFault(*field) % QString::fromUtf8(*field))));
        const auto parsed = parseMailbox(QString::fromLatin1(valueOf(*field)));
        QVERIFY(parsed.mailbox);
        QCOMPARE(parsed.mailbox->addrSpec(), QStringLiteral("a@b.c"));
        QCOMPARE(decodedEncodedWords(parsed.mailbox->displayName.toUtf8()), name);
    }
}

void TestHeader::utf8Address()
{
    const Mailbox mailbox{QStringLiteral("Jürgen"), QStringLiteral("jürgen"), QStringLiteral("bücher.de")};
    QCOMPARE(*header::addressList("To", {mailbox}),
             QByteArray("To: =?utf-8?Q?J=C3=BCrgen?= <j\xc3\xbcrgen@b\xc3\xbc"
                        "cher.de>\r\n"));
}

void TestHeader::identifiers()
{
    QCOMPARE(*header::identifiers("References", {}), QByteArray());
    QCOMPARE(*header::identifiers("References", {"a@b", "c@d"}), QByteArray("References: <a@b> <c@d>\r\n"));
    QByteArrayList many;
    for (int i = 0; i < 200; ++i)
        many.append(QByteArray(30, 'i') + QByteArray::number(i) + "@example.org");
    const auto field = header::identifiers("References", many);
    QVERIFY(fieldFault(*field).isEmpty());
    QCOMPARE(valueOf(*field).split(' ').size(), 200);
    for (const QByteArray &bad :
         QByteArrayList{"", "a", "@b", "a@", "a b@c", "a@b>", "<a@b", "a@b\r\nX: y", "\xc3\xbc@b",
                        QByteArray("a\0@b", 4), QByteArray(1000, 'a') + "@b"})
        QVERIFY2(!isMessageId(bad), bad.constData());
}

void TestHeader::dates_data()
{
    QTest::addColumn<QDateTime>("date");
    QTest::addColumn<QByteArray>("field");
    const auto at = [](int offset) {
        return QDateTime(QDate(2026, 3, 1), QTime(9, 5, 7), Qt::OffsetFromUTC, offset);
    };
    QTest::newRow("UTC") << at(0) << QByteArray("Date: Sun, 1 Mar 2026 09:05:07 +0000\r\n");
    QTest::newRow("east") << at(3600) << QByteArray("Date: Sun, 1 Mar 2026 09:05:07 +0100\r\n");
    QTest::newRow("west by half an hour")
        << at(-12600) << QByteArray("Date: Sun, 1 Mar 2026 09:05:07 -0330\r\n");
    QTest::newRow("under an hour west")
        << at(-1800) << QByteArray("Date: Sun, 1 Mar 2026 09:05:07 -0030\r\n");
    QTest::newRow("quarter") << at(20700) << QByteArray("Date: Sun, 1 Mar 2026 09:05:07 +0545\r\n");
    QTest::newRow("seconds in the zone")
        << at(3630) << QByteArray("Date: Sun, 1 Mar 2026 09:04:37 +0100\r\n");
    QTest::newRow("no date") << QDateTime() << QByteArray();
    QTest::newRow("year of five digits")
        << QDateTime(QDate(12026, 3, 1), QTime(0, 0), Qt::UTC) << QByteArray();
}

void TestHeader::dates()
{
    QFETCH(const QDateTime, date);
    QFETCH(const QByteArray, field);
    const auto written = header::date(date);
    QCOMPARE(bool(written), !field.isEmpty());
    if (written)
        QCOMPARE(*written, field);
}

void TestHeader::extraFields_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char *name, const QString &value, const QByteArray &field) {
        QTest::newRow(qPrintable(QString(QString::fromLatin1(name) % u' ' % value)))
            << QByteArray(name) << value << field;
    };
    row("X-Note", QStringLiteral("Grüße"), "X-Note: =?utf-8?B?R3LDvMOfZQ==?=\r\n");
    row("Reply-To", QStringLiteral("Jürgen <a@b.c>"), "Reply-To: =?utf-8?Q?J=C3=BCrgen?= <a@b.c>\r\n");
    row("reply-to", QStringLiteral("bob"), "");
    row("Sender", {}, "");
    row("In-Reply-To", QStringLiteral("<a@b>"), "In-Reply-To: <a@b>\r\n");
    row("In-Reply-To", QStringLiteral("<a@b> <c@d>"), "In-Reply-To: <a@b> <c@d>\r\n");
    row("References", QStringLiteral("<a@b>  <c@d>"), "References: <a@b> <c@d>\r\n");
    row("References", QStringLiteral("a@b"), "");
    row("References", QStringLiteral("<ä@b>"), "");
    row("List-Unsubscribe", QStringLiteral("<mailto:a@b.c>, <https://b.c/u>"),
        "List-Unsubscribe: <mailto:a@b.c>, <https://b.c/u>\r\n");
    const QString address(u"<https://b.c/" % QString(100, u'x') % u'>');
    row("List-Post", QString(QStringLiteral("<mailto:a@b.c>, ") % address),
        "List-Post: <mailto:a@b.c>,\r\n " + address.toLatin1() + "\r\n");
    row("List-Help", QString(u"<https://b.c/" % QString(1000, u'x') % u'>'), "");
    row("List-Archive", QStringLiteral("<https://b.c/ü>"), "");
    row("List-Id", QStringLiteral("Grüße <a.b.c>"), "List-Id: =?utf-8?B?R3LDvMOfZQ==?= <a.b.c>\r\n");
    row("Autocrypt", QString(u"addr=a@b.c; keydata=" % QString(200, u'k')),
        "Autocrypt: addr=a@b.c;\r\n keydata=" + QByteArray(68, 'k') + "\r\n " + QByteArray(76, 'k') +
            "\r\n " + QByteArray(56, 'k') + "\r\n");
    row("Keywords", QStringLiteral("Käse, Brot und Tee,, a.b"),
        "Keywords: =?utf-8?B?S8Okc2U=?=, Brot und Tee, \"a.b\"\r\n");
    row("Keywords", QStringLiteral(" , "), "");
    row("Sender", QStringLiteral("a@b.c, d@e.f"), ""); // one of them wrote it
    const QByteArray longName = "X-" + QByteArray(49, 'n');
    row(longName, QStringLiteral("plain"), longName + ": plain\r\n");
    row(longName, QStringLiteral("Grüße"), "");
    row(longName.chopped(1), QStringLiteral("ü"), longName.chopped(1) + ": =?utf-8?B?w7w=?=\r\n");
}

void TestHeader::extraFields()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QString, value);
    QFETCH(const QByteArray, field);
    const auto written = header::extra({name, value});
    QCOMPARE(bool(written), !field.isEmpty());
    if (written)
        QCOMPARE(*written, field);
}

QTEST_GUILESS_MAIN(TestHeader)
#include "tst_header.moc"
