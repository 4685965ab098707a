// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ChannelBindings.h"
#include "core/base/PeerCertificate.h"
#include "core/net/CertificateTrust.h"
#include "core/net/ClientCertificate.h"
#include "core/net/Proxy.h"

#include <QByteArray>
#include <QHostAddress>
#include <QMetaType>
#include <QObject>
#include <QString>

#include <memory>

namespace pennypost {

/// Where to and how.
struct Endpoint
{
    QString host; ///< as the person wrote it: a name (IDN allowed) or an address
    quint16 port = 0;
    CertificateTrust trust;
    Proxy proxy = {};
    /// Shown to a server that asks; none for none.
    std::shared_ptr<const ClientCertificate> clientCertificate = {};

    bool operator==(const Endpoint &) const = default;
};

/// What the link is protected with.
struct TlsSession
{
    QString protocol; ///< "TLSv1.3"
    QString cipher;   ///< "TLS_AES_256_GCM_SHA384"
    PeerCertificate certificate;
    bool operator==(const TlsSession &) const = default;
    bool isNull() const { return protocol.isEmpty(); }
};

struct TransportError
{
    enum class Kind {
        Offline,
        HostNotFound,
        Refused,
        TimedOut,
        Lost, ///< closed, FIN or RST: all the same to us, judge success by complete replies alone
        TlsFailed,
        PeerSpeaksPlain, ///< bytes that are no TLS record where a handshake was due
        TlsTooOld,
        CertificateUntrusted,
        CertificateRevoked, ///< says the authority itself, by a response stapled to the handshake
        CertificateWeak,    ///< a SHA-1 signature, or a key that can be broken (under 112 bits of strength)
        CertificateExpired,
        CertificateWrongName,
        CertificateNotPinned,
        ClientCertificateWanted,     ///< by a server that lets nobody in without, and there was none to show
        ClientCertificateRefused,    ///< ours was shown and is not believed
        ProxyNotFound,               ///< there is no such name as the proxy's
        ProxyUnreachable,            ///< nobody answers there
        ProxyAuthenticationRequired, ///< it wants a sign-in, or another one than ours
        ProxyRefused,                ///< it lets nobody through to this host and port
        ProxyFailed,                 ///< it broke off, or is no such proxy at all
    };
    Kind kind;
    QString detail;              ///< the system's or TLS library's text
    PeerCertificate certificate; ///< for the certificate kinds
    bool peerAlerted = false; ///< a fatal TLS alert came in: who sends one speaks TLS, whatever else failed
};

/// A connection that SMTP runs over. An interface so that the worker can be tested without sockets
/// (tests/fakes). Lives on the submission thread; asynchronous throughout; emits nothing after failed() or
/// after close().
///
/// Order: open() -> resolved() -> connected() [-> encrypted(), if asked for from the start] ->
/// readyRead()...; startTls()
/// -> encrypted(). Any failure: failed() once.
class Transport : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    enum class Start { Plain, Tls };
    virtual void open(const Endpoint &endpoint, Start start) = 0;
    /// Precondition: read() has been called until it returned nothing, so that bytesAvailable() would be 0
    /// and plaintext can't pass for protected data. The implementation checks again and fails with
    /// PeerSpeaksPlain else.
    virtual void startTls() = 0;
    /// Everything that came in; empty if nothing did.
    virtual QByteArray read() = 0;
    /// Takes the bytes over at once; see unsent().
    virtual void write(const QByteArray &bytes) = 0;
    /// Octets handed over that are not yet with the system: keep it under 1 MiB. Each time that
    /// some of them have gone later and little is left, drained() says so.
    virtual qint64 unsent() const = 0;
    /// Sends what is left and closes, at most a few seconds' wait; nothing is emitted any more.
    virtual void close() = 0;
    /// Closes now.
    virtual void abort() = 0;
    virtual TlsSession tls() const = 0;
    /// Of the TLS connection, from encrypted() on; empty before, and where a Transport has none.
    virtual ChannelBindings channelBindings() const { return {}; }
    /// The server asked for a certificate and was shown the Endpoint's: then SASL EXTERNAL may work.
    virtual bool clientCertificateSent() const { return false; }
    virtual QHostAddress peerAddress() const = 0;
    virtual QHostAddress localAddress() const = 0;

Q_SIGNALS:
    void resolved(const QList<QHostAddress> &addresses);
    void connected();
    void encrypted();
    void readyRead();
    void drained();
    void failed(const pennypost::TransportError &error);
};

} // namespace pennypost

Q_DECLARE_METATYPE(pennypost::TlsSession)
Q_DECLARE_METATYPE(pennypost::TransportError)
