// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"
#include "ui/common/ProblemText.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>

using namespace pennypost;

Q_DECLARE_METATYPE(pennypost::Problem)
Q_DECLARE_METATYPE(pennypost::Stage)

namespace {

bool isWritable(const Parts &parts)
{
    return !parts.body->isReadOnly() && !parts.subject()->isReadOnly() && parts.head->from().isEnabled();
}

} // namespace

/// A letter that may have been sent, and windows that go while theirs is on its way.
class TestComposeDoubt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mayHaveBeenSent_data();
    void mayHaveBeenSent();
    void sendAgainKeepsTheMessageId();
    void closedWhileSending_data();
    void closedWhileSending();
    void destroyedWhileSending();
};

void TestComposeDoubt::mayHaveBeenSent_data()
{
    QTest::addColumn<bool>("reopened");
    QTest::addColumn<QString>("answer");
    for (const bool reopened : {false, true}) {
        for (const char *answer : {"It arrived", "Send again", "Keep as draft"})
            QTest::addRow("%s, %s", answer, reopened ? "after a restart" : "at once")
                << reopened << QString::fromLatin1(answer);
    }
}

void TestComposeDoubt::mayHaveBeenSent()
{
    QFETCH(bool, reopened);
    QFETCH(QString, answer);
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.open();
    {
        const Parts parts(window);
        parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"words"_qs);
        parts.press(Qt::Key_Return);
        FakeSubmission *submission = bench.submission();
        submission->reportFinalDotDue();
        SOON(submission->isFinalDotReleased());
        submission->fail(Problem::MayHaveBeenSent, Stage::FinalDot);
        SOON(!parts.strip->showsProgress());
    }
    if (reopened) {
        const QString id = window->draftId();
        bench.restart();
        QVERIFY(!window);
        const QList<DraftSummary> drafts = bench.drafts();
        QCOMPARE(drafts.size(), 1);
        QVERIFY(drafts.first().mayHaveBeenSent);
        window = bench.open(*bench.draft(id), true);
    }
    const Parts parts(window);
    QSignalSpy sent(window, &ComposeWindow::sent);
    QVERIFY(parts.strip->isUp());
    QCOMPARE(parts.strip->strip().buttons.size(), 3);
    QVERIFY(!isWritable(parts)); // nothing is changed in doubt
    const qsizetype before = bench.submitter->count();
    parts.press(Qt::Key_Return); // nor sent by a shortcut
    QCOMPARE(bench.submitter->count(), before);

    parts.click(answer);
    if (answer == u"It arrived") {
        SOON(!window);
        QCOMPARE(sent.size(), 1);
        QCOMPARE(bench.sent().size(), 1);
        QCOMPARE(bench.items().size(), 0);
        QCOMPARE(bench.drafts().size(), 0);
    } else if (answer == u"Send again") {
        bench.submission(before + 1)->accept();
        SOON(!window);
        QCOMPARE(bench.sent().size(), 1);
        QCOMPARE(bench.items().size(), 0);
    } else {
        SOON(isWritable(parts));
        QVERIFY(!parts.strip->isUp());
        QCOMPARE(bench.items().size(), 0);
        QCOMPARE(bench.drafts().size(), 1);
        QVERIFY(!bench.drafts().first().mayHaveBeenSent);
    }
}

void TestComposeDoubt::sendAgainKeepsTheMessageId()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"words"_qs);
    parts.press(Qt::Key_Return);
    FakeSubmission *submission = bench.submission();
    const auto messageId = [](const QByteArray &letter) {
        const auto start = letter.indexOf("Message-ID:");
        return letter.mid(start, letter.indexOf("\r\n", start) - start);
    };
    const QByteArray first = messageId(submission->letter());
    QVERIFY(first.size() > 20);
    submission->reportFinalDotDue();
    SOON(submission->isFinalDotReleased());
    submission->fail(Problem::MayHaveBeenSent, Stage::FinalDot);
    SOON(!parts.strip->showsProgress());
    parts.click(u"Send again"_qs);
    QCOMPARE(messageId(bench.submission(2)->letter()), first);
}

void TestComposeDoubt::closedWhileSending_data()
{
    QTest::addColumn<bool>("works");
    QTest::newRow("accepted") << true;
    QTest::newRow("failed") << false;
}

void TestComposeDoubt::closedWhileSending()
{
    QFETCH(bool, works);
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.open();
    const Parts parts(window);
    QSignalSpy sent(window, &ComposeWindow::sent);
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"words"_qs);
    parts.press(Qt::Key_Return);
    FakeSubmission *submission = bench.submission();
    window->close();
    QVERIFY(window);
    QVERIFY(!window->isVisible());
    QVERIFY(!submission->isCancelled());
    if (works) {
        submission->accept();
        SOON_EQUAL(sent.size(), 1);
        SOON(!window);
    } else {
        submission->fail(Problem::WrongPassword, Stage::Authenticate);
        SOON(window->isVisible()); // it comes back with what there is to say
        QVERIFY(parts.strip->isUp());
        QVERIFY(isWritable(parts));
        QCOMPARE(parts.body->plainText(), u"words"_qs);
    }
}

void TestComposeDoubt::destroyedWhileSending()
{
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.open();
    const QString id = window->draftId();
    {
        const Parts parts(window);
        parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"words"_qs);
        parts.press(Qt::Key_Return);
        bench.submission()->report(Stage::Body, 10);
    }
    bench.restart();
    const auto kept = bench.draft(id);
    QVERIFY(kept);
    QCOMPARE(kept->message.text, u"words"_qs);
    QCOMPARE(kept->typedTo, u"bob@example.net"_qs);
    QCOMPARE(bench.drafts().size(), 1);
    QVERIFY(!bench.drafts().first().mayHaveBeenSent); // its dot had not gone out
}

QTEST_MAIN(TestComposeDoubt)
#include "tst_composedoubt.moc"
