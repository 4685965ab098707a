// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"
#include "ui/common/Bidi.h"

#include <QApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QTextDocument>

using namespace pennypost;

namespace {

QMimeData *filesAsMime(const QStringList &paths)
{
    auto *data = new QMimeData;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls.append(QUrl::fromLocalFile(path));
    data->setUrls(urls);
    return data;
}

QImage picture()
{
    QImage image(64, 48, QImage::Format_RGB32);
    image.fill(Qt::red);
    return image;
}

/// A drag as the window system delivers it, over the middle of `widget`. Whether the drop was taken.
bool drop(QWidget *widget, const QMimeData &data)
{
    const QPoint middle = widget->rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent dropped(middle, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &dropped);
    return dropped.isAccepted() && dropped.dropAction() == Qt::CopyAction;
}

QByteArray bytesOf(const Attachment &attachment)
{
    QFile file(std::get<BlobContent>(attachment.content).path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// How files get into a letter, and out of it again.
class TestComposeAttach : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dropAnywhere_data();
    void dropAnywhere();
    void textDropsStayText();
    void dropPicture();
    void paneFitsItsTiles();
    void sourceMayGo();
    void removeByKeyboard();
    void rename();
    void failedStaysAndBlocks_data();
    void failedStaysAndBlocks();
    void tryAgain();
    void pictureTriedAgain();
    void focusedByName();
    void toldWithoutMarkup();
    void sendWaitsForCapture();
    void cancelWhileWaiting();
    void closedWhileWaiting_data();
    void closedWhileWaiting();
    void sizesAndStatus();
};

void TestComposeAttach::dropAnywhere_data()
{
    QTest::addColumn<QString>("where");
    for (const char *where : {"body", "to", "subject", "head", "window"})
        QTest::newRow(where) << QString::fromLatin1(where);
}

void TestComposeAttach::dropAnywhere()
{
    QFETCH(QString, where);
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"Words"_qs);
    const QHash<QString, QWidget *> targets{
        {u"body"_qs, parts.body->viewport()}, {u"to"_qs, qobject_cast<QTextEdit *>(parts.to())->viewport()},
        {u"subject"_qs, parts.subject()},     {u"head"_qs, parts.head},
        {u"window"_qs, parts.window},
    };
    const QStringList files{bench.file(u"one.txt"_qs, "1"), bench.file(u"zwei ü.pdf"_qs, "%PDF-1.4")};
    const std::unique_ptr<QMimeData> data(filesAsMime(files));
    QVERIFY(drop(targets.value(where), *data));
    SOON_EQUAL(parts.attachments->ready().size(), 2);
    const QList<Attachment> ready = parts.attachments->ready();
    QCOMPARE(ready[0].fileName, u"one.txt"_qs);
    QCOMPARE(ready[1].fileName, u"zwei ü.pdf"_qs);
    QCOMPARE(ready[1].mimeType, QByteArray("application/pdf"));
    QCOMPARE(bytesOf(ready[0]), QByteArray("1"));
    QVERIFY(parts.pane->isVisible());
    // Dropping never replaces what was written.
    QCOMPARE(parts.head->to().typed(), u"bob@example.net"_qs);
    QCOMPARE(parts.subject()->text(), u"Tea"_qs);
    QCOMPARE(parts.body->plainText(), u"Words"_qs);
}

void TestComposeAttach::textDropsStayText()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    QMimeData text;
    text.setText(u"dropped words"_qs);
    QVERIFY(drop(parts.body->viewport(), text));
    QCOMPARE(parts.body->plainText(), u"dropped words"_qs);
    QCOMPARE(parts.attachments->rowCount(), 0);
}

void TestComposeAttach::paneFitsItsTiles()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.attachments->addFiles(
        {bench.file(u"one.txt"_qs, "1"), bench.file(u"a longer name.pdf"_qs, "%PDF-1.4")});
    SOON(parts.attachmentsSettled());
    parts.attachments->addPicture(picture());
    parts.attachments->addPicture(picture());
    SOON_EQUAL(parts.attachments->ready().size(), 4);
    // Tiles are wider while their files are taken in: the room goes with them.
    const auto bottom = [&] {
        int last = 0;
        for (int row = 0; row < parts.attachments->rowCount(); ++row)
            last = std::max(last, parts.pane->visualRect(parts.attachments->index(row)).bottom());
        return last;
    };
    SOON(std::abs(parts.pane->viewport()->height() - bottom()) < 16);
}

void TestComposeAttach::dropPicture()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    QMimeData data;
    data.setImageData(picture());
    QVERIFY(drop(parts.body->viewport(), data));
    SOON_EQUAL(parts.attachments->ready().size(), 1);
}

void TestComposeAttach::sourceMayGo()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    const QString path = bench.file(u"one.txt"_qs, "as attached");
    parts.attachments->addFiles({path});
    SOON_EQUAL(parts.attachments->ready().size(), 1);
    QVERIFY(QFile::remove(path));
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    parts.press(Qt::Key_Return);
    const QByteArray letter = bench.submission()->letter();
    QVERIFY(letter.contains(QByteArray("as attached")) ||
            letter.contains(QByteArray("as attached").toBase64()));
}

void TestComposeAttach::removeByKeyboard()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.attachments->addFiles(
        {bench.file(u"a.txt"_qs, "a"), bench.file(u"b.txt"_qs, "b"), bench.file(u"c.txt"_qs, "c")});
    SOON(parts.attachmentsSettled());
    parts.pane->setFocus();
    parts.pane->setCurrentIndex(parts.attachments->index(1));
    QTest::keyClick(parts.pane, Qt::Key_Delete);
    QCOMPARE(parts.attachments->rowCount(), 2);
    QCOMPARE(parts.pane->currentIndex().data().toString(), u"c.txt"_qs); // the neighbour
    QTest::keyClick(parts.pane, Qt::Key_Delete);
    QCOMPARE(parts.pane->currentIndex().data().toString(), u"a.txt"_qs);
    QTest::keyClick(parts.pane, Qt::Key_Delete);
    QCOMPARE(parts.attachments->rowCount(), 0);
    QVERIFY(!parts.pane->isVisible());
    QVERIFY(QApplication::focusWidget());
    QVERIFY(QApplication::focusWidget() != parts.pane);
}

void TestComposeAttach::rename()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.attachments->addFiles({bench.file(u"a.txt"_qs, "a")});
    SOON(parts.attachmentsSettled());
    const QModelIndex index = parts.attachments->index(0);
    QVERIFY(parts.attachments->setData(index, u"b/../c\u202egpj.txt"_qs, Qt::EditRole));
    const QString name = parts.attachments->ready().first().fileName;
    QVERIFY2(!name.contains(u'/') && !name.contains(QChar(0x202e)), qPrintable(name));
    QVERIFY(!parts.attachments->setData(index, u"  "_qs, Qt::EditRole));
}

void TestComposeAttach::failedStaysAndBlocks_data()
{
    QTest::addColumn<QString>("name"); // empty: a folder
    QTest::newRow("missing") << u"never.txt"_qs;
    QTest::newRow("missing, from right to left") << u"\u05d0 (1).txt"_qs;
    QTest::newRow("a folder") << QString();
}

void TestComposeAttach::failedStaysAndBlocks()
{
    QFETCH(QString, name);
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.attachments->addFiles({name.isEmpty() ? bench.folder.path() : bench.folder.filePath(name)});
    SOON(parts.attachmentsSettled());
    QCOMPARE(parts.attachments->firstFailed(), 0);
    QVERIFY(!parts.attachments->index(0).data(AttachmentModel::ReasonRole).toString().isEmpty());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    parts.press(Qt::Key_Return);
    QVERIFY(parts.strip->isUp());
    QCOMPARE(parts.strip->strip().tone, Strip::Tone::Problem);
    if (!name.isEmpty())
        QVERIFY(parts.strip->strip().title.contains(Bidi::value(name))); // its dots stay with it
    QCOMPARE(QApplication::focusWidget(), parts.pane);
    QCOMPARE(bench.submitter->count(), 0);
    parts.click(u"Remove it from the letter"_qs);
    QCOMPARE(parts.attachments->rowCount(), 0);
    parts.body->setFocus();
    parts.press(Qt::Key_Return);
    QVERIFY(bench.submission());
}

/// It is nowhere else any more: what failed to be written must not be lost with it.
void TestComposeAttach::pictureTriedAgain()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    const QString blobs = bench.folder.filePath(u"blobs"_qs);
    QVERIFY(QDir(blobs).removeRecursively());
    bench.file(u"blobs"_qs, "in the way");
    parts.attachments->addPicture(picture());
    SOON_EQUAL(parts.attachments->firstFailed(), 0);
    const QModelIndex tile = parts.attachments->index(0);
    const QString words = tile.data(Qt::AccessibleTextRole).toString();
    QVERIFY2(words.contains(blobs), qPrintable(words)); // what the system said
    parts.attachments->tryAgain(0);
    QVERIFY(parts.attachments->isCapturing());
    SOON_EQUAL(parts.attachments->firstFailed(), 0); // still in the way
    QVERIFY(QFile::remove(blobs));
    parts.attachments->tryAgain(0);
    SOON(parts.attachmentsSettled());
    QCOMPARE(parts.attachments->firstFailed(), -1);
    QCOMPARE(QImage::fromData(bytesOf(parts.attachments->ready()[0])), picture());
    QCOMPARE(tile.data().toString(), u"Picture.png"_qs);
}

/// A file's name is nobody's HTML, also where Qt would take it for some.
void TestComposeAttach::toldWithoutMarkup()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    const QString name = u"<b>a.txt"_qs;
    QVERIFY(Qt::mightBeRichText(name));
    parts.attachments->addFiles({bench.folder.filePath(u"gone.txt"_qs)});
    SOON_EQUAL(parts.attachments->firstFailed(), 0);
    const QModelIndex tile = parts.attachments->index(0);
    QVERIFY(parts.attachments->setData(tile, name, Qt::EditRole));
    const QString spoken = tile.data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.startsWith(name + u", not attached: The file is not there. "_qs), qPrintable(spoken));
    QTextDocument tip;
    tip.setHtml(tile.data(Qt::ToolTipRole).toString());
    QCOMPARE(tip.toPlainText(), spoken);
}

/// A tile under way above it counts for no other.
void TestComposeAttach::focusedByName()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.attachments->addFiles({bench.file(u"a.txt"_qs, "a"), bench.file(u"b.txt"_qs, "b")});
    SOON(parts.attachmentsSettled());
    parts.attachments->addPicture(picture());
    QVERIFY(parts.attachments->moveBy(2, -1) && parts.attachments->moveBy(1, -1));
    QVERIFY(parts.attachments->isCapturing());
    const QString blob = std::get<BlobContent>(parts.attachments->ready()[0].content).path;
    QCOMPARE(parts.attachments->rowNamed(blob), 1);
    QCOMPARE(parts.attachments->rowNamed(u"b.txt"_qs), 2);
    QCOMPARE(parts.attachments->rowNamed(u"c.txt"_qs), -1);
    SOON(parts.attachmentsSettled());
}

void TestComposeAttach::tryAgain()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.attachments->addFiles({bench.folder.filePath(u"late.txt"_qs)});
    SOON_EQUAL(parts.attachments->firstFailed(), 0);
    bench.file(u"late.txt"_qs, "here");
    parts.attachments->tryAgain(0);
    SOON_EQUAL(parts.attachments->ready().size(), 1);
}

void TestComposeAttach::sendWaitsForCapture()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    const QString large = bench.file(u"large.bin"_qs, QByteArray(20'000'000, 'x'));
    parts.attachments->addFiles({large});
    parts.press(Qt::Key_Return); // its bytes can't be here yet: the answer comes by the event loop
    QVERIFY(parts.attachments->isCapturing());
    QVERIFY(parts.strip->showsProgress());
    QVERIFY(parts.body->isReadOnly());
    QCOMPARE(bench.submitter->count(), 0);
    QVERIFY(bench.submission()->request().letter->source->size() > 20'000'000);
}

void TestComposeAttach::cancelWhileWaiting()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    parts.attachments->addFiles({bench.file(u"a.txt"_qs, "a")});
    parts.press(Qt::Key_Return);
    QVERIFY(parts.strip->showsProgress());
    parts.click(u"Cancel"_qs);
    QVERIFY(!parts.strip->isUp());
    QVERIFY(!parts.body->isReadOnly());
    SOON_EQUAL(parts.attachments->ready().size(), 1);
    QTest::qWait(0);
    QCOMPARE(bench.submitter->count(), 0);
}

void TestComposeAttach::closedWhileWaiting_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<bool>("missing");
    QTest::addColumn<QString>("button"); // what it comes back to ask; none: it goes
    QTest::newRow("nothing to ask") << u"Tea"_qs << false << QString();
    QTest::newRow("no subject") << QString() << false << u"Send without subject"_qs;
    QTest::newRow("a file is missing") << u"Tea"_qs << true << u"Remove it from the letter"_qs;
}

void TestComposeAttach::closedWhileWaiting()
{
    QFETCH(QString, subject);
    QFETCH(bool, missing);
    QFETCH(QString, button);
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.open();
    const Parts parts(window);
    parts.write(u"bob@example.net"_qs, subject, u"x"_qs);
    QStringList files{bench.file(u"large.bin"_qs, QByteArray(5'000'000, 'x'))};
    if (missing)
        files.append(bench.folder.filePath(u"never.txt"_qs));
    parts.attachments->addFiles(files);
    parts.press(Qt::Key_Return);
    QVERIFY(parts.strip->showsProgress());
    parts.press(Qt::Key_W);
    QVERIFY(window && !window->isVisible());
    QVERIFY(window->isUnderWay());
    if (!button.isEmpty()) {
        SOON(window->isVisible());
        QVERIFY(parts.strip->isUp());
        QVERIFY(!window->isUnderWay());
        QCOMPARE(bench.submitter->count(), 0);
        parts.click(button);
        if (missing) {
            parts.body->setFocus();
            parts.press(Qt::Key_Return);
        }
    }
    bench.submission()->accept();
    SOON(!window);
    QCOMPARE(bench.sent().size(), 1);
}

void TestComposeAttach::sizesAndStatus()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.attachments->addFiles({bench.file(u"a.bin"_qs, QByteArray(1'500'000, 'x')),
                                 bench.file(u"b.bin"_qs, QByteArray(500'000, 'x'))});
    SOON(parts.attachmentsSettled());
    QCOMPARE(parts.attachments->totalSize(), 2'000'000);
    bool shown = false;
    const auto labels = parts.window->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        shown = shown || (label->isVisible() && label->text().contains(u"2.0 MB"_qs));
    QVERIFY(shown);
}

QTEST_MAIN(TestComposeAttach)
#include "tst_composeattach.moc"
