// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"

#include <QAction>
#include <QApplication>
#include <QDesktopServices>
#include <QFile>
#include <QFileInfo>
#include <QToolTip>
#include <QUrl>

using namespace pennypost;

namespace {

/// Stands in for the desktop: remembers what is opened.
class Opened : public QObject
{
    Q_OBJECT

public:
    Opened() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open"); }
    ~Opened() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    QStringList files;

public Q_SLOTS:
    void open(const QUrl &url) { files.append(url.toLocalFile()); }
};

} // namespace

/// What is attached, looked at from the letter.
class TestComposeOpen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enterOpensACopy();
    void oneCopyHoweverOftenOpened();
    void programsAreNotRun_data();
    void programsAreNotRun();
    void whatIsNotHereIsNotOpened();

private:
    static void attachThree(ComposeBench &bench, const Parts &parts)
    {
        parts.attachments->addFiles(
            {bench.file(u"a.txt"_qs, "a"), bench.file(u"b.txt"_qs, "b"), bench.file(u"c.txt"_qs, "c")});
        SOON(parts.attachmentsSettled());
        parts.pane->setFocus();
    }
};

void TestComposeOpen::enterOpensACopy()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    const Opened desktop;
    attachThree(bench, parts);
    parts.pane->setCurrentIndex(parts.attachments->index(1));
#ifdef Q_OS_MACOS
    QTest::keyClick(parts.pane, Qt::Key_Down, Qt::ControlModifier);
#else
    QTest::keyClick(parts.pane, Qt::Key_Return);
#endif
    SOON_EQUAL(desktop.files.size(), 1);
    const QFileInfo opened(desktop.files.constFirst());
    QCOMPARE(opened.fileName(), u"b.txt"_qs);
    QFile file(opened.filePath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "b");
    QVERIFY(!(file.permissions() & (QFile::WriteOwner | QFile::ReadOther | QFile::ExeOwner)));
    QVERIFY(bench.items().isEmpty()); // Enter is not Send
    delete parts.window;
    QVERIFY(!QFile::exists(opened.filePath()));
}

void TestComposeOpen::oneCopyHoweverOftenOpened()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    const Opened desktop;
    attachThree(bench, parts);
    Q_EMIT parts.pane->openRequested(0);
    Q_EMIT parts.pane->openRequested(0); // while it is being copied
    SOON_EQUAL(desktop.files.size(), 1);
    Q_EMIT parts.pane->openRequested(0);
    SOON_EQUAL(desktop.files.size(), 2);
    QCOMPARE(desktop.files[0], desktop.files[1]);
#ifndef Q_OS_MACOS
    parts.pane->setCurrentIndex(parts.attachments->index(1));
    QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, {}, true);
    QApplication::sendEvent(parts.pane, &held);
    QTest::keyClick(parts.pane, Qt::Key_Return);
    SOON_EQUAL(desktop.files.size(), 3);
#endif
}

void TestComposeOpen::programsAreNotRun_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("undecided"); // the strip holds something else
    QTest::newRow("exe") << u"setup.exe"_qs << false;
    QTest::newRow("capitals") << u"SETUP.EXE"_qs << false;
    QTest::newRow("second suffix") << u"letter.pdf.jar"_qs << false;
#ifdef Q_OS_WIN
    QTest::newRow("script") << u"a.vbs"_qs << false;
    QTest::newRow("link") << u"a.lnk"_qs << false;
#else
    QTest::newRow("script") << u"a.sh"_qs << false;
    QTest::newRow("starter") << u"a.desktop"_qs << false;
    QTest::newRow("image") << u"a.AppImage"_qs << false;
#endif
    QTest::newRow("strip in use") << u"setup.exe"_qs << true;
}

void TestComposeOpen::programsAreNotRun()
{
    QFETCH(QString, name);
    QFETCH(bool, undecided);
    ComposeBench bench;
    const Parts parts(bench.open());
    const Opened desktop;
    parts.attachments->addFiles({bench.file(name, "x")});
    SOON(parts.attachmentsSettled());
    if (undecided) {
        const auto actions = parts.window->actions();
        for (QAction *action : actions) {
            if (QString(action->text()).remove(u'&') == u"Discard draft")
                action->trigger();
        }
        QVERIFY(parts.button(u"Undo"_qs));
    }
    Q_EMIT parts.pane->openRequested(0);
    QTest::qWait(0);
    QVERIFY(desktop.files.isEmpty());
    QVERIFY(parts.strip->isUp());
    QCOMPARE(parts.strip->strip().title.contains(name), !undecided);
    if (undecided) {
        QVERIFY(parts.button(u"Undo"_qs));
        QVERIFY2(QToolTip::text().contains(name), qPrintable(QToolTip::text()));
    }
}

void TestComposeOpen::whatIsNotHereIsNotOpened()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    const Opened desktop;
    parts.attachments->addFiles({bench.folder.filePath(u"never.txt"_qs)});
    SOON(parts.attachmentsSettled());
    Q_EMIT parts.pane->openRequested(0);
    Q_EMIT parts.pane->openRequested(7);
    QTest::qWait(0);
    QVERIFY(desktop.files.isEmpty());
}

QTEST_MAIN(TestComposeOpen)
#include "tst_composeopen.moc"
