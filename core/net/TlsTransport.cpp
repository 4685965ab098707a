// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/TlsTransport.h"

#include "core/net/Connector.h"
#include "core/net/HostName.h"
#include "core/net/LingeringClose.h"
#include "core/net/TlsFailure.h"

#include <QFile>
#include <QPointer>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslConfiguration>
#include <QSslSocket>

#include <optional>

namespace pennypost {

namespace {

using Kind = TransportError::Kind;

constexpr qint64 lowWater = qint64(256) * 1024;

QString protocolName(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_3:
        return QStringLiteral("TLSv1.3");
    case QSsl::TlsV1_2:
        return QStringLiteral("TLSv1.2");
    default:
        return QStringLiteral("TLS");
    }
}

/// Reading a few hundred certificates takes a fifth of a second, too long for each connection.
const QList<QSslCertificate> &systemAuthorities()
{
    static const QList<QSslCertificate> authorities = QSslConfiguration::systemCaCertificates();
    return authorities;
}

QString joined(const QList<QSslError> &errors)
{
    QStringList texts;
    for (const QSslError &error : errors)
        texts.append(error.errorString());
    texts.removeDuplicates();
    return texts.join(QLatin1StringView("; "));
}

} // namespace

class TlsTransport::Private
{
public:
    explicit Private(TlsTransport *transport, std::unique_ptr<Connector> maker);

    void open(const Endpoint &endpoint, Start start);
    void handshake();
    void fail(const TransportError &error);
    void retire(bool linger);
    bool isUp() const { return m_state == State::Plain || m_state == State::Encrypted; }

    std::unique_ptr<QSslSocket> m_socket;
    TlsSession m_session;

private:
    enum class State { New, Connecting, Plain, Handshaking, Encrypted, Over };

    bool prepareTrust();
    void adopt(std::unique_ptr<QSslSocket> socket);
    void judge(const QList<QSslError> &errors);
    void handshakeDone();
    void broken(QAbstractSocket::SocketError error);
    void written();
    TransportError certificateError(Kind kind, const QString &detail) const;
    bool isPinned() const;
    /// From the event loop: nothing is emitted within a call.
    void failLater(const TransportError &error);

    TlsTransport *q;
    std::unique_ptr<Connector> m_connector;
    State m_state = State::New;
    Start m_start = Start::Plain;
    Endpoint m_endpoint;
    HostName m_host;
    QSslConfiguration m_configuration;
    std::optional<TransportError> m_verdict; ///< on the certificate, while Qt still winds the handshake up
    std::optional<QSsl::AlertType> m_alert;
};

TlsTransport::Private::Private(TlsTransport *transport, std::unique_ptr<Connector> maker)
    : q(transport), m_connector(std::move(maker))
{
    connect(m_connector.get(), &Connector::resolved, q, &Transport::resolved);
    connect(m_connector.get(), &Connector::failed, q, [this](const TransportError &error) { fail(error); });
    connect(m_connector.get(), &Connector::connected, q, [this] { adopt(m_connector->takeSocket()); });
}

void TlsTransport::Private::open(const Endpoint &endpoint, Start start)
{
    Q_ASSERT(m_state == State::New);
    m_state = State::Connecting;
    m_start = start;
    m_endpoint = endpoint;
    const auto host = HostName::make(endpoint.host);
    if (!host)
        return failLater({Kind::HostNotFound, endpoint.host, {}});
    m_host = *host;
    if (!prepareTrust())
        return failLater({Kind::TlsFailed, endpoint.trust.caFile, {}});
    m_connector->start(m_host, endpoint.port);
}

bool TlsTransport::Private::prepareTrust()
{
    m_configuration = QSslConfiguration::defaultConfiguration();
    m_configuration.setProtocol(QSsl::TlsV1_2OrLater);
    m_configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    m_configuration.setAllowedNextProtocols({}); // ALPN upsets some mail servers
    if (m_endpoint.trust.caFile.isEmpty())
        return true;
    // A list of our own ends Qt's look-up on demand, so the system's authorities have to be in it.
    const auto extra = QSslCertificate::fromPath(m_endpoint.trust.caFile, QSsl::Pem,
                                                 QSslCertificate::PatternSyntax::FixedString);
    m_configuration.setCaCertificates(systemAuthorities() + extra);
    return !extra.isEmpty();
}

void TlsTransport::Private::adopt(std::unique_ptr<QSslSocket> socket)
{
    m_socket = std::move(socket);
    m_state = State::Plain;
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    // A scanner may think about a letter for ten minutes: no middle box must forget us meanwhile.
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    connect(m_socket.get(), &QSslSocket::sslErrors, q,
            [this](const QList<QSslError> &errors) { judge(errors); });
    connect(m_socket.get(), &QSslSocket::encrypted, q, [this] { handshakeDone(); });
    connect(m_socket.get(), &QSslSocket::alertReceived, q,
            [this](QSsl::AlertLevel level, QSsl::AlertType type) {
                if (level == QSsl::AlertLevel::Fatal)
                    m_alert = type;
            });
    connect(m_socket.get(), &QSslSocket::errorOccurred, q,
            [this](QAbstractSocket::SocketError error) { broken(error); });
    connect(m_socket.get(), &QSslSocket::disconnected, q,
            [this] { broken(QAbstractSocket::RemoteHostClosedError); });
    // Under TLS bytesWritten() comes when the cleartext has left Qt's buffer and its ciphertext is in none
    // yet: what is unsent then looks like nothing.
    connect(m_socket.get(), &QSslSocket::bytesWritten, q, [this] {
        if (!m_socket->isEncrypted())
            written();
    });
    connect(m_socket.get(), &QSslSocket::encryptedBytesWritten, q, [this] { written(); });
    connect(m_socket.get(), &QSslSocket::readyRead, q, [this] {
        if (isUp() && m_socket->bytesAvailable() > 0)
            Q_EMIT q->readyRead();
    });

    const QPointer<TlsTransport> alive(q);
    Q_EMIT q->connected();
    if (!alive || m_state != State::Plain)
        return;
    if (m_start == Start::Tls)
        handshake();
    else if (m_socket->bytesAvailable() > 0)
        Q_EMIT q->readyRead();
}

void TlsTransport::Private::handshake()
{
    if (m_state != State::Plain)
        return;
    // A TLS server never speaks first, and Qt would hand these bytes out after the handshake as if they had
    // been protected: the class of CVE-2011-0411.
    m_state = State::Handshaking;
    if (m_socket->bytesAvailable() > 0)
        return failLater({Kind::PeerSpeaksPlain, QString::fromLatin1(m_socket->read(64)), {}});
    m_socket->setSslConfiguration(m_configuration);
    m_socket->setPeerVerifyName(m_host.ascii());
    m_socket->startClientEncryption();
}

bool TlsTransport::Private::isPinned() const
{
    return !m_endpoint.trust.pinnedSha256.isEmpty();
}

TransportError TlsTransport::Private::certificateError(Kind kind, const QString &detail) const
{
    return {kind, detail, describe(m_socket->peerCertificate())};
}

void TlsTransport::Private::judge(const QList<QSslError> &errors)
{
    const PeerCertificate peer = describe(m_socket->peerCertificate());
    if (!isPinned())
        m_verdict = certificateError(kindOf(errors), joined(errors));
    else if (peer.isNull() || peer.sha256 != m_endpoint.trust.pinnedSha256)
        m_verdict = certificateError(Kind::CertificateNotPinned, joined(errors));
    else
        m_socket->ignoreSslErrors(); // the pin says: this very certificate, whatever is wrong with it
}

void TlsTransport::Private::handshakeDone()
{
    if (m_state != State::Handshaking)
        return;
    const QSslCertificate certificate = m_socket->peerCertificate();
    const PeerCertificate peer = describe(certificate);
    // Not a single byte of ours has gone through the tunnel yet.
    if (isPinned() && peer.sha256 != m_endpoint.trust.pinnedSha256)
        return fail(certificateError(Kind::CertificateNotPinned, {}));
    if (!isPinned() && !m_host.isNamedBy(certificate))
        return fail(certificateError(Kind::CertificateWrongName, m_host.ascii()));

    m_state = State::Encrypted;
    m_session = {protocolName(m_socket->sessionProtocol()), m_socket->sessionCipher().name(), peer};
    const QPointer<TlsTransport> alive(q);
    Q_EMIT q->encrypted();
    if (alive && m_state == State::Encrypted && m_socket->bytesAvailable() > 0)
        Q_EMIT q->readyRead();
}

void TlsTransport::Private::broken(QAbstractSocket::SocketError error)
{
    const QString text = m_socket ? m_socket->errorString() : QString();
    const bool tlsError = error == QAbstractSocket::SslHandshakeFailedError ||
                          error == QAbstractSocket::SslInternalError ||
                          error == QAbstractSocket::SslInvalidUserDataError;

    if (m_state == State::Handshaking) {
        if (m_verdict)
            return fail(*m_verdict);
        if (tlsError || m_alert)
            return fail({kindOfBrokenHandshake(text, m_alert), text, {}, m_alert.has_value()});
        return fail({Kind::Lost, text, {}});
    }
    if (!isUp())
        return;
    // The last words before a close count: a 421, or the 250 we are waiting for.
    const QPointer<TlsTransport> alive(q);
    if (m_socket->bytesAvailable() > 0)
        Q_EMIT q->readyRead();
    if (alive && isUp())
        fail({tlsError ? Kind::TlsFailed : Kind::Lost, text, {}});
}

void TlsTransport::Private::written()
{
    // Not only at the moment when it falls: encryption moves bytes between buffers, so that it may rise again
    // without a write() of ours.
    if (isUp() && q->unsent() < lowWater)
        Q_EMIT q->drained();
}

void TlsTransport::Private::fail(const TransportError &error)
{
    if (m_state == State::Over)
        return;
    retire(false);
    Q_EMIT q->failed(error);
}

void TlsTransport::Private::failLater(const TransportError &error)
{
    QMetaObject::invokeMethod(q, [this, error] { fail(error); }, Qt::QueuedConnection);
}

void TlsTransport::Private::retire(bool linger)
{
    m_state = State::Over;
    m_connector->stop();
    if (!m_socket)
        return;
    m_socket->disconnect(q);
    if (linger)
        return closeLingering(std::move(m_socket));
    m_socket->abort();
    m_socket.release()->deleteLater(); // it may be in the middle of its own signal
}

TlsTransport::TlsTransport(QObject *parent) : TlsTransport(std::make_unique<Connector>(), parent) {}

TlsTransport::TlsTransport(std::unique_ptr<Connector> connector, QObject *parent)
    : Transport(parent), d(std::make_unique<Private>(this, std::move(connector)))
{
}

TlsTransport::~TlsTransport()
{
    d->retire(false);
}

void TlsTransport::open(const Endpoint &endpoint, Start start)
{
    d->open(endpoint, start);
}

void TlsTransport::startTls()
{
    d->handshake();
}

QByteArray TlsTransport::read()
{
    return d->isUp() ? d->m_socket->readAll() : QByteArray();
}

void TlsTransport::write(const QByteArray &bytes)
{
    if (!d->isUp() || bytes.isEmpty())
        return;
    d->m_socket->write(bytes);
}

qint64 TlsTransport::unsent() const
{
    return d->m_socket ? d->m_socket->bytesToWrite() + d->m_socket->encryptedBytesToWrite() : 0;
}

void TlsTransport::close()
{
    d->retire(true);
}

void TlsTransport::abort()
{
    d->retire(false);
}

TlsSession TlsTransport::tls() const
{
    return d->m_session;
}

QHostAddress TlsTransport::peerAddress() const
{
    return d->m_socket ? d->m_socket->peerAddress() : QHostAddress();
}

QHostAddress TlsTransport::localAddress() const
{
    return d->m_socket ? d->m_socket->localAddress() : QHostAddress();
}

} // namespace pennypost
