// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/ComposeKeys.h"

#include <QTest>

using namespace pennypost;

Q_DECLARE_METATYPE(pennypost::ComposeKeys::Keys pennypost::ComposeKeys::*)

/// The compose window's shortcuts on both kinds of keyboard, whichever this one is.
class TestComposeKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keys_data();
    void keys();
    void noneTwice_data();
    void noneTwice();
};

void TestComposeKeys::keys_data()
{
    QTest::addColumn<ComposeKeys::Keys ComposeKeys::*>("action");
    QTest::addColumn<QString>("pc"); // portable text: Ctrl is Command on a Mac, Meta its Control
    QTest::addColumn<QString>("mac");
    QTest::newRow("send") << &ComposeKeys::send << u"Ctrl+Return Ctrl+Enter"_qs
                          << u"Ctrl+Return Ctrl+Enter Ctrl+Shift+D"_qs;
    QTest::newRow("attach") << &ComposeKeys::attach << u"Ctrl+Shift+A"_qs << u"Ctrl+Shift+A"_qs;
    QTest::newRow("To") << &ComposeKeys::goToTo << u"Ctrl+Shift+T"_qs << u"Ctrl+Shift+T"_qs;
    QTest::newRow("Cc") << &ComposeKeys::showCc << u"Ctrl+Shift+C"_qs << u"Ctrl+Shift+C"_qs;
    QTest::newRow("Bcc") << &ComposeKeys::showBcc << u"Ctrl+Shift+B"_qs << u"Ctrl+Shift+B Ctrl+Alt+B"_qs;
    QTest::newRow("paste plain") << &ComposeKeys::pastePlain << u"Ctrl+Shift+V"_qs << u"Ctrl+Alt+Shift+V"_qs;
    QTest::newRow("paste quoted") << &ComposeKeys::pasteQuoted << u"Ctrl+Shift+O"_qs << u"Ctrl+Shift+V"_qs;
    QTest::newRow("find") << &ComposeKeys::find << u"Ctrl+F"_qs << u"Ctrl+F"_qs;
    QTest::newRow("find next") << &ComposeKeys::findNext << u"F3"_qs << u"Ctrl+G"_qs;
    QTest::newRow("find previous") << &ComposeKeys::findPrevious << u"Shift+F3"_qs << u"Ctrl+Shift+G"_qs;
    QTest::newRow("replace") << &ComposeKeys::replace << u"Ctrl+H"_qs << u"Ctrl+Alt+F"_qs;
    QTest::newRow("usual size") << &ComposeKeys::usualSize << u"Ctrl+0"_qs << u"Ctrl+0"_qs;
    QTest::newRow("next area") << &ComposeKeys::nextArea << u"F6"_qs << u"F6 Meta+Tab"_qs;
    QTest::newRow("previous area") << &ComposeKeys::previousArea << u"Shift+F6"_qs
                                   << u"Shift+F6 Meta+Shift+Tab Meta+Shift+Backtab"_qs;
}

void TestComposeKeys::keys()
{
    using Action = ComposeKeys::Keys ComposeKeys::*;
    QFETCH(Action, action);
    QFETCH(QString, pc);
    QFETCH(QString, mac);
    const auto listed = [](const QString &text) {
        ComposeKeys::Keys keys;
        for (const QString &each : text.split(u' '))
            keys.append(QKeySequence(each, QKeySequence::PortableText));
        return keys;
    };
    QCOMPARE(ComposeKeys::of(ComposeKeys::Keyboard::Pc).*action, listed(pc));
    QCOMPARE(ComposeKeys::of(ComposeKeys::Keyboard::Mac).*action, listed(mac));
}

void TestComposeKeys::noneTwice_data()
{
    QTest::addColumn<bool>("mac");
    QTest::newRow("PC") << false;
    QTest::newRow("Mac") << true;
}

void TestComposeKeys::noneTwice()
{
    QFETCH(bool, mac);
    const auto keys = ComposeKeys::of(mac ? ComposeKeys::Keyboard::Mac : ComposeKeys::Keyboard::Pc);
    ComposeKeys::Keys all;
    for (const auto &each : {keys.send, keys.attach, keys.goToTo, keys.showCc, keys.showBcc, keys.pastePlain,
                             keys.pasteQuoted, keys.find, keys.findNext, keys.findPrevious, keys.replace,
                             keys.usualSize, keys.nextArea, keys.previousArea}) {
        QVERIFY(!each.isEmpty());
        all += each;
    }
    // What the menu, the format bar and every text field have on either keyboard.
    for (const char16_t letter : u"NSWQBIUKZXCVA+-")
        all += QKeySequence(u"Ctrl+"_qs + QChar(letter), QKeySequence::PortableText);
    for (const QKeySequence &key : std::as_const(all))
        QVERIFY2(all.count(key) == 1, qPrintable(key.toString())); // else neither would do anything
}

QTEST_MAIN(TestComposeKeys)
#include "tst_composekeys.moc"
