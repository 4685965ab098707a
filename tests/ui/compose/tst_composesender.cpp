// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"

#include <QApplication>

using namespace pennypost;

/// An account that goes while a letter is written under it: nothing goes out from another one unseen.
class TestComposeSender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhichIsGone();
    void sendsFromAnotherOnlyWhenAgreed_data();
    void sendsFromAnotherOnlyWhenAgreed();
    void anotherAccountGoes();
    void comesBack();
    void reopenedLater_data();
    void reopenedLater();
    void noneLeft();
    void questionsGoFirst();

private:
    static constexpr QStringView gone = u"The account “alice@example.org” is no longer there";
    static void removeAlice(ComposeBench &bench) { QVERIFY(bench.accounts->remove(u"alice"_qs)); }
    static Parts write(ComposeBench &bench)
    {
        const Parts parts(bench.open());
        parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"words"_qs);
        parts.body->setFocus();
        return parts;
    }
};

void TestComposeSender::saysWhichIsGone()
{
    ComposeBench bench;
    const Parts parts = write(bench);
    QCOMPARE(parts.head->from().mailbox().addrSpec(), u"alice@example.org"_qs);
    QVERIFY(!parts.strip->isUp());
    removeAlice(bench);
    QVERIFY(parts.strip->isUp());
    QCOMPARE(parts.strip->strip().title, gone.toString());
    QVERIFY(parts.strip->strip().sentence.contains(u"a.liddell@example.com"_qs));
    QCOMPARE(QApplication::focusWidget(), parts.body); // a hint, not a dialog
    type(parts.body, u" more"_qs);
    QVERIFY(parts.strip->isUp()); // it is not gone with the next key
}

void TestComposeSender::sendsFromAnotherOnlyWhenAgreed_data()
{
    QTest::addColumn<QString>("agreed");
    QTest::newRow("in the hint") << u"hint"_qs;
    QTest::newRow("by choosing") << u"choice"_qs;
    QTest::newRow("when sending") << u"send"_qs;
    QTest::newRow("the hint was closed") << u"closed"_qs;
}

void TestComposeSender::sendsFromAnotherOnlyWhenAgreed()
{
    QFETCH(QString, agreed);
    ComposeBench bench;
    QPointer<ComposeWindow> window;
    {
        const Parts parts = write(bench);
        window = parts.window;
        removeAlice(bench);
        if (agreed == u"hint")
            parts.click(u"Use this sender"_qs);
        if (agreed == u"choice") {
            parts.click(u"Choose another"_qs);
            QCOMPARE(QApplication::focusWidget(), &parts.head->from());
            QTest::keyClick(&parts.head->from(), Qt::Key_Down, Qt::AltModifier);
            QTest::keyClick(QApplication::activePopupWidget()
                                ? QApplication::activePopupWidget()->focusWidget()
                                : &parts.head->from(),
                            Qt::Key_Return);
            SOON(!parts.strip->isUp());
        }
        if (agreed == u"closed")
            parts.strip->dismiss();
        parts.body->setFocus();
        parts.press(Qt::Key_Return);
        if (agreed == u"send" || agreed == u"closed") {
            QCOMPARE(parts.strip->strip().title, gone.toString());
            QVERIFY(parts.isWritable());
            QTest::qWait(0);
            QCOMPARE(bench.submitter->count(), 0);
            parts.click(u"Send from this address"_qs);
        }
    }
    QCOMPARE(bench.submission()->request().letter->envelope.reversePath.display(),
             u"a.liddell@example.com"_qs);
    bench.submission()->accept();
    SOON(!window);
}

void TestComposeSender::anotherAccountGoes()
{
    ComposeBench bench;
    const Parts parts = write(bench);
    QVERIFY(bench.accounts->remove(u"work"_qs));
    QVERIFY(!parts.strip->isUp());
    QCOMPARE(parts.head->from().mailbox().addrSpec(), u"alice@example.org"_qs);
}

void TestComposeSender::comesBack()
{
    ComposeBench bench;
    const Account alice = *bench.accounts->find(u"alice"_qs);
    const Parts parts = write(bench);
    removeAlice(bench);
    QVERIFY(bench.accounts->add(alice)); // under the same id, as another program may
    QVERIFY(!parts.strip->isUp());
    QCOMPARE(parts.head->from().mailbox().addrSpec(), u"alice@example.org"_qs);
    parts.press(Qt::Key_Return);
    QCOMPARE(bench.submission()->request().letter->envelope.reversePath.display(), u"alice@example.org"_qs);
}

void TestComposeSender::reopenedLater_data()
{
    QTest::addColumn<bool>("agreed");
    QTest::newRow("not agreed") << false;
    QTest::newRow("agreed") << true;
}

void TestComposeSender::reopenedLater()
{
    QFETCH(bool, agreed);
    ComposeBench bench;
    QPointer<ComposeWindow> window;
    QString id;
    {
        const Parts parts = write(bench);
        window = parts.window;
        id = window->draftId();
        removeAlice(bench);
        if (agreed)
            parts.click(u"Use this sender"_qs);
        type(parts.body, u" more"_qs);
    }
    window->close();
    SOON(!window);
    const Parts again(bench.open(*bench.draft(id)));
    QCOMPARE(again.strip->strip().title == gone, !agreed);
    again.body->setFocus();
    again.press(Qt::Key_Return);
    if (!agreed) {
        QCOMPARE(again.strip->strip().title, gone.toString());
        again.click(u"Send from this address"_qs);
    }
    QVERIFY(bench.submission());
}

void TestComposeSender::noneLeft()
{
    ComposeBench bench;
    const Parts parts = write(bench);
    QSignalSpy accounts(parts.window, &ComposeWindow::accountsRequested);
    QVERIFY(bench.accounts->remove(u"work"_qs));
    removeAlice(bench);
    QCOMPARE(parts.strip->strip().title, gone.toString());
    parts.click(u"Set up an account…"_qs);
    QCOMPARE(accounts.size(), 1);
    parts.press(Qt::Key_Return);
    QVERIFY(parts.strip->isUp());
    QCOMPARE(parts.strip->strip().title, gone.toString()); // there is nothing to choose under From
    parts.click(u"Set up an account…"_qs);
    QCOMPARE(accounts.size(), 2);
    QCOMPARE(bench.submitter->count(), 0);
}

void TestComposeSender::questionsGoFirst()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, QString(), u"words"_qs);
    parts.press(Qt::Key_Return); // asks for the subject
    removeAlice(bench);
    parts.click(u"Send without subject"_qs); // the question is still there to be answered
    QCOMPARE(parts.strip->strip().title, gone.toString());
    parts.click(u"Send from this address"_qs); // which asks nothing a second time
    QVERIFY(bench.submission());
}

QTEST_MAIN(TestComposeSender)
#include "tst_composesender.moc"
