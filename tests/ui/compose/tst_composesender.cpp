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
    void agreedToIsWhatIsUsed_data();
    void agreedToIsWhatIsUsed();
    void toTheRestFromAnother_data();
    void toTheRestFromAnother();

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
            // "It" would be the account.
            QVERIFY(parts.strip->strip().sentence.startsWith(u"The letter has not been sent yet"_qs));
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

void TestComposeSender::agreedToIsWhatIsUsed_data()
{
    QTest::addColumn<bool>("sending"); // asked when sending, else in the hint
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("expected");
    for (const bool sending : {false, true}) {
        const auto row = [&](const char *change, const QString &expected) {
            QTest::addRow("%s, %s", sending ? "when sending" : "hint", change)
                << sending << QString::fromLatin1(change) << expected;
        };
        row("another default", u"queen@example.net"_qs);
        row("its address", u"hatter@example.com"_qs);
        row("it goes too", u"queen@example.net"_qs);
        row("something else", u"a.liddell@example.com"_qs);
        row("all are gone", QString());
    }
}

/// What the strip names and what a press on its button takes are one.
void TestComposeSender::agreedToIsWhatIsUsed()
{
    QFETCH(bool, sending);
    QFETCH(QString, change);
    QFETCH(QString, expected);
    ComposeBench bench;
    Account queen = *bench.accounts->find(u"work"_qs);
    queen.id = u"queen"_qs;
    queen.identities = {{*parseMailbox(u"queen@example.net").mailbox}};
    QVERIFY(bench.accounts->add(queen));
    bench.keychain.put(secretKey(queen), "croquet");
    QPointer<ComposeWindow> window;
    {
        const Parts parts = write(bench);
        window = parts.window;
        removeAlice(bench);
        if (sending)
            parts.press(Qt::Key_Return);
        QVERIFY(parts.strip->strip().sentence.contains(u"a.liddell@example.com"_qs));
        Account work = *bench.accounts->find(u"work"_qs);
        if (change == u"another default")
            QVERIFY(bench.accounts->setDefault(queen.id));
        if (change == u"its address") {
            work.identities = {{*parseMailbox(u"hatter@example.com").mailbox}};
            QVERIFY(bench.accounts->update(work));
        }
        if (change == u"something else") {
            work.server.port = 2525;
            QVERIFY(bench.accounts->update(work));
        }
        if (change == u"it goes too" || change == u"all are gone")
            QVERIFY(bench.accounts->remove(work.id));
        if (change == u"all are gone")
            QVERIFY(bench.accounts->remove(queen.id));
        QCOMPARE(parts.strip->strip().title, gone.toString());
        if (expected.isEmpty()) {
            SOON(parts.button(u"Set up an account…"_qs));
            QVERIFY(!parts.button(u"Use this sender"_qs) && !parts.button(u"Send from this address"_qs));
            return;
        }
        QVERIFY2(parts.strip->strip().sentence.contains(expected), qPrintable(parts.strip->strip().sentence));
        SOON(parts.button(sending ? u"Send from this address"_qs : u"Use this sender"_qs));
        if (sending) {
            parts.click(u"Send from this address"_qs);
        } else {
            parts.click(u"Use this sender"_qs);
            QVERIFY(!parts.strip->isUp());
            parts.press(Qt::Key_Return);
        }
    }
    QCOMPARE(bench.submission()->request().letter->envelope.reversePath.display(), expected);
}

void TestComposeSender::toTheRestFromAnother_data()
{
    QTest::addColumn<bool>("goes");
    QTest::newRow("the account goes") << true;
    QTest::newRow("its address changes") << false;
}

/// The others, but not in the name of a sender that is no more.
void TestComposeSender::toTheRestFromAnother()
{
    QFETCH(bool, goes);
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net, carol@example.net"_qs, u"Tea"_qs, u"words"_qs);
    parts.press(Qt::Key_Return);
    SubmissionError error;
    error.problem = Problem::RecipientsRefused;
    error.stage = Stage::Recipients;
    error.reply = Reply{550, EnhancedStatus{5, 1, 1}, {"5.1.1 no such user"}};
    error.refused = {{u"carol@example.net"_qs, *error.reply}};
    bench.submission()->fail(error);
    SOON(!parts.strip->showsProgress());
    parts.click(u"Send to the others"_qs);
    bench.submission(2)->fail(Problem::Offline, Stage::Connect);
    SOON(!parts.strip->showsProgress());
    if (goes) {
        removeAlice(bench);
    } else {
        Account alice = *bench.accounts->find(u"alice"_qs);
        alice.identities = {{*parseMailbox(u"a.liddell@example.com").mailbox}};
        QVERIFY(bench.accounts->update(alice));
    }
    parts.click(u"Try again"_qs);
    if (goes)
        parts.click(u"Send from this address"_qs);
    const Envelope &third = bench.submission(3)->request().letter->envelope;
    QCOMPARE(third.forwardPaths.size(), 1);
    QCOMPARE(third.reversePath.display(), u"a.liddell@example.com"_qs);
}

QTEST_MAIN(TestComposeSender)
#include "tst_composesender.moc"
