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

/// What a person has before them, to be the same after a failure.
struct Sheet
{
    explicit Sheet(const Parts &parts)
        : to(parts.head->to().typed()),
          cc(parts.head->cc().typed()),
          bcc(parts.head->bcc().typed()),
          subject(parts.subject()->text()),
          text(parts.body->plainText()),
          html(parts.body->html()),
          attachments(parts.attachments->ready()),
          from(parts.head->from().currentText())
    {
    }
    bool operator==(const Sheet &) const = default;

    QString to, cc, bcc, subject, text, html;
    QList<Attachment> attachments;
    QString from;
};

Stage stageOf(Problem problem)
{
    return problem == Problem::MayHaveBeenSent ? Stage::FinalDot : Stage::Connect;
}

bool isWritable(const Parts &parts)
{
    return !parts.body->isReadOnly() && !parts.subject()->isReadOnly() && parts.head->from().isEnabled();
}

} // namespace

/// From Send to the 250, or the letter back whole.
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
    void everyProblemGivesTheLetterBack_data();
    void everyProblemGivesTheLetterBack();
    void cancels();
    void noCancelAfterTheDot();
    void sendsToTheRest();
    void refusedAreMarked();
    void switchesProtection();
    void pinsACertificate();
    void accountsAreAskedFor_data();
    void accountsAreAskedFor();
    void mayHaveBeenSent_data();
    void mayHaveBeenSent();
    void sendAgainKeepsTheMessageId();
    void closedWhileSending_data();
    void closedWhileSending();
    void destroyedWhileSending();
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
    QVERIFY(!isWritable(parts));
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
    QVERIFY(!parts.strip->strip().title.isEmpty());
    QWidget *culprit = field == u"to" ? parts.to() : parts.cc();
    QCOMPARE(QApplication::focusWidget(), culprit);
    QCOMPARE(qobject_cast<QTextEdit *>(culprit)->textCursor().selectedText(), selected);
    QVERIFY(isWritable(parts));
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
    QVERIFY(isWritable(parts));
    QCOMPARE(bench.submitter->count(), 0);
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

void TestComposeSend::everyProblemGivesTheLetterBack_data()
{
    QTest::addColumn<Problem>("problem");
    for (int i = 0; i <= int(Problem::Cancelled); ++i)
        QTest::newRow(qPrintable(nameOf(Problem(i)))) << Problem(i);
}

void TestComposeSend::everyProblemGivesTheLetterBack()
{
    QFETCH(Problem, problem);
    ComposeBench bench;
    Draft draft;
    draft.rich = true;
    QPointer<ComposeWindow> window = bench.open(draft);
    const Parts parts(window);
    parts.write(u"Bob <bob@example.net>, carol@example.net"_qs, u"Tea"_qs, u"Dear Bob,\n\nwords"_qs);
    parts.press(Qt::Key_I);
    type(parts.body, u" more"_qs);
    parts.head->showCc();
    type(parts.cc(), u"dora@example.net"_qs);
    parts.attachments->addFiles({bench.file(u"a.txt"_qs, "attached")});
    SOON(parts.attachmentsSettled());
    const Sheet before(parts);
    parts.press(Qt::Key_Return);

    SubmissionError error;
    error.problem = problem;
    error.stage = stageOf(problem);
    error.reply = Reply{550, EnhancedStatus{5, 1, 1}, {"5.1.1 the server's very own words"}};
    error.refused = {{u"carol@example.net"_qs, *error.reply}};
    error.detail = u"detail"_qs;
    bench.submission()->fail(error);
    SOON(!parts.strip->showsProgress());

    QVERIFY(window && window->isVisible());
    QVERIFY(Sheet(parts) == before);
    QVERIFY(isWritable(parts));
    QVERIFY(parts.strip->isUp());
    const Strip &strip = parts.strip->strip();
    QVERIFY(!strip.title.isEmpty());
    QVERIFY(!strip.sentence.isEmpty());
    QCOMPARE(strip.tone == Strip::Tone::Problem, problem != Problem::Cancelled);
    // A screen reader hears it as well.
    QVERIFY(QAccessible::queryAccessibleInterface(parts.strip)
                ->text(QAccessible::Description)
                .contains(strip.title));
    QVERIFY(bench.draft(window->draftId()));
    QCOMPARE(bench.sent().size(), 0);

    // And it can go out after all.
    parts.press(Qt::Key_Return);
    bench.submission(2)->accept();
    SOON(!window);
    QCOMPARE(bench.sent().size(), 1);
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
    QVERIFY(isWritable(parts));
    QVERIFY(Sheet(parts) == before);
    QCOMPARE(parts.strip->strip().tone, Strip::Tone::Notice);
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
    QVERIFY(!submission->isCancelled());
    submission->accept();
    SOON(!window);
}

void TestComposeSend::sendsToTheRest()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net, carol@example.net"_qs, u"Tea"_qs, u"x"_qs);
    parts.press(Qt::Key_Return);
    SubmissionError error;
    error.problem = Problem::RecipientsRefused;
    error.stage = Stage::Recipients;
    error.reply = Reply{550, EnhancedStatus{5, 1, 1}, {"5.1.1 no such user"}};
    error.refused = {{u"carol@example.net"_qs, *error.reply}};
    bench.submission()->fail(error);
    SOON(!parts.strip->showsProgress());
    const QList<StripButton> buttons = parts.strip->strip().buttons;
    QVERIFY(buttons.size() >= 2);
    const ProblemText words = ProblemWords::of(error);
    const QString rest = words.remedy == Remedy::SendToRest ? words.button : words.secondButton;
    QVERIFY(words.remedy == Remedy::SendToRest || words.secondRemedy == Remedy::SendToRest);
    parts.click(QString(rest).remove(u'&'));
    const SubmissionRequest &second = bench.submission(2)->request();
    QCOMPARE(second.letter->envelope.forwardPaths.size(), 1);
    QCOMPARE(second.letter->envelope.forwardPaths.first().display(), u"bob@example.net"_qs);
    QCOMPARE(second.letter->partialRefusal, Transaction::PartialRefusal::AllOrNothing);
}

void TestComposeSend::refusedAreMarked()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net, carol@bücher.example"_qs, u"Tea"_qs, u"x"_qs);
    parts.press(Qt::Key_Return);
    SubmissionError error;
    error.problem = Problem::RecipientsRefused;
    error.stage = Stage::Recipients;
    const Reply reply{550, EnhancedStatus{5, 1, 1}, {"5.1.1 no such user here"}};
    error.reply = reply;
    error.refused = {{u"carol@xn--bcher-kva.example"_qs, reply}};
    bench.submission()->fail(error);
    SOON(!parts.strip->showsProgress());
    QCOMPARE(parts.head->to().markedEntries(), 1);
    QVERIFY(parts.to()->accessibleDescription().contains(u"no such user here"_qs));
    QVERIFY(parts.to()->accessibleDescription().contains(u"carol@bücher.example"_qs));
}

void TestComposeSend::switchesProtection()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    parts.press(Qt::Key_Return);
    SubmissionError error;
    error.problem = Problem::TlsOnPlainPort;
    error.stage = Stage::Encrypt;
    bench.submission()->fail(error);
    SOON(!parts.strip->showsProgress());
    const ProblemText words = ProblemWords::of(error);
    QVERIFY(words.remedy == Remedy::UseStartTls || words.secondRemedy == Remedy::UseStartTls);
    parts.click(
        QString(words.remedy == Remedy::UseStartTls ? words.button : words.secondButton).remove(u'&'));
    const SubmissionRequest &second = bench.submission(2)->request();
    QCOMPARE(second.server.security, ServerSettings::Security::StartTls);
    QCOMPARE(second.server.port, quint16(587));
    QCOMPARE(bench.accounts->find(u"alice"_qs)->server.security, ServerSettings::Security::StartTls);
}

void TestComposeSend::pinsACertificate()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    parts.press(Qt::Key_Return);
    SubmissionError error;
    error.problem = Problem::CertificateUntrusted;
    error.stage = Stage::Encrypt;
    PeerCertificate certificate;
    certificate.subject = u"smtp.example.org"_qs;
    certificate.sha256 = QByteArray(32, '\x5a');
    error.certificate = certificate;
    bench.submission()->fail(error);
    SOON(!parts.strip->showsProgress());
    const ProblemText words = ProblemWords::of(error);
    QVERIFY(words.remedy == Remedy::PinCertificate || words.secondRemedy == Remedy::PinCertificate);
    parts.click(
        QString(words.remedy == Remedy::PinCertificate ? words.button : words.secondButton).remove(u'&'));
    // Not at one press: the fingerprint is shown first.
    QCOMPARE(bench.submitter->count(), 1);
    QVERIFY(parts.strip->strip().sentence.contains(u"5A:5A"_qs));
    parts.click(u"Trust it and send"_qs);
    QCOMPARE(bench.submission(2)->request().server.pinnedSha256, certificate.sha256);
}

void TestComposeSend::accountsAreAskedFor_data()
{
    QTest::addColumn<Problem>("problem");
    QTest::newRow("host") << Problem::HostNotFound;
    QTest::newRow("password") << Problem::WrongPassword;
}

void TestComposeSend::accountsAreAskedFor()
{
    QFETCH(Problem, problem);
    ComposeBench bench;
    const Parts parts(bench.open());
    QSignalSpy accounts(parts.window, &ComposeWindow::accountsRequested);
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    parts.press(Qt::Key_Return);
    SubmissionError error;
    error.problem = problem;
    error.stage = Stage::Authenticate;
    bench.submission()->fail(error);
    SOON(!parts.strip->showsProgress());
    for (const StripButton &button : parts.strip->strip().buttons) {
        const QString text = QString(button.text).remove(u'&');
        const ProblemText words = ProblemWords::of(error);
        if ((words.remedy == Remedy::EditServer || words.remedy == Remedy::EditPassword) &&
            button.text == words.button)
            parts.click(text);
    }
    QCOMPARE(accounts.size(), 1);
    QVERIFY(parts.strip->isUp()); // what to do there is still to be read
}

void TestComposeSend::mayHaveBeenSent_data()
{
    QTest::addColumn<bool>("reopened");
    QTest::addColumn<QString>("answer");
    for (const bool reopened : {false, true}) {
        for (const char *answer : {"It arrived", "Send again", "Keep as draft"})
            QTest::addRow("%s, %s", answer, reopened ? "after a restart" : "at once")
                << reopened << QString::fromLatin1(answer);
    }
}

void TestComposeSend::mayHaveBeenSent()
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

void TestComposeSend::sendAgainKeepsTheMessageId()
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

void TestComposeSend::closedWhileSending_data()
{
    QTest::addColumn<bool>("works");
    QTest::newRow("accepted") << true;
    QTest::newRow("failed") << false;
}

void TestComposeSend::closedWhileSending()
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

void TestComposeSend::destroyedWhileSending()
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
