// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"
#include "ui/compose/FindBar.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QToolButton>

using namespace pennypost;

namespace {

constexpr QStringView text = u"Tea for two, and two for tea.\nMe for you, and you for me. TEA!";

/// The bar as a person knows it.
struct Bar
{
    explicit Bar(const Parts &parts_) : parts(parts_), widget(parts.window->findChild<FindBar *>()) {}

    QLineEdit *field(const QString &name) const
    {
        for (QLineEdit *each : widget->findChildren<QLineEdit *>()) {
            if (each->accessibleName() == name)
                return each;
        }
        qFatal("no field %s", qPrintable(name));
    }
    QLineEdit *sought() const { return field(u"Find"_qs); }
    QLineEdit *replacement() const { return field(u"Replace with"_qs); }
    QString count() const { return sought()->accessibleDescription(); }
    QString selected() const { return parts.body->textCursor().selectedText(); }
    int at() const { return parts.body->textCursor().selectionStart(); }
    void matchCase() const { widget->findChild<QCheckBox *>()->click(); }

    Parts parts;
    FindBar *widget;
};

} // namespace

/// Finding and replacing in the body, by keyboard.
class TestFindBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAndCloses_data();
    void opensAndCloses();
    void takesTheSelection_data();
    void takesTheSelection();
    void findsAsTyped();
    void goesRound();
    void goesOnWhileClosed();
    void matchesCase();
    void notFound();
    void followsTheLetter();
    void replacesOne();
    void replacesAll_data();
    void replacesAll();
    void keepsTheLook();
    void onlyFindsWhileReadOnly();
    void isAnAreaAndInTheTabOrder();
    void namesAndSides_data();
    void namesAndSides();

private:
    static Parts write(ComposeBench &bench, bool rich = false)
    {
        Draft draft;
        draft.rich = rich;
        draft.message.text = text.toString();
        const Parts parts(bench.open(draft));
        parts.body->setFocus();
        parts.body->moveCursor(QTextCursor::Start);
        return parts;
    }
    static void openToReplace(const Parts &parts) { parts.press(Qt::Key_H); }
};

void TestFindBar::opensAndCloses_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<bool>("replacing");
    QTest::addColumn<QString>("from");
    QTest::newRow("find") << Qt::Key_F << false << u"body"_qs;
    QTest::newRow("replace") << Qt::Key_H << true << u"body"_qs;
    QTest::newRow("find, from the subject") << Qt::Key_F << false << u"subject"_qs;
    QTest::newRow("replace, from To") << Qt::Key_H << true << u"to"_qs;
}

void TestFindBar::opensAndCloses()
{
#ifdef Q_OS_MACOS
    QSKIP("the keys of a PC; tst_composekeys has those of a Mac");
#endif
    QFETCH(Qt::Key, key);
    QFETCH(bool, replacing);
    QFETCH(QString, from);
    ComposeBench bench;
    const Bar bar(write(bench));
    QVERIFY(!bar.widget->isVisible());
    if (from == u"subject")
        bar.parts.subject()->setFocus();
    else if (from == u"to")
        bar.parts.to()->setFocus();
    bar.parts.press(key);
    QVERIFY(bar.widget->isVisible());
    QCOMPARE(QApplication::focusWidget(), bar.sought());
    QCOMPARE(bar.replacement()->isVisible(), replacing);
    bar.parts.press(Qt::Key_Escape, Qt::NoModifier);
    QVERIFY(!bar.widget->isVisible());
    QCOMPARE(QApplication::focusWidget(), bar.parts.body);
    QVERIFY(bar.parts.window->isVisible()); // nothing else was closed
    QCOMPARE(bar.parts.body->plainText(), text.toString());
}

void TestFindBar::takesTheSelection_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QString>("sought");
    QTest::newRow("a word") << 0 << 3 << u"Tea"_qs;
    QTest::newRow("nothing selected") << 4 << 4 << QString();
    QTest::newRow("two lines") << 20 << 40 << QString();
}

void TestFindBar::takesTheSelection()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(QString, sought);
    ComposeBench bench;
    const Bar bar(write(bench));
    QTextCursor cursor = bar.parts.body->textCursor();
    cursor.setPosition(from);
    cursor.setPosition(to, QTextCursor::KeepAnchor);
    bar.parts.body->setTextCursor(cursor);
    bar.parts.press(Qt::Key_F);
    QCOMPARE(bar.sought()->text(), sought);
    QCOMPARE(bar.count(), sought.isEmpty() ? QString() : u"1 of 3"_qs);
}

void TestFindBar::findsAsTyped()
{
    ComposeBench bench;
    const Bar bar(write(bench));
    bar.parts.press(Qt::Key_F);
    type(bar.sought(), u"f"_qs);
    QCOMPARE(bar.at(), 4);
    type(bar.sought(), u"or y"_qs); // the same place as long as it fits, then on
    QCOMPARE(bar.selected(), u"for y"_qs);
    QCOMPARE(bar.at(), 33);
    QCOMPARE(bar.count(), u"1 of 1"_qs);
    QVERIFY(!bar.parts.body->extraSelections().isEmpty());
    bar.parts.press(Qt::Key_Escape, Qt::NoModifier);
    QCOMPARE(bar.selected(), u"for y"_qs); // where one goes on writing
    QVERIFY(bar.parts.body->extraSelections().isEmpty());
}

void TestFindBar::goesRound()
{
    ComposeBench bench;
    const Bar bar(write(bench));
    bar.parts.press(Qt::Key_F);
    type(bar.sought(), u"tea"_qs);
    const auto enter = [&](Qt::KeyboardModifiers modifiers) {
        bar.parts.press(Qt::Key_Return, modifiers);
        return bar.count();
    };
    QCOMPARE(bar.count(), u"1 of 3"_qs);
    QCOMPARE(enter(Qt::NoModifier), u"2 of 3"_qs);
    QCOMPARE(enter(Qt::NoModifier), u"3 of 3"_qs);
    QCOMPARE(enter(Qt::NoModifier), u"1 of 3"_qs);
    QCOMPARE(enter(Qt::ShiftModifier), u"3 of 3"_qs);
    QCOMPARE(enter(Qt::ShiftModifier), u"2 of 3"_qs);
    QCOMPARE(bar.at(), 25);
    bar.parts.press(Qt::Key_F3, Qt::NoModifier);
    QCOMPARE(bar.count(), u"3 of 3"_qs);
    bar.parts.press(Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(bar.count(), u"2 of 3"_qs);
    QCOMPARE(QApplication::focusWidget(), bar.sought());
}

void TestFindBar::goesOnWhileClosed()
{
    ComposeBench bench;
    const Bar bar(write(bench));
    bar.parts.press(Qt::Key_F3, Qt::NoModifier);
    QVERIFY(bar.widget->isVisible()); // nothing has been sought yet
    type(bar.sought(), u"tea"_qs);
    bar.parts.press(Qt::Key_Escape, Qt::NoModifier);
    bar.parts.press(Qt::Key_F3, Qt::NoModifier);
    QVERIFY(!bar.widget->isVisible());
    QCOMPARE(bar.at(), 25);
    QCOMPARE(QApplication::focusWidget(), bar.parts.body);
    QVERIFY(bar.parts.body->extraSelections().isEmpty());
}

void TestFindBar::matchesCase()
{
    ComposeBench bench;
    const Bar bar(write(bench));
    bar.parts.press(Qt::Key_F);
    type(bar.sought(), u"tea"_qs);
    QCOMPARE(bar.count(), u"1 of 3"_qs);
    bar.matchCase();
    QCOMPARE(bar.count(), u"1 of 1"_qs);
    QCOMPARE(bar.at(), 25);
}

void TestFindBar::notFound()
{
    ComposeBench bench;
    const Bar bar(write(bench));
    bar.parts.press(Qt::Key_F);
    type(bar.sought(), u"teapot"_qs);
    QCOMPARE(bar.count(), u"Not found"_qs);
    QVERIFY(bar.selected().isEmpty());
    bar.parts.press(Qt::Key_Return, Qt::NoModifier);
    QCOMPARE(bar.count(), u"Not found"_qs);
    QCOMPARE(bench.submitter->count(), 0);
}

void TestFindBar::followsTheLetter()
{
    ComposeBench bench;
    const Bar bar(write(bench));
    bar.parts.press(Qt::Key_F);
    type(bar.sought(), u"tea"_qs);
    bar.parts.body->moveCursor(QTextCursor::End);
    QCOMPARE(bar.count(), u"3 found"_qs);
    type(bar.parts.body, u" tea"_qs);
    QCOMPARE(bar.count(), u"4 found"_qs);
    QCOMPARE(bar.parts.body->extraSelections().size(), 4);
}

void TestFindBar::replacesOne()
{
    ComposeBench bench;
    const Bar bar(write(bench));
    openToReplace(bar.parts);
    type(bar.sought(), u"tea"_qs);
    bar.replacement()->setFocus();
    type(bar.replacement(), u"tea and tea"_qs); // what it holds is not sought again
    bar.parts.press(Qt::Key_Return, Qt::NoModifier);
    QVERIFY(bar.parts.body->plainText().startsWith(u"tea and tea for two, and two for tea."_qs));
    QCOMPARE(bar.at(), 33);
    bar.parts.click(u"Replace"_qs);
    QVERIFY(bar.parts.body->plainText().startsWith(u"tea and tea for two, and two for tea and tea."_qs));
    bar.parts.body->setFocus();
    QTest::keySequence(bar.parts.body, QKeySequence::Undo);
    QVERIFY(bar.parts.body->plainText().startsWith(u"tea and tea for two, and two for tea."_qs));
}

void TestFindBar::replacesAll_data()
{
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("expected");
    QTest::newRow("another word") << u"Rum"_qs
                                  << text.toString().replace(u"tea"_qs, u"Rum"_qs, Qt::CaseInsensitive);
    QTest::newRow("nothing") << QString() << text.toString().remove(u"tea"_qs, Qt::CaseInsensitive);
    QTest::newRow("itself and more") << u"tea tea"_qs
                                     << text.toString().replace(u"tea"_qs, u"tea tea"_qs,
                                                                Qt::CaseInsensitive);
}

void TestFindBar::replacesAll()
{
    QFETCH(QString, by);
    QFETCH(QString, expected);
    ComposeBench bench;
    const Bar bar(write(bench));
    openToReplace(bar.parts);
    type(bar.sought(), u"tea"_qs);
    type(bar.replacement(), by);
    bar.parts.click(u"Replace all"_qs);
    QCOMPARE(bar.parts.body->plainText(), expected);
    QCOMPARE(bar.count(), u"3 replaced"_qs);
    bar.parts.body->setFocus();
    QTest::keySequence(bar.parts.body, QKeySequence::Undo); // one step
    QCOMPARE(bar.parts.body->plainText(), text.toString());
    QTest::keySequence(bar.parts.body, QKeySequence::Redo);
    QCOMPARE(bar.parts.body->plainText(), expected);
    bar.parts.press(Qt::Key_S);
    QCOMPARE(bench.draft(bar.parts.window->draftId())->message.text, expected); // as any other change
}

void TestFindBar::keepsTheLook()
{
    ComposeBench bench;
    Draft draft;
    draft.rich = true;
    draft.message.html = u"<p>plain <strong>tea</strong> plain</p>"_qs;
    const Bar bar(Parts(bench.open(draft)));
    bar.parts.body->setFocus();
    openToReplace(bar.parts);
    type(bar.sought(), u"tea"_qs);
    type(bar.replacement(), u"rum"_qs);
    bar.parts.click(u"Replace all"_qs);
    QVERIFY2(bar.parts.body->html().contains(u"<p>plain <strong>rum</strong> plain</p>"_qs),
             qPrintable(bar.parts.body->html()));
}

void TestFindBar::onlyFindsWhileReadOnly()
{
    ComposeBench bench;
    const Bar bar(write(bench));
    openToReplace(bar.parts);
    type(bar.sought(), u"tea"_qs);
    type(bar.parts.to(), u"bob@example.net"_qs);
    type(bar.parts.subject(), u"Tea"_qs);
    bar.parts.press(Qt::Key_Return);
    QVERIFY(!bar.parts.isWritable());
    QVERIFY(!bar.replacement()->isEnabled());
    QVERIFY(!bar.parts.button(u"Replace all"_qs)->isEnabled());
    bar.sought()->setFocus();
    bar.parts.press(Qt::Key_Return, Qt::NoModifier);
    QCOMPARE(bar.selected().toLower(), u"tea"_qs);
    QCOMPARE(bar.parts.body->plainText(), text.toString());
}

void TestFindBar::isAnAreaAndInTheTabOrder()
{
    ComposeBench bench;
    const Bar bar(write(bench));
    openToReplace(bar.parts);
    bar.parts.body->setFocus();
    bar.parts.press(Qt::Key_F6, Qt::NoModifier);
    QCOMPARE(QApplication::focusWidget(), bar.sought());
    bar.parts.press(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), bar.parts.body);
    const QList<QWidget *> stops = bar.widget->stops();
    QStringList names;
    for (const QWidget *stop : stops)
        names.append(stop->accessibleName());
    QCOMPARE(names.mid(0, 2), QStringList({u"Find"_qs, u"Replace with"_qs}));
    QCOMPARE(names.constLast(), u"Close the search"_qs);
    for (QWidget *stop : stops) {
        bar.parts.press(Qt::Key_Tab, Qt::NoModifier);
        QCOMPARE(QApplication::focusWidget(), stop);
    }
}

void TestFindBar::namesAndSides_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("left to right") << Qt::LeftToRight;
    QTest::newRow("right to left") << Qt::RightToLeft;
}

void TestFindBar::namesAndSides()
{
    QFETCH(Qt::LayoutDirection, direction);
    ComposeBench bench;
    QGuiApplication::setLayoutDirection(direction);
    {
        const Bar bar(write(bench));
        openToReplace(bar.parts);
        for (const QWidget *stop : bar.widget->stops()) {
            const auto *box = qobject_cast<const QCheckBox *>(stop);
            QVERIFY(!stop->accessibleName().isEmpty() || (box && !box->text().isEmpty()));
        }
        // The field begins where the body's lines do, its buttons follow on the reading side.
        const auto *close = bar.widget->stops().at(4);
        QCOMPARE(bar.sought()->x() < close->x(), direction == Qt::LeftToRight);
        QCOMPARE(bar.sought()->x(), bar.replacement()->x());
        QCOMPARE(bar.sought()->width(), bar.replacement()->width());
    }
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

QTEST_MAIN(TestFindBar)
#include "tst_findbar.moc"
