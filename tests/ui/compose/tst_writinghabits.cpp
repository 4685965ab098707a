// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QFile>

using namespace pennypost;

/// "Never ask again" about a subject: remembered, and taken back in the menu.
class TestWritingHabits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksUntilToldNotTo_data();
    void asksUntilToldNotTo();
    void unansweredChangesNothing();
    void menuTakesItBack();
    void fileIsItsOwnersAlone();
    void linesAndZone();
    void damagedFileAsks_data();
    void damagedFileAsks();

private:
    static QAction *action(const Parts &parts, QStringView words)
    {
        const auto actions = parts.window->actions();
        for (QAction *each : actions) {
            if (each->text() == words)
                return each;
        }
        return nullptr;
    }
    static QAction *askAction(const Parts &parts) { return action(parts, u"As&k for a missing subject"); }
    static QCheckBox *box(const Parts &parts) { return parts.strip->findChild<QCheckBox *>(); }
};

void TestWritingHabits::asksUntilToldNotTo_data()
{
    QTest::addColumn<QString>("subject"); // typed in the strip
    QTest::newRow("without subject") << QString();
    QTest::newRow("with a subject") << u"Tea"_qs;
}

/// The box is a habit's, beside no button, and goes with whichever of them sends.
void TestWritingHabits::asksUntilToldNotTo()
{
    QFETCH(QString, subject);
    ComposeBench bench;
    const Parts first(bench.open());
    QVERIFY(askAction(first)->isChecked());
    first.write(u"bob@example.net"_qs, QString(), u"x"_qs);
    first.press(Qt::Key_Return);
    QVERIFY(first.strip->isUp());
    QCOMPARE(bench.submitter->count(), 0);
    QVERIFY(box(first)->isVisible() && !box(first)->isChecked());
    QVERIFY(!QAccessible::queryAccessibleInterface(box(first))->text(QAccessible::Name).contains(u'&'));
    type(QApplication::focusWidget(), subject);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); // the next after the line
    QCOMPARE(QApplication::focusWidget(), box(first));
    QTest::keyClick(box(first), Qt::Key_Space);
    QVERIFY(box(first)->isChecked());
    QVERIFY(askAction(first)->isChecked()); // not before the letter goes
    first.click(subject.isEmpty() ? u"Send without subject"_qs : u"Send with this subject"_qs);
    bench.submission(1); // and goes
    QVERIFY(!askAction(first)->isChecked());

    const Parts second(bench.open());
    second.write(u"bob@example.net"_qs, QString(), u"x"_qs);
    second.press(Qt::Key_Return);
    bench.submission(2);

    bench.restart();
    const Parts third(bench.open());
    QVERIFY(!askAction(third)->isChecked());
    third.write(u"bob@example.net"_qs, QString(), u"x"_qs);
    third.press(Qt::Key_Return);
    bench.submission(1);
}

void TestWritingHabits::unansweredChangesNothing()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, QString(), u"x"_qs);
    parts.press(Qt::Key_Return);
    box(parts)->setChecked(true);
    parts.press(Qt::Key_Escape, Qt::NoModifier);
    QVERIFY(!parts.strip->isUp());
    QVERIFY(bench.habits->habits().asksForSubject);
    parts.press(Qt::Key_Return);
    QVERIFY(parts.strip->isUp());
    QVERIFY(!box(parts)->isChecked());
    parts.press(Qt::Key_Escape, Qt::NoModifier);
    parts.write(QString(), u"Tea"_qs, QString());
    parts.body->selectAll();
    parts.press(Qt::Key_Delete, Qt::NoModifier);
    parts.press(Qt::Key_Return);
    QVERIFY(parts.strip->isUp());
    QVERIFY(!box(parts)->isVisible()); // an empty letter is no habit
}

void TestWritingHabits::menuTakesItBack()
{
    ComposeBench bench;
    bench.habits->setHabits({.asksForSubject = false});
    const Parts one(bench.open());
    const Parts other(bench.open());
    askAction(one)->trigger();
    QVERIFY(bench.habits->habits().asksForSubject);
    QVERIFY(askAction(other)->isChecked()); // every window knows
    other.write(u"bob@example.net"_qs, QString(), u"x"_qs);
    other.press(Qt::Key_Return);
    QVERIFY(other.strip->isUp());
    QCOMPARE(bench.submitter->count(), 0);
    bench.restart();
    QVERIFY(bench.habits->habits().asksForSubject);
}

void TestWritingHabits::fileIsItsOwnersAlone()
{
    ComposeBench bench;
    bench.habits->setHabits({.asksForSubject = false});
    bench.restart(); // writes what is left to be written
    const QFile file(bench.folder.filePath(u"writing.json"_qs));
    QVERIFY(file.exists());
#ifndef Q_OS_WIN
    QVERIFY(!(file.permissions() &
              (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
#endif
}

/// How a letter is written, chosen in any window's menu, holds for all and for all starts.
void TestWritingHabits::linesAndZone()
{
    ComposeBench bench;
    const QString text = u"A paragraph that is longer than a line of a letter has been since the days of "
                         u"terminals, which had eighty columns."_qs;
    const Parts usual(bench.open());
    usual.write(u"bob@example.net"_qs, u"Tea"_qs, text);
    usual.press(Qt::Key_Return);
    QVERIFY(!bench.submission(1)->letter().contains("format=flowed"));

    const Parts first(bench.open());
    for (const QStringView words : {u"Break lon&g lines of plain text", u"Do not tell my time &zone"}) {
        QAction *habit = action(first, words);
        QVERIFY(habit && habit->isCheckable() && !habit->isChecked());
        habit->trigger();
    }
    bench.restart();
    const Parts second(bench.open());
    QVERIFY(action(second, u"Do not tell my time &zone")->isChecked());
    second.write(u"bob@example.net"_qs, u"Tea"_qs, text);
    second.press(Qt::Key_Return);
    const QByteArray letter = bench.submission(1)->letter();
    QVERIFY2(letter.contains("format=\"flowed\""), letter.constData());
    QVERIFY2(letter.contains(" +0000\r\n"), letter.constData());
    QVERIFY2(letter.contains(" \r\n"), letter.constData());
}

void TestWritingHabits::damagedFileAsks_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << QByteArray("{\"askForSub");
    QTest::newRow("another kind") << QByteArray("[1]");
    QTest::newRow("another type") << QByteArray("{\"askForSubject\": \"no\"}");
}

void TestWritingHabits::damagedFileAsks()
{
    QFETCH(QByteArray, bytes);
    ComposeBench bench;
    bench.file(u"writing.json"_qs, bytes);
    bench.restart();
    QVERIFY(bench.habits->habits().asksForSubject);
}

QTEST_MAIN(TestWritingHabits)
#include "tst_writinghabits.moc"
