// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StoreThread.h"
#include "ui/shortcuts/KeyEdit.h"
#include "ui/shortcuts/ShortcutsDialog.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace pennypost;

namespace {

/// The dialog over two windows' commands, by what a person sees of it.
struct Bench
{
    Bench()
    {
        dialog->show();
        QApplication::setActiveWindow(dialog);
        if (!QTest::qWaitForWindowActive(dialog))
            qFatal("the window does not become active");
    }
    ~Bench() { delete dialog; }
    Q_DISABLE_COPY_MOVE(Bench)

    /// "Send: Ctrl+Return", of those that are shown.
    QStringList rows() const
    {
        QStringList all;
        for (int top = 0; top < list->topLevelItemCount(); ++top) {
            const QTreeWidgetItem *title = list->topLevelItem(top);
            for (int row = 0; row < title->childCount() && !title->isHidden(); ++row) {
                if (!title->child(row)->isHidden())
                    all.append(title->child(row)->text(0) + u": "_qs + title->child(row)->text(1));
            }
        }
        return all;
    }
    void choose(const QString &action) const
    {
        const auto found = list->findItems(action, Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(found.size(), 1);
        list->setCurrentItem(found.constFirst());
    }
    QPushButton *button(const QString &words) const
    {
        const auto all = dialog->findChildren<QPushButton *>();
        for (QPushButton *each : all) {
            if (QString(each->text()).remove(u'&') == words)
                return each;
        }
        return nullptr;
    }
    QString note() const
    {
        QStringList all;
        const auto labels = dialog->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible() && !label->buddy())
                all.append(label->text());
        }
        all.removeAll(QString());
        return all.join(u'|');
    }
    void press(Qt::Key pressed, Qt::KeyboardModifiers modifiers = Qt::ControlModifier) const
    {
        key->setFocus();
        QTest::keyClick(key, pressed, modifiers);
    }
    Keys keysOf(const QString &id) const
    {
        for (const ShortcutArea &each : areas) {
            for (const ShortcutCommand &command : each.commands) {
                if (command.id == id)
                    return shortcuts.keysOf(each, command);
            }
        }
        return {};
    }

    const QList<ShortcutArea> areas = {
        {u"In a letter"_qs,
         {{u"l.send"_qs, u"&Send"_qs, {Qt::CTRL | Qt::Key_Return}},
          {u"l.find"_qs, u"&Find…"_qs, {Qt::CTRL | Qt::Key_F}},
          {u"l.rich"_qs, u"Rich te&xt"_qs, {}}},
         {}},
        {u"In the list"_qs, {}, {{{}, u"&Rename"_qs, {Qt::Key_F2}}}},
        {u"In the main window"_qs, {{u"m.find"_qs, u"&Look for"_qs, {Qt::CTRL | Qt::Key_F}}}, {}},
    };
    QTemporaryDir folder;
    StoreThread store{folder.filePath(u"pennypost.sqlite"_qs)};
    Shortcuts shortcuts{store, folder.filePath(u"shortcuts.json"_qs)};
    ShortcutsDialog *dialog = new ShortcutsDialog(shortcuts, areas);
    QTreeWidget *list = dialog->findChild<QTreeWidget *>();
    KeyEdit *key = dialog->findChild<KeyEdit *>();
    QLineEdit *search = [this] {
        const auto lines = dialog->findChildren<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly);
        return lines.constFirst();
    }();
};

} // namespace

/// All keys in one list, each to be changed.
class TestShortcutsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void givesAKey();
    void takesItFromAnother();
    void otherWindowsKeepTheirs();
    void refuses_data();
    void refuses();
    void waitsWhileOneIsHeld();
    void unbinds();
    void fixedStays();
    void backToTheUsual();
    void keyboardAlone();
    void everythingHasAName();
};

void TestShortcutsDialog::finds_data()
{
    QTest::addColumn<QString>("sought");
    QTest::addColumn<QStringList>("rows");
    const QStringList all = {u"Send: Ctrl+Return"_qs, u"Find…: Ctrl+F"_qs, u"Rich text: "_qs,
                             u"Rename: F2"_qs, u"Look for: Ctrl+F"_qs};
    QTest::newRow("all") << QString() << all;
    QTest::newRow("by word") << u" rich"_qs << all.mid(2, 1);
    QTest::newRow("by part of it") << u"en"_qs << QStringList{all[0], all[3]};
    QTest::newRow("by key") << u"ctrl+f"_qs << QStringList{all[1], all[4]};
    QTest::newRow("a fixed key") << u"F2"_qs << all.mid(3, 1);
    QTest::newRow("nothing") << u"spelling"_qs << QStringList();
}

void TestShortcutsDialog::finds()
{
    QFETCH(QString, sought);
    QFETCH(QStringList, rows);
    Bench bench;
    QVERIFY(bench.search->hasFocus());
    QTest::keyClicks(bench.search, sought);
    QCOMPARE(bench.rows(), rows);
    QCOMPARE(bench.list->isVisible(), !rows.isEmpty());
    QCOMPARE(bench.note().isEmpty(), !rows.isEmpty()); // an empty list says why
    QCOMPARE(bench.key->isEnabled(), !rows.isEmpty() && !rows.constFirst().contains(u"F2"));
    QTest::keyClick(bench.search, Qt::Key_Escape);
    QCOMPARE(bench.dialog->isVisible(),
             !sought.trimmed().isEmpty()); // at first it only clears what was typed
}

void TestShortcutsDialog::givesAKey()
{
    Bench bench;
    QAction action;
    bench.shortcuts.bind(&action, bench.areas[0], bench.areas[0].commands[2]);
    bench.choose(u"Rich text"_qs);
    bench.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    const Keys chosen = {Qt::CTRL | Qt::SHIFT | Qt::Key_R};
    QCOMPARE(action.shortcuts(), chosen);
    QVERIFY(bench.rows().contains(u"Rich text: Ctrl+Shift+R"_qs));
    QCOMPARE(bench.key->keySequence(), chosen[0]);
    QVERIFY(bench.note().contains(u"Ctrl+Shift+R"));
    bench.press(Qt::Key_F7, Qt::NoModifier); // the next replaces it
    QCOMPARE(action.shortcuts(), Keys{Qt::Key_F7});
    QKeyEvent held(QEvent::KeyPress, Qt::Key_F7, Qt::NoModifier, {}, true);
    QCoreApplication::sendEvent(bench.key, &held); // and is held a moment
    bench.button(u"Undo"_qs)->click();
    QCOMPARE(action.shortcuts(), chosen);
    QVERIFY(!bench.button(u"Undo"_qs)->isVisible());
}

void TestShortcutsDialog::takesItFromAnother()
{
    Bench bench;
    bench.choose(u"Rich text"_qs);
    bench.press(Qt::Key_F);
    QCOMPARE(bench.keysOf(u"l.rich"_qs), Keys{Qt::CTRL | Qt::Key_F});
    QCOMPARE(bench.keysOf(u"l.find"_qs), Keys());
    QVERIFY2(bench.note().contains(u"Find…"), qPrintable(bench.note()));
    bench.button(u"Undo"_qs)->click();
    QCOMPARE(bench.shortcuts.choices(), Shortcuts::Choices());
}

void TestShortcutsDialog::otherWindowsKeepTheirs()
{
    Bench bench;
    bench.choose(u"Rich text"_qs);
    bench.press(Qt::Key_F);
    QCOMPARE(bench.keysOf(u"m.find"_qs), Keys{Qt::CTRL | Qt::Key_F});
}

void TestShortcutsDialog::refuses_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::newRow("a letter") << Qt::Key_A << Qt::KeyboardModifiers();
    QTest::newRow("a menu's letter") << Qt::Key_S << Qt::KeyboardModifiers(Qt::AltModifier);
    QTest::newRow("copy") << Qt::Key_C << Qt::KeyboardModifiers(Qt::ControlModifier);
    QTest::newRow("Return") << Qt::Key_Return << Qt::KeyboardModifiers();
    QTest::newRow("a list's") << Qt::Key_F2 << Qt::KeyboardModifiers();
}

void TestShortcutsDialog::refuses()
{
    QFETCH(Qt::Key, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    Bench bench;
    bench.choose(u"Send"_qs);
    bench.press(key, modifiers);
    QCOMPARE(bench.shortcuts.choices(), Shortcuts::Choices());
    QCOMPARE(bench.key->keySequence(), QKeySequence(Qt::CTRL | Qt::Key_Return));
    QVERIFY(!bench.note().isEmpty());
    QVERIFY(bench.dialog->isVisible());
}

/// Shift, on its way to another key.
void TestShortcutsDialog::waitsWhileOneIsHeld()
{
    Bench bench;
    bench.choose(u"Send"_qs);
    for (const Qt::Key held :
         {Qt::Key_Shift, Qt::Key_Control, Qt::Key_AltGr, Qt::Key_Super_L, Qt::Key_CapsLock}) {
        QKeyEvent press(QEvent::KeyPress, held, Qt::NoModifier); // QTest has no such keys
        QCoreApplication::sendEvent(bench.key, &press);
        QCOMPARE(bench.note(), QString());
    }
    QCOMPARE(bench.shortcuts.choices(), Shortcuts::Choices());
    QCOMPARE(bench.key->keySequence(), QKeySequence(Qt::CTRL | Qt::Key_Return));
}

void TestShortcutsDialog::unbinds()
{
    Bench bench;
    bench.choose(u"Send"_qs);
    bench.button(u"No key"_qs)->click();
    QCOMPARE(bench.keysOf(u"l.send"_qs), Keys());
    QVERIFY(bench.rows().contains(u"Send: No key"_qs));
    QVERIFY(!bench.button(u"No key"_qs)->isEnabled());
}

void TestShortcutsDialog::fixedStays()
{
    Bench bench;
    bench.choose(u"Rename"_qs);
    QVERIFY(!bench.key->isEnabled());
    QVERIFY(!bench.button(u"No key"_qs)->isEnabled());
    QVERIFY(!bench.button(u"Usual key"_qs)->isEnabled());
}

void TestShortcutsDialog::backToTheUsual()
{
    Bench bench;
    QVERIFY(!bench.button(u"Usual keys for all"_qs)->isEnabled());
    bench.choose(u"Send"_qs);
    bench.press(Qt::Key_M);
    bench.choose(u"Find…"_qs);
    bench.press(Qt::Key_G);
    QVERIFY(bench.button(u"Usual key"_qs)->isEnabled());
    bench.button(u"Usual key"_qs)->click();
    QCOMPARE(bench.keysOf(u"l.find"_qs), Keys{Qt::CTRL | Qt::Key_F});
    QCOMPARE(bench.keysOf(u"l.send"_qs), Keys{Qt::CTRL | Qt::Key_M});
    bench.button(u"Usual keys for all"_qs)->click();
    QCOMPARE(bench.shortcuts.choices(), Shortcuts::Choices());
    bench.button(u"Undo"_qs)->click();
    QCOMPARE(bench.keysOf(u"l.send"_qs), Keys{Qt::CTRL | Qt::Key_M});
}

/// From the search to the list, to the field, and out of it again.
void TestShortcutsDialog::keyboardAlone()
{
    Bench bench;
    QTest::keyClicks(bench.search, u"rich"_qs);
    QTest::keyClick(bench.search, Qt::Key_Return);
    QVERIFY(bench.list->hasFocus());
    QTest::keyClick(bench.list, Qt::Key_Return);
    QVERIFY(bench.key->hasFocus());
    QTest::keyClick(bench.key, Qt::Key_F8);
    QCOMPARE(bench.keysOf(u"l.rich"_qs), Keys{Qt::Key_F8});
    QVERIFY(bench.key->hasFocus());
    QTest::keyClick(bench.key, Qt::Key_Tab);
    QVERIFY(!bench.key->hasFocus());
    bench.key->setFocus();
    QTest::keyClick(bench.key, Qt::Key_Escape);
    QVERIFY(!bench.dialog->isVisible());
}

void TestShortcutsDialog::everythingHasAName()
{
    Bench bench;
    bench.choose(u"Send"_qs);
    QVERIFY(bench.key->accessibleName().contains(u"Send"));
    QVERIFY(!bench.list->accessibleName().isEmpty());
    const auto labels = bench.dialog->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
                        [&](const QLabel *label) { return label->buddy() == bench.search; }));
}

QTEST_MAIN(TestShortcutsDialog)
#include "tst_shortcutsdialog.moc"
