// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/RecordingSubmitter.h"
#include "tests/core/submission/PoolRig.h"
#include "tests/fakes/FakeSubmitter.h"

#include <QTest>

using namespace pennypost;
using namespace std::chrono_literals;

namespace {

ServerSettings server(const QString &user)
{
    ServerSettings server = PoolRig::usualServer();
    server.userName = user;
    return server;
}

} // namespace

/// What was said lately: to whom, how it ended, within its bounds, and without a secret.
class TestRecentDialogues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines();
    void firstAndLast();
    void longLine();
    void lastOfEach();
    void lastInAll();
    void emptyOnes();
    void outcome_data();
    void outcome();
    void noSecret_data();
    void noSecret();
};

void TestRecentDialogues::lines()
{
    FakeClock clock;
    RecentDialogues dialogues(clock);
    const auto also = std::make_shared<WireMemory>();
    const auto dialogue = dialogues.begin(server(u"alice"_qs), also);
    dialogue->note(u"connected"_qs);
    dialogue->received("220 mx\x1b[31m ready");
    clock.advance(1500ms);
    dialogue->sent("EHLO [127.0.0.1]");
    const DialogueRecord record = dialogues.records().value(0);
    QCOMPARE(record.userName, u"alice"_qs);
    QCOMPARE(record.host, u"mail.example.org"_qs);
    QCOMPARE(record.port, quint16(465));
    QVERIFY(record.outcome.isEmpty());
    const QByteArrayList lines = record.lines.split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines[0].endsWith(" -- connected"));
    QVERIFY(lines[1].contains(" S: 220 mx"));
    QVERIFY(!lines[1].contains('\x1b')); // nothing that a terminal would obey
    QVERIFY(lines[2].endsWith(" C: EHLO [127.0.0.1]"));
    QVERIFY(lines[2].left(12) > lines[0].left(12)); // when
    QVERIFY(also->text.contains("EHLO"));
}

void TestRecentDialogues::firstAndLast()
{
    FakeClock clock;
    RecentDialogues dialogues(clock);
    const auto dialogue = dialogues.begin(server(u"alice"_qs));
    const int count = 5000;
    for (int i = 0; i < count; ++i)
        dialogue->received(QByteArray("250-" + QByteArray::number(i).rightJustified(40, '.')));
    const QByteArray lines = dialogues.records().value(0).lines;
    QVERIFY(lines.size() <= 65 * 1024);
    QVERIFY(lines.contains("....0\n") && lines.contains("...4999\n"));
    const qsizetype at = lines.indexOf(" lines are left out");
    QVERIFY(at > 0);
    const int leftOut = lines.left(at).split(' ').last().toInt();
    QCOMPARE(lines.count('\n') - 1 + leftOut, count);
}

void TestRecentDialogues::longLine()
{
    FakeClock clock;
    RecentDialogues dialogues(clock);
    dialogues.begin({})->received(QByteArray(60'000, 'x'));
    QVERIFY(dialogues.records().value(0).lines.size() < 2200);
}

void TestRecentDialogues::lastOfEach()
{
    FakeClock clock;
    RecentDialogues dialogues(clock);
    for (int i = 0; i < 25; ++i) {
        for (const QString &user : {u"alice"_qs, u"bob"_qs})
            dialogues.begin(server(user))->note(QString::number(i));
    }
    const auto records = dialogues.records();
    QCOMPARE(records.size(), 20);
    for (const DialogueRecord &record : records)
        QVERIFY(record.lines.trimmed().split(' ').last().toInt() >= 15);
}

void TestRecentDialogues::lastInAll()
{
    FakeClock clock;
    RecentDialogues dialogues(clock);
    for (int i = 0; i < 200; ++i)
        dialogues.begin(server(QString::number(i)))->note(u"x"_qs);
    QCOMPARE(dialogues.records().size(), 60);
    QCOMPARE(dialogues.records().first().userName, u"140"_qs);
}

/// A session that was warm already is asked for again and again while somebody writes.
void TestRecentDialogues::emptyOnes()
{
    FakeClock clock;
    RecentDialogues dialogues(clock);
    dialogues.begin(server(u"alice"_qs))->note(u"kept"_qs);
    for (int i = 0; i < 100; ++i)
        dialogues.begin(server(u"alice"_qs));
    QCOMPARE(dialogues.records().size(), 1);
}

void TestRecentDialogues::outcome_data()
{
    QTest::addColumn<int>("end");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("accepted") << 0 << u"accepted"_qs;
    QTest::newRow("but for one") << 1 << u"accepted but for 1"_qs;
    QTest::newRow("failed") << 2 << u"WrongPassword at Authenticate"_qs;
    QTest::newRow("goes on") << 3 << QString();
}

void TestRecentDialogues::outcome()
{
    QFETCH(const int, end);
    QFETCH(const QString, outcome);
    FakeClock clock;
    RecentDialogues dialogues(clock);
    FakeSubmitter fake;
    RecordingSubmitter submitter(fake, dialogues);
    const auto also = std::make_shared<WireMemory>();
    SubmissionRequest request;
    request.server = server(u"alice"_qs);
    request.wireLog = also;
    const auto submission = submitter.submit(std::move(request));
    FakeSubmission *inner = fake.last();
    inner->request().wireLog->note(u"connected"_qs);
    Receipt receipt;
    if (end == 0)
        inner->accept(receipt);
    receipt.refused.append({u"bob@example.org"_qs, Reply()});
    if (end == 1)
        inner->accept(receipt);
    if (end == 2)
        inner->fail(Problem::WrongPassword, Stage::Authenticate);
    QCOMPARE(dialogues.records().size(), 1);
    QCOMPARE(dialogues.records().first().outcome, outcome);
    QVERIFY(also->text.contains("connected"));
}

void TestRecentDialogues::noSecret_data()
{
    QTest::addColumn<QByteArray>("offer");
    QTest::addColumn<QByteArray>("said"); // to AUTH and what follows it
    QTest::newRow("PLAIN") << QByteArray("AUTH PLAIN") << QByteArray("235 2.7.0 welcome");
    QTest::newRow("PLAIN, quoted") << QByteArray("AUTH PLAIN") << QByteArray("535 5.7.8 no wonderland-4711");
    QTest::newRow("LOGIN") << QByteArray("AUTH LOGIN") << QByteArray("334 UGFzc3dvcmQ6");
    QTest::newRow("LOGIN, quoted") << QByteArray("AUTH LOGIN")
                                   << QByteArray("535 5.7.8 d29uZGVybGFuZC00NzEx is wrong");
    QTest::newRow("CRAM-MD5") << QByteArray("AUTH CRAM-MD5") << QByteArray("334 PDFAbXg+");
}

void TestRecentDialogues::noSecret()
{
    QFETCH(const QByteArray, offer);
    QFETCH(const QByteArray, said);
    PoolRig rig;
    rig.offer = "DSN\r\n250 " + offer;
    rig.answer = [&said](PoolLink &, const QByteArray &line) -> std::optional<QByteArray> {
        if (line.startsWith("EHLO") || line == "QUIT")
            return std::nullopt;
        const bool asksOn = line == "AUTH LOGIN" || line == QByteArray("alice").toBase64();
        return asksOn ? QByteArray("334 UGFzc3dvcmQ6") : said;
    };
    RecentDialogues dialogues(rig.clock);
    const auto dialogue = dialogues.begin(PoolRig::usualServer());
    rig.post({.log = dialogue});
    rig.settle();
    const QByteArray lines = dialogues.records().value(0).lines;
    QVERIFY(lines.contains("C: AUTH "));
    QVERIFY(lines.contains("****"));
    for (const QByteArray &secret :
         {QByteArray("wonderland-4711"), QByteArray("d29uZGVybGFuZC00NzEx"),
          QByteArray('\0' + QByteArray("alice") + '\0' + "wonderland-4711").toBase64()})
        QVERIFY(!lines.contains(secret));
}

QTEST_GUILESS_MAIN(TestRecentDialogues)
#include "tst_recentdialogues.moc"
