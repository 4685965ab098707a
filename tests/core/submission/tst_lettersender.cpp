// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/LetterSender.h"
#include "tests/fakes/FakeClock.h"
#include "tests/fakes/FakeMimeSource.h"
#include "tests/fakes/FakeTransport.h"

#include <QSignalSpy>
#include <QTest>

using namespace pennypost;
using namespace std::chrono_literals;

namespace {

constexpr qint64 mebi = 1024 * 1024;

/// What a receiver makes of it (RFC 5321 4.5.2).
QByteArray unstuffed(QByteArray wire)
{
    if (!wire.endsWith("\r\n.\r\n"))
        return "no final dot";
    wire.chop(3);
    if (wire.startsWith('.'))
        wire.remove(0, 1);
    return wire.replace("\r\n.", "\r\n");
}

QByteArray all(MimeSource &source)
{
    source.rewind();
    QByteArray bytes(source.size(), Qt::Uninitialized);
    qsizetype at = 0;
    while (true) {
        const auto got = source.read(std::span(bytes.data() + at, size_t(bytes.size() - at)));
        if (!got || *got == 0)
            return bytes.first(at);
        at += *got;
    }
}

/// A sender on an open connection.
struct Fixture
{
    explicit Fixture(std::unique_ptr<FakeMimeSource> letter, bool hold = true)
        : source(std::move(letter)), sender(*source, wire, clock, TimeLimits(), hold)
    {
        wire.open({}, Transport::Start::Plain);
        wire.connectNow();
    }
    std::unique_ptr<FakeMimeSource> source;
    FakeTransport wire;
    FakeClock clock;
    LetterSender sender;
    QSignalSpy out{&sender, &LetterSender::letterOut};
    QSignalSpy dot{&sender, &LetterSender::finalDotGoes};
    QSignalSpy stalled{&sender, &LetterSender::stalled};
    QSignalSpy unreadable{&sender, &LetterSender::unreadable};
    QSignalSpy progressed{&sender, &LetterSender::progressed};
};

} // namespace

class TestLetterSender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytes_data();
    void bytes();
    void inFlight();
    void holds();
    void dotWaitsForRoom();
    void stalls_data();
    void stalls();
    void movementKeepsItAlive();
    void progress();
    void unreadableSource_data();
    void unreadableSource();
    void stopIsFinal();
};

void TestLetterSender::bytes_data()
{
    QTest::addColumn<QByteArray>("letter");
    QTest::addColumn<int>("largestRead");
    const QByteArray letters[] = {"",          ".\r\n",      ".a\r\n..b\r\n", "a\r\n.\r\nb\r\n",
                                  "a\r\n\r\n", "no dots\r\n"};
    for (const QByteArray &letter : letters) {
        for (const int largest : {0, 1, 2, 3}) {
            QTest::addRow("%s by %d", letter.toPercentEncoding().constData(), largest) << letter << largest;
        }
    }
}

void TestLetterSender::bytes()
{
    QFETCH(QByteArray, letter);
    QFETCH(int, largestRead);
    auto source = std::make_unique<FakeMimeSource>(letter);
    source->setLargestRead(largestRead);
    Fixture f(std::move(source), false);
    f.sender.start();
    QCOMPARE(f.dot.count(), 1);
    QCOMPARE(unstuffed("\r\n" + f.wire.written()),
             "\r\n" + letter); // an empty letter's dot is its first line
    QVERIFY(f.sender.isFinalDotOut());
    QCOMPARE(f.clock.pendingAlarms(), 0);
}

void TestLetterSender::inFlight()
{
    Fixture f(FakeMimeSource::generated(20 * mebi), false);
    f.wire.setClogged(true);
    f.sender.start();
    int rounds = 0;
    for (; !f.sender.isFinalDotOut() && rounds < 1000; ++rounds)
        f.wire.drain(100 * 1024);
    QVERIFY(f.sender.isFinalDotOut());
    QVERIFY(f.wire.highestUnsent() <= mebi + mebi / 4);
    QVERIFY(f.wire.highestUnsent() > mebi / 2); // and the pipe was kept full
    QVERIFY(unstuffed(f.wire.written()) == all(*f.source));
}

void TestLetterSender::holds()
{
    Fixture f(std::make_unique<FakeMimeSource>("letter\r\n"));
    f.sender.releaseFinalDot(); // before its time: means nothing
    f.sender.start();
    QCOMPARE(f.out.count(), 1);
    QCOMPARE(f.wire.written(), QByteArray("letter\r\n"));
    f.clock.advance(2min);
    QCOMPARE(f.dot.count(), 0);
    f.sender.releaseFinalDot();
    f.sender.releaseFinalDot();
    QCOMPARE(f.dot.count(), 1);
    QCOMPARE(f.wire.written(), QByteArray("letter\r\n.\r\n"));
}

void TestLetterSender::dotWaitsForRoom()
{
    Fixture f(FakeMimeSource::generated(mebi / 2));
    f.wire.setClogged(true);
    f.sender.start();
    QCOMPARE(f.out.count(), 1);
    f.sender.releaseFinalDot();
    QCOMPARE(f.dot.count(), 0); // most of the letter has not left yet: losing it now is no "maybe"
    f.wire.drain(mebi / 8);
    QCOMPARE(f.dot.count(), 0);
    f.wire.drain(mebi / 4);
    QCOMPARE(f.dot.count(), 1);
    QVERIFY(f.wire.written().endsWith("\r\n.\r\n"));
}

void TestLetterSender::stalls_data()
{
    QTest::addColumn<qint64>("size");
    QTest::newRow("the peer takes nothing") << 20 * mebi;
    QTest::newRow("nobody releases the dot") << qint64(100);
}

void TestLetterSender::stalls()
{
    QFETCH(qint64, size);
    Fixture f(FakeMimeSource::generated(size));
    f.wire.setClogged(true);
    f.sender.start();
    f.clock.advance(3min - 1ms);
    QCOMPARE(f.stalled.count(), 0);
    f.clock.advance(51ms);
    QCOMPARE(f.stalled.count(), 1);
    f.sender.releaseFinalDot();
    f.wire.drain(20 * mebi);
    f.clock.advance(10min);
    QCOMPARE(f.stalled.count(), 1);
    QVERIFY(!f.sender.isFinalDotOut());
    QCOMPARE(f.clock.pendingAlarms(), 0);
}

void TestLetterSender::movementKeepsItAlive()
{
    Fixture f(FakeMimeSource::generated(20 * mebi));
    f.wire.setClogged(true);
    f.sender.start();
    for (int i = 0; i < 20; ++i) {
        f.clock.advance(2min);
        f.wire.drain(1); // a single octet is movement
    }
    QCOMPARE(f.stalled.count(), 0);
    f.clock.advance(4min);
    QCOMPARE(f.stalled.count(), 1);
}

void TestLetterSender::progress()
{
    Fixture f(FakeMimeSource::generated(4 * mebi));
    f.wire.setClogged(true);
    f.sender.start();
    qint64 last = 0;
    for (int i = 0; i < 300 && f.out.count() == 0; ++i) {
        for (int burst = 0; burst < 10; ++burst) {
            f.wire.drain(3000);
            f.clock.advance(5ms);
        }
        QVERIFY(f.progressed.count() <= i + 1); // one for 50 ms
    }
    for (const auto &call : f.progressed) {
        const qint64 sent = call.first().toLongLong();
        QVERIFY(sent > last);
        QVERIFY(sent <= f.source->size());
        last = sent;
    }
    QVERIFY(f.progressed.count() > 10);
    QVERIFY(f.clock.alarmsSet() <= 302); // none for each write, chunk or byte
}

void TestLetterSender::unreadableSource_data()
{
    QTest::addColumn<bool>("endsEarly");
    QTest::addColumn<qint64>("at");
    for (const qint64 at : {qint64(0), qint64(1), mebi}) {
        QTest::addRow("error at %lld", at) << false << at;
        QTest::addRow("ends at %lld", at) << true << at;
    }
}

void TestLetterSender::unreadableSource()
{
    QFETCH(bool, endsEarly);
    QFETCH(qint64, at);
    auto source = FakeMimeSource::generated(2 * mebi);
    const MimeError error{MimeError::Kind::FileChanged, QStringLiteral("a.pdf"), QStringLiteral("shrank")};
    if (endsEarly)
        source->endAt(at);
    else
        source->failAt(at, error);
    Fixture f(std::move(source), false);
    f.sender.start();
    QCOMPARE(f.unreadable.count(), 1);
    const auto told = f.unreadable.first().first().value<MimeError>();
    const MimeError tooShort{MimeError::Kind::FileChanged, {}, {}};
    QCOMPARE(told, endsEarly ? tooShort : error);
    QCOMPARE(f.dot.count(), 0);
    QVERIFY(!f.wire.written().endsWith("\r\n.\r\n"));
    QCOMPARE(f.clock.pendingAlarms(), 0);
}

void TestLetterSender::stopIsFinal()
{
    Fixture f(FakeMimeSource::generated(4 * mebi));
    f.wire.setClogged(true);
    f.sender.start();
    f.sender.stop();
    const qsizetype written = f.wire.written().size();
    f.wire.drain(4 * mebi);
    f.clock.advance(10min);
    QCOMPARE(f.wire.written().size(), written);
    QCOMPARE(f.out.count() + f.stalled.count() + f.progressed.count(), 0);
    QCOMPARE(f.clock.pendingAlarms(), 0);
}

QTEST_GUILESS_MAIN(TestLetterSender)
#include "tst_lettersender.moc"
