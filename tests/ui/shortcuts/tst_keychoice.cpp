// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts/KeyChoice.h"

#include <QTest>

using namespace pennypost;

Q_DECLARE_METATYPE(pennypost::KeyChoice)

/// Which keys can be given to a command.
class TestKeyChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choices_data();
    void choices();
    void twins_data();
    void twins();
};

void TestKeyChoice::choices_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<KeyChoice>("choice");
    const auto row = [](const char *key, KeyChoice choice) {
        QTest::newRow(key) << QString::fromLatin1(key) << choice;
    };
#ifdef Q_OS_MACOS
    row("Ctrl+Alt+B", KeyChoice::Usable);
#else
    row("Ctrl+Alt+B", KeyChoice::TypesText);
#endif
    row("no key at all", KeyChoice::Navigates);
    row("CapsLock", KeyChoice::Navigates);
    for (const char *key :
         {"Ctrl+Return", "Ctrl+K", "Ctrl+Shift+A", "Ctrl+Alt+F2", "Meta+K", "F7", "Shift+F6", "Alt+F3",
          "Ctrl+0", "Ctrl+.", "Ctrl+Space", "Ctrl+F35", "Back", "Ctrl+Shift+E"})
        row(key, KeyChoice::Usable);
    for (const char *key : {"A", "Shift+A", "1", "Space", "Alt+S", "Shift+Alt+9", ".", "\303\244"})
        QTest::newRow(key) << QString::fromUtf8(key) << KeyChoice::TypesText;
    for (const char *key :
         {"Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+Z", "Ctrl+A", "Ctrl+Left", "Ctrl+Right", "Ctrl+Shift+Left",
          "Ctrl+Home", "Ctrl+End", "Left", "Shift+Home", "Delete", "Ctrl+Backspace", "Ctrl+Delete"})
        row(key, KeyChoice::EditsText);
    for (const char *key :
         {"Tab", "Shift+Backtab", "Esc", "Return", "Enter", "Alt+Return", "Alt+Left", "Insert"})
        row(key, KeyChoice::Navigates);
}

void TestKeyChoice::choices()
{
    QFETCH(QString, key);
    QFETCH(KeyChoice, choice);
    const auto sequence = QKeySequence::fromString(key, QKeySequence::PortableText);
    QCOMPARE(sequence.count(), 1);
    QCOMPARE(choiceOf(sequence), choice);
}

void TestKeyChoice::twins_data()
{
    QTest::addColumn<QKeySequence>("key");
    QTest::addColumn<Keys>("keys");
    const QKeySequence main(Qt::CTRL | Qt::Key_Return), pad(Qt::CTRL | Qt::Key_Enter);
    QTest::newRow("Return") << main << Keys{main, pad};
    QTest::newRow("Enter") << pad << Keys{pad, main};
    QTest::newRow("another") << QKeySequence(Qt::Key_F7) << Keys{Qt::Key_F7};
}

void TestKeyChoice::twins()
{
    QFETCH(QKeySequence, key);
    QFETCH(Keys, keys);
    QCOMPARE(withTwins(key), keys);
}

QTEST_MAIN(TestKeyChoice)
#include "tst_keychoice.moc"
