// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"

#include <QAccessible>
#include <QLabel>

using namespace pennypost;
using namespace std::chrono_literals;

namespace {

/// As a full disk would: no draft can be written, until mend().
Result<void, StoreError> breakStore(Database &database)
{
    for (const QString &change : {u"INSERT"_qs, u"UPDATE"_qs}) {
        auto ran = database.run(
            u"CREATE TRIGGER broken_%1 BEFORE %1 ON draft BEGIN SELECT RAISE(ABORT, 'no'); END"_qs.arg(
                change));
        if (!ran)
            return Failure{ran.error()};
    }
    return {};
}

Result<void, StoreError> mendStore(Database &database)
{
    for (const QString &change : {u"INSERT"_qs, u"UPDATE"_qs}) {
        auto ran = database.run(u"DROP TRIGGER broken_%1"_qs.arg(change));
        if (!ran)
            return Failure{ran.error()};
    }
    return {};
}

/// Counts what would show it, or take it away.
class ShowCounter : public QObject
{
public:
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent ? 1 : 0;
        return false;
    }
    int count = 0;
};

/// Whether these words show in what a screen reader reads by itself.
bool saysAloud(const ComposeWindow &window, const QString &words)
{
    const auto widgets = window.findChildren<QWidget *>();
    return std::any_of(widgets.begin(), widgets.end(), [&](QWidget *widget) {
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        return face &&
               (face->role() == QAccessible::Notification || face->role() == QAccessible::AlertMessage) &&
               !face->state().invisible && face->text(QAccessible::Name) == words;
    });
}

void discardByMenu(const ComposeWindow *window)
{
    const auto actions = window->actions();
    for (QAction *action : actions) {
        if (QString(action->text()).remove(u'&') == u"Discard draft")
            action->trigger();
    }
}

} // namespace

/// What goes on purpose can be had back, and a store that fails says so.
class TestComposeDiscard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void discard_data();
    void discard();
    void discardUndone();
    void undoneItIsSaved_data();
    void undoneItIsSaved();
    void programEndsDuringDiscard();
    void savingFails();
    void emptiedWhileItIsSaved_data();
    void emptiedWhileItIsSaved();
    void nothingIsShownWhileTheWindowGoes();
    void closingWaitsForTheStore_data();
    void closingWaitsForTheStore();
    void richToPlain_data();
    void richToPlain();
};

void TestComposeDiscard::discard_data()
{
    QTest::addColumn<QString>("end");
    QTest::newRow("by time") << u"time"_qs;
    QTest::newRow("by closing the window") << u"window"_qs;
}

void TestComposeDiscard::discard()
{
    QFETCH(QString, end);
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.open();
    const Parts parts(window);
    type(parts.body, u"x"_qs);
    parts.press(Qt::Key_S);
    QCOMPARE(bench.drafts().size(), 1);
    discardByMenu(window);
    QVERIFY(window->isVisible());
    QVERIFY(parts.button(u"Undo"_qs));
    QCOMPARE(bench.drafts().size(), 1); // until it can't be undone any more
    if (end == u"time")
        bench.clock.advance(9s);
    else
        window->close();
    SOON(!window);
    QCOMPARE(bench.drafts().size(), 0);
}

void TestComposeDiscard::discardUndone()
{
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.open();
    const Parts parts(window);
    type(parts.body, u"x"_qs);
    discardByMenu(window);
    QVERIFY(parts.body->isReadOnly());
    parts.click(u"Undo"_qs);
    QVERIFY(!parts.body->isReadOnly());
    bench.clock.advance(20s);
    QVERIFY(window);
    window->close();
    SOON(!window);
    QCOMPARE(bench.drafts().size(), 1);
}

/// Words typed right before have not been written down yet: a crash later must not take them.
void TestComposeDiscard::undoneItIsSaved_data()
{
    QTest::addColumn<bool>("storedBefore");
    QTest::newRow("the store has an older version") << true;
    QTest::newRow("the store has nothing yet") << false;
}

void TestComposeDiscard::undoneItIsSaved()
{
    QFETCH(bool, storedBefore);
    ComposeBench bench;
    ComposeWindow *window = bench.open();
    const Parts parts(window);
    type(parts.body, u"x"_qs);
    if (storedBefore) {
        parts.press(Qt::Key_S);
        SOON(parts.status().startsWith(u"Saved "_qs));
    }
    type(parts.body, u"y"_qs);
    discardByMenu(window);
    QCOMPARE(bench.drafts().size(), storedBefore ? 1 : 0);
    parts.click(u"Undo"_qs);
    SOON2(parts.status().startsWith(u"Saved "_qs), qPrintable(parts.status()));
    QCOMPARE(bench.draft(window->draftId())->message.text, u"xy"_qs);
}

void TestComposeDiscard::programEndsDuringDiscard()
{
    ComposeBench bench;
    ComposeWindow *window = bench.open();
    const QString id = window->draftId();
    type(Parts(window).body, u"x"_qs);
    discardByMenu(window);
    bench.restart();
    QVERIFY(bench.draft(id)); // nobody saw the time to undo run out
}

void TestComposeDiscard::savingFails()
{
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.open();
    const Parts parts(window);
    QVERIFY(bench.ask(breakStore));
    type(parts.body, u"x"_qs);
    bench.clock.advance(1s);
    SOON2(parts.status().startsWith(u"Not saved: "_qs), qPrintable(parts.status()));
    QVERIFY(saysAloud(*window, parts.status()));
    QVERIFY(bench.ask(mendStore));
    parts.press(Qt::Key_S); // nothing has changed, and still it is tried again
    SOON(parts.status().startsWith(u"Saved "_qs));
    QVERIFY(!saysAloud(*window, parts.status())); // not every pause
    QCOMPARE(bench.drafts().size(), 1);
}

/// The answer to a save comes after the letter was emptied, and its draft with it.
void TestComposeDiscard::emptiedWhileItIsSaved_data()
{
    QTest::addColumn<bool>("fails");
    QTest::newRow("saved") << false;
    QTest::newRow("not saved") << true;
}

void TestComposeDiscard::emptiedWhileItIsSaved()
{
    QFETCH(bool, fails);
    ComposeBench bench;
    ComposeWindow *window = bench.open();
    const Parts parts(window);
    if (fails)
        QVERIFY(bench.ask(breakStore));
    type(parts.body, u"x"_qs);
    bench.clock.advance(1s);
    QTest::keyClick(parts.body, Qt::Key_Backspace);
    bench.clock.advance(1s); // the store has not answered the first save yet
    QCOMPARE(bench.drafts().size(), 0);
    QCOMPARE(parts.status(), QString());
    if (fails)
        QVERIFY(bench.ask(mendStore));
    type(parts.body, u"y"_qs);
    bench.clock.advance(1s);
    SOON(parts.status().startsWith(u"Saved "_qs));
    QCOMPARE(bench.draft(window->draftId())->message.text, u"y"_qs);
}

/// Its last save sets states that nobody may look up in a controller that is half gone.
void TestComposeDiscard::nothingIsShownWhileTheWindowGoes()
{
    ComposeBench bench;
    ComposeWindow *window = bench.open();
    const QString id = window->draftId();
    const Parts parts(window);
    QVERIFY(bench.ask(breakStore));
    type(parts.body, u"x"_qs);
    bench.clock.advance(1s);
    SOON2(parts.status().startsWith(u"Not saved: "_qs), qPrintable(parts.status()));
    QVERIFY(bench.ask(mendStore));
    ShowCounter shown;
    const auto labels = window->findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (label->text() == parts.status())
            label->installEventFilter(&shown);
    }
    delete window;
    QCOMPARE(shown.count, 0); // not from "Not saved" to "Saving"
    QVERIFY(bench.draft(id));
}

void TestComposeDiscard::closingWaitsForTheStore_data()
{
    QTest::addColumn<bool>("failedBefore");
    QTest::addColumn<QString>("wayOut");
    QTest::newRow("store works") << false << QString();
    QTest::newRow("fails on closing, tried again") << false << u"Try again"_qs;
    QTest::newRow("had failed before, tried again") << true << u"Try again"_qs;
    QTest::newRow("had failed before, given up") << true << u"Discard"_qs;
}

void TestComposeDiscard::closingWaitsForTheStore()
{
    QFETCH(bool, failedBefore);
    QFETCH(QString, wayOut);
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.open();
    const QString id = window->draftId();
    const Parts parts(window);
    QSignalSpy kept(window, &ComposeWindow::keptAsDraft);
    if (!wayOut.isEmpty())
        QVERIFY(bench.ask(breakStore));
    type(parts.body, u"x"_qs);
    if (failedBefore) {
        bench.clock.advance(1s);
        SOON2(parts.status().startsWith(u"Not saved: "_qs), qPrintable(parts.status()));
    }
    parts.press(Qt::Key_W);
    QCOMPARE(kept.size(), 0); // the store has not answered yet
    if (!wayOut.isEmpty()) {
        SOON(parts.strip->isUp());
        QVERIFY(window && window->isVisible());
        QCOMPARE(parts.strip->strip().tone, Strip::Tone::Problem);
        QCOMPARE(parts.body->plainText(), u"x"_qs);
        QVERIFY(!parts.body->isReadOnly());
        QVERIFY(bench.ask(mendStore));
        parts.click(wayOut);
        if (wayOut == u"Discard") {
            QVERIFY(parts.button(u"Undo"_qs));
            bench.clock.advance(9s);
        }
    }
    SOON(!window);
    const bool stays = wayOut != u"Discard";
    QCOMPARE(kept.size(), stays ? 1 : 0);
    QCOMPARE(bench.draft(id).has_value(), stays);
}

void TestComposeDiscard::richToPlain_data()
{
    QTest::addColumn<bool>("formatted");
    QTest::newRow("nothing to lose") << false;
    QTest::newRow("formatting to lose") << true;
}

void TestComposeDiscard::richToPlain()
{
    QFETCH(bool, formatted);
    ComposeBench bench;
    Draft draft;
    draft.rich = true;
    const Parts parts(bench.open(draft));
    type(parts.body, u"one "_qs);
    if (formatted)
        parts.press(Qt::Key_B);
    type(parts.body, u"two"_qs);
    const QString html = parts.body->html();
    QAction *rich = nullptr;
    const auto actions = parts.window->actions();
    for (QAction *action : actions) {
        if (action->isCheckable() && QString(action->text()).remove(u'&') == u"Rich text")
            rich = action;
    }
    QVERIFY(rich && rich->isChecked());
    rich->trigger();
    QVERIFY(!parts.body->isRich());
    QCOMPARE(parts.body->plainText(), u"one two"_qs);
    QCOMPARE(parts.strip->isUp(), formatted);
    if (formatted) {
        parts.click(u"Undo"_qs);
        QVERIFY(parts.body->isRich());
        QVERIFY(rich->isChecked());
        QCOMPARE(parts.body->html(), html);
    }
}

QTEST_MAIN(TestComposeDiscard)
#include "tst_composediscard.moc"
