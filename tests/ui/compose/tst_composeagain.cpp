// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"

#include <QApplication>

using namespace pennypost;

/// A letter in doubt that goes out once more, or does not: the doubt lives until a person ends it.
class TestComposeAgain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendAgainFails_data();
    void sendAgainFails();
    void decidedElsewhereAfterAFailure_data();
    void decidedElsewhereAfterAFailure();
    void decidedElsewhereMeanwhile();
    void editsOutliveTheAnswer_data();
    void editsOutliveTheAnswer();
    void editsOutliveTheAnswerHere();
    void closesUnedited_data();
    void closesUnedited();
    void unreadableReceipt();
    void openedTooLate_data();
    void openedTooLate();
};

void TestComposeAgain::sendAgainFails_data()
{
    QTest::addColumn<QString>("failure");
    for (const char *failure : {"keyring locked", "account gone", "offline", "cancelled", "program ends"})
        QTest::newRow(failure) << QString::fromLatin1(failure);
}

/// The first copy may have arrived, whatever became of the second.
void TestComposeAgain::sendAgainFails()
{
    QFETCH(QString, failure);
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.leaveInDoubt();
    const Parts parts(window);
    const QString id = window->draftId();
    const bool goesOut = failure != u"keyring locked" && failure != u"account gone";
    if (failure == u"keyring locked")
        bench.keychain.readError = SecretError{SecretError::Kind::Locked, {}};
    if (failure == u"account gone")
        QVERIFY(bench.accounts->remove(u"alice"_qs));
    parts.click(u"Send again"_qs);
    if (failure == u"offline")
        bench.submission(2)->fail(Problem::Offline, Stage::Connect);
    else if (failure == u"cancelled")
        bench.submission(2)->fail(Problem::Cancelled, Stage::Connect);
    else if (goesOut)
        bench.submission(2)->report(Stage::Body, 10);
    if (failure != u"program ends")
        SOON(parts.isWritable());
    QCOMPARE(bench.items().size(), 1);
    bench.restart();
    const QList<OutboxItem> items = bench.items();
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.first().phase, Phase::MayHaveBeenSent);
    QCOMPARE(items.first().draftId, id);
    QCOMPARE(bench.drafts().size(), 1);
    QVERIFY(bench.drafts().first().mayHaveBeenSent); // asked about at the next start
}

void TestComposeAgain::decidedElsewhereAfterAFailure_data()
{
    QTest::addColumn<QString>("answer"); // of the main window, about the item that stayed
    QTest::addColumn<bool>("edited");    // here, before
    for (const bool edited : {false, true}) {
        for (const char *answer : {"none", "it arrived", "a draft"})
            QTest::addRow("%s, %s", answer, edited ? "edited" : "as it was")
                << QString::fromLatin1(answer) << edited;
    }
}

/// The window is written in again, and what it shows is still in doubt.
void TestComposeAgain::decidedElsewhereAfterAFailure()
{
    QFETCH(QString, answer);
    QFETCH(bool, edited);
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.leaveInDoubt();
    const Parts parts(window);
    const QString id = window->draftId();
    parts.click(u"Send again"_qs);
    bench.submission(2)->fail(Problem::Offline, Stage::Connect);
    SOON(parts.isWritable());
    if (edited)
        type(parts.body, u" and more"_qs);
    const QString text = parts.body->plainText();
    const QString item = bench.items().constFirst().id;
    QVERIFY(bench.ask([&](Database &database) -> Result<void, StoreError> {
        OutboxStore outbox(database, bench.clock);
        if (answer == u"it arrived")
            return outbox.settleAsSent(item, *outbox.letterOf(item));
        if (answer == u"a draft" && !outbox.giveBackAsDraft(item))
            return Failure{StoreError{}};
        return {};
    }));

    parts.click(u"Try again"_qs);
    if (answer == u"none") {
        bench.submission(3)->accept();
        SOON(!window);
        QCOMPARE(bench.sent().size(), 1);
        QCOMPARE(bench.items().size(), 0);
        return;
    }
    if (answer == u"it arrived" && !edited) {
        SOON(!window);
        QCOMPARE(bench.drafts().size(), 0);
    } else {
        SOON(parts.isWritable() && parts.strip->isUp() && !parts.strip->showsProgress());
        QVERIFY(parts.strip->strip().title.contains(u"decided in the main window"_qs));
        QCOMPARE(parts.body->plainText(), text);
        SOON(bench.draft(id));
        QCOMPARE(bench.draft(id)->message.text, text);
    }
    QCOMPARE(bench.submitter->count(), 2); // nothing went out on the late answer
    QCOMPARE(bench.items().size(), 0);
}

/// Between the answer here and the moment when the new attempt is written down.
void TestComposeAgain::decidedElsewhereMeanwhile()
{
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.leaveInDoubt();
    const QString item = bench.items().constFirst().id;
    bench.keychain.held = true; // a person unlocks it
    Parts(window).click(u"Send again"_qs);
    SOON(bench.keychain.waiting() == 1);
    QVERIFY(bench.ask([&](Database &database) {
        OutboxStore outbox(database, bench.clock);
        return outbox.settleAsSent(item, *outbox.letterOf(item));
    }));
    bench.keychain.release();
    SOON(!window);
    QCOMPARE(bench.submitter->count(), 1);
    QCOMPARE(bench.sent().size(), 1);
    QCOMPARE(bench.drafts().size(), 0);
}

void TestComposeAgain::editsOutliveTheAnswer_data()
{
    QTest::addColumn<bool>("reopened"); // after a restart: the draft knows its Message-ID
    QTest::addColumn<bool>("saved");    // before the answer
    QTest::addColumn<QString>("then");
    for (const bool reopened : {false, true}) {
        for (const bool saved : {false, true}) {
            for (const char *then : {"closed", "in front again", "sent", "restarted", "nothing"})
                QTest::addRow("%s, %s, %s", reopened ? "reopened" : "new", saved ? "saved" : "not yet saved",
                              then)
                    << reopened << saved << QString::fromLatin1(then);
        }
    }
}

/// It arrived, as is said in the main window; what was written here since then did not.
void TestComposeAgain::editsOutliveTheAnswer()
{
    QFETCH(bool, reopened);
    QFETCH(bool, saved);
    QFETCH(QString, then);
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.leaveInDoubt();
    const QString id = window->draftId();
    const QByteArray arrived = bench.items().constFirst().messageId;
    if (reopened) {
        bench.restart();
        window = bench.open(*bench.draft(id), true);
    }
    const qsizetype before = bench.submitter->count();
    Parts(window).click(u"Send again"_qs);
    bench.submission(before + 1)->fail(Problem::Offline, Stage::Connect);
    SOON(Parts(window).isWritable());
    type(Parts(window).body, u" and more"_qs);
    const QString text = Parts(window).body->plainText();
    if (saved) {
        bench.clock.advance(std::chrono::seconds(1));
        SOON_EQUAL(bench.draft(id)->message.text, text);
    }
    const QString item = bench.items().constFirst().id;
    QVERIFY(bench.ask([&](Database &database) {
        OutboxStore outbox(database, bench.clock);
        return outbox.settleAsSent(item, *outbox.letterOf(item));
    }));

    if (then == u"closed") {
        window->close();
        SOON(!window);
    } else if (then == u"in front again") {
        QEvent activation(QEvent::ActivationChange);
        QApplication::sendEvent(window, &activation);
        SOON(!window || Parts(window).strip->strip().title.contains(u"arrived"_qs));
        QVERIFY(window && Parts(window).isWritable());
        QCOMPARE(Parts(window).body->plainText(), text);
    } else if (then == u"sent") {
        Parts(window).press(Qt::Key_Return);
        SOON(!window || Parts(window).strip->strip().title.contains(u"arrived"_qs));
        QCOMPARE(bench.submitter->count(), before + 1); // nothing went out on the late answer
    }
    if (then == u"nothing")
        bench.clock.advance(std::chrono::seconds(1));
    if (then != u"restarted") {
        SOON(bench.draft(id) && bench.draft(id)->message.text == text);
        QVERIFY(!bench.drafts().first().mayHaveBeenSent);
    }
    bench.restart();
    QCOMPARE(bench.sent().size(), 1);
    QCOMPARE(bench.drafts().size(), 1);
    const Parts again(bench.open(*bench.draft(id)));
    QCOMPARE(again.body->plainText(), text);
    again.press(Qt::Key_Return);
    const QByteArray letter = bench.submission(1)->letter();
    QVERIFY(letter.contains("Message-ID:"));
    QVERIFY2(!letter.contains(arrived), "receivers would take it for a second copy");
}

/// The same after a restart, where the window that asks knows nothing of what was written before.
void TestComposeAgain::editsOutliveTheAnswerHere()
{
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.leaveInDoubt();
    const QString id = window->draftId();
    const QByteArray arrived = bench.items().constFirst().messageId;
    Parts(window).click(u"Send again"_qs);
    bench.submission(2)->fail(Problem::Offline, Stage::Connect);
    SOON(Parts(window).isWritable());
    type(Parts(window).body, u" and more"_qs);
    const QString text = Parts(window).body->plainText();
    window->close();
    SOON(!window);
    bench.restart();

    window = bench.open(*bench.draft(id), true);
    const Parts parts(window);
    QSignalSpy sent(window, &ComposeWindow::sent);
    parts.click(u"It arrived"_qs);
    SOON(!window || parts.isWritable());
    QVERIFY(window);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(bench.sent().size(), 1);
    QCOMPARE(parts.body->plainText(), text);
    QVERIFY(parts.strip->isUp());
    QVERIFY(!parts.strip->strip().title.contains(u"main window"_qs));
    QCOMPARE(bench.draft(id)->message.text, text);
    parts.press(Qt::Key_Return);
    QVERIFY(!bench.submission(1)->letter().contains(arrived));
}

void TestComposeAgain::closesUnedited_data()
{
    QTest::addColumn<bool>("again"); // sent again, which failed; else it still asks
    QTest::addColumn<bool>("arrived");
    for (const bool again : {false, true}) {
        for (const bool arrived : {false, true})
            QTest::addRow("%s, %s", again ? "sent again" : "asking", arrived ? "arrived" : "undecided")
                << again << arrived;
    }
}

/// A cursor that was moved makes no draft of a letter that arrived.
void TestComposeAgain::closesUnedited()
{
    QFETCH(bool, again);
    QFETCH(bool, arrived);
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.leaveInDoubt();
    if (again) {
        Parts(window).click(u"Send again"_qs);
        bench.submission(2)->fail(Problem::Offline, Stage::Connect);
        SOON(Parts(window).isWritable());
    }
    const QString item = bench.items().constFirst().id;
    if (arrived) {
        QVERIFY(bench.ask([&](Database &database) {
            OutboxStore outbox(database, bench.clock);
            return outbox.settleAsSent(item, *outbox.letterOf(item));
        }));
    }
    Parts(window).body->moveCursor(QTextCursor::Start);
    window->close();
    SOON(!window);
    QCOMPARE(bench.drafts().size(), arrived ? 0 : 1);
    QCOMPARE(bench.items().size(), arrived ? 0 : 1);
}

/// It arrived, as was said in the main window, but the store can't tell so: no draft on that account.
void TestComposeAgain::unreadableReceipt()
{
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.leaveInDoubt();
    const Parts parts(window);
    const QString item = bench.items().constFirst().id;
    const auto run = [&](const QString &statement) {
        return bench.ask([&](Database &database) -> Result<void, StoreError> {
            const auto done = database.run(statement);
            return done ? Result<void, StoreError>() : Failure{done.error()};
        });
    };
    QVERIFY(bench.ask([&](Database &database) {
        OutboxStore outbox(database, bench.clock);
        return outbox.settleAsSent(item, *outbox.letterOf(item));
    }));
    QVERIFY(run(u"ALTER TABLE sent RENAME TO elsewhere"_qs));
    parts.click(u"Send again"_qs);
    SOON(parts.button(u"Back"_qs));
    QVERIFY(!parts.isWritable());
    QVERIFY(run(u"ALTER TABLE elsewhere RENAME TO sent"_qs));
    parts.click(u"Back"_qs);
    parts.click(u"Send again"_qs);
    SOON(!window);
    QCOMPARE(bench.submitter->count(), 1);
}

void TestComposeAgain::openedTooLate_data()
{
    QTest::addColumn<bool>("arrived");
    QTest::addColumn<QString>("answer");
    for (const bool arrived : {false, true}) {
        for (const char *answer : {"It arrived", "Send again", "It did not arrive"})
            QTest::addRow("%s, %s", arrived ? "It arrived" : "a draft", answer)
                << arrived << QString::fromLatin1(answer);
    }
}

/// Settled between the list of drafts and this window, which never knew the item's name.
void TestComposeAgain::openedTooLate()
{
    QFETCH(bool, arrived);
    QFETCH(QString, answer);
    ComposeBench bench;
    const QString id = bench.leaveInDoubt()->draftId();
    bench.restart();
    const Draft draft = *bench.draft(id);
    const QString item = bench.items().constFirst().id;
    QVERIFY(bench.ask([&](Database &database) -> Result<void, StoreError> {
        OutboxStore outbox(database, bench.clock);
        if (arrived)
            return outbox.settleAsSent(item, *outbox.letterOf(item));
        const auto given = outbox.giveBackAsDraft(item);
        return given ? Result<void, StoreError>() : Failure{given.error()};
    }));
    QPointer<ComposeWindow> window = bench.open(draft, true);
    const Parts parts(window);
    parts.click(answer);
    if (arrived) {
        SOON(parts.button(u"Close the letter"_qs));
        QVERIFY(!parts.isWritable());
        parts.press(Qt::Key_Return);
        parts.click(u"Close the letter"_qs);
        SOON(!window);
        QCOMPARE(bench.drafts().size(), 0);
    } else {
        SOON(parts.isWritable());
        QVERIFY(bench.draft(id));
    }
    QCOMPARE(bench.submitter->count(), 0);
}

QTEST_MAIN(TestComposeAgain)
#include "tst_composeagain.moc"
