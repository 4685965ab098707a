// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QTextBlock>

using namespace pennypost;

namespace {

QString bodyOf(const BodyEditor &editor)
{
    QString html = editor.html();
    return html.remove(u"<html><body>\n"_qs).remove(u"</body></html>\n"_qs).remove(u'\n');
}

struct Editor
{
    explicit Editor(bool rich)
    {
        body.setBody({}, {}, rich);
        body.resize(700, 400);
        body.show();
        QApplication::setActiveWindow(&body);
        if (!QTest::qWaitForWindowActive(&body))
            qFatal("the window does not become active");
        body.setFocus();
    }
    BodyEditor body;
};

} // namespace

/// Writing in the letter's body: formats by key and button, and what paste lets in.
class TestBodyEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marks();
    void plainTakesNoFormat();
    void lists();
    void listLeftByEnter();
    void listIndentedByTab();
    void quote();
    void links();
    void linkByKeyboard();
    void linkEdges_data();
    void linkEdges();
    void linkEndsWhereItEnds();
    void pasteHtml_data();
    void pasteHtml();
    void pasteQuoted();
    void afterAHeading();
    void togglingKeepsEveryWord();
    void undoBeginsWithTheDraft();
    void clickInTheMargin();
    void zoomIsViewOnly();
    void readOnlyTakesNothing();
};

void TestBodyEditor::marks()
{
    Editor editor(true);
    type(&editor.body, u"a "_qs);
    editor.body.toggleStrong();
    type(&editor.body, u"b"_qs);
    editor.body.toggleStrong();
    editor.body.toggleEmphasis();
    type(&editor.body, u"c"_qs);
    editor.body.toggleEmphasis();
    editor.body.toggleUnderline();
    type(&editor.body, u"d"_qs);
    QCOMPARE(bodyOf(editor.body), u"<p>a <strong>b</strong><em>c</em><u>d</u></p>"_qs);
}

void TestBodyEditor::plainTakesNoFormat()
{
    Editor editor(false);
    editor.body.toggleStrong();
    editor.body.toggleList(false);
    editor.body.toggleQuote();
    type(&editor.body, u"a"_qs);
    QVERIFY(editor.body.html().isEmpty());
    editor.body.setRich(true);
    QCOMPARE(bodyOf(editor.body), u"<p>a</p>"_qs);
}

void TestBodyEditor::lists()
{
    Editor editor(true);
    type(&editor.body, u"a"_qs);
    editor.body.toggleList(false);
    QTest::keyClick(&editor.body, Qt::Key_Return);
    type(&editor.body, u"b"_qs);
    QCOMPARE(bodyOf(editor.body), u"<ul><li>a</li><li>b</li></ul>"_qs);
    editor.body.selectAll();
    editor.body.toggleList(true);
    QCOMPARE(bodyOf(editor.body), u"<ol><li>a</li><li>b</li></ol>"_qs);
    editor.body.selectAll();
    editor.body.toggleList(true);
    QCOMPARE(bodyOf(editor.body), u"<p>a<br>b</p>"_qs);
}

void TestBodyEditor::listLeftByEnter()
{
    Editor editor(true);
    editor.body.toggleList(false);
    type(&editor.body, u"a"_qs);
    QTest::keyClick(&editor.body, Qt::Key_Return);
    QTest::keyClick(&editor.body, Qt::Key_Return);
    type(&editor.body, u"b"_qs);
    QCOMPARE(bodyOf(editor.body), u"<ul><li>a</li></ul><p>b</p>"_qs);
}

void TestBodyEditor::listIndentedByTab()
{
    Editor editor(true);
    editor.body.toggleList(false);
    type(&editor.body, u"a"_qs);
    QTest::keyClick(&editor.body, Qt::Key_Return);
    QTest::keyClick(&editor.body, Qt::Key_Tab);
    type(&editor.body, u"b"_qs);
    QTest::keyClick(&editor.body, Qt::Key_Return);
    QTest::keyClick(&editor.body, Qt::Key_Backtab, Qt::ShiftModifier);
    type(&editor.body, u"c"_qs);
    QCOMPARE(bodyOf(editor.body), u"<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"_qs);
}

void TestBodyEditor::quote()
{
    Editor editor(true);
    editor.body.toggleQuote();
    type(&editor.body, u"a"_qs);
    QTest::keyClick(&editor.body, Qt::Key_Return);
    type(&editor.body, u"b"_qs);
    QTest::keyClick(&editor.body, Qt::Key_Return);
    QTest::keyClick(&editor.body, Qt::Key_Return); // leaves the quotation
    type(&editor.body, u"c"_qs);
    QCOMPARE(bodyOf(editor.body), u"<blockquote type=\"cite\"><p>a<br>b</p></blockquote><p>c</p>"_qs);
    QCOMPARE(editor.body.plainText(), u"> a\n> b\nc"_qs);
}

void TestBodyEditor::links()
{
    Editor editor(true);
    type(&editor.body, u"see this"_qs);
    QTextCursor cursor = editor.body.textCursor();
    cursor.setPosition(4);
    cursor.setPosition(8, QTextCursor::KeepAnchor);
    editor.body.setTextCursor(cursor);
    editor.body.setLink(u"https://example.org/"_qs);
    type(&editor.body, u" now"_qs); // no longer linked
    QCOMPARE(bodyOf(editor.body), u"<p>see <a href=\"https://example.org/\">this</a> now</p>"_qs);
    cursor.setPosition(6);
    editor.body.setTextCursor(cursor);
    QCOMPARE(editor.body.linkAtCursor(), u"https://example.org/"_qs);
    editor.body.setLink(u"https://example.com/"_qs); // all of it, from within
    QCOMPARE(bodyOf(editor.body), u"<p>see <a href=\"https://example.com/\">this</a> now</p>"_qs);
    cursor.setPosition(6);
    editor.body.setTextCursor(cursor);
    editor.body.setLink({});
    QCOMPARE(bodyOf(editor.body), u"<p>see this now</p>"_qs);
}

void TestBodyEditor::linkByKeyboard()
{
    ComposeBench bench;
    Draft draft;
    draft.rich = true;
    const Parts parts(bench.open(draft));
    parts.body->setFocus();
    type(parts.body, u"see "_qs);
    parts.press(Qt::Key_K);
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(field && field != parts.subject());
    type(field, u"javascript:alert(1)"_qs);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(parts.strip->isUp()); // none that a letter may hold
    field->clear();
    type(field, u"example.org/x"_qs);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!parts.strip->isUp());
    QCOMPARE(QApplication::focusWidget(), parts.body);
    QCOMPARE(bodyOf(*parts.body),
             u"<p>see <a href=\"https://example.org/x\">https://example.org/x</a></p>"_qs);
}

void TestBodyEditor::linkEdges_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<int>("anchor");
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("typed"); ///< '\n' for Enter; what no ASCII key has comes from an input method
    QTest::addColumn<QString>("result");
    const QString alone = u"<p><a href=\"https://a.b/\">link</a></p>"_qs;
    const QString amid = u"<p>a<a href=\"https://a.b/\">link</a>b</p>"_qs;
    QTest::newRow("its end") << alone << 4 << 4 << u" xy"_qs
                             << u"<p><a href=\"https://a.b/\">link</a> xy</p>"_qs;
    QTest::newRow("its end, amid text")
        << amid << 5 << 5 << u"xy"_qs << u"<p>a<a href=\"https://a.b/\">link</a>xyb</p>"_qs;
    QTest::newRow("its end, by an input method")
        << alone << 4 << 4 << u"ж漢"_qs << u"<p><a href=\"https://a.b/\">link</a>ж漢</p>"_qs;
    QTest::newRow("its start, where a line begins")
        << alone << 0 << 0 << u"xy"_qs << u"<p>xy<a href=\"https://a.b/\">link</a></p>"_qs;
    QTest::newRow("its start, amid text")
        << amid << 1 << 1 << u"xy"_qs << u"<p>axy<a href=\"https://a.b/\">link</a>b</p>"_qs;
    QTest::newRow("within") << alone << 2 << 2 << u"xyж"_qs
                            << u"<p><a href=\"https://a.b/\">lixyжnk</a></p>"_qs;
    QTest::newRow("over its middle") << alone << 1 << 3 << u"xy"_qs
                                     << u"<p><a href=\"https://a.b/\">lxyk</a></p>"_qs;
    QTest::newRow("over its end") << alone << 2 << 4 << u"xy"_qs
                                  << u"<p><a href=\"https://a.b/\">li</a>xy</p>"_qs;
    QTest::newRow("over all of it") << amid << 1 << 5 << u"xy"_qs << u"<p>axyb</p>"_qs;
    QTest::newRow("the next lines") << alone << 4 << 4 << u"\nx\n\ny"_qs
                                    << u"<p><a href=\"https://a.b/\">link</a><br>x</p><p>y</p>"_qs;
    QTest::newRow("a line above") << alone << 0 << 0 << u"x\n"_qs
                                  << u"<p>x<br><a href=\"https://a.b/\">link</a></p>"_qs;
    QTest::newRow("between two links")
        << u"<p><a href=\"https://a.b/\">one</a><a href=\"https://c.d/\">two</a></p>"_qs << 3 << 3 << u"x"_qs
        << u"<p><a href=\"https://a.b/\">one</a>x<a href=\"https://c.d/\">two</a></p>"_qs;
}

void TestBodyEditor::linkEdges()
{
    QFETCH(QString, html);
    QFETCH(QString, typed);
    Editor editor(true);
    editor.body.setBody({}, u"<html><body>\n"_qs + html + u"</body></html>\n"_qs, true);
    const QString before = bodyOf(editor.body);
    QTextCursor cursor = editor.body.textCursor();
    QFETCH(int, anchor);
    QFETCH(int, position);
    cursor.setPosition(anchor);
    cursor.setPosition(position, QTextCursor::KeepAnchor);
    editor.body.setTextCursor(cursor);
    for (const QChar c : typed) {
        if (c == u'\n')
            QTest::keyClick(&editor.body, Qt::Key_Return);
        else
            type(&editor.body, QString(c));
    }
    QTEST(bodyOf(editor.body), "result");
    const QString after = bodyOf(editor.body);
    while (editor.body.document()->isUndoAvailable())
        editor.body.undo();
    QCOMPARE(bodyOf(editor.body), before);
    while (editor.body.document()->isRedoAvailable())
        editor.body.redo();
    QCOMPARE(bodyOf(editor.body), after);
}

/// Inserted by keyboard, left and come back to; then all of it once more in the reopened draft.
void TestBodyEditor::linkEndsWhereItEnds()
{
    const QString link = u"<a href=\"https://a.b/\">https://a.b/</a>"_qs;
    Editor editor(true);
    editor.body.setLink(u"https://a.b/"_qs);
    QTest::keyClick(&editor.body, Qt::Key_Home);
    QTest::keyClick(&editor.body, Qt::Key_End, Qt::ControlModifier);
    type(&editor.body, u" x"_qs);
    QCOMPARE(bodyOf(editor.body), u"<p>"_qs + link + u" x</p>"_qs);
    editor.body.setBody({}, u"<html><body><p>"_qs + link + u"</p></body></html>"_qs, true);
    QTest::keyClick(&editor.body, Qt::Key_End, Qt::ControlModifier);
    QApplication::clipboard()->setText(u"pasted\nlines"_qs);
    editor.body.pastePlain();
    QTest::keyClick(&editor.body, Qt::Key_Return);
    type(&editor.body, u"y"_qs);
    QCOMPARE(bodyOf(editor.body), u"<p>"_qs + link + u"pasted<br>lines<br>y</p>"_qs);
}

void TestBodyEditor::pasteHtml_data()
{
    QTest::addColumn<bool>("rich");
    QTest::addColumn<QString>("result");
    QTest::newRow("rich") << true << u"x<strong>bold</strong>"_qs;
    QTest::newRow("plain") << false << u"xbold"_qs;
}

void TestBodyEditor::pasteHtml()
{
    QFETCH(bool, rich);
    QFETCH(QString, result);
    Editor editor(rich);
    type(&editor.body, u"x"_qs);
    auto *data = new QMimeData;
    data->setHtml(u"<span style='font:40pt Papyrus;color:#eee;background:#111'><b>bold</b></span>"_qs);
    data->setText(u"bold"_qs);
    QApplication::clipboard()->setMimeData(data);
    QTest::keyClick(&editor.body, Qt::Key_V, Qt::ControlModifier);
    if (rich)
        QCOMPARE(bodyOf(editor.body), u"<p>"_qs + result + u"</p>"_qs);
    else
        QCOMPARE(editor.body.plainText(), result);
    const QTextCharFormat format = editor.body.textCursor().charFormat();
    QVERIFY(!format.hasProperty(QTextFormat::ForegroundBrush));
    QVERIFY(!format.hasProperty(QTextFormat::BackgroundBrush));
    QVERIFY(!format.hasProperty(QTextFormat::FontPointSize));
    QVERIFY(!format.hasProperty(QTextFormat::FontFamilies));
}

void TestBodyEditor::pasteQuoted()
{
    QApplication::clipboard()->setText(u"a\nb"_qs);
    Editor plain(false);
    plain.body.pasteQuoted();
    QCOMPARE(plain.body.plainText(), u"> a\n> b\n"_qs);
    Editor rich(true);
    rich.body.pasteQuoted();
    type(&rich.body, u"c"_qs);
    QCOMPARE(bodyOf(rich.body), u"<blockquote type=\"cite\"><p>a<br>b</p></blockquote><p>c</p>"_qs);
}

void TestBodyEditor::afterAHeading()
{
    Editor editor(true);
    editor.body.setBody({}, u"<html><body><h1>a</h1></body></html>"_qs, true);
    editor.body.moveCursor(QTextCursor::End);
    QTest::keyClick(&editor.body, Qt::Key_Return);
    type(&editor.body, u"b"_qs);
    QCOMPARE(bodyOf(editor.body), u"<h1>a</h1><p>b</p>"_qs);
}

void TestBodyEditor::togglingKeepsEveryWord()
{
    Editor editor(false);
    const QString text = u"a\n\n  b  c\u00a0!\n\n\n- d\n> e <f> &amp;\n"_qs;
    editor.body.setBody(text, {}, false);
    editor.body.setRich(true);
    QCOMPARE(editor.body.plainText(), text);
    editor.body.setRich(false);
    QCOMPARE(editor.body.plainText(), text);
}

void TestBodyEditor::undoBeginsWithTheDraft()
{
    Editor editor(false);
    editor.body.setBody(u"kept"_qs, {}, false);
    editor.body.undo();
    QCOMPARE(editor.body.plainText(), u"kept"_qs);
    editor.body.moveCursor(QTextCursor::End);
    type(&editor.body, u"!"_qs);
    editor.body.undo();
    editor.body.undo();
    QCOMPARE(editor.body.plainText(), u"kept"_qs);
}

void TestBodyEditor::clickInTheMargin()
{
    Editor editor(false);
    editor.body.setBody(u"one\ntwo\nthree"_qs, {}, false);
    editor.body.setSideMargins(200, 200);
    QTextCursor third(editor.body.document()->findBlockByNumber(2));
    const int y = editor.body.viewport()->mapTo(&editor.body, editor.body.cursorRect(third).center()).y();
    QTest::mouseClick(&editor.body, Qt::LeftButton, {}, QPoint(50, y));
    QCOMPARE(editor.body.textCursor().blockNumber(), 2);
    QCOMPARE(editor.body.textCursor().positionInBlock(), 0);
}

void TestBodyEditor::zoomIsViewOnly()
{
    Editor editor(true);
    type(&editor.body, u"a"_qs);
    const qreal before = editor.body.font().pointSizeF();
    editor.body.zoom(3);
    QCOMPARE(editor.body.font().pointSizeF(), before + 3);
    QCOMPARE(bodyOf(editor.body), u"<p>a</p>"_qs);
    editor.body.resetZoom();
    QCOMPARE(editor.body.font().pointSizeF(), before);
}

void TestBodyEditor::readOnlyTakesNothing()
{
    Editor editor(true);
    type(&editor.body, u"a"_qs);
    editor.body.setReadOnly(true);
    QApplication::clipboard()->setText(u"b"_qs);
    editor.body.pastePlain();
    editor.body.pasteQuoted();
    type(&editor.body, u"c"_qs);
    QTest::keyClick(&editor.body, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(editor.body.plainText(), u"a"_qs);
}

QTEST_MAIN(TestBodyEditor)
#include "tst_bodyeditor.moc"
