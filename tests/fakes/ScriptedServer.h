// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fakes/TestCertificates.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QList>
#include <QTcpServer>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

class QSslSocket;

namespace pennypost {

/// A real server on the loopback interface that follows a script, one step after the other, for each
/// connection anew. It does exactly what it is told, also what no honest server would do. Test's thread.
///
///     ScriptedServer server;
///     server.setImplicitTls(TestCertificates::shared().good());
///     server.say("220 hello\r\n").expect("EHLO").say("250 hello\r\n").expect("QUIT").close();
///     server.start();
class ScriptedServer : public QTcpServer
{
    Q_OBJECT

public:
    explicit ScriptedServer(QObject *parent = nullptr);
    ~ScriptedServer() override;

    // The script.
    ScriptedServer &say(const QByteArray &bytes);
    /// A line that begins so, in any case; another line ends the script with an error.
    ScriptedServer &expect(const QByteArray &start);
    /// A letter up to its final dot, un-stuffed; see letter().
    ScriptedServer &takeLetter();
    /// At least so many octets of anything.
    ScriptedServer &takeOctets(qint64 count);
    ScriptedServer &startTls();
    /// Stops until the test calls proceed(): a delay of exactly the length the test wants.
    ScriptedServer &pause();
    /// Reads and drops whatever comes, and says nothing, until the peer goes.
    ScriptedServer &swallow();
    /// Reads nothing from here on: the peer's buffers fill up.
    ScriptedServer &stall();
    ScriptedServer &close();
    ScriptedServer &reset(); ///< RST

    // The knobs.
    void setIdentity(const TestIdentity &identity) { m_identity = identity; }
    void setImplicitTls(const TestIdentity &identity);
    /// Nobody gets through the handshake without a certificate by the good authority.
    void demandCertificate() { m_demandsCertificate = true; }
    /// Splits what it says into pieces of so many bytes, each a segment of its own; 0 for none.
    void setPieceSize(qsizetype size) { m_pieceSize = size; }

    /// Listens on a port from the system.
    void start(const QHostAddress &address = QHostAddress::LocalHost);
    void proceed();

    // What happened.
    int connections() const { return m_connections; }
    /// The certificates that clients have shown, one for each that came through the handshake.
    const QList<QByteArray> &clientSha256() const { return m_clientSha256; }
    /// Lines that expect() took, without CRLF, over all connections.
    const QList<QByteArray> &lines() const { return m_lines; }
    /// The start of the last letter, at most 1 MiB of it, and figures on the whole.
    const QByteArray &letter() const { return m_letter; }
    qint64 letterSize() const { return m_letterSize; }
    QByteArray letterSha256() const { return m_letterHash.result(); }
    /// The last letter's final dot has come.
    bool hasLetter() const { return m_hasLetter; }
    /// The last connection's script has come to its end.
    bool isFinished() const { return m_finished; }
    /// What went against the script; empty is well.
    const QByteArray &complaint() const { return m_complaint; }

Q_SIGNALS:
    void finished();
    void peerGone();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    class Connection;
    struct Say
    {
        QByteArray bytes;
    };
    struct Expect
    {
        QByteArray start;
    };
    struct TakeOctets
    {
        qint64 count;
    };
    enum class Plain { TakeLetter, StartTls, Pause, Swallow, Stall, Close, Reset };
    using Step = std::variant<Say, Expect, TakeOctets, Plain>;

    ScriptedServer &add(Step step);

    std::vector<Step> m_script;
    std::optional<TestIdentity> m_identity;
    bool m_implicitTls = false;
    bool m_demandsCertificate = false;
    qsizetype m_pieceSize = 0;
    std::vector<std::unique_ptr<Connection>> m_peers;

    int m_connections = 0;
    QList<QByteArray> m_clientSha256;
    QList<QByteArray> m_lines;
    QByteArray m_letter;
    qint64 m_letterSize = 0;
    QCryptographicHash m_letterHash{QCryptographicHash::Sha256};
    bool m_hasLetter = false;
    bool m_finished = false;
    QByteArray m_complaint;
};

} // namespace pennypost
