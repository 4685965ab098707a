// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ChannelBindings.h"
#include "core/base/Result.h"
#include "core/net/ByteBio.h"
#include "core/net/PeerVerifier.h"
#include "core/net/Transport.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QSsl>

#include <memory>
#include <optional>

namespace pennypost {

/// The client's side of one TLS connection without a socket: ciphertext in and out, clear text in and out. So
/// every turn of a handshake can be tested in memory. OpenSSL underneath; knows no host name look-up, no
/// time. Not movable: OpenSSL points into it. Used by TlsTransport on the submission thread.
class TlsEngine
{
public:
    enum class State {
        Handshaking,
        Up,
        Closed, ///< the peer said that nothing more comes (close_notify)
        Failed, ///< see error(); an alert for the peer may lie in takeCipher()
    };

    /// The error is about what is asked of it: a CA file that can't be read.
    static Result<std::unique_ptr<TlsEngine>, TransportError>
    make(const HostName &host, const CertificateTrust &trust,
         std::shared_ptr<const ClientCertificate> own = {});
    TlsEngine(const TlsEngine &) = delete;
    TlsEngine &operator=(const TlsEngine &) = delete;

    State state() const { return m_state; }
    /// The handshake was done, whatever came after it.
    bool isEstablished() const { return m_established; }
    const TransportError &error() const { return m_error; }

    /// Takes what came in and goes as far as it can. The first call, with nothing, makes the ClientHello.
    void feed(const QByteArray &cipher);
    /// Clear text that came in since the last call.
    QByteArray read();
    qsizetype readable() const { return m_clear.size(); }

    /// While Up. Encrypts at once: full records of 16 KiB and a shorter last one.
    void write(QByteArrayView clear);
    /// close_notify: nothing can be written after it.
    void shutDown();
    /// What has to go to the peer, in this order.
    QByteArray takeCipher();

    /// From Up on.
    TlsSession session() const;
    ChannelBindings channelBindings() const;
    /// The peer asked for a certificate and was shown ours.
    bool hasShownCertificate() const { return m_wasAsked && m_own != nullptr; }

private:
    TlsEngine(const HostName &host, const CertificateTrust &trust,
              std::shared_ptr<const ClientCertificate> own);
    static int noteQuestion(SSL *ssl, void *self);
    static void noteAlert(const SSL *ssl, int where, int value);
    void shakeHands();
    void decrypt();
    void fail(int sslError);

    CipherBytes m_bytes;
    std::shared_ptr<const ClientCertificate> m_own;
    bool m_wasAsked = false; ///< for a certificate of ours
    PeerVerifier m_verifier;
    SslHandle m_ssl;
    State m_state = State::Handshaking;
    bool m_established = false;
    TransportError m_error{TransportError::Kind::TlsFailed, {}, {}};
    std::optional<QSsl::AlertType> m_alert; ///< the peer's, if it was a fatal one
    QByteArray m_clear;
};

} // namespace pennypost
