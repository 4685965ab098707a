// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/TlsPeer.h"

#include "core/net/ByteBio.h"

#include <QCryptographicHash>

#include <openssl/pem.h>
#include <stdexcept>
#include <utility>

namespace pennypost {

namespace {

void require(bool condition, const char *what)
{
    if (!condition)
        throw std::runtime_error(what);
}

BioHandle reader(const QByteArray &pem)
{
    return BioHandle(BIO_new_mem_buf(pem.constData(), int(pem.size())));
}

void show(SSL_CTX *context, const TestIdentity &identity)
{
    const QByteArray certificatePem = identity.certificate.toPem();
    const QByteArray keyPem = identity.key.toPem();
    const BioHandle certificateBio = reader(certificatePem), keyBio = reader(keyPem);
    const X509Handle certificate(PEM_read_bio_X509(certificateBio.get(), nullptr, nullptr, nullptr));
    const KeyHandle key(PEM_read_bio_PrivateKey(keyBio.get(), nullptr, nullptr, nullptr));
    require(SSL_CTX_use_certificate(context, certificate.get()) == 1 &&
                SSL_CTX_use_PrivateKey(context, key.get()) == 1,
            "the peer's certificate");
}

int giveStaple(SSL *ssl, void *bytes)
{
    const auto *staple = static_cast<const QByteArray *>(bytes);
    if (staple->isEmpty())
        return SSL_TLSEXT_ERR_NOACK;
    void *copy = OPENSSL_memdup(staple->constData(), size_t(staple->size())); // OpenSSL's from here on
    SSL_set_tlsext_status_ocsp_resp(ssl, copy, staple->size());
    return SSL_TLSEXT_ERR_OK;
}

} // namespace

struct TlsPeer::Private
{
    CipherBytes bytes;
    QByteArray staple;
    SslContextHandle context;
    SslHandle ssl;
    QByteArray clear;
    bool up = false, closed = false, failed = false;

    /// True while OpenSSL only wants more from the client.
    bool goesOn(int result)
    {
        const int error = SSL_get_error(ssl.get(), result);
        closed = closed || error == SSL_ERROR_ZERO_RETURN;
        failed = failed || (error != SSL_ERROR_WANT_READ && error != SSL_ERROR_ZERO_RETURN);
        ERR_clear_error();
        return !failed && !closed;
    }
};

TlsPeer::TlsPeer(const Wishes &wishes) : d(std::make_unique<Private>())
{
    d->context.reset(SSL_CTX_new(TLS_server_method()));
    SSL_CTX *context = d->context.get();
    require(context, "the peer's context");
    SSL_CTX_set_security_level(context, 0);
    SSL_CTX_set_cipher_list(context, "ALL:@SECLEVEL=0");
    SSL_CTX_set_min_proto_version(context, wishes.version ? wishes.version : TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context, wishes.version);
    if (!wishes.extendedMasterSecret)
        SSL_CTX_set_options(context, SSL_OP_NO_EXTENDED_MASTER_SECRET);
    show(context, wishes.identity);
    d->staple = wishes.staple;
    SSL_CTX_set_tlsext_status_cb(context, giveStaple);
    SSL_CTX_set_tlsext_status_arg(context, &d->staple);
    using Client = Wishes::ClientCertificate;
    if (wishes.client != Client::NotAsked) {
        // Whoever signed it: the test looks at which one came.
        const auto takeAny = [](int, X509_STORE_CTX *) { return 1; };
        const auto takeNone = [](int, X509_STORE_CTX *) { return 0; };
        const bool demanded = wishes.client != Client::Asked;
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER | (demanded ? SSL_VERIFY_FAIL_IF_NO_PEER_CERT : 0),
                           wishes.client == Client::Refused ? SSL_verify_cb(takeNone)
                                                            : SSL_verify_cb(takeAny));
    }
    d->ssl.reset(SSL_new(context));
    BIO *bio = makeByteBio(&d->bytes).release();
    require(d->ssl && bio, "the peer's connection");
    SSL_set_bio(d->ssl.get(), bio, bio);
    SSL_set_accept_state(d->ssl.get());
}

TlsPeer::~TlsPeer() = default;

void TlsPeer::feed(const QByteArray &cipher)
{
    d->bytes.in = d->bytes.in.mid(d->bytes.taken) + cipher;
    d->bytes.taken = 0;
    if (d->failed || d->closed)
        return;
    if (!d->up) {
        const int result = SSL_do_handshake(d->ssl.get());
        d->up = result == 1;
        if (!d->up) {
            d->goesOn(result);
            return;
        }
    }
    char piece[4096];
    for (;;) {
        const int got = SSL_read(d->ssl.get(), piece, int(sizeof piece));
        if (got <= 0) {
            d->goesOn(got);
            return;
        }
        d->clear.append(piece, got);
    }
}

QByteArray TlsPeer::takeCipher()
{
    return std::exchange(d->bytes.out, {});
}

void TlsPeer::write(const QByteArray &clear)
{
    require(SSL_write(d->ssl.get(), clear.constData(), int(clear.size())) == clear.size(), "write");
}

QByteArray TlsPeer::read()
{
    return std::exchange(d->clear, {});
}

bool TlsPeer::isUp() const
{
    return d->up && !d->failed;
}

bool TlsPeer::isClosed() const
{
    return d->closed;
}

bool TlsPeer::hasFailed() const
{
    return d->failed;
}

QByteArray TlsPeer::clientSha256() const
{
    const X509Handle shown(SSL_get1_peer_certificate(d->ssl.get()));
    QByteArray hash(32, Qt::Uninitialized);
    if (!shown ||
        X509_digest(shown.get(), EVP_sha256(), reinterpret_cast<unsigned char *>(hash.data()), nullptr) != 1)
        return {};
    return hash;
}

QByteArray TlsPeer::exporter() const
{
    const QByteArray label = "EXPORTER-Channel-Binding";
    QByteArray made(32, Qt::Uninitialized);
    require(SSL_export_keying_material(d->ssl.get(), reinterpret_cast<unsigned char *>(made.data()),
                                       size_t(made.size()), label.constData(), size_t(label.size()), nullptr,
                                       0, 0) == 1,
            "exporter");
    return made;
}

void TlsPeer::updateKeys()
{
    require(SSL_key_update(d->ssl.get(), SSL_KEY_UPDATE_REQUESTED) == 1 &&
                SSL_do_handshake(d->ssl.get()) == 1,
            "KeyUpdate");
}

void TlsPeer::sendTicket()
{
    require(SSL_new_session_ticket(d->ssl.get()) == 1 && SSL_do_handshake(d->ssl.get()) == 1, "ticket");
}

void TlsPeer::renegotiate()
{
    require(SSL_renegotiate(d->ssl.get()) == 1, "renegotiation");
    SSL_do_handshake(d->ssl.get()); // HelloRequest goes out; the answer is the client's affair
    ERR_clear_error();
}

void TlsPeer::close()
{
    SSL_shutdown(d->ssl.get());
    ERR_clear_error();
}

} // namespace pennypost
