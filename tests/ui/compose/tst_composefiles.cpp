// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/FilePermissions.h"
#include "tests/ui/compose/ComposeBench.h"
#include "ui/compose/AttachmentTotal.h"

#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMimeData>

using namespace pennypost;

namespace {

struct Given
{
    QString name;
    QByteArray bytes;
};

} // namespace
Q_DECLARE_METATYPE(QList<Given>)

/// What the window says of the files it is handed: those it has already, the empty, the folders, the
/// unreadable, and how much they are.
class TestComposeFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { obeyFilePermissions(); }
    void twins_data();
    void twins();
    void severalLeftOut();
    void twinWhileSendWaits();
    void draftsTwinsStay();
    void renamedAndAttachedAgain();
    void emptyFile();
    void folderAmongFiles();
    void folderIsLeftForItsFiles_data();
    void folderIsLeftForItsFiles();
    void sendTellsAllThatFailed();
    void reasons_data();
    void reasons();
    void severalFailed();
    void failedCountsForNothing();
    void nothingTellsOverProgress();
    void sizeAsSent_data();
    void sizeAsSent();

private:
    static QString titleOf(const Parts &parts) { return parts.strip->strip().title; }
};

void TestComposeFiles::twins_data()
{
    QTest::addColumn<QList<Given>>("files"); // one after the other
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("button");
    QTest::addColumn<int>("rowsAfter"); // it is pressed
    QTest::addColumn<QByteArray>("first");
    const QString twice = u"Attach it twice"_qs;
    QTest::newRow("the same file") << QList<Given>{{u"a.txt"_qs, "one"}, {u"a.txt"_qs, "one"}} << 1
                                   << u"“a.txt” is attached already"_qs << twice << 2 << QByteArray("one");
    QTest::newRow("a copy elsewhere") << QList<Given>{{u"a.txt"_qs, "one"}, {u"sub/a.txt"_qs, "one"}} << 1
                                      << u"“a.txt” is attached already"_qs << twice << 2 << QByteArray("one");
    QTest::newRow("the same empty file") << QList<Given>{{u"a.txt"_qs, ""}, {u"a.txt"_qs, ""}} << 1
                                         << u"“a.txt” is attached already"_qs << twice << 2 << QByteArray();
    QTest::newRow("another file of the same name")
        << QList<Given>{{u"a.txt"_qs, "one"}, {u"sub/a.txt"_qs, "two"}} << 2 << QString() << QString() << 2
        << QByteArray("one");
    QTest::newRow("two empty files") << QList<Given>{{u"a.txt"_qs, ""}, {u"b.txt"_qs, ""}} << 2 << QString()
                                     << QString() << 2 << QByteArray();
    QTest::newRow("another name") << QList<Given>{{u"a.txt"_qs, "one"}, {u"b.txt"_qs, "one"}} << 2
                                  << u"“a.txt” and “b.txt” are the same"_qs << u"Remove the second one"_qs
                                  << 1 << QByteArray("one");
    QTest::newRow("another name, both wanted")
        << QList<Given>{{u"a.txt"_qs, "one"}, {u"b.txt"_qs, "one"}} << 2
        << u"“a.txt” and “b.txt” are the same"_qs << u"Keep both"_qs << 2 << QByteArray("one");
    QTest::newRow("changed meanwhile") << QList<Given>{{u"a.txt"_qs, "one"}, {u"a.txt"_qs, "two"}} << 2
                                       << u"“a.txt” has changed since it was attached"_qs
                                       << u"Remove the earlier one"_qs << 1 << QByteArray("two");
}

void TestComposeFiles::twins()
{
    QFETCH(QList<Given>, files);
    QFETCH(QString, title);
    QFETCH(QString, button);
    QFETCH(QByteArray, first);
    ComposeBench bench;
    QVERIFY(QDir(bench.folder.path()).mkdir(u"sub"_qs));
    const Parts parts(bench.open());
    parts.body->setFocus();
    for (const Given &file : files) {
        parts.attachments->addFiles({bench.file(file.name, file.bytes)});
        SOON(parts.attachmentsSettled());
    }
    QTEST(parts.attachments->rowCount(), "rows");
    QCOMPARE(parts.strip->isUp(), !title.isEmpty());
    QCOMPARE(titleOf(parts), title);
    QCOMPARE(QApplication::focusWidget(), parts.body); // one may write on
    QVERIFY(!QApplication::activeModalWidget());
    if (!button.isEmpty())
        parts.click(button);
    QVERIFY(!parts.strip->isUp());
    QTEST(parts.attachments->rowCount(), "rowsAfter");
    QCOMPARE(parts.attachments->ready().size(), parts.attachments->rowCount());
    QFile blob(parts.attachments->pathOf(0));
    QVERIFY(blob.open(QIODevice::ReadOnly));
    QCOMPARE(blob.readAll(), first);
}

/// Dropped together: one question.
void TestComposeFiles::severalLeftOut()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    const QStringList files{bench.file(u"a.txt"_qs, "a"), bench.file(u"b.txt"_qs, "b")};
    parts.attachments->addFiles(files);
    SOON(parts.attachmentsSettled());
    parts.attachments->addFiles(files + QStringList{bench.file(u"c.txt"_qs, "c")});
    SOON(parts.attachmentsSettled());
    QCOMPARE(parts.attachments->rowCount(), 3);
    QCOMPARE(titleOf(parts), u"2 files are attached already"_qs);
    parts.click(u"Attach them twice"_qs);
    QCOMPARE(parts.attachments->rowCount(), 5);
    // Answered: the next question is about the next file alone.
    parts.attachments->addFiles({bench.file(u"c.txt"_qs, "c")});
    SOON(parts.attachmentsSettled());
    QCOMPARE(titleOf(parts), u"“c.txt” is attached already"_qs);
}

/// Nobody is there to be asked: it goes once.
void TestComposeFiles::twinWhileSendWaits()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    const QString file = bench.file(u"a.txt"_qs, "only once");
    parts.attachments->addFiles({file, file});
    parts.press(Qt::Key_Return);
    QVERIFY(parts.strip->showsProgress());
    QCOMPARE(bench.submission()->letter().count(QByteArray("only once").toBase64()), 1);
}

void TestComposeFiles::draftsTwinsStay()
{
    ComposeBench bench;
    const QString file = bench.file(u"a.txt"_qs, "a");
    Draft draft;
    Attachment attachment;
    attachment.fileName = u"a.txt"_qs;
    attachment.size = 1;
    attachment.content = FileContent{file, {}};
    draft.message.attachments = {attachment, attachment};
    const Parts parts(bench.open(draft));
    SOON(parts.attachmentsSettled());
    QCOMPARE(parts.attachments->ready().size(), 2);
    QVERIFY(!parts.strip->isUp());
}

void TestComposeFiles::renamedAndAttachedAgain()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    const QString file = bench.file(u"a.txt"_qs, "a");
    parts.attachments->addFiles({file});
    SOON(parts.attachmentsSettled());
    QVERIFY(parts.attachments->setData(parts.attachments->index(0), u"z.txt"_qs, Qt::EditRole));
    parts.attachments->addFiles({file});
    SOON(parts.attachmentsSettled());
    QCOMPARE(parts.attachments->rowCount(), 1);
    parts.click(u"Attach it twice"_qs);
    QCOMPARE(parts.attachments->index(1).data().toString(), u"a.txt"_qs);
}

void TestComposeFiles::emptyFile()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.attachments->addFiles({bench.file(u"a.txt"_qs, "")});
    SOON(parts.attachmentsSettled());
    const QModelIndex tile = parts.attachments->index(0);
    QCOMPARE(tile.data(Qt::AccessibleTextRole).toString(), u"a.txt, the file is empty: 0 bytes"_qs);
    QVERIFY(tile.data(Qt::ToolTipRole).toString().contains(u"empty"_qs));
    // Warned of, not kept back.
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    parts.press(Qt::Key_Return);
    QVERIFY(bench.submission());
    // By its shape too, not by colour alone.
    const auto iconOf = [&](const QString &name, const QByteArray &bytes) {
        ComposeBench other;
        const Parts shown(other.open());
        shown.attachments->addFiles({other.file(name, bytes)});
        if (!QTest::qWaitFor([&] { return shown.attachmentsSettled(); }, patience))
            qFatal("the file does not settle");
        const auto place = [&] {
            const QRect whole = shown.pane->visualRect(shown.attachments->index(0)).adjusted(4, 4, 0, -4);
            return QRect(whole.topLeft(), QSize(26, whole.height()));
        };
        const auto isLaidOut = [&] {
            return shown.pane->isVisible() && !place().isEmpty() &&
                   shown.pane->viewport()->rect().contains(place());
        };
        if (!QTest::qWaitFor(isLaidOut, patience))
            qFatal("the tile has no place");
        const QImage icon = shown.pane->viewport()->grab(place()).toImage();
        return icon.convertToFormat(QImage::Format_Mono, Qt::MonoOnly | Qt::ThresholdDither);
    };
    QVERIFY(iconOf(u"a.txt"_qs, "") != iconOf(u"a.txt"_qs, "a"));
}

void TestComposeFiles::folderAmongFiles()
{
    ComposeBench bench;
    QVERIFY(QDir(bench.folder.path()).mkdir(u"Garden"_qs));
    const Parts parts(bench.open());
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(bench.file(u"a.txt"_qs, "a")),
                  QUrl::fromLocalFile(bench.folder.filePath(u"Garden"_qs)),
                  QUrl::fromLocalFile(bench.file(u"b.txt"_qs, "b"))});
    QDragEnterEvent enter(parts.body->rect().center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(parts.body->viewport(), &enter);
    QDropEvent drop(parts.body->rect().center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(parts.body->viewport(), &drop);
    SOON(parts.attachments->rowCount() == 3 && parts.attachmentsSettled());
    QCOMPARE(parts.attachments->ready().size(), 2);
    QCOMPARE(titleOf(parts), u"“Garden” is not attached"_qs);
    QVERIFY(parts.strip->strip().sentence.startsWith(u"A folder can't be attached. "_qs));
    QVERIFY(parts.strip->strip().sentence.contains(u"ZIP"_qs));
    parts.click(u"Remove it from the letter"_qs);
    QCOMPARE(parts.attachments->rowCount(), 2);
    QVERIFY(!parts.strip->isUp());
}

void TestComposeFiles::folderIsLeftForItsFiles_data()
{
    QTest::addColumn<bool>("sending");
    QTest::newRow("at once") << false;
    QTest::newRow("when Send stops at it") << true;
}

void TestComposeFiles::folderIsLeftForItsFiles()
{
    QFETCH(bool, sending);
    ComposeBench bench;
    QVERIFY(QDir(bench.folder.path()).mkdir(u"Garden"_qs));
    const QString inside = bench.file(u"Garden/rose.txt"_qs, "red");
    const Parts parts(bench.open());
    parts.attachments->addFiles({bench.folder.filePath(u"Garden"_qs)});
    SOON(parts.strip->isUp());
    if (sending) {
        parts.strip->dismiss();
        parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
        parts.press(Qt::Key_Return);
        QVERIFY(parts.strip->isUp());
        QCOMPARE(bench.submitter->count(), 0);
    }
    parts.click(u"Choose files in it…"_qs);
    QCOMPARE(parts.attachments->rowCount(), 0);
    auto *dialog = parts.window->findChild<QFileDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->directory(), QDir(bench.folder.filePath(u"Garden"_qs)));
    Q_EMIT dialog->filesSelected({inside});
    dialog->close();
    SOON_EQUAL(parts.attachments->ready().size(), 1);
}

/// Together, and until one of them is no failure any more.
void TestComposeFiles::sendTellsAllThatFailed()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    parts.attachments->addFiles({bench.folder.filePath(u"a.txt"_qs), bench.file(u"b.txt"_qs, "b"),
                                 bench.folder.filePath(u"c.txt"_qs)});
    SOON(parts.strip->isUp());
    parts.strip->dismiss();
    parts.press(Qt::Key_Return);
    QCOMPARE(titleOf(parts), u"2 files are not attached"_qs);
    bench.file(u"a.txt"_qs, "a");
    parts.attachments->tryAgain(0);
    SOON(!parts.strip->isUp());
    SOON(!parts.attachments->isCapturing());
    parts.press(Qt::Key_Return);
    QCOMPARE(titleOf(parts), u"“c.txt” is not attached"_qs);
    parts.click(u"Remove it from the letter"_qs);
    QVERIFY(parts.attachmentsSettled());
    parts.press(Qt::Key_Return);
    bench.submission()->accept();
    SOON_EQUAL(bench.sent().size(), 1);
}

void TestComposeFiles::reasons_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("reason");
    QTest::newRow("missing") << u"missing"_qs << u"The file is not there"_qs;
    QTest::newRow("folder") << u"folder"_qs << u"A folder can't be attached"_qs;
    QTest::newRow("no permission") << u"locked"_qs << u"You are not allowed to read the file"_qs;
    QTest::newRow("a device") << u"device"_qs << u"This is no file"_qs;
}

void TestComposeFiles::reasons()
{
    QFETCH(QString, what);
    QFETCH(QString, reason);
    ComposeBench bench;
    QString path = bench.folder.filePath(what);
    if (what == u"folder") {
        QVERIFY(QDir().mkdir(path));
    } else if (what == u"locked") {
        if (!makeUnreadable(bench.file(what, "secret")))
            QSKIP("whoever owns a file may read it here");
    } else if (what == u"device") {
        path = u"/dev/zero"_qs;
        if (!QFile::exists(path))
            QSKIP("no devices here");
    }
    const Parts parts(bench.open());
    parts.attachments->addFiles({path});
    SOON_EQUAL(parts.attachments->firstFailed(), 0);
    const QModelIndex tile = parts.attachments->index(0);
    QCOMPARE(tile.data(AttachmentModel::ReasonRole).toString(), reason);
    QVERIFY(tile.data(Qt::AccessibleTextRole).toString().contains(reason));
    QVERIFY(parts.strip->strip().sentence.startsWith(reason + u". "_qs));
    QCOMPARE(parts.strip->strip().tone, Strip::Tone::Problem);
}

void TestComposeFiles::severalFailed()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.attachments->addFiles({bench.folder.filePath(u"a.txt"_qs), bench.file(u"b.txt"_qs, "b"),
                                 bench.folder.filePath(u"c.txt"_qs), bench.folder.path()});
    SOON(parts.attachmentsSettled());
    QCOMPARE(titleOf(parts), u"3 files are not attached"_qs);
    parts.click(u"Remove them from the letter"_qs);
    QCOMPARE(parts.attachments->rowCount(), 1);
    QCOMPARE(parts.attachments->index(0).data().toString(), u"b.txt"_qs);
}

void TestComposeFiles::failedCountsForNothing()
{
    ComposeBench bench;
    const QString file = bench.file(u"a.txt"_qs, "a");
    Draft draft;
    Attachment gone;
    gone.fileName = u"gone.bin"_qs;
    gone.size = 3'000'000;
    gone.content = FileContent{bench.folder.filePath(gone.fileName), {}};
    draft.message.attachments = {gone};
    const Parts parts(bench.open(draft));
    SOON_EQUAL(parts.attachments->firstFailed(), 0);
    const auto *total = parts.window->findChild<AttachmentTotal *>();
    SOON(!total->isVisible());
    parts.attachments->addFiles({file});
    SOON(parts.attachmentsSettled());
    QCOMPARE(parts.attachments->totalSize(), 1);
    QCOMPARE(parts.attachments->totalSizeAsSent(), 6);
}

void TestComposeFiles::nothingTellsOverProgress()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    parts.attachments->addFiles({bench.folder.filePath(u"gone.txt"_qs)});
    parts.press(Qt::Key_Return);
    QVERIFY(parts.strip->showsProgress());
    SOON(!parts.strip->showsProgress());
    QVERIFY(parts.strip->isUp()); // Send's own words
    QVERIFY(parts.button(u"Try again"_qs));
    QCOMPARE(QApplication::focusWidget(), parts.pane);
    QCOMPARE(bench.submitter->count(), 0);
}

void TestComposeFiles::sizeAsSent_data()
{
    QTest::addColumn<QList<int>>("sizes");
    QTest::newRow("one octet") << QList<int>{1};
    QTest::newRow("a line") << QList<int>{57};
    QTest::newRow("a line and an octet") << QList<int>{58};
    QTest::newRow("some") << QList<int>{0, 3'140'000, 1'000'001};
}

/// What stands below the attachments is what the progress counts to, and it says so in both places.
void TestComposeFiles::sizeAsSent()
{
    QFETCH(QList<int>, sizes);
    ComposeBench bench;
    const Parts parts(bench.open());
    const auto *total = parts.window->findChild<AttachmentTotal *>();
    QVERIFY(!total->isVisible());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    qint64 encoded = 0;
    QStringList files;
    for (int i = 0; i < sizes.size(); ++i) {
        const QByteArray bytes(sizes[i], char('a' + i));
        const auto characters = bytes.toBase64().size();
        encoded += characters + (characters + 75) / 76 * 2;
        files.append(bench.file(u"%1.bin"_qs.arg(i), bytes));
    }
    parts.attachments->addFiles(files);
    SOON(parts.attachmentsSettled());
    QCOMPARE(parts.attachments->totalSizeAsSent(), encoded);
    QVERIFY(total->isVisible());
    if (sizes.size() > 1)
        QCOMPARE(total->text(), u"4.1 MB attached, 5.7 MB as sent"_qs);
    parts.press(Qt::Key_Return);
    FakeSubmission *letter = bench.submission();
    const qint64 whole = letter->request().letter->source->size();
    QVERIFY(whole > encoded && whole < encoded + 2000);
    letter->report(Stage::Body, whole / 2);
    bool told = false;
    const auto labels = parts.strip->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        told = told || (label->isVisible() && label->text().contains(u"as sent"_qs));
    QVERIFY(told);
}

QTEST_MAIN(TestComposeFiles)
#include "tst_composefiles.moc"
