// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"

#include <QApplication>
#include <QTextBlock>

using namespace pennypost;

namespace {

/// Where each line's caret stands: '<' at the left of a line from left to right, '>' at the right.
QString sidesOf(BodyEditor &body)
{
    QString sides;
    QTextCursor cursor(body.document());
    do {
        cursor.movePosition(QTextCursor::StartOfBlock);
        const int x = body.cursorRect(cursor).center().x();
        sides += x > body.viewport()->width() / 2 ? u'>' : u'<';
    } while (cursor.movePosition(QTextCursor::NextBlock));
    return sides;
}

/// '|' is Enter, '~' Backspace, '*' a list, '^' undo.
void play(QTextEdit &body, const QString &keys)
{
    for (const QChar key : keys) {
        if (key == u'|')
            QTest::keyClick(&body, Qt::Key_Return);
        else if (key == u'~')
            QTest::keyClick(&body, Qt::Key_Backspace);
        else if (key == u'*')
            qobject_cast<BodyEditor *>(&body)->toggleList(false);
        else if (key == u'^')
            body.undo();
        else
            type(&body, QString(key));
    }
}

} // namespace

/// The caret stands where the next word will begin, also on a line without any.
class TestLineDirection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QApplication::setLayoutDirection(Qt::LeftToRight); }
    void caret_data();
    void caret();
    void undoTakesNoMoreSteps_data();
    void undoTakesNoMoreSteps();
    void undoTakesAsManyStepsAsEver_data();
    void undoTakesAsManyStepsAsEver();
    void draftsLines();
    void bytesStayTheSame_data();
    void bytesStayTheSame();
};

void TestLineDirection::caret_data()
{
    QTest::addColumn<bool>("mirrored");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("sides");
    QTest::newRow("nothing yet") << false << QString() << u"<"_qs;
    QTest::newRow("nothing yet, mirrored") << true << QString() << u">"_qs;
    QTest::newRow("blank lines, mirrored") << true << u"||"_qs << u">>>"_qs;
    QTest::newRow("a digit is no letter") << true << u"1"_qs << u">"_qs;
    QTest::newRow("Arabic, mirrored") << true << u"\u0627|"_qs << u">>"_qs;
    QTest::newRow("Latin, mirrored") << true << u"a"_qs << u"<"_qs;
    QTest::newRow("after Latin, mirrored") << true << u"a||"_qs << u"<<<"_qs;
    QTest::newRow("after Arabic") << false << u"\u0627||"_qs << u">>>"_qs;
    QTest::newRow("both") << false << u"\u0627||a|"_qs << u">><<"_qs;
    QTest::newRow("taken away, mirrored") << true << u"a~"_qs << u">"_qs;
    QTest::newRow("taken away") << false << u"\u0627~"_qs << u"<"_qs;
    QTest::newRow("a list, mirrored") << true << u"*|"_qs << u">"_qs; // which Enter leaves
    QTest::newRow("an item, mirrored") << true << u"*\u0627|"_qs << u">>"_qs;
    QTest::newRow("undone to nothing, mirrored") << true << u"a^^"_qs << u">"_qs;
    QTest::newRow("undone, mirrored") << true << u"\u0627|a^^^^"_qs << u">"_qs;
}

void TestLineDirection::caret()
{
    QFETCH(bool, mirrored);
    QFETCH(QString, keys);
    QFETCH(QString, sides);
    QApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    for (const bool rich : {true, false}) {
        if (!rich && keys.contains(u'*'))
            continue;
        ComposeBench bench;
        const Parts parts(bench.open());
        parts.body->setRich(rich);
        parts.body->setFocus();
        play(*parts.body, keys);
        QCOMPARE(sidesOf(*parts.body), sides);
        // There and back, without a step that shows nothing.
        for (int steps = 0; steps < 20 && parts.body->document()->isUndoAvailable(); ++steps)
            parts.body->undo();
        QVERIFY(!parts.body->document()->isUndoAvailable());
        QCOMPARE(parts.body->plainText(), QString());
        QCOMPARE(sidesOf(*parts.body), mirrored ? u">"_qs : u"<"_qs);
        if (!keys.contains(u'^')) {
            for (int steps = 0; steps < 20 && parts.body->document()->isRedoAvailable(); ++steps)
                parts.body->redo();
            QCOMPARE(sidesOf(*parts.body), sides);
        }
    }
}

void TestLineDirection::undoTakesNoMoreSteps_data()
{
    QTest::addColumn<QString>("keys");
    QTest::newRow("Latin") << u"a"_qs;
    QTest::newRow("a word") << u"\u0627\u0628"_qs;
    QTest::newRow("Enter") << u"\u0627|"_qs;
    QTest::newRow("after Enter") << u"\u0627|a"_qs;
    QTest::newRow("taken away") << u"a~"_qs;
}

/// Every step changes the words.
void TestLineDirection::undoTakesNoMoreSteps()
{
    QFETCH(QString, keys);
    QApplication::setLayoutDirection(Qt::RightToLeft);
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.body->setFocus();
    play(*parts.body, keys);
    for (int steps = 0; steps < 20 && parts.body->document()->isUndoAvailable(); ++steps) {
        const QString before = parts.body->plainText();
        parts.body->undo();
        QVERIFY(parts.body->plainText() != before);
    }
    QCOMPARE(parts.body->plainText(), QString());
}

void TestLineDirection::undoTakesAsManyStepsAsEver_data()
{
    QTest::addColumn<bool>("mirrored");
    QTest::addColumn<QString>("keys");
    QTest::newRow("a number") << false << u"+44 20 7946"_qs;
    QTest::newRow("a number, mirrored") << true << u"+44 20 7946"_qs;
    QTest::newRow("words") << false << u"dear Bob, 12 of them"_qs;
    QTest::newRow("taken away at the end") << false << u"dear Bob~~~~~~~~"_qs;
    QTest::newRow("all taken away") << false << u"dear~~~~"_qs;
    QTest::newRow("lines") << false << u"dear|1 2|~~~and"_qs;
    QTest::newRow("Arabic words, mirrored") << true << u"\u0627\u0628 \u0627 12~~~"_qs;
}

void TestLineDirection::undoTakesAsManyStepsAsEver()
{
    QFETCH(bool, mirrored);
    QFETCH(QString, keys);
    QApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    const auto steps = [](QTextEdit &edit) {
        int count = 0;
        for (; edit.document()->isUndoAvailable(); ++count)
            edit.undo();
        return count;
    };
    QTextEdit bare;
    play(bare, keys);
    const int expected = steps(bare);
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.body->setFocus();
    play(*parts.body, keys);
    QCOMPARE(steps(*parts.body), expected);
}

void TestLineDirection::draftsLines()
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    for (const bool rich : {true, false}) {
        ComposeBench bench;
        Draft draft;
        draft.rich = rich;
        draft.message.text = u"a\n\n\u0627\n1\n"_qs;
        draft.message.html = u"<html><body>\n<p>a</p>\n<p>\u0627<br>1<br></p>\n</body></html>\n"_qs;
        const Parts parts(bench.open(draft));
        const QString sides = sidesOf(*parts.body);
        QVERIFY2(sides.startsWith(u"<<>>"_qs), qPrintable(sides));
        QVERIFY(!parts.body->document()->isUndoAvailable());
    }
}

void TestLineDirection::bytesStayTheSame_data()
{
    QTest::addColumn<QString>("keys");
    QTest::newRow("nothing") << QString();
    QTest::newRow("Arabic") << u"\u0627|1|"_qs;
    QTest::newRow("Latin") << u"a|1|"_qs;
    QTest::newRow("digits") << u"1||2"_qs;
    QTest::newRow("a list") << u"*1|\u0627|2|a"_qs;
}

/// Whoever reads it has a window of another direction.
void TestLineDirection::bytesStayTheSame()
{
    QFETCH(QString, keys);
    const QString words = QString(keys).remove(u'*').replace(u'|', u'\n');
    for (const bool rich : {true, false}) {
        QStringList letters;
        for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            QApplication::setLayoutDirection(direction);
            ComposeBench bench;
            const Parts parts(bench.open());
            parts.body->setRich(rich);
            parts.body->setFocus();
            play(*parts.body, keys);
            if (!keys.contains(u'*'))
                QCOMPARE(parts.body->plainText(), words);
            letters.append(parts.body->plainText() + parts.body->html());
        }
        QCOMPARE(letters[1], letters[0]);
        QVERIFY(!letters[0].contains(u"dir=\"rtl\">1"_qs));
    }
}

QTEST_MAIN(TestLineDirection)
#include "tst_linedirection.moc"
