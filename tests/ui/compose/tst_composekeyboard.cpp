// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"
#include "ui/compose/FormatBar.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QTimer>
#include <QToolButton>

using namespace pennypost;

/// The compose window without a mouse.
class TestComposeKeyboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formatBarComesAfterTheBody();
    void formatBarIsAnArea();
    void stripButtonsAsTheyStand();
    void quits();
    void closingTellsOfTheDraft_data();
    void closingTellsOfTheDraft();
    void attachmentsMove_data();
    void attachmentsMove();
    void arrowsGoAlongTheAttachments_data();
    void arrowsGoAlongTheAttachments();
    void renameByKey();
    void undoIsEachFieldsOwn();
    void tabInTheTextSendsNothing_data();
    void tabInTheTextSendsNothing();
    void escapeClosesTheStrip();
    void focusComesBack_data();
    void focusComesBack();
    void subjectStandsAtTheReadingSide();

private:
    static QStringList names(const Parts &parts)
    {
        QStringList found;
        for (int row = 0; row < parts.attachments->rowCount(); ++row)
            found.append(parts.attachments->index(row).data().toString());
        return found;
    }
    static void attachThree(ComposeBench &bench, const Parts &parts)
    {
        parts.attachments->addFiles(
            {bench.file(u"a.txt"_qs, "a"), bench.file(u"b.txt"_qs, "b"), bench.file(u"c.txt"_qs, "c")});
        SOON(parts.attachmentsSettled());
        parts.pane->setFocus();
    }
};

void TestComposeKeyboard::formatBarComesAfterTheBody()
{
    ComposeBench bench;
    Draft draft;
    draft.rich = true;
    const Parts parts(bench.open(draft));
    auto *format = parts.window->findChild<FormatBar *>();
    QVERIFY(format->isVisible());
    parts.subject()->setFocus();
    parts.press(Qt::Key_Tab, Qt::NoModifier);
    QCOMPARE(QApplication::focusWidget(), parts.body);
    const QList<QToolButton *> buttons = format->buttons();
    for (const QToolButton *button : buttons) {
        parts.press(Qt::Key_Tab, Qt::NoModifier);
        QCOMPARE(QApplication::focusWidget(), button);
    }
    for (qsizetype i = buttons.size() - 2; i >= 0; --i) {
        parts.press(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), buttons[i]);
    }
    // Back to where Tab came from.
    parts.press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), parts.body);
    parts.press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), parts.subject());
    // The bar above comes before the first field, Send next to it.
    parts.head->from().setFocus();
    parts.press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Send"_qs);
    parts.press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"More actions"_qs);
}

/// Whoever takes Tab for an indent and types on.
void TestComposeKeyboard::tabInTheTextSendsNothing_data()
{
    QTest::addColumn<bool>("rich");
    QTest::newRow("plain") << false;
    QTest::newRow("rich") << true;
}

void TestComposeKeyboard::tabInTheTextSendsNothing()
{
    QFETCH(bool, rich);
    ComposeBench bench;
    Draft draft;
    draft.rich = rich;
    const Parts parts(bench.open(draft));
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"col1"_qs);
    parts.body->setFocus();
    parts.press(Qt::Key_Tab, Qt::NoModifier);
    QVERIFY(QApplication::focusWidget() != parts.body);
    QVERIFY(QApplication::focusWidget()->accessibleName() != u"Send"_qs);
}

void TestComposeKeyboard::escapeClosesTheStrip()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, QString(), u"x"_qs);
    parts.body->setFocus();
    parts.press(Qt::Key_Return); // asks for a subject
    QVERIFY(parts.strip->isUp());
    QVERIFY(parts.strip->isAncestorOf(QApplication::focusWidget()));
    parts.press(Qt::Key_Escape, Qt::NoModifier);
    QVERIFY(!parts.strip->isUp());
    QCOMPARE(QApplication::focusWidget(), parts.body);
    // So does the thing that it was about.
    parts.press(Qt::Key_Return);
    QVERIFY(parts.strip->isUp());
    parts.subject()->setFocus();
    QTest::keyClicks(parts.subject(), u"Tea"_qs);
    QVERIFY(!parts.strip->isUp());
}

/// From the Send button, which can't be pressed while the letter is on its way.
void TestComposeKeyboard::focusComesBack_data()
{
    QTest::addColumn<bool>("cancelled");
    QTest::newRow("cancelled") << true;
    QTest::newRow("failed") << false;
}

void TestComposeKeyboard::focusComesBack()
{
    QFETCH(bool, cancelled);
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    auto *send = parts.button(u"Send"_qs);
    send->setFocus();
    parts.press(Qt::Key_Space, Qt::NoModifier);
    SOON(bench.submitter->last());
    QCOMPARE(QApplication::focusWidget(), parts.body);
    if (cancelled)
        QTest::mouseClick(parts.button(u"Cancel"_qs), Qt::LeftButton);
    else
        bench.submitter->last()->fail(Problem::ContentRefused, Stage::FinalDot);
    SOON(parts.strip->isUp() && send->isEnabled());
    QCOMPARE(QApplication::focusWidget(), parts.body);
}

void TestComposeKeyboard::subjectStandsAtTheReadingSide()
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    ComposeBench bench;
    const Parts parts(bench.open());
    for (const QString &subject : {QString(), u"Tea"_qs}) {
        parts.subject()->setText(subject);
        const QRect caret = parts.subject()->inputMethodQuery(Qt::ImCursorRectangle).toRect();
        QVERIFY(caret.center().x() > parts.subject()->width() / 2);
    }
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

void TestComposeKeyboard::formatBarIsAnArea()
{
    ComposeBench bench;
    Draft draft;
    draft.rich = true;
    const Parts parts(bench.open(draft));
    QToolButton *bold = parts.window->findChild<FormatBar *>()->buttons().constFirst();
    parts.subject()->setFocus();
    parts.press(Qt::Key_F6, Qt::NoModifier);
    QCOMPARE(QApplication::focusWidget(), bold);
    parts.press(Qt::Key_F6, Qt::NoModifier);
    QCOMPARE(QApplication::focusWidget(), parts.body);
    parts.press(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), bold);
    parts.press(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), parts.subject());
}

void TestComposeKeyboard::stripButtonsAsTheyStand()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, QString(), u"x"_qs);
    parts.press(Qt::Key_Return);
    QVERIFY(parts.strip->isUp());
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(field && parts.strip->isAncestorOf(field));
    parts.press(Qt::Key_Tab, Qt::NoModifier);
    QCOMPARE(QApplication::focusWidget(), parts.strip->findChild<QCheckBox *>());
    parts.press(Qt::Key_Tab, Qt::NoModifier);
    QCOMPARE(QApplication::focusWidget(), parts.button(u"Send with this subject"_qs));
    parts.press(Qt::Key_Tab, Qt::NoModifier);
    QCOMPARE(QApplication::focusWidget(), parts.button(u"Send without subject"_qs));
}

void TestComposeKeyboard::quits()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.body->setFocus();
    // Quitting means something only within the application's own loop.
    QApplication::setQuitOnLastWindowClosed(false);
    QTimer::singleShot(0, parts.body, [&parts] {
        const auto keys = QKeySequence::keyBindings(QKeySequence::Quit).value(0, Qt::CTRL | Qt::Key_Q);
        QTest::keySequence(parts.body, keys);
    });
    QTimer::singleShot(20'000, parts.body, [] { QCoreApplication::exit(1); });
    QCOMPARE(QApplication::exec(), 0);
}

void TestComposeKeyboard::closingTellsOfTheDraft_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<bool>("told");
    QTest::newRow("untouched") << u"untouched"_qs << false;
    QTest::newRow("written") << u"written"_qs << true;
    QTest::newRow("emptied") << u"emptied"_qs << false;
    QTest::newRow("discarded") << u"discarded"_qs << false;
    QTest::newRow("sent") << u"sent"_qs << false;
    QTest::newRow("on its way") << u"sending"_qs << false;
    QTest::newRow("in doubt") << u"doubt"_qs << false;
}

void TestComposeKeyboard::closingTellsOfTheDraft()
{
    QFETCH(QString, state);
    QFETCH(bool, told);
    ComposeBench bench;
    const Parts parts(bench.open({}, state == u"doubt"));
    const QString id = parts.window->draftId();
    QSignalSpy kept(parts.window, &ComposeWindow::keptAsDraft);
    const QPointer<ComposeWindow> window = parts.window;
    if (state != u"untouched" && state != u"doubt")
        parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    if (state == u"emptied") {
        parts.press(Qt::Key_S);
        parts.head->to().setTyped({});
        parts.subject()->clear();
        parts.body->selectAll();
        QTest::keyClick(parts.body, Qt::Key_Delete);
    }
    if (state == u"discarded") {
        for (QAction *action : parts.window->actions()) {
            if (action->text() == u"D&iscard draft")
                action->trigger();
        }
    }
    if (state == u"sent" || state == u"sending")
        parts.press(Qt::Key_Return);
    if (state == u"sent")
        bench.submission()->accept();
    else
        parts.press(Qt::Key_W);
    if (state != u"sending")
        SOON(!window);
    QCOMPARE(kept.size(), told ? 1 : 0);
    if (told) {
        QCOMPARE(kept.first().at(0).toString(), id);
        QCOMPARE(kept.first().at(1).toString(), u"Tea"_qs);
        QVERIFY(bench.draft(id));
    }
}

void TestComposeKeyboard::attachmentsMove_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<int>("from");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<QString>("order");
    QTest::newRow("right") << Qt::LeftToRight << 0 << Qt::Key_Right << u"b.txt a.txt c.txt"_qs;
    QTest::newRow("down") << Qt::LeftToRight << 1 << Qt::Key_Down << u"a.txt c.txt b.txt"_qs;
    QTest::newRow("left") << Qt::LeftToRight << 2 << Qt::Key_Left << u"a.txt c.txt b.txt"_qs;
    QTest::newRow("up") << Qt::LeftToRight << 1 << Qt::Key_Up << u"b.txt a.txt c.txt"_qs;
    QTest::newRow("no further than the end")
        << Qt::LeftToRight << 2 << Qt::Key_Right << u"a.txt b.txt c.txt"_qs;
    QTest::newRow("no further than the start")
        << Qt::LeftToRight << 0 << Qt::Key_Left << u"a.txt b.txt c.txt"_qs;
    QTest::newRow("mirrored left") << Qt::RightToLeft << 0 << Qt::Key_Left << u"b.txt a.txt c.txt"_qs;
    QTest::newRow("mirrored right") << Qt::RightToLeft << 2 << Qt::Key_Right << u"a.txt c.txt b.txt"_qs;
}

void TestComposeKeyboard::attachmentsMove()
{
    QFETCH(Qt::LayoutDirection, direction);
    QFETCH(int, from);
    QFETCH(Qt::Key, key);
    QFETCH(QString, order);
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.window->setLayoutDirection(direction);
    attachThree(bench, parts);
    parts.pane->setCurrentIndex(parts.attachments->index(from));
    const QString moved = parts.pane->currentIndex().data().toString();
    QTest::keyClick(parts.pane, key, Qt::AltModifier);
    QCOMPARE(names(parts).join(u' '), order);
    QCOMPARE(parts.pane->currentIndex().data().toString(), moved);
    QStringList sent;
    const QList<Attachment> ready = parts.attachments->ready();
    for (const Attachment &attachment : ready)
        sent.append(attachment.fileName);
    QCOMPARE(sent.join(u' '), order);
}

void TestComposeKeyboard::arrowsGoAlongTheAttachments_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<Qt::Key>("onwards");
    QTest::newRow("left to right") << Qt::LeftToRight << Qt::Key_Right;
    QTest::newRow("right to left") << Qt::RightToLeft << Qt::Key_Left;
}

void TestComposeKeyboard::arrowsGoAlongTheAttachments()
{
    QFETCH(Qt::LayoutDirection, direction);
    QFETCH(Qt::Key, onwards);
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.window->setLayoutDirection(direction);
    attachThree(bench, parts);
    parts.pane->setCurrentIndex(parts.attachments->index(0));
    QTest::keyClick(parts.pane, onwards);
    QCOMPARE(parts.pane->currentIndex().row(), 1);
    QTest::keyClick(parts.pane, onwards);
    QCOMPARE(parts.pane->currentIndex().row(), 2);
    QTest::keyClick(parts.pane, onwards == Qt::Key_Left ? Qt::Key_Right : Qt::Key_Left);
    QCOMPARE(parts.pane->currentIndex().row(), 1);
}

void TestComposeKeyboard::renameByKey()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    attachThree(bench, parts);
    parts.pane->setCurrentIndex(parts.attachments->index(0));
#ifdef Q_OS_MACOS
    QTest::keyClick(parts.pane, Qt::Key_Return);
#else
    QTest::keyClick(parts.pane, Qt::Key_F2);
#endif
    auto *editor = parts.pane->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    SOON_EQUAL(editor->selectedText(), u"a"_qs); // the extension stays
    QTest::keyClicks(editor, u"tea"_qs);
    QTest::keyClick(editor, Qt::Key_Return);
    SOON_EQUAL(names(parts).constFirst(), u"tea.txt"_qs);
    SOON(parts.pane->hasFocus());
}

void TestComposeKeyboard::undoIsEachFieldsOwn()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"At five"_qs);
    type(parts.to(), u", carol@example.net"_qs);
    const auto texts = [&] {
        return QStringList{parts.head->to().typed(), parts.subject()->text(), parts.body->toPlainText()};
    };
    const QStringList whole = texts();
    const QList<QWidget *> fields{parts.to(), parts.subject(), parts.body};
    for (qsizetype i = 0; i < fields.size(); ++i) {
        fields[i]->setFocus();
        QTest::keySequence(fields[i], QKeySequence::Undo);
        QStringList expected = texts();
        QVERIFY2(expected[i] != whole[i], qPrintable(whole[i]));
        expected[i] = whole[i];
        QCOMPARE(expected, whole); // the others stand
        QTest::keySequence(fields[i], QKeySequence::Redo);
        QCOMPARE(texts(), whole);
        for (int step = 0; step < 60; ++step)
            QTest::keySequence(fields[i], QKeySequence::Undo);
        QVERIFY2(texts()[i].isEmpty(), qPrintable(texts()[i]));
        for (int step = 0; step < 60; ++step)
            QTest::keySequence(fields[i], QKeySequence::Redo);
        QCOMPARE(texts(), whole);
    }
}

QTEST_MAIN(TestComposeKeyboard)
#include "tst_composekeyboard.moc"
