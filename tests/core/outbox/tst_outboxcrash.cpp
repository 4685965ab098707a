// SPDX-License-Identifier: GPL-3.0-or-later
// A process that is killed, for real: this executable again, as `--child WHAT PROFILE`, which says "here" on
// its standard output when it is where it shall be killed.
#include "tests/core/outbox/OutboxBench.h"
#include "tests/fakes/FakeMimeSource.h"

#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

using namespace pennypost;

namespace {

const QString draftId = QStringLiteral("draft");

Message letter()
{
    return letterTo({QStringLiteral("bob@example.net")});
}

void say(const QByteArray &line)
{
    std::fputs(QByteArray(line + "\n").constData(), stdout);
    std::fflush(stdout);
}

int child(const QString &what, const QString &profile)
{
    OutboxBench bench(profile);
    if (what == u"saving") {
        Draft draft = draftWith(draftId, letter());
        for (int number = 1;; ++number) { // until the kill
            draft.message.text = QString(20'000, u'x') + QString::number(number);
            draft.cursor = number;
            bench.saveDraft(draft);
            say("saved " + QByteArray::number(number));
        }
    }
    bench.saveDraft(draftWith(draftId, letter()));
    const QString from = what.endsWith(u"-from-cli") || what.endsWith(u"-finished") ? QString() : draftId;
    Posting posting = bench.posting(letter(), from);
    if (what.endsWith(u"-finished")) {
        posting.envelope = envelopeOf(letter());
        posting.message.text.clear(); // what its header says, no more
        posting.finished = std::make_unique<FakeMimeSource>("Subject: Tea\r\n\r\nAt five?\r\n");
    }
    Dispatch *dispatch = bench.outbox->send(std::move(posting), &bench.owner);
    bench.submitter.onSubmit = [what](FakeSubmission &submission) {
        if (what.startsWith(u"sending"))
            return say("here");
        submission.reportFinalDotDue();
    };
    Q_UNUSED(dispatch);
    if (what.startsWith(u"final-dot")) {
        if (QTest::qWaitFor(
                [&] { return bench.submitter.last() && bench.submitter.last()->isFinalDotReleased(); }))
            say("here");
    }
    return QCoreApplication::exec();
}

} // namespace

Q_DECLARE_METATYPE(pennypost::Phase)

class TestOutboxCrash : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_profile;
    FakeClock m_clock;

    /// Starts the child, waits for the line that ends with `word` and kills it; its last line.
    QByteArray killAt(const QString &what, const QByteArray &word)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("--child"), what, m_profile->path()});
        QByteArray said;
        while (!said.contains(word) && process.waitForReadyRead(20'000))
            said += process.readAllStandardOutput();
        process.kill();
        process.waitForFinished();
        said += process.readAllStandardOutput();
        const auto lines = said.trimmed().split('\n');
        return process.exitStatus() == QProcess::CrashExit ? lines.last().trimmed() : QByteArray();
    }
    QString file() const { return m_profile->filePath(QStringLiteral("pennypost.sqlite")); }

private Q_SLOTS:
    void init() { m_profile = std::make_unique<QTemporaryDir>(); }

    void killed_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("items");
        QTest::newRow("while sending") << "sending" << 0;
        QTest::newRow("while sending, from the command line") << "sending-from-cli" << 0;
        QTest::newRow("at the final dot") << "final-dot" << 1;
        QTest::newRow("at the final dot, from the command line") << "final-dot-from-cli" << 1;
        QTest::newRow("while a finished one is sent") << "sending-finished" << 0;
        QTest::newRow("at the final dot of a finished one") << "final-dot-finished" << 1;
    }
    void killed()
    {
        QFETCH(QString, what);
        QFETCH(int, items);
        QCOMPARE(killAt(what, "here"), QByteArray("here"));

        Database database(file());
        QVERIFY(!database.openError());
        OutboxStore outbox(database, m_clock);
        QCOMPARE(outbox.items()->size(), 1); // before anyone looks into it
        QVERIFY(outbox.recover());
        const auto left = outbox.items();
        QCOMPARE(left->size(), items);
        if (items) {
            QCOMPARE(left->first().phase, Phase::MayHaveBeenSent);
            const bool finished = what.endsWith(u"-finished");
            QCOMPARE(left->first().finished, finished);
            QCOMPARE(outbox.letterOf(left->first().id)->message.text, finished ? QString() : letter().text);
            if (finished) {
                QCOMPARE(outbox.giveBackAsDraft(left->first().id).error().kind, StoreError::Kind::NoDraft);
                QCOMPARE(outbox.items()->size(), 1);
            }
        }
        const auto draft = DraftStore(database, m_clock).load(draftId);
        QVERIFY(draft);
        QCOMPARE(draft->message.text, letter().text);
        QVERIFY(outbox.sent()->isEmpty());
        QVERIFY(QDir(m_profile->filePath(QStringLiteral("owners"))).isEmpty() ||
                !database.owner().token().isEmpty());
    }

    void anotherProcessIsNotDisturbed()
    {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("--child"), QStringLiteral("final-dot"), m_profile->path()});
        QVERIFY(process.waitForReadyRead(20'000));
        Database database(file());
        OutboxStore outbox(database, m_clock);
        QVERIFY(outbox.recover());
        QCOMPARE(outbox.items()->first().phase, Phase::FinalDot);
        process.kill();
        process.waitForFinished();
        QVERIFY(outbox.recover());
        QCOMPARE(outbox.items()->first().phase, Phase::MayHaveBeenSent);
    }

    void whatWasSavedIsThere()
    {
        for (int round = 0; round < 3; ++round) {
            const QByteArray last =
                killAt(QStringLiteral("saving"), QByteArray("saved 1" + QByteArray::number(round)));
            QVERIFY2(last.startsWith("saved "), last.constData());
            const int promised = last.mid(6).toInt();
            Database database(file());
            QVERIFY(!database.openError());
            const auto draft = DraftStore(database, m_clock).load(draftId);
            QVERIFY(draft);
            QVERIFY2(draft->cursor >= promised, "a save that was answered is on the disk");
            QCOMPARE(draft->message.text, QString(20'000, u'x') + QString::number(draft->cursor));
        }
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--child")
        return child(arguments.value(2), arguments.value(3));
    TestOutboxCrash test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_outboxcrash.moc"
