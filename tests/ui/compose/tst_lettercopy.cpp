// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/MimeBuilder.h"
#include "core/store/Database.h"
#include "tests/ui/compose/ComposeBench.h"
#include "ui/common/LetterExport.h"
#include "ui/common/ProblemText.h"

#include <QFileDialog>

using namespace pennypost;

Q_DECLARE_METATYPE(pennypost::Problem)

/// What can't be sent or stored is kept as a file: the bytes that were refused, or that would go out now.
class TestLetterCopy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsWhatWasRefused_data();
    void holdsWhatWasRefused();
    void holdsWhatStandsThereNow();
    void saysWhyItFailed();
    void isNotHalfALetter();
    void needsNoStore();
    void isOfferedWhenClosingFails();
    void namesWhatItLeavesOut_data();
    void namesWhatItLeavesOut();
    void needsNoAccount();
    void needsASender();
    void reasonWithoutASubject();
    void forgoneItChangesNothing();

private:
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Sent and refused; returns what went over the wire.
    static QByteArray refuse(ComposeBench &bench, const Parts &parts, Problem problem)
    {
        parts.press(Qt::Key_Return);
        FakeSubmission *submission = bench.submission();
        const QByteArray wire = submission->letter();
        SubmissionError error;
        error.problem = problem;
        error.stage = Stage::FinalDot;
        error.reply = Reply{554, EnhancedStatus{5, 6, 0}, {"5.6.0 bad header"}};
        submission->fail(error);
        [&] { SOON(!parts.strip->showsProgress()); }();
        return wire;
    }
    static QFileDialog *ask(const Parts &parts)
    {
        parts.click(u"Save as .eml…"_qs);
        auto *dialog = parts.window->findChild<QFileDialog *>(); // here already, for nothing waits for it
        if (!dialog)
            qFatal("nobody asks where");
        return dialog;
    }
    static void choose(QFileDialog *dialog, const QString &file)
    {
        Q_EMIT dialog->fileSelected(file);
        dialog->close();
    }
    static void write(ComposeBench &bench, const Parts &parts)
    {
        parts.write(u"bob@example.net"_qs, u"Tea: at/five?"_qs, u"Dear Bob,\n\nwords äöü"_qs);
        parts.head->showBcc();
        type(parts.bcc(), u"hidden@example.net"_qs);
        parts.attachments->addFiles({bench.file(u"a.bin"_qs, QByteArray(300'000, '\x81'))});
        SOON(parts.attachmentsSettled());
    }
    /// Nothing can be stored, and so the window can't go.
    static void breakStore(ComposeBench &bench, const Parts &parts)
    {
        bench.ask([](Database &database) { return database.run(u"DROP TABLE draft"_qs).hasValue(); });
        type(parts.body, u" and more"_qs);
        parts.window->close();
        SOON(parts.button(u"Save as .eml…"_qs));
    }
    static void removeAccounts(ComposeBench &bench)
    {
        while (!bench.accounts->accounts().isEmpty())
            QVERIFY(bench.accounts->remove(bench.accounts->accounts().constFirst().id));
    }
    static inline const QString savedTitle = u"The letter is saved as a file"_qs;
    static inline const QString failedTitle = u"The letter could not be saved as a file"_qs;
};

void TestLetterCopy::holdsWhatWasRefused_data()
{
    QTest::addColumn<Problem>("problem");
    QTest::addColumn<bool>("rich");
    QTest::addColumn<bool>("existing");
    QTest::newRow("malformed") << Problem::Malformed << false << false;
    QTest::newRow("malformed, rich text") << Problem::Malformed << true << false;
    QTest::newRow("malformed, in place of another file") << Problem::Malformed << false << true;
    QTest::newRow("not stored") << Problem::StoreFailed << false << false;
}

void TestLetterCopy::holdsWhatWasRefused()
{
    QFETCH(Problem, problem);
    QFETCH(bool, rich);
    QFETCH(bool, existing);
    ComposeBench bench;
    Draft draft;
    draft.rich = rich;
    const Parts parts(bench.open(draft));
    write(bench, parts);
    const QByteArray wire = refuse(bench, parts, problem);
    QVERIFY(!wire.isEmpty());
    const QString problemTitle = parts.strip->strip().title;
    bench.clock.advance(std::chrono::hours(3)); // its Date is that of the attempt

    QFileDialog *dialog = ask(parts);
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
    QVERIFY(!dialog->testOption(QFileDialog::DontConfirmOverwrite));
    QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(), u"Tea- at-five-.eml"_qs);
    QCOMPARE(parts.strip->strip().title, problemTitle);
    const QString file =
        existing ? bench.file(u"old.eml"_qs, QByteArray(900'000, 'x')) : bench.folder.filePath(u"new.eml"_qs);
    choose(dialog, file);
    SOON_EQUAL(parts.strip->strip().title, savedTitle);
    QVERIFY(parts.strip->strip().sentence.contains(QDir::toNativeSeparators(file)));
    const QByteArray saved = contentOf(file);
    QVERIFY2(saved == wire, saved.left(1000).constData());
    QVERIFY(!saved.contains("hidden@example.net") && !saved.contains("\nBcc:"));

    parts.click(u"Back"_qs); // the other ways out are still there
    QCOMPARE(parts.strip->strip().title, problemTitle);
    QVERIFY(parts.isWritable());
    QCOMPARE(bench.submitter->count(), 1);
}

void TestLetterCopy::holdsWhatStandsThereNow()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    write(bench, parts);
    const QByteArray wire = refuse(bench, parts, Problem::Malformed);
    parts.body->setFocus();
    type(parts.body, u" and later words"_qs);
    const QString file = bench.folder.filePath(u"new.eml"_qs);
    choose(ask(parts), file);
    SOON_EQUAL(parts.strip->strip().title, savedTitle);
    QVERIFY(!wire.contains("and later words"));
    QVERIFY(contentOf(file).contains("and later words"));
}

void TestLetterCopy::saysWhyItFailed()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    write(bench, parts);
    const QByteArray wire = refuse(bench, parts, Problem::Malformed);
    const QString missing = bench.folder.filePath(u"no/such/folder.eml"_qs);
    choose(ask(parts), missing);
    SOON_EQUAL(parts.strip->strip().title, failedTitle);
    QCOMPARE(parts.strip->strip().tone, Strip::Tone::Problem);
    QVERIFY(parts.strip->strip().details.contains(missing));
    parts.click(u"Save it elsewhere…"_qs);
    auto *again = parts.window->findChild<QFileDialog *>();
    QVERIFY(again);
    const QString file = bench.folder.filePath(u"new.eml"_qs);
    choose(again, file);
    SOON_EQUAL(parts.strip->strip().title, savedTitle);
    QVERIFY(contentOf(file) == wire);
}

void TestLetterCopy::isNotHalfALetter()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    write(bench, parts);
    refuse(bench, parts, Problem::Malformed);
    const QString told = parts.strip->strip().title;
    parts.attachments->addFiles({bench.folder.filePath(u"not there.txt"_qs)});
    SOON(parts.attachments->firstFailed() >= 0);
    QCOMPARE(parts.strip->strip().title, told); // the tile tells, too
    parts.click(u"Save as .eml…"_qs);
    QVERIFY(!parts.window->findChild<QFileDialog *>());
    QCOMPARE(parts.strip->strip().title, failedTitle);
    parts.attachments->removeAt(parts.attachments->firstFailed());
    SOON(parts.button(u"Try again"_qs));
    parts.click(u"Try again"_qs);
    QVERIFY(parts.window->findChild<QFileDialog *>());
}

/// It may be the very thing that failed.
void TestLetterCopy::needsNoStore()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    write(bench, parts);
    refuse(bench, parts, Problem::StoreFailed);
    bench.ask([](Database &database) { return database.run(u"DROP TABLE draft"_qs).hasValue(); });
    const QString file = bench.folder.filePath(u"new.eml"_qs);
    choose(ask(parts), file);
    SOON_EQUAL(parts.strip->strip().title, savedTitle);
    const QByteArray saved = contentOf(file);
    QCOMPARE(saved.count("\r\nMessage-ID: <"), 1);
    QVERIFY(saved.contains("Dear Bob"));
}

/// Never sent, and not stored either.
void TestLetterCopy::isOfferedWhenClosingFails()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    write(bench, parts);
    bench.ask([](Database &database) { return database.run(u"DROP TABLE draft"_qs).hasValue(); });
    type(parts.body, u" and more"_qs);
    parts.window->close();
    SOON(parts.button(u"Save as .eml…"_qs));
    QVERIFY(parts.window->isVisible());
    const QString title = parts.strip->strip().title;
    QVERIFY(parts.strip->strip().sentence.contains(u"still open"));
    QVERIFY(parts.strip->strip().sentence.contains(u"as a file"));
    const QString file = bench.folder.filePath(u"new.eml"_qs);
    choose(ask(parts), file);
    SOON_EQUAL(parts.strip->strip().title, savedTitle);
    QVERIFY(contentOf(file).contains("and more"));
    SOON(parts.button(u"Back"_qs));
    parts.click(u"Back"_qs);
    QCOMPARE(parts.strip->strip().title, title);
}

void TestLetterCopy::namesWhatItLeavesOut_data()
{
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("cc");
    QTest::addColumn<QStringList>("missing");
    QTest::newRow("nothing") << u"bob@example.net"_qs << QString() << QStringList();
    QTest::newRow("in To") << u"bob@example.net, carol@"_qs << QString() << QStringList(u"carol@"_qs);
    QTest::newRow("in both") << u"bob@example.net, carol@"_qs << u"dave"_qs
                             << QStringList{u"carol@"_qs, u"dave"_qs};
}

/// Called the letter, it would be taken for all of it.
void TestLetterCopy::namesWhatItLeavesOut()
{
    QFETCH(QString, to);
    QFETCH(QString, cc);
    QFETCH(QStringList, missing);
    ComposeBench bench;
    Draft draft;
    draft.typedTo = to;
    draft.typedCc = cc;
    const Parts parts(bench.open(draft));
    breakStore(bench, parts);
    const QString file = bench.folder.filePath(u"new.eml"_qs);
    choose(ask(parts), file);
    SOON_EQUAL(parts.strip->strip().title, savedTitle);
    QVERIFY(contentOf(file).contains("bob@example.net"));
    const QString sentence = parts.strip->strip().sentence;
    for (const QString &each : std::as_const(missing)) {
        QVERIFY(!contentOf(file).contains(each.toUtf8()));
        QVERIFY2(sentence.contains(each), qPrintable(sentence));
    }
    QCOMPARE(sentence.contains(u"no mail address"), !missing.isEmpty());
}

/// The last account is gone, the letter is still its author's.
void TestLetterCopy::needsNoAccount()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    const QString author = parts.head->from().mailbox().addrSpec();
    removeAccounts(bench);
    breakStore(bench, parts);
    const QString file = bench.folder.filePath(u"new.eml"_qs);
    choose(ask(parts), file);
    SOON_EQUAL(parts.strip->strip().title, savedTitle);
    QVERIFY(contentOf(file).contains("and more"));
    QVERIFY(!author.isEmpty() && contentOf(file).contains(author.toUtf8()));
}

/// Nobody should choose a folder to hear that there will be no file.
void TestLetterCopy::needsASender()
{
    ComposeBench bench;
    removeAccounts(bench);
    const Parts parts(bench.open());
    QSignalSpy accounts(parts.window, &ComposeWindow::accountsRequested);
    breakStore(bench, parts);
    const QString title = parts.strip->strip().title;
    parts.click(u"Save as .eml…"_qs);
    QVERIFY(!parts.window->findChild<QFileDialog *>());
    QCOMPARE(parts.strip->strip().title, failedTitle);
    QVERIFY(parts.strip->strip().sentence.contains(u"sender"));
    SOON(parts.button(u"Set up an account…"_qs));
    parts.click(u"Set up an account…"_qs);
    QCOMPARE(accounts.size(), 1);
    parts.click(u"Back"_qs);
    QCOMPARE(parts.strip->strip().title, title);
}

void TestLetterCopy::reasonWithoutASubject()
{
    ComposeBench bench;
    Message letter;
    letter.text = u"words"_qs;
    const auto written =
        exportLetter(stamped(letter, bench.clock, bench.ids), bench.folder.filePath(u"new.eml"_qs));
    QVERIFY(!written);
    QCOMPARE(written.error(), u"From"_qs);
}

void TestLetterCopy::forgoneItChangesNothing()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    write(bench, parts);
    refuse(bench, parts, Problem::Malformed);
    const QString title = parts.strip->strip().title;
    ask(parts)->reject();
    QCOMPARE(parts.strip->strip().title, title);
    QVERIFY(parts.button(u"Save as .eml…"_qs));
}

QTEST_MAIN(TestLetterCopy)
#include "tst_lettercopy.moc"
