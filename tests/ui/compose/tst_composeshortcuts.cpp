// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"
#include "ui/compose/ComposeCommands.h"

#include <QAction>
#include <QPushButton>
#include <QSet>
#include <QToolButton>

using namespace pennypost;

/// The keys of a compose window are one table, and a person's to change.
class TestComposeShortcuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommandHasItsAction();
    void noKeyMeansTwoThings();
    void sendGoesByAnother();
    void sendGoesByNone();
    void comesBeforeAFieldsOwn_data();
    void comesBeforeAFieldsOwn();
    void tooltipsFollow();
    void holdsAfterARestart();

private:
    static void choose(const ComposeBench &bench, const QString &id, const Keys &keys)
    {
        const ShortcutArea area = ComposeCommands::letter();
        bench.shortcuts->setChoices(bench.shortcuts->given(area, area.command(id), keys).choices);
    }
    static QAction *action(const Parts &parts, const QString &id)
    {
        return parts.window->findChild<QAction *>(id);
    }
    static inline const QKeySequence other{Qt::CTRL | Qt::SHIFT | Qt::Key_M};
};

void TestComposeShortcuts::everyCommandHasItsAction()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    const ShortcutArea area = ComposeCommands::letter();
    QVERIFY(area.commands.size() > 30);
    for (const ShortcutCommand &command : area.commands) {
        QAction *found = action(parts, command.id);
        QVERIFY2(found, qPrintable(command.id));
        QCOMPARE(found->text(), command.text);
        QCOMPARE(found->shortcuts(), command.usual);
        choose(bench, command.id, {other});
        QCOMPARE(found->shortcuts(), Keys{other});
    }
}

void TestComposeShortcuts::noKeyMeansTwoThings()
{
    QSet<QString> ids;
    QSet<QKeySequence> keys;
    const ShortcutArea area = ComposeCommands::letter();
    for (const ShortcutCommand &command : area.commands) {
        QVERIFY2(!ids.contains(command.id), qPrintable(command.id));
        ids.insert(command.id);
        for (const QKeySequence &key : command.usual) {
            QVERIFY2(!keys.contains(key), qPrintable(command.id + u' ' + key.toString()));
            keys.insert(key);
        }
    }
}

void TestComposeShortcuts::sendGoesByAnother()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"words"_qs);
    choose(bench, u"letter.send"_qs, {other});
    parts.press(Qt::Key_Return);
    QCOMPARE(bench.submitter->count(), 0);
    QVERIFY(parts.isWritable());
    QTest::keyClick(parts.window, Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    bench.submission()->accept();
    SOON_EQUAL(bench.sent().size(), 1);
}

void TestComposeShortcuts::sendGoesByNone()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"words"_qs);
    choose(bench, u"letter.send"_qs, {});
    parts.press(Qt::Key_Return);
    QTest::keyClick(parts.window, Qt::Key_Enter, Qt::ControlModifier);
    QCOMPARE(bench.submitter->count(), 0);
    QVERIFY(parts.isWritable());
}

void TestComposeShortcuts::comesBeforeAFieldsOwn_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<bool>("rich");
    for (const bool rich : {false, true}) {
        QTest::addRow("K%s", rich ? ", rich" : "") << Qt::Key_K << rich;
        QTest::addRow("U%s", rich ? ", rich" : "") << Qt::Key_U << rich;
        QTest::addRow("E%s", rich ? ", rich" : "") << Qt::Key_E << rich;
    }
}

/// Ctrl+U deletes a line, on some systems; Ctrl+K, to its end.
void TestComposeShortcuts::comesBeforeAFieldsOwn()
{
    QFETCH(Qt::Key, key);
    QFETCH(bool, rich);
    ComposeBench bench;
    Draft draft;
    draft.rich = rich;
    const Parts parts(bench.open(draft));
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"words"_qs);
    for (QWidget *field :
         {parts.to(), static_cast<QWidget *>(parts.subject()), static_cast<QWidget *>(parts.body)}) {
        choose(bench, u"letter.ask-subject"_qs, {Qt::CTRL | key});
        const bool asks = bench.habits->habits().asksForSubject;
        field->setFocus();
        QTest::keyClick(field, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(field, key, Qt::ControlModifier);
        QCOMPARE(bench.habits->habits().asksForSubject, !asks);
        action(parts, u"letter.ask-subject"_qs)->setEnabled(false); // and does nothing else then
        QTest::keyClick(field, key, Qt::ControlModifier);
        QCOMPARE(bench.habits->habits().asksForSubject, !asks);
        action(parts, u"letter.ask-subject"_qs)->setEnabled(true);
        QCOMPARE(parts.body->toPlainText(), u"words"_qs);
        QCOMPARE(parts.subject()->text(), u"Tea"_qs);
    }
    parts.press(Qt::Key_Return);
    QVERIFY(bench.submission()->letter().contains("To: bob@example.net\r\n"));
}

void TestComposeShortcuts::tooltipsFollow()
{
    ComposeBench bench;
    Draft draft;
    draft.rich = true;
    const Parts parts(bench.open(draft));
    const auto tips = [&] {
        QStringList all;
        const auto buttons = parts.window->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons)
            all.append(button->toolTip());
        return all.filter(other.toString(QKeySequence::NativeText));
    };
    for (const char *id : {"send", "attach", "rich", "bold", "link", "find-next", "find-previous"}) {
        QVERIFY2(tips().isEmpty(), id);
        choose(bench, u"letter."_qs + QLatin1StringView(id), {other});
        QVERIFY2(tips().size() == 1, id);
        bench.shortcuts->setChoices({});
    }
}

void TestComposeShortcuts::holdsAfterARestart()
{
    ComposeBench bench;
    choose(bench, u"letter.send"_qs, {other});
    bench.restart();
    const Parts parts(bench.open());
    QCOMPARE(action(parts, u"letter.send"_qs)->shortcuts(), Keys{other});
}

QTEST_MAIN(TestComposeShortcuts)
#include "tst_composeshortcuts.moc"
