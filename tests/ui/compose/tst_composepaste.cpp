// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFile>
#include <QMenu>
#include <QMimeData>

using namespace pennypost;

namespace {

/// What the clipboard may hold.
enum class Holds { Files, Picture, Text, WebAddress };

} // namespace

Q_DECLARE_METATYPE(Holds)

/// Paste in every field of the window: files and pictures attach, text is text.
class TestComposePaste : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void attachesFromEverywhere_data();
    void attachesFromEverywhere();
    void twoPictures();
    void textStaysText_data();
    void textStaysText();
    void subjectsMenu_data();
    void subjectsMenu();
    void notWhileReadOnly_data();
    void notWhileReadOnly();

private:
    static QImage picture()
    {
        QImage image(64, 48, QImage::Format_RGB32);
        image.fill(Qt::red);
        return image;
    }

    static void copy(const ComposeBench &bench, Holds what)
    {
        auto *data = new QMimeData;
        switch (what) {
        case Holds::Files: {
            const QString path = bench.file(u"one.txt"_qs, "1");
            data->setUrls({QUrl::fromLocalFile(path)});
            data->setText(path); // file managers add the path as text
            break;
        }
        case Holds::Picture:
            data->setImageData(picture());
            break;
        case Holds::Text:
            data->setText(u"pasted"_qs);
            break;
        case Holds::WebAddress:
            data->setUrls({QUrl(u"https://example.org/"_qs)});
            data->setText(u"https://example.org/"_qs);
            break;
        }
        QApplication::clipboard()->setMimeData(data);
    }

    /// With Cc and Bcc open and one attachment there.
    static void prepare(const ComposeBench &bench, const Parts &parts)
    {
        parts.head->showCc();
        parts.head->showBcc();
        parts.attachments->addFiles({bench.file(u"first.txt"_qs, "0")});
        SOON_EQUAL(parts.attachments->ready().size(), 1);
    }

    static QWidget *place(const Parts &parts, const QString &name)
    {
        const QHash<QString, QWidget *> places{
            {u"body"_qs, parts.body}, {u"to"_qs, parts.to()},           {u"cc"_qs, parts.cc()},
            {u"bcc"_qs, parts.bcc()}, {u"subject"_qs, parts.subject()}, {u"from"_qs, &parts.head->from()},
            {u"pane"_qs, parts.pane}};
        return places.value(name);
    }

    static QStringList words(const Parts &parts)
    {
        return {parts.head->to().typed(), parts.head->cc().typed(), parts.head->bcc().typed(),
                parts.subject()->text(), parts.body->plainText()};
    }

    static void paste(QWidget *where)
    {
        where->setFocus();
        QTest::keySequence(where, QKeySequence::Paste);
    }
};

void TestComposePaste::attachesFromEverywhere_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<Holds>("holds");
    for (const char *where : {"body", "to", "cc", "bcc", "subject", "from", "pane"}) {
        QTest::addRow("files, %s", where) << QString::fromLatin1(where) << Holds::Files;
        QTest::addRow("a picture, %s", where) << QString::fromLatin1(where) << Holds::Picture;
    }
}

void TestComposePaste::attachesFromEverywhere()
{
    QFETCH(QString, where);
    QFETCH(Holds, holds);
    ComposeBench bench;
    const Parts parts(bench.open());
    prepare(bench, parts);
    copy(bench, holds);
    const int from = parts.head->from().currentIndex();
    paste(place(parts, where));
    SOON_EQUAL(parts.attachments->ready().size(), 2);
    QCOMPARE(parts.attachments->ready().at(1).fileName,
             holds == Holds::Files ? u"one.txt"_qs : u"Picture.png"_qs);
    QCOMPARE(words(parts).join(QString()), QString()); // nor its path as text
    QCOMPARE(parts.head->from().currentIndex(), from);
}

void TestComposePaste::twoPictures()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    for (int i = 0; i < 2; ++i) {
        copy(bench, Holds::Picture);
        paste(parts.body);
    }
    SOON_EQUAL(parts.attachments->ready().size(), 2);
    const QList<Attachment> ready = parts.attachments->ready();
    QCOMPARE(ready[0].fileName, u"Picture.png"_qs);
    QCOMPARE(ready[1].fileName, u"Picture 2.png"_qs);
    QCOMPARE(ready[0].mimeType, QByteArray("image/png"));
    QFile file(std::get<BlobContent>(ready[0].content).path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QImage read;
    QVERIFY(read.loadFromData(file.readAll()));
    QCOMPARE(read.convertToFormat(QImage::Format_RGB32), picture());
}

void TestComposePaste::textStaysText_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<Holds>("holds");
    QTest::addColumn<int>("field");
    int field = 0;
    for (const char *where : {"to", "cc", "bcc", "subject", "body"}) {
        QTest::addRow("%s", where) << QString::fromLatin1(where) << Holds::Text << field;
        QTest::addRow("a web address, %s", where) << QString::fromLatin1(where) << Holds::WebAddress << field;
        ++field;
    }
}

void TestComposePaste::textStaysText()
{
    QFETCH(QString, where);
    QFETCH(Holds, holds);
    QFETCH(int, field);
    ComposeBench bench;
    const Parts parts(bench.open());
    prepare(bench, parts);
    copy(bench, holds);
    paste(place(parts, where));
    QCOMPARE(words(parts)[field], holds == Holds::Text ? u"pasted"_qs : u"https://example.org/"_qs);
    QCOMPARE(parts.attachments->rowCount(), 1);
}

void TestComposePaste::subjectsMenu_data()
{
    QTest::addColumn<Holds>("holds");
    QTest::newRow("files") << Holds::Files;
    QTest::newRow("a picture") << Holds::Picture;
    QTest::newRow("text") << Holds::Text;
}

void TestComposePaste::subjectsMenu()
{
    QFETCH(Holds, holds);
    ComposeBench bench;
    const Parts parts(bench.open());
    copy(bench, holds);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {4, 4}, parts.subject()->mapToGlobal(QPoint(4, 4)));
    QApplication::sendEvent(parts.subject(), &event);
    auto *menu = parts.subject()->findChild<QMenu *>();
    QVERIFY(menu);
    QAction *entry = nullptr;
    for (QAction *each : menu->actions()) {
        if (each->text().startsWith(u"&Paste"))
            entry = each;
    }
    QVERIFY(entry && entry->isEnabled());
    entry->trigger();
    menu->close();
    const bool text = holds == Holds::Text;
    QCOMPARE(parts.subject()->text(), text ? u"pasted"_qs : QString());
    SOON_EQUAL(parts.attachments->ready().size(), text ? 0 : 1);
}

void TestComposePaste::notWhileReadOnly_data()
{
    QTest::addColumn<QString>("where");
    for (const char *where : {"body", "to", "subject", "pane"})
        QTest::newRow(where) << QString::fromLatin1(where);
}

void TestComposePaste::notWhileReadOnly()
{
    QFETCH(QString, where);
    ComposeBench bench;
    const Parts parts(bench.open());
    prepare(bench, parts);
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    parts.press(Qt::Key_Return);
    QVERIFY(!parts.isWritable()); // it is on its way
    const QStringList before = words(parts);
    copy(bench, Holds::Files);
    paste(place(parts, where));
    QCOMPARE(words(parts), before);
    QCOMPARE(parts.attachments->rowCount(), 1);
}

QTEST_MAIN(TestComposePaste)
#include "tst_composepaste.moc"
