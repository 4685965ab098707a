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
    for (const char *unit :
         {"<", ">", "<>", "&", "<p", "<p>", "<a href=x>", "<!--", "<style>", "<a href", "</a>", " ", "<pre>"})
        QVERIFY(htmlToText(QString::fromLatin1(QByteArray(unit).repeated(200'000))).size() <= 1'600'000);
}

QTEST_GUILESS_MAIN(TestHtmlToText)
#include "tst_html_to_text.moc"
