// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/HtmlToText.h"

#include <QTest>

using namespace pennypost;

class TestHtmlToText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainFromHtml_data();
    void plainFromHtml();
    void hostileHtmlIsLinear();
    void depth_data();
    void depth();
};

void TestHtmlToText::plainFromHtml_data()
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
    row("a head without its end", QStringLiteral("<html><head><title>t</title><body><p>Hello world</p>"),
        QStringLiteral("Hello world\n"));
    row("signs that begin no tag", QStringLiteral("<p>I <3 you and 1 < 2 but 3 > 2</p>"),
        QStringLiteral("I <3 you and 1 < 2 but 3 > 2\n"));
    row("entities in attributes",
        QStringLiteral("<a href=\"https://x.org/?a=1&amp;b=2\">https://x.org/?a=1&amp;b=2</a>"
                       "<img alt=\"Tom &amp; Jerry\">"),
        QStringLiteral("https://x.org/?a=1&b=2Tom & Jerry\n"));
    row("names of letters", QStringLiteral("F&uuml;r &eacute;&szlig; &lsquo;q&rsquo; &#146; &AMP; &Uuml;"),
        QStringLiteral("Für éß ‘q’ ’ & Ü\n"));
    row("a sign within quotes", QStringLiteral("<a title=\"a>b\" href=\"https://x.org/\">link</a>"),
        QStringLiteral("link <https://x.org/>\n"));
    row("an attribute within another",
        QStringLiteral("<a title=\" href=https://evil.org \" href=\"https://good.org\">t</a>"),
        QStringLiteral("t <https://good.org>\n"));
    row("blanks around the equals sign", QStringLiteral("<a class HREF = 'https://x.org'>t</a>"),
        QStringLiteral("t <https://x.org>\n"));
    row("a quote without an end", QStringLiteral("<a href=\"x>t</a> more"), QStringLiteral("t <x> more\n"));
    row("paragraphs in a list", QStringLiteral("<ul><li><p>one</p></li><li><p>two</p></li></ul>"),
        QStringLiteral("- one\n\n- two\n"));
    row("unfinished", QStringLiteral("<p>a < b <"), QStringLiteral("a < b <\n"));
}

void TestHtmlToText::plainFromHtml()
{
    QFETCH(const QString, html);
    QFETCH(const QString, text);
    QCOMPARE(htmlToText(html), text);
}

void TestHtmlToText::hostileHtmlIsLinear()
{
    for (const char *unit : {"<", ">", "<>", "<a x=\"", "<a x='>", "<a b=c d ", "<li><p>", "&", "<p", "<p>",
                             "<a href=x>", "<!--", "<style>", "<a href", "</a>", " ", "<pre>"})
        QVERIFY(htmlToText(QString::fromLatin1(QByteArray(unit).repeated(200'000))).size() <= 2'000'000);
}

void TestHtmlToText::depth_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<bool>("tooDeep");
    const auto row = [](const char *name, const QString &html, bool tooDeep) {
        QTest::newRow(name) << html << tooDeep;
    };
    row("nothing", {}, false);
    row("many paragraphs that never end", QStringLiteral("<p>a<br><li>b<td>").repeated(5'000), false);
    row("many in a row", QStringLiteral("<div><b>a</b></div><ul><li>x</ul>").repeated(5'000), false);
    row("tables", QStringLiteral("<table><tr><td>").repeated(101), true);
    row("lists", QStringLiteral("<ul><li>").repeated(101), true);
    row("letters of one kind", QStringLiteral("<B><i>").repeated(60), true);
    row("a hundred", QStringLiteral("<div>").repeated(100), false);
    row("ends that nothing began",
        QStringLiteral("</div>").repeated(500) + QStringLiteral("<div>").repeated(101), true);
    row("no tags", QStringLiteral("< a <3 <!-- ").repeated(500), false);
}

void TestHtmlToText::depth()
{
    QFETCH(const QString, html);
    QTEST(nestsTooDeep(html), "tooDeep");
}

QTEST_GUILESS_MAIN(TestHtmlToText)
#include "tst_html_to_text.moc"
