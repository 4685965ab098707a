// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"

#include <QAccessible>
#include <QToolButton>

using namespace pennypost;

namespace {

/// What a person reads and a screen reader says of each button.
QStringList words(const Parts &parts)
{
    QStringList words;
    const auto buttons = parts.window->findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        if (!button->isVisible() || parts.strip->isAncestorOf(button))
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(button);
        words.append(button->toolTip() + u'|' + face->text(QAccessible::Name) + u'|' +
                     face->text(QAccessible::Description));
    }
    return words;
}

} // namespace

/// What the window says holds as long as it is so, and no longer.
class TestComposeStrips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesWithTheWrongAddress_data();
    void goesWithTheWrongAddress();
    void goesWithTheRefusedAddress();
    void goesWithTheFailedFile();
    void staysForTheNextFailedFile();
    void buttonsKeepTheirWords();
};

void TestComposeStrips::goesWithTheWrongAddress_data()
{
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("mended"); // typed in place of the wrong entry; empty: it is deleted
    QTest::newRow("corrected") << u"bob@example.net, nobody"_qs << u"nobody@example.net"_qs;
    QTest::newRow("removed") << u"bob@example.net, nobody"_qs << QString();
    QTest::newRow("the only one, removed") << u"nobody"_qs << QString();
    QTest::newRow("in a remark") << u"Bob (bob@example.net)"_qs << u"bob@example.net"_qs;
}

void TestComposeStrips::goesWithTheWrongAddress()
{
    QFETCH(QString, to);
    QFETCH(QString, mended);
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(to, u"Tea"_qs, u"x"_qs);
    parts.press(Qt::Key_Return);
    QVERIFY(parts.strip->isUp());
    QCOMPARE(parts.strip->strip().tone, Strip::Tone::Problem);
    QCOMPARE(QApplication::focusWidget(), parts.to());
    if (mended.isEmpty())
        QTest::keyClick(parts.to(), Qt::Key_Delete); // the entry is selected
    else
        type(parts.to(), mended);
    QVERIFY(!parts.strip->isUp());
}

void TestComposeStrips::goesWithTheRefusedAddress()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net, nobody@example.net"_qs, u"Tea"_qs, u"x"_qs);
    parts.press(Qt::Key_Return);
    FakeSubmission *submission = bench.submission();
    SubmissionError error;
    error.problem = Problem::RecipientsRefused;
    error.stage = Stage::Recipients;
    error.refused = {{u"nobody@example.net"_qs, Reply{550, std::nullopt, {"no such user"}}}};
    submission->fail(error);
    SOON(parts.strip->isUp() && !parts.strip->showsProgress());
    type(parts.body, u"still"_qs); // the cause is another
    QVERIFY(parts.strip->isUp());
    parts.head->to().focusEntry({});
    QCOMPARE(QApplication::focusWidget(), parts.to());
    QTest::keyClick(parts.to(), Qt::Key_Delete);
    QVERIFY(!parts.strip->isUp());
}

void TestComposeStrips::goesWithTheFailedFile()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.attachments->addFiles({bench.folder.filePath(u"missing.txt"_qs)});
    SOON(parts.attachmentsSettled());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    parts.press(Qt::Key_Return);
    QVERIFY(parts.strip->isUp());
    parts.pane->setFocus();
    parts.pane->setCurrentIndex(parts.attachments->index(0));
    QTest::keyClick(parts.pane, Qt::Key_Delete);
    QCOMPARE(parts.attachments->rowCount(), 0);
    QVERIFY(!parts.strip->isUp());
}

void TestComposeStrips::staysForTheNextFailedFile()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.attachments->addFiles({bench.file(u"a.txt"_qs, "a"), bench.folder.filePath(u"missing.txt"_qs)});
    SOON(parts.attachmentsSettled());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    parts.press(Qt::Key_Return);
    QVERIFY(parts.strip->isUp());
    parts.attachments->removeAt(0); // another one
    QVERIFY(parts.strip->isUp());
    parts.attachments->removeAt(0);
    QVERIFY(!parts.strip->isUp());
}

/// Disabled for a while and enabled again, they are called as before.
void TestComposeStrips::buttonsKeepTheirWords()
{
    ComposeBench bench;
    Draft draft;
    draft.rich = true;
    const Parts parts(bench.open(draft));
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    const QStringList before = words(parts);
    QVERIFY(before.size() > 4);
    const QString attach = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A).toString(QKeySequence::NativeText);
    QVERIFY(!before.filter(attach).isEmpty());
    parts.press(Qt::Key_Return);
    FakeSubmission *submission = bench.submission();
    QCOMPARE(words(parts), before);
    submission->fail(Problem::ConnectionLost, Stage::Connect);
    SOON(parts.isWritable());
    QCOMPARE(words(parts), before);
}

QTEST_MAIN(TestComposeStrips)
#include "tst_composestrips.moc"
