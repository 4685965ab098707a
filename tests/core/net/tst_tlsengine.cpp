// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/net/TlsPair.h"

#include <QCryptographicHash>

using namespace pennypost;
using Kind = TransportError::Kind;
using State = TlsEngine::State;

namespace {

constexpr qsizetype recordHeader = 5;

/// The octets of TLS records with their headers, one after the other.
QByteArrayList recordsOf(const QByteArray &cipher)
{
    QByteArrayList records;
    for (qsizetype at = 0; at + recordHeader <= cipher.size();) {
        const qsizetype size = recordHeader + (quint8(cipher.at(at + 3)) << 8) + quint8(cipher.at(at + 4));
        records.append(cipher.mid(at, size));
        at += size;
    }
    return records;
}

} // namespace

/// The way of bytes through a TLS connection in memory: any chunking, any interruption, late talk.
class TestTlsEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pieces_data();
    void pieces();
    void recordBoundaries_data();
    void recordBoundaries();
    void clientHello();
    void cutAnywhere_data();
    void cutAnywhere();
    void noFlippedBitPasses_data();
    void noFlippedBitPasses();
    void garbage_data();
    void garbage();
    void keyUpdates();
    void lateTickets();
    void noRenegotiation();
    void closing();
    void damagedLater();
    void bindings_data();
    void bindings();
    void bindingHashes_data();
    void bindingHashes();
    void noBindingsBeforeTheEnd();
};

void TestTlsEngine::pieces_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<int>("pieceSize");
    for (const int version : {0x0303, 0x0304}) {
        for (const int size : {1, 2, 5, 6, 100, 1 << 20})
            QTest::addRow("TLS 1.%d by %d", version - 0x0301, size) << version << size;
    }
}

void TestTlsEngine::pieces()
{
    QFETCH(int, version);
    QFETCH(int, pieceSize);
    TlsPair pair({.version = version});
    pair.shake(pieceSize);
    QVERIFY(pair.isUp());
    pair.peer.write("220 hello\r\n");
    pair.carry(pieceSize);
    QCOMPARE(pair.engine->readable(), 11);
    QCOMPARE(pair.engine->read(), QByteArray("220 hello\r\n"));
    QCOMPARE(pair.engine->readable(), 0);
    pair.engine->write("EHLO [127.0.0.1]\r\n");
    pair.carry(pieceSize);
    QCOMPARE(pair.peer.read(), QByteArray("EHLO [127.0.0.1]\r\n"));
}

void TestTlsEngine::recordBoundaries_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("records");
    QTest::newRow("nothing") << 0 << 0;
    QTest::newRow("one octet") << 1 << 1;
    QTest::newRow("a record but one") << 16383 << 1;
    QTest::newRow("a record") << 16384 << 1;
    QTest::newRow("a record and one") << 16385 << 2;
    QTest::newRow("four records") << 65536 << 4;
    QTest::newRow("a million") << 1'000'000 << 62;
}

void TestTlsEngine::recordBoundaries()
{
    QFETCH(int, size);
    QFETCH(int, records);
    TlsPair pair;
    pair.shake();
    QByteArray sent(size, Qt::Uninitialized);
    for (int i = 0; i < size; ++i)
        sent[i] = char(i * 7 + i / 256);
    pair.engine->write(sent);
    const QByteArray cipher = pair.engine->takeCipher();
    const QByteArrayList made = recordsOf(cipher);
    QCOMPARE(made.size(), records);
    for (const QByteArray &record : made) {
        QCOMPARE(record.at(0), '\x17'); // application data
        QVERIFY(record.size() <= recordHeader + 16384 + 256);
    }
    pair.peer.feed(cipher);
    QCOMPARE(pair.peer.read(), sent);
    if (size > 0)
        pair.peer.write(sent);
    pair.carry();
    QCOMPARE(pair.engine->read(), sent);
}

void TestTlsEngine::clientHello()
{
    const auto hello = [](const QString &host) {
        TlsPair pair({}, host);
        pair.engine->feed({});
        return pair.engine->takeCipher();
    };
    const QByteArray named = hello(QStringLiteral("bücher.example"));
    QCOMPARE(recordsOf(named).size(), 1);
    QVERIFY(named.contains("xn--bcher-kva.example"));                     // SNI
    QVERIFY(!named.contains(QByteArray::fromHex("00100005000302")));      // no ALPN
    QVERIFY(!hello(QStringLiteral("192.0.2.77")).contains("192.0.2.77")); // RFC 6066 3: no addresses
}

void TestTlsEngine::cutAnywhere_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("TLS 1.2") << 0x0303;
    QTest::newRow("TLS 1.3") << 0x0304;
}

void TestTlsEngine::cutAnywhere()
{
    // Wherever the server's flight ends, the engine waits: it is never up, and it says nothing but its hello.
    QFETCH(int, version);
    TlsPair whole({.version = version});
    whole.engine->feed({});
    whole.peer.feed(whole.engine->takeCipher());
    const QByteArray flight = whole.peer.takeCipher();
    QVERIFY(flight.size() > 500);
    for (qsizetype i = 0; i < flight.size(); ++i) {
        whole.engine->feed(flight.mid(i, 1));
        if (i + 1 < flight.size()) {
            QCOMPARE(int(whole.engine->state()), int(State::Handshaking));
            QVERIFY(!whole.engine->isEstablished());
        }
    }
    QVERIFY(!whole.engine->takeCipher().isEmpty());
    QCOMPARE(whole.engine->isEstablished(), version == 0x0304); // TLS 1.2 has one more turn
}

void TestTlsEngine::noFlippedBitPasses_data()
{
    cutAnywhere_data();
}

void TestTlsEngine::noFlippedBitPasses()
{
    QFETCH(int, version);
    const TestIdentity shown = TestCertificates::shared().good();
    qsizetype passed = 0;
    qsizetype size = 1;
    for (qsizetype at = 0; at < size; at += 3) {
        TlsPair pair({.identity = shown, .version = version});
        pair.engine->feed({});
        pair.peer.feed(pair.engine->takeCipher());
        QByteArray flight = pair.peer.takeCipher();
        size = flight.size();
        qsizetype place = at; // within its record
        for (const QByteArray &record : recordsOf(flight)) {
            if (place < record.size())
                break;
            place -= record.size();
        }
        if (at >= size)
            break; // signatures differ in length by an octet or two
        flight[at] = char(flight.at(at) ^ 0x01);
        pair.engine->feed(flight);
        pair.carry();
        // The header's version counts for nothing (RFC 8446 5.1); all else is authenticated.
        const bool idle = place == 1 || place == 2;
        QVERIFY2(idle || !pair.isUp(), qPrintable(QString::number(at)));
        passed += pair.isUp() ? 1 : 0;
    }
    QVERIFY(size > 500);
    QVERIFY(passed <= 20);
}

void TestTlsEngine::garbage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    QTest::newRow("zeros") << QByteArray(64, '\0') << int(Kind::PeerSpeaksPlain);
    QTest::newRow("letters") << QByteArray(64, 'A') << int(Kind::PeerSpeaksPlain);
    QTest::newRow("SSL 2.0") << QByteArray::fromHex("802e0100020015000000") + QByteArray(64, 'x')
                             << int(Kind::PeerSpeaksPlain);
    QTest::newRow("data before a handshake")
        << QByteArray::fromHex("1703030020") + QByteArray(32, 'x') << int(Kind::TlsFailed);
    QTest::newRow("our own ClientHello") << QByteArray("hello") << int(Kind::TlsFailed);
    QTest::newRow("handshake message of 16 MB")
        << QByteArray::fromHex("160303000402ffffff") << int(Kind::TlsFailed);
    QTest::newRow("unknown handshake message")
        << QByteArray::fromHex("16030300045f000000") << int(Kind::TlsFailed);
    QTest::newRow("empty record") << QByteArray::fromHex("1603030000") << int(Kind::TlsFailed);
}

void TestTlsEngine::garbage()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, kind);
    TlsPair pair;
    pair.engine->feed({});
    const QByteArray hello = pair.engine->takeCipher();
    QByteArray said = bytes == "hello" ? hello : bytes;
    // An endless row of what is none: at some point enough is enough.
    for (int i = 0; i < 100 && pair.engine->state() == State::Handshaking; ++i)
        pair.engine->feed(said);
    QCOMPARE(int(pair.engine->state()), int(State::Failed));
    QCOMPARE(int(pair.engine->error().kind), kind);
    QVERIFY(!pair.engine->error().detail.isEmpty());
    pair.engine->feed(said); // no harm
    QVERIFY(pair.engine->read().isEmpty());
}

void TestTlsEngine::keyUpdates()
{
    TlsPair pair({.version = 0x0304});
    pair.shake();
    for (int i = 0; i < 5; ++i) {
        pair.peer.updateKeys();
        pair.peer.write("250 new keys\r\n");
        pair.carry(1);
        QCOMPARE(pair.engine->read(), QByteArray("250 new keys\r\n"));
        pair.engine->write("NOOP\r\n");
        pair.carry(1);
        QCOMPARE(pair.peer.read(), QByteArray("NOOP\r\n"));
    }
    QVERIFY(pair.isUp());
}

void TestTlsEngine::lateTickets()
{
    TlsPair pair({.version = 0x0304});
    pair.shake();
    pair.engine->write("EHLO [127.0.0.1]\r\n");
    pair.peer.feed(pair.engine->takeCipher());
    pair.peer.sendTicket();
    pair.peer.write("250 ");
    pair.peer.sendTicket();
    pair.peer.write("hello\r\n");
    pair.carry(3);
    QCOMPARE(pair.engine->read(), QByteArray("250 hello\r\n"));
    QVERIFY(pair.isUp());
}

void TestTlsEngine::noRenegotiation()
{
    TlsPair pair({.version = 0x0303});
    pair.shake();
    pair.peer.renegotiate();
    pair.engine->feed(pair.peer.takeCipher());
    // No second handshake begins: a warning (RFC 5746 4.5), and what is said goes on.
    pair.engine->write("NOOP\r\n");
    const QByteArrayList records = recordsOf(pair.engine->takeCipher());
    QCOMPARE(records.size(), 2);
    QCOMPARE(records.first().at(0), '\x15'); // alert
    QCOMPARE(records.last().at(0), '\x17');
    QCOMPARE(int(pair.engine->state()), int(State::Up));
}

void TestTlsEngine::closing()
{
    TlsPair pair;
    pair.shake();
    pair.peer.write("421 closing\r\n");
    pair.peer.close();
    pair.carry();
    QCOMPARE(int(pair.engine->state()), int(State::Closed));
    QVERIFY(pair.engine->isEstablished());
    QCOMPARE(pair.engine->read(), QByteArray("421 closing\r\n"));
    pair.engine->shutDown();
    pair.peer.feed(pair.engine->takeCipher());
    QVERIFY(pair.peer.isClosed());
    pair.engine->write("late");
    QVERIFY(pair.engine->takeCipher().isEmpty());
    pair.engine->feed(QByteArray(100, 'x'));
    QCOMPARE(int(pair.engine->state()), int(State::Closed));
}

void TestTlsEngine::damagedLater()
{
    TlsPair pair;
    pair.shake();
    pair.peer.write("250 one\r\n");
    pair.carry();
    pair.peer.write("250 two\r\n");
    QByteArray cipher = pair.peer.takeCipher();
    cipher[cipher.size() - 1] = char(cipher.back() ^ 0x40);
    pair.engine->feed(cipher);
    QCOMPARE(int(pair.engine->state()), int(State::Failed));
    QCOMPARE(int(pair.engine->error().kind), int(Kind::TlsFailed));
    QCOMPARE(pair.engine->read(), QByteArray("250 one\r\n")); // and nothing of what was tampered with
}

void TestTlsEngine::bindings_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<bool>("extended");
    QTest::addColumn<bool>("exporter");
    QTest::newRow("TLS 1.3") << 0x0304 << true << true;
    QTest::newRow("TLS 1.2") << 0x0303 << true << true;
    QTest::newRow("TLS 1.2 without the extended master secret") << 0x0303 << false << false;
}

void TestTlsEngine::bindings()
{
    QFETCH(int, version);
    QFETCH(bool, extended);
    QFETCH(bool, exporter);
    const TestIdentity shown = TestCertificates::shared().good();
    TlsPair pair({.identity = shown, .version = version, .extendedMasterSecret = extended});
    pair.shake();
    const ChannelBindings bindings = pair.engine->channelBindings();
    QCOMPARE(bindings.tlsExporter, exporter ? pair.peer.exporter() : QByteArray());
    QCOMPARE(bindings.tlsExporter.size(), exporter ? 32 : 0);
    QCOMPARE(bindings.tlsServerEndPoint, shown.sha256());
    TlsPair other({.identity = shown, .version = version});
    other.shake();
    QVERIFY(other.engine->channelBindings().tlsExporter != bindings.tlsExporter);
    QCOMPARE(other.engine->channelBindings().tlsServerEndPoint, bindings.tlsServerEndPoint);
}

void TestTlsEngine::bindingHashes_data()
{
    QTest::addColumn<bool>("sha1");
    QTest::addColumn<QCryptographicHash::Algorithm>("hash");
    QTest::newRow("SHA-384 for itself") << false << QCryptographicHash::Sha384;
    QTest::newRow("SHA-256 for SHA-1") << true << QCryptographicHash::Sha256;
}

void TestTlsEngine::bindingHashes()
{
    QFETCH(bool, sha1);
    QFETCH(QCryptographicHash::Algorithm, hash);
    const TestCertificates &certificates = TestCertificates::shared();
    const TestIdentity shown = sha1 ? certificates.signedWithSha1() : certificates.signedWithSha384();
    TlsPair pair({.identity = shown}, QStringLiteral("localhost"), {shown.sha256(), {}});
    pair.shake();
    QVERIFY(pair.isUp());
    QCOMPARE(pair.engine->channelBindings().tlsServerEndPoint, shown.certificate.digest(hash));
}

void TestTlsEngine::noBindingsBeforeTheEnd()
{
    TlsPair pair;
    QCOMPARE(pair.engine->channelBindings(), ChannelBindings());
    pair.engine->feed({});
    QCOMPARE(pair.engine->channelBindings(), ChannelBindings());
}

QTEST_GUILESS_MAIN(TestTlsEngine)
#include "tst_tlsengine.moc"
