// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message/MailboxParser.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
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

class TestMailbox : public QObject
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
    void displayParsesBack_data();
    void displayParsesBack();
    void displayOfRandomNamesParsesBack();
    void hostileInputIsLinear_data();
    void hostileInputIsLinear();
    void domains_data();
    void domains();
    void sameAddress_data();
    void sameAddress();
};

void TestMailbox::parses_data()
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

void TestMailbox::parses()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(summary(parseMailboxes(text)), expected);
}

void TestMailbox::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Error>("error");
    const auto row = [](const char *name, const QString &text, Error error) {
        QTest::newRow(name) << text << error;
    };
    row("word", QStringLiteral("alice"), Error::MissingAt);
    row("words", QStringLiteral("alice doe"), Error::MissingAt);
    row("name alone", QStringLiteral("\"Doe, Jane\""), Error::MissingAt);
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

void TestMailbox::refuses()
{
    QFETCH(const QString, text);
    QFETCH(const Error, error);
    const auto entries = parseMailboxes(text);
    QCOMPARE(summary(entries), failed(error));
    QCOMPARE(entries.front().text, text);
    QCOMPARE(summary({parseMailbox(text)}),
             failed(text.contains(u'\n') || text.contains(u'\r') ? Error::ControlCharacter : error));
}

void TestMailbox::marksInPlace()
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

void TestMailbox::exactlyOne_data()
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

void TestMailbox::exactlyOne()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(summary({parseMailbox(text)}), expected);
}

void TestMailbox::displayParsesBack_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("local");
    QTest::addColumn<QString>("display");
    const auto row = [](const char *tag, const QString &name, const QString &local, const QString &display) {
        QTest::newRow(tag) << name << local << display;
    };
    row("no name", {}, QStringLiteral("a"), QStringLiteral("a@b.c"));
    row("plain", QStringLiteral("Jane Doe"), QStringLiteral("a"), QStringLiteral("Jane Doe <a@b.c>"));
    row("comma", QStringLiteral("Doe, Jane"), QStringLiteral("a"), QStringLiteral("\"Doe, Jane\" <a@b.c>"));
    row("quote and backslash", QStringLiteral("a\"b\\c"), QStringLiteral("a"),
        QStringLiteral("\"a\\\"b\\\\c\" <a@b.c>"));
    row("dot", QStringLiteral("J. Doe"), QStringLiteral("a"), QStringLiteral("\"J. Doe\" <a@b.c>"));
    row("double blank", QStringLiteral("a  b"), QStringLiteral("a"), QStringLiteral("\"a  b\" <a@b.c>"));
    row("edge blank", QStringLiteral(" a"), QStringLiteral("a"), QStringLiteral("\" a\" <a@b.c>"));
    row("Unicode", QStringLiteral("Jürgen"), QStringLiteral("a"), QStringLiteral("Jürgen <a@b.c>"));
    row("an address", QStringLiteral("x@y.z"), QStringLiteral("a"), QStringLiteral("\"x@y.z\" <a@b.c>"));
    row("local part with blank", {}, QStringLiteral("a b"), QStringLiteral("\"a b\"@b.c"));
    row("local part with at", {}, QStringLiteral("a@evil x"), QStringLiteral("\"a@evil x\"@b.c"));
    row("local part with dots", {}, QStringLiteral("a..b"), QStringLiteral("\"a..b\"@b.c"));
    row("no-break blank", QStringLiteral("a\u00a0b"), QStringLiteral("a"),
        QStringLiteral("\"a\u00a0b\" <a@b.c>"));
}

void TestMailbox::displayParsesBack()
{
    QFETCH(const QString, name);
    QFETCH(const QString, local);
    QFETCH(const QString, display);
    const Mailbox mailbox{name, local, QStringLiteral("b.c")};
    QCOMPARE(mailbox.display(), display);
    const auto parsed = parseMailbox(display);
    QVERIFY(parsed.mailbox);
    QCOMPARE(*parsed.mailbox, mailbox);
}

void TestMailbox::displayOfRandomNamesParsesBack()
{
    QRandomGenerator random(20261122);
    const QString alphabet = QStringLiteral("aZ9 .,;:<>()[]@\"\\'=?_%üß中🐧\t\u00a0") + QStringLiteral("ע");
    for (int i = 0; i < 20'000; ++i) {
        Mailbox mailbox{{}, {}, QStringLiteral("b.c")};
        for (auto left = random.bounded(12); left > 0; --left)
            mailbox.displayName += alphabet[random.bounded(int(alphabet.size()))];
        for (auto left = 1 + random.bounded(6); left > 0; --left)
            mailbox.localPart += QStringLiteral("aZ9 .,;:<>()[]@\"\\'=?_%ü")[random.bounded(22)];

        if (QString::fromUtf8(mailbox.displayName.toUtf8()) != mailbox.displayName)
            continue;
        const auto list = parseMailboxes(QString(mailbox.display() % u", " % mailbox.display()));
        QCOMPARE(list.size(), 2);
        QVERIFY2(list[0].mailbox && *list[0].mailbox == mailbox, qPrintable(mailbox.display()));
        QVERIFY2(list[1].mailbox && *list[1].mailbox == mailbox, qPrintable(mailbox.display()));
    }
}

void TestMailbox::hostileInputIsLinear_data()
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

void TestMailbox::hostileInputIsLinear()
{
    QFETCH(const QString, unit);
    QFETCH(const int, times);
    const QString text = unit.repeated(times);
    QElapsedTimer timer;
    timer.start();
    const auto entries = parseMailboxes(text);
    // Linear takes a fraction of a second even with sanitizers on; quadratic would take minutes.
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    for (const ParsedMailbox &entry : entries)
        QVERIFY(entry.start >= 0 && entry.length > 0 && entry.start + entry.length <= text.size());
}

void TestMailbox::domains_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("ascii");
    const auto row = [](const char *name, const QString &domain, const QString &ascii) {
        QTest::newRow(name) << domain << ascii;
    };
    row("empty", {}, {});
    row("lower case", QStringLiteral("Example.ORG"), QStringLiteral("example.org"));
    row("IDN", QStringLiteral("Bücher.example"), QStringLiteral("xn--bcher-kva.example"));
    row("sharp s is a letter", QStringLiteral("straße.de"), QStringLiteral("xn--strae-oqa.de"));
    row("ideographic stops", QStringLiteral("例え。テスト"), QStringLiteral("xn--r8jz45g.xn--zckzah"));
    row("IPv4", QStringLiteral("[192.0.2.1]"), QStringLiteral("[192.0.2.1]"));
    row("IPv6", QStringLiteral("[IPv6:::1]"), QStringLiteral("[IPv6:::1]"));
    row("bad literal", QStringLiteral("[x\r\ny]"), {});
    row("line end", QStringLiteral("a\r\n.b"), {});
    row("blank", QStringLiteral("a b.c"), {});
    row("angle", QStringLiteral("a>.b"), {});
    row("trailing dot", QStringLiteral("a.b."), {});
    row("underscore beside IDN", QStringLiteral("a_b.ü"), {});
    row("characters that truncate to line ends", QStringLiteral("a\u010d\u560a.b"),
        asciiDomain(QStringLiteral("a\u010d\u560a.b")));
    row("long", QString(QStringLiteral("abcdefghi.").repeated(26) % u'a'), {});
}

void TestMailbox::domains()
{
    QFETCH(const QString, domain);
    QFETCH(const QString, ascii);
    QCOMPARE(asciiDomain(domain), ascii);
    for (const QChar c : ascii)
        QVERIFY(c.unicode() > 0x20 && c.unicode() < 0x7f);
}

void TestMailbox::sameAddress_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("equal") << QStringLiteral("a@b.c") << QStringLiteral("a@b.c") << true;
    QTest::newRow("domain's case") << QStringLiteral("a@b.c") << QStringLiteral("a@B.C") << true;
    QTest::newRow("local part's case") << QStringLiteral("a@b.c") << QStringLiteral("A@b.c") << false;
    QTest::newRow("names") << QStringLiteral("X <a@b.c>") << QStringLiteral("\"Y\" <a@b.c>") << true;
    QTest::newRow("IDNA forms") << QStringLiteral("a@BÜCHER.de") << QStringLiteral("a@xn--bcher-kva.de")
                                << true;
    QTest::newRow("quotes") << QStringLiteral("\"a\"@b.c") << QStringLiteral("a@b.c") << true;
    QTest::newRow("other domain") << QStringLiteral("a@b.c") << QStringLiteral("a@b.d") << false;
    QTest::newRow("literal") << QStringLiteral("a@[IPv6:::A]") << QStringLiteral("a@[ipv6:::a]") << true;
    QTest::newRow("sharp s") << QStringLiteral("a@straße.de") << QStringLiteral("a@strasse.de") << false;
}

void TestMailbox::sameAddress()
{
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    QFETCH(const bool, same);
    const auto first = parseMailbox(one).mailbox;
    const auto second = parseMailbox(other).mailbox;
    QVERIFY(first && second);
    QCOMPARE(first->sameAddress(*second), same);
    QCOMPARE(second->sameAddress(*first), same);
}

QTEST_GUILESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
