// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"

#include <QApplication>
#include <QFile>

using namespace pennypost;

/// When the window says what it has to say of files: not over what somebody else asks or says, not what is no
/// longer so, and the failures first.
class TestComposeNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failedAndThere_data();
    void failedAndThere();
    void failuresOfADropComeFirst();
    void dismissedIsNotAttachedLater();
    void causeStays();
    void passwordIsNotTypedElsewhere();
    void halfTypedLinkStays();
    void theNewerVersionStays();

private:
    static QString titleOf(const Parts &parts) { return parts.strip->strip().title; }
};

void TestComposeNotices::failedAndThere_data()
{
    QTest::addColumn<int>("missing");
    QTest::addColumn<bool>("removed"); // from the letter, else it appears and is tried again at its tile
    QTest::addColumn<QString>("title");
    QTest::newRow("one of one") << 1 << false << QString();
    QTest::newRow("one of one, removed") << 1 << true << QString();
    QTest::newRow("one of two") << 2 << false << u"“1.txt” is not attached"_qs;
    QTest::newRow("one of two, removed") << 2 << true << u"“1.txt” is not attached"_qs;
    QTest::newRow("one of three") << 3 << false << u"2 files are not attached"_qs;
}

/// The notice follows what becomes of the files: it neither says nor removes what is no longer so.
void TestComposeNotices::failedAndThere()
{
    QFETCH(int, missing);
    QFETCH(bool, removed);
    QFETCH(QString, title);
    ComposeBench bench;
    const Parts parts(bench.open());
    QStringList files;
    for (int i = 0; i < missing; ++i)
        files.append(bench.folder.filePath(u"%1.txt"_qs.arg(i)));
    parts.attachments->addFiles(files);
    SOON(parts.attachmentsSettled());
    QVERIFY(parts.strip->isUp());
    if (removed) {
        parts.attachments->removeAt(0);
    } else {
        bench.file(u"0.txt"_qs, "here now");
        parts.attachments->tryAgain(0);
        SOON(parts.attachmentsSettled());
    }
    QCOMPARE(titleOf(parts), title);
    QCOMPARE(parts.strip->isUp(), !title.isEmpty());
    if (missing > 1)
        parts.click(missing == 2 ? u"Remove it from the letter"_qs : u"Remove them from the letter"_qs);
    QCOMPARE(parts.attachments->rowCount(), removed ? 0 : 1);
    QCOMPARE(parts.attachments->ready().size(), removed ? 0 : 1);
}

void TestComposeNotices::failuresOfADropComeFirst()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    const QString file = bench.file(u"a.txt"_qs, "a");
    parts.attachments->addFiles({file});
    SOON(parts.attachmentsSettled());
    parts.attachments->addFiles({bench.folder.filePath(u"gone.txt"_qs), file, bench.file(u"b.txt"_qs, "a")});
    SOON(parts.attachmentsSettled());
    QCOMPARE(titleOf(parts), u"“gone.txt” is not attached"_qs);
    parts.click(u"Remove it from the letter"_qs);
    SOON_EQUAL(titleOf(parts), u"“a.txt” and “b.txt” are the same"_qs);
    parts.click(u"Keep both"_qs);
    SOON_EQUAL(titleOf(parts), u"“a.txt” is attached already"_qs);
    parts.click(u"Attach it twice"_qs);
    QCOMPARE(parts.attachments->ready().size(), 3);
    QVERIFY(!parts.strip->isUp());
}

void TestComposeNotices::dismissedIsNotAttachedLater()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    const QStringList files{bench.file(u"a.txt"_qs, "a"), bench.file(u"b.txt"_qs, "b")};
    parts.attachments->addFiles(files);
    SOON(parts.attachmentsSettled());
    parts.attachments->addFiles({files[0]});
    SOON_EQUAL(titleOf(parts), u"“a.txt” is attached already"_qs);
    parts.strip->dismiss();
    parts.attachments->addFiles({bench.file(u"c.txt"_qs, "a")});
    SOON(titleOf(parts).endsWith(u"are the same"_qs));
    parts.click(u"Keep both"_qs);
    parts.attachments->addFiles({files[1]});
    SOON_EQUAL(titleOf(parts), u"“b.txt” is attached already"_qs);
    parts.click(u"Attach it twice"_qs);
    QCOMPARE(parts.attachments->rowCount(), 4);
    QCOMPARE(parts.attachments->index(3).data().toString(), u"b.txt"_qs);
}

/// Why a letter was refused, and what to do about it, is not pushed aside by a file; that is told afterwards.
void TestComposeNotices::causeStays()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    const QString file = bench.file(u"a.txt"_qs, "a");
    parts.attachments->addFiles({file});
    SOON(parts.attachmentsSettled());
    parts.press(Qt::Key_Return);
    bench.submission()->fail(Problem::Malformed, Stage::FinalDot);
    SOON(parts.strip->isUp() && !parts.strip->showsProgress());
    const QString cause = titleOf(parts);
    parts.attachments->addFiles({file});
    SOON(parts.attachmentsSettled());
    QCOMPARE(titleOf(parts), cause);
    parts.strip->dismiss();
    SOON_EQUAL(titleOf(parts), u"“a.txt” is attached already"_qs);
}

void TestComposeNotices::passwordIsNotTypedElsewhere()
{
    ComposeBench bench;
    bench.keychain.readError = SecretError{SecretError::Kind::Locked, u"locked"_qs};
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    parts.to()->setFocus();
    parts.press(Qt::Key_Return);
    SOON(parts.button(u"Try again"_qs));
    parts.click(u"Enter the password for this session"_qs);
    QVERIFY(!parts.strip->strip().fieldLabel.isEmpty());
    type(QApplication::focusWidget(), u"half"_qs);
    parts.attachments->addFiles({bench.folder.filePath(u"gone.txt"_qs)});
    SOON(parts.attachments->firstFailed() >= 0);
    type(QApplication::focusWidget(), u"other half"_qs);
    QCOMPARE(parts.strip->fieldText(), u"halfother half"_qs);
    // And whoever does take the field away sends the focus to where no address stands.
    Strip strip;
    strip.title = u"x"_qs;
    parts.strip->show(strip);
    QCOMPARE(QApplication::focusWidget(), parts.body);
}

void TestComposeNotices::halfTypedLinkStays()
{
    ComposeBench bench;
    Draft draft;
    draft.rich = true;
    const Parts parts(bench.open(draft));
    parts.body->setFocus();
    parts.press(Qt::Key_K);
    QVERIFY(!parts.strip->strip().fieldLabel.isEmpty());
    type(QApplication::focusWidget(), u"exam"_qs);
    const QString file = bench.file(u"a.txt"_qs, "a");
    parts.attachments->addFiles({file, bench.folder.filePath(u"gone.txt"_qs)});
    SOON(parts.attachmentsSettled());
    QCOMPARE(parts.strip->fieldText(), u"exam"_qs);
    parts.strip->dismiss();
    SOON_EQUAL(titleOf(parts), u"“gone.txt” is not attached"_qs);
}

/// Not the one that settled last: the earlier version is the one that was taken in first.
void TestComposeNotices::theNewerVersionStays()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    const QString file = bench.folder.filePath(u"a.txt"_qs);
    parts.attachments->addFiles({file});
    SOON(parts.attachments->firstFailed() == 0);
    bench.file(u"a.txt"_qs, "first");
    parts.attachments->addFiles({file});
    SOON(parts.attachmentsSettled());
    bench.file(u"a.txt"_qs, "second");
    parts.attachments->tryAgain(0); // in the letter before, and yet the newer one
    SOON_EQUAL(parts.attachments->ready().size(), 2);
    parts.click(u"Remove the earlier one"_qs);
    QCOMPARE(parts.attachments->rowCount(), 1);
    QFile blob(parts.attachments->pathOf(0));
    QVERIFY(blob.open(QIODevice::ReadOnly));
    QCOMPARE(blob.readAll(), QByteArray("second"));
}

QTEST_MAIN(TestComposeNotices)
#include "tst_composenotices.moc"
