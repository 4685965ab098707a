// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QProgressBar>

using namespace pennypost;

/// The window as a person meets it: focus, keys, titles, and what a screen reader is told.
class TestComposeWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWhereOneGoesOn_data();
    void startsWhereOneGoesOn();
    void tabOrder();
    void shortcuts_data();
    void shortcuts();
    void noShortcutTwice();
    void copiesOpenByButton();
    void areas();
    void title();
    void escapeTakesNothing();
    void identities();
    void accountsChangeUnderneath();
    void everyControlHasAName_data();
    void everyControlHasAName();
    void labelsLeadToTheirFields();
    void attachAsksWithoutBlocking();
    void newLetterAndAccounts();
    void comesBackAfterAFailure_data();
    void comesBackAfterAFailure();
    void paletteChangesLive();
};

void TestComposeWindow::startsWhereOneGoesOn_data()
{
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("field");
    QTest::newRow("new") << QString() << QString() << u"to"_qs;
    QTest::newRow("subject alone") << QString() << u"Tea"_qs << u"to"_qs;
    QTest::newRow("to") << u"bob@example.net"_qs << QString() << u"subject"_qs;
    QTest::newRow("both") << u"bob@example.net"_qs << u"Tea"_qs << u"body"_qs;
}

void TestComposeWindow::startsWhereOneGoesOn()
{
    QFETCH(QString, to);
    QFETCH(QString, subject);
    QFETCH(QString, field);
    ComposeBench bench;
    Draft draft;
    draft.typedTo = to;
    draft.message.subject = subject;
    const Parts parts(bench.open(draft));
    const QHash<QString, QWidget *> fields{
        {u"to"_qs, parts.to()}, {u"subject"_qs, parts.subject()}, {u"body"_qs, parts.body}};
    SOON_EQUAL(QApplication::focusWidget(), fields.value(field));
}

void TestComposeWindow::tabOrder()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.head->showCc();
    parts.head->showBcc();
    parts.to()->setFocus();
    const QList<QWidget *> order{parts.to(), parts.cc(), parts.bcc(), parts.subject(), parts.body};
    for (qsizetype i = 1; i < order.size(); ++i) {
        parts.press(Qt::Key_Tab, Qt::NoModifier);
        QCOMPARE(QApplication::focusWidget(), order[i]);
    }
    for (qsizetype i = order.size() - 2; i >= 0; --i) {
        parts.press(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), order[i]);
    }
    // Tab leaves the body as well, and comes round to To.
    parts.body->setFocus();
    for (int i = 0; i < 30 && QApplication::focusWidget() != parts.to(); ++i)
        parts.press(Qt::Key_Tab, Qt::NoModifier);
    QCOMPARE(QApplication::focusWidget(), parts.to());
    QVERIFY(parts.body->plainText().isEmpty());
}

void TestComposeWindow::shortcuts_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<QString>("field");
    const Qt::KeyboardModifiers both = Qt::ControlModifier | Qt::ShiftModifier;
    QTest::newRow("to") << int(Qt::Key_T) << both << u"to"_qs;
    QTest::newRow("cc") << int(Qt::Key_C) << both << u"cc"_qs;
    QTest::newRow("bcc") << int(Qt::Key_B) << both << u"bcc"_qs;
}

void TestComposeWindow::shortcuts()
{
    QFETCH(int, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QFETCH(QString, field);
    ComposeBench bench;
    const Parts parts(bench.open());
    QVERIFY(!parts.cc()->isVisible());
    QVERIFY(!parts.bcc()->isVisible());
    parts.body->setFocus();
    parts.press(Qt::Key(key), modifiers);
    const QHash<QString, QWidget *> fields{
        {u"to"_qs, parts.to()}, {u"cc"_qs, parts.cc()}, {u"bcc"_qs, parts.bcc()}};
    QCOMPARE(QApplication::focusWidget(), fields.value(field));
    QVERIFY(fields.value(field)->isVisible());
}

/// Two actions that want the same key: Qt then triggers neither.
void TestComposeWindow::noShortcutTwice()
{
    ComposeBench bench;
    Draft draft;
    draft.rich = true; // its bar has keys of its own
    const Parts parts(bench.open(draft));
    QHash<QKeySequence, QString> taken;
    const auto actions = parts.window->findChildren<QAction *>();
    for (const QAction *action : actions) {
        const bool ofOneField = action->shortcutContext() == Qt::WidgetShortcut;
        const QList<QKeySequence> keys = ofOneField ? QList<QKeySequence>() : action->shortcuts();
        for (const QKeySequence &key : keys) {
            QVERIFY2(!taken.contains(key),
                     qPrintable(key.toString() + u": "_qs + taken.value(key) + u", " + action->text()));
            taken.insert(key, action->text());
        }
    }
    for (const char *key : {"Ctrl+K", "Ctrl+B", "Ctrl+N", "Ctrl+W", "F6"})
        QVERIFY2(taken.contains(QKeySequence(QString::fromLatin1(key))), key);
}

void TestComposeWindow::copiesOpenByButton()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    int opened = 0;
    const auto buttons = parts.head->findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!button->isVisible()); // its field is there now
        ++opened;
    }
    QCOMPARE(opened, 2);
    QVERIFY(parts.cc()->isVisible());
    QVERIFY(parts.bcc()->isVisible());
}

void TestComposeWindow::areas()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.attachments->addFiles({bench.file(u"a.txt"_qs, "a")});
    SOON(parts.pane->isVisible());
    parts.head->from().setFocus();
    const QList<QWidget *> order{parts.to(), parts.subject(), parts.body, parts.pane, &parts.head->from()};
    for (QWidget *area : order) {
        parts.press(Qt::Key_F6, Qt::NoModifier);
        QCOMPARE(QApplication::focusWidget(), area);
    }
    parts.press(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), parts.pane);
}

void TestComposeWindow::title()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    QCOMPARE(parts.window->windowTitle(), u"New letter"_qs);
    type(parts.subject(), u"Tea at five"_qs);
    QCOMPARE(parts.window->windowTitle(), u"Tea at five"_qs);
}

void TestComposeWindow::escapeTakesNothing()
{
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.open();
    const Parts parts(window);
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"At five?"_qs);
    for (QWidget *field :
         {parts.to(), static_cast<QWidget *>(parts.subject()), static_cast<QWidget *>(parts.body)})
        QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(window && window->isVisible());
    QCOMPARE(parts.head->to().typed(), u"bob@example.net"_qs);
    QCOMPARE(parts.subject()->text(), u"Tea"_qs);
    QCOMPARE(parts.body->plainText(), u"At five?"_qs);
}

void TestComposeWindow::identities()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    IdentityCombo &from = parts.head->from();
    QCOMPARE(from.count(), 3);
    QCOMPARE(from.mailbox().addrSpec(), u"alice@example.org"_qs);
    from.setCurrentIndex(2);
    QCOMPARE(from.account()->id, u"work"_qs);
    QCOMPARE(from.toolTip(), from.currentText()); // where the window is too narrow for it

    Draft draft;
    draft.accountId = u"alice"_qs;
    draft.message.from = *parseMailbox(u"writing@example.org").mailbox;
    const Parts other(bench.open(draft));
    QCOMPARE(other.head->from().mailbox().addrSpec(), u"writing@example.org"_qs);
    QCOMPARE(other.head->from().toolTip(), other.head->from().currentText());
}

void TestComposeWindow::accountsChangeUnderneath()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.head->from().setCurrentIndex(2);
    QVERIFY(bench.accounts->remove(u"alice"_qs));
    QCOMPARE(parts.head->from().count(), 1);
    QCOMPARE(parts.head->from().account()->id, u"work"_qs);
    QVERIFY(bench.accounts->remove(u"work"_qs));
    QVERIFY(!parts.head->from().account());

    // Without any account Send says so and leads there.
    QSignalSpy accounts(parts.window, &ComposeWindow::accountsRequested);
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    parts.press(Qt::Key_Return);
    QVERIFY(parts.strip->isUp());
    parts.click(u"Set up an account…"_qs);
    QCOMPARE(accounts.size(), 1);
    QCOMPARE(bench.submitter->count(), 0);
}

void TestComposeWindow::everyControlHasAName_data()
{
    QTest::addColumn<QString>("state");
    for (const char *state : {"new", "rich", "attachments", "problem", "question", "progress"})
        QTest::newRow(state) << QString::fromLatin1(state);
}

void TestComposeWindow::everyControlHasAName()
{
    QFETCH(QString, state);
    ComposeBench bench;
    Draft draft;
    draft.rich = state == u"rich";
    const Parts parts(bench.open(draft));
    parts.head->showCc();
    parts.head->showBcc();
    if (state == u"attachments")
        parts.attachments->addFiles({bench.file(u"a.txt"_qs, "a")});
    if (state == u"problem")
        parts.press(Qt::Key_Return);
    if (state == u"question" || state == u"progress") {
        parts.write(u"bob@example.net"_qs, state == u"question" ? QString() : u"Tea"_qs, u"x"_qs);
        parts.press(Qt::Key_Return);
    }
    int looked = 0;
    const auto widgets = parts.window->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const bool control = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) ||
                             qobject_cast<QTextEdit *>(widget) || qobject_cast<QComboBox *>(widget) ||
                             qobject_cast<QAbstractItemView *>(widget) ||
                             qobject_cast<QProgressBar *>(widget);
        // Qt's own innards of a field, such as a combo box's list, are named by it.
        if (!control || widget->objectName().startsWith(u"qt_") || !widget->isVisible() ||
            widget->parentWidget()->inherits("QComboBoxPrivateContainer"))
            continue;
        ++looked;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(face);
        const QString name = face->text(QAccessible::Name);
        QVERIFY2(!name.trimmed().isEmpty(), widget->metaObject()->className());
        QVERIFY2(widget->focusPolicy() != Qt::NoFocus || !widget->toolTip().isEmpty() ||
                     qobject_cast<QProgressBar *>(widget),
                 qPrintable(name));
    }
    QVERIFY(looked >= 8);
    if (state == u"attachments") {
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(parts.pane);
        QVERIFY(list->child(0));
        QVERIFY(list->child(0)->text(QAccessible::Name).startsWith(u"a.txt"_qs));
    }
}

void TestComposeWindow::labelsLeadToTheirFields()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    QSet<QWidget *> buddies;
    const auto labels = parts.head->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (!label->buddy())
            continue;
        QVERIFY2(label->text().contains(u'&'), qPrintable(label->text()));
        buddies.insert(label->buddy());
    }
    const QSet<QWidget *> fields{&parts.head->from(), parts.to(), parts.cc(), parts.bcc(), parts.subject()};
    QCOMPARE(buddies, fields);
}

void TestComposeWindow::attachAsksWithoutBlocking()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    const QString one = bench.file(u"one.txt"_qs, "1");
    const QString two = bench.file(u"two.txt"_qs, "22");
    parts.press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = parts.window->findChild<QFileDialog *>(); // here already, for nothing waits for it
    QVERIFY(dialog);
    QCOMPARE(dialog->fileMode(), QFileDialog::ExistingFiles);
    Q_EMIT dialog->filesSelected({one, two});
    dialog->close();
    SOON(parts.attachmentsSettled());
    QVERIFY2(parts.attachments->firstFailed() < 0,
             qPrintable(parts.attachments->index(0).data(Qt::ToolTipRole).toString()));
    SOON_EQUAL(parts.attachments->ready().size(), 2);
}

void TestComposeWindow::newLetterAndAccounts()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    QSignalSpy another(parts.window, &ComposeWindow::newLetterRequested);
    parts.press(Qt::Key_N);
    QCOMPARE(another.size(), 1);
}

void TestComposeWindow::comesBackAfterAFailure_data()
{
    QTest::addColumn<bool>("closed");
    QTest::addColumn<bool>("minimised");
    QTest::newRow("in sight") << false << false;
    QTest::newRow("minimised") << false << true;
    QTest::newRow("closed") << true << false;
    QTest::newRow("minimised and closed") << true << true;
}

/// Whoever sent it off and turned to something else must hear that it did not go.
void TestComposeWindow::comesBackAfterAFailure()
{
    QFETCH(bool, closed);
    QFETCH(bool, minimised);
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.open();
    const Parts parts(window);
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    parts.press(Qt::Key_Return);
    FakeSubmission *submission = bench.submission();
    const Qt::WindowStates before = window->windowState();
    if (minimised)
        window->showMinimized();
    if (closed)
        window->close();
    QCOMPARE(window->isVisible(), !closed);
    submission->fail(Problem::ConnectionLost, Stage::Body);
    SOON(!parts.strip->showsProgress());
    QVERIFY(window && window->isVisible());
    QCOMPARE(window->windowState() & ~Qt::WindowActive, before & ~Qt::WindowActive);
}

void TestComposeWindow::paletteChangesLive()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"nobody"_qs, u"Tea"_qs, u"x"_qs);
    const auto background = [&] {
        const QImage shot = parts.window->grab().toImage();
        return shot.pixelColor(parts.body->mapTo(parts.window, QPoint(parts.body->width() / 2, 60)));
    };
    QVERIFY(background().lightness() > 200);
    const QPalette light = QApplication::palette();
    QPalette dark(QColor(0x2b, 0x2b, 0x2b));
    QVERIFY(dark.color(QPalette::Base).lightness() < 128);
    QApplication::setPalette(dark);
    QCoreApplication::processEvents();
    const int darkness = background().lightness();
    QApplication::setPalette(light);
    QVERIFY2(darkness < 100, qPrintable(QString::number(darkness)));
}

QTEST_MAIN(TestComposeWindow)
#include "tst_composewindow.moc"
