// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"
#include "ui/common/ProblemText.h"

#include <QApplication>
#include <QLabel>

using namespace pennypost;

namespace {

/// What a screen reader says of the pictures in the strip.
QStringList iconNames(const Parts &parts)
{
    QStringList names;
    const auto labels = parts.strip->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (!label->pixmap().isNull())
            names.append(label->accessibleName());
    }
    return names;
}

} // namespace

/// From Send to the 250.
class TestComposeSend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sends();
    void sendsRich();
    void progress();
    void blocks_data();
    void blocks();
    void emptySubjectAsksOnce_data();
    void emptySubjectAsksOnce();
    void subjectTypedInTheStrip();
    void cancels();
    void noCancelAfterTheDot();
    void secondSendIsNone();
};

void TestComposeSend::sends()
{
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.open();
    const Parts parts(window);
    QSignalSpy sent(window, &ComposeWindow::sent);
    parts.write(u"Bob Ünal <bob@example.net>, carol@example.net"_qs, u"Grüße"_qs,
                u"Dear Bob,\n\nTea?\n\nAlice"_qs);
    parts.head->showBcc();
    type(parts.bcc(), u"dora@example.net"_qs);
    parts.attachments->addFiles({bench.file(u"a.txt"_qs, "attached words")});
    SOON(parts.attachmentsSettled());
    parts.press(Qt::Key_Return);
    FakeSubmission *submission = bench.submission();

    const SubmissionRequest &request = submission->request();
    QStringList paths;
    for (const SmtpPath &path : request.letter->envelope.forwardPaths)
        paths.append(path.display());
    QCOMPARE(paths, QStringList({u"bob@example.net"_qs, u"carol@example.net"_qs, u"dora@example.net"_qs}));
    QCOMPARE(request.letter->envelope.reversePath.display(), u"alice@example.org"_qs);
    const QByteArray letter = submission->letter();
    QVERIFY(letter.contains("Tea?"));
    QVERIFY(letter.contains("a.txt"));
    QVERIFY(!letter.contains("dora@example.net"));
    QVERIFY(!letter.contains("text/html"));

    QVERIFY(parts.strip->showsProgress());
    QVERIFY(!parts.isWritable());
    submission->reportFinalDotDue();
    SOON(submission->isFinalDotReleased());
    submission->accept();
    SOON_EQUAL(sent.size(), 1);
    SOON(!window);
    QCOMPARE(bench.drafts().size(), 0);
    QCOMPARE(bench.sent().size(), 1);
    QCOMPARE(bench.sent().first().subject, u"Grüße"_qs);
}

void TestComposeSend::sendsRich()
{
    ComposeBench bench;
    Draft draft;
    draft.rich = true;
    const Parts parts(bench.open(draft));
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"plain"_qs);
    parts.press(Qt::Key_B);
    type(parts.body, u" strong"_qs);
    parts.press(Qt::Key_Return);
    const QByteArray letter = bench.submission()->letter();
    QVERIFY(letter.contains("multipart/alternative"));
    QVERIFY(letter.contains("<p>plain<strong> strong</strong></p>"));
    QVERIFY(letter.contains("plain strong"));
    QVERIFY(!letter.contains("-qt-"));
    QVERIFY(!letter.contains("style="));
}

void TestComposeSend::progress()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, QString(2000, u'x'));
    parts.press(Qt::Key_Return);
    FakeSubmission *submission = bench.submission();
    submission->report(Stage::Authenticate);
    const auto shows = [&](const QString &words) {
        const auto labels = parts.strip->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    };
    QVERIFY(shows(ProblemWords::of(Stage::Authenticate)));
    QVERIFY(shows(u"smtp.example.org"_qs));
    submission->report(Stage::Body, submission->request().letter->source->size() / 2);
    QVERIFY(shows(u"kB"_qs));
    QVERIFY(shows(u"%"_qs));
    QVERIFY(parts.button(u"Cancel"_qs)->isEnabled());
}

void TestComposeSend::blocks_data()
{
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("cc");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("selected");
    QTest::newRow("nobody") << QString() << QString() << u"to"_qs << QString();
    QTest::newRow("no address") << u"bob@example.net, nobody"_qs << QString() << u"to"_qs << u"nobody"_qs;
    QTest::newRow("in a copy") << u"bob@example.net"_qs << u"carol@, dora@example.net"_qs << u"cc"_qs
                               << u"carol@"_qs;
}

void TestComposeSend::blocks()
{
    QFETCH(QString, to);
    QFETCH(QString, cc);
    QFETCH(QString, field);
    QFETCH(QString, selected);
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(to, u"Tea"_qs, u"x"_qs);
    if (!cc.isEmpty()) {
        parts.head->showCc();
        type(parts.cc(), cc);
    }
    parts.body->setFocus();
    parts.press(Qt::Key_Return);
    QVERIFY(parts.strip->isUp());
    QCOMPARE(parts.strip->strip().tone, Strip::Tone::Problem);
    QVERIFY(iconNames(parts).contains(u"Problem"_qs));
    QVERIFY(!parts.strip->strip().title.isEmpty());
    QWidget *culprit = field == u"to" ? parts.to() : parts.cc();
    QCOMPARE(QApplication::focusWidget(), culprit);
    QCOMPARE(qobject_cast<QTextEdit *>(culprit)->textCursor().selectedText(), selected);
    QVERIFY(parts.isWritable());
    QCOMPARE(bench.submitter->count(), 0);
    // Mending it takes the complaint away.
    type(culprit, u"erin@example.net"_qs);
    QVERIFY(!parts.strip->isUp());
    parts.press(Qt::Key_Return);
    QVERIFY(bench.submission());
}

void TestComposeSend::emptySubjectAsksOnce_data()
{
    QTest::addColumn<QString>("body");
    QTest::newRow("with words") << u"x"_qs;
    QTest::newRow("quite empty") << QString();
}

void TestComposeSend::emptySubjectAsksOnce()
{
    QFETCH(QString, body);
    ComposeBench bench;
    const Parts parts(bench.open());
    type(parts.to(), u"bob@example.net"_qs);
    type(parts.body, body);
    parts.press(Qt::Key_Return);
    QVERIFY(parts.strip->isUp());
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY(parts.isWritable());
    QCOMPARE(bench.submitter->count(), 0);
    // Also with nothing in the letter at all it is one question.
    QCOMPARE(parts.strip->strip().sentence.count(u'?'), 1);
    QCOMPARE(parts.strip->strip().title.contains(u"letter"_qs), body.isEmpty());
    parts.click(u"Send without subject"_qs);
    QVERIFY(bench.submission()->letter().contains("To: bob@example.net"));
}

void TestComposeSend::subjectTypedInTheStrip()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    type(parts.to(), u"bob@example.net"_qs);
    type(parts.body, u"x"_qs);
    parts.press(Qt::Key_Return);
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(field && field != parts.subject());
    type(field, u"Tea after all"_qs);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(parts.subject()->text(), u"Tea after all"_qs);
    QVERIFY(bench.submission()->letter().contains("Subject: Tea after all"));
}

void TestComposeSend::cancels()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    const Sheet before(parts);
    parts.press(Qt::Key_Return);
    FakeSubmission *submission = bench.submission();
    submission->report(Stage::Body, 10);
    parts.click(u"Cancel"_qs);
    SOON(!parts.strip->showsProgress());
    QVERIFY(parts.isWritable());
    QVERIFY(Sheet(parts) == before);
    QCOMPARE(parts.strip->strip().tone, Strip::Tone::Notice);
    QVERIFY(iconNames(parts).contains(u"Note"_qs));
    type(parts.body, u"y"_qs);
    QVERIFY(!parts.strip->isUp());
    QCOMPARE(bench.items().size(), 0);
}

void TestComposeSend::noCancelAfterTheDot()
{
    ComposeBench bench;
    QPointer<ComposeWindow> window = bench.open();
    const Parts parts(window);
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    parts.press(Qt::Key_Return);
    FakeSubmission *submission = bench.submission();
    submission->reportFinalDotDue();
    SOON(submission->isFinalDotReleased());
    submission->report(Stage::FinalDot, 100);
    QPushButton *cancel = parts.button(u"Cancel"_qs);
    QVERIFY(!cancel->isEnabled());
    QVERIFY(!cancel->accessibleDescription().isEmpty()); // it says why
    SubmissionProgress slow;
    slow.stage = Stage::FinalDot;
    slow.slow = true;
    submission->report(slow);
    const auto labels = parts.strip->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(u"still checking"_qs);
    }));
    QVERIFY(cancel->accessibleDescription().contains(u"minutes"_qs));
    parts.body->setFocus();
    parts.press(Qt::Key_F6, Qt::NoModifier); // past a strip that has nothing to press
    QCOMPARE(QApplication::focusWidget(), parts.to());
    QVERIFY(!submission->isCancelled());
    submission->accept();
    SOON(!window);
}

void TestComposeSend::secondSendIsNone()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"words"_qs);
    for (int i = 0; i < 5; ++i)
        parts.press(Qt::Key_Return);
    QVERIFY(bench.submission());
    parts.press(Qt::Key_Return);
    QTest::qWait(20);
    QCOMPARE(bench.submitter->count(), 1);
}

QTEST_MAIN(TestComposeSend)
#include "tst_composesend.moc"
