// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"

#include <QFile>

using namespace pennypost;
using namespace std::chrono_literals;

/// Nothing that a person wrote is lost, and nothing is kept of what nobody wrote.
class TestComposeDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savedAfterAPause();
    void savedAfterManyCharacters();
    void savedByShortcut();
    void untouchedLeavesNothing_data();
    void untouchedLeavesNothing();
    void emptiedLeavesNothing();
    void everythingComesBack_data();
    void everythingComesBack();
    void lostWindow();
    void captureUnderWay();
    void pictureUnderWay();
    void failedAttachmentComesBack();
    void restoredIsToldUntilEdited();
};

void TestComposeDraft::savedAfterAPause()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    QSignalSpy changed(parts.window, &ComposeWindow::draftsChanged);
    type(parts.subject(), u"Tea"_qs);
    bench.clock.advance(900ms);
    type(parts.subject(), u"!"_qs);
    bench.clock.advance(900ms); // the pause begins anew with each key
    QCOMPARE(bench.drafts().size(), 0);
    QCOMPARE(parts.status(), u"Saving"_qs);
    bench.clock.advance(100ms);
    SOON_EQUAL(changed.size(), 1);
    QCOMPARE(bench.drafts().size(), 1);
    QCOMPARE(bench.drafts().first().subject, u"Tea!"_qs);
    QVERIFY2(parts.status().startsWith(u"Saved "_qs), qPrintable(parts.status()));
}

void TestComposeDraft::savedAfterManyCharacters()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    type(parts.body, QString(199, u'x'));
    QCOMPARE(bench.drafts().size(), 0);
    type(parts.body, u"y"_qs);
    QCOMPARE(bench.drafts().size(), 1);
    QCOMPARE(bench.draft(parts.window->draftId())->message.text.size(), 200);
}

void TestComposeDraft::savedByShortcut()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    type(parts.body, u"x"_qs);
    parts.press(Qt::Key_S);
    QCOMPARE(bench.drafts().size(), 1);
    SOON(parts.status().startsWith(u"Saved "_qs));
}

void TestComposeDraft::untouchedLeavesNothing_data()
{
    QTest::addColumn<bool>("prefilled");
    QTest::newRow("new") << false;
    QTest::newRow("with a recipient from elsewhere") << true;
}

void TestComposeDraft::untouchedLeavesNothing()
{
    QFETCH(bool, prefilled);
    ComposeBench bench;
    Draft draft;
    if (prefilled)
        draft.message.to = {*parseMailbox(u"bob@example.net").mailbox};
    QPointer<ComposeWindow> window = bench.open(draft);
    const Parts parts(window);
    QCOMPARE(parts.head->to().isEmpty(), !prefilled);
    bench.clock.advance(10s);
    parts.press(Qt::Key_W);
    SOON(!window);
    QCOMPARE(bench.drafts().size(), 0);
}

void TestComposeDraft::emptiedLeavesNothing()
{
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.open();
    const Parts parts(window);
    type(parts.subject(), u"T"_qs);
    parts.press(Qt::Key_S);
    QCOMPARE(bench.drafts().size(), 1);
    QTest::keyClick(parts.subject(), Qt::Key_Backspace);
    window->close();
    SOON(!window);
    QCOMPARE(bench.drafts().size(), 0);
}

void TestComposeDraft::everythingComesBack_data()
{
    QTest::addColumn<bool>("rich");
    QTest::addColumn<bool>("restart");
    QTest::newRow("plain") << false << false;
    QTest::newRow("rich") << true << false;
    QTest::newRow("plain, program restarted") << false << true;
    QTest::newRow("rich, program restarted") << true << true;
}

void TestComposeDraft::everythingComesBack()
{
    QFETCH(bool, rich);
    QFETCH(bool, restart);
    ComposeBench bench;
    Draft fresh;
    fresh.rich = rich;
    QPointer<ComposeWindow> window = bench.open(fresh);
    const QString id = window->draftId();
    QString html;
    QString text;
    {
        const Parts parts(window);
        parts.head->from().setCurrentIndex(1);
        parts.write(u"Bob <bob@example.net>, not yet an addr"_qs, u"Grüße, \"Tea\""_qs,
                    u"Dear Bob,\n\n  indented\n\n\nlast "_qs);
        parts.head->showCc();
        type(parts.cc(), u"carol@example.net"_qs);
        parts.head->showBcc();
        type(parts.bcc(), u"dora@example.net;"_qs);
        if (rich) {
            parts.body->setFocus();
            parts.press(Qt::Key_B);
            type(parts.body, u"strong"_qs);
        }
        parts.attachments->addFiles({bench.file(u"a.txt"_qs, "attached")});
        SOON(parts.attachmentsSettled());
        QTextCursor cursor = parts.body->textCursor();
        cursor.setPosition(7);
        parts.body->setTextCursor(cursor);
        html = parts.body->html();
        text = parts.body->plainText();
        if (!restart)
            window->close(); // asks nothing
    }
    if (restart)
        bench.restart();
    SOON(!window);

    const auto stored = bench.draft(id);
    QVERIFY(stored);
    const Parts again(bench.open(*stored));
    QCOMPARE(again.head->to().typed(), u"Bob <bob@example.net>, not yet an addr"_qs);
    QCOMPARE(again.head->cc().typed(), u"carol@example.net"_qs);
    // Left, the field keeps no separator at its end.
    QCOMPARE(again.head->bcc().typed(), rich ? u"dora@example.net"_qs : u"dora@example.net;"_qs);
    QVERIFY(again.cc()->isVisible());
    QVERIFY(again.bcc()->isVisible());
    QCOMPARE(again.subject()->text(), u"Grüße, \"Tea\""_qs);
    QCOMPARE(again.body->isRich(), rich);
    QCOMPARE(again.body->plainText(), text);
    QCOMPARE(again.body->html(), html);
    QCOMPARE(again.body->textCursor().position(), 7);
    QCOMPARE(again.head->from().mailbox().addrSpec(), u"writing@example.org"_qs);
    QCOMPARE(again.attachments->ready().size(), 1);
    QCOMPARE(again.attachments->ready().first().fileName, u"a.txt"_qs);
    QVERIFY(again.pane->isVisible());
    // Opening is no change.
    bench.clock.advance(5s);
    again.window->close();
    QCOMPARE(bench.draft(id)->savedAt, stored->savedAt);
}

void TestComposeDraft::lostWindow()
{
    ComposeBench bench;
    ComposeWindow *window = bench.open();
    const QString id = window->draftId();
    type(Parts(window).body, u"typed a moment ago"_qs);
    delete window; // no close, no pause: as when the program ends
    QCOMPARE(bench.draft(id)->message.text, u"typed a moment ago"_qs);
}

void TestComposeDraft::captureUnderWay()
{
    ComposeBench bench;
    ComposeWindow *window = bench.open();
    const QString id = window->draftId();
    const QString path = bench.file(u"large.bin"_qs, QByteArray(5'000'000, 'x'));
    {
        const Parts parts(window);
        parts.attachments->addFiles({path});
        QVERIFY(parts.attachments->isCapturing());
    }
    bench.restart();
    const auto stored = bench.draft(id);
    QVERIFY(stored);
    QCOMPARE(stored->message.attachments.size(), 1);
    const Parts again(bench.open(*stored));
    SOON_EQUAL(again.attachments->ready().size(), 1);
    QCOMPARE(again.attachments->ready().first().size, 5'000'000);
    QVERIFY(std::holds_alternative<BlobContent>(again.attachments->ready().first().content));
}

void TestComposeDraft::pictureUnderWay()
{
    ComposeBench bench;
    ComposeWindow *window = bench.open();
    const QString id = window->draftId();
    {
        const Parts parts(window);
        QImage picture(300, 200, QImage::Format_RGB32);
        picture.fill(Qt::blue);
        parts.attachments->addPicture(picture);
        QVERIFY(parts.attachments->isCapturing());
    }
    bench.restart(); // the window goes before the picture is written
    const auto stored = bench.draft(id);
    QVERIFY(stored);
    QCOMPARE(stored->message.attachments.size(), 1);
    QCOMPARE(stored->message.attachments.first().fileName, u"Picture.png"_qs);
    QVERIFY(QFile::exists(std::get<BlobContent>(stored->message.attachments.first().content).path));
}

void TestComposeDraft::failedAttachmentComesBack()
{
    ComposeBench bench;
    ComposeWindow *window = bench.open();
    const QString id = window->draftId();
    {
        const Parts parts(window);
        parts.attachments->addFiles({bench.folder.filePath(u"stick/late.txt"_qs)});
        SOON_EQUAL(parts.attachments->firstFailed(), 0);
    }
    bench.restart();
    const Parts again(bench.open(*bench.draft(id)));
    QCOMPARE(again.attachments->rowCount(), 1);
    SOON_EQUAL(again.attachments->firstFailed(), 0);
    QCOMPARE(again.attachments->index(0).data().toString(), u"late.txt"_qs);
}

void TestComposeDraft::restoredIsToldUntilEdited()
{
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.open();
    const QString id = window->draftId();
    type(Parts(window).body, u"x"_qs);
    window->close();
    SOON(!window);
    const Parts again(bench.open(*bench.draft(id)));
    QVERIFY(!again.strip->isUp()); // a draft that a person opens is no news
    again.window->tellRecovered();
    QVERIFY(again.strip->isUp());
    QCOMPARE(again.strip->strip().tone, Strip::Tone::Notice);
    type(again.body, u"y"_qs);
    QVERIFY(!again.strip->isUp());
}

QTEST_MAIN(TestComposeDraft)
#include "tst_composedraft.moc"
