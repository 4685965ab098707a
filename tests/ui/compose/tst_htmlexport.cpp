// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/HtmlExport.h"
#include "ui/compose/HtmlImport.h"

#include <QRegularExpression>
#include <QTest>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextList>

using namespace pennypost;

namespace {

QString inBody(const QString &html)
{
    return u"<html><body>\n" + html + u"</body></html>\n";
}

/// The lines between the body's tags, joined, for readable rows.
QString bodyOf(const QString &html)
{
    QString body = html;
    body.remove(QLatin1StringView("<html><body>\n")).remove(QLatin1StringView("</body></html>\n"));
    return body;
}

} // namespace

class TestHtmlExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesBecomeParagraphs_data();
    void linesBecomeParagraphs();
    void roundTrip_data();
    void roundTrip();
    void foreign_data();
    void foreign();
    void links_data();
    void links();
    void plain_data();
    void plain();
    void formattingToLose_data();
    void formattingToLose();
    void nothingButTheFewElements();
    void controlsGo();
    void loadsNothing();
};

void TestHtmlExport::linesBecomeParagraphs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("html");
    const QString empty = QStringLiteral("<p><br></p>\n");
    QTest::newRow("nothing") << u""_qs << empty;
    QTest::newRow("a line") << u"Hello"_qs << u"<p>Hello</p>\n"_qs;
    QTest::newRow("two lines") << u"a\nb"_qs << u"<p>a<br>\nb</p>\n"_qs;
    QTest::newRow("a gap") << u"a\n\nb"_qs << u"<p>a</p>\n<p>b</p>\n"_qs;
    QTest::newRow("a wide gap") << u"a\n\n\nb"_qs << u"<p>a</p>\n"_qs + empty + u"<p>b</p>\n"_qs;
    QTest::newRow("empty first") << u"\na"_qs << empty + u"<p>a</p>\n"_qs;
    QTest::newRow("empty last") << u"a\n"_qs << u"<p>a</p>\n"_qs + empty;
    QTest::newRow("two empty last") << u"a\n\n"_qs << u"<p>a</p>\n"_qs + empty + empty;
    QTest::newRow("escaped") << u"<b>&\"x\"</b>"_qs << u"<p>&lt;b&gt;&amp;&quot;x&quot;&lt;/b&gt;</p>\n"_qs;
    QTest::newRow("a break typed out") << u"<br>"_qs << u"<p>&lt;br&gt;</p>\n"_qs;
    QTest::newRow("an entity typed out") << u"&nbsp;"_qs << u"<p>&amp;nbsp;</p>\n"_qs;
    QTest::newRow("indented") << u"  a"_qs << u"<p>\u00a0\u00a0a</p>\n"_qs;
    QTest::newRow("two blanks") << u"a  b"_qs << u"<p>a\u00a0 b</p>\n"_qs;
    QTest::newRow("French") << u"Bonjour\u00a0!"_qs << u"<p>Bonjour\u00a0!</p>\n"_qs;
    QTest::newRow("emoji") << u"\U0001F98A"_qs << u"<p>\U0001F98A</p>\n"_qs;
    QTest::newRow("Arabic") << u"مرحبا"_qs << u"<p dir=\"rtl\">مرحبا</p>\n"_qs;
}

void TestHtmlExport::linesBecomeParagraphs()
{
    QFETCH(QString, text);
    QFETCH(QString, html);
    QTextDocument document;
    importPlainText(text, document);
    QCOMPARE(bodyOf(exportHtml(document)), html);
    QCOMPARE(exportPlainText(document), text);

    QTextDocument again;
    importHtml(inBody(html), again);
    QCOMPARE(exportPlainText(again), text);
}

void TestHtmlExport::roundTrip_data()
{
    QTest::addColumn<QString>("html");
    QTest::newRow("marks")
        << u"<p>a <strong>b</strong> <em>c</em> <u>d</u> <strong><em><u>e</u></em></strong></p>\n"_qs;
    QTest::newRow("link") << u"<p>see <a href=\"https://example.org/?a=1&amp;b=%22\">this</a>.</p>\n"_qs;
    QTest::newRow("strong link") << u"<p><a href=\"mailto:a@example.org\"><strong>a</strong></a></p>\n"_qs;
    QTest::newRow("list") << u"<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"_qs;
    QTest::newRow("numbers") << u"<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"_qs;
    QTest::newRow("empty item") << u"<ul>\n<li>a</li>\n<li></li>\n</ul>\n"_qs;
    QTest::newRow("nested")
        << u"<ul>\n<li>a<ol>\n<li>b</li>\n<li>c</li>\n</ol>\n</li>\n<li>d</li>\n</ul>\n"_qs;
    QTest::newRow("nested marks")
        << u"<ul>\n<li><strong>a</strong><ul>\n<li><em>b</em></li>\n</ul>\n</li>\n</ul>\n"_qs;
    QTest::newRow("two lists") << u"<ul>\n<li>a</li>\n</ul>\n<ol>\n<li>b</li>\n</ol>\n"_qs;
    QTest::newRow("list between text") << u"<p>a</p>\n<ul>\n<li>b</li>\n</ul>\n<p>c</p>\n"_qs;
    QTest::newRow("gap before a list") << u"<p>a</p>\n<p><br></p>\n<ul>\n<li>b</li>\n</ul>\n"_qs;
    QTest::newRow("quotation")
        << u"<blockquote type=\"cite\">\n<p>a<br>\nb</p>\n<p>c</p>\n</blockquote>\n"_qs;
    QTest::newRow("quotation in one")
        << u"<blockquote type=\"cite\">\n<blockquote type=\"cite\">\n<p>a</p>\n</blockquote>\n<p>b</p>\n</blockquote>\n<p>c</p>\n"_qs;
    QTest::newRow("list in a quotation")
        << u"<blockquote type=\"cite\">\n<ul>\n<li>a</li>\n</ul>\n</blockquote>\n<p>b</p>\n"_qs;
    QTest::newRow("gap in a quotation")
        << u"<blockquote type=\"cite\">\n<p>a</p>\n<p><br></p>\n<p>b</p>\n</blockquote>\n"_qs;
    QTest::newRow("headings") << u"<h1>a</h1>\n<h2>b <em>c</em></h2>\n<h6>d</h6>\n<p>e</p>\n"_qs;
    QTest::newRow("empty heading") << u"<h2><br></h2>\n<p>e</p>\n"_qs;
    QTest::newRow("break in an item") << u"<ul>\n<li>a<br>b</li>\n</ul>\n"_qs;
    QTest::newRow("blanks across marks") << u"<p>a\u00a0<strong> b</strong></p>\n"_qs;
    QTest::newRow("right to left")
        << u"<ul>\n<li dir=\"rtl\">مرحبا</li>\n</ul>\n<p dir=\"rtl\">سلام <strong>x</strong></p>\n"_qs;
}

void TestHtmlExport::roundTrip()
{
    QFETCH(QString, html);
    QTextDocument document;
    importHtml(inBody(html), document);
    QCOMPARE(bodyOf(exportHtml(document)), html);
    QTextDocument again;
    importHtml(exportHtml(document), again);
    QCOMPARE(bodyOf(exportHtml(again)), html);
}

void TestHtmlExport::foreign_data()
{
    QTest::addColumn<QString>("foreign");
    QTest::addColumn<QString>("html");
    QTest::newRow("fonts and colours")
        << u"<p style='font-family:Comic Sans MS;color:red;font-size:30pt'>a <span style='font-weight:700'>b</span></p>"_qs
        << u"<p>a <strong>b</strong></p>\n"_qs;
    QTest::newRow("paragraphs") << u"<p>a</p><p>b</p>"_qs << u"<p>a</p>\n<p>b</p>\n"_qs;
    QTest::newRow("divs") << u"<div>a</div><div>b</div>"_qs << u"<p>a<br>\nb</p>\n"_qs;
    QTest::newRow("script") << u"<p>a<script>alert(1)</script></p>"_qs << u"<p>a</p>\n"_qs;
    QTest::newRow("script link") << u"<a href='javascript:alert(1)'>a</a>"_qs << u"<p>a</p>\n"_qs;
    QTest::newRow("data link") << u"<a href='data:text/html,x'>a</a>"_qs << u"<p>a</p>\n"_qs;
    QTest::newRow("file link") << u"<a href='file:///etc/passwd'>a</a>"_qs << u"<p>a</p>\n"_qs;
    QTest::newRow("picture") << u"<p>a<img src='file:///etc/passwd'>b</p>"_qs << u"<p>ab</p>\n"_qs;
    QTest::newRow("handler") << u"<p onclick='x()'>a</p>"_qs << u"<p>a</p>\n"_qs;
    QTest::newRow("list") << u"<ul><li>a<li><b>b</b></ul>"_qs
                          << u"<ul>\n<li>a</li>\n<li><strong>b</strong></li>\n</ul>\n"_qs;
    QTest::newRow("quotation") << u"<blockquote>a</blockquote>"_qs
                               << u"<blockquote type=\"cite\">\n<p>a</p>\n</blockquote>\n"_qs;
    const QString deep = u"<blockquote type=\"cite\">\n"_qs.repeated(20);
    for (const char *margin : {"1e30px", "9000000000px", "400000000px"})
        QTest::newRow(margin) << u"<p style='margin-left:%1'>x</p>"_qs.arg(QLatin1StringView(margin))
                              << QString(deep + u"<p>x</p>\n" + u"</blockquote>\n"_qs.repeated(20));
    QTest::newRow("negative margin") << u"<p style='margin-left:-500px'>x</p>"_qs << u"<p>x</p>\n"_qs;
    // What nests beyond reason is taken for its text, at once.
    QTest::newRow("tables in tables")
        << QString(u"<table><tr><td>"_qs.repeated(20'000) + u"x") << u"<p>x</p>\n"_qs;
    QTest::newRow("lists in lists") << QString(u"<b><i>"_qs.repeated(20'000) + u"x") << u"<p>x</p>\n"_qs;
    QTest::newRow("heading") << u"<h3>a</h3>"_qs << u"<h3>a</h3>\n"_qs;
    QTest::newRow("broken") << u"<p><b>a</p><i>b"_qs << u"<p><strong>a</strong></p>\n<p><em>b</em></p>\n"_qs;
}

void TestHtmlExport::foreign()
{
    QFETCH(QString, foreign);
    QFETCH(QString, html);
    QCOMPARE(bodyOf(leanHtml(foreign)), html);
    // What came in is stable from then on.
    QTextDocument document;
    importHtml(leanHtml(foreign), document);
    QCOMPARE(bodyOf(exportHtml(document)), html);
}

void TestHtmlExport::links_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("harmless");
    QTest::newRow("https") << u"https://example.org/x?y#z"_qs << true;
    QTest::newRow("http") << u"HTTP://example.org"_qs << true;
    QTest::newRow("mailto") << u"mailto:a@example.org"_qs << true;
    QTest::newRow("tel") << u"tel:+4930123"_qs << true;
    QTest::newRow("script") << u"javascript:alert(1)"_qs << false;
    QTest::newRow("script with blank") << u" javascript:alert(1)"_qs << false;
    QTest::newRow("data") << u"data:text/html,x"_qs << false;
    QTest::newRow("file") << u"file:///etc/passwd"_qs << false;
    QTest::newRow("relative") << u"../x"_qs << false;
    QTest::newRow("empty") << QString() << false;
}

void TestHtmlExport::links()
{
    QFETCH(QString, address);
    QFETCH(bool, harmless);
    QCOMPARE(isHarmlessLink(address), harmless);
}

void TestHtmlExport::plain_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("text");
    QTest::newRow("marks go") << u"<p>a <strong>b</strong> <u>c</u></p>\n"_qs << u"a b c"_qs;
    QTest::newRow("list") << u"<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"_qs << u"- a\n- b"_qs;
    QTest::newRow("numbers") << u"<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"_qs << u"1. a\n2. b"_qs;
    QTest::newRow("nested") << u"<ul>\n<li>a<ol>\n<li>b</li>\n</ol>\n</li>\n<li>c</li>\n</ul>\n"_qs
                            << u"- a\n   1. b\n- c"_qs;
    QTest::newRow("quotation") << u"<blockquote type=\"cite\">\n<p>a<br>\nb</p>\n</blockquote>\n<p>c</p>\n"_qs
                               << u"> a\n> b\nc"_qs;
    QTest::newRow("deep")
        << u"<blockquote type=\"cite\">\n<blockquote type=\"cite\">\n<p>a</p>\n</blockquote>\n</blockquote>\n"_qs
        << u"> > a"_qs;
    QTest::newRow("link") << u"<p>see <a href=\"https://example.org/x\">this</a>!</p>\n"_qs
                          << u"see this <https://example.org/x>!"_qs;
    QTest::newRow("link that is its text")
        << u"<p><a href=\"https://example.org/x\">https://example.org/x</a></p>\n"_qs
        << u"https://example.org/x"_qs;
    QTest::newRow("mail link") << u"<p><a href=\"mailto:a@example.org\">a@example.org</a></p>\n"_qs
                               << u"a@example.org"_qs;
    QTest::newRow("link in two pieces")
        << u"<p><a href=\"https://example.org/\">one</a><a href=\"https://example.org/\"><strong>two</strong></a></p>\n"_qs
        << u"onetwo <https://example.org/>"_qs;
    QTest::newRow("item of two lines") << u"<ul>\n<li>a<br>b</li>\n</ul>\n"_qs << u"- a\n  b"_qs;
}

void TestHtmlExport::plain()
{
    QFETCH(QString, html);
    QFETCH(QString, text);
    QTextDocument document;
    importHtml(inBody(html), document);
    QCOMPARE(exportPlainText(document), text);
}

void TestHtmlExport::formattingToLose_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<bool>("some");
    QTest::newRow("nothing") << u"<p><br></p>\n"_qs << false;
    QTest::newRow("lines") << u"<p>a<br>\nb</p>\n<p>c</p>\n"_qs << false;
    QTest::newRow("strong") << u"<p><strong>a</strong></p>\n"_qs << true;
    QTest::newRow("list") << u"<ul>\n<li>a</li>\n</ul>\n"_qs << true;
    QTest::newRow("link") << u"<p><a href=\"https://example.org\">a</a></p>\n"_qs << true;
    QTest::newRow("quotation") << u"<blockquote type=\"cite\">\n<p>a</p>\n</blockquote>\n"_qs << true;
}

void TestHtmlExport::formattingToLose()
{
    QFETCH(QString, html);
    QFETCH(bool, some);
    QTextDocument document;
    importHtml(inBody(html), document);
    QCOMPARE(hasFormatting(document), some);
}

void TestHtmlExport::nothingButTheFewElements()
{
    // A document set up in every way Qt can: only the known tags may come out, and no attribute but href and
    // dir.
    QTextDocument document;
    document.setHtml(QStringLiteral(
        "<table border=1><tr><td bgcolor=red>a</td><td><font size=7 face=x>b</font></td></tr></table>"
        "<pre>c  d</pre><s>e</s><sub>f</sub><hr><center>g</center><img src=x><p align=right>h</p>"));
    const QString html = exportHtml(document);
    static const QRegularExpression tag(QStringLiteral("<(/?)([a-z0-9]+)([^>]*)>"));
    static const QStringList known{u"html"_qs,   u"body"_qs, u"p"_qs,  u"br"_qs,
                                   u"strong"_qs, u"em"_qs,   u"u"_qs,  u"a"_qs,
                                   u"ul"_qs,     u"ol"_qs,   u"li"_qs, u"blockquote"_qs};
    auto found = tag.globalMatch(html);
    QVERIFY(found.hasNext());
    while (found.hasNext()) {
        const auto match = found.next();
        QVERIFY2(known.contains(match.captured(2)), qPrintable(match.captured(0)));
        QVERIFY2(match.captured(3).isEmpty(), qPrintable(match.captured(0)));
    }
    for (const QString &word : {u"a"_qs, u"b"_qs, u"e"_qs, u"h"_qs})
        QVERIFY(html.contains(word));
}

void TestHtmlExport::controlsGo()
{
    QTextDocument document;
    QTextCursor(&document).insertText(QString(u'a') + QChar(0x0b) + QChar(0x01) + u'b');
    QCOMPARE(bodyOf(exportHtml(document)), u"<p>ab</p>\n"_qs);
}

void TestHtmlExport::loadsNothing()
{
    // A picture named by a path or address is neither read nor asked for, and leaves no trace.
    const QString html =
        leanHtml(QStringLiteral("<img src='https://tracker.example/pixel.png'><img src='%1'>x")
                     .arg(QCoreApplication::applicationFilePath()));
    QCOMPARE(bodyOf(html), u"<p>x</p>\n"_qs);
}

QTEST_MAIN(TestHtmlExport)
#include "tst_htmlexport.moc"
