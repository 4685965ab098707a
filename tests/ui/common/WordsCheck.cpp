// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/WordsCheck.h"

#include <QTest>

namespace pennypost {

namespace {

QChar mnemonic(const QString &button)
{
    const qsizetype at = button.indexOf(u'&');
    return at >= 0 && at + 1 < button.size() ? button.at(at + 1).toLower() : QChar();
}

} // namespace

void checkWords(const ProblemText &words)
{
    QVERIFY(!words.title.isEmpty());
    QVERIFY(words.title.size() <= 60);
    QVERIFY(!words.title.endsWith(u'.'));
    QVERIFY(!words.sentence.isEmpty());
    QVERIFY(words.sentence.endsWith(u'.') || words.sentence.endsWith(u'?'));
    const QString all = words.title + words.sentence + words.button + words.secondButton;
    QVERIFY(!all.contains(u'!'));
    QVERIFY(!all.contains(u"%1") && !all.contains(u"%2") && !all.contains(u"%3") && !all.contains(u"%n"));
    QVERIFY(!all.contains(u"  "));

    QCOMPARE(words.button.isEmpty(), words.remedy == Remedy::None);
    QCOMPARE(words.secondButton.isEmpty(), words.secondRemedy == Remedy::None);
    QVERIFY(words.remedy != Remedy::None || words.secondRemedy == Remedy::None);
    QVERIFY(words.remedy == Remedy::None || words.remedy != words.secondRemedy);
    QVERIFY(words.button.isEmpty() || !mnemonic(words.button).isNull());
    QVERIFY(words.secondButton.isEmpty() || !mnemonic(words.secondButton).isNull());
    QVERIFY(words.secondButton.isEmpty() || mnemonic(words.button) != mnemonic(words.secondButton));
    const bool linked = words.remedy == Remedy::OpenHelpLink || words.secondRemedy == Remedy::OpenHelpLink;
    QCOMPARE(linked, !words.link.isEmpty());
}

} // namespace pennypost
