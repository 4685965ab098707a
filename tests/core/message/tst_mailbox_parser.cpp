// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message/MailboxParser.h"

#include <QTest>

using namespace pennypost;

using Error = MailboxError;
Q_DECLARE_METATYPE(pennypost::MailboxError)

namespace {

/// "name|local|domain" or "!error number" for each entry, one string that a row can hold.
QString summary(const QList<ParsedMailbox> &entries)
{
    QStringList parts;
    for (const ParsedMailbox &entry : entries) {
        if (entry.mailbox)
            parts.append(QString(entry.mailbox->displayName % u'|' % entry.mailbox->localPart % u'|' %
                                 entry.mailbox->domain));
        else
            parts.append(QString(u'!' % QString::number(int(entry.error))));
    }
    return parts.join(QStringLiteral(" ; "));
}

QString failed(Error error)
{
    return QString(u'!' % QString::number(int(error)));
}

} // namespace

class TestMailboxParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void marksInPlace();
    void exactlyOne_data();
    void exactlyOne();
    void hostileInputIsLinear_data();
    void hostileInputIsLinear();
};

void TestMailboxParser::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("nothing", {}, {});
    row("blanks", QStringLiteral(" \t "), {});
    row("separators alone", QStringLiteral(",; ,,\r\n;"), {});
    row("bare", QStringLiteral("alice@example.org"), QStringLiteral("|alice|example.org"));
    row("case kept", QStringLiteral("Alice@Example.ORG"), QStringLiteral("|Alice|Example.ORG"));
    row("angle", QStringLiteral("<alice@example.org>"), QStringLiteral("|alice|example.org"));
    row("name", QStringLiteral("Alice Doe <a@b.c>"), QStringLiteral("Alice Doe|a|b.c"));
    row("no blank before angle", QStringLiteral("Alice<a@b.c>"), QStringLiteral("Alice|a|b.c"));
    row("quoted name with comma", QStringLiteral("\"Doe, Jane\" <j@x.y>"), QStringLiteral("Doe, Jane|j|x.y"));
    row("escapes in name", QStringLiteral("\"a \\\"b\\\" \\\\ c\" <j@x.y>"),
        QStringLiteral("a \"b\" \\ c|j|x.y"));
    row("blanks in quotes kept", QStringLiteral("\"  a  b \" <j@x.y>"), QStringLiteral("  a  b |j|x.y"));
    row("blanks between words fold", QStringLiteral("a   b\t c <j@x.y>"), QStringLiteral("a b c|j|x.y"));
    row("dots in name", QStringLiteral("John Q. Public <j@x.y>"), QStringLiteral("John Q. Public|j|x.y"));
    row("mixed words", QStringLiteral("J. \"Q, R\" Doe <j@x.y>"), QStringLiteral("J. Q, R Doe|j|x.y"));
    row("Unicode name", QStringLiteral("Jürgen Müller 🐧 <j@x.y>"), QStringLiteral("Jürgen Müller 🐧|j|x.y"));
    row("right to left name", QStringLiteral("محمد علي <m@x.y>"), QStringLiteral("محمد علي|m|x.y"));
    row("address as its own name", QStringLiteral("a@b.c <a@b.c>"), QStringLiteral("a@b.c|a|b.c"));
    row("other address as name: the angle counts", QStringLiteral("good@bank.com <evil@x.y>"),
        QStringLiteral("good@bank.com|evil|x.y"));
    row("encoded-word stays as typed", QStringLiteral("=?utf-8?Q?a=40b=2Ec?= <j@x.y>"),
        QStringLiteral("=?utf-8?Q?a=40b=2Ec?=|j|x.y"));
    row("bracketed tag in name", QStringLiteral("Bob [Sales, EU] <b@x.y>"),
        QStringLiteral("Bob [Sales, EU]|b|x.y"));
    row("apostrophe", QStringLiteral("Conan O'Brien <o'brien@x.y>"),
        QStringLiteral("Conan O'Brien|o'brien|x.y"));
    row("comment as name", QStringLiteral("a@b.c (Jane Doe)"), QStringLiteral("Jane Doe|a|b.c"));
    row("comment with escape", QStringLiteral("a@b.c (Jane \\) Doe)"), QStringLiteral("Jane ) Doe|a|b.c"));
    row("nested comment as name", QStringLiteral("a@b.c (Jane (the boss) Doe)"),
        QStringLiteral("Jane (the boss) Doe|a|b.c"));
    row("comments ignored beside a name",
        QStringLiteral("Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>"),
        QStringLiteral("Pete|pete|silly.test"));
    row("comment with comma", QStringLiteral("a@b.c (x, y), d@e.f"), QStringLiteral("x, y|a|b.c ; |d|e.f"));
    row("comment within the address", QStringLiteral("pete(account)@(host)silly.test"),
        QStringLiteral("|pete|silly.test"));
    row("comment behind angle", QStringLiteral("<a@b.c> (Jane)"), QStringLiteral("Jane|a|b.c"));
    row("quoted local part", QStringLiteral("\"a b\"@c.d"), QStringLiteral("|a b|c.d"));
    row("at sign in local part", QStringLiteral("\"a@evil x\"@good.org"),
        QStringLiteral("|a@evil x|good.org"));
    row("comma in local part", QStringLiteral("\"a,b\"@c.d, e@f.g"), QStringLiteral("|a,b|c.d ; |e|f.g"));
    row("angle in local part", QStringLiteral("<\"a>b\"@c.d>"), QStringLiteral("|a>b|c.d"));
    row("needless quotes go", QStringLiteral("\"alice\"@c.d"), QStringLiteral("|alice|c.d"));
    row("empty quoted name", QStringLiteral("\"\" <a@b.c>"), QStringLiteral("|a|b.c"));
    row("obsolete local part", QStringLiteral("a.\"b\".c@d.e"), QStringLiteral("|a.b.c|d.e"));
    row("blanks around dots", QStringLiteral("a . b @ c . d"), QStringLiteral("|a.b|c.d"));
    row("every atext", QStringLiteral("!#$%&'*+-/=?^_`{|}~0aZ@x.y"),
        QStringLiteral("|!#$%&'*+-/=?^_`{|}~0aZ|x.y"));
    row("plus tag", QStringLiteral("a+tag@x.y"), QStringLiteral("|a+tag|x.y"));
    row("no top level domain", QStringLiteral("root@localhost"), QStringLiteral("|root|localhost"));
    row("IDN", QStringLiteral("info@bücher.example"), QStringLiteral("|info|bücher.example"));
    row("Unicode local part", QStringLiteral("用户@例え.テスト"), QStringLiteral("|用户|例え.テスト"));
    row("punycode", QStringLiteral("a@xn--bcher-kva.example"), QStringLiteral("|a|xn--bcher-kva.example"));
    row("IPv4 literal", QStringLiteral("a@[192.0.2.1]"), QStringLiteral("|a|[192.0.2.1]"));
    row("IPv6 literal", QStringLiteral("a@[IPv6:2001:db8::1]"), QStringLiteral("|a|[IPv6:2001:db8::1]"));
    row("IPv6 with IPv4", QStringLiteral("a@[ipv6:::ffff:192.0.2.1]"),
        QStringLiteral("|a|[ipv6:::ffff:192.0.2.1]"));
    row("route", QStringLiteral("<@one.test,@two.test:joe@end.test>"), QStringLiteral("|joe|end.test"));
    row("named route", QStringLiteral("Joe <@one.test : joe@end.test>, x@y.z"),
        QStringLiteral("Joe|joe|end.test ; |x|y.z"));
    row("commas", QStringLiteral("a@b.c, d@e.f ,g@h.i"), QStringLiteral("|a|b.c ; |d|e.f ; |g|h.i"));
    row("semicolons", QStringLiteral("a@b.c; d@e.f;"), QStringLiteral("|a|b.c ; |d|e.f"));
    row("lines", QStringLiteral("a@b.c\nd@e.f\r\nG <g@h.i>\r"), QStringLiteral("|a|b.c ; |d|e.f ; G|g|h.i"));
    row("empty entries", QStringLiteral(",a@b.c,,;d@e.f,"), QStringLiteral("|a|b.c ; |d|e.f"));
    row("group", QStringLiteral("Friends: a@b.c, D <d@e.f>;"), QStringLiteral("|a|b.c ; D|d|e.f"));
    row("group and others", QStringLiteral("x@y.z, \"My, friends\": a@b.c;, g@h.i"),
        QStringLiteral("|x|y.z ; |a|b.c ; |g|h.i"));
    row("empty group", QStringLiteral("undisclosed-recipients:;"), {});
    row("open group", QStringLiteral("Team: a@b.c, d@e.f"), QStringLiteral("|a|b.c ; |d|e.f"));
    row("header line", QStringLiteral("To: a@b.c\nCc: d@e.f"), QStringLiteral("|a|b.c ; |d|e.f"));
    row("mailto", QStringLiteral("mailto:a@b.c"), QStringLiteral("|a|b.c"));
    row("no-break blanks from a web page", QStringLiteral("\u00a0Jane\u00a0Doe <j@x.y>\u3000"),
        QStringLiteral("Jane Doe|j|x.y"));
    row("one wrong among good", QStringLiteral("a@b.c, bob, d@e.f"),
        QStringLiteral("|a|b.c ; ") % failed(Error::MissingAt) % QStringLiteral(" ; |d|e.f"));
    row("local part of 64", QString(QString(64, u'a') % u"@b.c"),
        QString(u'|' % QString(64, u'a') % u"|b.c"));
}

void TestMailboxParser::parses()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(summary(parseMailboxes(text)), expected);
}

void TestMailboxParser::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Error>("error");
    const auto row = [](const char *name, const QString &text, Error error) {
        QTest::newRow(name) << text << error;
    };
    row("word", QStringLiteral("alice"), Error::MissingAt);
    row("words", QStringLiteral("alice doe"), Error::MissingAt);
    row("name alone", QStringLiteral("\"Doe, Jane\""), Error::MissingAt);
    row("at in a comment", QStringLiteral("Jane (jane@b.c)"), Error::HiddenAt);
    row("at in quotes", QStringLiteral("\"jane@b.c\""), Error::HiddenAt);
    row("at in brackets", QStringLiteral("jane [jane@b.c]"), Error::HiddenAt);
    row("at in a comment within angles", QStringLiteral("<(jane@b.c) jane>"), Error::HiddenAt);
    row("comment with an at alone", QStringLiteral("(jane@b.c)"), Error::HiddenAt);
    row("angle without at", QStringLiteral("Jane <jane>"), Error::MissingAt);
    row("empty angle", QStringLiteral("Jane <>"), Error::Empty);
    row("comment alone", QStringLiteral("(Jane)"), Error::Empty);
    row("no local part", QStringLiteral("@example.org"), Error::MissingLocalPart);
    row("empty quotes", QStringLiteral("\"\"@b.c"), Error::MissingLocalPart);
    row("no domain", QStringLiteral("alice@"), Error::MissingDomain);
    row("no domain in angle", QStringLiteral("<alice@>"), Error::MissingDomain);
    row("leading dot", QStringLiteral(".a@b.c"), Error::BadDot);
    row("trailing dot", QStringLiteral("a.@b.c"), Error::BadDot);
    row("double dot", QStringLiteral("a..b@c.d"), Error::BadDot);
    row("dot before domain", QStringLiteral("a@.b.c"), Error::BadDot);
    row("dot behind domain", QStringLiteral("a@b.c."), Error::BadDot);
    row("double dot in domain", QStringLiteral("a@b..c"), Error::BadDot);
    row("blank in local part", QStringLiteral("a b@c.d"), Error::BadLocalPart);
    row("quotes in the middle", QStringLiteral("a\"b\"c@d.e"), Error::BadLocalPart);
    row("backslash", QStringLiteral("a\\b@c.d"), Error::BadLocalPart);
    row("an encoded word", QStringLiteral("=?utf-8?q?a=40evil.example=2C?=@c.d"), Error::BadLocalPart);
    row("an encoded word in quotes", QStringLiteral("\"=?utf-8?q?a=40evil.example?=\"@c.d"),
        Error::BadLocalPart);
    row("parenthesis", QStringLiteral("a)b@c.d"), Error::BadLocalPart);
    row("zero width blank", QStringLiteral("a\u200bb@c.d"), Error::BadLocalPart);
    row("direction override", QStringLiteral("a\u202eb@c.d"), Error::BadLocalPart);
    row("tab in quoted local part", QStringLiteral("\"a\tb\"@c.d"), Error::BadLocalPart);
    row("two at signs", QStringLiteral("a@b@c.d"), Error::BadDomain);
    row("underscore", QStringLiteral("a@b_c.d"), Error::BadDomain);
    row("hyphen first", QStringLiteral("a@-b.c"), Error::BadDomain);
    row("hyphen last", QStringLiteral("a@b-.c"), Error::BadDomain);
    row("hyphen at an IDN", QStringLiteral("a@-ü.c"), Error::BadDomain);
    row("label of 64", QString(u"a@" % QString(64, u'b') % u".c"), Error::BadDomain);
    row("IDN that has no form", QStringLiteral("a@\u202eü.c"), Error::BadDomain);
    row("emoji joiner trick", QStringLiteral("a@ü\u200e.c"), Error::BadDomain);
    row("address without brackets", QStringLiteral("a@192.0.2.1"), Error::BadDomain);
    row("slash in domain", QStringLiteral("a@b.c/d"), Error::BadDomain);
    row("quoted domain", QStringLiteral("a@\"b.c\""), Error::BadDomain);
    row("literal of a name", QStringLiteral("a@[b.c]"), Error::BadLiteral);
    row("literal over 255", QStringLiteral("a@[192.0.2.256]"), Error::BadLiteral);
    row("short literal", QStringLiteral("a@[127.1]"), Error::BadLiteral);
    row("IPv6 without tag", QStringLiteral("a@[2001:db8::1]"), Error::BadLiteral);
    row("IPv6 with zone", QStringLiteral("a@[IPv6:fe80::1%eth0]"), Error::BadLiteral);
    row("empty literal", QStringLiteral("a@[]"), Error::BadLiteral);
    row("open literal", QStringLiteral("a@[192.0.2.1"), Error::BadLiteral);
    row("literal and more", QStringLiteral("a@[192.0.2.1] b"), Error::TextAfterAddress);
    row("open quote", QStringLiteral("\"Doe, Jane <j@x.y>"), Error::UnclosedQuote);
    row("quote open by escape", QStringLiteral("\"Doe\\\" <j@x.y>"), Error::UnclosedQuote);
    row("open comment", QStringLiteral("a@b.c (Jane"), Error::UnclosedComment);
    row("open angle", QStringLiteral("Jane <j@x.y"), Error::UnclosedAngle);
    row("text behind", QStringLiteral("<a@b.c> rest"), Error::TextAfterAddress);
    row("second address", QStringLiteral("<a@b.c> <d@e.f>"), Error::TextAfterAddress);
    row("word behind", QStringLiteral("a@b.c rest"), Error::TextAfterAddress);
    row("angle in name", QStringLiteral("a>b <c@d.e>"), Error::BadLocalPart);
    row("colon behind at", QStringLiteral("a@b: c@d.e"), Error::BadDomain);
    row("NUL", QStringLiteral("a") % QChar(0) % QStringLiteral("b@c.d"), Error::ControlCharacter);
    row("NUL in name", QStringLiteral("\"good@x.y") % QChar(0) % QStringLiteral("\" <evil@x.y>"),
        Error::ControlCharacter);
    row("CR LF in quoted local part", QStringLiteral("\"a\r\nRCPT TO:<x>\"@d.e"), Error::ControlCharacter);
    row("LF in quoted name", QStringLiteral("\"a\nBcc: x@y.z\" <j@x.y>"), Error::ControlCharacter);
    row("CR in comment", QStringLiteral("a@b.c (x\ry)"), Error::ControlCharacter);
    row("LF in angle", QStringLiteral("<a@b.c\n>"), Error::ControlCharacter);
    row("escaped LF", QStringLiteral("\"a\\\nb\" <j@x.y>"), Error::ControlCharacter);
    row("LF in literal", QStringLiteral("a@[192.0.2.1\n]"), Error::ControlCharacter);
    row("escape character", QStringLiteral("\u001b[31ma@b.c"), Error::ControlCharacter);
    row("DEL", QStringLiteral("a\u007f@b.c"), Error::ControlCharacter);
    row("C1", QStringLiteral("a\u0085@b.c"), Error::ControlCharacter);
    row("line separator in name", QStringLiteral("\"a\u2028b\" <j@x.y>"), Error::ControlCharacter);
    row("half a pair", QStringLiteral("a") % QChar(0xd83d) % QStringLiteral("@b.c"), Error::ControlCharacter);
    row("half a pair in quotes", QStringLiteral("\"") % QChar(0xdc27) % QStringLiteral("\" <a@b.c>"),
        Error::ControlCharacter);
    row("local part of 65", QString(QString(65, u'a') % u"@b.c"), Error::TooLong);
    row("65 octets of UTF-8", QString(QString(33, u'ü') % u"@b.c"), Error::TooLong);
    const QString label = QString(60, u'b') % u'.';
    row("address of 255", QString(u"aaaaaaaaaaaaaa@" % label % label % label % QString(57, u'c')),
        Error::TooLong);
    row("address of 2,000", QString(u"a@" % label.repeated(33) % u'c'), Error::BadDomain);
    row("deep comment", QString(QString(40, u'(') % QString(40, u')') % u"a@b.c"), Error::TooDeep);
    row("deep open comment", QString(40, u'('), Error::TooDeep);
    row("thousands of words", QString(QStringLiteral("a ").repeated(5000) % u"<a@b.c>"), Error::TooLong);
}

void TestMailboxParser::refuses()
{
    QFETCH(const QString, text);
    QFETCH(const Error, error);
    const auto entries = parseMailboxes(text);
    QCOMPARE(summary(entries), failed(error));
    QCOMPARE(entries.front().text, text);
    QCOMPARE(summary({parseMailbox(text)}),
             failed(text.contains(u'\n') || text.contains(u'\r') ? Error::ControlCharacter : error));
}

void TestMailboxParser::marksInPlace()
{
    const QString text = QStringLiteral("  \"Doe, Jane\" <jane@example.org> ,bob ;Team: (x) c@d.e  , <f@>\n");
    const auto entries = parseMailboxes(text);
    QCOMPARE(entries.size(), 4);
    const QStringList expected{QStringLiteral("\"Doe, Jane\" <jane@example.org>"), QStringLiteral("bob"),
                               QStringLiteral("(x) c@d.e"), QStringLiteral("<f@>")};
    for (qsizetype i = 0; i < entries.size(); ++i) {
        QCOMPARE(entries[i].text, expected[i]);
        QCOMPARE(text.mid(entries[i].start, entries[i].length), expected[i]);
    }
}

void TestMailboxParser::exactlyOne_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("one") << QStringLiteral(" Jane <j@x.y> ") << QStringLiteral("Jane|j|x.y");
    QTest::newRow("none") << QString() << failed(Error::Empty);
    QTest::newRow("blanks") << QStringLiteral("  ") << failed(Error::Empty);
    QTest::newRow("two") << QStringLiteral("a@b.c, d@e.f") << failed(Error::TextAfterAddress);
    QTest::newRow("second wrong") << QStringLiteral("a@b.c, d") << failed(Error::MissingAt);
    QTest::newRow("line end behind") << QStringLiteral("a@b.c\n") << failed(Error::ControlCharacter);
    QTest::newRow("second line") << QStringLiteral("a@b.c\r\nBcc: d@e.f") << failed(Error::ControlCharacter);
}

void TestMailboxParser::exactlyOne()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(summary({parseMailbox(text)}), expected);
}

void TestMailboxParser::hostileInputIsLinear_data()
{
    QTest::addColumn<QString>("unit");
    QTest::addColumn<int>("times");
    QTest::newRow("100,000 nestings") << QStringLiteral("(") << 100'000;
    QTest::newRow("1 MB of ((") << QStringLiteral("((") << 500'000;
    QTest::newRow("1 MB of ()") << QStringLiteral("()") << 500'000;
    QTest::newRow("groups in groups") << QStringLiteral("a:") << 500'000;
    QTest::newRow("colons") << QStringLiteral(":") << 1'000'000;
    QTest::newRow("colons behind an address") << QStringLiteral("a@b:") << 250'000;
    QTest::newRow("commas") << QStringLiteral(",") << 1'000'000;
    QTest::newRow("dots") << QStringLiteral(".") << 1'000'000;
    QTest::newRow("at signs") << QStringLiteral("@") << 1'000'000;
    QTest::newRow("angles") << QStringLiteral("<") << 1'000'000;
    QTest::newRow("angle pairs") << QStringLiteral("<>") << 500'000;
    QTest::newRow("brackets") << QStringLiteral("[") << 1'000'000;
    QTest::newRow("quotes") << QStringLiteral("\"") << 1'000'000;
    QTest::newRow("escapes") << QStringLiteral("\"\\") << 500'000;
    QTest::newRow("one atom") << QStringLiteral("a") << 1'000'000;
    QTest::newRow("addresses") << QStringLiteral("a@b.c,") << 170'000;
    QTest::newRow("routes") << QStringLiteral("<@a,") << 250'000;
    QTest::newRow("NULs") << QString(QChar(0)) << 1'000'000;
    QTest::newRow("blanks") << QStringLiteral(" ") << 1'000'000;
    QTest::newRow("words") << QStringLiteral("a ") << 500'000;
}

/// Seconds, with sanitizers on a slow machine too; were it quadratic, the run would be ended by its time
/// limit.
void TestMailboxParser::hostileInputIsLinear()
{
    QFETCH(const QString, unit);
    QFETCH(const int, times);
    const QString text = unit.repeated(times);
    const auto entries = parseMailboxes(text);
    for (const ParsedMailbox &entry : entries)
        QVERIFY(entry.start >= 0 && entry.length > 0 && entry.start + entry.length <= text.size());
}

QTEST_GUILESS_MAIN(TestMailboxParser)
#include "tst_mailbox_parser.moc"
