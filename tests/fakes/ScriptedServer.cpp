// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/ScriptedServer.h"

#include "tests/fakes/AbortiveClose.h"

#include <QSslConfiguration>
#include <QSslSocket>

#include <algorithm>

namespace pennypost {

namespace {
constexpr qint64 keptOfLetter = 1024 * 1024;
}

/// One peer and how far it is in the script.
class ScriptedServer::Connection : public QObject
{
public:
    Connection(ScriptedServer &server, qintptr descriptor);

    void begin();
    void proceed();

private:
    enum class Progress { Next, Wait };

    void run();
    Progress perform(const Step &step);
    Progress say(const QByteArray &bytes);
    Progress takeLine(const QByteArray &start);
    Progress takeLetter();
    void keep(QByteArrayView piece);
    void encrypt();
    void writePieces();
    void complain(const QByteArray &what);

    ScriptedServer &m_server;
    QSslSocket m_socket;
    size_t m_step = 0;
    bool m_running = false;
    bool m_paused = false;
    bool m_reading = true;
    bool m_letterBegun = false;
    QByteArray m_in;
    QByteArray m_out; ///< still to be said, by pieces
    bool m_said = false;
    qint64 m_octets = 0;
};

ScriptedServer::Connection::Connection(ScriptedServer &server, qintptr descriptor) : m_server(server)
{
    m_socket.setSocketDescriptor(descriptor);
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(&m_socket, &QSslSocket::readyRead, this, [this] {
        if (!m_reading)
            return;
        m_in += m_socket.readAll();
        run();
    });
    connect(&m_socket, &QSslSocket::encrypted, this, [this] {
        if (m_server.m_demandsCertificate)
            m_server.m_clientSha256.append(m_socket.peerCertificate().digest(QCryptographicHash::Sha256));
        run();
    });
    connect(&m_socket, &QSslSocket::disconnected, this, [this] { Q_EMIT m_server.peerGone(); });
}

void ScriptedServer::Connection::begin()
{
    if (m_server.m_implicitTls)
        encrypt();
    else
        run();
}

void ScriptedServer::Connection::proceed()
{
    if (!m_paused)
        return;
    m_paused = false;
    ++m_step;
    run();
}

void ScriptedServer::Connection::run()
{
    if (m_running || m_paused)
        return;
    m_running = true;
    const bool handshakeDue = m_socket.mode() != QSslSocket::UnencryptedMode && !m_socket.isEncrypted();
    while (!handshakeDue && m_step < m_server.m_script.size()) {
        if (perform(m_server.m_script[m_step]) == Progress::Wait)
            break;
        ++m_step;
    }
    m_running = false;
    if (m_step == m_server.m_script.size() && !m_server.m_finished) {
        m_server.m_finished = true;
        Q_EMIT m_server.finished();
    }
}

ScriptedServer::Connection::Progress ScriptedServer::Connection::perform(const Step &step)
{
    if (const auto *words = std::get_if<Say>(&step))
        return say(words->bytes);
    if (const auto *line = std::get_if<Expect>(&step))
        return takeLine(line->start);
    if (const auto *octets = std::get_if<TakeOctets>(&step)) {
        m_octets += m_in.size();
        m_in.clear();
        if (m_octets < octets->count)
            return Progress::Wait;
        m_octets = 0;
        return Progress::Next;
    }
    switch (std::get<Plain>(step)) {
    case Plain::TakeLetter:
        return takeLetter();
    case Plain::StartTls:
        encrypt();
        ++m_step; // goes on when the handshake is done
        return Progress::Wait;
    case Plain::Pause:
        m_paused = true;
        return Progress::Wait;
    case Plain::Swallow:
        m_in.clear();
        return Progress::Wait;
    case Plain::Stall:
        m_reading = false;
        m_socket.setReadBufferSize(1);
        return Progress::Next;
    case Plain::Close:
        m_socket.disconnectFromHost();
        return Progress::Next;
    case Plain::Reset:
        m_socket.flush();
        makeCloseAbortive(m_socket.socketDescriptor());
        m_socket.abort();
        return Progress::Next;
    }
    return Progress::Next;
}

ScriptedServer::Connection::Progress ScriptedServer::Connection::say(const QByteArray &bytes)
{
    if (m_server.m_pieceSize == 0) {
        m_socket.write(bytes);
        m_socket.flush(); // a segment of its own
        return Progress::Next;
    }
    if (std::exchange(m_said, false))
        return Progress::Next;
    if (m_out.isEmpty()) {
        m_out = bytes;
        writePieces();
    }
    return Progress::Wait;
}

void ScriptedServer::Connection::writePieces()
{
    m_socket.write(m_out.left(m_server.m_pieceSize));
    m_socket.flush();
    m_out.remove(0, m_server.m_pieceSize);
    // The peer gets a turn of the event loop between two pieces.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_out.isEmpty())
                return writePieces();
            m_said = true;
            run();
        },
        Qt::QueuedConnection);
}

ScriptedServer::Connection::Progress ScriptedServer::Connection::takeLine(const QByteArray &start)
{
    const qsizetype end = m_in.indexOf("\r\n");
    if (end < 0)
        return Progress::Wait;
    const QByteArray line = m_in.left(end);
    m_in.remove(0, end + 2);
    m_server.m_lines.append(line);
    if (line.toUpper().startsWith(start.toUpper()))
        return Progress::Next;
    complain("expected \"" + start + "\", got \"" + line + '"');
    return Progress::Wait;
}

ScriptedServer::Connection::Progress ScriptedServer::Connection::takeLetter()
{
    if (!std::exchange(m_letterBegun, true)) {
        m_server.m_letter.clear();
        m_server.m_letterSize = 0;
        m_server.m_letterHash.reset();
        m_server.m_hasLetter = false;
    }
    qsizetype from = 0;
    bool done = false;
    for (qsizetype end; !done && (end = m_in.indexOf("\r\n", from)) >= 0; from = end + 2) {
        QByteArrayView line = QByteArrayView(m_in).sliced(from, end + 2 - from);
        done = line == ".\r\n";
        if (line.startsWith('.'))
            line = line.sliced(1);
        if (!done)
            keep(line);
    }
    m_in.remove(0, from);
    if (!done)
        return Progress::Wait;
    m_letterBegun = false;
    m_server.m_hasLetter = true;
    return Progress::Next;
}

void ScriptedServer::Connection::keep(QByteArrayView piece)
{
    m_server.m_letterSize += piece.size();
    m_server.m_letterHash.addData(piece);
    if (m_server.m_letter.size() + piece.size() <= keptOfLetter)
        m_server.m_letter += piece;
}

void ScriptedServer::Connection::encrypt()
{
    Q_ASSERT(m_server.m_identity);
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(m_server.m_identity->certificate);
    configuration.setPrivateKey(m_server.m_identity->key);
    configuration.setPeerVerifyMode(m_server.m_demandsCertificate ? QSslSocket::VerifyPeer
                                                                  : QSslSocket::VerifyNone);
    configuration.setCaCertificates({TestCertificates::shared().authority()});
    m_socket.setSslConfiguration(configuration);
    m_socket.startServerEncryption();
}

void ScriptedServer::Connection::complain(const QByteArray &what)
{
    m_server.m_complaint = what;
    qWarning("ScriptedServer: %s", what.constData());
    m_socket.abort();
}

ScriptedServer::ScriptedServer(QObject *parent) : QTcpServer(parent) {}
ScriptedServer::~ScriptedServer() = default;

ScriptedServer &ScriptedServer::add(Step step)
{
    m_script.push_back(std::move(step));
    return *this;
}

ScriptedServer &ScriptedServer::say(const QByteArray &bytes)
{
    return add(Say{bytes});
}

ScriptedServer &ScriptedServer::expect(const QByteArray &start)
{
    return add(Expect{start});
}

ScriptedServer &ScriptedServer::takeOctets(qint64 count)
{
    return add(TakeOctets{count});
}

ScriptedServer &ScriptedServer::takeLetter()
{
    return add(Plain::TakeLetter);
}

ScriptedServer &ScriptedServer::startTls()
{
    return add(Plain::StartTls);
}

ScriptedServer &ScriptedServer::pause()
{
    return add(Plain::Pause);
}

ScriptedServer &ScriptedServer::swallow()
{
    return add(Plain::Swallow);
}

ScriptedServer &ScriptedServer::stall()
{
    return add(Plain::Stall);
}

ScriptedServer &ScriptedServer::close()
{
    return add(Plain::Close);
}

ScriptedServer &ScriptedServer::reset()
{
    return add(Plain::Reset);
}

void ScriptedServer::setImplicitTls(const TestIdentity &identity)
{
    m_identity = identity;
    m_implicitTls = true;
}

void ScriptedServer::start(const QHostAddress &address)
{
    if (!listen(address))
        qFatal("ScriptedServer: %s", qPrintable(errorString()));
}

void ScriptedServer::proceed()
{
    for (const auto &peer : m_peers)
        peer->proceed();
}

void ScriptedServer::incomingConnection(qintptr descriptor)
{
    ++m_connections;
    m_finished = false;
    m_peers.push_back(std::make_unique<Connection>(*this, descriptor));
    m_peers.back()->begin();
}

} // namespace pennypost
