// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/TlsEngine.h"

#include "core/net/TlsBindings.h"
#include "core/net/TlsContext.h"
#include "core/net/TlsFailure.h"

#include <utility>

namespace pennypost {

namespace {

/// For noteAlert(): the connection's own slot belongs to its verifier.
int engineIndex()
{
    static const int index = SSL_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return index;
}

constexpr size_t recordSize = 16 * 1024;
/// A record's header, nonce and tag, rounded up.
constexpr qsizetype recordOverhead = 64;

/// Alerts that a server sends to who shows it no certificate, or one that it does not take (RFC 8446 6.2;
/// under TLS 1.2 mostly the first).
bool isAboutClient(QSsl::AlertType alert)
{
    using Alert = QSsl::AlertType;
    switch (alert) {
    case Alert::HandshakeFailure:
    case Alert::BadCertificate:
    case Alert::UnsupportedCertificate:
    case Alert::CertificateRevoked:
    case Alert::CertificateExpired:
    case Alert::CertificateUnknown:
    case Alert::UnknownCa:
    case Alert::AccessDenied:
    case Alert::CertificateRequired:
        return true;
    default:
        return false;
    }
}

} // namespace

Result<std::unique_ptr<TlsEngine>, TransportError>
TlsEngine::make(const HostName &host, const CertificateTrust &trust,
                std::shared_ptr<const ClientCertificate> own)
{
    ERR_clear_error();
    const X509StoreHandle store = makeTrustStore(trust.caFile);
    if (!store)
        return Failure{TransportError{TransportError::Kind::TlsFailed, trust.caFile, {}}};
    std::unique_ptr<TlsEngine> engine(new TlsEngine(host, trust, std::move(own)));
    SSL *ssl = engine->m_ssl.get();
    BioHandle bio = makeByteBio(&engine->m_bytes);
    if (!ssl || !bio || !engine->m_verifier.attach(ssl, store.get()) ||
        SSL_set_ex_data(ssl, engineIndex(), engine.get()) != 1)
        return Failure{TransportError{TransportError::Kind::TlsFailed, takeOpenSslText(), {}}};
    if (engine->m_own && !engine->m_own->attach(ssl))
        return Failure{TransportError{TransportError::Kind::ClientCertificateRefused, {}, {}}};
    BIO *both = bio.release(); // one for each direction; both are the connection's now
    SSL_set_bio(ssl, both, both);
    SSL_set_connect_state(ssl);
    SSL_set_info_callback(ssl, noteAlert);
    SSL_set_cert_cb(ssl, noteQuestion, engine.get()); // called when the peer asks
    return engine;
}

TlsEngine::TlsEngine(const HostName &host, const CertificateTrust &trust,
                     std::shared_ptr<const ClientCertificate> own)
    : m_own(std::move(own)),
      m_verifier(host, trust.pinnedSha256),
      m_ssl(tlsContext() ? SSL_new(tlsContext()) : nullptr)
{
}

int TlsEngine::noteQuestion(SSL *, void *self)
{
    static_cast<TlsEngine *>(self)->m_wasAsked = true;
    return 1; // goes on with what attach() gave it, or without any
}

void TlsEngine::noteAlert(const SSL *ssl, int where, int value)
{
    constexpr int alertByte = 0xff;
    auto *engine = static_cast<TlsEngine *>(SSL_get_ex_data(ssl, engineIndex()));
    if ((where & SSL_CB_READ_ALERT) == SSL_CB_READ_ALERT && (value >> 8) == SSL3_AL_FATAL && engine)
        engine->m_alert = QSsl::AlertType(value & alertByte);
}

void TlsEngine::feed(const QByteArray &cipher)
{
    if (m_state == State::Failed || m_state == State::Closed)
        return;
    m_bytes.in = m_bytes.taken == m_bytes.in.size() ? cipher : m_bytes.in.mid(m_bytes.taken) + cipher;
    m_bytes.taken = 0;
    if (m_state == State::Handshaking)
        shakeHands();
    if (m_state == State::Up)
        decrypt();
}

void TlsEngine::shakeHands()
{
    ERR_clear_error();
    const int result = SSL_do_handshake(m_ssl.get());
    if (result == 1) {
        m_established = true;
        m_state = State::Up;
        return;
    }
    const int error = SSL_get_error(m_ssl.get(), result);
    if (error != SSL_ERROR_WANT_READ)
        fail(error);
}

void TlsEngine::decrypt()
{
    for (;;) {
        const qsizetype before = m_clear.size();
        m_clear.resize(before + qsizetype(recordSize));
        size_t got = 0;
        ERR_clear_error();
        const int result = SSL_read_ex(m_ssl.get(), m_clear.data() + before, recordSize, &got);
        m_clear.resize(before + qsizetype(got));
        if (result == 1)
            continue;
        const int error = SSL_get_error(m_ssl.get(), result);
        if (error == SSL_ERROR_ZERO_RETURN)
            m_state = State::Closed;
        else if (error != SSL_ERROR_WANT_READ)
            fail(error);
        return;
    }
}

QByteArray TlsEngine::read()
{
    return std::exchange(m_clear, {});
}

void TlsEngine::write(QByteArrayView clear)
{
    if (m_state != State::Up || clear.isEmpty())
        return;
    const qsizetype records = clear.size() / qsizetype(recordSize) + 1;
    m_bytes.out.reserve(m_bytes.out.size() + clear.size() + records * recordOverhead);
    size_t written = 0;
    ERR_clear_error();
    // All of it: the bytes' end of the connection is never full.
    const int result = SSL_write_ex(m_ssl.get(), clear.data(), size_t(clear.size()), &written);
    if (result != 1)
        fail(SSL_get_error(m_ssl.get(), result));
}

void TlsEngine::shutDown()
{
    ERR_clear_error();
    if (m_state == State::Up || m_state == State::Closed)
        SSL_shutdown(m_ssl.get());
    ERR_clear_error();
}

QByteArray TlsEngine::takeCipher()
{
    return std::exchange(m_bytes.out, {});
}

void TlsEngine::fail(int sslError)
{
    m_state = State::Failed;
    const QString text = takeOpenSslText();
    if (const auto &refusal = m_verifier.refusal()) {
        m_error = *refusal;
        return;
    }
    m_error.detail = text.isEmpty() ? QStringLiteral("SSL_get_error() is %1").arg(sslError) : text;
    m_error.peerAlerted = m_alert.has_value();
    // Under TLS 1.3 our side is done before the server has looked at it: its alert comes later.
    if (m_wasAsked && m_alert && isAboutClient(*m_alert))
        m_error.kind = m_own ? TransportError::Kind::ClientCertificateRefused
                             : TransportError::Kind::ClientCertificateWanted;
    else
        m_error.kind = m_established ? TransportError::Kind::TlsFailed : kindOfBrokenHandshake(text, m_alert);
}

TlsSession TlsEngine::session() const
{
    return {QString::fromLatin1(SSL_get_version(m_ssl.get())),
            QString::fromLatin1(SSL_get_cipher_name(m_ssl.get())), describe(m_verifier.certificate())};
}

ChannelBindings TlsEngine::channelBindings() const
{
    return SSL_is_init_finished(m_ssl.get()) ? channelBindingsOf(m_ssl.get()) : ChannelBindings();
}

} // namespace pennypost
