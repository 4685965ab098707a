// SPDX-License-Identifier: GPL-3.0-or-later
// The practice server over real loopback TLS: who may connect, what it stores, how it ends.
#include "core/practice/PracticeCertificate.h"
#include "core/practice/PracticeServer.h"

#include <QDir>
#include <QNetworkInterface>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSslSocket>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace pennypost;

namespace {

/// A client that types what it is given and remembers what comes back.
class Client : public QSslSocket
{
public:
    explicit Client(const ServerSettings &server)
    {
        setPeerVerifyMode(QSslSocket::VerifyNone);
        connect(this, &QSslSocket::readyRead, this, [this] { heard += readAll(); });
        connectToHostEncrypted(server.host, server.port);
    }
    bool waitFor(const QByteArray &words)
    {
        return QTest::qWaitFor([&] { return heard.contains(words); }, 20'000);
    }

    QByteArray heard;
};

QByteArray signIn(const PracticeAccess &access)
{
    QByteArray plain(1, '\0');
    plain += access.server.userName.toUtf8();
    plain += '\0';
    plain += access.password.bytes();
    return "EHLO client.example\r\nAUTH PLAIN " + plain.toBase64() + "\r\n";
}

const QByteArray envelope = "MAIL FROM:<me@here.example>\r\nRCPT TO:<you@there.example>\r\n"
                            "RCPT TO:<hidden@there.example>\r\nDATA\r\n";

} // namespace

class TestPracticeServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void storesALetter();
    void largeLetters_data();
    void largeLetters();
    void certificate();
    void freshAtEachStart();
    void loopbackAlone();
    void portTaken();
    void folderThatCannotBe();
    void interruptedLetterLeavesNothing();
    void plainTextClient();
    void manyAtOnce();
    void clientThatNeverReads();
    void endsWithClientsConnected();

private:
    QString folder() const { return m_dir->filePath(QStringLiteral("practice")); }
    QStringList files() const { return QDir(folder()).entryList(QDir::Files | QDir::Hidden); }

    std::unique_ptr<QTemporaryDir> m_dir;
    SystemClock m_clock;
    RandomIds m_ids;
};

void TestPracticeServer::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

void TestPracticeServer::storesALetter()
{
    PracticeServer server(folder(), m_clock, m_ids);
    QVERIFY(!server.isRunning());
    QVERIFY(server.start());
    QVERIFY(server.isRunning());
    QSignalSpy received(&server, &PracticeServer::received);

    Client client(server.access().server);
    QVERIFY(client.waitFor("220 "));
    client.write(signIn(server.access()) + envelope);
    QVERIFY(client.waitFor("354 "));
    client.write("Subject: hi\r\n\r\n..dot\r\n.\r\nQUIT\r\n");
    QVERIFY(client.waitFor("221 "));
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);

    QTRY_COMPARE(received.size(), 1);
    const auto path = received[0][0].toString();
    QVERIFY(QDir::isAbsolutePath(path));
    QCOMPARE(files(), QStringList{QFileInfo(path).fileName()});
    QVERIFY(path.endsWith(u".eml"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto bytes = file.readAll();
    QVERIFY(bytes.startsWith("Return-Path: <me@here.example>\r\n"
                             "Envelope-To: <you@there.example>\r\n"
                             "Envelope-To: <hidden@there.example>\r\n"
                             "Received: from client.example by localhost (Pennypost practice server)\r\n"
                             "\twith ESMTPSA id "));
    QVERIFY(bytes.endsWith("\r\nSubject: hi\r\n\r\n.dot\r\n"));
    QCOMPARE(bytes.count("\r\n"), bytes.count('\n'));
#ifdef Q_OS_UNIX
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QCOMPARE(file.permissions() & others, QFileDevice::Permissions());
#endif
}

/// The server hears a bounded piece at a time: whatever the bursts, it must come back for the rest by itself,
/// since nothing arrives after the last of them.
void TestPracticeServer::largeLetters_data()
{
    QTest::addColumn<int>("burst");
    QTest::newRow("all at once") << (32 << 20);
    QTest::newRow("in bursts over the bound") << (1 << 20) + 17;
    QTest::newRow("in bursts of the bound") << (256 << 10);
    QTest::newRow("in bursts below it") << 40'000;
}
void TestPracticeServer::largeLetters()
{
    QFETCH(int, burst);
    QByteArray letter;
    for (int line = 0; letter.size() < 20'000'000; ++line)
        letter += QByteArray::number(line).rightJustified(76, char('a' + line % 26)) + "\r\n";

    PracticeServer server(folder(), m_clock, m_ids);
    QVERIFY(server.start());
    QSignalSpy received(&server, &PracticeServer::received);
    Client client(server.access().server);
    QVERIFY(client.waitFor("220 "));
    client.write(signIn(server.access()) + envelope);
    QVERIFY(client.waitFor("354 "));
    const QByteArray out = letter + ".\r\n";
    for (qsizetype at = 0; at < out.size(); at += burst) {
        client.write(out.mid(at, burst));
        QVERIFY(QTest::qWaitFor([&] { return client.bytesToWrite() + client.encryptedBytesToWrite() == 0; },
                                60'000));
    }
    QVERIFY(client.waitFor("Stored as"));
    QTRY_COMPARE(received.size(), 1);
    QFile file(received[0][0].toString());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray stored = file.readAll();
    QVERIFY(stored.endsWith(letter)); // not compared: a difference would print twenty megabytes
}

void TestPracticeServer::certificate()
{
    const auto now = m_clock.now();
    const auto made = PracticeCertificate::make(now);
    QVERIFY(made);
    const auto &certificate = made->certificate;
    QCOMPARE(certificate.digest(QCryptographicHash::Sha256), made->sha256);
    QVERIFY(certificate.isSelfSigned());
    const auto names = certificate.subjectAlternativeNames();
    QCOMPARE(names.value(QSsl::DnsEntry), QStringLiteral("localhost"));
    QCOMPARE(names.value(QSsl::IpAddressEntry), QStringLiteral("127.0.0.1"));
    QVERIFY(certificate.effectiveDate() < now);
    QVERIFY(certificate.expiryDate() > now.addDays(29));
    QCOMPARE(made->key.algorithm(), QSsl::Ec);
    QCOMPARE(made->key.length(), 256);
    QVERIFY(PracticeCertificate::make(now)->sha256 != made->sha256);
}

void TestPracticeServer::freshAtEachStart()
{
    PracticeServer first(folder(), m_clock, m_ids);
    PracticeServer second(folder(), m_clock, m_ids);
    QVERIFY(first.start());
    QVERIFY(second.start());
    QVERIFY(first.start()); // once more changes nothing
    QVERIFY(first.access().server.pinnedSha256 != second.access().server.pinnedSha256);
    QVERIFY(first.access().password.bytes() != second.access().password.bytes());
    QVERIFY(first.access().server.port != second.access().server.port);

    Client client(first.access().server);
    QVERIFY(client.waitFor("220 "));
    QCOMPARE(client.peerCertificate().digest(QCryptographicHash::Sha256), first.access().server.pinnedSha256);
    client.write(signIn(second.access()));
    QVERIFY(client.waitFor("535 "));
}

void TestPracticeServer::loopbackAlone()
{
    PracticeServer server(folder(), m_clock, m_ids);
    QVERIFY(server.start());
    const auto addresses = QNetworkInterface::allAddresses();
    for (const auto &address : addresses) {
        if (address == QHostAddress(QHostAddress::LocalHost))
            continue;
        QTcpSocket socket;
        socket.connectToHost(address, server.access().server.port);
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    }
}

void TestPracticeServer::portTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost)));
    PracticeServer server(folder(), m_clock, m_ids);
    const auto started = server.start(other.serverPort());
    QVERIFY(!started);
    QVERIFY(!started.error().isEmpty());
    QVERIFY(!server.isRunning());
    QVERIFY(server.start()); // with another port it works
}

void TestPracticeServer::folderThatCannotBe()
{
    QFile inTheWay(folder());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    PracticeServer server(folder(), m_clock, m_ids);
    const auto started = server.start();
    QVERIFY(!started);
    QVERIFY(started.error().contains(folder()));
}

void TestPracticeServer::interruptedLetterLeavesNothing()
{
    PracticeServer server(folder(), m_clock, m_ids);
    QVERIFY(server.start());
    QSignalSpy received(&server, &PracticeServer::received);
    auto client = std::make_unique<Client>(server.access().server);
    QVERIFY(client->waitFor("220 "));
    client->write(signIn(server.access()) + envelope);
    QVERIFY(client->waitFor("354 "));
    client->write(QByteArray(500'000, 'x') + "\r\n.");
    QTRY_COMPARE(client->encryptedBytesToWrite() + client->bytesToWrite(), 0);
    QVERIFY(files()
                .filter(QRegularExpression(QStringLiteral("\\.eml$")))
                .isEmpty()); // under way, and not under its name
    client->abort();
    Client next(server.access().server); // comes after it on the server's one thread
    QVERIFY(next.waitFor("220 "));
    next.write(signIn(server.access()) + envelope + "whole\r\n.\r\n");
    QVERIFY(next.waitFor("Stored"));
    QTRY_COMPARE(received.size(), 1);
    QTRY_COMPARE(files(), QStringList{QFileInfo(received[0][0].toString()).fileName()});
}

void TestPracticeServer::plainTextClient()
{
    PracticeServer server(folder(), m_clock, m_ids);
    QVERIFY(server.start());
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.access().server.port);
    socket.write("EHLO x\r\nAUTH PLAIN AGEAYg==\r\n");
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(!socket.readAll().contains("250")); // a TLS alert at most
    Client client(server.access().server);      // and it goes on serving
    QVERIFY(client.waitFor("220 "));
}

void TestPracticeServer::manyAtOnce()
{
    PracticeServer server(folder(), m_clock, m_ids);
    QVERIFY(server.start());
    QSignalSpy received(&server, &PracticeServer::received);
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 16; ++i) {
        clients.push_back(std::make_unique<Client>(server.access().server));
        clients.back()->write(signIn(server.access()) + envelope + "n" + QByteArray::number(i) +
                              "\r\n.\r\nQUIT\r\n");
    }
    for (auto &client : clients)
        QVERIFY(client->waitFor("221 "));
    QTRY_COMPARE(received.size(), 16);
    QCOMPARE(files().size(), 16);
}

void TestPracticeServer::clientThatNeverReads()
{
    PracticeServer server(folder(), m_clock, m_ids);
    QVERIFY(server.start());
    Client client(server.access().server);
    QVERIFY(client.waitFor("220 "));
    client.setReadBufferSize(1);
    client.disconnect(&client);
    // Each NOOP makes 26 octets of reply that nobody fetches: it is cut off instead of kept for ever.
    const auto burst = QByteArray("NOOP\r\n").repeated(10'000);
    QVERIFY(QTest::qWaitFor(
        [&] {
            if (client.state() == QAbstractSocket::UnconnectedState)
                return true;
            if (client.encryptedBytesToWrite() < 100'000)
                client.write(burst);
            return false;
        },
        60'000));
}

void TestPracticeServer::endsWithClientsConnected()
{
    std::vector<std::unique_ptr<Client>> clients;
    {
        PracticeServer server(folder(), m_clock, m_ids);
        QVERIFY(server.start());
        for (int i = 0; i < 4; ++i)
            clients.push_back(std::make_unique<Client>(server.access().server));
        QVERIFY(clients[0]->waitFor("220 "));
        clients[0]->write(signIn(server.access()) + envelope + "half a letter");
        QVERIFY(clients[0]->waitFor("354 "));
    }
    QTRY_COMPARE(clients[0]->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(files(), QStringList());
}

QTEST_GUILESS_MAIN(TestPracticeServer)
#include "tst_practiceserver.moc"
