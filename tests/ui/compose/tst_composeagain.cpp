// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"

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
        for (const char *answer : {"It arrived", "Send again", "Keep as draft"})
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
