// SPDX-License-Identifier: GPL-3.0-or-later
//
// What sending a large letter over TLS costs, beside a bare QSslSocket that writes the same bytes:
//
//     bench_submission [MEGABYTES]          1024 by default
//
// The sink and each sender are processes of their own, so that processor time and peak memory are the
// sender's alone.  Everything stays on the loopback interface.

#include "core/submission/SmtpSubmitter.h"
#include "tests/fakes/FakeMimeSource.h"
#include "tests/fakes/TestCertificates.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTextStream>

#include <ctime>
#include <vector>

using namespace pennypost;

namespace {

constexpr qint64 mega = 1'000'000;

/// Kilobytes from the kernel's own books; 0 where there are none.
qint64 memory(const QByteArray &field)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(field) && line.mid(field.size(), 1) == ":")
            return line.mid(field.size() + 1).simplified().split(' ').first().toLongLong();
    }
    return 0;
}

/// Measures from its making to report(), which prints one line for the parent.
class Meter
{
public:
    Meter() { m_time.start(); }
    void report(qint64 octets) const
    {
        const double seconds = double(m_time.nsecsElapsed()) / 1e9;
        const double cpu = double(std::clock() - m_cpu) / CLOCKS_PER_SEC;
        QTextStream(stdout) << QString::asprintf(
            "%8.2f s %8.1f MB/s %7.2f CPU s   idle %6.1f MB   peak %6.1f MB\n", seconds,
            double(octets) / seconds / 1e6, cpu, double(m_idle) / 1024, double(memory("VmHWM")) / 1024);
    }

private:
    qint64 m_idle = memory("VmRSS");
    std::clock_t m_cpu = std::clock();
    QElapsedTimer m_time;
};

/// As much of a submission server as a sender needs, and no more work on the letter than looking for its end.
class Sink : public QTcpServer
{
public:
    explicit Sink(const TestIdentity &identity) : m_identity(identity) { listen(QHostAddress::LocalHost); }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(m_identity.certificate);
        configuration.setPrivateKey(m_identity.key);
        socket->setSslConfiguration(configuration);
        connect(socket, &QSslSocket::encrypted, socket, [socket] { socket->write("220 sink\r\n"); });
        connect(socket, &QSslSocket::readyRead, socket, [this, socket] { take(*socket); });
        socket->startServerEncryption();
    }

private:
    void take(QSslSocket &socket)
    {
        if (m_inLetter) {
            m_tail += socket.readAll();
            m_tail = m_tail.right(5);
            if (m_tail != "\r\n.\r\n")
                return;
            m_inLetter = false;
            socket.write("250 2.0.0 taken\r\n");
        }
        while (socket.canReadLine()) {
            const QByteArray line = socket.readLine();
            m_inLetter = line.startsWith("DATA");
            socket.write(m_inLetter ? "354 go\r\n" : line.startsWith("QUIT") ? "221 bye\r\n" : "250 ok\r\n");
        }
    }

    TestIdentity m_identity;
    QByteArray m_tail;
    bool m_inLetter = false;
};

int sink()
{
    const TestIdentity identity = TestCertificates::shared().good();
    const Sink server(identity);
    QTextStream(stdout) << server.serverPort() << ' ' << identity.sha256().toHex() << Qt::endl;
    return QCoreApplication::exec();
}

int sendByPennypost(quint16 port, const QByteArray &pin, qint64 octets)
{
    SystemClock clock;
    SmtpSubmitter submitter(clock);
    SubmissionRequest request;
    request.server.host = QStringLiteral("127.0.0.1");
    request.server.port = port;
    request.server.pinnedSha256 = pin;
    Envelope envelope;
    envelope.reversePath = *SmtpPath::make({{}, QStringLiteral("alice"), QStringLiteral("example.org")});
    envelope.forwardPaths = {envelope.reversePath};
    request.letter =
        Letter{envelope, FakeMimeSource::generated(octets), Transaction::PartialRefusal::AllOrNothing, false};
    const Meter meter;
    const auto submission = submitter.submit(std::move(request));
    QObject::connect(submission.get(), &Submission::accepted, qApp, [&](const Receipt &receipt) {
        meter.report(receipt.octets);
        QCoreApplication::exit(0);
    });
    QObject::connect(submission.get(), &Submission::failed, qApp, [](const SubmissionError &error) {
        QTextStream(stdout) << nameOf(error.problem) << ": " << error.detail << Qt::endl;
        QCoreApplication::exit(1);
    });
    return QCoreApplication::exec();
}

/// The limit that Qt sets: the same octets with the same care for memory, without anything of ours.
int sendRaw(quint16 port, qint64 octets)
{
    constexpr qint64 chunk = 128 * 1024;
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    const QByteArray lines = QByteArray(76, 'x') + "\r\n";
    const QByteArray block = lines.repeated(chunk / lines.size());
    qint64 left = octets;
    bool started = false;
    const Meter meter;
    const auto pump = [&] {
        while (started && left > 0 && socket.bytesToWrite() + socket.encryptedBytesToWrite() < 8 * chunk) {
            left -= socket.write(block);
            if (left <= 0)
                socket.write(".\r\n");
        }
    };
    QObject::connect(&socket, &QSslSocket::encryptedBytesWritten, qApp, pump);
    QObject::connect(&socket, &QSslSocket::readyRead, qApp, [&] {
        const QByteArray reply = socket.readAll();
        if (reply.startsWith("220")) {
            socket.write("DATA\r\n");
        } else if (reply.startsWith("354")) {
            started = true;
            pump();
        } else {
            meter.report(octets - left);
            QCoreApplication::exit(0);
        }
    });
    QObject::connect(&socket, &QSslSocket::errorOccurred, qApp, [&] {
        QTextStream(stdout) << socket.errorString() << Qt::endl;
        QCoreApplication::exit(1);
    });
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
    return QCoreApplication::exec();
}

/// Runs one sender against a sink of its own and passes its line on.
bool measure(const QString &sender, qint64 octets)
{
    QProcess sinkProcess;
    sinkProcess.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    sinkProcess.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--sink")});
    if (!sinkProcess.waitForStarted() || !sinkProcess.waitForReadyRead())
        return false;
    const QByteArrayList where = sinkProcess.readLine().trimmed().split(' ');
    QProcess senderProcess;
    senderProcess.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    senderProcess.start(QCoreApplication::applicationFilePath(),
                        {QStringLiteral("--send"), sender, QStringLiteral("--port"),
                         QString::fromLatin1(where.value(0)), QStringLiteral("--pin"),
                         QString::fromLatin1(where.value(1)), QString::number(octets / mega)});
    const bool done = senderProcess.waitForFinished(-1) && senderProcess.exitCode() == 0;
    QTextStream(stdout) << sender.leftJustified(12) << QString::fromUtf8(senderProcess.readAll());
    sinkProcess.kill();
    sinkProcess.waitForFinished();
    return done;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption sinkOption(QStringLiteral("sink"));
    const QCommandLineOption sendOption(QStringLiteral("send"), {}, QStringLiteral("who"));
    const QCommandLineOption portOption(QStringLiteral("port"), {}, QStringLiteral("port"));
    const QCommandLineOption pinOption(QStringLiteral("pin"), {}, QStringLiteral("hex"));
    parser.addOptions({sinkOption, sendOption, portOption, pinOption});
    parser.process(app);

    const qint64 octets = parser.positionalArguments().value(0, QStringLiteral("1024")).toLongLong() * mega;
    if (parser.isSet(sinkOption))
        return sink();
    const quint16 port = parser.value(portOption).toUShort();
    if (parser.value(sendOption) == QStringLiteral("raw"))
        return sendRaw(port, octets);
    if (parser.isSet(sendOption))
        return sendByPennypost(port, QByteArray::fromHex(parser.value(pinOption).toLatin1()), octets);
    const bool raw = measure(QStringLiteral("raw"), octets);
    const bool ours = measure(QStringLiteral("pennypost"), octets);
    return raw && ours ? 0 : 1;
}
