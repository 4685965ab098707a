// SPDX-License-Identifier: GPL-3.0-or-later
#include "InMemory.h"

#include <QFile>
#include <QTest>

using namespace pennypost;
using namespace pennypost::letters;

namespace {

/// "type[raw bytes]" of the leaves, "type(children)" of the rest.
QByteArray outline(const Letter &letter, const ReceivedPart &part)
{
    if (part.children.isEmpty())
        return QByteArray(part.mimeType + '[' + letter.raw(part) + ']');
    QByteArrayList children;
    for (const ReceivedPart &child : part.children)
        children.append(outline(letter, child));
    return QByteArray(part.mimeType + '(' + children.join(' ') + ')');
}

} // namespace

class TestMimeParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void structure_data();
    void structure();
    void childrenLieWithinTheirParents();
    void fields_data();
    void fields();
    void mailboxes_data();
    void mailboxes();
    void contentFields();
    void defaults();
    void fileNames_data();
    void fileNames();
    void texts_data();
    void texts();
    void lettersFromTheWild_data();
    void lettersFromTheWild();
};

void TestMimeParser::structure_data()
{
    QTest::addColumn<QByteArray>("letter");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &letter, const QByteArray &expected) {
        QTest::newRow(name) << letter << expected;
    };
    row("empty", "", "text/plain[]");
    row("header alone", "A: b", "text/plain[]");
    row("no header", "\nbody\n", "text/plain[body\n]");
    row("CRLF", "A: b\r\n\r\nbody\r\n", "text/plain[body\r\n]");
    row("LF", "A: b\n\nbody", "text/plain[body]");
    row("mailbox file", "From a@b Mon\nA: b\n\nbody", "text/plain[body]");
    row("mailbox file and a blank line", "From a@b Mon 10:00\r\n\r\nA: b\r\n\r\nbody", "text/plain[body]");
    row("blank lines ahead of a header", "\n \nA: b\n\nbody", "text/plain[body]");
    row("blank lines ahead of no header", "\n\nbody\n\nA: b\n", "text/plain[\nbody\n\nA: b\n]");
    row("blank lines alone", "\n\n\n", "text/plain[\n\n]");
    row("byte order mark",
        "\xef\xbb\xbf"
        "Content-Type: text/html\n\nbody",
        "text/html[body]");
    row("a line of blanks within the header", "A: b\n \nContent-Type: text/html\n\nbody", "text/html[body]");
    row("no blank line", "A: b\nbody without one\nC: d\n", "text/plain[body without one\nC: d\n]");
    row("two parts", multipart("--b\n\none\n--b\nContent-Type: text/html\n\ntwo\n--b--\n"),
        "multipart/mixed(text/plain[one] text/html[two])");
    row("CRLF parts", multipart("--b\r\n\r\none\r\n\r\n--b--\r\n"), "multipart/mixed(text/plain[one\r\n])");
    row("preamble and epilogue", multipart("before\n--b\n\none\n--b--\nafter\n--b\n\nno part\n"),
        "multipart/mixed(text/plain[one])");
    row("never closed", multipart("--b\n\none\n"), "multipart/mixed(text/plain[one\n])");
    row("never opened", multipart("one\n"), "multipart/mixed[one\n]");
    row("no boundary named", "Content-Type: multipart/mixed\n\n--b\n\none\n",
        "multipart/mixed[--b\n\none\n]");
    row("blanks behind the boundary", multipart("--b \t\n\none\n--b-- \n"),
        "multipart/mixed(text/plain[one])");
    row("boundary-like lines", multipart("--b\n\n--bc\n-- b\n --b\n--b-\n--b--\n"),
        "multipart/mixed(text/plain[--bc\n-- b\n --b\n--b-])");
    row("empty parts", multipart("--b\n--b\n\n--b\n\n\n--b--\n"),
        "multipart/mixed(text/plain[] text/plain[] text/plain[])");
    row("part without blank line", multipart("--b\nContent-Type: text/html\n--b--\n"),
        "multipart/mixed(text/html[])");
    row("nested",
        multipart("--b\nContent-Type: multipart/alternative; "
                  "boundary=\"c\"\n\n--c\n\none\n--c--\n--b\n\ntwo\n--b--\n"),
        "multipart/mixed(multipart/alternative(text/plain[one]) text/plain[two])");
    row("inner never closed",
        multipart("--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\n\none\n--b\n\ntwo\n--b--\n"),
        "multipart/mixed(multipart/alternative(text/plain[one]) text/plain[two])");
    row("inner boundary extends the outer",
        multipart("--b\nContent-Type: multipart/alternative; boundary=bb\n\n--bb\n\none\n--bb--\n--b--\n"),
        "multipart/mixed(multipart/alternative(text/plain[one]))");
    row("same boundary within",
        multipart("--b\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\none\n--b--\n--b\n\ntwo\n"),
        "multipart/mixed(multipart/alternative(text/plain[one]) text/plain[two\n])");
    row("letter within", multipart("--b\nContent-Type: message/rfc822\n\nA: b\n\nx\n--b--\n"),
        "multipart/mixed(message/rfc822(text/plain[x]))");
    row("letter alone within", "Content-Type: message/rfc822\n\nContent-Type: text/html\n\nx\n",
        "message/rfc822(text/html[x\n])");
    row("letter within with parts",
        multipart("--b\nContent-Type: message/global\n\nContent-Type: multipart/x; boundary=c\n\n"
                  "--c\n\none\n--c\n\ntwo\n--c--\nafter\n--b\n\nthree\n--b--\n"),
        "multipart/mixed(message/global(multipart/x(text/plain[one] text/plain[two])) text/plain[three])");
    row("letter within never closed",
        multipart("--b\nContent-Type: message/rfc822\n\nContent-Type: multipart/x; boundary=c\n\n"
                  "--c\n\none\n--b\n\ntwo\n--b--\n"),
        "multipart/mixed(message/rfc822(multipart/x(text/plain[one])) text/plain[two])");
    row("letter within without a body", multipart("--b\nContent-Type: message/rfc822\n\nA: b\n--b--\n"),
        "multipart/mixed(message/rfc822(text/plain[]))");
    row("letter within of nothing", multipart("--b\nContent-Type: message/rfc822\n\n--b--\n"),
        "multipart/mixed(message/rfc822(text/plain[]))");
    row("letter within without blank line", multipart("--b\nContent-Type: message/rfc822\n--b--\n"),
        "multipart/mixed(message/rfc822[])");
    row("letter within without a header",
        multipart("--b\nContent-Type: message/rfc822\n\nno header\n--b--\n"),
        "multipart/mixed(message/rfc822(text/plain[no header]))");
    row("letter within of a mailbox file",
        multipart("--b\nContent-Type: message/rfc822\n\nFrom a@b Mon\nContent-Type: a/b\n\nx\n--b--\n"),
        "multipart/mixed(message/rfc822(a/b[x]))");
    row("encoded letter is a leaf",
        multipart(
            "--b\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nQTogYg==\n--b--\n"),
        "multipart/mixed(message/rfc822[QTogYg==])");
    row("digest",
        "Content-Type: multipart/digest; boundary=b\n\n--b\n\nA: b\n\none\n--b\n\nA: c\n\ntwo\n--b\n"
        "Content-Type: text/plain\n\nthree\n--b--\n",
        "multipart/digest(message/rfc822(text/plain[one]) message/rfc822(text/plain[two]) "
        "text/plain[three])");
    row("letters within letters",
        "Content-Type: message/rfc822\n\nContent-Type: message/rfc822\n\nContent-Type: a/b\n\nx",
        "message/rfc822(message/rfc822(a/b[x]))");
    row("boundary in Latin-1",
        "Content-Type: multipart/mixed; boundary=\"\xfc\"\n\n--\xfc\n\none\n--\xfc--\n",
        "multipart/mixed(text/plain[one])");
    row("boundary like an encoded-word",
        "Content-Type: multipart/mixed; boundary=\"=?utf-8?Q?a?=\"\n\n--=?utf-8?Q?a?=\n\none\n",
        "multipart/mixed(text/plain[one\n])");
    row("boundary and a comment",
        "Content-Type: multipart/mixed; boundary=b (why not)\n\n--b\n\none\n--b--\n",
        "multipart/mixed(text/plain[one])");
    row("boundary and a blank", "Content-Type: multipart/mixed; boundary=\"b \"\n\n--b\n\none\n--b--\n",
        "multipart/mixed(text/plain[one])");
    row("boundary in pieces",
        "Content-Type: multipart/mixed; boundary*0=\"b\";\n boundary*1=\"c\"\n\n--bc\n\none\n--bc--\n",
        "multipart/mixed(text/plain[one])");
    row("no semicolon behind the type", "Content-Type: multipart/mixed boundary=b\n\n--b\n\none\n--b--\n",
        "multipart/mixed(text/plain[one])");
    row("no semicolon behind a value",
        "Content-Type: multipart/mixed; charset=utf-8 type=\"a\" boundary=\"b\"\n\n--b\n\none\n--b--\n",
        "multipart/mixed(text/plain[one])");
    row("no type at all", "Content-Type: nonsense\n\nx", "text/plain[x]");
}

void TestMimeParser::structure()
{
    QFETCH(const QByteArray, letter);
    QFETCH(const QByteArray, expected);
    const Letter read(letter);
    QVERIFY(read.ok);
    QCOMPARE(outline(read, read.root), expected);
}

void TestMimeParser::childrenLieWithinTheirParents()
{
    const Letter read(multipart(
        "before\n--b\nContent-Type: multipart/x; boundary=c\n\n--c\n\none\n--c--\n\n--b--\nafter\n"));
    QCOMPARE(
        read.raw(read.root),
        QByteArray("before\n--b\nContent-Type: multipart/x; boundary=c\n\n--c\n\none\n--c--\n\n--b--\n"));
    QCOMPARE(read.root.children.size(), 1);
    QCOMPARE(read.raw(read.root.children[0]), QByteArray("--c\n\none\n--c--\n"));
    QCOMPARE(read.raw(read.root.children[0].children[0]), QByteArray("one"));

    // Cut short in a header, all of them at once.
    const Letter cut(multipart("--b\nContent-Type: multipart/x; boundary=c\n\n--c\nA: d\n--b--\n"));
    const ReceivedPart &inner = cut.root.children[0];
    const ReceivedPart &innermost = inner.children[0];
    QCOMPARE(cut.raw(inner), QByteArray("--c\nA: d"));
    QCOMPARE(innermost.bodyOffset, inner.bodyOffset + inner.bodyLength);
    QCOMPARE(innermost.bodyLength, 0);
    QCOMPARE(innermost.field("A"), QStringLiteral("d"));
}

void TestMimeParser::fields_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *name, const QByteArray &header, const QString &value) {
        QTest::newRow(name) << header << value;
    };
    row("plain", "X: a b\n", QStringLiteral("a b"));
    row("any case", "x: a\n", QStringLiteral("a"));
    row("blank before the colon", "X : a\n", QStringLiteral("a"));
    row("no blank", "X:a\n", QStringLiteral("a"));
    row("empty", "X:\n", QString());
    row("folded", "X: a\r\n b\r\n\tc\r\n", QStringLiteral("a b c"));
    row("first of two", "X: a\nX: b\n", QStringLiteral("a"));
    row("colon in the value", "X: a: b\n", QStringLiteral("a: b"));
    row("encoded", "X: =?utf-8?Q?=C3=BC?= =?utf-8?B?w7w=?=\n", QStringLiteral("üü"));
    row("folded encoded-words", "X: =?utf-8?Q?a?=\r\n =?utf-8?Q?b?=\r\n", QStringLiteral("ab"));
    row("raw UTF-8", "X: \xc3\xbc\n", QStringLiteral("ü"));
    row("raw Latin-1", "X: \xfc\n", QStringLiteral("ü"));
    row("control characters", QByteArray("X: a\0b\x1b[31m\x7f\n", 13), QStringLiteral("ab[31m"));
    row("line ends in an encoded-word make no field", "X: =?utf-8?Q?a=0D=0ABcc:_b?=\n",
        QStringLiteral("a  Bcc: b"));
    row("mailboxes are no matter of other fields", "X: =?utf-8?Q?M=2C_J?= <a@b>\n",
        QStringLiteral("M, J <a@b>"));
    row("broken neighbours", "no field: x\n:y\nX: a\n", QStringLiteral("a"));
}

void TestMimeParser::fields()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QString, value);
    const Letter read(QByteArray(header + "\nbody"));
    QCOMPARE(read.root.field("X"), value);
    QCOMPARE(read.raw(read.root), QByteArray("body"));
}

void TestMimeParser::mailboxes_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *name, const QByteArray &field, const QString &value) {
        QTest::newRow(name) << field << value;
    };
    row("plain", "a@b, Jan <c@d>", QStringLiteral("a@b, Jan <c@d>"));
    row("a word", "=?utf-8?Q?M=C3=BCller?= <a@b>", QStringLiteral("Müller <a@b>"));
    row("a comma in a word", "=?utf-8?Q?M=C3=BCller=2C_Jan?= <a@b>, c@d",
        QStringLiteral("\"Müller, Jan\" <a@b>, c@d"));
    row("a raw comma in a word", "=?utf-8?Q?M=C3=BCller,_Jan?= <a@b>",
        QStringLiteral("\"Müller, Jan\" <a@b>"));
    row("an address in a word", "=?utf-8?Q?=3Cc=40d=3E=2C?= <a@b>", QStringLiteral("\"<c@d>,\" <a@b>"));
    row("words in a row", "=?utf-8?Q?M=C3=BC?=  =?utf-8?Q?ller=2C?= Jan <a@b>",
        QStringLiteral("\"Müller,\" Jan <a@b>"));
    row("a quote in a word", "=?utf-8?Q?=22M=5C?= <a@b>", QStringLiteral(R"("\"M\\" <a@b>)"));
    row("a word in quotes", "\"=?utf-8?Q?M=22,?=\" <a@b>", QStringLiteral(R"("M\"," <a@b>)"));
    row("quotes", R"("a \"b\", c" <a@b>)", QStringLiteral(R"("a \"b\", c" <a@b>)"));
    row("quotes without an end", "\"a <a@b>", QStringLiteral("\"a <a@b>"));
    row("a comment", "a@b (=?utf-8?Q?M=29=C3=BC?= (x) \\) y), c@d",
        QStringLiteral("a@b (M\\)ü (x) \\) y), c@d"));
    row("a comment without an end", "a@b (x", QStringLiteral("a@b (x"));
    row("no word in an address", "<=?utf-8?Q?a?=@b>", QStringLiteral("<=?utf-8?Q?a?=@b>"));
    row("no word within an address", "=?utf-8?Q?ceo?=@b.example, a.=?utf-8?Q?x?=@c, d@=?utf-8?Q?e?=.f",
        QStringLiteral("=?utf-8?Q?ceo?=@b.example, a.=?utf-8?Q?x?=@c, d@=?utf-8?Q?e?=.f"));
    row("a word glued to its address", "=?utf-8?Q?a=2Cb?=<c@d>", QStringLiteral("\"a,b\"<c@d>"));
    row("Latin-1", "M\xfcller <a@b>", QStringLiteral("Müller <a@b>"));
    row("a group", "=?utf-8?Q?=C3=BCs?=: a@b, c@d;", QStringLiteral("üs: a@b, c@d;"));
    row("no words", "=?utf-8?X?a?= =? =?= <a@b>", QStringLiteral("=?utf-8?X?a?= =? =?= <a@b>"));
    row("empty", "", QString());
}

void TestMimeParser::mailboxes()
{
    QFETCH(const QByteArray, field);
    QFETCH(const QString, value);
    for (const QByteArray name : {"From", "to", "RESENT-CC"}) {
        const Letter read(name + ": " + field + "\n\nbody");
        QCOMPARE(read.root.field(name), value);
        QVERIFY(read.root.header.front().isOfMailboxes);
    }
}

void TestMimeParser::contentFields()
{
    const Letter read("content-type: Image/PNG (a picture); Name=x.png; charset=\"UTF-8\"\n"
                      "CONTENT-TRANSFER-ENCODING: Base64 (really)\n"
                      "Content-Disposition: INLINE; filename=y.png\n"
                      "Content-ID:  <id@x>\n\nAAAA");
    QCOMPARE(read.root.mimeType, QByteArray("image/png"));
    QCOMPARE(read.root.charset, QByteArray("utf-8"));
    QCOMPARE(read.root.transferEncoding, QByteArray("base64"));
    QCOMPARE(read.root.disposition, QByteArray("inline"));
    QCOMPARE(read.root.contentId, QByteArray("id@x"));
    QCOMPARE(read.root.fileName, QStringLiteral("y.png"));
    QVERIFY(!read.root.isMultipart());
    QCOMPARE(read.root.header.size(), 4);
    QCOMPARE(read.root.header[1].name, QByteArray("CONTENT-TRANSFER-ENCODING"));
    QCOMPARE(read.root.header[1].raw, QByteArray("CONTENT-TRANSFER-ENCODING: Base64 (really)\r\n"));
}

void TestMimeParser::defaults()
{
    const Letter read("\nx");
    QCOMPARE(read.root.mimeType, QByteArray("text/plain"));
    QCOMPARE(read.root.transferEncoding, QByteArray("7bit"));
    QVERIFY(read.root.charset.isEmpty() && read.root.disposition.isEmpty() && read.root.contentId.isEmpty());
    QVERIFY(read.root.fileName.isEmpty());
    QVERIFY(read.root.field("Subject").isNull());
}

void TestMimeParser::fileNames_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *tag, const QByteArray &header, const QString &name) {
        QTest::newRow(tag) << header << name;
    };
    row("path", "Content-Disposition: attachment; filename=\"../../etc/passwd\"", QStringLiteral("passwd"));
    row("Windows path", "Content-Disposition: attachment; filename=\"C:\\\\x\\\\y.txt\"",
        QStringLiteral("y.txt"));
    row("name alone", "Content-Type: a/b; name=\"=?utf-8?B?w7wudHh0?=\"", QStringLiteral("ü.txt"));
    row("direction override", "Content-Disposition: x; filename*=utf-8''a%E2%80%AEgpj.exe",
        QStringLiteral("agpj.exe"));
    row("line ends", "Content-Disposition: x; filename*=utf-8''a%0D%0Ab%00c", QStringLiteral("abc"));
    row("dots", "Content-Disposition: x; filename=\"...\"", QStringLiteral("attachment"));
    row("blanks without quotes", "Content-Disposition: attachment; filename=my (1) file.txt",
        QStringLiteral("my (1) file.txt"));
    row("folded pieces", "Content-Disposition: attachment;\r\n filename*0=\"a\";\r\n filename*1=\"b\"",
        QStringLiteral("ab"));
}

void TestMimeParser::fileNames()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QString, name);
    QCOMPARE(Letter(QByteArray(header + "\n\nx")).root.fileName, name);
}

void TestMimeParser::texts_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &type, const QByteArray &body,
                        const QString &text) {
        QTest::newRow(name) << QByteArray("text/plain" + type) << body << text;
    };
    row("UTF-8", "; charset=utf-8", "\xc3\xbc\r\n", QStringLiteral("ü\n"));
    row("Latin-1", "; charset=ISO-8859-1", "\xfc", QStringLiteral("ü"));
    row("no charset, UTF-8", "", "\xc3\xbc", QStringLiteral("ü"));
    row("no charset, Latin-1", "", "\xfc", QStringLiteral("ü"));
    row("wrong label", "; charset=utf-8", "\xfc", QStringLiteral("ü"));
    row("unknown label", "; charset=x-none", "\xfc", QStringLiteral("ü"));
    row("the system's charset is nobody's", "; charset=System", "\xc3\xbc", QStringLiteral("ü"));
    row("UTF-16", "; charset=utf-16le", QByteArray("a\0\xfc\0", 4), QStringLiteral("aü"));
}

void TestMimeParser::texts()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, text);
    Letter read(QByteArray("Content-Type: " + type + "\n\n" + body));
    QCOMPARE(decodedText(read.device, read.root, 1000), text);
}

void TestMimeParser::lettersFromTheWild_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("types");
    QTest::addColumn<QString>("names");
    const auto row = [](const char *file, const QByteArray &types, const QString &names) {
        QTest::newRow(file) << QString(QStringLiteral(PENNYPOST_TEST_DATA "/mime/") %
                                       QString::fromLatin1(file))
                            << types << names;
    };
    row("outlook-names.eml", "multipart/mixed text/plain application/pdf application/pdf",
        QStringLiteral("Angebot für Müller.pdf|sehr langer Name mit Umlauten äöü und noch mehr.pdf"));
    row("torn-words.eml", "text/plain", QString());
    row("unclosed.eml", "multipart/mixed multipart/alternative text/plain text/html image/png",
        QStringLiteral("logo.png"));
}

void TestMimeParser::lettersFromTheWild()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, types);
    QFETCH(const QString, names);
    QFile device(file);
    QVERIFY2(device.open(QIODevice::ReadOnly), qPrintable(file));
    const auto root = parseMime(device);
    QVERIFY(root);
    QByteArrayList foundTypes;
    QStringList foundNames;
    QList<const ReceivedPart *> rest{&*root};
    while (!rest.isEmpty()) {
        const ReceivedPart *part = rest.takeFirst();
        foundTypes.append(part->mimeType);
        if (!part->fileName.isEmpty())
            foundNames.append(part->fileName);
        for (qsizetype i = part->children.size(); i-- > 0;)
            rest.prepend(&part->children[i]);
    }
    QCOMPARE(foundTypes.join(' '), types);
    QCOMPARE(foundNames.join(u'|'), names);
    QCOMPARE(root->field("Subject"), QStringLiteral("Grüße aus Köln – 東京"));
}

QTEST_GUILESS_MAIN(TestMimeParser)
#include "tst_mime_parser.moc"
