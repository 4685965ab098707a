// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/SecurityNames.h"
#include "tests/ui/compose/ComposeBench.h"
#include "ui/common/ProblemText.h"

#include <QAbstractButton>
#include <QAccessible>

#include <algorithm>

using namespace pennypost;

Q_DECLARE_METATYPE(pennypost::Problem)

namespace {

Stage stageOf(Problem problem)
{
    return problem == Problem::MayHaveBeenSent ? Stage::FinalDot : Stage::Connect;
}

} // namespace

/// Whatever fails, the letter comes back whole, with a remedy that works.
class TestComposeFailure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProblemGivesTheLetterBack_data();
    void everyProblemGivesTheLetterBack();
    void sendsToTheRest();
    void refusedAreMarked();
    void switchesProtection_data();
    void switchesProtection();
    void pinsACertificate();
    void accountsAreAskedFor_data();
    void accountsAreAskedFor();
    void othersThereAre_data();
    void othersThereAre();
    void leftOutStaysLeftOut();
    void cancelledIsNotSent();
    void longWordsWidenNothing();

private:
    static SubmissionError refusal(const QStringList &refused)
    {
        SubmissionError error;
        error.problem = Problem::RecipientsRefused;
        error.stage = Stage::Recipients;
        error.reply = Reply{550, EnhancedStatus{5, 1, 1}, {"5.1.1 no such user"}};
        for (const QString &path : refused)
            error.refused.append({path, *error.reply});
        return error;
    }
};

void TestComposeFailure::everyProblemGivesTheLetterBack_data()
{
    QTest::addColumn<Problem>("problem");
    for (int i = 0; i <= int(Problem::Cancelled); ++i)
        QTest::newRow(qPrintable(nameOf(Problem(i)))) << Problem(i);
}

void TestComposeFailure::everyProblemGivesTheLetterBack()
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
    QVERIFY(parts.isWritable());
    QVERIFY(parts.strip->isUp());
    const Strip &strip = parts.strip->strip();
    QVERIFY(!strip.title.isEmpty());
    QVERIFY(!strip.sentence.isEmpty());
    QCOMPARE(strip.tone == Strip::Tone::Problem, problem != Problem::Cancelled);
    // A screen reader hears it as well.
    QVERIFY(
        QAccessible::queryAccessibleInterface(parts.strip)->text(QAccessible::Name).contains(strip.title));
    QVERIFY(bench.draft(window->draftId()));
    QCOMPARE(bench.sent().size(), 0);

    // And it can go out after all.
    parts.press(Qt::Key_Return);
    bench.submission(2)->accept();
    SOON(!window);
    QCOMPARE(bench.sent().size(), 1);
}

void TestComposeFailure::sendsToTheRest()
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

void TestComposeFailure::refusedAreMarked()
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

void TestComposeFailure::switchesProtection_data()
{
    QTest::addColumn<Problem>("problem");
    QTest::addColumn<Remedy>("remedy");
    QTest::addColumn<ServerSettings::Security>("security");
    QTest::addColumn<int>("port");
    using Security = ServerSettings::Security;
    QTest::newRow("to STARTTLS") << Problem::ConnectionRefused << Remedy::UseStartTls << Security::StartTls
                                 << 587;
    QTest::newRow("to TLS") << Problem::StartTlsMissing << Remedy::UseTls << Security::Tls << 465;
    // The port has shown what it speaks, and nobody has tried another.
    QTest::newRow("to STARTTLS here")
        << Problem::TlsOnPlainPort << Remedy::UseStartTlsHere << Security::StartTls << 2587;
    QTest::newRow("to TLS here") << Problem::PlainOnTlsPort << Remedy::UseTlsHere << Security::Tls << 2587;
}

void TestComposeFailure::switchesProtection()
{
    QFETCH(Problem, problem);
    QFETCH(Remedy, remedy);
    QFETCH(ServerSettings::Security, security);
    QFETCH(int, port);
    ComposeBench bench;
    Account pinned = *bench.accounts->find(u"alice"_qs);
    pinned.server = withSecurity(pinned.server, security == ServerSettings::Security::Tls
                                                    ? ServerSettings::Security::StartTls
                                                    : ServerSettings::Security::Tls);
    const bool here = port == 2587;
    if (here)
        pinned.server.port = quint16(port);
    pinned.server.pinnedSha256 = QByteArray(32, '\x5a');
    QVERIFY(bench.accounts->update(pinned));
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    parts.press(Qt::Key_Return);
    SubmissionError error;
    error.problem = problem;
    error.stage = Stage::Encrypt;
    bench.submission()->fail(error);
    SOON(!parts.strip->showsProgress());
    const ProblemText words = ProblemWords::of(error);
    QVERIFY(words.remedy == remedy || words.secondRemedy == remedy);
    parts.click(QString(words.remedy == remedy ? words.button : words.secondButton).remove(u'&'));
    const SubmissionRequest &second = bench.submission(2)->request();
    QCOMPARE(second.server.security, security);
    QCOMPARE(int(second.server.port), port);
    // Trusted at one port, and at no other.
    QCOMPARE(second.server.pinnedSha256, here ? pinned.server.pinnedSha256 : QByteArray());
    QCOMPARE(bench.accounts->find(u"alice"_qs)->server, second.server);
}

void TestComposeFailure::pinsACertificate()
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

void TestComposeFailure::accountsAreAskedFor_data()
{
    QTest::addColumn<Problem>("problem");
    QTest::addColumn<bool>("switched");
    QTest::newRow("host") << Problem::HostNotFound << false;
    QTest::newRow("password") << Problem::WrongPassword << false;
    QTest::newRow("password, another sender by then") << Problem::WrongPassword << true;
}

/// With the account that failed, whatever stands under From by now.
void TestComposeFailure::accountsAreAskedFor()
{
    QFETCH(Problem, problem);
    QFETCH(bool, switched);
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
    if (switched)
        parts.head->from().setCurrentIndex(1);
    for (const StripButton &button : parts.strip->strip().buttons) {
        const QString text = QString(button.text).remove(u'&');
        const ProblemText words = ProblemWords::of(error);
        if ((words.remedy == Remedy::EditServer || words.remedy == Remedy::EditPassword) &&
            button.text == words.button)
            parts.click(text);
    }
    QCOMPARE(accounts.size(), 1);
    QCOMPARE(accounts.first().value(0).toString(), u"alice"_qs);
    QVERIFY(parts.strip->isUp()); // what to do there is still to be read
}

void TestComposeFailure::othersThereAre_data()
{
    QTest::addColumn<QString>("to");
    QTest::addColumn<QStringList>("refused");
    QTest::addColumn<bool>("offered");
    const QString bob = u"bob@example.net"_qs;
    const QString carol = u"carol@example.net"_qs;
    QTest::newRow("one of two") << QString(bob + u", " + carol) << QStringList{carol} << true;
    QTest::newRow("the only one") << bob << QStringList{bob} << false;
    QTest::newRow("both") << QString(bob + u", " + carol) << QStringList{bob, carol} << false;
    QTest::newRow("the only one, twice") << QString(bob + u", " + bob) << QStringList{bob} << false;
}

void TestComposeFailure::othersThereAre()
{
    QFETCH(QString, to);
    QFETCH(QStringList, refused);
    QFETCH(bool, offered);
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(to, u"Tea"_qs, u"x"_qs);
    parts.press(Qt::Key_Return);
    bench.submission()->fail(refusal(refused));
    SOON(!parts.strip->showsProgress());
    QCOMPARE(parts.button(u"Send to the others"_qs) != nullptr, offered);
}

/// Who was refused the first time is not tried again because another one is refused the second time.
void TestComposeFailure::leftOutStaysLeftOut()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net, carol@example.net, dora@example.net"_qs, u"Tea"_qs, u"x"_qs);
    parts.press(Qt::Key_Return);
    bench.submission()->fail(refusal({u"carol@example.net"_qs}));
    SOON(!parts.strip->showsProgress());
    parts.click(u"Send to the others"_qs);
    bench.submission(2)->fail(refusal({u"dora@example.net"_qs}));
    SOON(!parts.strip->showsProgress());
    parts.click(u"Send to the others"_qs);
    const Envelope &third = bench.submission(3)->request().letter->envelope;
    QCOMPARE(third.forwardPaths.size(), 1);
    QCOMPARE(third.forwardPaths.first().display(), u"bob@example.net"_qs);
    bench.submission(3)->fail(refusal({u"bob@example.net"_qs}));
    SOON(!parts.strip->showsProgress());
    QVERIFY(!parts.button(u"Send to the others"_qs));
}

/// What was under way when Cancel was pressed still arrives.
void TestComposeFailure::cancelledIsNotSent()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    parts.press(Qt::Key_Return);
    FakeSubmission *submission = bench.submission();
    submission->report(Stage::Body, 10);
    QPushButton *cancel = parts.button(u"Cancel"_qs);
    parts.click(u"Cancel"_qs);
    submission->report(Stage::Body, 20);
    QVERIFY(!cancel->isEnabled());
    QCOMPARE(cancel->accessibleDescription(), u"Cancelling"_qs);
    SOON(!parts.strip->showsProgress());
    QVERIFY(parts.isWritable());
}

/// Neither a file's name nor a link in the server's words drives the window beyond its screen.
void TestComposeFailure::longWordsWidenNothing()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"words"_qs);
    parts.attachments->addFiles({bench.file(QString(u"report"_qs + QString(200, u'x') + u".pdf"), "long"),
                                 bench.file(u"b.txt"_qs, "b")});
    SOON(parts.attachmentsSettled());
    const int width = parts.window->width();
    parts.press(Qt::Key_Return);

    SubmissionError error;
    error.problem = Problem::LetterTooLarge;
    error.stage = Stage::MailFrom;
    error.reply = Reply{552, EnhancedStatus{5, 3, 4}, {"see https://example.org/" + QByteArray(300, 'x')}};
    bench.submission()->fail(error);
    SOON(parts.strip->isUp() && !parts.strip->showsProgress());
    const QString title = parts.strip->strip().title;
    QVERIFY2(title.contains(u"too large"), qPrintable(title));
    QVERIFY(parts.strip->strip().sentence.contains(u"…xxx"_qs));
    const auto buttons = parts.strip->findChildren<QAbstractButton *>();
    const auto words = std::find_if(buttons.begin(), buttons.end(), [](QAbstractButton *button) {
        return button->text().remove(u'&') == u"The server's words"_qs;
    });
    QVERIFY(words != buttons.end());
    (*words)->click();
    QApplication::processEvents();
    QCOMPARE(parts.window->width(), width);
    QVERIFY(parts.window->minimumSizeHint().width() <= width);
}

QTEST_MAIN(TestComposeFailure)
#include "tst_composefailure.moc"
